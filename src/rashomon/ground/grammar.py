# ruff: noqa: E501 - a row of the table is one line
"""The grammar of single temporal expressions, as a table of patterns with the fields each one sets.

Rule: a table, and the small language its rows are written in. A row is (name, pattern, fields): the pattern's named
groups are read by fields.py under their own names, `fields` are what the row itself says. No row decides a date.
Own grammar, because no library gives interval, direction and modifier together (measured: dateparser turns ranges
into points, Recognizers reads "earlier in December" as its first half, HeidelTime keeps durations as lengths).
"""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.lexicon import calendar
from rashomon.lexicon.islamic import HIJRI_FEASTS, HIJRI_MARKS, HIJRI_MONTHS
from rashomon.lexicon.numbers import ONES, ORDINALS, TENS


def either(words: object) -> str:
    """A group of alternatives, longest first; blanks in a word match any run of blanks."""
    ordered = sorted((str(word) for word in words), key=len, reverse=True)  # type: ignore[attr-defined]
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+").replace("'", "['’]") for word in ordered) + ")"


def _loose(words: object) -> str:
    """As `either`, for transliterated names: apostrophes may be left out, hyphens may be blanks."""
    return either(words).replace("['’]", "['’‘`ʿʾ]?").replace(r"\-", r"[\s-]")


_FULL_MONTHS = [word for word in calendar.MONTHS if len(word) > 4 or word in ("may", "june", "july")]
_SHORT_MONTHS = [word for word in calendar.MONTHS if word not in _FULL_MONTHS]
_FULL_DAYS = [word for word in calendar.WEEKDAYS if word.endswith("day")]
_SHORT_DAYS = [word for word in calendar.WEEKDAYS if not word.endswith("day")]
_COUNTERS = [*ONES, *TENS, "hundred", "thousand", "million", "billion", "dozen", "dozens", "couple", "hundreds"]
_VAGUE = ["several", "a few", "few", "a couple of", "a couple", "couple of", "many", "some", "half a dozen", "tens of",
          "hundreds of", "thousands of", "dozens of", "a number of", "a dozen", "half an", "half a", "a", "an", "a half",
          "one-and-a-half", "another", "a full", "a whole", "most of", "much of the"]  # fmt: skip
_UNITS = [word for word in calendar.UNITS if word not in ("min", "mins", "hr", "hrs", "second")]
_PLURALS = [word for word in _UNITS if word.endswith("s") or word == "millennia"]
_SINGULARS = [word for word in _UNITS if word not in _PLURALS]
_LONG = ["day", "night", "week", "fortnight", "weekend", "month", "quarter", "semester", "year", "decade", "century"]

FRAGMENTS: dict[str, str] = {
    "MONTH": rf"(?P<month>{either(_FULL_MONTHS)}|{either(_SHORT_MONTHS)}\b\.?)",
    "MONTH2": rf"(?P<month2>{either(_FULL_MONTHS)}|{either(_SHORT_MONTHS)}\b\.?)",
    "DAY": r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!%|:\d|[.,]\d{3})",
    "DAY2": r"(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?\b(?!%|:\d|[.,]\d{3})",
    "YEAR": r"(?P<year>(?:1[6-9]|20|21)\d\d|['’]\d\d)\b(?![:,]?\d)",
    "YEAR2": r"(?P<year2>(?:1[6-9]|20|21)\d\d)\b",
    "WEEKDAY": rf"(?P<weekday>{either(_FULL_DAYS)}|{either(_SHORT_DAYS)}\b\.?)",
    "FULLDAY": rf"(?P<weekday>{either(_FULL_DAYS)})",
    "DAYPART": rf"(?P<day_part>{either(w for w in calendar.DAY_PARTS if w not in ('overnight', 'tonight', 'daytime'))})",
    "NUMBER": rf"(?P<n>(?:\d+(?:[.,]\d+)?(?:\s\d/\d)?|{either(_VAGUE)}|{either(_COUNTERS)})"
    rf"(?:(?:[\s-]+(?:and[\s-]+)?|\s+(?:to|or)\s+|\s*[-–]\s*)(?:{either(_COUNTERS)}|\d+(?:/\d)?|a\s+half))*)",
    "UNIT": rf"(?P<unit>{either(_UNITS)})",
    "UNITS": rf"(?P<unit>{either(_PLURALS)})",
    "SINGLE": rf"(?P<unit>{either(_SINGULARS)})",
    "LONG": rf"(?P<unit>{either(_LONG)})",
    "SEASON": rf"(?P<season>{either(calendar.SEASONS)})",
    "PART": r"(?P<part>early|late|mid|middle)",
    "LAST": r"(?P<turn>last|this|next|this\s+past|this\s+coming|past|coming|previous|following|the\s+same|that|current)",
    "SEP": r"\s*(?:-|–|—|to|through|until|till|and|or|&|/)\s*",
    "ORDINAL": rf"(?P<ordinal>{either(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))",
    "HOLIDAY": rf"(?P<holiday>{either([*calendar.FIXED_HOLIDAYS, *calendar.EASTER_HOLIDAYS, *calendar.NTH_WEEKDAY_HOLIDAYS])})",
    "MOON": rf"(?P<moon>{_loose(HIJRI_MONTHS)})",
    "FEAST": rf"(?P<feast>{_loose(HIJRI_FEASTS)})",
    "MOONYEAR": rf"(?:(?P<year>(?:19|20)\d\d)\b|(?:AH\s+)?(?P<moonyear>1[34]\d\d)(?:\s*{HIJRI_MARKS}(?!\w))?(?!\d))",
    "ZONE": r"(?:\s*(?:GMT|UTC|EST|EDT|PST|PDT|CET|EET|BST|local\s+time|ET|PT|Z)\b)",
    "AMPM": r"(?P<ampm>[ap]\.?\s?m\b\.?)",
}

