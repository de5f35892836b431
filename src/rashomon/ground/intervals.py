"""From an Expression and what is known around it to a closed interval of days.

Rule: calendar arithmetic only. It knows the day of writing and the time named before (either may be unknown), and
never guesses one: what hangs on an unknown day stays open. A date without a year lies on the years 2000 and 2001
(`yearless`), so that 29 February and a turn of the year have a place.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, timedelta

from rashomon.ground.expression import Expression, Hijri
from rashomon.ground.hijri import hijri_days, hijri_in, hijri_near
from rashomon.ground.holidays import holiday
from rashomon.lexicon.calendar import SEASON_MONTHS, UNIT_DAYS, UNIT_MONTHS

LEAP = 2000
OfYear = Callable[[int], tuple[date, date]]
"""First and last day that some words name in a year; raises ValueError where the year has no such day."""
DAY = timedelta(days=1)
AHEAD_PAST = 5
"""A date without a year is the nearest to the day of writing; in a clause that looks back, a day ahead counts as this
many days behind. Found on two thirds of TBAQ (4 to 6 do alike): "asked it to respond by Oct. 31" looks back too."""


@dataclass(frozen=True, slots=True)
class Interval:
    """Days low..high, both included, None = open; yearless: the year means nothing; on: what it was reckoned from
    ("" = itself, "page" = the day of writing, "text" = the time named before)."""

    low: date | None
    high: date | None
    yearless: bool = False
    on: str = ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known where an expression stands.

    now     the day of writing, None = unknown
    before  the interval named before it in the text, None = none
    tense   -1 past, 1 future, 0 = not told, of the clause it stands in
    named   every day named before it in the text
    month   the last day or days of one month named shortly before it, None = none
    """

    now: date | None = None
    before: Interval | None = None
    tense: int = 0
    named: tuple[Interval, ...] = ()
    month: Interval | None = None


def interval(one: Expression, setting: Setting) -> Interval | None:
    """The days an expression allows; None when nothing can be said (a length, "recently", a weekday without a date)."""
    if not one.valid or one.kind in ("set", "reference"):
        return None
    try:
        base = _span(one, setting)
        if base is None:
            return None
        base = _ended(base, one, setting)
        if one.eve and base.low is not None:
            base = replace(base, low=base.low - DAY)
        return _shaped(_parted(base, one, setting), one, setting)
    except (OverflowError, ValueError):
        return None


def _span(one: Expression, setting: Setting) -> Interval | None:
    if one.kind == "duration" and one.shape in ("last", "next"):
        return _window(one, setting)
    if one.hijri is not None:
        return _by_moon(one, one.hijri, setting)
    if one.holiday is not None:
        return _by_year(one, setting, lambda year: holiday(one.holiday or "", year))
    if one.month is not None and one.day is not None:
        return _by_year(one, setting, lambda year: _day(year, one))
    if one.day is not None and one.month is None:
        return _day_of_month(one.day, setting)
    if one.month is not None:
        return _by_year(one, setting, lambda year: _month(year, one.month or 1))
    if one.season is not None:
        return _by_year(one, setting, lambda year: _season(year, one.season or ""))
    if one.quarter is not None:
        return _by_year(one, setting, lambda year: _months(year, 3 * (one.quarter or 1) - 2, 3))
    if one.year is not None:
        return Interval(date(one.year, 1, 1), date(one.year, 12, 31))
    if one.decade is not None:
        return Interval(date(one.decade, 1, 1), date(one.decade + 9, 12, 31))
    if one.century is not None:
        return Interval(date(max(one.century * 100, 1), 1, 1), date(one.century * 100 + 99, 12, 31))
    if one.weekday is not None:
        return _weekday(one, setting)
    if one.unit is not None and one.kind != "duration":
        return _step(one, setting)
    return _today(one, setting)


def _day_of_month(day: int, setting: Setting) -> Interval | None:
    """A bare day of the month named last, else of the month of writing, where it has been (or, of what is ahead, has
    not): a look back from another month names its month."""
    named = setting.month
    if named is not None and named.low is not None:
        fixed = named.low.replace(day=day)
        return Interval(fixed, fixed, named.yearless, "text")
    if setting.now is None:
        return None
    if (day <= setting.now.day) == (setting.tense > 0):
        return None
    fixed = setting.now.replace(day=day)
    return Interval(fixed, fixed, on="page")


