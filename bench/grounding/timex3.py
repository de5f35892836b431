"""An Expression as a TIMEX3 value (ISO-TimeML), as far as the words and the day of writing give one.

Rule: formatting for the benchmark only; the ledger keeps intervals. Values follow the TempEval-3 guidelines: the
granularity of the words ("last month" = 1998-12), lengths as lengths ("the last six months" = P6M).
"""

from __future__ import annotations

from datetime import date

from rashomon.ground.expression import Expression
from rashomon.ground.intervals import Interval, Setting, interval
from rashomon.lexicon.calendar import DAY_PARTS, SEASON_MONTHS

_LETTERS = {
    "day": "D", "night": "D", "week": "W", "fortnight": "W", "weekend": "WE", "month": "M", "quarter": "Q", "half": "M",
    "year": "Y", "decade": "Y", "century": "Y", "millennium": "Y", "hour": "TH", "minute": "TM", "second": "TS",
}  # fmt: skip


QUARTERLY = 9
"""In place of a tense: the text around compares quarters, so that "a year ago" means the like quarter."""


def timex3(one: Expression, setting: Setting) -> tuple[str, str]:
    """Type and value; ("DATE", "") where the words give no value."""
    if one.kind == "reference":
        return "DATE", one.code
    if one.kind == "set":
        return "SET", one.code or _length(one)
    if one.kind == "duration" and one.unit == "quarter" and one.low == 1 and one.shape == "at" and setting.now:
        return "DATE", _last_quarter(setting.now, 0)
    quarterly = one.code in ("quarter", "period") or setting.tense == QUARTERLY
    if one.unit == "year" and one.offset == -1 and quarterly and setting.now:
        return "DATE", _last_quarter(setting.now, 1)
    if one.unit == "quarter" and one.offset == 0 and setting.now:
        return "DATE", _last_quarter(setting.now, 0)
    if one.kind == "duration" and one.offset is None and not one.part:
        return "DURATION", _length(one)
    days = interval(_plain(one), setting)
    value = _dated(one, days) if days is not None else ""
    if one.kind == "time":
        return "TIME", value + _clock(one) if value else _clock(one)
    return "DATE", value


def _last_quarter(now: date, years: int) -> str:
    """ "the quarter" of business news is the one that ended last."""
    index = now.year * 4 + (now.month - 1) // 3 - 1
    return f"{index // 4 - years}-Q{index % 4 + 1}"


def _plain(one: Expression) -> Expression:
    """Without its leading words and its part: a TIMEX3 value leaves them to the mod attribute."""
    from dataclasses import replace

    part = one.part if one.part in ("first half", "second half") else ""
    return replace(one, shape="at" if one.kind != "duration" else one.shape, part=part, last=None)


def _length(one: Expression) -> str:
    letter = _LETTERS.get(one.unit or "", "D")
    amount: object = one.low
    if one.low is None or (one.about and one.low != one.high):
        amount = "X"
    elif one.low != one.high:
        amount = "X" if one.high is None else one.low
    elif isinstance(one.low, float) and one.low == int(one.low):
        amount = int(one.low)
    amount = (
        amount * {"decade": 10, "century": 100, "millennium": 1000}.get(one.unit or "", 1)
        if isinstance(amount, int)
        else amount
    )
    if isinstance(amount, float) and amount % 1 == 0.5 and letter in ("Y", "TH"):
        return f"P{int(amount)}Y6M" if letter == "Y" else f"PT{int(amount)}H30M"
    if letter in ("TH", "TM", "TS"):
        return f"PT{amount}{letter[1]}"
    if one.unit == "fortnight" and isinstance(amount, int):
        amount = 2 * amount
    return f"P{amount}{letter}"


def _dated(one: Expression, days: Interval) -> str:
    low = days.low or days.high
    if low is None:
        return ""
    year = "XXXX" if days.yearless else f"{low.year:04d}"
    if one.quarter is not None:
        return f"{year}-Q{one.quarter}"
    if one.season is not None:
        start = low.year - (one.season == "WI" and low.month < SEASON_MONTHS["WI"][0])
        return f"{start if not days.yearless else year}-{one.season}"
    if one.decade is not None:
        return f"{one.decade // 10}"
    if one.century is not None:
        return f"{one.century}"
    if one.day is None and one.month is not None:
        return f"{year}-{low.month:02d}"
    if one.month is None and one.year is not None and one.holiday is None:
        return year
    return _stepped(one, low, year)


def _stepped(one: Expression, low: date, year: str) -> str:
    unit = one.unit if one.weekday is None and one.day is None and one.holiday is None else "day"
    if unit in ("year",):
        return year
    if unit == "month":
        return f"{year}-{low.month:02d}"
    if unit == "quarter":
        return f"{year}-Q{(low.month - 1) // 3 + 1}"
    if unit in ("week", "fortnight"):
        iso = low.isocalendar()
        return f"{iso.year}-W{iso.week:02d}"
    if unit == "weekend":
        iso = low.isocalendar()
        return f"{iso.year}-W{iso.week:02d}-WE"
    if unit == "decade":
        return f"{low.year // 10}"
    if unit == "century":
        return f"{low.year // 100}"
    return f"{year}-{low.month:02d}-{low.day:02d}"


def _clock(one: Expression) -> str:
    if one.clock:
        return "T" + one.clock
    code = DAY_PARTS.get(one.day_part, "")
    return f"T{code}" if code else ""
