"""The map as shapes: dots, rings as wide as a place is uncertain, arcs from origin to destination, names that do
not cover one another, a scale. Rule: units of the picture only; what a spot is was decided in view.map."""

from __future__ import annotations

import math
from dataclasses import dataclass

from rashomon.draw.outline import WIDTH, Country, Point, Projection, outline, projection, rivers
from rashomon.view.map import Map, Road, Spot

GAP = 11
"""Units between the tip of an arc and the middle of the dot it points to."""
LETTER = 8.0
"""Units that a letter of a name takes on average at the size the style gives it."""
NAMED = 40
"""Spots that may carry a name: more cannot be read."""
ROUND = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
"""Kilometres that a scale may show."""


@dataclass(frozen=True, slots=True)
class Dot:
    """A spot in units. ring: radius of where it may lie, 0 = not told or smaller than the dot; label: where its name
    stands, None where there is no room."""

    spot: Spot
    x: float
    y: float
    size: float
    ring: float
    label: Point | None
    before: bool


@dataclass(frozen=True, slots=True)
class Arc:
    """A road in units: an SVG path."""

    road: Road
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Picture:
    """The map, drawn. rivers: paths; scale: (units, kilometres); outside: spots that the frame leaves out."""

    width: int
    height: float
    countries: tuple[Country, ...]
    rivers: tuple[str, ...]
    dots: tuple[Dot, ...]
    arcs: tuple[Arc, ...]
    scale: tuple[float, int]
    outside: tuple[Spot, ...]


def picture(found: Map) -> Picture | None:
    """The map's picture; None when nothing can be placed."""
    if found.box is None:
        return None
    shown = projection(found.box)
    dots = _labelled([_dot(spot, shown) for spot in found.spots], shown)
    inside = tuple(dot for dot in dots if _is_inside(dot, shown))
    outside = tuple(dot.spot for dot in dots if not _is_inside(dot, shown))
    arcs = tuple(_arc(road, shown) for road in found.roads)
    return Picture(WIDTH, shown.height, outline(shown), rivers(shown), inside, arcs, _scale(shown), outside)


def _is_inside(dot: Dot, shown: Projection) -> bool:
    return 0 <= dot.x <= WIDTH and 0 <= dot.y <= shown.height


def _dot(spot: Spot, shown: Projection) -> Dot:
    x, y = shown.point(spot.lat, spot.lon)
    size = round(3.5 + 1.6 * math.sqrt(len(spot.events)), 2)
    ring = shown.length(spot.radius_km or 0.0)
    return Dot(spot, x, y, size, ring if ring > size + 1 else 0.0, None, False)


def _labelled(dots: list[Dot], shown: Projection) -> list[Dot]:
    """Names beside the dots with most events first, to the right or to the left, where they cover no other."""
    taken = [(d.x - d.size, d.y - d.size, d.x + d.size, d.y + d.size) for d in dots]
    placed: dict[int, tuple[Point, bool]] = {}
    order = sorted(range(len(dots)), key=lambda n: (-len(dots[n].spot.events), n))
    for n in order[:NAMED]:
        for before in (False, True):
            dot, long = dots[n], LETTER * len(dots[n].spot.name)
            x = dot.x - dot.size - 4 - long if before else dot.x + dot.size + 4
            box = (x, dot.y - 9, x + long, dot.y + 9)
            free = not any(_overlap(box, other) for i, other in enumerate(taken) if i != n)
            if free and x > 0 and x + long < WIDTH and 8 < dot.y < shown.height - 4:
                taken.append(box)
                placed[n] = ((round(x + long if before else x, 1), round(dot.y + 5.5, 1)), before)
                break
    return [Dot(d.spot, d.x, d.y, d.size, d.ring, *placed[n]) if n in placed else d for n, d in enumerate(dots)]


def _overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _arc(road: Road, shown: Projection) -> Arc:
    (x1, y1), (x2, y2) = shown.point(*road.start), shown.point(*road.end)
    bend_x, bend_y = (x1 + x2) / 2 + (y1 - y2) * 0.18, (y1 + y2) / 2 + (x2 - x1) * 0.18
    x2, y2 = _short_of(bend_x, bend_y, x2, y2)
    path = f"M{x1:g},{y1:g}Q{bend_x:.2f},{bend_y:.2f} {x2:g},{y2:g}"
    return Arc(road, path, round(1.2 + math.log2(len(road.events)), 2))


def _short_of(x1: float, y1: float, x2: float, y2: float) -> Point:
    """The end of a line drawn back a little, so that the dot does not cover the tip."""
    long = math.hypot(x2 - x1, y2 - y1) or 1.0
    return round(x2 - (x2 - x1) / long * GAP, 2), round(y2 - (y2 - y1) / long * GAP, 2)


def _scale(shown: Projection) -> tuple[float, int]:
    """The longest round distance that takes less than a fifth of the width."""
    fits = [km for km in ROUND if shown.length(km) < WIDTH / 5] or [ROUND[0]]
    return shown.length(fits[-1]), fits[-1]
