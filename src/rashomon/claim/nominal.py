"""Nominal triggers: event nouns of which something is said to happen, victims, and people said to be somewhere.

Rule: one tree and the tables of lexicon/frames.py. A noun names an event when a word carries it: a light verb with the
noun as object ("launched an offensive"), a verb of happening with it as subject ("clashes broke out"), a verb that
puts it into words ("speaks of a removal"); a headline's bare noun carries itself.
"""

from __future__ import annotations

from rashomon.claim.arguments import is_passive, misread_subject, subject
from rashomon.claim.conditions import holds, is_a
from rashomon.claim.nature import is_quantity, label_at, nature
from rashomon.claim.once import Trigger
from rashomon.lexicon.cues import NOUN_FORMS as CUE_NOUNS
from rashomon.lexicon.cues import VERB_FORMS as CUE_FORMS
from rashomon.lexicon.frames import (
    DESCRIBING,
    HAPPENING_VERBS,
    JOINING_FORMS,
    LIGHT_VERBS,
    NOUN_CARRIERS,
    NOUN_FRAMES,
    VERB_FRAMES,
    EventFrame,
)
from rashomon.lexicon.hedges import OPENINGS
from rashomon.lexicon.inflect import verb_forms
from rashomon.lexicon.nouns import CLASSES
from rashomon.record.tree import Tree

EXISTENTIAL = "there be"
_PRESENCE = EventFrame("state.presence", EXISTENTIAL, (("in", "place"), ("at", "place"), ("inside", "place")))
_PREDICATES = frozenset(
    (
        "under underway close near over visible evident widespread possible imminent likely complete finished dead off "
        "heavy severe extensive unconnected unrelated"
    ).split()
)
_GOING_ON = {"way": "under", "place": "in", "force": "in", "effect": "in"}
_FOLLOWED = frozenset("after following since during amid despite".split())
_SPANS = CLASSES["period"].split()
_RUNS = frozenset(w for span in _SPANS for w in (span, span + "s")) | frozenset(
    "series wave number dozens campaign round rounds spate string spell bout flurry outbreak".split()
)
"""Nouns of time or number that what happens is counted by ("after hours of clashes", "a wave of arrests")."""
_TAKING_PART = frozenset(
    "victim victims survivor survivors target perpetrator perpetrators organiser organisers organizer organizers "
    "witness witnesses scene site aftermath anniversary mastermind eyewitness wake object".split()
)
"""Nouns for who or what was in an event ("the victims of a bombing")."""
_POINTING = frozenset("the this that these those any no every such his her its their our my your".split())
_SOME = frozenset("several many some few no".split())
_CALLING = frozenset(form for lemma in ("call", "term", "label", "brand", "dub") for form in verb_forms(lemma))
_MANY = frozenset("dozens hundreds thousands scores number numbers".split())
_VICTIMS = frozenset({"dead", "wounded", "injured"})
_LIGHT_FORMS = frozenset(form for lemma in LIGHT_VERBS for form in verb_forms(lemma.replace("_", " ")))
_HAPPENING_FORMS = frozenset(form for lemma in HAPPENING_VERBS for form in verb_forms(lemma.replace("_", " ")))


def noun_trigger(tree: Tree, i: int) -> Trigger | None:
    """The event that token i names as a noun; None when it names none, or nothing is said of it."""
    if tree.lower[i] in _VICTIMS and (
        tree.kids(i, "nummod")
        or tree.base_rel(i) in ("obj", "nsubj")
        or (tree.base_rel(i) == "nmod" and tree.lower[tree.head(i)] in _MANY)
        or (i > 0 and tree.tag(i - 1) == "NUM" and not tree.kids(i, "cop"))
    ):
        return Trigger(i, i, i + 1, NOUN_FRAMES[tree.lower[i]][0][0], max(tree.head(i), 0))
    if tree.lower[i] == "sit" and tree.lower[i + 1 : i + 3] == ("-", "in"):
        return Trigger(i, i, i + 3, NOUN_FRAMES["sit-in"][0][0], _verb_before(tree, i))
    if not _nominal(tree, i) or tree.base_rel(i) in ("compound", "flat", "amod") or label_at(tree, i) == "Date":
        return None
    start, key = _compound_key(tree, i)
    frames = NOUN_FRAMES.get(key) or NOUN_FRAMES.get(tree.lower[i])
    if not frames:
        return _existential(tree, i)
    carrier = _carrier(tree, i)
    if carrier is None or not _carried_by(tree, i, carrier):
        return None
    for frame, _ in frames:
        if all(_noun_holds(tree, i, carrier, slot, wanted) for slot, wanted in frame.conditions):
            return Trigger(i, start if key in NOUN_FRAMES else i, i + 1, frame, carrier)
    return None


