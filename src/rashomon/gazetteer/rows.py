"""A gazetteer row, whatever file it came from, and what could not be read.

Rule: nouns, and what every reader asks of a cell.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One entry as its file gives it.

    id          "geonames:173811", "wof:85678345", "user:12"
    feature     "country", "admin1", "admin2", "admin3", "city", "town", "village", "region", "continent",
                "site", "water", ...
    country     ISO 3166-1 alpha-2 code, "" = unknown; admin1: the file's code or name of the first-order division
    lat, lon    degrees; None where the file has none (administrative codes): they are reckoned from the entry's cities
    names       other names and spellings
    pcode       place code of humanitarian agencies ("SY070001"), "" where the file has none
    """

    id: str
    name: str
    lat: float | None
    lon: float | None
    feature: str
    country: str = ""
    admin1: str = ""
    population: int = 0
    names: tuple[str, ...] = ()
    pcode: str = ""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was left out: its number in the file, counted from 1, and why."""

    number: int
    reason: str


def point(number: int, lat: str, lon: str) -> tuple[float, float] | BadRow:
    """Degrees from two cells, or why they are none."""
    try:
        place = float(lat), float(lon)
    except ValueError:
        return BadRow(number, f"latitude {lat[:20]!r} and longitude {lon[:20]!r} are not both numbers")
    if not (-90 <= place[0] <= 90 and -180 <= place[1] <= 180):
        return BadRow(number, f"{place[0]}, {place[1]} lies outside -90..90, -180..180")
    return place


def whole(cell: str) -> int:
    """A count from a cell, 0 where it holds none."""
    try:
        return max(0, int(float(cell))) if cell else 0
    except (ValueError, OverflowError):
        return 0
