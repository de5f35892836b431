"""Days of the Islamic calendar as days of the Gregorian one, with the doubt that belongs to them.

Rule: the conversion is the library's (Umm al-Qura, the civil calendar of Saudi Arabia, 1343 to 1500 AH); here stands
only how much it may be off. Where a month begins by sighting the moon it begins up to a day before or after that
calendar, so that every date is given a day on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from rashomon.ground.expression import Hijri

DOUBT = timedelta(days=1)
"""What the sighting of the moon may shift a day of the Umm al-Qura calendar by, either way."""
REASON = "converted from the Islamic calendar (Umm al-Qura); a day sooner or later where the moon is sighted"
_EPOCH, _YEAR_DAYS = 227_015, 354.367
"""Ordinal of 1 Muharram 1 AH (16 July 622, Julian), and the mean length of a year of twelve moons, in days."""


def hijri_days(named: Hijri, year: int) -> tuple[date, date]:
    """First and last day that the words can mean in a year AH; raises ValueError outside 1343 to 1500 AH."""
    from hijridate import Hijri as Converted

    try:
        length = Converted(year, named.month, 1).month_length()
        first = Converted(year, named.month, min(named.day or 1, length)).to_gregorian()
        last = Converted(year, named.month, min(named.last or named.day or length, length)).to_gregorian()
    except OverflowError as error:
        raise ValueError(f"{year} AH lies outside the tables") from error
    return _plain(first) - DOUBT, _plain(last) + DOUBT


def _plain(day: date) -> date:
    return date(day.year, day.month, day.day)


def hijri_near(named: Hijri, around: date, reach: int = 2) -> Iterator[tuple[int, tuple[date, date]]]:
    """(Gregorian year of its middle, days) of the words in the years AH around a day, in order of time."""
    middle = round((around.toordinal() - _EPOCH) / _YEAR_DAYS)
    for year in range(middle - reach, middle + reach + 1):
        try:
            low, high = hijri_days(named, year)
        except ValueError:
            continue
        yield (low + (high - low) / 2).year, (low, high)


def hijri_in(named: Hijri, gregorian: int) -> tuple[date, date]:
    """The words' days in a year of the Gregorian calendar, from the first such day to the last where it holds two;
    raises ValueError where it holds none."""
    found = [days for year, days in hijri_near(named, date(gregorian, 7, 1)) if year == gregorian]
    if not found:
        raise ValueError(f"{gregorian} holds no day {named.day} of month {named.month} of the Islamic calendar")
    return found[0][0], found[-1][1]
