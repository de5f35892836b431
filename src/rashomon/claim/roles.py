"""Roles: which words fill which role of a trigger's frame.

Rule: one tree, one trigger; spans out. Words stay words: a place is named here and grounded later. Grammar comes
first; where it is silent, the semantic role labels of the encoder speak (arguments.py, and ARGM-LOC, ARGM-TMP here).
"""

from __future__ import annotations

from rashomon.claim.arguments import is_passive, object_, phrase, subject
from rashomon.claim.located import LOCATED
from rashomon.claim.nature import PLACE_LABELS, label_at, nature
from rashomon.claim.nominal import EXISTENTIAL
from rashomon.claim.once import Trigger, continuations
from rashomon.lexicon.cues import VERB_FORMS as CUE_FORMS
from rashomon.lexicon.frames import (
    GENERAL_ROLES,
    GOAL_FORMS,
    HITTING_FORMS,
    JOINING_FORMS,
    MEDIATING_FORMS,
    MEDIATIONS,
    SPECIFIC_ROLES,
    WITNESSING_FORMS,
)
from rashomon.record import Span
from rashomon.record.tree import Tree

Roles = dict[str, list[int]]
PLACE_PREPOSITIONS = frozenset(
    (
        "in at near around inside outside within between across throughout along over beside behind against north_of "
        "south_of east_of west_of northeast_of northwest_of southeast_of southwest_of outside_of close_to on"
    ).split()
)
_LEADING_ON = frozenset("back across out over up down away home north south east west".split())
_ABOARD = frozenset("in aboard on by with".split())
_YONDER = frozenset("there home abroad ashore inland".split())
_LANDING = ("violence.shelling", "violence.bombing", "violence.airstrike")
"""Types of what comes down or goes off somewhere: where it does is what it hits, unless that is a mere name."""
_BORDERS = frozenset("border frontier".split())
_ARMS = frozenset("weapon heavyarms smallarms planted chemical drone".split())
_UNSAID = frozenset({"people", "period", "civilian", "fighter", "captive"})
_ADVERBIAL = ("origin", "destination", "via", "time", "means")
_TIME_WORDS = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december today yesterday tomorrow tonight dawn dusk midnight noon overnight"
    ).split()
)


def find_roles(tree: Tree, trigger: Trigger) -> tuple[tuple[str, tuple[Span, ...]], ...]:
    """Role name -> spans, sorted by name; "place" and "time" hold the event's own words for where and when."""
    found = (
        _noun_roles(tree, trigger)
        if trigger.frame.lemma != LOCATED and trigger.carrier >= -1 and _is_noun(tree, trigger)
        else _verb_roles(tree, trigger)
    )
    _fill(found, "target", _goals(tree, trigger), only_new=True)
    if trigger.frame.type.startswith("deal."):
        _fill(found, "mediator", _mediators(tree, trigger), only_new=True)
    _continued(tree, trigger, found)
    _from_labels(tree, trigger, found)
    _split_vehicles(tree, trigger, found)
    _generalise(tree, trigger.frame.type, found)
    apart = {role: [h for r in _ADVERBIAL if r != role for h in found.get(r, [])] for role in found}
    riders = [tree.head(h) for h in found.get("moved", []) if tree.base_rel(tree.head(h)) == "acl"]
    apart["means"] = [*apart.get("means", []), *riders]
    spans = {role: _spans(tree, heads, trigger, apart[role]) for role, heads in found.items()}
    if trigger.frame.lemma == LOCATED and trigger.frame.type == "state.presence" and tree.kids(trigger.head, "case"):
        spans["place"] = (tree.span(*phrase(tree, trigger.head)),)
    if trigger.frame.lemma == EXISTENTIAL:
        spans |= dict.fromkeys(("present", "target"), (tree.span(*phrase(tree, trigger.carrier)),))
    return tuple(sorted((role, words) for role, words in spans.items() if words))


def _is_noun(tree: Tree, trigger: Trigger) -> bool:
    return (
        tree.tag(trigger.head) in ("NOUN", "PROPN") and not tree.lower[trigger.head].endswith("ing")
    ) or trigger.carrier >= 0


