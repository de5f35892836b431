"""Located: what a sentence says somebody or something is in, under or on ("300 families are still in the camp").

Rule: one tree; a predicate that is no verb in, a trigger out. The word of being is the trigger's span, the predicate
its head; who or what is there is its subject.
"""

from __future__ import annotations

from rashomon.claim.arguments import subject
from rashomon.claim.nature import is_quantity, nature
from rashomon.claim.once import Trigger
from rashomon.lexicon.frames import EventFrame
from rashomon.record.tree import Tree

LOCATED = "be there"
_INSIDE = frozenset("in inside at on under within between behind below underneath".split())
_PEOPLE = frozenset({"people", "captive"})
_AREA = frozenset({"place", "toponym", "building"})
_THERE = frozenset("inside there present aboard underground ashore nearby stationed based underneath".split())
_BE = frozenset("is are was were".split())
_REST = frozenset("remaining last many several few other some".split())
_BACK = frozenset({"back", "home"})
_STATES: tuple[tuple[str, frozenset[str], str, frozenset[str], str], ...] = (
    ("in", frozenset({"hands"}), "custody.detention", _PEOPLE, "taken"),
    ("in", frozenset({"hands"}), "territory.capture", _AREA, "target"),
    ("under", frozenset({"control"}), "territory.capture", _AREA, "target"),
    ("in", frozenset("captivity custody detention prison jail".split()), "custody.detention", _PEOPLE, "taken"),
    ("below", frozenset({"ground"}), "state.presence", _PEOPLE, "present"),
    ("under", frozenset({"ground", "rubble"}), "state.presence", _PEOPLE, "present"),
    ("in", frozenset({"control"}), "territory.capture", frozenset({"force", "fighter"}), "actor"),
    ("in", frozenset({"condition", "coma"}), "harm.casualties", _PEOPLE, "victim"),
    ("in", frozenset("ruins flames rubble".split()), "harm.damage", frozenset({"building", "place"}), "object"),
    ("on", frozenset({"way"}), "movement.deployment", frozenset({"fighter", "weapon"}), "moved"),
    ("on", frozenset({"way"}), "movement.transfer", frozenset({"people", "vehicle", "goods"}), "moved"),
    ("on", frozenset({"street", "streets"}), "movement.deployment", frozenset({"fighter", "weapon"}), "moved"),
    ("", frozenset({"free"}), "custody.release", _PEOPLE, "released"),
    ("on", frozenset({"move", "run"}), "movement.flight", _PEOPLE, "moved"),
    ("on", frozenset({"bail", "parole"}), "custody.release", _PEOPLE, "released"),
    ("at", frozenset({"standstill"}), "movement.passage_blocked", frozenset({"route", "vehicle"}), "blocked"),
    ("behind", frozenset({"bars"}), "custody.detention", _PEOPLE, "taken"),
    ("", frozenset({"home"}), "movement.return", _PEOPLE, "moved"),
    ("", frozenset({"back"}), "movement.return", _PEOPLE, "moved"),
    ("", _THERE, "state.presence", frozenset({"people", "force"}), "present"),
    ("in", frozenset({"open", "need", "place"}), "state.presence", frozenset({"civilian"}), "present"),
)
"""preposition ("" for an adverb), predicates, type, classes of the subject, its role."""


def may_be_located(tree: Tree) -> list[int]:
    """The tokens of a sentence that `located_trigger` may hold of, in order."""
    linked = {tree.head(k) for k in range(len(tree)) if tree.base_rel(k) == "cop"}
    return sorted({i for i in linked if i >= 0} | {i for i, word in enumerate(tree.lower) if word in _BACK})


def located_trigger(tree: Tree, i: int) -> Trigger | None:
    """The state that predicate i puts its subject in; None when it is no such predicate."""
    copulas = tree.kids(i, "cop") or ((i - 1,) if _stands_back(tree, i) else ())
    if not copulas or subject(tree, i) < 0:
        return None
    if tree.lower[i] == "home" and any(p == "to" and nature(tree, n) & _PEOPLE for p, n in tree.obliques(i)):
        return _trigger(i, copulas[0], EventFrame("state.presence", LOCATED, (("s", "place"), ("to", "present"))))
    case = {tree.lower[k] for k in tree.kids(i, "case")} or {""}
    kinds = nature(tree, subject(tree, i))
    for preposition, words, event, wanted, role in _STATES:
        if preposition in case and tree.lower[i] in words and kinds & wanted:
            return _trigger(i, copulas[0], EventFrame(event, LOCATED, (("s", role), ("of", "actor"))))
    told = subject(tree, i)
    counted = is_quantity(tree, told) or any(tree.lower[k] in _REST for k in tree.kids(told, "amod"))
    counted = counted or bool(tree.kids(told, "nummod"))
    inside = bool(case & _INSIDE) and bool(nature(tree, i) & {"place", "vehicle", "building"})
    if inside and kinds & {"people", "force"} and (counted or _still(tree, i)):
        return _trigger(i, copulas[0], EventFrame("state.presence", LOCATED, (("s", "present"),)))
    return None


def _stands_back(tree: Tree, i: int) -> bool:
    """ "is back in the monastery", with the copula hung on what follows."""
    return i > 0 and tree.lower[i] in _BACK and tree.lower[i - 1] in _BE


def _still(tree: Tree, i: int) -> bool:
    return any(tree.lower[k] in ("still", "now", "also") for k in tree.kids(i, "advmod"))


def _trigger(head: int, copula: int, frame: EventFrame) -> Trigger:
    return Trigger(head, copula, copula + 1, frame)