def _verb_before(tree: Tree, i: int) -> int:
    """The nearest verb before i, -1 without: what carries a word that parsers take apart."""
    return next((k for k in range(i - 1, -1, -1) if tree.tag(k) == "VERB"), -1)


def _nominal(tree: Tree, i: int) -> bool:
    """Nouns, and what is used as one: "fighting broke out", an event noun tagged as adjective that is an object."""
    if tree.tag(i) in ("NOUN", "PROPN"):
        return True
    if i >= 2 and tree.lower[i - 1] == "-" and f"{tree.lower[i - 2]} {tree.lower[i]}" in NOUN_FRAMES:
        return True  # "their pull-out"
    if tree.tag(i) == "VERB":
        used = tree.base_rel(i) == "nsubj" or tree.kids(i, "expl")  # "there was fighting"
        return tree.lower[i].endswith("ing") and bool(used) and not tree.kids(i, "nsubj", "obj")
    return tree.tag(i) == "ADJ" and tree.base_rel(i) == "obj"


def _carried_by(tree: Tree, i: int, carrier: int) -> bool:
    allowed = NOUN_CARRIERS.get(tree.lower[i])
    return allowed is None or (carrier >= 0 and bool({tree.lower[carrier], _key(tree, carrier)} & allowed))


def _noun_holds(tree: Tree, i: int, carrier: int, slot: str, wanted: tuple[str, ...]) -> bool:
    """Conditions of a noun's row: its own phrases, and who does it by the verb that carries it."""
    if slot == "subj":
        by = next((n for p, n in tree.obliques(i) if p in ("by", "of")), -1)
        found = by if by >= 0 else subject(tree, carrier) if carrier >= 0 else -1
        return found >= 0 and found != i and is_a(tree, found, wanted)
    if slot == "carrier":
        return carrier >= 0 and any(tree.lower[carrier] in verb_forms(lemma) for lemma in wanted)
    return holds(tree, i, slot, wanted)


def _existential(tree: Tree, i: int) -> Trigger | None:
    """ "There are hundreds of families": people said to be somewhere. The people are the trigger, the counted phrase
    its carrier."""
    head = tree.head(i)
    if tree.base_rel(i) != "nsubj" or head < 0 or not tree.kids(head, "expl"):
        return None
    people = next((n for p, n in tree.obliques(i) if p == "of"), i) if is_quantity(tree, i) else i
    counted = (
        people != i
        or is_quantity(tree, i)
        or tree.kids(i, "nummod")
        or any(tree.lower[k] in _SOME for k in tree.kids(i, "amod", "det"))
    )
    if not counted or not nature(tree, people) & {"people", "force"}:
        return None
    return Trigger(people, people, people + 1, _PRESENCE, i)


def _compound_key(tree: Tree, i: int) -> tuple[int, str]:
    if i >= 2 and tree.lower[i - 1] == "-":
        return i - 2, f"{tree.lower[i - 2]} {tree.lower[i]}"
    if i >= 1 and (tree.tag(i - 1) in ("NOUN", "PROPN", "ADJ") or tree.base_rel(i - 1) == "amod"):
        return i - 1, f"{tree.lower[i - 1]} {tree.lower[i]}"
    return i, tree.lower[i]


