"""Triggers: the words of a sentence that name an event, each with its frame.

Rule: one tree and the tables of lexicon/frames.py. A verb is an event when a frame's conditions hold (conditions.py);
event nouns are in nominal.py; the same event named twice in a sentence is one trigger (once.py). Saying is no event:
reporting cues are found in attribution.py.
"""

from __future__ import annotations

from rashomon.claim.arguments import object_, squeezed, subject
from rashomon.claim.conditions import holds, may_hold, named
from rashomon.claim.learned import learned_triggers, likeliest
from rashomon.claim.located import located_trigger, may_be_located
from rashomon.claim.motion import motion_trigger
from rashomon.claim.nominal import noun_trigger
from rashomon.claim.once import Trigger, once
from rashomon.claim.status import negated
from rashomon.lexicon.cues import VERB_FORMS as CUE_FORMS
from rashomon.lexicon.frames import VERB_FRAMES, EventFrame
from rashomon.lexicon.hedges import NEGATIONS, OPENINGS
from rashomon.lexicon.inflect import Form, verb_forms
from rashomon.lexicon.motion import AFTER_OBJECTS, NAMED_WITH, PARTICLES
from rashomon.record.tree import Tree

_GOING = frozenset(
    f"movement.{kind}" for kind in "arrival flight return evacuation transfer withdrawal passage_blocked".split()
) | {"support.aid"}
_LEANING = ("movement.", "custody.", "support.")
_FIRM = frozenset({"obj", "subj", "with", "prep"})
_BROAD = frozenset(
    "leave quit see spot sight observe reach enter get take give receive sell keep hold find drop abandon catch "
    "lose".split()
)
"""Verbs of so many senses that only what they are known to be about tells which is meant."""
_REFUSING = frozenset(verb_forms("refuse")) | frozenset(verb_forms("decline"))
_LYING = frozenset(verb_forms("lie")) | {"lay", "lain", "found"}


def find_triggers(tree: Tree) -> list[Trigger]:
    """Triggers in order of their heads."""
    verbs = [t for i in range(len(tree)) if (t := _verb(tree, i)) is not None]
    consumed = {object_(tree, t.head) for t in verbs if _eats_object(t)} | {t.head for t in verbs}
    nouns = [t for i in range(len(tree)) if i not in consumed and (t := noun_trigger(tree, i)) is not None]
    named = {t.head for t in nouns} | {t.head for t in verbs}
    nouns += [t for i in may_be_located(tree) if i not in named and (t := located_trigger(tree, i)) is not None]
    named |= consumed | {t.head for t in nouns}
    told = [t for found in learned_triggers(tree, named) if (t := _as_said(tree, found)) is not None]
    return once(tree, sorted([*verbs, *nouns, *told], key=lambda t: t.head))


def _as_said(tree: Tree, found: Trigger) -> Trigger | None:
    """A trigger that the encoder named, held to what holds of a verb of the tables; nouns as they are."""
    if tree.tag(found.head) != "VERB":
        return found
    if _no_event(tree, found.head):
        return None
    return kept_from(found) if _kept(tree, found.head) else found


def _no_event(tree: Tree, i: int) -> bool:
    """A verb that only says what somebody is like, or what they would not do or speak of."""
    return any(no_event(tree, i) for no_event in (_background, _refused, _declines_to_speak, _describes, _would_open))


def _kept(tree: Tree, i: int) -> bool:
    """A verb that says what somebody cannot do; see kept_from."""
    return _inability(tree, i) or _unable(tree, i)


def _would_open(tree: Tree, i: int) -> bool:
    """ "Their only chance of escape", "a way to leave": what may be done, not what is."""
    return tree.base_rel(i) == "acl" and tree.head(i) >= 0 and tree.lower[tree.head(i)] in OPENINGS


def _eats_object(trigger: Trigger) -> bool:
    """ "refused a deal", "struck a deal": the deal is what the event is about, no event of its own."""
    return trigger.frame.type.startswith("deal.")


def _verb(tree: Tree, i: int) -> Trigger | None:
    tag = tree.tag(i)
    if tag not in ("VERB", "ADJ", "AUX") and not _misread(tree, i):
        return None
    if tree.base_rel(i) in ("compound", "aux", "cop") or (tag == "ADJ" and not _predicative(tree, i)):
        return None
    found = _in_tables(tree, i)
    if found is not None:
        if _no_event(tree, i):
            return None
        return kept_from(found) if _kept(tree, i) else found
    found = motion_trigger(tree, i) or _leaning(tree, i)
    return None if found is None or _no_event(tree, i) or _kept(tree, i) else found


