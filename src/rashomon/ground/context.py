"""What a page says about where it is: its countries, its divisions, its points, and which place it puts in which area.

Rule: adds up what the gazetteer offers for the page's own names and demonyms; it ranks nothing and chooses nothing.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from rashomon.ground.toponyms import Toponym
from rashomon.lexicon.demonyms import demonym
from rashomon.record import Candidate

MOST_CANDIDATES = 12
"""Candidates of a name that are weighed: beyond them lie hamlets of the same name."""
COUNTRY_VOTE = 2.0
"""A country that is named says this many times as much as a town in it."""
DEMONYM_VOTE = 0.5
"""A demonym says half as much as a town, and may stand often."""
WIDE = ("country", "continent")
AREAS = ("country", "admin1")
"""Features of what a place is put in by a comma ("Orlim, Texas")."""
WEIGHTS = {"size": 0.55, "name": 0.8, "other name": 0.0, "sound": 2.2}
"""Weight of a factor ten of inhabitants, of meeting an entry by its own name, by another one, and of each part of a
sound that differs; found on two thirds of GWN and LGL."""
FEATURES = {"country": 3.0, "continent": 2.5, "admin1": 1.8, "admin2": 1.2, "region": 2.0, "water": 2.0}
"""In place of inhabitants, which the tables lack for areas: how readily an area is meant by a bare name."""

Area = tuple[str, str]
"""Country and first-order code; "" for the whole country."""
Offer = tuple[Toponym, tuple[Candidate, ...]]
Key = TypeVar("Key")


@dataclass(frozen=True, slots=True)
class Context:
    """What a page says about where it is.

    countries, areas  weight of each country and (country, admin1), from all names and demonyms
    own               name -> what that name itself gave to them, which does not count for it
    points            (name, latitude, longitude, weight, area) of the likeliest entry of each name
    inside            name -> the areas that the page puts it in ("Orlim, Texas")
    """

    countries: dict[str, float]
    areas: dict[Area, float]
    own: dict[str, tuple[dict[str, float], dict[Area, float]]]
    points: tuple[tuple[str, float, float, float, Area], ...]
    inside: dict[str, frozenset[Area]] = field(default_factory=dict)

    def country(self, name: str, code: str) -> float:
        """How much of the page speaks of a country, this name left aside, in [0, 1)."""
        own = self.own.get(name, ({}, {}))[0]
        return _share(self.countries, own, code)

    def area(self, name: str, area: Area) -> float:
        """The same of a first-order division."""
        own = self.own.get(name, ({}, {}))[1]
        return _share(self.areas, own, area)

    def holds(self, name: str, candidate: Candidate) -> bool | None:
        """Whether an entry lies in an area that the page puts the name in; None where the page puts it in none."""
        areas = self.inside.get(name)
        if not areas:
            return None
        return bool({(candidate.country, ""), (candidate.country, candidate.admin1)} & areas)


def _share(weights: dict[Key, float], own: dict[Key, float], key: Key) -> float:
    most = max((weight - own.get(k, 0.0) for k, weight in weights.items()), default=0.0)
    return max(0.0, weights.get(key, 0.0) - own.get(key, 0.0)) / (most + 0.5)


def context_of(offers: Sequence[Offer], words: Iterable[str] = ()) -> Context:
    """The page's countries and areas from its own names and demonyms: every distinct name votes once, and its vote is
    shared among its candidates by their plausibility alone."""
    countries: dict[str, float] = defaultdict(float)
    areas: dict[Area, float] = defaultdict(float)
    own: dict[str, tuple[dict[str, float], dict[Area, float]]] = {}
    points: list[tuple[str, float, float, float, Area]] = []
    named = {t.full.casefold(): found for t, found in offers if found}
    for name, offered in named.items():
        shares = _shares(offered[:MOST_CANDIDATES])
        own[name] = _votes(shares)
        for total, given in ((countries, own[name][0]), (areas, own[name][1])):
            for key, weight in given.items():
                total[key] += weight  # type: ignore[index]
        best, share = shares[0]
        if best.feature == "county":
            continue
        weight = 0.2 * share if best.feature in WIDE else share
        points.append((name, best.lat, best.lon, weight, (best.country, best.admin1)))
    for word in words:
        code = demonym(word)
        if code:
            countries[code] += DEMONYM_VOTE
    return Context(dict(countries), dict(areas), own, tuple(points), _inside(offers, named))


def _inside(offers: Sequence[Offer], named: dict[str, tuple[Candidate, ...]]) -> dict[str, frozenset[Area]]:
    """Name -> the areas that the words right after it give."""
    found: dict[str, set[Area]] = defaultdict(set)
    for toponym, _ in offers:
        offered = named.get(toponym.area.casefold(), ())
        for candidate in offered:
            area = candidate.feature in AREAS and candidate.score >= 1
            if area and not (toponym.listed and _has_its_town(candidate, offered)):
                found[toponym.full.casefold()].add((candidate.country, candidate.admin1))
    return {name: frozenset(areas) for name, areas in found.items()}


def _has_its_town(area: Candidate, offered: Sequence[Candidate]) -> bool:
    """True when a town in the area has its name: "Orlim, Homs" may list two towns."""
    return any(
        c.feature == "city" and (c.country, c.admin1) == (area.country, area.admin1) and "by its name" in c.reason
        for c in offered
    )


def _votes(shares: Sequence[tuple[Candidate, float]]) -> tuple[dict[str, float], dict[Area, float]]:
    countries: dict[str, float] = defaultdict(float)
    areas: dict[Area, float] = defaultdict(float)
    for candidate, share in shares:
        countries[candidate.country] += share * (COUNTRY_VOTE if candidate.feature == "country" else 1.0)
        if candidate.admin1:
            areas[candidate.country, candidate.admin1] += share
    return dict(countries), dict(areas)


def _shares(offered: Sequence[Candidate]) -> list[tuple[Candidate, float]]:
    weights = [(c, math.exp(prior(c))) for c in offered]
    total = sum(weight for _, weight in weights)
    return sorted(((c, weight / total) for c, weight in weights), key=lambda pair: (-pair[1], pair[0].id))


def prior(candidate: Candidate) -> float:
    """How likely the entry is without a page: inhabitants (log10), its feature, how its name was met."""
    size = math.log10(candidate.population + 10)
    return WEIGHTS["size"] * size + FEATURES.get(candidate.feature, 0.0) + _met(candidate)


def _met(candidate: Candidate) -> float:
    if "by its name" in candidate.reason:
        return WEIGHTS["name"]
    if "another" in candidate.reason:
        return 0.4 if candidate.feature in WIDE else WEIGHTS["other name"]
    return -WEIGHTS["sound"] * (1.5 - candidate.score)
