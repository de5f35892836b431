"""Events on a map: places with how exact they are, roads from origin to destination, and the places that could
not be put anywhere. Rule: see
view/__init__; degrees are WGS 84, nothing is moved to look better, and what is not on the map is listed beside it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.record import Event, Place
from rashomon.view.events import gist, matching
from rashomon.view.index import Index
from rashomon.view.query import Query
from rashomon.view.spoken import PLACE_PRECISION, place_words, type_word

KM_PER_DEGREE = 111.2
"""Length of a degree of latitude, mean of the WGS 84 ellipsoid."""
SMALLEST = 1.2
"""Degrees. The picture is never narrower: a town alone would show nothing around it."""
OPENED = 200
"""Places whose events stand in the list beside the map; the others lead to them. No one opens more."""
LISTED = 50
"""Events of one place that are named there."""
AREAS = ("P4", "P5", "P6", "P7")
"""Precisions whose point is only the middle of an area."""
WIDE = ("P6", "P7", "P8", "P9")
"""Precisions too coarse to frame the picture by, where finer places are known."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One place. place: its name without the relation; wide: a district or more, so that the dot stands for an area;
    radius_km: how far it may lie from lat, lon, None = not told; events: (id, title) of those said to
    have happened there; roles: as what ("place", "origin", "destination")."""

    key: str
    name: str
    lat: float
    lon: float
    precision: str
    radius_km: float | None
    events: tuple[tuple[str, str], ...]
    roles: tuple[str, ...]
    accounts: int
    place: str = ""
    wide: bool = False

    @property
    def ids(self) -> str:
        """Its events, as an attribute of the drawing holds them."""
        return " ".join(key for key, _ in self.events)


@dataclass(frozen=True, slots=True)
class Road:
    """From one place to another, in so many events."""

    start: tuple[float, float]
    end: tuple[float, float]
    start_name: str
    end_name: str
    events: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A name that was put nowhere, and why; candidates: what it could be, with the gazetteer's country."""

    name: str
    reason: str
    candidates: tuple[str, ...]
    events: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Box:
    """A frame in degrees."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class Map:
    """The map. box frames the exact places; nowhere: events of which no account tells a place; gists: event id -> words
    of its quote."""

    spots: tuple[Spot, ...]
    roads: tuple[Road, ...]
    unplaced: tuple[Unplaced, ...]
    nowhere: tuple[tuple[str, str], ...]
    box: Box | None
    total: int
    gists: dict[str, str]

    @property
    def listed(self) -> tuple[Spot, ...]:
        """The spots with most accounts first, as the list beside the map shows them."""
        return tuple(sorted(self.spots, key=lambda spot: (-spot.accounts, spot.name, spot.key)))


def event_map(index: Index, query: Query) -> Map:
    """The events that match, on the map."""
    events = matching(index, query)
    spots = _spots(index, events)
    return Map(
        spots,
        _roads(events),
        _unplaced(events),
        tuple(_named(event) for event in events if not event.places),
        frame(spots),
        len(events),
        _gists(index, spots, events),
    )


def _gists(index: Index, spots: Iterable[Spot], events: list[Event]) -> dict[str, str]:
    """Words for the events that the lists beside the map name: those of the places told of most, and of none."""
    listed = sorted(spots, key=lambda spot: (-spot.accounts, spot.name, spot.key))[:OPENED]
    named = {key for spot in listed for key, _ in spot.events[:LISTED]}
    nowhere = [event.id for event in events if not any(p.lat is not None for p in event.places)][: 4 * LISTED]
    return {key: gist(index, index.events[key]) for key in sorted({*named, *nowhere})}


def _named(event: Event) -> tuple[str, str]:
    return event.id, type_word(event.type)


def _placed(events: Iterable[Event]) -> Iterable[tuple[Event, Place]]:
    return ((e, p) for e in events for p in e.places if p.lat is not None and p.lon is not None)


def _spots(index: Index, events: list[Event]) -> tuple[Spot, ...]:
    """One spot a gazetteer entry and relation: "near X" is drawn as wide as it is, apart from X itself."""
    groups: defaultdict[tuple[str, str], list[tuple[Event, Place]]] = defaultdict(list)
    for event, place in _placed(events):
        groups[place.id or f"{place.lat},{place.lon}", place_words(place)].append((event, place))
    spots = [_spot(index, key, name, found) for (key, name), found in groups.items()]
    return tuple(sorted(spots, key=lambda s: (-(s.radius_km or 0), -len(s.events), s.name, s.key)))


def _spot(index: Index, key: str, name: str, found: list[tuple[Event, Place]]) -> Spot:
    place = found[0][1]
    events = dict.fromkeys(_named(event) for event, _ in found)
    return Spot(
        key,
        name,
        place.lat or 0.0,
        place.lon or 0.0,
        PLACE_PRECISION.get(place.precision, place.precision),
        max((p.radius_km for _, p in found if p.radius_km is not None), default=None),
        tuple(events),
        tuple(sorted({p.role for _, p in found})),
        sum(len(index.told.get(event_id, ())) for event_id, _ in events),
        place.name,
        place.precision in AREAS,
    )


def _roads(events: list[Event]) -> tuple[Road, ...]:
    found: defaultdict[tuple[str, str, float, float, float, float], list[tuple[str, str]]] = defaultdict(list)
    for event in events:
        starts = [p for _, p in _placed([event]) if p.role == "origin"]
        ends = [p for _, p in _placed([event]) if p.role == "destination"]
        for a in starts:
            for b in ends:
                if (a.lat, a.lon) != (b.lat, b.lon):
                    key = (place_words(a), place_words(b), a.lat or 0.0, a.lon or 0.0, b.lat or 0.0, b.lon or 0.0)
                    found[key].append(_named(event))
    return tuple(
        Road((key[2], key[3]), (key[4], key[5]), key[0], key[1], tuple(dict.fromkeys(told)))
        for key, told in sorted(found.items())
    )


def _unplaced(events: list[Event]) -> tuple[Unplaced, ...]:
    groups: defaultdict[str, list[tuple[Event, Place]]] = defaultdict(list)
    for event in events:
        for place in event.places:
            if place.lat is None or place.lon is None:
                groups[place.name].append((event, place))
    return tuple(_left_out(name, groups[name]) for name in sorted(groups, key=lambda n: (-len(groups[n]), n)))


def _left_out(name: str, found: list[tuple[Event, Place]]) -> Unplaced:
    reason = next((place.reason for _, place in found if place.reason), "")
    could_be = dict.fromkeys(f"{c.name}, {c.country}" for _, place in found for c in place.candidates[:4])
    return Unplaced(name, reason, tuple(could_be), tuple(dict.fromkeys(_named(event) for event, _ in found)))


def frame(spots: Iterable[Spot]) -> Box | None:
    """The frame that holds every exact place with its radius, and a margin; of all places where none is exact."""
    placed = list(spots)
    coarse = {PLACE_PRECISION[code] for code in WIDE}
    kept = [spot for spot in placed if spot.precision not in coarse] or placed
    if not kept:
        return None
    reach = [(spot, (spot.radius_km or 0.0) / KM_PER_DEGREE) for spot in kept]
    south, north = min(s.lat - r for s, r in reach), max(s.lat + r for s, r in reach)
    wide = 1 / max(0.2, math.cos(math.radians((south + north) / 2)))
    west, east = min(s.lon - r * wide for s, r in reach), max(s.lon + r * wide for s, r in reach)
    return _with_margin(west, south, east, north, wide)


def _with_margin(west: float, south: float, east: float, north: float, wide: float) -> Box:
    across, up = max((east - west) * 1.25, SMALLEST * 1.6 * wide), max((north - south) * 1.25, SMALLEST)
    x, y = (west + east) / 2, (south + north) / 2
    return Box(max(-180.0, x - across / 2), max(-89.0, y - up / 2), min(180.0, x + across / 2), min(89.0, y + up / 2))