def _in_tables(tree: Tree, i: int) -> Trigger | None:
    """The first row of the tables that holds of a verb."""
    particle = _particle(tree, i)
    keys = [f"{tree.lower[i]} {tree.lower[k]}" for k in (particle, *_directions(tree, i)) if k >= 0]
    hyphened = _hyphened(tree, i)
    for key in (*keys, *([hyphened[1]] if hyphened else []), tree.lower[i]):
        for frame, form in VERB_FRAMES.get(key, ()):
            if _form_fits(tree, i, form) and all(holds(tree, i, slot, wanted) for slot, wanted in frame.conditions):
                start = hyphened[0] if hyphened and key == hyphened[1] else i
                end = particle + 1 if particle == i + 1 and key in keys else i + 1
                return Trigger(i, start, end, frame)
    return None


def _leaning(tree: Tree, i: int) -> Trigger | None:
    """The row that a verb comes nearest to when nothing speaks against it: what is not told, or is of no known class,
    may be of the class it asks for, as long as one of its conditions on arguments does hold. Where the encoder names
    the row's type too, any row will do."""
    best, most = None, 0
    rows = VERB_FRAMES.get(tree.lower[i], ())
    if not rows or tree.kids(i, "compound:prt"):
        return None
    learned = likeliest(tree, i)
    for frame, form in rows:
        agreed = frame.type == learned
        if not _form_fits(tree, i, form) or not (agreed or _may_lean(frame)):
            continue
        held = [holds(tree, i, slot, wanted) for slot, wanted in frame.conditions]
        pairs = list(zip(held, frame.conditions, strict=True))
        firm = sum(h for h, (slot, _) in pairs if slot in _FIRM)
        if firm > most and all(h or _left_open(tree, i, frame, *condition, agreed) for h, condition in pairs):
            best, most = frame, firm
    return Trigger(i, i, i + 1, best) if best is not None else None


def _may_lean(frame: EventFrame) -> bool:
    return frame.type.startswith(_LEANING) and frame.lemma not in _BROAD


def _left_open(tree: Tree, i: int, frame: EventFrame, slot: str, wanted: tuple[str, ...], agreed: bool) -> bool:
    """True where nothing tells against a condition that does not hold."""
    return (frame.lemma not in _BROAD and may_hold(tree, i, slot, wanted)) or (agreed and named(tree, i, slot))


def _directions(tree: Tree, i: int) -> list[int]:
    """Adverbs that a verb is named with, wherever they stand: "turned the convoy back", "went home"."""
    near = [k for k in tree.kids(i, "advmod", "compound:prt", "xcomp", "obj") if k > i and tree.lower[k] in NAMED_WITH]
    if AFTER_OBJECTS.isdisjoint(tree.lower[i + 2 :]):
        return near
    found = object_(tree, i)
    after = found + 1 if found > i and found + 1 < len(tree) else -1  # "turned the convoy back at the bridge"
    return [*near, *([after] if after >= 0 and after not in near and tree.lower[after] in AFTER_OBJECTS else [])]


def _particle(tree: Tree, i: int) -> int:
    """The particle of a phrasal verb: by its relation, else right after the verb where the table knows the pair."""
    found, after = tree.kid(i, "compound:prt"), i + 1
    if found != after and after < len(tree) and tree.lower[after] in PARTICLES:
        return after if f"{tree.lower[i]} {tree.lower[after]}" in VERB_FRAMES else found
    return found


def _background(tree: Tree, i: int) -> bool:
    """True for an infinitive inside a clause that only modifies a noun ("fighters prepared to die", "those who refuse
    to leave"): it says what somebody is like, not what happened."""
    if not tree.marked(i, "to") and (tree.base_rel(i) != "conj" or tree.kids(i, "nsubj", "nsubj:pass")):
        return False
    infinitive = False
    below = i
    for node in (i, *tree.ancestors(i)):
        infinitive = infinitive or tree.marked(node, "to")
        if tree.base_rel(node) in ("acl", "amod"):
            says = tree.marked(node, "that")  # "information that ..."
            return infinitive and below != node and not says
        if tree.base_rel(node) not in ("xcomp", "conj", "advcl"):
            return False
        below = node
    return False


