"""Which gazetteer entry a place name means, by the page it stands on; or an abstention with what it could be.

Rule: ranks what the gazetteer offers by the name itself, inhabitants, the kind of place the words say, the countries
and provinces the page names, and the distance to the page's other places. It asks only the `Gazetteer` port.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from rashomon.ground.context import MOST_CANDIDATES, Context, prior
from rashomon.ground.toponyms import Toponym
from rashomon.lexicon.places import DIRECTIONS, KINDS
from rashomon.ports import Gazetteer
from rashomon.record import Candidate
from rashomon.record.distance import kilometres

AMBIGUOUS = 0.1
"""A wide area is chosen only when its weight is this much above the next entry that lies elsewhere (weights run from 0
to about 8); for smaller places the margin is a part of `trust`."""
CLOSE = 1.0
"""A smaller margin is told as two that it could be, a larger one as nothing that speaks for the likelier."""
ELSEWHERE_KM = 60.0
"""Two entries nearer than this are one place for the margin (a town and the district around it)."""
LONGEST_CODE = 3
"""Letters; a name in capitals so short is a code of a country or a state, or no place (EU)."""
TRUST = {
    "at all": -3.1,
    "margin": 1.1,
    "admin1": 2.3,
    "size": 0.5,
    "other name": -1.5,
    "misfit": -0.75,
    "division": 1.35,
}
"""Logistic weights of being right, for an entry that is no wide area: its margin over the next one elsewhere, how much
of the page speaks of its province, a factor ten of inhabitants, being met by another name, a kind that no town has
("Orlim square"), being a division. Fitted on two thirds of GWN and LGL, for entries met by a name."""
LEAST_TRUST = 0.45
"""Below it a name abstains: there a third of the choices were right, above it four fifths."""
MOST_MARGIN = 3.0
"""A larger margin says no more, and having no rival elsewhere counts as this one."""
TOWNS = ("city", "town", "village", "quarter")
DISTRICTS = ("admin2", "admin3", "admin4")
SMALL = (*TOWNS, "admin2", "admin3", "county")
COUNTY = "county"
"""Feature of a division whose point is only the middle of the division around it."""
UNLIKE_TOWNS = ("water", "mountain", "island", "border", "valley", "site")
LEAST_SOUND = 0.85
"""A name met by its sound only must be this like (0.9 at most, see the gazetteer's score)."""
LEAST_SHARE = 0.4
"""Share of the page's country votes, against the country with the most, that a name met by its sound needs."""
NEAR_KM = 250.0
"""Scale of the pull of other places on the page: a province or two."""
WEIGHTS = {"kind": 1.5, "country": 2.4, "admin1": 1.2, "near": 1.6, "inside": 3.0}
"""Weight of what the words and the page say for an entry: its kind, the page's countries and provinces, the nearness of
the page's other places, and the area that the words put it in; found on two thirds of GWN and LGL."""


Weighed = tuple[float, Candidate]


@dataclass(frozen=True, slots=True)
class Resolution:
    """The entry meant (None = abstained), the ones it could have been, and why."""

    entry: Candidate | None
    candidates: tuple[Candidate, ...]
    reason: str


def candidates_of(gazetteer: Gazetteer, toponym: Toponym) -> tuple[Candidate, ...]:
    """What the gazetteer offers for the name as printed, else for its core; a name that it holds goes before one that
    only sounds so."""
    heard: tuple[Candidate, ...] = ()
    for name in dict.fromkeys(_lookups(toponym)):
        found = tuple(c for c in gazetteer.lookup(name) if c.lat is not None and c.lon is not None)
        if name.isupper() and len(name) <= LONGEST_CODE:
            found = tuple(c for c in found if c.feature in ("country", "admin1"))
        if any(c.score >= 1 for c in found):
            return found
        heard = heard or found
    return heard or _river(gazetteer, toponym)


def _lookups(toponym: Toponym) -> tuple[str, ...]:
    if toponym.kind == "admin2":
        return toponym.full, f"{toponym.name} County", toponym.name
    return toponym.full, toponym.name


def _river(gazetteer: Gazetteer, toponym: Toponym) -> tuple[Candidate, ...]:
    """ "The Middle Euphrates River Valley" lies along the Euphrates."""
    words = [
        word for word in toponym.full.split() if word.casefold() not in KINDS and word.casefold() not in DIRECTIONS
    ]
    if toponym.kind != "valley" or not words:
        return ()
    return tuple(c for c in gazetteer.lookup(" ".join(words)) if c.feature == "water" and c.score >= 1)


def resolve(toponym: Toponym, offered: tuple[Candidate, ...], context: Context) -> Resolution:
    """The entry a name means on this page."""
    if not offered:
        return Resolution(None, (), f"{toponym.full!r} is in no gazetteer at hand")
    ranked = _ranked(toponym, offered, context)
    shown = tuple(replace(c, score=round(1 / (1 + math.exp(-(weight - 4))), 3)) for weight, c in ranked[:5])
    best = ranked[0][1]
    other = next(
        (pair for pair in ranked[1:] if kilometres(best.lat, best.lon, pair[1].lat, pair[1].lon) > ELSEWHERE_KM), None
    )
    doubt = _doubt(toponym, ranked[0], other, context)
    if doubt:
        return Resolution(None, shown, doubt)
    best = _town_of(toponym, best, ranked)
    reason = f"found {best.reason}; {_why(toponym, best, other, context)}"
    return _settled(best, shown, reason, context) if best.feature == COUNTY else Resolution(best, shown, reason)


def _town_of(toponym: Toponym, best: Candidate, ranked: list[Weighed]) -> Candidate:
    """A bare name means a town before the district that is called after it."""
    if best.feature not in DISTRICTS or toponym.kind.startswith("admin"):
        return best
    towns = (
        c
        for _, c in ranked
        if c.feature in TOWNS
        and "by its name" in c.reason
        and kilometres(c.lat, c.lon, best.lat, best.lon) < ELSEWHERE_KM
    )
    return next(towns, best)


def _ranked(toponym: Toponym, offered: tuple[Candidate, ...], context: Context) -> list[Weighed]:
    weighed = ((score(toponym, c, context), c) for c in offered[: 3 * MOST_CANDIDATES])
    return sorted(weighed, key=lambda pair: (-pair[0], pair[1].id))[:MOST_CANDIDATES]


def _doubt(toponym: Toponym, first: Weighed, other: Weighed | None, context: Context) -> str:
    """Why the likeliest entry is not to be taken, "" when it is."""
    weight, best = first
    name, margin = toponym.full, weight - other[0] if other else MOST_MARGIN
    if name.casefold() in KINDS or name.casefold() in DIRECTIONS:
        return f"{name!r} only says what kind of place is meant"
    if "sound" in best.reason and best.score < 1:
        supported = _supported(name.casefold(), best, context)
        return "" if supported else f"{name!r} only sounds like {_said(best)}, and nothing else on the page is near it"
    if trust(toponym, best, margin, context) >= LEAST_TRUST and (best.feature in SMALL or margin >= AMBIGUOUS):
        return ""
    if other is not None and margin < CLOSE:
        return f"{name!r} could be {_said(best)} or {_said(other[1])}, and the page does not tell which"
    return f"{name!r} may be {_said(best)}, but too little on the page speaks for it"


def trust(toponym: Toponym, best: Candidate, margin: float, context: Context) -> float:
    """How often an entry so chosen is right, in [0, 1]; wide areas, which are known by their names alone, are at 1."""
    if best.feature not in SMALL:
        return 1.0
    misfit = toponym.kind in UNLIKE_TOWNS and best.feature in TOWNS
    total = TRUST["at all"] + TRUST["margin"] * min(margin, MOST_MARGIN)
    total += TRUST["admin1"] * context.area(toponym.full.casefold(), (best.country, best.admin1))
    total += TRUST["size"] * math.log10(best.population + 10)
    total += TRUST["other name"] if "another" in best.reason else 0.0
    total += TRUST["misfit"] if misfit else 0.0
    total += TRUST["division"] if best.feature not in TOWNS else 0.0
    return 1 / (1 + math.exp(-total))


def _settled(best: Candidate, shown: tuple[Candidate, ...], reason: str, context: Context) -> Resolution:
    """A division whose own point no table holds, put at the likeliest place that the page names in its province."""
    near = [point for point in context.points if point[4] == (best.country, best.admin1)]
    if not near:
        return Resolution(None, shown, f"no table holds a point for {_said(best)}, only for what lies around it")
    name, lat, lon, *_ = max(near, key=lambda point: (point[3], point[0]))
    placed = replace(best, lat=lat, lon=lon)
    return Resolution(
        placed, shown, f"{reason}; no table holds its point: put at {name!r}, named on the page in {best.admin1}"
    )


def _supported(name: str, candidate: Candidate, context: Context) -> bool:
    """Its country is the one that the rest of the page speaks of most, or nearly so."""
    return candidate.score >= LEAST_SOUND and context.country(name, candidate.country) >= LEAST_SHARE


def score(toponym: Toponym, candidate: Candidate, context: Context) -> float:
    """The weight of an entry for a name on a page."""
    name = toponym.full.casefold()
    total = prior(candidate)
    total += WEIGHTS["kind"] * _kind_fits(toponym.kind, candidate.feature)
    total += WEIGHTS["country"] * context.country(name, candidate.country)
    total += WEIGHTS["admin1"] * context.area(name, (candidate.country, candidate.admin1))
    total += WEIGHTS["inside"] if context.holds(name, candidate) else 0.0
    return total + WEIGHTS["near"] * _pull(name, candidate, context)


def _pull(own: str, candidate: Candidate, context: Context) -> float:
    """How near the page's other places lie, in [0, 1]."""
    pulls = [
        weight * math.exp(-kilometres(candidate.lat, candidate.lon, lat, lon) / NEAR_KM)
        for name, lat, lon, weight, _ in context.points
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
