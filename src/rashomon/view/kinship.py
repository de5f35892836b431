"""Which outlets give independent accounts of what both tell, and which never do. Rule: see view/__init__; what shares
an origin was decided in weigh, and is only counted here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from rashomon.record import Claim, Event
from rashomon.view.index import Index

ASIDE = ("comment", "embedded", "related")
"""Voices that are not the outlet's own account."""


@dataclass(frozen=True, slots=True)
class Bond:
    """Two outlets that tell of the same events. a, b: their keys; events: how many both tell of; one_origin: of how
    many of these their accounts go back to one origin, as far as the pages tell."""

    a: str
    a_name: str
    b: str
    b_name: str
    events: int
    one_origin: int


def key_of(document: str, source: str, name: str) -> str:
    """What a speaker is known by across the case: its Source, or its name on one page."""
    return source or f"{document}:{name}"


def bonds(index: Index) -> tuple[Bond, ...]:
    """Every two outlets that tell of one event, those of one origin first."""
    met: defaultdict[tuple[str, str], list[bool]] = defaultdict(list)
    names: dict[str, str] = {}
    for event in index.events.values():
        for (a, at_a), (b, at_b) in combinations(sorted(_groups(index, event, names).items()), 2):
            met[a, b].append(bool(at_a & at_b))
    found = [Bond(a, names[a], b, names[b], len(told), sum(told)) for (a, b), told in met.items()]
    return tuple(sorted(found, key=lambda f: (-f.one_origin, -f.events, f.a_name, f.b_name, f.a, f.b)))


def _groups(index: Index, event: Event, names: dict[str, str]) -> dict[str, set[str]]:
    """Outlet -> the groups of one origin (each named by its first claim) that its accounts belong to."""
    group_of = {claim: group[0] for group in event.independence.groups for claim in group}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for claim in index.told.get(event.id, ()):
        if claim.voice not in ASIDE:
            key = _outlet(index, claim, names)
            found[key].add(group_of.get(claim.id, claim.id))
    return found


def _outlet(index: Index, claim: Claim, names: dict[str, str]) -> str:
    source = index.outlets.get(claim.document)
    name = source.name if source else index.outlet(claim.document)
    key = key_of(claim.document, source.id if source else "", name)
    names[key] = name
    return key


def families(found: Iterable[Bond]) -> dict[str, int]:
    """Outlet -> the number of its family, from 0: those that are tied, directly or through others, by never having
    given independent accounts of an event that both tell."""
    head: dict[str, str] = {}

    def top(key: str) -> str:
        while head.get(key, key) != key:
            key = head[key]
        return key

    for bond in found:
        if bond.one_origin == bond.events:
            head.setdefault(bond.a, bond.a)
            head.setdefault(bond.b, bond.b)
            head[max(top(bond.a), top(bond.b))] = min(top(bond.a), top(bond.b))
    order = {key: n for n, key in enumerate(dict.fromkeys(top(k) for k in sorted(head)))}
    return {key: order[top(key)] for key in sorted(head)}
