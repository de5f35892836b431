"""A temporal expression as written, before any calendar is held against it.

Rule: a noun. It knows nothing of publication dates or of other expressions; grammar.py makes it, intervals.py reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ExpressionKind = Literal["date", "time", "duration", "set", "reference"]
Shape = Literal["at", "since", "until", "before", "after", "last", "next"]


@dataclass(frozen=True, slots=True)
class Hijri:
    """What is named by the Islamic calendar: month 1..12, days day..last of it (None = the whole month), year AH
    (None = not told)."""

    month: int
    day: int | None = None
    last: int | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """text[start:end], and what its words say.

    kind     date (a day or longer), time (within a day), duration (a length with no place in the calendar),
             set (recurring), reference ("now", "recently")
    year .. century  the calendar fields named; weekday 0 = Monday; season a code of lexicon/calendar.py;
             decade 1990 = the nineties; century 19 = the years 1900 to 1999
    unit     of a length or of a step ("week"), low..high how many (None = not told)
    offset   steps of `unit` from the base: -1 "last week", 0 "this week", 1 "next week"; None = no step
    base     "page" = the day of writing, "text" = the time named before ("the day before")
    turn     for a weekday, month or season without a year: -1 "last", 0 "this", 1 "next", None = not told
    shape    at, since, until, before, after, last ("over the last six months"), next
    part     early, mid, late, start, end, earlier, later, first half, second half, or ""
    day_part word of lexicon.DAY_PARTS, clock "05:30", or ""
    about    True when the words say so ("around")
    hijri    a month, day or feast of the Islamic calendar; `year` beside it is a Gregorian one
    last     the end of a range ("December 27 to January 3")
    lead     where its leading words begin ("since", "by", "around"), = start when there are none
    code     of a reference: PRESENT_REF, PAST_REF, FUTURE_REF; of a set: its TIMEX3 value
    eve      True for a night that ends on the day named ("overnight into Monday")
    valid    False for a date that no calendar holds (31 February)
    """

    start: int
    end: int
    kind: ExpressionKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    quarter: int | None = None
    season: str | None = None
    decade: int | None = None
    century: int | None = None
    holiday: str | None = None
    unit: str | None = None
    low: int | float | None = None
    high: int | float | None = None
    offset: int | float | None = None
    base: Literal["page", "text"] = "page"
    turn: int | None = None
    shape: Shape = "at"
    part: str = ""
    day_part: str = ""
    clock: str = ""
    about: bool = False
    hijri: Hijri | None = None
    last: Expression | None = None
    lead: int = -1
    code: str = ""
    fiscal: bool = False
    eve: bool = False
    valid: bool = True

    @property
    def hour_only(self) -> bool:
        """True for a time of day that names no day ("at 05:30", "in the evening")."""
        return self.kind == "time" and not self.dated and self.weekday is None and self.offset is None

    @property
    def day_named(self) -> bool:
        """True when it names a day of a month, of either calendar."""
        return self.day is not None or (self.hijri is not None and self.hijri.day is not None)

    @property
    def dated(self) -> bool:
        """True when it names a place in the calendar by itself, with or without its year."""
        fields = (self.year, self.month, self.season, self.decade, self.century, self.holiday, self.quarter, self.hijri)
        return any(value is not None for value in fields)
