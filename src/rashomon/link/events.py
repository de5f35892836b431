"""From claims with sources to events: profiles, pairs within and across pages, groups, Event records.

Rule: orders the parts of event linking; each decision stands in a part (evidence, continuation, blocking, cluster).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from rashomon.lexicon.link_weights import THRESHOLD, WEIGHTS
from rashomon.link.blocking import candidate_pairs
from rashomon.link.cluster import Edge, cluster
from rashomon.link.continuation import weigh_same_page
from rashomon.link.evidence import Evidence, in_words, total, weigh_pair
from rashomon.link.profile import Profile
from rashomon.record import Claim, Event, identify

LINKED_VOICES = ("article", "title", "caption")
"""Voices whose claims are joined; a comment's or a related headline's claim stays an event of its own, so that a
reader's echo never counts as an account."""


@dataclass(frozen=True, slots=True)
class Linkable:
    """A claim with its profile; `confirms` the source whose report it is said to confirm, None = none."""

    claim: Claim
    profile: Profile
    confirms: str | None = None


def find_events(items: Sequence[Linkable]) -> tuple[Event, ...]:
    """Events over all typed claims, sorted by id; every claim is in exactly one."""
    ordered = sorted(items, key=lambda item: item.claim.id)
    linked = [item for item in ordered if item.profile.voice in LINKED_VOICES]
    weighed = _Weighed(linked)
    groups, weakest = cluster(len(linked), weighed.edges(), weighed.score)
    events = [_event([linked[p].claim for p in group], weakest.get(group[0]), linked) for group in groups]
    events += [_event([item.claim], None, linked) for item in ordered if item.profile.voice not in LINKED_VOICES]
    return tuple(sorted(events, key=lambda event: event.id))


def with_events(claims: Sequence[Claim], events: Sequence[Event]) -> tuple[Claim, ...]:
    """The claims with their event's id; an act without an event of its own keeps None."""
    of_claim = {claim: event.id for event in events for claim in event.claims}
    return tuple(replace(claim, event=of_claim.get(claim.id)) for claim in claims)


class _Weighed:
    """Scores of pairs of positions, each weighed once."""

    def __init__(self, linked: Sequence[Linkable]) -> None:
        self._linked = linked
        self._points: dict[tuple[int, int], float] = {}

    def edges(self) -> Iterator[Edge]:
        """Edges worth joining: within each page, then across pages."""
        profiles = [item.profile for item in self._linked]
        within = [self._edge(pair) for pair in _page_pairs(self._linked)]
        yield from _to_the_nearest([edge for edge in within if edge], profiles)
        across = (self._edge(pair) for pair in candidate_pairs(profiles))
        yield from (edge for edge in across if edge)

    def _edge(self, pair: tuple[int, int]) -> Edge | None:
        found = self._weigh(*pair)
        points = self._points[pair] = total(found)
        return Edge(*pair, points, in_words(found), _is_sure(found)) if points >= THRESHOLD else None

    def score(self, a: int, b: int) -> float:
        pair = (min(a, b), max(a, b))
        if pair not in self._points:
            self._points[pair] = total(self._weigh(*pair))
        return self._points[pair]

    def _weigh(self, a: int, b: int) -> list[Evidence]:
        one, other = self._linked[a], self._linked[b]
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


def _is_sure(found: Sequence[Evidence]) -> bool:
    return any(item.feature in ("page.continues", "page.restates", "confirms_report") for item in found)


def _confirming(one: Linkable, other: Linkable) -> Iterator[Evidence]:
    for confirming, confirmed in ((one, other), (other, one)):
        if confirming.confirms and any(step.source == confirming.confirms for step in confirmed.claim.attribution):
            yield Evidence("confirms_report", WEIGHTS["confirms_report"], "said to confirm that source's report")


def _page_pairs(linked: Sequence[Linkable]) -> list[tuple[int, int]]:
    pages: dict[str, list[int]] = {}
    for position, item in enumerate(linked):
        pages.setdefault(item.profile.document, []).append(position)
    return [pair for positions in pages.values() for pair in combinations(positions, 2)]


def _event(claims: Sequence[Claim], weakest: Edge | None, linked: Sequence[Linkable]) -> Event:
    ids = sorted(claim.id for claim in claims)
    types = Counter(claim.type or "" for claim in claims)
    return Event(
        id=identify("event", ids[0]),
        type=min(types, key=lambda name: (-types[name], name)),
        claims=tuple(ids),
        weakest=_weakest_in_words(weakest, linked),
    )


def _weakest_in_words(edge: Edge | None, linked: Sequence[Linkable]) -> str:
    if edge is None:
        return ""
    one, other = linked[edge.a].claim, linked[edge.b].claim
    return f"{one.id} and {other.id} ({edge.points:+.1f} points): {edge.reason}"
