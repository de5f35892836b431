"""The day of a named holiday in a year.

Rule: published rules only (fixed days, the Gregorian Easter of Meeus/Jones/Butcher, the n-th weekday of a month).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from rashomon.lexicon.calendar import EASTER_HOLIDAYS, FIXED_HOLIDAYS, NTH_WEEKDAY_HOLIDAYS


def holiday(name: str, year: int) -> tuple[date, date]:
    """First and last day (one and the same) of a holiday of lexicon/calendar.py; raises ValueError for another name."""
    if name in FIXED_HOLIDAYS:
        fixed = date(year, *FIXED_HOLIDAYS[name])
    elif name in EASTER_HOLIDAYS:
        fixed = easter(year) + timedelta(days=EASTER_HOLIDAYS[name])
    elif name in NTH_WEEKDAY_HOLIDAYS:
        fixed = _nth_weekday(year, *NTH_WEEKDAY_HOLIDAYS[name])
    else:
        raise ValueError(f"no holiday is called {name!r}")
    return fixed, fixed


def easter(year: int) -> date:
    """Western Easter Sunday (Meeus, Astronomical Algorithms, 1991, chapter 8)."""
    golden, century, rest = year % 19, *divmod(year, 100)
    leap, over = divmod(century, 4)
    moon = (19 * golden + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * over + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        last = date(year, month, monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))
