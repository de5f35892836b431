"""Open years fixed across the pages of a case: by a dated account of the same event, then by the page's other dates.

Rule: calendar arithmetic over linked claims; no clock, no publication date, no guess. A year is fixed only where all
that speaks for one agrees, every step stands in `Time.narrowed`, and what disagrees is reported and left open.
"""

from __future__ import annotations

from calendar import isleap
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date

from rashomon.record.claim import Claim
from rashomon.record.document import Document
from rashomon.record.grounded import Narrowing, Time
from rashomon.record.reading import Accounts
from rashomon.record.refusal import Refusal

BASIS = "context of other pages"
LONGEST_DAYS = 366
"""A dated account that allows more days than this fixes no year."""
HALF_YEAR = 183
"""Days; a date of the same page is put into the year in which it lies nearest to a fixed one, at most this far away."""
TOLD_VOICES = ("article", "title", "caption")
"""Voices whose dates fix others and are fixed; a reader's comment is of another day than its page."""
ROUNDS = 4
"""A year handed on from page to page goes this many pages far: each hand adds a doubt."""
_SLOTS = ("time", "said_at")


@dataclass(frozen=True, slots=True)
class _Found:
    """A year that something speaks for, the page or the day that does, and why in words."""

    year: int
    by: str
    reason: str


def with_years(accounts: Accounts) -> Accounts:
    """The accounts with years fixed in `time` and `said_at` of their claims, and a refusal ("year-conflict") for every
    time whose years disagree. To be asked between link and weigh."""
    names = {document.id: document for document in accounts.documents}
    claims = {claim.id: claim for claim in accounts.claims}
    conflicts: dict[str, Refusal] = {}
    for step in ROUNDS * (_by_events, _by_pages):
        for identity, slot, found in step(list(claims.values()), names):
            claim = claims[identity]
            years = {one.year for one in found}
            if len(years) == 1:
                claims[identity] = _fixed(claim, slot, found[0])
            else:
                conflicts[f"{identity} {slot}"] = _conflict(claim, slot, found, names.get(claim.document))
    if not conflicts and all(claims[claim.id] is claim for claim in accounts.claims):
        return accounts
    told = {refusal.id: refusal for refusal in (*accounts.refusals, *conflicts.values())}
    return replace(
        accounts,
        claims=tuple(claims[claim.id] for claim in accounts.claims),
        refusals=tuple(told[key] for key in sorted(told)),
    )


def _fixed(claim: Claim, slot: str, found: _Found) -> Claim:
    if slot == "time" and claim.time is not None:
        return replace(claim, time=_in_year(claim.time, found))
    return replace(claim, said_at=_in_year(claim.said_at, found)) if claim.said_at is not None else claim


Step = tuple[str, str, list[_Found]]


def _by_events(claims: Sequence[Claim], names: dict[str, Document]) -> Iterable[Step]:
    """Claims with an open year whose event is dated on another page."""
    dated: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.event is not None and claim.voice in TOLD_VOICES and _bounds(claim.time) is not None:
            dated[claim.event].append(claim)
    for claim in claims:
        others = [one for one in dated.get(claim.event or "", ()) if one.document != claim.document]
        if others and _is_open(claim.time) and claim.voice in TOLD_VOICES:
            found = [_same_event(year, one, names) for one in others for year in _fitting(claim.time, one.time)]
            if found:
                yield claim.id, "time", found


def _same_event(year: int, one: Claim, names: dict[str, Document]) -> _Found:
    file = names[one.document].file if one.document in names else one.document
    return _Found(year, file, f"no year is told; {file} tells of the same event, and dates it {_said(one.time)}")


def _by_pages(claims: Sequence[Claim], names: dict[str, Document]) -> Iterable[Step]:
    """Other open years of a page on which a year was fixed by another page."""
    fixed: dict[str, list[Time]] = defaultdict(list)
    for claim in claims:
        if claim.time is not None and claim.time.basis == BASIS:
            fixed[claim.document].append(claim.time)
    for claim in claims:
        for slot in _SLOTS:
            time = getattr(claim, slot)
            if claim.voice in TOLD_VOICES and _is_open(time) and fixed[claim.document]:
                found = [
                    _Found(
                        year,
                        _said(anchor),
                        f"no year is told; nearest to {_said(anchor)} on this page, dated by another",
                    )
                    for anchor in fixed[claim.document]
                    for year in _nearest(time, anchor)
                ]
                if found:
                    yield claim.id, slot, found


