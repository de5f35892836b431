"""Words of the calendar: months, weekdays, parts of the day and of a period, units, holidays.

Rule: tables only. Early, mid and late follow DESIGN.md (days 1-10, 11-20, 21-end of a month; thirds of any other
period). Parts of the day carry no clock time of their own: "dawn" stays a word.
"""

from __future__ import annotations

MONTHS: dict[str, int] = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5,
    "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9,
    "october": 10, "oct": 10, "november": 11, "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
"""Month names and their abbreviations (a dot may follow), in lower case."""

WEEKDAYS: dict[str, int] = {
    "monday": 0, "mon": 0, "tuesday": 1, "tues": 1, "tue": 1, "wednesday": 2, "wed": 2, "thursday": 3, "thurs": 3,
    "thur": 3, "thu": 3, "friday": 4, "fri": 4, "saturday": 5, "sat": 5, "sunday": 6, "sun": 6,
}  # fmt: skip
"""Weekday names; 0 = Monday, as in ISO 8601 less one."""
WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

UNITS: dict[str, str] = {
    "second": "second", "seconds": "second", "minute": "minute", "minutes": "minute", "min": "minute",
    "mins": "minute", "hour": "hour", "hours": "hour", "hr": "hour", "hrs": "hour", "day": "day", "days": "day",
    "night": "night", "nights": "night", "week": "week", "weeks": "week", "fortnight": "fortnight",
    "fortnights": "fortnight", "weekend": "weekend", "weekends": "weekend", "month": "month", "months": "month",
    "quarter": "quarter", "quarters": "quarter", "semester": "half", "year": "year", "years": "year",
    "decade": "decade", "decades": "decade", "century": "century", "centuries": "century",
    "millennium": "millennium", "millennia": "millennium",
}  # fmt: skip
"""Words for units of time and the unit they mean."""

UNIT_DAYS: dict[str, int] = {"day": 1, "night": 1, "weekend": 7, "week": 7, "fortnight": 14}
"""Units of a fixed number of days."""
UNIT_MONTHS: dict[str, int] = {
    "month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120, "century": 1200, "millennium": 12000,
}  # fmt: skip
"""Units of a fixed number of months."""

SEASONS: dict[str, str] = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
"""Season words and their TIMEX3 codes."""
SEASON_MONTHS: dict[str, tuple[int, int]] = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
"""Meteorological seasons of the northern hemisphere: first and last month; winter ends in the next year."""
SEASON_EDTF: dict[str, str] = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
"""EDTF level 1 codes of seasons that name no hemisphere."""

DAY_PARTS: dict[str, str] = {
    "morning": "MO", "mornings": "MO", "dawn": "MO", "daybreak": "MO", "sunrise": "MO", "midmorning": "MO",
    "forenoon": "MO", "afternoon": "AF", "afternoons": "AF", "midafternoon": "AF", "evening": "EV", "evenings": "EV",
    "dusk": "EV", "sunset": "EV", "nightfall": "EV", "night": "NI", "nights": "NI", "overnight": "NI",
    "tonight": "NI", "daytime": "DT", "noon": "12:00", "midday": "12:00", "noontime": "12:00", "midnight": "24:00",
}  # fmt: skip
"""Parts of the day and their TIMEX3 codes; noon and midnight are clock times."""

PARTS: dict[str, str] = {
    "early": "early", "beginning": "start", "start": "start", "outset": "start", "onset": "start", "dawn": "start",
    "mid": "mid", "middle": "mid", "midst": "mid", "late": "late", "end": "end", "close": "end", "tail end": "late",
    "earlier": "earlier", "later": "later", "first half": "first half", "second half": "second half",
    "latter half": "second half",
}  # fmt: skip
"""Words for a part of a period. earlier, later: before, after the moment of speaking within the period."""

FIXED_HOLIDAYS: dict[str, tuple[int, int]] = {
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's eve": (12, 31), "new year's day": (1, 1), "new year's": (1, 1), "new year": (1, 1),
    "valentine's day": (2, 14), "saint valentine's day": (2, 14), "international women's day": (3, 8),
    "may day": (5, 1), "labour day": (5, 1), "victory day": (5, 9), "independence day": (7, 4),
    "fourth of july": (7, 4), "halloween": (10, 31), "all saints' day": (11, 1), "veterans day": (11, 11),
    "armistice day": (11, 11), "nowruz": (3, 21), "newroz": (3, 21),
}  # fmt: skip
"""Holidays that stand on one day of the Gregorian year. Independence Day is the United States' unless a country is
named; Labour Day in this spelling is the first of May. Months and days."""

EASTER_HOLIDAYS: dict[str, int] = {
    "good friday": -2, "easter sunday": 0, "easter monday": 1, "easter": 0, "palm sunday": -7, "ash wednesday": -46,
    "pentecost": 49,
}  # fmt: skip
"""Days after Western Easter Sunday."""

NTH_WEEKDAY_HOLIDAYS: dict[str, tuple[int, int, int]] = {
    "thanksgiving day": (11, 3, 4), "thanksgiving": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1),
    "columbus day": (10, 0, 2), "presidents day": (2, 0, 3), "martin luther king jr. day": (1, 0, 3),
}  # fmt: skip
"""(month, weekday, n-th; -1 = last) of United States holidays."""

NOW_WORDS = (
    "now", "currently", "at the moment", "at present", "nowadays", "right now", "presently", "these days",
    "at this time", "at the present time",
)  # fmt: skip
"""Words for the moment of writing (TIMEX3 PRESENT_REF)."""
PAST_WORDS = ("recently", "lately", "until recently", "long ago", "a while ago")
"""Words for an unspecified past (PAST_REF)."""
FUTURE_WORDS = ("in the future", "the future", "the near future", "in the near future")
"""Words for an unspecified future (FUTURE_REF)."""
