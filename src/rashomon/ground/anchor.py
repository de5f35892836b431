"""The day that a page's own words count from: "yesterday", "on Monday", "this month".

Rule: takes what the page tells of itself, in this order: its day of publication, the day it was last changed, the day
of its dateline or of its heading, whose year may stay open. It never reads the body for a day, but for the weekday
that an agency's first paragraph gives its dateline.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from rashomon.ground.expression import Expression
from rashomon.ground.intervals import LEAP, Interval
from rashomon.ground.timex import find_expressions
from rashomon.lexicon.calendar import WEEKDAY_NAMES
from rashomon.record import Block, Document, Narrowing, Span

LEDE_REACH = 500
"""Characters of the first paragraph in which the weekday of a dateline is looked for."""
FARTHEST = 300
"""Days from a day of an open year within which other days can be told: farther off the year itself is meant."""
_REPORTS = re.compile(
    r"\b(?:situation|update|bulletin|briefing|communiqu[eé]|sitrep|digest|summary|report|review)\b", re.IGNORECASE
)
"""Words by which a heading says that its day is the day of the report, not of an event."""
_SAYING = re.compile(
    r"\b(?:said|says|told|announced|reported|declared|stated|added|confirmed)\s+(?:\w+\s+){0,4}?(?:late\s+|early\s+)?(?:on\s+)?$"
)
_WEEKS = ("week", "weekend", "fortnight")


@dataclass(frozen=True, slots=True)
class Anchor:
    """The day of writing. Where the page tells no year, `yearless` is True and `day` lies in a year that has the
    weekday, if that is told (`weekday`, 0 = Monday, None = not told); `step` says in words where it comes from."""

    day: date
    step: Narrowing
    yearless: bool = False
    weekday: int | None = None


def page_anchor(document: Document) -> Anchor | None:
    """The day that the page counts from; None where it tells none, not even without a year."""
    for told, words in ((document.published, "publication"), (document.updated, "the last change")):
        day = _exact(told.earliest) if told.earliest == told.latest else None
        if day is not None:
            reason = f"counted from the day of {words}, {told.earliest} (found as: {told.basis})"
            return Anchor(day, Narrowing(reason), weekday=day.weekday())
    return next(_open_years(document), None)


def _exact(told: str | None) -> date | None:
    try:
        return date.fromisoformat(told[:10]) if told else None
    except ValueError:
        return None


def _open_years(document: Document) -> Iterator[Anchor]:
    text = document.text
    for index, block in enumerate(document.blocks):
        if block.kind not in ("dateline", "title") and not _is_heading(block):
            continue
        line = text[block.start : block.end]
        for found in reversed(find_expressions(text, block.start, block.end)):
            one = found.last if found.last is not None and found.last.day is not None else found
            if one.month is None or one.day is None or one.year is not None or not one.valid:
                continue
            if block.kind == "dateline":
                yield _opened(document, one, one.weekday if one.weekday is not None else _lede_weekday(document, index))
            elif one.weekday is not None and _REPORTS.search(line):
                yield _opened(document, one, one.weekday)


def _is_heading(block: Block) -> bool:
    return block.kind == "boilerplate" and ("reason", "date") in block.meta


def _opened(document: Document, one: Expression, weekday: int | None) -> Anchor:
    span = Span.of(document.text, one.start, one.end)
    reason = f"counted from {span.text!r}, the day that the page gives itself without a year"
    if weekday is not None and one.weekday is None:
        reason += f"; its first paragraph tells it as {WEEKDAY_NAMES[weekday]}"
    month, day = one.month or 1, one.day or 1
    years = (y for y in range(LEAP + 1, LEAP + 41) if _fits(y, month, day, weekday))
    year = next(years, None)
    if year is None:
        return Anchor(date(LEAP, month, day), Narrowing(reason, span), True)
    return Anchor(date(year, month, day), Narrowing(reason, span), True, weekday)


def _fits(year: int, month: int, day: int, weekday: int | None) -> bool:
    try:
        return weekday is None or date(year, month, day).weekday() == weekday
    except ValueError:
        return False


def _lede_weekday(document: Document, index: int) -> int | None:
    """The weekday of a dateline: the day that the first paragraph's sources speak on. (The day of the event is the
    dateline's in four of five pages only, and does not count.)"""
    block = next((b for b in document.blocks[index + 1 :] if b.kind == "paragraph"), None)
    if block is None:
        return None
    text, end = document.text, min(block.end, block.start + LEDE_REACH)
    days = [o for o in find_expressions(text, block.start, end) if _plain_weekday(o)]
    named = {o.weekday for o in days if _SAYING.search(text[block.start : o.start])}
    return named.pop() if len(named) == 1 else None


def _plain_weekday(one: Expression) -> bool:
    return one.weekday is not None and one.day is None and one.kind != "set" and one.turn is None and one.last is None


def without_year(one: Expression, days: Interval | None, anchor: Anchor) -> Interval | None:
    """Days counted from a day of an open year, their year left open too; None where they hang on a weekday or a year
    that is not told."""
    if days is None or days.on != "page" or not anchor.yearless:
        return days
    hangs = one.weekday is not None or one.unit in _WEEKS
    ends = [day for day in (days.low, days.high) if day is not None]
    if (hangs and anchor.weekday is None) or one.unit in ("year", "decade", "century", "quarter", "half"):
        return None
    if not ends or max(abs((day - anchor.day).days) for day in ends) > FARTHEST:
        return None
    if _over_february(anchor.day, ends) and one.month is None and one.unit != "month":
        return None
    by = (days.low or ends[0]).year - LEAP
    low, high = (day.replace(year=day.year - by) if day is not None else None for day in (days.low, days.high))
    return Interval(low, high, True, days.on)


def _over_february(day: date, ends: list[date]) -> bool:
    """True where the count runs over the end of February: an open year may have a 29th."""
    first, last = min((day, *ends)), max((day, *ends))
    turns = (date(year, 2, 28) + timedelta(days=1) for year in range(first.year, last.year + 1))
    return any(first < turn <= last for turn in turns)