def _verb_roles(tree: Tree, trigger: Trigger) -> Roles:
    found: Roles = {}
    head, frame = trigger.head, trigger.frame
    actor, patient = subject(tree, head), object_(tree, head)
    same = frame.role("s") == frame.role("o") == "moved" and patient >= 0
    _fill(found, "actor" if same else frame.role("s"), _coordinated(tree, actor))
    _fill(found, frame.role("o"), _coordinated(tree, patient))
    for preposition, noun in tree.obliques(head):
        _oblique(tree, trigger, preposition, noun, found)
    for node in (*_with_complements(tree, patient), *_onward(tree, trigger)):
        for preposition, noun in tree.obliques(node):
            if frame.role(preposition) is not None or preposition in ("near", "at"):
                _oblique(tree, trigger, preposition, noun, found, only_new=True)
    for noun in tree.kids(head, "obl:tmod", "nmod:tmod", "obl:unmarked", "obl:npmod", "nmod:unmarked"):
        _fill(found, "time", [noun] if _is_time(tree, noun) else [])
    if frame.role("to") == "destination":
        yonder = [k for k in tree.kids(head, "advmod") if k > head and tree.lower[k] in _YONDER]
        beyond = [k for k in found.get("via", []) if tree.lower[k] in _BORDERS]
        _fill(found, "destination", yonder or beyond, only_new=True)
    return found


def _mediators(tree: Tree, trigger: Trigger) -> list[int]:
    """Who brings the sides together: "talks brokered by X", "negotiations under the auspices of X"."""
    nodes = [k for k in (trigger.head, trigger.carrier) if k >= 0]
    told = [v for k in nodes for v in tree.kids(k, "acl") if tree.lower[v] in MEDIATING_FORMS]
    found = [n for v in told for p, n in tree.obliques(v) if p == "by"]
    found += [
        n
        for k in nodes
        for p, noun in tree.obliques(k)
        if p == "under" and tree.lower[noun] in MEDIATIONS
        for q, n in tree.obliques(noun)
        if q == "of"
    ]
    return [k for one in found[:1] for k in _coordinated(tree, one)]


def _onward(tree: Tree, trigger: Trigger) -> list[int]:
    """Words that hang on a verb of movement and lead on: "walked back to the camp", "forced them to walk to Orlim"."""
    if not trigger.frame.type.startswith("movement."):
        return []
    adverbs = [k for k in tree.kids(trigger.head, "advmod", "compound:prt") if tree.lower[k] in _LEADING_ON]
    return [*adverbs, *(tree.kids(trigger.head, "xcomp") if tree.kids(trigger.head, "obj", "nsubj:pass") else ())]


def _continued(tree: Tree, trigger: Trigger, found: Roles) -> None:
    """ "evacuated the guards and took them to a camp": where they were taken belongs to the one movement."""
    for verb in continuations(tree, trigger.head) if trigger.frame.type.startswith("movement.") else ():
        for preposition, noun in tree.obliques(verb):
            _oblique(tree, trigger, preposition, noun, found, only_new=True)


def _with_complements(tree: Tree, i: int) -> list[int]:
    """A phrase's head and the nouns that hang on it by "of": where a parser may attach what follows the object."""
    if i < 0:
        return []
    return [i, *(noun for preposition, noun in tree.obliques(i) if preposition == "of")]


def _goals(tree: Tree, trigger: Trigger) -> list[int]:
    """Of "an offensive to oust the rebels": whom or what the purpose clause is about."""
    nodes = [
        *tree.kids(trigger.head, "acl", "advcl"),
        *(tree.kids(trigger.carrier, "advcl", "xcomp") if trigger.carrier >= 0 else ()),
    ]
    goals = [node for node in nodes if tree.lower[node] in GOAL_FORMS and tree.marked(node, "to")]
    return [k for node in goals for k in tree.kids(node, "obj")][:1]


def _noun_roles(tree: Tree, trigger: Trigger) -> Roles:
    found: Roles = {}
    head, carrier = trigger.head, trigger.carrier
    for preposition, noun in tree.obliques(head):
        _oblique(tree, trigger, preposition, noun, found)
    for whole in [noun for preposition, noun in tree.obliques(head) if preposition == "of"]:
        for preposition, noun in tree.obliques(whole):
            if preposition in ("from", "to", "by"):
                _oblique(tree, trigger, preposition, noun, found, only_new=True)
    owner = tree.kid(head, "nmod:poss")
    if owner >= 0:
        _fill(found, trigger.frame.role("s"), [owner])
    if carrier >= 0:
        _from_carrier(tree, trigger, found)
        for preposition, noun in tree.obliques(carrier):
            if noun != head:
                _oblique(tree, trigger, preposition, noun, found, only_new=True)
        for noun in tree.kids(carrier, "obl:tmod", "obl:unmarked", "obl:npmod"):
            _fill(found, "time", [noun] if _is_time(tree, noun) else [])
    named = [
        k for k in tree.kids(head, "compound", "amod") if label_at(tree, k) in ("Organization", "NORP", "Location")
    ]
    if named and not found.get("actor"):
        _fill(found, trigger.frame.role("s"), named[:1])
    return found