def _day(year: int, one: Expression) -> tuple[date, date]:
    last = monthrange(year, one.month or 1)[1]
    if (one.day or 1) > last:
        raise ValueError(f"{year}-{one.month}-{one.day} is in no calendar")
    if one.code == "month first":
        two = sorted((date(year, one.month or 1, one.day or 1), date(year, one.day or 1, one.month or 1)))
        return two[0], two[1]
    fixed = date(year, one.month or 1, one.day or 1)
    return fixed, fixed


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _months(year: int, first: int, count: int) -> tuple[date, date]:
    return date(year, first, 1), _month(year, first + count - 1)[1]


def _season(year: int, code: str) -> tuple[date, date]:
    first, last = SEASON_MONTHS[code]
    return date(year, first, 1), _month(year + (last < first), last)[1]


def _by_year(one: Expression, setting: Setting, of_year: OfYear) -> Interval:
    """The named days in the year that is told, that the day of writing and the tense give, or in no year."""
    if one.year is not None:
        low, high = of_year(one.year)
        return Interval(low, high)
    if setting.now is None:
        low, high = of_year(LEAP)
        return Interval(low, high, yearless=True)
    now = setting.now
    if one.turn is not None and one.unit == "year":
        low, high = of_year(now.year + one.turn)
        return Interval(low, high, on="page")
    here = [(year, of_year(year)) for year in _valid_years(now.year, of_year)]
    low, high = _turned(here, one, setting)
    return Interval(low, high, on="page")


def _by_moon(one: Expression, named: Hijri, setting: Setting) -> Interval | None:
    """The days in the year AH or the Gregorian year that is told, or near the day of writing; None without either: a
    month of the moon has no place of its own in a Gregorian year."""
    if named.year is not None:
        return Interval(*hijri_days(named, named.year))
    if one.year is not None:
        return Interval(*hijri_in(named, one.year))
    if setting.now is None:
        return None
    here = list(hijri_near(named, setting.now))
    return Interval(*_turned(here, one, setting), on="page") if here else None


def _valid_years(year: int, of_year: OfYear) -> list[int]:
    """Years around the day of writing in which the days exist (29 February)."""
    found: list[int] = []
    for candidate in range(year - 4, year + 5):
        try:
            of_year(candidate)
        except ValueError:
            continue
        if abs(candidate - year) <= 1 or not found or len(found) < 3:
            found.append(candidate)
    return found


def _turned(here: list[tuple[int, tuple[date, date]]], one: Expression, setting: Setting) -> tuple[date, date]:
    now = setting.now or date(LEAP, 1, 1)
    past = [days for _, days in here if days[0] <= now]
    ahead = [days for _, days in here if days[1] >= now]
    if one.turn == -1:
        closed = [days for days in past if days[1] < now]
        return closed[-1] if closed else past[-1]
    if one.turn == 1:
        opened = [days for days in ahead if days[0] > now]
        return opened[0] if opened else ahead[0]
    if one.turn == 0:
        return (
            next(days for year, days in here if year == now.year) if any(y == now.year for y, _ in here) else past[-1]
        )
    if one.quarter is not None:
        return past[-1] if past else ahead[0]
    if setting.tense > 0 and ahead:
        return ahead[0]
    slow = AHEAD_PAST if setting.tense < 0 and not _due(one) else 1
    return min((days for _, days in here), key=lambda days: _away(days, now, slow))


def _away(days: tuple[date, date], now: date, slow: int) -> int:
    """Days from the day of writing; days ahead count `slow` times in a clause that looks back."""
    if days[0] <= now <= days[1]:
        return 0
    return slow * (days[0] - now).days if days[0] > now else (now - days[1]).days


def _due(one: Expression) -> bool:
    return one.shape == "until"


def _weekday(one: Expression, setting: Setting) -> Interval | None:
    now = setting.now
    if one.base == "text" and setting.before and setting.before.low:
        now = setting.before.low
    if now is None or one.weekday is None:
        return None
    if one.unit == "week" and one.offset is not None:
        monday = now - timedelta(days=now.weekday()) + timedelta(days=7 * int(one.offset))
        fixed = monday + timedelta(days=one.weekday)
        return Interval(fixed, fixed, on="page")
    back = (now.weekday() - one.weekday) % 7
    if one.turn == 1 or (one.turn is None and (setting.tense > 0 or (one.shape == "until" and setting.tense == 0))):
        ahead = (one.weekday - now.weekday()) % 7
        fixed = now + timedelta(days=ahead or (7 if one.turn == 1 else 0))
    else:
        fixed = now - timedelta(days=back or (7 if one.turn == -1 else 0))
    return Interval(fixed, fixed, on="page")