def _carrier(tree: Tree, i: int) -> int | None:
    """The word that says that the event happens: a light verb with the noun as object, a verb of happening with it
    as subject; -1 for a headline's bare noun; None when nothing is said of it."""
    head, rel = tree.head(i), tree.base_rel(i)
    if rel == "conj" and head >= 0:
        return _carrier(tree, head)
    if tree.lower[i] == "strike" and any(tree.lower[k] == "on" for k in tree.kids(i, "case")):
        return i if tree.kids(i, "cop") else head  # "have been on strike", "went on strike"
    if tree.kids(i, "expl") or (
        tree.kids(i, "cop") and any(tree.lower[k] in ("under", "in") for k in tree.kids(i, "case"))
    ):
        return i  # "there were clashes", "is under siege", "are in talks"
    if head < 0:
        bare = tree.kids(i, "nsubj", "cop") or not tree.kids(
            i, "nmod", "compound", "amod", "nummod", "obl", "nmod:poss"
        )
        return None if bare else -1
    if rel == "nmod" and tree.lower[head] in _RUNS and any(tree.lower[k] == "of" for k in tree.kids(i, "case")):
        return _carrier(tree, head)
    if rel == "nmod" and tree.lower[head] in OPENINGS:
        return None
    if rel == "nmod" and tree.lower[head] in _TAKING_PART and is_new(tree, i):
        return head
    if (going_on := _goes_on(tree, i)) >= 0:
        return going_on
    verb = _key(tree, head)
    if rel == "obl" and i == head + 1 and not tree.kids(i, "case"):
        rel = "obj"  # "resumed dialogue", its object misread
    if _before_its_verb(tree, i):
        rel = "obj" if tree.passive(head) else "nsubj"
    if rel == "nsubj" and " " in verb and verb in _HAPPENING_FORMS:
        return head  # "no evacuation has taken place", read as a passive
    if rel == "obj" or (rel == "nsubj" and is_passive(tree, head)):
        return head if verb in _LIGHT_FORMS or tree.lower[head] in NOUN_CARRIERS.get(tree.lower[i], ()) else None
    if rel == "nsubj" and (_under_way(tree, head) or tree.kids(head, "expl") or _causes(tree, head)):
        return head
    if rel == "nsubj" and _told_as_new(tree, i, head):
        return head
    if rel == "nsubj" and not is_passive(tree, head):
        return (
            head
            if verb in _HAPPENING_FORMS or (tree.tag(head) == "VERB" and tree.lower[head] in _HAPPENING_FORMS)
            else None
        )
    if rel == "nmod" and tree.lower[head] in CUE_NOUNS and any(tree.lower[k] == "of" for k in tree.kids(i, "case")):
        return head  # "reports of clashes"
    if rel in ("obl", "nmod") and (owned := _owned_up_to(tree, i, head)) >= 0:
        return owned
    if rel in ("obl", "nmod") and (part := _taken_part(tree, i, head)) >= 0:
        return part
    if rel in ("obl", "nmod", "advcl") and _presupposed(tree, i):
        return head
    if rel == "xcomp" and tree.lower[head] in _CALLING and tree.tag(i) == "NOUN":
        return head
    if rel == "obl" and any(test(tree, i, head) for test in (_caused, _accused, _put_into_words)):
        return head
    return None


def _goes_on(tree: Tree, i: int) -> int:
    """ "the operation, which continues", "a raid that killed eight": the verb of its relative clause; -1 without."""
    for verb in tree.kids(i, "acl:relcl"):
        told = [tree.lower[k] for k in tree.kids(verb, "nsubj")]
        if (tree.lower[verb] in _HAPPENING_FORMS or _causes(tree, verb)) and set(told) & {"which", "that"}:
            return verb
        if tree.kids(verb, "nsubj") and not set(told) & {"which", "that"} and tree.lower[verb] in _LIGHT_FORMS:
            return verb  # "the raid that the group announced"
    return -1


def _before_its_verb(tree: Tree, i: int) -> bool:
    """ "an air strike hit a market": an object before its verb, which has no other subject, was misread."""
    head = tree.head(i)
    misread = tree.base_rel(i) in ("obj", "xcomp") and misread_subject(tree, i, head)
    return misread and not tree.kids(head, "nsubj", "nsubj:pass", "mark")


def _under_way(tree: Tree, head: int) -> bool:
    """ "is under way", "is in place", "came into force"."""
    case = _GOING_ON.get(tree.lower[head])
    return tree.lower[head] in _PREDICATES or any(tree.lower[k] == case for k in tree.kids(head, "case"))


