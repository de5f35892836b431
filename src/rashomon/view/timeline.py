"""Events on axes of time: when they are said to have happened, and when it was said. Rule: see view/__init__; positions
are shares of an axis in [0, 1]; an open year has an axis of its own, and what no day is known of stands in a list."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate

from rashomon.record import Claim, Event, Time
from rashomon.record.interval import Window, window
from rashomon.view.events import by_time, gist, grade_of, matching
from rashomon.view.index import Index
from rashomon.view.query import Query
from rashomon.view.spoken import MONTHS, TIME_PRECISION, time_words, type_word, where_words

PAGE = 400
"""Events drawn on one page: with three accounts each more than a thousand marks, which a browser moves with ease."""
WEEK = 7
"""Days of an axis at least: fewer would make a day look like a month."""
NARROW = 45
"""Days. Events known more exactly than this set the axis; longer ones are drawn to its edges, with an arrow."""
OPEN_DAYS = 366
"""Days. An open interval whose one bound lies farther from the axis is drawn at its edge, with an arrow."""
BINS = 48
"""Bars of the strip: the widest that still shows weeks of a year."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Where an interval lies on its axis; open_left, open_right: it goes on beyond the axis, or has no bound there."""

    left: float
    right: float
    open_left: bool
    open_right: bool


@dataclass(frozen=True, slots=True)
class Lane:
    """One event on its axis. exact: known to the day; told: the accounts' own intervals; said: when it was said; gist:
    words of its quote."""

    id: str
    title: str
    where: str
    when: str
    precision: str
    exact: bool
    grade: str
    accounts: int
    bar: Bar
    told: tuple[Bar, ...]
    said: tuple[float, ...]
    gist: str = ""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the axis, with the words under it; label "" for a line between."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis. since, until: its ISO days ("2000-…" where the year is open)."""

    open_year: bool
    since: str
    until: str
    ticks: tuple[Tick, ...]
    lanes: tuple[Lane, ...]