def _from_carrier(tree: Tree, trigger: Trigger, found: Roles) -> None:
    """Who does what an event noun names, and to what, by the verb that carries it: "X launched an offensive", "X took
    part in the protest", "blamed X for the raid", "an air strike hit Y"."""
    head, carrier, verb = trigger.head, trigger.carrier, tree.lower[trigger.carrier]
    does, rel = trigger.frame.role("s"), tree.base_rel(head)
    objects = {tree.lower[k] for k in tree.kids(carrier, "obj")}
    taking_part = carrier == head or verb in JOINING_FORMS or verb == "responsible"
    taking_part = taking_part or bool(objects & {"part", "responsibility"})
    if rel == "obl" and CUE_FORMS.get(verb, ("", ""))[1] == "accuses":
        _fill(found, does, _coordinated(tree, object_(tree, carrier)), only_new=True)
    elif taking_part or (verb not in WITNESSING_FORMS and (rel == "obj" or tree.rel(head) == "nsubj:pass")):
        doer = subject(tree, carrier)
        _fill(found, does, _coordinated(tree, doer) if doer != head else [], only_new=True)
    if verb in HITTING_FORMS and not is_passive(tree, carrier) and rel in ("nsubj", "obj") and head < carrier:
        hit = object_(tree, carrier)
        _fill(found, "target", _coordinated(tree, hit) if hit != head else [], only_new=True)


def _oblique(tree: Tree, trigger: Trigger, preposition: str, noun: int, found: Roles, only_new: bool = False) -> None:
    if _is_time(tree, noun):
        _fill(found, "time", [noun], only_new)
        return
    if preposition == "of" and "out" in (tree.lower[k] for k in tree.kids(trigger.head, "compound:prt", "advmod")):
        preposition = "out_of"
    role = trigger.frame.role(preposition)
    kinds = nature(tree, noun)
    if preposition == "by" and is_passive(tree, trigger.head) and "vehicle" not in kinds:
        return
    if trigger.frame.type.startswith("movement.") and preposition in _ABOARD and kinds & {"vehicle"}:
        role = "means" if "people" not in kinds else role
    if (role == "means" and "vehicle" not in kinds) or (
        role == "destination" and preposition == "for" and not _whither(tree, noun, kinds)
    ):
        role = None
    if role is None and preposition in PLACE_PREPOSITIONS and kinds & {"place", "toponym"}:
        role = "place"
    if role == "place" and not kinds & {"place", "toponym", "building"}:
        role = None
    if role == "victim" and preposition == "of" and not kinds:
        role = None  # "wounds of varying severity"
    if role is not None:
        _fill(found, role, _coordinated(tree, noun), only_new)


def _whither(tree: Tree, noun: int, kinds: frozenset[str]) -> bool:
    """ "left for the olive groves", but not "left for good", "left for two days", "left for his brother": a place, or a
    thing that is pointed to and is in no class."""
    if "place" in kinds or "building" in kinds:
        return True
    pointed = any(tree.lower[k] == "the" for k in tree.kids(noun, "det"))
    return pointed and bool(kinds & {"unknown", "named"}) and not kinds & _UNSAID


def _is_time(tree: Tree, i: int) -> bool:
    return label_at(tree, i) == "Date" or tree.lower[i] in _TIME_WORDS or "period" in nature(tree, i)


def _coordinated(tree: Tree, i: int) -> list[int]:
    """Named parties that are coordinated stand as fillers of their own ("the army and the Front"); other
    coordinations stay one phrase ("men, women and children")."""
    if i < 0:
        return []
    members = tree.conjuncts(i)
    if len(members) > 1 and all(
        label_at(tree, k) or tree.tag(k) == "PROPN" or "force" in nature(tree, k) for k in members
    ):
        return [i, *members[1:]]
    return [i]


def _fill(found: Roles, role: str | None, heads: list[int], only_new: bool = False) -> None:
    if role is None or not heads or (only_new and found.get(role)):
        return
    slot = found.setdefault(role, [])
    slot += [h for h in heads if h >= 0 and h not in slot]


def _split_vehicles(tree: Tree, trigger: Trigger, found: Roles) -> None:
    """Vehicles as the subject of moving are the means; who they belong to acts, whom they carry is moved."""
    if not trigger.frame.type.startswith("movement."):
        return
    aboard = [n for p, n in tree.obliques(trigger.head) if p == "with" and "people" in nature(tree, n)]
    for head in found.get("means", []):
        _fill(found, "moved", _riders(tree, head) or aboard, only_new=True)
    for role in ("actor", "moved"):
        for head in list(found.get(role, [])):
            if "vehicle" not in nature(tree, head) or "people" in nature(tree, head):
                continue
            riders = _riders(tree, head)
            if role == "actor" or riders:
                found[role].remove(head)
                _fill(found, "means", [head])
                _fill(found, "moved", riders)
            if role == "actor":
                _fill(found, "actor", _owners(tree, head))