Row = tuple[str, str, dict[str, object]]
RULES: tuple[Row, ...] = (
    # dates in full
    ("iso", r"\b(?P<year>\d{4})(?P<iso>[-/.])(?P<month_n>\d\d?)(?P=iso)(?P<day>\d\d?)(?:[T ](?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?)?\b", {}),
    ("slashed", r"(?<![\d/$£€.])(?P<first>\d\d?)(?P<slash>[/.-])(?P<second>\d\d?)(?P=slash)(?P<short>\d{4}|\d\d)\b(?![/.,-]?\d)", {}),
    ("month day", r"\b(?:{WEEKDAY},?\s+)?(?:the\s+)?(?:{LAST}\s+)?{MONTH}\s+(?:the\s+)?{DAY}(?:{SEP}(?:{MONTH2}\s+)?{DAY2})?(?:,?\s+(?:of\s+)?{YEAR})?", {}),
    ("day month", r"\b(?:{WEEKDAY},?\s+)?(?:the\s+)?(?:{DAY}{SEP})?(?P<day_b>[0-3]?\d)(?:st|nd|rd|th)?(?:\s+day)?(?:\s+of)?[\s-]+{MONTH}\b(?:(?:,?\s+(?:of\s+)?|-){YEAR})?", {}),
    ("day month range", r"\b{DAY}\s+{MONTH}{SEP}(?P<day2>[0-3]?\d)(?:st|nd|rd|th)?\s+{MONTH2}(?:,?\s+{YEAR})?", {}),
    ("weekday the nth", r"\b{FULLDAY}(?:,)?\s+(?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b", {}),
    ("month year", r"\b{MONTH}\b,?\s+(?:of\s+)?{YEAR}", {}),
    ("month year turn", r"\b{MONTH}\b(?:\s+of)?\s+{LAST}\s+year\b", {"step": "year"}),
    ("month", r"\b(?:(?:the\s+month\s+of|{LAST})\s+)?{MONTH}(?!\w)", {}),
    ("year", r"(?<![\w.,:/$£€¥#+-])(?:(?:the\s+)?(?P<fiscal>fiscal|financial)\s+(?:year\s+)?|(?:the\s+)?(?:calendar\s+)?year\s+)?{YEAR}(?![\w%$£€]|-year|\.\d)", {}),
    ("year zero", r"\b(?:the\s+)?year\s+(?:0|zero)\b(?![.,]\d)", {}),
    ("old year", r"(?<=\b[Ii]n )(?P<year>1[0-5]\d\d)\b(?=[.,;:)]|\s+(?:the|a|an|when|he|she|it|they)\b)", {}),
    ("year range", r"(?<![\w.,:/$£€¥#+-]){YEAR}\s*[-–/]\s*(?P<year_b>(?:1[5-9]|20)\d\d|\d\d)\b(?![-/\d])", {}),
    ("decade", r"\b(?:the\s+)?(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b", {}),
    ("short decade", r"(?:\bthe\s+|\b)(?:['’](?P<decade>[1-9]0)['’]?s\b|(?P<decade_word>twenties|thirties|forties|fifties|sixties|seventies|eighties|nineties)\b)", {}),
    ("century", r"\b(?:the\s+)?{ORDINAL}[\s-]+(?P<century>century|centuries)\b", {}),
    ("century turn", r"\b(?:this|the\s+last|last|next|the\s+next)\s+(?P<unit>century|millennium)\b", {}),
    ("quarter", r"\b(?:(?:the|this|its|their|our|his)\s+)?(?:(?P<fiscal>fiscal)[\s-]+)?(?:{LAST}\s+)?(?P<quarter>first|second|third|fourth|final|last|1st|2nd|3rd|4th|(?:first|second|third)[\s-]and[\s-](?:second|third|fourth))[\s-]+(?P<unit>quarters?|halves|half)(?:\s+of\s+(?:(?P<fiscal2>fiscal)\s+)?(?:the\s+)?(?:{YEAR}|(?P<yearturn>last|this|next)\s+year|year))?(?:,?\s+(?P<year2>(?:19|20)\d\d))?\b", {}),
    ("q quarter", r"\b(?P<quarter>Q[1-4]|H[12])(?:\s+(?:of\s+)?{YEAR})?\b", {}),
    ("season", r"\b(?:(?:the\s+)?{LAST}\s+|the\s+)?{SEASON}(?:time)?(?:\s+(?:of\s+)?{YEAR}|\s+(?:of\s+)?(?P<yearturn>last|this|next)\s+year)?\b", {}),
    ("holiday", r"\b{HOLIDAY}(?:,?\s+(?:of\s+)?{YEAR})?(?!\w)", {}),
    # the Islamic calendar
    ("moon day month", r"\b(?:the\s+)?(?:(?P<moonday>[0-3]?\d)(?:st|nd|rd|th)?|{ORDINAL})(?:\s+day)?(?:\s+of)?[\s-]+(?:the\s+(?:\w+\s+)?month\s+of\s+)?{MOON}\b(?:,?\s+(?:of\s+)?{MOONYEAR})?", {}),
    ("moon month day", r"\b{MOON}\s+(?P<moonday>[0-3]?\d)(?:st|nd|rd|th)?\b(?!:)(?:,?\s+{MOONYEAR})?", {}),
    ("moon month", r"\b(?:(?:the\s+)?(?:(?:holy|fasting|blessed|sacred|Muslim|Islamic|lunar)\s+){0,2}(?P<month_of>month)\s+of\s+|(?:the\s+)?{LAST}\s+)?{MOON}\b(?:,?\s+(?:of\s+)?{MOONYEAR})?", {}),
    ("feast", r"\b(?:(?:the\s+)?{ORDINAL}\s+day\s+of\s+|(?:the\s+)?{LAST}\s+)?(?:the\s+)?{FEAST}\b(?:,?\s+(?:of\s+)?{MOONYEAR})?", {}),
    ("bare day", r"(?<=\bthe )(?P<day>[12]?\d|3[01])(?:st|nd|rd|th)\b(?:\s+(?:day\s+)?of\s+(?:the\s+)?(?P<this>this|same|present)\s+month)?(?=\s*(?:[,.;:)]|$)|\s+(?:and|or|to|the|an?|at|in|we|he|she|they|it|no|there|when|our|his|her|their|of\s+(?:the\s+)?(?:this|same|present)\s+month)\b)", {"base": "text"}),
    # weekdays
    ("weekday", r"\b(?:(?:the\s+)?{LAST}\s+|(?P<part>early|late|mid)\s+)?{FULLDAY}(?:\s+(?P<part2>early|late|mid)?-?\s*{DAYPART})?\b", {}),
    ("weekday of week", r"\b{FULLDAY}\s+(?:of\s+)?{LAST}\s+week\b", {"step": "week"}),
    ("a week from weekday", r"\b(?P<n>a|one|two|three)\s+weeks?\s+(?P<direction>ago|from)\s+{FULLDAY}\b", {"step": "week"}),
    ("week turn weekday", r"\b{LAST}\s+week\s+on\s+{FULLDAY}\b", {"step": "week"}),
    ("weekdays", r"\b{FULLDAY}s(?:\s+(?P<parts>mornings|nights|evenings|afternoons))?\b", {"kind": "set"}),
    ("weekday parts", r"\b{FULLDAY}\s+(?P<parts>mornings|nights|evenings|afternoons)\b", {"kind": "set"}),
    # days around the day of writing
    ("today", r"\b(?:(?P<part>earlier|later|early|late)\s+)?today(?:(?!)['’]s)?\b", {"unit": "day", "offset": 0}),
    ("day after tomorrow", r"\bthe\s+day\s+after\s+tomorrow\b", {"unit": "day", "offset": 2}),
    ("day before yesterday", r"\bthe\s+day\s+before\s+yesterday\b", {"unit": "day", "offset": -2}),
    ("yesterday", r"\b(?:(?P<part>early|late|earlier|later)\s+)?yesterday(?:['’]s)?(?:\s+{DAYPART})?\b", {"unit": "day", "offset": -1}),
    ("part yesterday", r"\b(?:(?P<part>early|late|mid)[\s-]+)?{DAYPART}\s+yesterday\b", {"unit": "day", "offset": -1}),
    ("tomorrow", r"\b(?:(?P<part>early|late)\s+)?tomorrow(?:['’]s)?(?:\s+{DAYPART})?\b", {"unit": "day", "offset": 1}),
    ("tonight", r"\b(?P<day_part>tonight)(?:['’]s)?\b", {"unit": "day", "offset": 0}),
    ("last night", r"\b(?:(?P<part>late|early)\s+)?last\s+(?P<day_part>night|evening)\b", {"unit": "day", "offset": -1}),
    ("this morning", r"\b(?:(?P<part>early|late|earlier|later)\s+)?this\s+{DAYPART}\b", {"unit": "day", "offset": 0}),
    ("overnight into", r"\b(?:(?P<day_part>overnight)|(?:in|during)\s+the\s+night)\s+(?:in)?to\s+{FULLDAY}\b", {"kind": "time", "eve": True}),
    ("overnight", r"\b(?P<day_part>overnight)\b", {"kind": "time"}),
    # steps from the day of writing or from a time named before
    ("turn unit", r"\b(?:(?:the|its|their|his|her|our)\s+)?(?:(?P<part>earlier|later|early|late|mid)[\s-]+)?{LAST}\s+(?:(?P<fiscal>fiscal|calendar|financial|trading)\s+)?{LONG}\b(?!['’]?-)", {}),
    ("today in week", r"\b(?P<part>early|late|earlier|later)\s+(?:in\s+)?the\s+{LONG}\b", {"turn": 0, "base": "page"}),
    ("latest unit", r"\bthe\s+(?P<turn>latest|most\s+recent|upcoming|recent)\s+{LONG}\b", {}),
    ("ago", r"\b(?:(?P<more>more\s+than|less\s+than|about|around|almost|nearly|over|at\s+least|some|approximately|just)\s+)?{NUMBER}[\s-]+{UNIT}\s+(?P<direction>ago|earlier|before(?:hand)?|previously|prior|later|afterwards?|after|from\s+now|hence|from\s+today)\b(?!(?<=after|efore)\s+[\w\"“'‘])", {}),
    ("unit ago", r"\b(?P<n>years|months|weeks|days|hours|decades|centuries|minutes)(?P<bare>)\s+(?P<direction>ago|earlier|before|later)\b(?!(?<=efore)\s+[\w\"“])", {}),
    ("later that", r"\b(?P<part>later|earlier)\s+(?P<turn>that|the\s+same)\s+{LONG}\b", {}),
    ("day before", r"\b(?:the|a|one)\s+(?P<unit>day|night|morning|evening|week|month|year)\s+(?P<direction>before|earlier|after(?!\s+(?:tomorrow))|later)\b", {}),
    ("next day", r"\b(?:the|that)\s+(?P<turn>next|following|previous|same|very\s+same|very\s+next|preceding|prior)\s+(?P<unit>day|night|morning|evening|afternoon|week|weekend|month|year|hour)\b", {}),
    ("that day", r"\b(?P<turn>that|the\s+same)\s+(?P<unit>day|night|morning|evening|afternoon|week|weekend|month|year)\b", {}),
    ("year-earlier", r"\b(?:(?:the|its|a)\s+)?(?P<unit>year|month|week|quarter)[\s-](?P<direction>earlier|ago)(?:\s+(?P<period>period|quarter|third\s+quarter|month|half))?\b", {}),
    ("in n units", r"\b(?:with)?in\s+(?:about\s+)?{NUMBER}[\s-]+{UNIT}['’]?(?:\s+time)?\b", {"kind": "duration"}),
    # windows
    ("window", r"\b(?:(?:the|these|each\s+of\s+the|its|their)\s+)?(?P<window>last|past|previous|preceding|next|coming|following|recent|first|final|ensuing|upcoming|subsequent|latest)\s+(?:(?P<fuzzy>few|several|couple\s+of)\s+|{NUMBER}[\s-]+)?(?:more\s+|trading\s+|calendar\s+|fiscal\s+|business\s+)?{UNITS}\b", {}),
    ("past unit", r"\bthe\s+(?P<window>past)\s+{LONG}\b", {}),
    ("these units", r"\b(?:these|those)\s+(?P<unit>days|weeks|months|years)\b", {"kind": "duration"}),
    # lengths
    ("length", r"\b(?:the\s+)?{NUMBER}(?:\s+(?:more|full|consecutive|straight|whole|additional|trading|further|long|successive|calendar|business|working|solid|extra))*[\s-]+{UNIT}(?:[\s-](?P<long>long|old|olds))?(?:\s+or\s+(?P<orso>so|more|less))?\b", {"kind": "duration"}),
    ("bare length", r"\b(?P<unit>days|weeks|months|years|decades|centuries|hours|minutes|nights|weekends|millennia)\b", {"kind": "duration"}),
    ("day-long", r"\b(?P<unit>day|night|week|month|year|hour|decade|century)-?long\b", {"kind": "duration", "low": 1, "high": 1}),
    ("the weekend", r"\bthe\s+(?P<unit>weekend)\b", {"offset": 0}),
    ("the unit", r"\bthe\s+(?:(?:entire|whole|full|current|fiscal)\s+)?(?P<unit>day|night|week|month|quarter|year|decade|century|hour)\b", {"kind": "duration", "low": 1, "high": 1}),
    # recurring
    ("every", r"\b(?:every|each)\s+(?:(?P<other>other|second|third|few|single)\s+|{NUMBER}\s+)?(?:{UNIT}|{FULLDAY}|{DAYPART}|{MONTH}|{SEASON})\b", {"kind": "set"}),
    ("daily", r"\b(?P<often>daily|weekly|biweekly|fortnightly|monthly|bimonthly|quarterly|yearly|annually|annual|hourly|nightly|semiannual|semi-annual|biannual|biennial)\b", {"kind": "set"}),
    ("a day", r"(?<=\w\s)(?:a|per)\s+(?P<unit>day|week|month|year|hour|night)\b", {"kind": "set", "rate": True}),
    ("times a", r"\b(?:once|twice|(?P<n>two|three|four|five|six|\d+|several)\s+times)\s+(?:a|per|each|every)\s+(?P<unit>day|week|month|year|hour)\b", {"kind": "set"}),
    # within the day
    ("clock", r"(?<![\d:.$£€])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d)(?::[0-5]\d)?)?\s*{AMPM}{ZONE}?", {"kind": "time"}),
    ("24 hours", r"(?<![\d:.$£€-])(?P<hour>[01]?\d|2[0-4]):(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:])(?:\s*hours\b)?{ZONE}?", {"kind": "time"}),
    ("military hours", r"(?<![\d:.$£€])(?P<hour>[01]\d|2[0-4])(?P<minute>[0-5]\d)\s*(?:hours|hrs|(?:GMT|UTC|EST|EDT|local\s+time|Z)\b)", {"kind": "time"}),
    ("o'clock", r"\b(?P<hour>1[0-2]|[1-9]|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+o['’]clock(?:\s+in\s+the\s+{DAYPART})?", {"kind": "time"}),
    ("n in the morning", r"\b(?P<hour>1[0-2]|[1-9])\s+(?:in\s+the|at)\s+{DAYPART}", {"kind": "time"}),
    ("day part", r"\b(?:(?:the\s+)?(?P<part>early|late|mid|middle|small|wee)[\s-]+(?:hours\s+of\s+(?:the\s+)?)?(?:in\s+the\s+|of\s+the\s+)?|(?:in|during|by|at|before|after|until|since|around|towards?|throughout)\s+(?:the\s+)?(?:early\s+|late\s+|mid-?)?|the\s+)(?P<day_part>morning|afternoon|evening|night|dawn|daybreak|sunrise|dusk|sunset|nightfall|noon|midday|midnight|noontime)\b", {"kind": "time"}),
    ("noon", r"\b(?P<day_part>noon|midday|midnight|noontime)\b", {"kind": "time"}),
    # references
    ("now", r"\b(?P<now>" + either(calendar.NOW_WORDS) + r")\b", {"kind": "reference", "code": "PRESENT_REF"}),
    ("past", r"\b(?P<past>" + either(calendar.PAST_WORDS) + r")\b", {"kind": "reference", "code": "PAST_REF"}),
    ("future", r"\b(?P<future>" + either(calendar.FUTURE_WORDS) + r")\b", {"kind": "reference", "code": "FUTURE_REF"}),
)  # fmt: skip


