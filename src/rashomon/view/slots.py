"""What a claim says in each slot, as rows of a form: what stands there now, and what could. Rule: see view/__init__; an
empty row at the end is for what is missing, a row whose words are emptied is taken out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from rashomon.lexicon.cues import NOUNS, VERBS
from rashomon.lexicon.ontology import COMMON_ROLES, TYPES
from rashomon.lexicon.role_families import PLACE_SLOTS
from rashomon.record import Claim, Count, Place, Step, Time
from rashomon.record.claim import Voice
from rashomon.record.grounded import Aggregation, Quantifier

RELATIONS = ("in", "at", "near", "between", "north of", "northeast of", "east of", "southeast of", "south of",
             "southwest of", "west of", "northwest of", "toward", "outside")  # fmt: skip
UNITS = ("person", "household", "vehicle", "building", "event", "weapon", "animal", "money", "area", "length", "time",
         "thing")  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place. words: those of the page; picks: (value, label) of the gazetteer entries it could be; placed: True when
    it is on the map."""

    words: str
    role: str
    relation: str
    name: str
    lat: str
    lon: str
    radius: str
    placed: bool
    picks: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CountRow:
    """A figure. low, high: closed bounds, "" = open."""

    words: str
    of: str
    low: str
    high: str
    quantifier: str
    unit: str
    aggregation: str


@dataclass(frozen=True, slots=True)
class SlotRows:
    """Every slot of a claim: rows for those that hold several things, and what each field can hold."""

    places: tuple[PlaceRow, ...]
    counts: tuple[CountRow, ...]
    roles: tuple[tuple[str, str], ...]
    chain: tuple[tuple[str, str], ...]
    said_at: tuple[str, str]
    time: tuple[str, str]
    voice: str
    type: str
    status: str
    polarity: int
    place_roles: tuple[str, ...]
    relations: tuple[str, ...]
    quantifiers: tuple[str, ...]
    aggregations: tuple[str, ...]
    units: tuple[str, ...]
    role_names: tuple[str, ...]
    acts: tuple[str, ...]
    voices: tuple[str, ...]


def slot_rows(claim: Claim) -> SlotRows:
    """The rows of a claim, with an empty one for each slot."""
    held = tuple((role, span.text) for role, spans in claim.roles for span in spans)
    known = TYPES[claim.type].roles if claim.type in TYPES else ()
    return SlotRows(
        (*map(_place, claim.places), PlaceRow("", "place", "in", "", "", "", "", False, ())),
        (*map(_count, claim.counts), CountRow("", "", "", "", "exact", "person", "increment")),
        (*held, ("", "")),
        (*map(_step, claim.attribution), ("", "says")),
        _days(claim.said_at),
        _days(claim.time),
        claim.voice,
        claim.type or "",
        claim.status,
        claim.polarity,
        PLACE_SLOTS,
        tuple(dict.fromkeys((*RELATIONS, *(place.relation for place in claim.places)))),
        get_args(Quantifier),
        get_args(Aggregation),
        tuple(dict.fromkeys((*UNITS, *(count.unit for count in claim.counts)))),
        tuple(dict.fromkeys((*known, *COMMON_ROLES, *(role for role, _ in held)))),
        tuple(sorted({"says", *VERBS.values(), *NOUNS.values(), *(step.act for step in claim.attribution)})),
        get_args(Voice),
    )


def _place(place: Place) -> PlaceRow:
    picks = tuple((c.id, ", ".join(part for part in (c.name, c.admin1, c.country) if part)) for c in place.candidates)
    return PlaceRow(
        place.text, place.role, place.relation, place.name, plain(place.lat), plain(place.lon),
        plain(place.radius_km), place.lat is not None, picks,
    )  # fmt: skip


def _count(count: Count) -> CountRow:
    bounds = plain(count.low), plain(count.high)
    return CountRow(count.text, count.of, *bounds, count.quantifier, count.unit, count.aggregation)


def _step(step: Step) -> tuple[str, str]:
    return step.name, step.act


def _days(time: Time | None) -> tuple[str, str]:
    """First and last day for a date field, which knows no open year."""
    told = (time.earliest or "", time.latest or "") if time else ("", "")
    first, last = ("" if "?" in day else day for day in told)
    return first, last


def plain(value: float | None) -> str:
    """A number as a field of a form holds it, "" for None."""
    return "" if value is None else f"{value:g}" if isinstance(value, float) and abs(value) < 1000 else str(value)