def _riders(tree: Tree, vehicle: int) -> list[int]:
    for kid in tree.kids(vehicle, "acl"):
        if tree.lower[kid] in ("carrying", "transporting", "bringing", "taking", "with"):
            return _only(tree.kid(kid, "obj"))
    for kid in tree.kids(vehicle, "nmod"):
        if any(tree.lower[c] in ("carrying", "with", "of") for c in tree.kids(kid, "case")) and "people" in nature(
            tree, kid
        ):
            return [kid]
        deeper = _riders(tree, kid) if "vehicle" in nature(tree, kid) else []
        if deeper:
            return deeper
    return []


def _owners(tree: Tree, vehicle: int) -> list[int]:
    owners = [k for k in tree.kids(vehicle, "nmod", "nmod:poss") if "force" in nature(tree, k)]
    named = [
        k for k in tree.kids(vehicle, "compound", "amod") if label_at(tree, k) in ("Organization", "NORP", "Location")
    ]
    return (owners or named)[:1]


def _only(i: int) -> list[int]:
    return [i] if i >= 0 else []


def _from_labels(tree: Tree, trigger: Trigger, found: Roles) -> None:
    """Fills what grammar left open from the semantic roles of the encoder."""
    frame = tree.frames.get(trigger.head)
    if frame is None:
        return
    wanted = {"ARGM-LOC": "place", "ARGM-TMP": "time"}
    filled = {h for heads in found.values() for h in heads}
    for argument in frame.arguments:
        role = wanted.get(argument.label)
        head = next(
            (i for i in range(argument.start, argument.end) if not argument.start <= tree.head(i) < argument.end), -1
        )
        if role is None or head < 0 or head in filled or found.get(role) or trigger.start <= head < trigger.end:
            continue
        if role == "time" and not _is_time(tree, head):
            continue
        if tree.tag(head) in ("NOUN", "PROPN", "PRON", "NUM") and (
            role != "place" or nature(tree, head) & {"place", "toponym"}
        ):
            _fill(found, role, [head])


def _generalise(tree: Tree, event_type: str, found: Roles) -> None:
    for role, general in GENERAL_ROLES.items():
        if role in found and general not in found:
            found[general] = list(found[role])
    armed = [h for h in found.get("cause", []) if nature(tree, h) & _ARMS and not nature(tree, h) & {"people", "force"}]
    if armed:
        found.setdefault("means", armed)
    doers = [h for h in found.get("cause", []) if nature(tree, h) & {"force", "people"}]
    if doers:
        found.setdefault("actor", doers)
    for general, specific in SPECIFIC_ROLES.get(event_type, {}).items():
        if general in found and specific not in found:
            found[specific] = list(found[general])
    if event_type in _LANDING and not found.get("target"):
        _fill(found, "target", [h for h in found.get("place", []) if "toponym" not in nature(tree, h)])
    if event_type == "territory.capture" and found.get("target"):
        found.setdefault("place", list(found["target"]))
    if event_type.startswith("deal.") and "actor" not in found and found.get("party"):
        found["actor"] = found["party"][:1]


def _spans(tree: Tree, heads: list[int], trigger: Trigger, others: list[int]) -> tuple[Span, ...]:
    runs = []
    for head in heads:
        start, end = phrase(tree, head)
        if start <= trigger.head < end:
            start, end = _around(tree, head, trigger)
        end = _before_others(tree, head, end, others)
        if start < end and not start <= trigger.head < end:
            runs.append((start, end))
    return tuple(sorted(tree.span(*run) for run in dict.fromkeys(runs)))


def _before_others(tree: Tree, head: int, end: int, others: list[int]) -> int:
    """Where a phrase ends when a prepositional phrase inside it fills a role of its own ("troops from Orlim")."""
    for other in others:
        if head < other < end and tree.base_rel(other) in ("nmod", "obl", "acl"):
            end = min(end, max(tree.run(other)[0], head + 1))
    return end


def _around(tree: Tree, head: int, trigger: Trigger) -> tuple[int, int]:
    """A phrase that holds its own trigger ("the fighters evacuated on Monday"): its words before the trigger."""
    start, end = tree.run(head, ("acl", "acl:relcl", "case", "appos"))
    return (start, min(end, trigger.head)) if start <= trigger.head and head < trigger.head else (head, head + 1)


__all__ = ["PLACE_LABELS", "find_roles"]