_CATEGORIES: dict[str, str] = {
    "month": either(calendar.MONTHS), "weekday": either(calendar.WEEKDAYS) + "s?", "unit": either([*calendar.UNITS, "second"]) + "(?:long)?",
    "season": either(calendar.SEASONS) + "(?:time)?", "part": either(calendar.DAY_PARTS), "holiday": either(
        [*calendar.FIXED_HOLIDAYS, *calendar.EASTER_HOLIDAYS, *calendar.NTH_WEEKDAY_HOLIDAYS]),
    "near": "(?:today|yesterday|tomorrow)", "often": "(?:bi|semi-?)?(?:daily|weekly|monthly|quarterly|yearly|annual|annually|hourly|nightly|fortnightly|biennial)",
    "halves": "(?:half|halves|quarters?|Q[1-4]|H[12])", "decade": "(?:[a-z]+ties|(?:\\d\\d)?\\d0s)", "now": either(calendar.NOW_WORDS),
    "ordinal": r"\d{1,2}(?:st|nd|rd|th)",
    "moon": _loose([*HIJRI_MONTHS, *HIJRI_FEASTS]), "past": either(calendar.PAST_WORDS), "future": either(calendar.FUTURE_WORDS),
}  # fmt: skip
"""What must stand in a text for a row to be worth running."""
_BY_FRAGMENT = {
    "{MONTH}": "month", "{WEEKDAY}": "weekday", "{FULLDAY}": "weekday", "{UNIT}": "unit", "{UNITS}": "unit", "{SINGLE}": "unit", "{LONG}": "unit",
    "{MOON}": "moon", "{FEAST}": "moon", "{SEASON}": "season", "{HOLIDAY}": "holiday", "{DAYPART}": "part",
}  # fmt: skip
_BY_ROW = {
    "iso": "digits", "bare day": "ordinal", "slashed": "digits", "year": "digits", "old year": "digits", "year zero": "unit", "year range": "digits", "clock": "digits", "24 hours": "digits", "military hours": "digits",
    "n in the morning": "part", "o'clock": "clock", "decade": "decade", "short decade": "decade", "quarter": "halves", "q quarter": "halves",
    "today": "near", "day after tomorrow": "near", "day before yesterday": "near", "yesterday": "near", "part yesterday": "near", "tomorrow": "near",
    "daily": "often", "now": "now", "past": "past", "future": "future", "every": "unit weekday part month season", "century": "unit",
}  # fmt: skip


