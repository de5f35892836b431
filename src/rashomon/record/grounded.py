"""Words made comparable: intervals, gazetteer entries, bounds. Rule: nothing is sharper than its source, and every
value says what it rests on; the words themselves stay beside the value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.record.span import Span

TimePrecision = Literal["T0", "T1", "T2", "T3", "T4", "T5", "T6", "T9"]
PlacePrecision = Literal["P1", "P2", "P3", "P4", "P5", "P6", "P7", "P8", "P9"]
Quantifier = Literal["exact", "about", "at least", "more than", "at most", "less than", "between", "vague"]
Aggregation = Literal["increment", "cumulative", "stock", "planned", "remaining"]


@dataclass(frozen=True, slots=True)
class Narrowing:
    """One step by which an interval got sharper: what fixed it, and the reason in words."""

    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """When, as a closed interval of ISO days.

    text        the words, "" when the claim has none and the interval was inferred
    span        where they stand, None when inferred
    earliest, latest  "2017-12-27"; "????-12-27" where the year is open (year_known False); None = open bound
    precision   T0 time of day, T1 day, T2 2-6 days, T3 week, T4 month, T5 longer, T6 open interval, T9 unknown
    basis       "absolute", "relative to publication", "to another event", "period", "context of the page",
                "context of other pages", "none"
    edtf        Extended Date/Time Format (ISO 8601-2:2019, level 2), "" when it cannot be said
    weekday     "Saturday" where the words name one and no date could be fixed
    clock       "05:30" or "dawn" where a time of day is told
    narrowed    the steps that fixed what the words left open
    """

    text: str
    span: Span | None = None
    earliest: str | None = None
    latest: str | None = None
    precision: TimePrecision = "T9"
    year_known: bool = True
    basis: str = "none"
    edtf: str = ""
    weekday: str | None = None
    clock: str | None = None
    narrowed: tuple[Narrowing, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A gazetteer entry that a name could mean. lat, lon in degrees (WGS 84); score in [0, 1]; reason in words; pcode:
    place code of humanitarian agencies, "" where the table has none."""

    id: str
    name: str
    lat: float
    lon: float
    feature: str
    country: str
    admin1: str = ""
    population: int = 0
    score: float = 0.0
    reason: str = ""
    pcode: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where, as the words give it.

    role        "place" (where it happened), "origin", "via", "destination", "within"
    text, span  the words; name: the gazetteer's name or the toponym itself when it is in no gazetteer
    id          "geonames:173811" or None (abstained; `reason` says why, `candidates` what it could be)
    precision   P1 site, P2 town, P3 near/outskirts/pocket, P4 district, P5 province, P6 between or larger, P7 country,
                P8 water/air/border, P9 not in gazetteer
    relation    "at", "in", "near", "between", "north of", "southeast of", "toward", ...
    radius_km   how far the place may lie from lat/lon, None = unknown
    pcode       place code of humanitarian agencies ("SY070001"), "" where the gazetteer gives none
    """

    role: str
    text: str
    span: Span
    name: str
    id: str | None = None
    lat: float | None = None
    lon: float | None = None
    precision: PlacePrecision = "P9"
    relation: str = "in"
    radius_km: float | None = None
    candidates: tuple[Candidate, ...] = ()
    reason: str = ""
    pcode: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of what.

    text, span   the words ("more than 600"); of: what is counted ("people")
    low, high    closed bounds, None = open; never guessed ("several" = 3..9 stands in lexicon/vague.py)
    unit         person, household, vehicle, building, event, weapon, animal, money, area, length, time, thing
    aggregation  increment, cumulative, stock, planned, remaining; window: the words of a cumulative window or ""
    part_of      text of the count this one is a part of ("16,000 people"), or None
    """

    text: str
    span: Span
    of: str
    low: int | float | None
    high: int | float | None
    quantifier: Quantifier = "exact"
    unit: str = "thing"
    aggregation: Aggregation = "increment"
    window: str = ""
    part_of: str | None = None