def _step(one: Expression, setting: Setting) -> Interval | None:
    """A step of whole units from the day of writing or from the time named before."""
    anchor = _anchor(one, setting)
    if anchor is None or one.unit is None:
        return None
    day, yearless, on = anchor
    if one.offset is None:
        return Interval(None, day, yearless, on) if one.shape == "before" else None
    if one.offset != int(one.offset) or (one.about and one.low):
        return _fuzzy_step(one, day, yearless, on)
    low, high = unit_around(
        day, one.unit, int(one.offset), exact=one.base == "text" and abs(one.offset) > 0 and one.unit != "weekend"
    )
    return Interval(low, high, yearless, on)


def _fuzzy_step(one: Expression, day: date, yearless: bool, on: str) -> Interval | None:
    """ "several weeks ago": between the least and the most of the table."""
    sign = 1 if (one.offset or 0) > 0 else -1
    near, far = one.low or abs(one.offset or 0), one.high or one.low or abs(one.offset or 0)
    ends = sorted(
        (moved(day, one.unit or "day", sign * int(near)), moved(day, one.unit or "day", sign * round(far + 0.4)))
    )
    return Interval(ends[0], ends[1], yearless, on)


def _anchor(one: Expression, setting: Setting) -> tuple[date, bool, str] | None:
    if one.base == "text" and setting.before is not None:
        near = setting.before.low if (one.offset or 0) <= 0 else setting.before.high
        near = near or setting.before.low or setting.before.high
        if near is not None:
            return near, setting.before.yearless, "text"
    return (setting.now, False, "page") if setting.now is not None and one.base == "page" else None


def unit_around(day: date, unit: str, offset: int, exact: bool = False) -> tuple[date, date]:
    """The calendar unit `offset` units away from the one that holds `day`; `exact` = the like day, not the unit."""
    if unit in ("day", "night", "hour", "minute", "second"):
        fixed = moved(day, unit, offset)
        return fixed, fixed
    if unit == "weekend":
        saturday = day - timedelta(days=(day.weekday() + 2) % 7) + timedelta(days=7 * offset)
        return saturday, saturday + DAY
    if exact and unit in ("week", "fortnight"):
        fixed = moved(day, unit, offset)
        return fixed, fixed
    if unit in ("week", "fortnight"):
        monday = day - timedelta(days=day.weekday()) + timedelta(days=UNIT_DAYS[unit] * offset)
        return monday, monday + timedelta(days=UNIT_DAYS[unit] - 1)
    return _month_unit(day, unit, offset)


