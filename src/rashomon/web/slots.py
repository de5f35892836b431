"""The fields of a form to the value of a slot. Rule: fields in, JSON out, in the words of the page; a row that was left
as it was stays to the last detail, what is not on the page or no number is told in words."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar, cast

from rashomon.errors import InputError
from rashomon.record import Claim, Count, Document, Place, Span, Step, Time, to_plain
from rashomon.record.grounded import TimePrecision
from rashomon.view.slots import CountRow, PlaceRow, plain, slot_rows

Fields = Mapping[str, str]
T = TypeVar("T")
MOST_ROWS = 40
"""Rows of one slot that are looked at: no sentence names as many."""


@dataclass(frozen=True, slots=True)
class At:
    """The claim whose slot is filled, and its page."""

    claim: Claim
    document: Document

    def span(self, words: str) -> Span:
        """Where words stand: in the quote, or else nearest to it; raises InputError."""
        text, quote = self.document.text, self.claim.quote
        inside = text.find(words, quote.start, quote.end)
        found = [inside] if inside >= 0 else _everywhere(text, words)
        if not words or not found:
            raise InputError(f"{words!r} does not stand on {self.document.file}; copy the words as the page has them")
        start = min(found, key=lambda at: abs(at - quote.start))
        return Span.of(text, start, start + len(words))


def value_of(slot: str, fields: Fields, at: At) -> str:
    """The value of a slot as a decision records it; slots without fields of their own take JSON."""
    return VALUES[slot](fields, at) if slot in VALUES and "value" not in fields else _needed(fields, "value")


def _everywhere(text: str, words: str) -> list[int]:
    found, at = [], text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _needed(fields: Fields, name: str) -> str:
    if not fields.get(name):
        raise InputError(f"choose or write something for {name!r}, then try again")
    return fields[name]


def _word(fields: Fields, at: At) -> str:
    return json.dumps(_needed(fields, fields["slot"]), ensure_ascii=False)


def _polarity(fields: Fields, at: At) -> str:
    return "-1" if _needed(fields, "polarity") == "-1" else "1"


def _time(fields: Fields, at: At) -> str:
    first, last = fields.get("earliest") or None, fields.get("latest") or None
    if first is None and last is None:
        raise InputError("a time has a first or a last day; give at least one")
    if first and last and first > last:
        raise InputError(f"{first} is after {last}; the first day comes first")
    precision: TimePrecision = "T1" if first == last else ("T6" if first is None or last is None else "T5")
    return _json(Time("", None, first, last, precision, True, "context of other pages"))


def _places(fields: Fields, at: At) -> str:
    return _json(_rows(fields, "place", at.claim.places, slot_rows(at.claim).places, PlaceRow, at, _place))


def _place(row: PlaceRow, pick: str, was: Place | None, at: At) -> Place:
    span = was.span if was and was.text == row.words else at.span(row.words)
    place = replace(
        was or Place(row.role, row.words, span, row.words),
        role=row.role, text=row.words, span=span, relation=row.relation, name=row.name or row.words,
        radius_km=_number(row.radius, "how exact"),
    )  # fmt: skip
    chosen = next((c for c in was.candidates if c.id == pick), None) if was else None
    if chosen:
        return replace(
            place, id=chosen.id, name=chosen.name, lat=chosen.lat, lon=chosen.lon, reason="chosen by a person",
            precision="P2" if place.precision == "P9" else place.precision,
        )  # fmt: skip
    if pick == "none":
        return replace(
            place, id=None, lat=None, lon=None, radius_km=None, precision="P9", reason="put nowhere by a person"
        )
    return _at_point(place, row)


def _at_point(place: Place, row: PlaceRow) -> Place:
    lat, lon = _number(row.lat, "latitude"), _number(row.lon, "longitude")
    if (lat is None) != (lon is None) or abs(lat or 0) > 90 or abs(lon or 0) > 180:
        raise InputError(f"{row.words!r}: a point has a latitude (-90 to 90) and a longitude (-180 to 180)")
    if lat is None or (row.lat, row.lon) == (plain(place.lat), plain(place.lon)):
        return place
    precision = "P2" if place.precision == "P9" else place.precision
    return replace(place, id=None, lat=lat, lon=lon, precision=precision, reason="placed by a person")


def _counts(fields: Fields, at: At) -> str:
    return _json(_rows(fields, "count", at.claim.counts, slot_rows(at.claim).counts, CountRow, at, _count))


def _count(row: CountRow, _: str, was: Count | None, at: At) -> Count:
    low, high = _number(row.low, "at least"), _number(row.high, "at most")
    if low is not None and high is not None and low > high:
        raise InputError(f"{row.words!r}: at least {row.low} is more than at most {row.high}")
    span = was.span if was and was.text == row.words else at.span(row.words)
    return replace(
        was or Count(row.words, span, "", None, None),
        text=row.words, span=span, of=row.of, low=low, high=high, quantifier=cast(Any, row.quantifier), unit=row.unit,
        aggregation=cast(Any, row.aggregation),
    )  # fmt: skip


def _roles(fields: Fields, at: At) -> str:
    """Role names with their words; a span that was there stays where it stood."""
    known = {(role, span.text): span for role, spans in at.claim.roles for span in spans}
    told: dict[str, list[Span]] = {}
    for n in range(MOST_ROWS):
        role, words = fields.get(f"role.{n}.name", ""), fields.get(f"role.{n}.words", "")
        if words:
            if not role:
                raise InputError(f"{words!r} has no role; choose one")
            told.setdefault(role, []).append(known.get((role, words)) or at.span(words))
    return json.dumps(
        [[role, [to_plain(s) for s in spans]] for role, spans in sorted(told.items())], ensure_ascii=False
    )


def _chain(fields: Fields, at: At) -> str:
    """Speakers from the page inwards; one whose words stand on the page is marked there."""
    told = []
    for n in range(MOST_ROWS):
        name, act = fields.get(f"step.{n}.name", ""), fields.get(f"step.{n}.act", "says")
        was = at.claim.attribution[n] if n < len(at.claim.attribution) else None
        if name and was and name == was.name:
            told.append(replace(was, act=act, source=None))
        elif name:
            on_page = name in at.document.text
            told.append(Step(name, "", act, span=at.span(name) if on_page else None))
    return _json(told)


def _rows(
    fields: Fields,
    prefix: str,
    were: Sequence[T],
    rows: Sequence[Any],
    kind: type[Any],
    at: At,
    make: Callable[[Any, str, T | None, At], T],
) -> list[T]:
    """What the rows of a form hold: those left as they were stay, those without words go."""
    found = []
    for n in range(MOST_ROWS):
        row = rows[n] if n < len(rows) else rows[-1]
        names = [name for name in kind.__dataclass_fields__ if isinstance(getattr(row, name), str)]
        told = {name: fields[key] for name in names if (key := f"{prefix}.{n}.{name}") in fields}
        filled = replace(row, **told)
        was = were[n] if n < len(were) else None
        pick = fields.get(f"{prefix}.{n}.pick", "")
        if filled.words and was is not None and filled == row and not pick:
            found.append(was)
        elif filled.words:
            found.append(make(filled, pick, was, at))
    return found


def _number(value: str, name: str) -> int | float | None:
    if not value:
        return None
    try:
        number = float(value.replace(",", ""))
    except ValueError as error:
        raise InputError(f"{name}: {value!r} is no number") from error
    return int(number) if number.is_integer() else number


def _json(value: object) -> str:
    told = [to_plain(one) for one in value] if isinstance(value, list) else to_plain(cast(Any, value))
    return json.dumps(told, ensure_ascii=False)


VALUES: dict[str, Callable[[Fields, At], str]] = {
    "type": _word,
    "status": _word,
    "voice": _word,
    "polarity": _polarity,
    "time": _time,
    "said_at": _time,
    "places": _places,
    "counts": _counts,
    "roles": _roles,
    "attribution": _chain,
}
"""Slots that have fields of their own in the form."""
