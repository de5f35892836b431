"""Reader of JSON gazetteers: a list of places, each an object with a name, a point, and perhaps names, codes, parents.

Rule: knows common shapes by their keys (flat, or nested as in {"name": {"en": ...}, "centroid": {"latitude": ...}}); an
object that cannot be used becomes a BadRow with its number, counted from 1.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from rashomon.errors import GazetteerError
from rashomon.gazetteer.rows import BadRow, PlaceRow, point, whole

_NAME = ("name.en", "name", "name_en", "names.en", "title")
_LAT = ("lat", "latitude", "centroid.latitude", "centroid.lat", "location.lat", "point.latitude")
_LON = (
    "lon",
    "lng",
    "longitude",
    "centroid.longitude",
    "centroid.lng",
    "centroid.lon",
    "location.lng",
    "point.longitude",
)
_PCODE = ("pcode", "p_code", "externalIds.ochaPcode", "ocha_pcode", "externalids.ochapcode")
_GEONAMES = ("geonameid", "externalIds.geonames", "geonames")
_PEOPLE = ("population", "population.value", "pop")
_PARENTS = ("governorateId", "districtId", "subdistrictId")
"""Keys of parents: as many as it has, so much below the first order a division stands."""
_PCODE_COUNTRY = re.compile(r"[A-Z]{2}(?=\d)")
"""P-codes begin with the country's ISO 3166-1 code (OCHA)."""
_LISTED = ("places", "features", "records", "data", "items")


def json_rows(path: Path, text: str) -> Iterator[PlaceRow | BadRow]:
    """The rows of a JSON text; raises GazetteerError when it holds no list of objects."""
    try:
        read = json.loads(text)
    except ValueError as error:
        raise GazetteerError(f"{path}: is no JSON ({error})") from error
    if isinstance(read, dict):
        read = next((read[key] for key in _LISTED if isinstance(read.get(key), list)), None)
    if not isinstance(read, list):
        raise GazetteerError(f"{path}: holds no list of places; give [{{'name': ..., 'lat': ..., 'lon': ...}}, ...]")
    return (_row(number, entry) for number, entry in enumerate(read, 1))


def _row(number: int, entry: Any) -> PlaceRow | BadRow:
    if not isinstance(entry, dict):
        return BadRow(number, "is no object")
    flat = dict(_flattened(entry))
    name = _first(flat, _NAME)
    if not name:
        return BadRow(number, "has no name")
    place = point(number, _first(flat, _LAT), _first(flat, _LON))
    if isinstance(place, BadRow):
        return place
    pcode, geonames = _first(flat, _PCODE), _first(flat, _GEONAMES)
    identity = f"geonames:{geonames}" if geonames.isdigit() else f"user:{_first(flat, ('id',)) or pcode or number}"
    return PlaceRow(identity, name, *place, _feature(flat), _country(flat, pcode), _admin1(flat),
                    whole(_first(flat, _PEOPLE)), _names(entry, name), pcode)  # fmt: skip


def _flattened(entry: Mapping[str, Any], lead: str = "") -> Iterator[tuple[str, str]]:
    """Keys joined by dots, and their plain values as text."""
    for key, value in entry.items():
        if isinstance(value, dict):
            yield from _flattened(value, f"{lead}{key}.")
        elif isinstance(value, (str, int, float)) and not isinstance(value, bool):
            yield f"{lead}{key}", str(value).strip()


def _first(flat: Mapping[str, str], keys: tuple[str, ...]) -> str:
    return next((flat[key] for key in keys if flat.get(key)), "")


def _feature(flat: Mapping[str, str]) -> str:
    told = _first(flat, ("feature", "placetype", "type", "kind")).casefold()
    if told:
        return told
    parents = sum(key in flat for key in _PARENTS)
    return f"admin{1 + parents}" if parents or "iso31662" in flat else "city"


def _country(flat: Mapping[str, str], pcode: str) -> str:
    told = _first(flat, ("country", "country_code", "countryCode", "iso31662", "iso_3166_2"))
    coded = _PCODE_COUNTRY.match(pcode)
    return (told or (coded[0] if coded else "")).upper()[:2]


def _admin1(flat: Mapping[str, str]) -> str:
    return _first(flat, ("admin1", "governorateId", "governorate", "province")) or (
        _first(flat, ("id",)) if _feature(flat) == "admin1" else ""
    )


def _names(entry: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Other names: those in other languages, and a list of aliases (words, or objects with a "value")."""
    others = (
        [value for value in entry["name"].values() if isinstance(value, str)]
        if isinstance(entry.get("name"), dict)
        else []
    )
    for alias in entry.get("aliases") or entry.get("names") or ():
        spelt = alias.get("value") or alias.get("name") if isinstance(alias, dict) else alias
        others += [spelt.strip()] if isinstance(spelt, str) and spelt.strip() else []
    return tuple(dict.fromkeys(other for other in others if other != name))
