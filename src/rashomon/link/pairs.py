"""The pairs of claims worth weighing, within pages and across, each weighed once.

Rule: positions stand for claims sorted by id; nothing is grouped here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from rashomon.lexicon.link_weights import THRESHOLD, WEIGHTS
from rashomon.link.blocking import candidate_pairs
from rashomon.link.cluster import Edge
from rashomon.link.continuation import weigh_same_page
from rashomon.link.evidence import Evidence, in_words, total, weigh_pair
from rashomon.link.profile import Profile
from rashomon.record import Claim

Pair = tuple[int, int]
_SURE = ("page.continues", "page.restates", "page.denies", "confirms_report")
"""Evidence in the text itself: it joins without asking what else the groups hold, vetoes apart."""


@dataclass(frozen=True, slots=True)
class Linkable:
    """A claim with its profile; `confirms` the source whose report it is said to confirm, None = none."""

    claim: Claim
    profile: Profile
    confirms: str | None = None


class Pairs:
    """Claims (sorted by id) and the pairs of them that may be one event."""

    def __init__(self, items: Sequence[Linkable]) -> None:
        self.items = items
        self.positions = {item.claim.id: position for position, item in enumerate(items)}
        self._points: dict[Pair, float] = {}

    @cached_property
    def within(self) -> list[Pair]:
        """All pairs of one page."""
        pages: dict[str, list[int]] = {}
        for position, item in enumerate(self.items):
            pages.setdefault(item.profile.document, []).append(position)
        return [pair for positions in pages.values() for pair in combinations(positions, 2)]

    @cached_property
    def across(self) -> list[Pair]:
        """The pairs of different pages that share a block."""
        return candidate_pairs([item.profile for item in self.items])

    def edges(self, region: frozenset[int]) -> list[Edge]:
        """Edges worth joining among the positions of a region that no edge leaves."""
        own = [self.edge(pair) for pair in self.within if pair[0] in region and pair[1] in region]
        others = [self.edge(pair) for pair in self.across if pair[0] in region and pair[1] in region]
        profiles = [item.profile for item in self.items]
        return [*_to_the_nearest([edge for edge in own if edge], profiles), *(edge for edge in others if edge)]

    def edge(self, pair: Pair) -> Edge | None:
        """The pair's edge, None when its points stay below THRESHOLD."""
        found = self._weigh(*pair)
        points = self._points[pair] = total(found)
        if points < THRESHOLD:
            return None
        return Edge(*pair, points, in_words(found), any(item.feature in _SURE for item in found))

    def score(self, a: int, b: int) -> float:
        """The points of a pair, weighed now if it has not been."""
        pair = (min(a, b), max(a, b))
        if pair not in self._points:
            self._points[pair] = total(self._weigh(*pair))
        return self._points[pair]

    def in_words(self, edge: Edge | None) -> str:
        """An edge as an event keeps it: the two claims, the points, the reasons; "" for none."""
        if edge is None:
            return ""
        one, other = self.items[edge.a].claim, self.items[edge.b].claim
        return f"{one.id} and {other.id} ({edge.points:+.1f} points): {edge.reason}"

    def _weigh(self, a: int, b: int) -> list[Evidence]:
        one, other = self.items[a], self.items[b]
        if one.profile.document != other.profile.document:
            return [*weigh_pair(one.profile, other.profile), *_confirming(one, other)]
        first, second = sorted((one, other), key=lambda item: (item.profile.position, item.claim.id))
        found = weigh_same_page(first.claim, second.claim, first.profile, second.profile)
        return [*found, *_confirming(first, second)]


def _to_the_nearest(edges: Sequence[Edge], profiles: Sequence[Profile]) -> Iterator[Edge]:
    """Of the edges by which a claim goes on about earlier ones ("the guards were moved"), the one to the nearest of
    them; of a title's edges the strongest."""
    nearest: dict[int, tuple[tuple[float, ...], Edge]] = {}
    for edge in edges:
        one, other = profiles[edge.a], profiles[edge.b]
        earlier, later = sorted((edge.a, edge.b), key=lambda p: (profiles[p].position, p))
        rank: tuple[float, ...] = (profiles[earlier].position, edge.points, -edge.a, -edge.b)
        if "title" in (one.voice, other.voice):
            later = edge.a if one.voice == "title" else edge.b
            rank = (edge.points, -float(edge.a + edge.b - later))
        elif not edge.sure:
            yield edge
            continue
        if later not in nearest or rank > nearest[later][0]:
            nearest[later] = (rank, edge)
    yield from (nearest[later][1] for later in sorted(nearest))


def _confirming(one: Linkable, other: Linkable) -> Iterator[Evidence]:
    for confirming, confirmed in ((one, other), (other, one)):
        if confirming.confirms and any(step.source == confirming.confirms for step in confirmed.claim.attribution):
            yield Evidence("confirms_report", WEIGHTS["confirms_report"], "said to confirm that source's report")
