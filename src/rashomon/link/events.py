"""From claims with sources to events: profiles, pairs within and across pages, groups, Event records.

Rule: orders the parts of event linking; each decision stands in a part (evidence, continuation, blocking, cluster).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.link.cluster import Edge, cluster
from rashomon.link.pairs import Linkable, Pairs
from rashomon.link.region import touched
from rashomon.record import Claim, Event, identify

LINKED_VOICES = ("article", "title", "caption")
"""Voices whose claims are joined; a comment's or a related headline's claim stays an event of its own, so that a
reader's echo never counts as an account."""


def find_events(
    items: Sequence[Linkable], before: Sequence[Linkable] = (), events: Sequence[Event] = ()
) -> tuple[Event, ...]:
    """Events over all typed claims, sorted by id; every claim is in exactly one. Where the items and events of an
    earlier run are given, only what has changed is weighed again; the result is that of a full run."""
    ordered = sorted(items, key=lambda item: item.claim.id)
    linked = Pairs([item for item in ordered if item.profile.voice in LINKED_VOICES])
    alone = [item for item in ordered if item.profile.voice not in LINKED_VOICES]
    earlier = Pairs(sorted((i for i in before if i.profile.voice in LINKED_VOICES), key=lambda item: item.claim.id))
    region = touched(linked, earlier) if before else frozenset(range(len(linked.items)))
    fresh = {linked.items[position].claim.id for position in region}
    kept = [_bare(event) for event in events if event.claims[0] in linked.positions and event.claims[0] not in fresh]
    made = [*_grouped(linked, region), *(_event([item.claim], None, linked) for item in alone)]
    return tuple(sorted([*kept, *made], key=lambda event: event.id))


def with_events(claims: Iterable[Claim], events: Iterable[Event]) -> tuple[Claim, ...]:
    """The claims with their event's id; an act without an event of its own keeps None."""
    of_claim = {claim: event.id for event in events for claim in event.claims}
    return tuple(replace(claim, event=of_claim.get(claim.id)) for claim in claims)


def _bare(event: Event) -> Event:
    """What linking alone says of an event, without what weighing added."""
    return Event(event.id, event.type, event.claims, weakest=event.weakest)


def _grouped(linked: Pairs, region: frozenset[int]) -> list[Event]:
    """The events of the claims in the region, which no edge leaves."""
    groups, weakest = cluster(sorted(region), linked.edges(region), linked.score, linked.page)
    return [_event([linked.items[p].claim for p in group], weakest.get(group[0]), linked) for group in groups]


def _event(claims: Sequence[Claim], weakest: Edge | None, linked: Pairs) -> Event:
    ids = sorted(claim.id for claim in claims)
    types = Counter(claim.type or "" for claim in claims)
    return Event(
        id=identify("event", ids[0]),
        type=min(types, key=lambda name: (-types[name], name)),
        claims=tuple(ids),
        weakest=linked.in_words(weakest),
    )