@dataclass(frozen=True, slots=True)
class Bin:
    """Some days of the strip, and how many events may lie in them; height: share of the fullest bin."""

    left: float
    width: float
    since: str
    until: str
    events: int
    height: float
    inside: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """Every dated event of the case by time, whatever the filter of days; bins within the filter are `inside`."""

    since: str
    until: str
    bins: tuple[Bin, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Undated:
    """An event that no day is known of; words: what the accounts say instead."""

    id: str
    title: str
    where: str
    words: str
    grade: str
    gist: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Axes (of years, then of an open year), the events without a day, and how many there are in all."""

    axes: tuple[Axis, ...]
    undated: tuple[Undated, ...]
    total: int
    pages: int


def timeline(index: Index, query: Query) -> Timeline:
    """The events that match, on their axes, one page of them."""
    found = sorted(matching(index, query), key=by_time)
    pages = max(1, -(-len(found) // PAGE))
    first = (min(query.page, pages) - 1) * PAGE
    shown = found[first : first + PAGE]
    dated: dict[bool, list[tuple[Event, Window]]] = {False: [], True: []}
    undated = []
    for event in shown:
        days = window(event.time)
        if days is None or (days.low is None and days.high is None):
            undated.append(_undated(index, event))
        else:
            dated[days.yearless].append((event, days))
    axes = tuple(_axis(index, rows, open_year, query) for open_year, rows in dated.items() if rows)
    return Timeline(axes, tuple(undated), len(found), pages)


def _undated(index: Index, event: Event) -> Undated:
    words = time_words(event.time)
    where = where_words(event.places)
    return Undated(event.id, type_word(event.type), where, words, grade_of(event), gist(index, event))


def _axis(index: Index, rows: list[tuple[Event, Window]], open_year: bool, query: Query) -> Axis:
    low, high = _domain([days for _, days in rows])
    if not open_year:
        low = date.fromisoformat(query.since).toordinal() if _usable(query.since) else low
        high = date.fromisoformat(query.until).toordinal() if _usable(query.until) else high
    short = max(0, WEEK - 1 - (high - low))
    low, high = max(1, low - short // 2), high + short - short // 2
    lanes = tuple(_lane(index, event, days, low, high) for event, days in rows)
    return Axis(open_year, _iso(low), _iso(high), _ticks(low, high, open_year), lanes)


def _usable(day: str) -> bool:
    try:
        return bool(day) and date.fromisoformat(day) is not None
    except ValueError:
        return False


def _domain(days: list[Window]) -> tuple[int, int]:
    """From the first to the last day of all narrow intervals, with a margin; of all when none is narrow. The one bound
    of an open interval counts too, as long as the axis grows by no more than OPEN_DAYS for it."""
    narrow = [d for d in days if d.days is not None and d.days <= NARROW]
    bounds = [bound for d in narrow or days for bound in (d.low, d.high) if bound is not None]
    low, high = min(bounds), max(bounds)
    single = [d.low or d.high or 0 for d in days if (d.low is None) != (d.high is None)]
    near = [day for day in single if low - OPEN_DAYS <= day <= high + OPEN_DAYS]
    low, high = min([low, *near]), max([high, *near])
    margin = max(1, (high - low) // 30)
    return max(1, low - margin), min(date.max.toordinal(), high + margin)


def _lane(index: Index, event: Event, days: Window, low: int, high: int) -> Lane:
    told = index.told.get(event.id, ())
    return Lane(
        event.id,
        type_word(event.type),
        where_words(event.places),
        time_words(event.time),
        TIME_PRECISION.get(event.time.precision, "") if event.time else "",
        days.days == 1,
        grade_of(event),
        len(told),
        _bar(days, low, high),
        tuple(dict.fromkeys(_bars((claim.time for claim in told), days.yearless, low, high))),
        tuple(sorted(set(_said(told, days.yearless, low, high)))),
        gist(index, event),
    )


def _bar(days: Window, low: int, high: int) -> Bar:
    span = high - low + 1
    first = low if days.low is None else days.low
    last = high if days.high is None else days.high
    left, right = (max(first, low) - low) / span, (min(last, high) - low + 1) / span
    off_left, off_right = days.low is None or days.low < low, days.high is None or days.high > high
    return Bar(_share(left), _share(max(right, left)), off_left, off_right)


def _share(value: float) -> float:
    return round(min(1.0, max(0.0, value)), 5)


def _bars(times: Iterable[Time | None], yearless: bool, low: int, high: int) -> Iterable[Bar]:
    for time in times:
        days = window(time)
        if days is not None and days.yearless == yearless and (days.low is not None or days.high is not None):
            yield _bar(days, low, high)


def _said(told: Iterable[Claim], yearless: bool, low: int, high: int) -> Iterable[float]:
    for claim in told:
        days = window(claim.said_at)
        if days is not None and days.low is not None and days.yearless == yearless and low <= days.low <= high:
            yield _share((days.low - low + 0.5) / (high - low + 1))


def _ticks(low: int, high: int, open_year: bool) -> tuple[Tick, ...]:
    """At most a dozen lines, at the starts of days, weeks, months, quarters or years."""
    span = high - low + 1
    days = _steps(date.fromordinal(low), date.fromordinal(high))
    return tuple(Tick(_share((d.toordinal() - low) / span), label) for d, label in _labelled(days, span, open_year))


def _steps(first: date, last: date) -> list[date]:
    span = (last - first).days + 1
    if span <= 14:
        return [first + timedelta(n) for n in range(span)]
    if span <= 84:
        monday = first + timedelta((7 - first.weekday()) % 7)
        return [monday + timedelta(7 * n) for n in range((last - monday).days // 7 + 1)]
    months = max(1, -(-span // (30 * 12)))
    step = next((m for m in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200) if m >= months), 1200)
    starts = [(y, m) for y in range(first.year, last.year + 1) for m in range(1, 13) if ((y * 12 + m - 1) % step) == 0]
    return [day for y, m in starts if first <= (day := date(y, m, 1)) <= last]


def _labelled(days: list[date], span: int, open_year: bool) -> Iterable[tuple[date, str]]:
    year = 0
    for day in days:
        label = f"{day.day} {MONTHS[day.month - 1][:3]}" if span <= 84 else MONTHS[day.month - 1][:3]
        if span > 84 and all(d.month == 1 for d in days):
            label = ""
        if day.year != year and not open_year:
            label = f"{label} {day.year}".strip()
        year = day.year
        yield day, label


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()


def strip(index: Index, query: Query) -> Strip | None:
    """The strip under the head of every list of events; None when no event has a day of a known year."""
    found = matching(index, replace(query, since="", until=""))
    days = [d for event in found if (d := window(event.time)) is not None and not d.yearless]
    bounded = [d for d in days if d.low is not None and d.high is not None]
    if not bounded:
        return None
    low, high = _domain(bounded)
    size = max(1, -(-(high - low + 1) // BINS))
    count = -(-(high - low + 1) // size)
    tops = _falls(bounded, low, size, count)
    span = count * size
    bins = tuple(_bin(low + n * size, size, low, span, tops[n], max(tops), query) for n in range(count))
    return Strip(_iso(low), _iso(low + span - 1), bins, _ticks(low, low + span - 1, False))


def _falls(days: Iterable[Window], first: int, size: int, count: int) -> list[int]:
    """How many narrow intervals touch each bin; long ones would raise every bar alike."""
    steps = [0] * (count + 1)
    for d in days:
        if d.low is not None and d.high is not None and d.high - d.low < NARROW and d.high >= first:
            left, right = max(0, (d.low - first) // size), min(count - 1, (d.high - first) // size)
            if left <= right:
                steps[left] += 1
                steps[right + 1] -= 1
    return list(accumulate(steps))[:count]


def _bin(first: int, size: int, low: int, span: int, events: int, most: int, query: Query) -> Bin:
    since, until = _iso(first), _iso(first + size - 1)
    inside = (not query.since or until >= query.since) and (not query.until or since <= query.until)
    height = round(events / most, 3) if most else 0.0
    return Bin(_share((first - low) / span), _share(size / span), since, until, events, height, inside)
