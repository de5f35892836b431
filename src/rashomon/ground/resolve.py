"""Which gazetteer entry a place name means, by the page it stands on; or an abstention with what it could be.

Rule: ranks what the gazetteer offers by the name itself, inhabitants, the kind of place the words say, the countries
and provinces the page names, and the distance to the page's other places. It asks only the `Gazetteer` port.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from rashomon.ground.toponyms import Toponym
from rashomon.lexicon.demonyms import demonym
from rashomon.ports import Gazetteer
from rashomon.record import Candidate
from rashomon.record.distance import kilometres

MOST_CANDIDATES = 12
"""Candidates of a name that are weighed: beyond them lie hamlets of the same name."""
AMBIGUOUS = 0.2
"""An entry is chosen only when its weight is this much above the next one that lies elsewhere (weights run from 0 to
about 8); found on half of LGL and GWN, where a smaller margin was right less often than not."""
ELSEWHERE_KM = 60.0
"""Two entries nearer than this are one place for the margin (a town and the district around it)."""
LONGEST_CODE = 3
"""Letters; a name in capitals so short is a code of a country or a state, or no place (EU)."""
LEAST_SOUND = 0.85
"""A name met by its sound only must be this like (0.9 at most, see the gazetteer's score)."""
LEAST_SHARE = 0.4
"""Share of the page's country votes, against the country with the most, that a name met by its sound needs."""
NEAR_KM = 250.0
"""Scale of the pull of other places on the page: a province or two."""
COUNTRY_VOTE = 2.0
"""A country that is named says this many times as much as a town in it."""
DEMONYM_VOTE = 0.5
"""A demonym says half as much as a town, and may stand often."""
_WIDE = ("country", "continent")
_WEIGHTS = {
    "size": 0.55,
    "name": 1.2,
    "sound": 2.2,
    "kind": 1.5,
    "country": 2.4,
    "admin1": 1.2,
    "near": 1.6,
    "state": 2.5,
}


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entry meant (None = abstained), the ones it could have been, and why."""

    entry: Candidate | None
    candidates: tuple[Candidate, ...]
    reason: str


Area = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Context:
    """What a page says about where it is.

    countries, areas  weight of each country and (country, admin1), from all names and demonyms
    own               name -> what that name itself gave to them, which does not count for it
    points            (name, latitude, longitude, weight) of the likeliest entry of each name
    """

    countries: dict[str, float]
    areas: dict[Area, float]
    own: dict[str, tuple[dict[str, float], dict[Area, float]]]
    points: tuple[tuple[str, float, float, float], ...]

    def country(self, name: str, code: str) -> float:
        """How much of the page speaks of a country, this name left aside, in [0, 1)."""
        own = self.own.get(name, ({}, {}))[0]
        return _share(self.countries, own, code)

    def area(self, name: str, area: Area) -> float:
        """The same of a first-order division."""
        own = self.own.get(name, ({}, {}))[1]
        return _share(self.areas, own, area)


Key = TypeVar("Key")


def _share(weights: dict[Key, float], own: dict[Key, float], key: Key) -> float:
    most = max((weight - own.get(k, 0.0) for k, weight in weights.items()), default=0.0)
    return max(0.0, weights.get(key, 0.0) - own.get(key, 0.0)) / (most + 0.5)


def candidates_of(gazetteer: Gazetteer, toponym: Toponym) -> tuple[Candidate, ...]:
    """What the gazetteer offers for the name as printed, else for its core."""
    for name in dict.fromkeys((toponym.full, toponym.name)):
        found = tuple(c for c in gazetteer.lookup(name) if c.lat is not None and c.lon is not None)
        if name.isupper() and len(name) <= LONGEST_CODE:
            found = tuple(c for c in found if c.feature in ("country", "admin1"))
        if found:
            return found
    return ()


def context_of(offers: Sequence[tuple[Toponym, tuple[Candidate, ...]]], words: Iterable[str] = ()) -> Context:
    """The page's countries and areas from its own names and demonyms: every distinct name votes once, and its vote is
    shared among its candidates by their plausibility alone."""
    countries: dict[str, float] = defaultdict(float)
    areas: dict[Area, float] = defaultdict(float)
    own: dict[str, tuple[dict[str, float], dict[Area, float]]] = {}
    points: list[tuple[str, float, float, float]] = []
    for name, offered in {t.full.casefold(): found for t, found in offers if found}.items():
        shares = _shares(offered[:MOST_CANDIDATES])
        own[name] = _votes(shares)
        for total, given in ((countries, own[name][0]), (areas, own[name][1])):
            for key, weight in given.items():
                total[key] += weight  # type: ignore[index]
        best, share = shares[0]
        points.append((name, best.lat, best.lon, 0.2 * share if best.feature in _WIDE else share))
    for word in words:
        code = demonym(word)
        if code:
            countries[code] += DEMONYM_VOTE
    return Context(dict(countries), dict(areas), own, tuple(points))


def _votes(shares: Sequence[tuple[Candidate, float]]) -> tuple[dict[str, float], dict[Area, float]]:
    countries: dict[str, float] = defaultdict(float)
    areas: dict[Area, float] = defaultdict(float)
    for candidate, share in shares:
        countries[candidate.country] += share * (COUNTRY_VOTE if candidate.feature == "country" else 1.0)
        if candidate.admin1:
            areas[candidate.country, candidate.admin1] += share
    return dict(countries), dict(areas)


def _shares(offered: Sequence[Candidate]) -> list[tuple[Candidate, float]]:
    weights = [(c, math.exp(_prior(c))) for c in offered]
    total = sum(weight for _, weight in weights)
    return sorted(((c, weight / total) for c, weight in weights), key=lambda pair: (-pair[1], pair[0].id))


def _prior(candidate: Candidate) -> float:
    """How likely the entry is without a page: inhabitants (log10), its feature, how its name was met."""
    size = math.log10(candidate.population + 10)
    by_feature = {"country": 3.0, "continent": 2.5, "admin1": 2.2, "admin2": 0.6, "region": 2.0, "water": 2.0}.get(
        candidate.feature, 0.0
    )
    met = (
        _WEIGHTS["name"]
        if "by its name" in candidate.reason
        else 0.4
        if "another" in candidate.reason
        else -_WEIGHTS["sound"] * (1.5 - candidate.score)
    )
    return _WEIGHTS["size"] * size + by_feature + met


def resolve(toponym: Toponym, offered: tuple[Candidate, ...], context: Context) -> Resolution:
    """The entry a name means on this page."""
    if not offered:
        return Resolution(None, (), f"{toponym.full!r} is in no gazetteer at hand")
    ranked = sorted(
        ((score(toponym, c, context), c) for c in offered[: 3 * MOST_CANDIDATES]),
        key=lambda pair: (-pair[0], pair[1].id),
    )[:MOST_CANDIDATES]
    shown = tuple(replace(c, score=round(1 / (1 + math.exp(-(weight - 4))), 3)) for weight, c in ranked[:5])
    weight, best = ranked[0]
    other = next(
        (pair for pair in ranked[1:] if kilometres(best.lat, best.lon, pair[1].lat, pair[1].lon) > ELSEWHERE_KM), None
    )
    if other is not None and weight - other[0] < AMBIGUOUS:
        return Resolution(
            None,
            shown,
            f"{toponym.full!r} could be {_said(best)} or {_said(other[1])}, and the page does not tell which",
        )
    if best.score < 1 and "sound" in best.reason and not _supported(toponym.full.casefold(), best, context):
        return Resolution(
            None, shown, f"{toponym.full!r} only sounds like {_said(best)}, and nothing else on the page is near it"
        )
    return Resolution(best, shown, f"found {best.reason}; {_why(toponym, best, other, context)}")


def _supported(name: str, candidate: Candidate, context: Context) -> bool:
    """Its country is the one that the rest of the page speaks of most, or nearly so."""
    return candidate.score >= LEAST_SOUND and context.country(name, candidate.country) >= LEAST_SHARE


def score(toponym: Toponym, candidate: Candidate, context: Context) -> float:
    """The weight of an entry for a name on a page."""
    name = toponym.full.casefold()
    total = _prior(candidate)
    total += _WEIGHTS["kind"] * _kind_fits(toponym.kind, candidate.feature)
    total += _WEIGHTS["country"] * context.country(name, candidate.country)
    total += _WEIGHTS["admin1"] * context.area(name, (candidate.country, candidate.admin1))
    return total + _WEIGHTS["near"] * _pull(name, candidate, context)


def _pull(own: str, candidate: Candidate, context: Context) -> float:
    """How near the page's other places lie, in [0, 1]."""
    pulls = [
        weight * math.exp(-kilometres(candidate.lat, candidate.lon, lat, lon) / NEAR_KM)
        for name, lat, lon, weight in context.points
        if name != own
    ]
    return max(pulls, default=0.0)


def _kind_fits(kind: str, feature: str) -> float:
    if kind in ("admin1", "admin2", "admin3"):
        return 1.0 if feature.startswith(("admin", "county")) else -0.5
    if kind in ("city", "town", "village", "quarter"):
        return 0.6 if feature in ("city", "town", "village", "quarter") else -0.5
    return 0.0


def _said(candidate: Candidate) -> str:
    inside = ", ".join(part for part in (candidate.admin1, candidate.country) if part)
    return f"{candidate.name} ({candidate.feature}, {inside})" if inside else f"{candidate.name} ({candidate.feature})"


def _why(toponym: Toponym, best: Candidate, other: tuple[float, Candidate] | None, context: Context) -> str:
    if other is None:
        return "no other entry is called so"
    if context.country(toponym.full.casefold(), best.country) > LEAST_SHARE:
        return f"the page speaks of {best.country}; next would be {_said(other[1])}"
    return f"the largest of its name; next would be {_said(other[1])}"