def _told_as_new(tree: Tree, i: int, head: int) -> bool:
    """ "a raid on a village has shocked the region": an event that is not pointed back to ("the raid", "that raid")
    and does something happens by being told."""
    return (
        not is_passive(tree, head)
        and tree.tag(head) == "VERB"
        and tree.lower[head] not in CUE_FORMS
        and is_new(tree, i)
    )


def is_new(tree: Tree, i: int) -> bool:
    """True for an event noun that is not pointed back to, or that says itself what it was done to."""
    if tree.tag(i) == "PROPN" or (i + 1 < len(tree) and tree.tokens[i + 1].text[:1].isupper()):
        return False  # "Operation Dawn"
    back = {tree.lower[k] for k in tree.kids(i, "det", "nmod:poss")} & _POINTING
    whole = any(
        tree.lower[c] in ("of", "on", "against", "between") for k in tree.kids(i, "nmod") for c in tree.kids(k, "case")
    )
    return not back or (whole and back == {"the"})


def _causes(tree: Tree, head: int) -> bool:
    """ "clashes displaced 6,000 people", "shelling killed ten": the noun does what an event frame says."""
    frames = VERB_FRAMES.get(_key(tree, head)) or VERB_FRAMES.get(tree.lower[head], ())
    effects = ("harm.", "movement.flight", "movement.expulsion")
    return not is_passive(tree, head) and any(f.type.startswith(effects) for f, _ in frames)


def _taken_part(tree: Tree, i: int, head: int) -> int:
    """ "took part in the evacuation", "joined in the protest": the verb of taking part; -1 without one."""
    if not any(tree.lower[k] == "in" for k in tree.kids(i, "case")):
        return -1
    if tree.lower[head] == "part" and tree.base_rel(head) == "obj":
        return tree.head(head)
    part = any(tree.lower[k] == "part" for k in tree.kids(head, "obj"))
    return head if part or tree.lower[head] in JOINING_FORMS else -1


def _presupposed(tree: Tree, i: int) -> bool:
    """ "after the arrest of the mayor": what something else followed has happened, where it says to whom or by whom."""
    case = {tree.lower[k] for k in tree.kids(i, "case", "mark")}
    told = bool(tree.kids(i, "nmod:poss")) or any(p in ("of", "by", "from", "to") for p, _ in tree.obliques(i))
    return bool(case & _FOLLOWED) and (told or is_new(tree, i))


def _owned_up_to(tree: Tree, i: int, head: int) -> int:
    """ "claimed responsibility for the attack", "is responsible for the raid": the word that says so; -1 without."""
    if not any(tree.lower[k] == "for" for k in tree.kids(i, "case")):
        return -1
    if tree.lower[head] == "responsible":
        return head
    if tree.lower[head] == "responsibility" and tree.base_rel(head) == "obj":
        return tree.head(head)
    return head if any(tree.lower[k] == "responsibility" for k in tree.kids(head, "obj")) else -1


def _put_into_words(tree: Tree, i: int, head: int) -> bool:
    """ "speaks of a forced removal", "amounted to a deportation"."""
    case = {tree.lower[c] for k in tree.kids(i, "case", "advmod") for c in (k, *tree.kids(k, "fixed"))}
    return bool(case & DESCRIBING.get(tree.lower[head], frozenset()))


def _caused(tree: Tree, i: int, head: int) -> bool:
    """ "killed in an airstrike": the noun is the cause of an effect that is an event itself; "was paralysed by a
    walkout": whatever is done by an event that is told as new."""
    case = {tree.lower[k] for k in tree.kids(i, "case")}
    if (
        case == {"by"}
        and is_passive(tree, head)
        and is_new(tree, i)
        and tree.lower[head] not in ("backed", "supported")
    ):
        return True
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
    after = f"{tree.lower[i]} {tree.lower[i + 1]}" if i + 1 < len(tree) else ""
    if after in _LIGHT_FORMS or after in _HAPPENING_FORMS:
        return after
    if tree.lower[i] in ("take", "took", "takes", "taken", "taking") and "place" in (
        tree.lower[k] for k in tree.kids(i, "obj")
    ):
        return f"{tree.lower[i]} place"
    if tree.lower[i] in ("carry", "carried", "carries", "carrying"):
        return f"{tree.lower[i]} out"
    return tree.lower[i]
