"""What holds between two Times: the same, finer, broader, overlapping, apart, or not to be told.

Rule: calendar arithmetic over `Time` records only; it fixes nothing and guesses no year. Where the year is open on
either side, days are compared on the circle of the year, and the answer says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from functools import lru_cache
from typing import Literal

from rashomon.record.grounded import Time

TimeKind = Literal["same", "finer", "broader", "overlaps", "apart", "same weekday", "other weekday", "unknown"]
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LEAP_YEAR = 2000
"""Open-year days are laid on a leap year, so that 29 February has a place."""
_YEAR_DAYS = 366


@dataclass(frozen=True, slots=True)
class Window:
    """A Time as day numbers (proleptic ordinals), None = open bound; `yearless` days lie on the year 2000;
    weekday 0 = Monday where only a weekday is told."""

    low: int | None = None
    high: int | None = None
    yearless: bool = False
    weekday: int | None = None

    @property
    def days(self) -> int | None:
        """Its length in days, None when a bound is open."""
        return self.high - self.low + 1 if self.low is not None and self.high is not None else None


@dataclass(frozen=True, slots=True)
class TimeCompared:
    """`kind` says what the first is to the second; gap in days when apart (None = unknown); reason in words."""

    kind: TimeKind
    reason: str
    gap: int | None = None


@lru_cache(maxsize=1 << 16)
def window(time: Time | None) -> Window | None:
    """The days a Time allows; None when it allows any (no time, no bound and no weekday)."""
    if time is None:
        return None
    low, high = _ordinal(time.earliest), _ordinal(time.latest)
    yearless = not time.year_known or "?" in f"{time.earliest or ''}{time.latest or ''}"
    if yearless:
        low, high = (_on_leap_year(time.earliest), _on_leap_year(time.latest))
        if low is not None and high is not None and high < low:
            high += _YEAR_DAYS
    named = (time.weekday or "").lower()
    weekday = WEEKDAYS.index(named) if named in WEEKDAYS else None
    if low is None and high is None and weekday is None:
        return None
    return Window(low, high, yearless, weekday)


def compare_times(a: Time | None, b: Time | None) -> TimeCompared:
    """How a stands to b. Symmetric but for finer/broader."""
    return compare_windows(window(a), window(b))


@lru_cache(maxsize=1 << 16)
def compare_windows(one: Window | None, two: Window | None) -> TimeCompared:
    """As `compare_times`, for days already read."""
    if one is None or two is None:
        return TimeCompared("unknown", "one of the times is not told")
    if _dateless(one) or _dateless(two):
        return _by_weekday(one, two)
    if one.yearless != two.yearless:
        dated, open_year = (two, one) if one.yearless else (one, two)
        moved = _in_year_of(open_year, dated)
        pair = (moved, dated) if one.yearless else (dated, moved)
        return _with_note(_by_days(*pair), "the year is open on one side")
    if one.yearless:
        turned = min(
            (Window(_shift(two.low, turn), _shift(two.high, turn), True) for turn in (0, _YEAR_DAYS, -_YEAR_DAYS)),
            key=lambda moved: _gap(one, moved),
        )
        return _with_note(_by_days(one, turned), "the year is open on both sides")
    return _by_days(one, two)


def _with_note(compared: TimeCompared, note: str) -> TimeCompared:
    return TimeCompared(compared.kind, f"{compared.reason} ({note})", compared.gap)


def _by_days(one: Window, two: Window) -> TimeCompared:
    gap = _gap(one, two)
    if gap > 0:
        return TimeCompared("apart", f"at least {gap} day{'s' if gap > 1 else ''} apart", gap)
    if (one.low, one.high) == (two.low, two.high):
        return TimeCompared("same", "the same day" if one.days == 1 else "the same interval of days")
    if _holds(two, one):
        return TimeCompared("finer", "one lies within the other")
    if _holds(one, two):
        return TimeCompared("broader", "one lies within the other")
    return TimeCompared("overlaps", "the intervals overlap")


def _by_weekday(one: Window, two: Window) -> TimeCompared:
    days = {_weekday(one), _weekday(two)}
    if None in days:
        return TimeCompared("unknown", "only a weekday is told on one side, and more than a day on the other")
    both_dateless = _dateless(one) and _dateless(two)
    if len(days) == 1 and not both_dateless:
        return TimeCompared("same weekday", "the date falls on that weekday")
    if len(days) == 1:
        return TimeCompared("same weekday", "the same weekday, and no date to tell which week")
    if both_dateless:
        return TimeCompared("other weekday", "different weekdays, and no date to tell which week")
    return TimeCompared("apart", "the date falls on another weekday")


def _dateless(one: Window) -> bool:
    return one.low is None and one.high is None


def _weekday(one: Window) -> int | None:
    if one.weekday is not None:
        return one.weekday
    if one.days == 1 and not one.yearless and one.low is not None:
        return date.fromordinal(one.low).weekday()
    return None


def _gap(one: Window, two: Window) -> int:
    if one.high is not None and two.low is not None and one.high < two.low:
        return two.low - one.high
    if two.high is not None and one.low is not None and two.high < one.low:
        return one.low - two.high
    return 0


def _holds(outer: Window, inner: Window) -> bool:
    low = outer.low is None or (inner.low is not None and inner.low >= outer.low)
    high = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return low and high


_YEARS = frozenset(range(MINYEAR, MAXYEAR + 1))
"""Years that a calendar day can have (ISO 8601: 1 to 9999)."""


def _in_year_of(open_year: Window, dated: Window) -> Window:
    """The open-year days in that year, of those near the dated interval, in which they come nearest to it."""
    anchors = [day for day in (dated.low, dated.high) if day is not None]
    years = sorted({date.fromordinal(day).year + step for day in anchors for step in (-1, 0, 1)} & _YEARS)
    moved = [Window(_to_year(open_year.low, year), _to_year(open_year.high, year)) for year in years]
    return min(moved, key=lambda placed: _gap(placed, dated))


def _to_year(day: int | None, year: int) -> int | None:
    if day is None:
        return None
    turns, base = divmod(day - date(_LEAP_YEAR, 1, 1).toordinal(), _YEAR_DAYS)
    on_leap = date.fromordinal(date(_LEAP_YEAR, 1, 1).toordinal() + base)
    last = 28 if (on_leap.month, on_leap.day) == (2, 29) and not _is_leap(year + turns) else on_leap.day
    return date(min(year + turns, MAXYEAR), on_leap.month, last).toordinal()


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _shift(day: int | None, by: int) -> int | None:
    return None if day is None else day + by


def _ordinal(day: str | None) -> int | None:
    if not day or "?" in day:
        return None
    try:
        return date.fromisoformat(day[:10]).toordinal()
    except ValueError:
        return None


def _on_leap_year(day: str | None) -> int | None:
    return _ordinal(f"{_LEAP_YEAR}{day[4:]}") if day else None