def _month_unit(day: date, unit: str, offset: int) -> tuple[date, date]:
    there = moved(day, unit, offset)
    size = UNIT_MONTHS[unit]
    if size <= 12:
        first = (there.month - 1) // size * size + 1
        return _months(there.year, first, size)
    years = size // 12
    first_year = max(1, there.year // years * years)
    return date(first_year, 1, 1), date(min(MAXYEAR, there.year // years * years + years - 1), 12, 31)


def moved(day: date, unit: str, by: int) -> date:
    """The day `by` units away; in months the same day, or the month's last."""
    if unit in ("hour", "minute", "second"):
        return day
    if unit in UNIT_DAYS:
        return day + timedelta(days=UNIT_DAYS[unit] * by)
    months = day.year * 12 + day.month - 1 + UNIT_MONTHS[unit] * by
    year, month = divmod(months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _window(one: Expression, setting: Setting) -> Interval | None:
    anchor = _anchor(replace(one, offset=-1 if one.shape == "last" else 1), setting)
    if anchor is None or one.unit is None:
        return None
    day, yearless, on = anchor
    if one.low is None:
        return None
    sign = -1 if one.shape == "last" else 1
    far = moved(day, one.unit, sign * int(-(-(one.high or one.low) // 1)))
    return Interval(min(day, far), max(day, far), yearless, on)


def _today(one: Expression, setting: Setting) -> Interval | None:
    """A time of day alone lies on the day named before it; "overnight" is the night that ends on the day of writing."""
    if one.kind != "time":
        return None
    if one.day_part == "overnight" and setting.now is not None and setting.tense <= 0:
        return Interval(setting.now - DAY, setting.now, on="page")
    if setting.before is None or setting.before.low != setting.before.high:
        return None
    if setting.now is not None and setting.tense < 0 and _ahead(setting.before, setting.now):
        return Interval(setting.now, setting.now, on="page")
    return replace(setting.before, on="text")


def _ahead(day: Interval, now: date) -> bool:
    """True of a day after the day of writing, on which nothing told as past can lie."""
    return day.low is not None and not day.yearless and day.low > now


def _ended(base: Interval, one: Expression, setting: Setting) -> Interval:
    """With the end of a range."""
    if one.last is None:
        return base
    end = interval(replace(one.last, year=one.last.year or one.year), setting)
    if end is None or end.high is None or base.low is None:
        return base
    high = end.high
    if high < base.low:
        if base.yearless:
            high = _next_year(high)
        elif one.year is None and one.last.year is None and base.low is not None:
            return Interval(_years_back(base.low), high, base.yearless, base.on)
        else:
            return base
    return Interval(base.low, high, base.yearless and end.yearless, base.on)


def _next_year(day: date) -> date:
    return date(day.year + 1, day.month, min(day.day, monthrange(day.year + 1, day.month)[1]))


def _years_back(day: date) -> date:
    return date(day.year - 1, day.month, min(day.day, monthrange(day.year - 1, day.month)[1]))


def _parted(base: Interval, one: Expression, setting: Setting) -> Interval:
    """Early, mid, late ... of the period (DESIGN.md: 1-10, 11-20, 21-end of a month)."""
    low, high = base.low, base.high
    if not one.part or low is None or high is None or low == high:
        return base
    if one.part in ("earlier", "later"):
        return _before_within(base, one.part, setting)
    days = (high - low).days + 1
    if 28 <= days <= 31:
        cuts = (low + timedelta(days=9), low + timedelta(days=19))
    elif days > 31 and low.day == 1:
        third = max(1, round(days / 30.44 / 3))
        cuts = (moved(low, "month", third) - DAY, moved(low, "month", 2 * third) - DAY)
    else:
        cuts = (low + timedelta(days=max(0, days // 3 - 1)), low + timedelta(days=max(0, 2 * days // 3 - 1)))
    half = low + timedelta(days=days // 2 - 1) if days <= 31 else moved(low, "month", round(days / 30.44 / 2)) - DAY
    parts = {
        "early": (low, cuts[0]), "start": (low, cuts[0]), "mid": (cuts[0] + DAY, cuts[1]), "late": (cuts[1] + DAY,
        high),
        "end": (cuts[1] + DAY, high), "first half": (low, half), "second half": (half + DAY, high),
    }  # fmt: skip
    found = parts.get(one.part)
    return replace(base, low=found[0], high=found[1]) if found else base


def _before_within(base: Interval, part: str, setting: Setting) -> Interval:
    """ "earlier in December": up to the day before the last one named so far within that period, or the day of
    writing."""
    marks = [
        days.low for days in setting.named if days.low and days.low == days.high and days.yearless == base.yearless
    ]
    if not base.yearless and setting.now:
        marks.append(setting.now)
    inside = [day for day in marks if base.low and base.high and base.low < day <= base.high]
    if not inside:
        return base
    if part == "earlier":
        return replace(base, high=max(inside) - DAY)
    return replace(base, low=min(min(inside) + DAY, base.high or min(inside)))


def _shaped(base: Interval, one: Expression, setting: Setting) -> Interval:
    if one.shape == "since":
        known = (
            setting.now if not base.yearless and setting.now and (base.low is None or setting.now >= base.low) else None
        )
        return replace(base, high=known)
    if one.shape == "until":
        return replace(base, low=None)
    if one.shape == "before":
        return replace(
            base,
            low=None,
            high=base.low - DAY
            if base.low and base.low == base.high and not one.clock and not one.day_part
            else base.high,
        )
    if one.shape == "after":
        return replace(base, low=base.high if base.low == base.high else base.low, high=None)
    return base
