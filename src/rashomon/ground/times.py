"""Every temporal expression of a page, in its setting, as a Time.

Rule: one pass over the article in text order; a day of writing is used only where the page tells one, and every Time
that hangs on it says so. Widgets, captions, comments and related links fix nothing: only article blocks are read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from rashomon.ground.anchor import Anchor, page_anchor, without_year
from rashomon.ground.edtf import edtf, iso_day
from rashomon.ground.expression import Expression
from rashomon.ground.hijri import REASON as HIJRI_REASON
from rashomon.ground.intervals import LEAP, Interval, Setting, interval
from rashomon.ground.tense import tense_around
from rashomon.ground.timex import find_expressions
from rashomon.lexicon.calendar import WEEKDAY_NAMES
from rashomon.record import Document, Narrowing, Refusal, Span, Time
from rashomon.record.grounded import TimePrecision

NEAR_BLOCKS = 2
"""A date without a year takes the year of a full date at most this many blocks before it."""

FEW_DAYS = 20
"""Days of the longest period whose month a bare day ("the 14th") takes; a whole month is mostly of another story."""


@dataclass(frozen=True, slots=True)
class Dated:
    """An expression of the page, the days it allows (None = cannot be said), the block it stands in and its steps."""

    expression: Expression
    days: Interval | None
    block: int
    narrowed: tuple[Narrowing, ...] = ()
    plain: Dated | None = None
    """The same words without what leads them ("Friday" of "since Friday"); None = nothing leads them."""


def page_times(document: Document, kinds: tuple[str, ...]) -> tuple[tuple[Dated, ...], tuple[Refusal, ...]]:
    """The dated expressions of the blocks of these kinds, in text order, and what no calendar holds."""
    anchor = page_anchor(document)
    out: list[Dated] = []
    refused: list[Refusal] = []
    for index, block in enumerate(document.blocks):
        if block.kind not in kinds:
            continue
        for one in find_expressions(document.text, block.start, block.end):
            if not one.valid:
                refused.append(_impossible(document, one))
                continue
            placed = _placed(document, one, index, anchor, out)
            if one.shape in ("since", "until", "before", "after"):
                bare = replace(one, shape="at", lead=one.start)
                placed = replace(placed, plain=_placed(document, bare, index, anchor, out, one.lead))
            out.append(placed)
    return tuple(out), tuple(refused)


def _placed(
    document: Document, one: Expression, block: int, anchor: Anchor | None, before: list[Dated], begin: int = -1
) -> Dated:
    named = tuple(dated.days for dated in before if dated.days is not None and dated.days.low is not None)
    last = next((days for days in reversed(named) if days.low == days.high), None)
    tense = tense_around(document.text, begin if begin >= 0 else one.start, one.end)
    now = anchor.day if anchor is not None and not (anchor.yearless and one.dated) else None
    setting = Setting(now, last, tense, named, _month_before(block, before))
    days = interval(one, setting)
    if anchor is not None:
        days = without_year(one, days, anchor)
    if one.hijri is not None:
        return _by_moon(document, Dated(one, days, block, _steps(anchor, days)), setting, before)
    if days is not None and tense < 0 and now is not None and _not_yet(one, days, now):
        bare = interval(one, replace(setting, now=None))
        told = _year_from_page(document, one, bare, block, before) if bare is not None else None
        if told is not None and told.days is not None and told.days.high is not None and told.days.high <= now:
            return told
    if days is None or not days.yearless:
        return Dated(one, days, block, _steps(anchor, days))
    if days.on == "page":
        return Dated(one, days, block, _steps(anchor, days))
    fixed = _year_from_page(document, one, days, block, before)
    return fixed or Dated(one, days, block)


def _month_before(block: int, before: list[Dated]) -> Interval | None:
    """The last day, or few days of one month, named shortly before."""
    for dated in reversed(before):
        low, high = (dated.days.low, dated.days.high) if dated.days is not None else (None, None)
        if block - dated.block > NEAR_BLOCKS:
            return None
        if low is not None and high is not None and low.month == high.month and (high - low).days < FEW_DAYS:
            return dated.days
    return None


def _not_yet(one: Expression, days: Interval, now: date) -> bool:
    """True of a month or a day without a year that the day of writing puts ahead of itself."""
    return one.month is not None and one.year is None and days.on == "page" and days.low is not None and days.low > now


def _steps(anchor: Anchor | None, days: Interval | None) -> tuple[Narrowing, ...]:
    return (anchor.step,) if anchor is not None and days is not None and days.on == "page" else ()


def _by_moon(document: Document, dated: Dated, setting: Setting, before: list[Dated]) -> Dated:
    """A date of the Islamic calendar with its step; without a year, the occasion nearest to the last full date named
    shortly before."""
    days, steps = dated.days, dated.narrowed
    near = [d for d in _near(dated.block, before) if d.days is not None and not d.days.yearless]
    if days is None and near and near[-1].days is not None and near[-1].days.low is not None:
        days = interval(dated.expression, replace(setting, now=near[-1].days.low, tense=0))
        days = replace(days, on="context") if days is not None else None
        steps = (_nearest_to(document, near[-1]),)
    return replace(dated, days=days, narrowed=(*steps, Narrowing(HIJRI_REASON)) if days is not None else ())


def _near(block: int, before: list[Dated]) -> list[Dated]:
    """The full dates named shortly before."""
    return [d for d in before if block - d.block <= NEAR_BLOCKS and d.days is not None and _full(d)]


def _nearest_to(document: Document, named: Dated) -> Narrowing:
    span = Span.of(document.text, named.expression.start, named.expression.end)
    return Narrowing(f"no year is told; it is the one that lies nearest to {span.text!r}, named shortly before", span)


def _year_from_page(
    document: Document, one: Expression, days: Interval, block: int, before: list[Dated]
) -> Dated | None:
    """The year that the full dates named shortly before give it, where they agree on one."""
    near = _near(block, before)
    placed = {_nearest_year(days, d.days) for d in near if d.days is not None}
    placed.discard(None)
    if len(placed) != 1:
        return None
    fixed = placed.pop()
    assert fixed is not None
    return Dated(one, replace(fixed, on="context"), block, (_nearest_to(document, near[-1]),))


def _full(dated: Dated) -> bool:
    one = dated.expression
    return one.year is not None and one.month is not None and dated.days is not None and not dated.days.yearless


def _nearest_year(days: Interval, anchor: Interval) -> Interval | None:
    at = anchor.low or anchor.high
    if at is None:
        return None
    moved = [shifted for year in (at.year - 1, at.year, at.year + 1) if (shifted := in_year(days, year)) is not None]
    return min(moved, key=lambda m: abs(((m.low or m.high or at) - at).days), default=None)


def in_year(days: Interval, year: int) -> Interval | None:
    """Yearless days put into a year; None when it has no such day."""
    by = year - LEAP
    try:
        low = days.low.replace(year=days.low.year + by) if days.low else None
        high = days.high.replace(year=days.high.year + by) if days.high else None
    except ValueError:
        return None
    return Interval(low, high, False, days.on)


def _impossible(document: Document, one: Expression) -> Refusal:
    span = Span.of(document.text, one.start, one.end)
    return Refusal("ground", "impossible-date",
    "no calendar holds this date; the words are kept, the date stays open",
                   document.file, document.page, document.id, span)  # fmt: skip


def time_record(document: Document, dated: Dated) -> Time:
    """The Time of an expression, with the words that lead it ("since the start of December")."""
    one, days = dated.expression, dated.days
    span = Span.of(document.text, min(one.lead, one.start) if one.lead >= 0 else one.start, one.end)
    weekday = WEEKDAY_NAMES[one.weekday] if one.weekday is not None and (days is None or days.yearless) else None
    clock = one.clock or one.day_part or None
    if days is None:
        return Time(span.text, span, precision="T9", year_known=False, basis="none", weekday=weekday, clock=clock)
    low, high = iso_day(days.low, days.yearless), iso_day(days.high, days.yearless)
    return Time(span.text, span, low, high, precision(days, clock is not None), not days.yearless, basis_of(one, days),
                edtf(days, one.about), weekday, clock, dated.narrowed)  # fmt: skip


def precision(days: Interval, clock: bool = False) -> TimePrecision:
    """How sharp: T0 a time of a day, T1 a day, T2 to 6 days, T3 to 10 (a week, a third of a month), T4 to 32 (a month,
    one of the moon with a day's doubt on both sides), T5 longer, T6 open on a side."""
    if days.low is None or days.high is None:
        return "T6"
    length = (days.high - days.low).days + 1
    if length == 1:
        return "T0" if clock else "T1"
    steps: tuple[tuple[int, TimePrecision], ...] = ((6, "T2"), (10, "T3"), (32, "T4"))
    return next((name for most, name in steps if length <= most), "T5")


def basis_of(one: Expression, days: Interval) -> str:
    """What the days rest on, in the words of DESIGN.md."""
    if days.on == "context":
        return "context of the page"
    if days.on == "page":
        return "relative to publication"
    if days.on == "text":
        return "to another event"
    return "period" if one.kind == "duration" else "absolute"
