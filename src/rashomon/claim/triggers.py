"""Triggers: the words of a sentence that name an event, each with its frame.

Rule: one tree and the tables of lexicon/frames.py. A verb is an event when a frame's conditions hold; an event noun
when something is said to happen to it ("launched an offensive", "clashes broke out"); the same event named twice in a
sentence is one trigger. Saying is no event: reporting cues are found in attribution.py.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.claim.arguments import is_passive, is_quantity, nature, object_, subject
from rashomon.lexicon.cues import VERB_FORMS as CUE_FORMS
from rashomon.lexicon.frames import HAPPENING_VERBS, LIGHT_VERBS, NOUN_FRAMES, VERB_FRAMES, EventFrame
from rashomon.lexicon.hedges import NEGATIONS
from rashomon.lexicon.inflect import Form, verb_forms
from rashomon.record.tree import Tree


@dataclass(frozen=True, slots=True)
class Trigger:
    """head: the event word; start, end: its run (a particle or compound included); carrier: the verb that a noun
    hangs on, -1 for a verb trigger."""

    head: int
    start: int
    end: int
    frame: EventFrame
    carrier: int = -1


def find_triggers(tree: Tree) -> list[Trigger]:
    """Triggers in order of their heads."""
    verbs = [t for i in range(len(tree)) if (t := _verb(tree, i)) is not None]
    consumed = {object_(tree, t.head) for t in verbs if _eats_object(t)} | {t.head for t in verbs}
    nouns = [t for i in range(len(tree)) if i not in consumed and (t := _noun(tree, i)) is not None]
    return _once(tree, sorted([*verbs, *nouns], key=lambda t: t.head))


def _eats_object(trigger: Trigger) -> bool:
    """ "refused a deal", "struck a deal": the deal is what the event is about, no event of its own."""
    return trigger.frame.type.startswith("deal.")


# ---------------------------------------------------------------- verbs


def _verb(tree: Tree, i: int) -> Trigger | None:
    if tree.tag(i) not in ("VERB", "ADJ", "AUX") and not _gerund(tree, i):
        return None
    if any(no_event(tree, i) for no_event in (_background, _refused, _declines_to_speak, _inability, _describes)):
        return None
    if tree.base_rel(i) in ("compound", "aux", "cop") or (tree.tag(i) == "ADJ" and not _predicative(tree, i)):
        return None
    particle = _particle(tree, i)
    keys = [f"{tree.lower[i]} {tree.lower[particle]}"] if particle >= 0 else []
    hyphened = _hyphened(tree, i)
    for key in (*keys, *([hyphened[1]] if hyphened else []), tree.lower[i]):
        for frame, form in VERB_FRAMES.get(key, ()):
            if _form_fits(tree, i, form) and all(_holds(tree, i, slot, wanted) for slot, wanted in frame.conditions):
                start = hyphened[0] if hyphened and key == hyphened[1] else i
                end = particle + 1 if particle == i + 1 and key in keys else i + 1
                return Trigger(i, start, end, frame)
    return None


_REFUSING = frozenset(verb_forms("refuse")) | frozenset(verb_forms("decline"))
_PREDICATES = frozenset("under underway close near over possible imminent likely complete finished dead off".split())
EXISTENTIAL = "there be"
_PRESENCE = EventFrame("state.presence", EXISTENTIAL, (("in", "place"), ("at", "place"), ("inside", "place")))
_SOME = frozenset("several many some few no".split())
_VICTIMS = frozenset({"dead", "wounded", "injured"})
_PARTICLES = frozenset("out back down up off over in away on".split())


def _particle(tree: Tree, i: int) -> int:
    """The particle of a phrasal verb: by its relation, else right after the verb where the table knows the pair."""
    found = tree.kid(i, "compound:prt")
    after = i + 1
    if found < 0 and after < len(tree) and tree.lower[after] in _PARTICLES:
        return after if f"{tree.lower[i]} {tree.lower[after]}" in VERB_FRAMES else -1
    return found


def _background(tree: Tree, i: int) -> bool:
    """True for an infinitive inside a clause that only modifies a noun ("fighters prepared to die", "those who refuse
    to leave"): it says what somebody is like, not what happened."""
    if not any(tree.lower[k] == "to" for k in tree.kids(i, "mark")) and tree.base_rel(i) != "conj":
        return False
    infinitive = False
    below = i
    for node in (i, *tree.ancestors(i)):
        infinitive = infinitive or any(tree.lower[k] == "to" for k in tree.kids(node, "mark"))
        if tree.base_rel(node) in ("acl", "amod"):
            return infinitive and below != node
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


def _describes(tree: Tree, i: int) -> bool:
    """A participle before its noun ("the besieged town"), and a refusal in a clause that says who is meant ("those who
    refuse the deal"), describe somebody."""
    if (tree.base_rel(i) == "amod" and i < tree.head(i)) or tree.lower[i : i + 2] == ("provided", "that"):
        return True
    return tree.rel(i) == "acl:relcl" and tree.lower[i] in _REFUSING


def _declines_to_speak(tree: Tree, i: int) -> bool:
    """ "refused to comment" is an answer to claims, no event (answers.py)."""
    return tree.lower[i] in _REFUSING and any(tree.lower[k] in CUE_FORMS for k in tree.kids(i, "xcomp"))


def _hyphened(tree: Tree, i: int) -> tuple[int, str] | None:
    if i >= 2 and tree.lower[i - 1] == "-":
        return i - 2, f"{tree.lower[i - 2]}-{tree.lower[i]}"
    return None


def _gerund(tree: Tree, i: int) -> bool:
    return tree.tag(i) == "NOUN" and tree.lower[i].endswith("ing") and bool(tree.kids(i, "obj"))


def _predicative(tree: Tree, i: int) -> bool:
    """A participle tagged as adjective is an event when it is said of something ("are besieged", "remain trapped")."""
    return bool(tree.kids(i, "cop", "nsubj", "nsubj:pass", "aux:pass")) or tree.base_rel(i) in ("xcomp", "acl", "root")


def _form_fits(tree: Tree, i: int, form: Form) -> bool:
    return not (form == "base" and tree.tag(i) == "ADJ")


def _holds(tree: Tree, i: int, slot: str, wanted: tuple[str, ...]) -> bool:
    if slot == "obj":
        found = object_(tree, i)
        return found >= 0 and _is_a(tree, found, wanted)
    if slot == "subj":
        found = subject(tree, i)
        return found >= 0 and _is_a(tree, found, wanted)
    if slot == "agentless":
        return subject(tree, i) < 0
    if slot == "intr":
        return object_(tree, i) < 0
    if slot == "to":
        return bool(tree.kids(i, "xcomp")) or any(p in ("to", "on") for p, _ in tree.obliques(i))
    if slot == "prep":
        around = {p for p, _ in tree.obliques(i)} | {tree.lower[k] for _, k in tree.obliques(i)}
        around |= {tree.lower[k] for k in tree.kids(i, "xcomp", "advcl", "obj")}
        around |= {tree.lower[k] for k in tree.kids(i, "compound:prt", "advmod")}
        around |= {p for o in (object_(tree, i),) if o >= 0 for p, _ in tree.obliques(o)}
        return bool(around & set(wanted))
    raise ValueError(f"unknown condition {slot!r} in lexicon/frames.py")


def _is_a(tree: Tree, i: int, wanted: tuple[str, ...]) -> bool:
    found = nature(tree, i)
    if found & set(wanted):
        return True
    if "arms" in wanted and tree.lower[i] in ("arm", "arms"):
        return True
    return "force" in wanted and "fighter" in found


# ---------------------------------------------------------------- nouns


def _noun(tree: Tree, i: int) -> Trigger | None:
    if tree.lower[i] in _VICTIMS and (tree.kids(i, "nummod", "det") or tree.base_rel(i) in ("obj", "nmod", "nsubj")):
        return Trigger(i, i, i + 1, NOUN_FRAMES[tree.lower[i]][0][0], max(tree.head(i), 0))
    if tree.tag(i) not in ("NOUN", "PROPN") or tree.base_rel(i) in ("compound", "flat", "amod"):
        return None
    start, key = _compound_key(tree, i)
    frames = NOUN_FRAMES.get(key) or NOUN_FRAMES.get(tree.lower[i])
    if not frames:
        return _existential(tree, i)
    carrier = _carrier(tree, i)
    if carrier is None:
        return None
    return Trigger(i, start if key in NOUN_FRAMES else i, i + 1, frames[0][0], carrier)


def _existential(tree: Tree, i: int) -> Trigger | None:
    """ "There are hundreds of families": people said to be somewhere. The people are the trigger, the counted phrase
    its carrier."""
    head = tree.head(i)
    if tree.base_rel(i) != "nsubj" or head < 0 or not tree.kids(head, "expl"):
        return None
    people = next((n for p, n in tree.obliques(i) if p == "of"), i) if is_quantity(tree, i) else i
    counted = people != i or tree.kids(i, "nummod") or any(tree.lower[k] in _SOME for k in tree.kids(i, "amod", "det"))
    if not counted or not nature(tree, people) & {"people", "force"}:
        return None
    return Trigger(people, people, people + 1, _PRESENCE, i)


def _compound_key(tree: Tree, i: int) -> tuple[int, str]:
    if i >= 2 and tree.lower[i - 1] == "-":
        return i - 2, f"{tree.lower[i - 2]} {tree.lower[i]}"
    if i >= 1 and tree.tag(i - 1) in ("NOUN", "PROPN", "ADJ"):
        return i - 1, f"{tree.lower[i - 1]} {tree.lower[i]}"
    return i, tree.lower[i]


def _carrier(tree: Tree, i: int) -> int | None:
    """The word that says that the event happens: a light verb with the noun as object, a verb of happening with it
    as subject; -1 for a headline's bare noun; None when nothing is said of it."""
    head, rel = tree.head(i), tree.base_rel(i)
    if rel == "conj" and head >= 0:
        return _carrier(tree, head)
    if head < 0:
        return -1 if not tree.kids(i, "nsubj", "cop") else None
    if rel == "nmod" and tree.lower[head] in ("series", "wave", "number", "dozens", "campaign", "round"):
        return _carrier(tree, head)
    verb = _key(tree, head)
    if rel == "obj" or tree.rel(i) == "nsubj:pass":
        return head if verb in _LIGHT_FORMS else None
    if rel == "nsubj" and (tree.lower[head] in _PREDICATES or tree.kids(head, "expl")):
        return head
    if rel == "nsubj" and not is_passive(tree, head):
        return (
            head
            if verb in _HAPPENING_FORMS or (tree.tag(head) == "VERB" and tree.lower[head] in _HAPPENING_FORMS)
            else None
        )
    if rel == "obl" and (_caused(tree, i, head) or _accused(tree, i, head)):
        return head
    return None


def _caused(tree: Tree, i: int, head: int) -> bool:
    """ "killed in an airstrike": the noun is the cause of an effect that is an event itself."""
    case = {tree.lower[k] for k in tree.kids(i, "case")}
    frames = VERB_FRAMES.get(tree.lower[head], ())
    return bool(case & {"in", "by", "from"}) and any(f.type.startswith("harm.") for f, _ in frames)


def _accused(tree: Tree, i: int, head: int) -> bool:
    """ "blamed the army for the raid"."""
    case = {tree.lower[k] for k in tree.kids(i, "case")}
    cue = CUE_FORMS.get(tree.lower[head])
    return bool(case & {"of", "for"}) and cue is not None and cue[1] == "accuses"


def _key(tree: Tree, i: int) -> str:
    particle = tree.kid(i, "compound:prt")
    if particle >= 0:
        return f"{tree.lower[i]} {tree.lower[particle]}"
    if tree.lower[i] in ("take", "took", "takes", "taken", "taking") and "place" in (
        tree.lower[k] for k in tree.kids(i, "obj")
    ):
        return f"{tree.lower[i]} place"
    if tree.lower[i] in ("carry", "carried", "carries", "carrying"):
        return f"{tree.lower[i]} out"
    return tree.lower[i]


_LIGHT_FORMS = frozenset(form for lemma in LIGHT_VERBS for form in verb_forms(lemma.replace("_", " ")))
_HAPPENING_FORMS = frozenset(form for lemma in HAPPENING_VERBS for form in verb_forms(lemma.replace("_", " ")))


# ---------------------------------------------------------------- one event, one trigger


def _once(tree: Tree, triggers: list[Trigger]) -> list[Trigger]:
    kept: list[Trigger] = []
    for trigger in triggers:
        if not any(_same_event(tree, trigger, other) for other in triggers if other is not trigger):
            kept.append(trigger)
    return kept


def _same_event(tree: Tree, weak: Trigger, strong: Trigger) -> bool:
    """True when `weak` only names again, carries or continues the event of `strong` in the same clause."""
    if weak.carrier >= 0 and weak.carrier == strong.head:
        return strong.frame.type == weak.frame.type
    if weak.frame.type == strong.frame.type and weak.head in tree.kids(strong.head, "conj"):
        return not tree.kids(weak.head, "nsubj") and object_(tree, weak.head) in (-1, object_(tree, strong.head))
    if weak.frame.type.startswith("movement.") and strong.frame.type.startswith("movement."):
        return _carries(tree, weak, strong) or weak.head in continuations(tree, strong.head)
    return False


def continuations(tree: Tree, i: int) -> tuple[int, ...]:
    """Verbs that go on telling the movement of i: coordinated with it, with a pronoun or nothing for an object
    ("evacuated the guards and took them to a camp")."""
    return tuple(
        k
        for k in tree.kids(i, "conj")
        if tree.tag(k) == "VERB"
        and not tree.kids(k, "nsubj", "nsubj:pass")
        and all(tree.lower[o] in ("them", "him", "her", "it") for o in tree.kids(k, "obj"))
        and tree.kids(k, "obj")
    )


def _carries(tree: Tree, weak: Trigger, strong: Trigger) -> bool:
    """ "trucks carrying civilians left": carrying tells who was moved by the leaving."""
    return (
        tree.base_rel(weak.head) == "acl"
        and subject(tree, strong.head)
        in (
            tree.head(weak.head),
            *tree.ancestors(weak.head),
        )
        and tree.tag(tree.head(weak.head)) in ("NOUN", "PROPN")
        and "vehicle" in nature(tree, tree.head(weak.head))
    )
