"""Which gazetteer entry a place name means, by the page it stands on; or an abstention with what it could be.

Rule: ranks what the gazetteer offers by the name itself, inhabitants, the kind of place the words say, the countries
and provinces the page names, and the distance to the page's other places. It asks only the `Gazetteer` port.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from rashomon.ground.toponyms import Toponym
from rashomon.lexicon.demonyms import demonym
from rashomon.ports import Gazetteer
from rashomon.record import Candidate
from rashomon.record.distance import kilometres

MOST_CANDIDATES = 12
"""Candidates of a name that are weighed: beyond them lie hamlets of the same name."""
AMBIGUOUS = 0.35
"""An entry is chosen only when its weight is this much above the next one that lies elsewhere (weights run from 0 to
about 8); found on half of LGL and GWN, where a smaller margin was right less often than not."""
ELSEWHERE_KM = 60.0
"""Two entries nearer than this are one place for the margin (a town and the district around it)."""
LEAST_SOUND = 0.82
"""A name met by its sound only must be this like (0.9 at most, see the gazetteer's score)."""
NEAR_KM = 250.0
"""Scale of the pull of other places on the page: a province or two."""
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


@dataclass(slots=True)
class Context:
    """What a page says about where it is: weight of countries, of (country, admin1), and the points of its places."""

    countries: dict[str, float] = field(default_factory=dict)
    areas: dict[tuple[str, str], float] = field(default_factory=dict)
    points: list[tuple[str, float, float, float]] = field(default_factory=list)


def candidates_of(gazetteer: Gazetteer, toponym: Toponym) -> tuple[Candidate, ...]:
    """What the gazetteer offers for the name as printed, else for its core."""
    for name in dict.fromkeys((toponym.full, toponym.name)):
        found = tuple(c for c in gazetteer.lookup(name) if c.lat is not None and c.lon is not None)
        if found:
            return found
    return ()


def context_of(offers: Sequence[tuple[Toponym, tuple[Candidate, ...]]], words: Iterable[str] = ()) -> Context:
    """The page's countries and areas from its own names and demonyms: every distinct name votes once, and its vote is
    shared among its candidates by their plausibility alone."""
    countries: dict[str, float] = defaultdict(float)
    areas: dict[tuple[str, str], float] = defaultdict(float)
    points: list[tuple[str, float, float, float]] = []
    for name, offered in {t.full.casefold(): found for t, found in offers if found}.items():
        shares = _shares(offered[:MOST_CANDIDATES])
        for candidate, share in shares:
            weight = share * (2.0 if candidate.feature == "country" else 1.0)
            countries[candidate.country] += weight
            if candidate.admin1:
                areas[candidate.country, candidate.admin1] += share
        best, share = shares[0]
        points.append(
            (name, best.lat, best.lon, share if best.feature not in ("country", "continent") else 0.2 * share)
        )
    for word in words:
        code = demonym(word)
        if code:
            countries[code] += 0.5
    return Context(dict(countries), dict(areas), points)


def _shares(offered: Sequence[Candidate]) -> list[tuple[Candidate, float]]:
    weights = [(c, math.exp(_prior(c))) for c in offered]
    total = sum(weight for _, weight in weights)
    return sorted(((c, weight / total) for c, weight in weights), key=lambda pair: (-pair[1], pair[0].id))


def _prior(candidate: Candidate) -> float:
    """How likely the entry is without a page: inhabitants (log10), its feature, how its name was met."""
    size = math.log10(candidate.population + 10)
    by_feature = {"country": 3.0, "continent": 2.5, "admin1": 2.2, "admin2": 0.6, "region": 0.5}.get(
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
    if best.score < 1 and "sound" in best.reason and not _supported(best, context):
        return Resolution(
            None, shown, f"{toponym.full!r} only sounds like {_said(best)}, and nothing else on the page is near it"
        )
    return Resolution(best, shown, f"found {best.reason}; {_why(best, other, context)}")


def _supported(candidate: Candidate, context: Context) -> bool:
    """The country the page speaks of most, or one named almost as often."""
    most = max(context.countries.values(), default=0.0)
    return candidate.score >= LEAST_SOUND and context.countries.get(candidate.country, 0.0) >= max(0.5, 0.5 * most)


def score(toponym: Toponym, candidate: Candidate, context: Context) -> float:
    """The weight of an entry for a name on a page."""
    total = _prior(candidate)
    total += _WEIGHTS["kind"] * _kind_fits(toponym.kind, candidate.feature)
    most = max(context.countries.values(), default=0.0)
    if most:
        total += _WEIGHTS["country"] * context.countries.get(candidate.country, 0.0) / (most + 0.5)
    most = max(context.areas.values(), default=0.0)
    if most:
        total += _WEIGHTS["admin1"] * context.areas.get((candidate.country, candidate.admin1), 0.0) / (most + 0.5)
    return total + _WEIGHTS["near"] * _pull(toponym, candidate, context)


def _pull(toponym: Toponym, candidate: Candidate, context: Context) -> float:
    """How near the page's other places lie, in [0, 1]."""
    own = toponym.full.casefold()
    pulls = [
        weight * math.exp(-kilometres(candidate.lat, candidate.lon, lat, lon) / NEAR_KM)
        for name, lat, lon, weight in context.points
        if name != own
    ]
    return max(pulls, default=0.0)


def _kind_fits(kind: str, feature: str) -> float:
    if kind in ("admin1", "admin2", "admin3"):
        return 1.0 if feature.startswith("admin") else -0.5
    if kind in ("city", "town", "village", "quarter"):
        return 0.6 if feature in ("city", "town", "village", "quarter") else -0.5
    return 0.0


def _said(candidate: Candidate) -> str:
    inside = ", ".join(part for part in (candidate.admin1, candidate.country) if part)
    return f"{candidate.name} ({candidate.feature}, {inside})" if inside else f"{candidate.name} ({candidate.feature})"


def _why(best: Candidate, other: tuple[float, Candidate] | None, context: Context) -> str:
    if other is None:
        return "no other entry is called so"
    if context.countries.get(best.country, 0.0) > 0.5:
        return f"the page speaks of {best.country}; next would be {_said(other[1])}"
    return f"the largest of its name; next would be {_said(other[1])}"
