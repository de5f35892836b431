"""A gazetteer row, whatever file it came from, and what could not be read.

Rule: nouns only.
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


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was left out: its number in the file, counted from 1, and why."""

    number: int
    reason: str