def _is_open(time: Time | None) -> bool:
    """True for days of an open year."""
    return time is not None and not time.year_known and bool(_low(time))


def _low(time: Time) -> str:
    return time.earliest or time.latest or ""


def _bounds(time: Time | None) -> tuple[int, int] | None:
    """First and last day of a dated time as ordinals; None where a year or a bound is open, or it is too long."""
    if time is None or not time.year_known or not time.earliest or not time.latest:
        return None
    low, high = (date.fromisoformat(day[:10]).toordinal() for day in (time.earliest, time.latest))
    return (low, high) if 0 <= high - low < LONGEST_DAYS else None


def _placed(time: Time, year: int) -> tuple[int, int] | None:
    """The days of an open-year time in a year (of its first day); None when that year has no such day."""
    low = _moved(time.earliest or time.latest, year, time)
    high = _moved(time.latest or time.earliest, year + _turns(time), time)
    if low is None or high is None:
        return None
    return date.fromisoformat(low).toordinal(), date.fromisoformat(high).toordinal()


def _turns(time: Time) -> int:
    """1 where the interval runs over a turn of the year."""
    return int(bool(time.earliest and time.latest and time.latest[5:10] < time.earliest[5:10]))


def _moved(day: str | None, year: int, time: Time) -> str | None:
    """A day of an open year in a year: the end of February is that year's; None when there is no such day."""
    if day is None or not MINYEAR <= year <= MAXYEAR:
        return None
    if day[5:10] == "02-29" and not isleap(year):
        return f"{year:04d}-02-28" if time.earliest != time.latest else None
    return f"{year:04d}{day[4:10]}"


def _around(bounds: tuple[int, int]) -> range:
    return range(date.fromordinal(bounds[0]).year - 1, date.fromordinal(bounds[1]).year + 2)


def _fitting(time: Time | None, dated: Time | None) -> list[int]:
    """Years in which the open days meet the dated ones."""
    bounds = _bounds(dated)
    if time is None or bounds is None:
        return []
    placed = {year: _placed(time, year) for year in _around(bounds)}
    return [year for year, days in placed.items() if days and days[0] <= bounds[1] and bounds[0] <= days[1]]


def _nearest(time: Time, anchor: Time) -> list[int]:
    bounds = _bounds(anchor)
    if bounds is None:
        return []
    placed = ((_gap(days, bounds), year) for year in _around(bounds) if (days := _placed(time, year)) is not None)
    gap, year = min(placed, default=(HALF_YEAR + 1, 0))
    return [year] if gap <= HALF_YEAR else []


def _gap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, other[0] - one[1], one[0] - other[1])


def _in_year(time: Time, found: _Found) -> Time:
    """The time put into a year; an interval over a turn of the year ends in the next."""
    years = (found.year, found.year + _turns(time))
    parts = time.edtf.split("/")
    return replace(
        time,
        earliest=_moved(time.earliest, years[0], time),
        latest=_moved(time.latest, years[1], time),
        year_known=True,
        basis=BASIS,
        edtf="/".join(part.replace("XXXX", f"{year:04d}") for part, year in zip(parts, years, strict=False)),
        narrowed=(*time.narrowed, Narrowing(found.reason)),
    )


def _conflict(claim: Claim, slot: str, found: Sequence[_Found], document: Document | None) -> Refusal:
    time: Time = getattr(claim, slot)
    years = ", ".join(sorted({f"{one.year} by {one.by}" for one in found}))
    detail = f"{_said(time)} could be of several years ({years}), so that its year stays open"
    file, page = (document.file, document.page) if document is not None else ("", None)
    return Refusal("link", "year-conflict", detail, file, page, claim.document, time.span)


def _said(time: Time | None) -> str:
    if time is None:
        return ""
    ends = [day or ".." for day in (time.earliest, time.latest)]
    return ends[0] if ends[0] == ends[1] else " to ".join(ends)