def _refused(tree: Tree, i: int) -> bool:
    """ "refused to leave": the refusal is the event, and what was refused its subject."""
    head = tree.head(i)
    return tree.base_rel(i) == "xcomp" and head >= 0 and tree.lower[head] in _REFUSING


def _inability(tree: Tree, i: int) -> bool:
    """ "we cannot shell a school" says what somebody is unable or unwilling to do, not that it was not done."""
    able = any(tree.lower[k] in ("can", "could", "ca", "cannot") for k in tree.kids(i, "aux"))
    return able and any(tree.lower[k] in NEGATIONS for k in tree.kids(i, "advmod", "aux"))


def _unable(tree: Tree, i: int) -> bool:
    """ "were unable to reach the village", "nobody has been able to leave"."""
    able = next((a for a in tree.ancestors(i) if tree.lower[a] in ("able", "unable")), -1)
    if able < 0 or tree.base_rel(i) not in ("xcomp", "ccomp", "conj"):
        return False
    return tree.lower[able] == "unable" or negated(tree, able)


def kept_from(trigger: Trigger) -> Trigger | None:
    """Who cannot go where they would is held up: that is the event; any other thing that cannot be done is none."""
    if trigger.frame.type not in _GOING:
        return None
    turned = {"moved": "blocked", "goods": "blocked", "origin": "route", "destination": "route", "recipient": "route"}
    roles = tuple((argument, turned.get(role, role)) for argument, role in trigger.frame.roles)
    frame = EventFrame("movement.passage_blocked", trigger.frame.lemma, roles, (("not", ()),))
    return Trigger(trigger.head, trigger.start, trigger.end, frame)


def _describes(tree: Tree, i: int) -> bool:
    """A participle before its noun ("the besieged town"), and a refusal in a clause that says who is meant ("those who
    refuse the deal"), describe somebody."""
    if tree.lower[i] == "let" and tree.lower[i + 1 : i + 2] == ("us",):
        return True
    if (tree.base_rel(i) == "amod" and i < tree.head(i) and squeezed(tree, i) < 0) or tree.lower[i : i + 2] == (
        "provided",
        "that",
    ):
        return True
    return tree.rel(i) == "acl:relcl" and tree.lower[i] in _REFUSING and not _cleft(tree, tree.head(i))


def _cleft(tree: Tree, i: int) -> bool:
    """ "It was the government that refused": the clause tells what happened, and stresses who did it."""
    return bool(tree.kids(i, "cop")) and any(tree.lower[k] == "it" for k in tree.kids(i, "expl", "nsubj"))


def _declines_to_speak(tree: Tree, i: int) -> bool:
    """ "refused to comment" is an answer to claims, no event (answers.py)."""
    return tree.lower[i] in _REFUSING and any(tree.lower[k] in CUE_FORMS for k in tree.kids(i, "xcomp"))


def _misread(tree: Tree, i: int) -> bool:
    """A verb that parsers take for something else."""
    tag = tree.tag(i)
    if tag == "NOUN":
        return _gerund(tree, i) or _shot_dead(tree, i)
    return tag == "ADV" and _left(tree, i)


def _hyphened(tree: Tree, i: int) -> tuple[int, str] | None:
    if i >= 2 and tree.lower[i - 1] == "-":
        return i - 2, f"{tree.lower[i - 2]}-{tree.lower[i]}"
    return None


def _left(tree: Tree, i: int) -> bool:
    """ "no fighter left": a verb that parsers take for an adverb."""
    return tree.lower[i] == "left" and subject(tree, i) >= 0


def _shot_dead(tree: Tree, i: int) -> bool:
    """ "gunmen shot dead the mayor": two words that parsers take for a noun and a predicate."""
    return tree.lower[i] == "shot" and tree.lower[i + 1 : i + 2] == ("dead",)


def _gerund(tree: Tree, i: int) -> bool:
    return tree.lower[i].endswith("ing") and bool(tree.kids(i, "obj"))


def _predicative(tree: Tree, i: int) -> bool:
    """A participle tagged as adjective is an event when it is said of something ("are besieged", "remain trapped")."""
    lying = tree.base_rel(i) == "advcl" and tree.lower[tree.head(i)] in _LYING  # "lay dead behind the house"
    said = tree.kids(i, "cop", "nsubj", "nsubj:pass", "aux:pass")
    return bool(said) or lying or tree.base_rel(i) in ("xcomp", "acl", "root")


def _form_fits(tree: Tree, i: int, form: Form) -> bool:
    return not (form == "base" and tree.tag(i) == "ADJ")