def _needs(name: str, pattern: str) -> frozenset[str]:
    """The categories of which one must be there for a row to match."""
    if name in _BY_ROW:
        return frozenset(_BY_ROW[name].split())
    fragments = [category for fragment, category in _BY_FRAGMENT.items() if fragment in pattern]
    if fragments:
        return frozenset(fragments[:1])
    return frozenset(("part",)) if "day_part" in pattern else frozenset(("unit",))


def _filled(pattern: str) -> str:
    for name, fragment in FRAGMENTS.items():
        pattern = pattern.replace("{" + name + "}", fragment)
    return pattern


@lru_cache(maxsize=1)
def compiled() -> tuple[tuple[str, re.Pattern[str], dict[str, object], frozenset[str]], ...]:
    """The rules, ready to run, in the order of the table, each with the categories it needs one of."""
    return tuple(
        (name, re.compile(_filled(pattern), re.IGNORECASE), fields, _needs(name, pattern))
        for name, pattern, fields in RULES
    )


@lru_cache(maxsize=1)
def _hint() -> re.Pattern[str]:
    named = "|".join(rf"(?P<{name}>{words})\b" for name, words in _CATEGORIES.items())
    return re.compile(
        rf"\b(?:(?P<clock>\w+\s+o['’]clock)|{named})|(?P<digits>\d{{4}}|\d\d?[:./-]\d|\d\s?[ap]\.?m|['’]\d\d\b)",
        re.IGNORECASE,
    )


def categories(text: str) -> set[str]:
    """Which categories of words a text holds; a row that needs none of them cannot match."""
    found = {match.lastgroup or "" for match in _hint().finditer(text)}
    if "unit" in found or "halves" in found:
        found |= {"unit", "halves"}
    if found & {"holiday", "past", "near"}:
        found |= {"month", "unit", "part"}
    return found
