"""What holds between two Places: the same, finer, broader, overlapping, apart, or not to be told.

Rule: spherical geometry and names of `Place` records only; no gazetteer is asked. A place that is in no gazetteer is
compared by its name alone, and two different unknown names tell nothing.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rashomon.record.grounded import Place

PlaceKind = Literal["same", "finer", "broader", "overlaps", "apart", "unknown"]
EARTH_RADIUS_KM = 6371.0088
DEFAULT_RADIUS_KM: dict[str, float] = {
    "P1": 2.0, "P2": 5.0, "P3": 15.0, "P4": 40.0, "P5": 120.0, "P6": 150.0, "P7": 600.0, "P8": 100.0,
}  # fmt: skip
"""How far the words may lie from their point where the grounding gave no radius, by precision."""
SLACK_KM = 10.0
"""Two towns within this of each other's reach are not called apart: reports name the nearest known town."""


@dataclass(frozen=True, slots=True)
class PlaceCompared:
    """`kind` says what the first is to the second; km between the points where both have one; reason in words."""

    kind: PlaceKind
    reason: str
    km: float | None = None


def kilometres(a_lat: float, a_lon: float, b_lat: float, b_lon: float) -> float:
    """Great-circle distance in km (haversine) between two points in degrees."""
    lat_a, lat_b = math.radians(a_lat), math.radians(b_lat)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b_lon - a_lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


@lru_cache(maxsize=1 << 17)
def compare_places(a: Place, b: Place) -> PlaceCompared:
    """How a stands to b. Symmetric but for finer/broader."""
    if a.id is not None and a.id == b.id:
        return _same_entry(a, b)
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return _by_name(a, b)
    km = kilometres(a.lat, a.lon, b.lat, b.lon)
    return _by_reach(a, b, km)


def _same_entry(a: Place, b: Place) -> PlaceCompared:
    wide_a, wide_b = _radius(a), _radius(b)
    if abs(wide_a - wide_b) < SLACK_KM:
        return PlaceCompared("same", f"both are {a.name}", 0.0)
    kind: PlaceKind = "finer" if wide_a < wide_b else "broader"
    return PlaceCompared(kind, f"both name {a.name}, one more closely ({a.text} / {b.text})", 0.0)


def _by_reach(a: Place, b: Place, km: float) -> PlaceCompared:
    wide_a, wide_b = _radius(a), _radius(b)
    if km > wide_a + wide_b + SLACK_KM:
        return PlaceCompared("apart", f"{a.name} and {b.name} are {km:.0f} km apart", km)
    if wide_a + km <= wide_b + SLACK_KM and wide_a < wide_b:
        return PlaceCompared("finer", f"{a.name} lies within {b.name}", km)
    if wide_b + km <= wide_a + SLACK_KM and wide_b < wide_a:
        return PlaceCompared("broader", f"{b.name} lies within {a.name}", km)
    return PlaceCompared("overlaps", f"{a.name} and {b.name} are {km:.0f} km apart, within their reach", km)


def _by_name(a: Place, b: Place) -> PlaceCompared:
    one, two = _folded(a.name), _folded(b.name)
    if one and one == two:
        return PlaceCompared("same", f"both are called {a.name}")
    return PlaceCompared("unknown", f"{a.name} or {b.name} is in no gazetteer")


def _radius(place: Place) -> float:
    return place.radius_km if place.radius_km is not None else DEFAULT_RADIUS_KM.get(place.precision, 50.0)


def _folded(name: str) -> str:
    return "".join(ch for ch in name.casefold().removeprefix("the ") if ch.isalnum())
