"""An interval of days in Extended Date/Time Format (ISO 8601-2:2019, level 2).

Rule: formatting only. An open year is written XXXX, an open bound "..", an approximate value with "~".
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from rashomon.ground.intervals import Interval


def iso_day(day: date | None, yearless: bool) -> str | None:
    """ "2017-12-27", or "????-12-27" where the year is open; None stays None."""
    if day is None:
        return None
    return f"????-{day.month:02d}-{day.day:02d}" if yearless else day.isoformat()


def edtf(days: Interval, about: bool = False) -> str:
    """The shortest EDTF form of the interval, "" when both bounds are open."""
    if days.low is None and days.high is None:
        return ""
    sign = "~" if about else ""
    whole = _whole(days)
    if whole:
        return whole + sign
    ends = (_end(day, days.yearless) + (sign if day else "") for day in (days.low, days.high))
    return "/".join(ends)


def _end(day: date | None, yearless: bool) -> str:
    if day is None:
        return ".."
    return f"XXXX-{day.month:02d}-{day.day:02d}" if yearless else day.isoformat()


def _whole(days: Interval) -> str:
    """A single day, a whole month, year or decade; "" otherwise."""
    low, high = days.low, days.high
    if low is None or high is None:
        return ""
    if low == high:
        return _end(low, days.yearless)
    year = "XXXX" if days.yearless else f"{low.year:04d}"
    if low.year != high.year or low.day != 1:
        return ""
    if low.month == high.month and high.day == monthrange(high.year, high.month)[1]:
        return f"{year}-{low.month:02d}"
    return year if (low.month, high.month, high.day) == (1, 12, 31) else ""
