"""From weighed pairs to events: groups in which no pair is vetoed and no merge rests on one lucky edge.

Rule: knows only positions, edges and a scorer; not what a claim is. Strongest edges first; two groups become one when
nothing between them is vetoed and the mean of what stands between them reaches THRESHOLD, so that two unlike events are
never chained through a third account. Equal edges are taken in the order of their positions: the input's order does
not matter as long as the positions come from sorted ids.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rashomon.lexicon.link_weights import THRESHOLD
from rashomon.link.unite import Groups

TOLD_APART = -7.0
"""Points of two claims of one page below which the page tells of two events: no third account joins them."""
LINKED_SAMPLE = 12
"""Members of each side that a merge is tested on: all of a small group, evenly drawn ones of a large group."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A weighed pair of positions: points and the reason in words; `sure` = signs in the text itself, no mean asked."""

    a: int
    b: int
    points: float
    reason: str
    sure: bool = False


def cluster(
    positions: Iterable[int],
    edges: Iterable[Edge],
    score: Callable[[int, int], float],
    page: Callable[[int], object] = lambda position: position,
) -> tuple[list[list[int]], dict[int, Edge]]:
    """Groups of the positions, each sorted, and for each group's first member the weakest edge it rests on. `page`: two
    groups are held against each other page by page, each two pages by their best pair; what one
    page tells apart is not joined through another."""
    groups: Groups[int] = Groups(positions)
    weakest: dict[int, Edge] = {}
    for edge in sorted(edges, key=lambda e: (not e.sure, -e.points, e.a, e.b)):
        one, other = groups.root(edge.a), groups.root(edge.b)
        if one == other or not _may_join(edge, groups.members(one), groups.members(other), score, page):
            continue
        held = [edge, *(weakest.pop(root) for root in (one, other) if root in weakest)]
        groups.unite(one, other)
        weakest[groups.root(one)] = min(held, key=lambda e: (e.points, e.a, e.b))
    return groups.groups(), weakest


def _may_join(
    edge: Edge,
    one: list[int],
    other: list[int],
    score: Callable[[int, int], float],
    page: Callable[[int], object],
) -> bool:
    if len(one) == len(other) == 1:
        return edge.points >= THRESHOLD
    best: dict[tuple[object, object], float] = {}
    for a in _sample(one):
        for b in _sample(other):
            points = score(a, b)
            if points == float("-inf"):
                return False
            pages = page(a), page(b)
            if pages[0] == pages[1] and points < TOLD_APART and not edge.sure:
                return False
            best[pages] = max(points, best.get(pages, points))
    return edge.sure or sum(best.values()) / len(best) >= THRESHOLD


def _sample(members: list[int]) -> list[int]:
    if len(members) <= LINKED_SAMPLE:
        return members
    step = len(members) / LINKED_SAMPLE
    return [members[int(number * step)] for number in range(LINKED_SAMPLE)]
