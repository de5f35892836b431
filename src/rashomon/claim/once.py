"""One event, one trigger: which of a sentence's triggers only name again, carry or continue another.

Rule: triggers of one tree in, those that stand for an event of their own out.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.claim.arguments import object_, subject
from rashomon.claim.nature import nature
from rashomon.lexicon.frames import EventFrame
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


def once(tree: Tree, triggers: list[Trigger]) -> list[Trigger]:
    """The triggers that stand for an event of their own, in their order."""
    kept: list[Trigger] = []
    for trigger in triggers:
        if not any(_same_event(tree, trigger, other) for other in triggers if other is not trigger):
            kept.append(trigger)
    return kept


def _same_event(tree: Tree, weak: Trigger, strong: Trigger) -> bool:
    """True when `weak` only names again, carries or continues the event of `strong` in the same clause."""
    if weak.carrier >= 0 and weak.carrier == strong.head:
        return strong.frame.type == weak.frame.type
    side_by_side = weak.head - strong.head == 2 and tree.tag(weak.head - 1) == "CCONJ"
    if weak.frame.type == strong.frame.type and weak.carrier < 0 and side_by_side:
        return True  # "surrounding and isolating the town"
    if weak.frame.type == strong.frame.type and weak.head in tree.kids(strong.head, "conj"):
        apart = any(tree.tag(k) == "NUM" for k in range(strong.head + 1, weak.head))  # "12 were killed and 30 wounded"
        return (
            not apart
            and subject(tree, weak.head) == subject(tree, strong.head)
            and not tree.kids(weak.head, "nsubj")
            and object_(tree, weak.head) in (-1, object_(tree, strong.head))
        )
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
