"""Motion: movements told by verbs of no table, from the semantic roles of the encoder ("burst into the newsroom").

Rule: one tree in, one trigger out. A verb with an argument of direction (PropBank ARG4, ARGM-DIR, ARGM-GOL, or a path
after a preposition of motion) moves its object, or its subject where it has none; what moves and which way decides the
type. Source of the labels: Palmer, Gildea & Kingsbury (2005).
"""

from __future__ import annotations

from rashomon.claim.arguments import object_, subject
from rashomon.claim.nature import nature
from rashomon.claim.once import Trigger
from rashomon.lexicon.cues import VERB_FORMS as CUE_FORMS
from rashomon.lexicon.frames import PATH_ROLES, EventFrame
from rashomon.lexicon.motion import ALONG, AWAY, BACK, BY_DIRECTION, PATHS, STILL_FORMS
from rashomon.record import Labelled
from rashomon.record.tree import Tree

_DIRECTIONAL = frozenset({"ARG4", "ARGM-DIR", "ARGM-GOL"})
_MAYBE = frozenset({"ARG2", "ARG3", "ARGM-LOC"})
_AREA = frozenset({"place", "toponym", "building", "vehicle", "unknown"})


def motion_trigger(tree: Tree, i: int) -> Trigger | None:
    """The movement that verb i tells of by its direction alone; None when it has none, or nothing moves."""
    if tree.tag(i) != "VERB" or tree.lower[i] in CUE_FORMS or tree.lower[i] in STILL_FORMS:
        return None
    way = _way(tree, i)
    if way is None:
        return None
    taken = object_(tree, i)
    moving = taken if taken >= 0 else subject(tree, i)
    if moving < 0:
        return None
    kinds = nature(tree, moving)
    for caused, direction, wanted, event in BY_DIRECTION:
        if caused == (taken >= 0) and direction == way and kinds & wanted:
            return Trigger(i, i, i + 1, EventFrame(event, tree.lower[i], _roles(caused)))
    return None


def _way(tree: Tree, i: int) -> str | None:
    """ "back", "away" or "to": which way the predicate leads; None when it leads nowhere."""
    frame = tree.frames.get(i)
    ways = [w for a in frame.arguments if (w := _leads(tree, i, a)) is not None] if frame is not None else []
    return next((w for w in ("back", "away", "to") if w in ways), None)


def _leads(tree: Tree, i: int, argument: Labelled) -> str | None:
    if argument.start <= i or argument.label not in _DIRECTIONAL | _MAYBE:
        return None
    words = tree.lower[argument.start : argument.end]
    if words[0] in BACK and argument.end - argument.start <= 4:
        return "back"
    if words[0] not in AWAY | ALONG or not any(nature(tree, k) & _AREA for k in _nouns(tree, argument)):
        return None
    if argument.label in _MAYBE and words[0] not in PATHS:
        return None
    return "away" if words[0] in AWAY else "to"


def _nouns(tree: Tree, argument: Labelled) -> list[int]:
    return [
        k
        for k in range(argument.start, argument.end)
        if tree.tag(k) in ("NOUN", "PROPN") and not argument.start <= tree.head(k) < argument.end
    ]


def _roles(caused: bool) -> tuple[tuple[str, str], ...]:
    own = (("s", "actor"), ("o", "moved")) if caused else (("s", "moved"),)
    return (*own, *PATH_ROLES)
