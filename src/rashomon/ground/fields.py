"""From a row of the grammar and its match to an Expression, or to nothing where the words are no time.

Rule: reads named groups by their own names; knows the tables, and neither the page nor a calendar day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from typing import Any

from rashomon.ground.expression import Expression
from rashomon.ground.moonfields import feast, moon_date, moon_month
from rashomon.ground.numerals import find_numerals
from rashomon.lexicon import calendar
from rashomon.lexicon.numbers import ONES, ORDINALS
from rashomon.lexicon.units import singular, unit_of

_TURNS = {
    "last": -1, "past": -1, "this past": -1, "previous": -1, "preceding": -1, "prior": -1, "this": 0, "current": 0,
    "that": 0, "the same": 0, "same": 0, "very same": 0, "next": 1, "coming": 1, "this coming": 1, "following": 1,
    "very next": 1, "upcoming": 1, "latest": 0, "most recent": 0, "recent": 0,
}  # fmt: skip
_TEXT_TURNS = {"previous", "following", "the same", "same", "that", "very same", "very next", "preceding", "prior"}
_DECADES = {"twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
            "eighties": 80, "nineties": 90}  # fmt: skip
_OFTEN = {
    "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "biweekly": "P2W", "fortnightly": "P2W", "monthly": "P1M",
    "bimonthly": "P2M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y", "annual": "P1Y", "hourly": "PT1H",
    "semiannual": "P6M", "semi-annual": "P6M", "biannual": "P6M", "biennial": "P2Y",
}  # fmt: skip
_ALONE_NEEDS_LEAD = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|last|this|next|early|mid|late|during|from|to|through|and|between|for|before|"
    r"after|every|each|around|or|on)|[-–(,])\s*$", re.IGNORECASE,
)  # fmt: skip
_YEAR_AS_COUNT = re.compile(r"^\s+(?:[a-z]+\s+){0,2}?(?:people|men|women|children|km|percent|per\s+cent|feet)\b")
_NOUN_NEXT = re.compile(r"\s+([a-z]+)\b(?:\s+([a-z]+)\b)?")
_COUNTED = (
    "person",
    "household",
    "vehicle",
    "building",
    "weapon",
    "animal",
    "money",
    "length",
    "mass",
    "area",
    "volume",
)
"""Units of nouns that are counted and hardly dated: "2017 fighters" counts, "the 2017 attacks" dates."""
_COUNT_LEAD = re.compile(
    r"\b(?:about|around|some|nearly|almost|over|than|least|approximately|roughly|estimated|average\s+of|total\s+of|"
    r"no\.|number|page|pp?\.|room|flight|highway|route|resolution|article|section|unit|battalion)\s+$",
    re.IGNORECASE,
)

CENTURY_PIVOT = 30
"""Two-digit years below this are of the 2000s, the others of the 1900s (POSIX uses 69; news archives reach to 1930)."""


_DAY_FOLLOWS = re.compile(r"\b(?:on|of|until|till|by|since|from|after|before|between|and)\s+the\s+$", re.IGNORECASE)
"""Words before "the 14th" that make it a day."""


def expression(name: str, match: re.Match[str], fields: dict[str, Any]) -> Expression | None:
    """The Expression a row's match stands for; None when the words are no temporal expression after all."""
    groups = {key: value for key, value in match.groupdict().items() if value is not None}
    if not _well_written(groups):
        return None
    reader = _READERS.get(name)
    made = reader(match, groups, dict(fields)) if reader else _plain(groups, dict(fields))
    if made is None:
        return None
    kind: Any = made.pop("kind", None) or ("time" if made.get("clock") or made.get("day_part") else "date")
    made = {key: value for key, value in made.items() if key in Expression.__dataclass_fields__}
    built = Expression(match.start(), match.end(), kind, lead=match.start(), **made)
    return _checked(built)


def _well_written(groups: dict[str, str]) -> bool:
    """Month and weekday names carry a capital ("may", "march", "sat" are verbs)."""
    return all(groups[key][0].isupper() for key in ("month", "month2", "weekday", "moon", "feast") if key in groups)


def _checked(built: Expression) -> Expression | None:
    if built.day is not None and not 1 <= built.day <= 31:
        return None
    if built.month is not None and not 1 <= built.month <= 12:
        return None
    if built.day is not None and built.month is not None:
        days = monthrange(built.year or 2000, built.month)[1] if (built.year or 2000) > 0 else 31
        if built.day > days:
            return Expression(built.start, built.end, "date", lead=built.lead, month=built.month, day=built.day,
                              year=built.year, valid=False)  # fmt: skip
    return built


def _plain(groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any]:
    """Fields whose groups say all: the ones most rows share."""
    if "month" in groups:
        made["month"] = _month(groups["month"])
    if "day" in groups:
        made["day"] = int(groups["day"])
    if "year" in groups:
        made["year"] = _year(groups["year"])
    if "weekday" in groups:
        made["weekday"] = calendar.WEEKDAYS[groups["weekday"].casefold().rstrip(".")]
    if "season" in groups:
        made["season"] = calendar.SEASONS[groups["season"].casefold()]
    if "unit" in groups:
        made.setdefault("unit", _unit(groups["unit"]))
    if "turn" in groups:
        turn = " ".join(groups["turn"].casefold().split())
        made.setdefault("turn", _TURNS[turn])
        made.setdefault("base", "text" if turn in _TEXT_TURNS else "page")
    for key in ("part", "part2"):
        if key in groups:
            made["part"] = calendar.PARTS.get(groups[key].casefold(), groups[key].casefold())
    if "day_part" in groups:
        made["day_part"] = groups["day_part"].casefold()
    if groups.get("fiscal") in ("fiscal", "Fiscal"):
        made["fiscal"] = True
    made.update(_amount(groups))
    return made


def _amount(groups: dict[str, str]) -> dict[str, Any]:
    if "n" not in groups:
        return {}
    words = groups["n"].casefold()
    found = find_numerals(words)
    half = 0.5 if re.search(r"(?:and[\s-]+)?a[\s-]+half$|one-and-a-half", words) and len(words) > 7 else 0
    if re.match(r"(?:an?|another|one)\s+(?:full|whole)?$|an?$|another$|a (?:full|whole)$", words):
        return {"low": 1, "high": 1}
    if words in ("half a", "half an", "a half"):
        return {"low": 0.5, "high": 0.5}
    if not found:
        return {"low": 2, "high": 2} if "couple" in words else {"low": None, "high": None}
    vague = any(number.kind == "vague" for number in found) and "couple" not in words
    low, high = found[0].low + half, found[-1].high + half
    if vague and not words.startswith("half"):
        return {"low": low, "high": high, "about": True}
    return {"low": min(low, high), "high": max(low, high)}


def _month(name: str) -> int:
    return calendar.MONTHS[name.casefold().rstrip(".")]


def _unit(word: str) -> str:
    low = word.casefold()
    return calendar.UNITS.get(low, low)


def _year(digits: str) -> int:
    if digits[0] in "'’":
        short = int(digits[1:])
        return short + (2000 if short < CENTURY_PIVOT else 1900)
    return int(digits)


# --- rows that need more than their groups -------------------------------------------------------------------------


def _iso(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    made = {"year": int(groups["year"]), "month": int(groups["month_n"]), "day": int(groups["day"])}
    if made["year"] == 0 or not 1 <= made["month"] <= 12 or not 1 <= made["day"] <= 31:
        dated = groups["iso"] == "-" and (made["year"] == 0 or 1600 <= made["year"] < 2200)
        return {"valid": False} if dated else None
    if "hour" in groups:
        made["clock"] = f"{groups['hour']}:{groups['minute']}"
    return made


def _slashed(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    """12/27/2017 and 27/12/2017; where both readings hold (03/04/2017) month and day stay open within the year."""
    first, second, short = int(groups["first"]), int(groups["second"]), groups["short"]
    if groups["slash"] == "." and len(short) == 2:
        return None
    year = int(short) if len(short) == 4 else _year("'" + short)
    if first > 12 >= second > 0:
        return {"year": year, "month": second, "day": first}
    if second > 12 >= first > 0:
        return {"year": year, "month": first, "day": second}
    if not (0 < first <= 12 and 0 < second <= 12):
        return {"valid": False} if len(short) == 4 and groups["slash"] != "." else None
    if first == second:
        return {"year": year, "month": first, "day": second}
    return {"year": year, "month": first, "day": second, "code": "month first"}


def _month_day(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    made = _plain(groups, made)
    if made["day"] == 0:
        return None
    if "day2" in groups and 1 <= int(groups["day2"]) <= 31:
        month2 = _month(groups["month2"]) if "month2" in groups else made["month"]
        made["last"] = Expression(match.start("day2"), match.end("day2"), "date", year=made.get("year"), month=month2,
                                  day=int(groups["day2"]))  # fmt: skip
        if month2 < made["month"] and made.get("year") is not None:
            made["year"] -= 1
    made.pop("part", None)
    return made


def _day_month(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    made = _plain(groups, made)
    second = int(groups["day_b"])
    if "day" in groups:
        made["last"] = Expression(match.start("day_b"), match.end("day_b"), "date", year=made.get("year"),
                                  month=made["month"], day=second)  # fmt: skip
    else:
        made["day"] = second
    made.pop("part", None)
    return made if 1 <= made["day"] <= 31 else None


def _month_alone(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    before, after = match.string[max(0, match.start() - 14) : match.start()], match.string[match.end() :][:14]
    named = groups["month"].casefold().rstrip(".")
    if named in ("may", "march", "mar", "jan", "dec", "sep", "jun", "august") and "turn" not in groups:
        if not _ALONE_NEEDS_LEAD.search(before) and not match[0].casefold().startswith("the month"):
            return None
        if re.match(r"\s+[A-Z][a-z]", after) and named not in ("august",):
            return None
    if re.match(r"['’]s?\s+[A-Z]", after) and named == "may":
        return None
    return _plain(groups, made)


def _year_alone(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    year = groups["year"]
    before, after = match.string[max(0, match.start() - 14) : match.start()], match.string[match.end() :][:40]
    if year[0] in "'’" and not re.search(r"(?:in|of|since|class of|summer|by)\s+$", before):
        return None
    if re.search(r"\b(?:in|since|by|of|during|until|till|through|late|early|mid|and|to)[\s-]+$", before, re.IGNORECASE):
        return _plain(groups, made)
    if (
        _YEAR_AS_COUNT.match(after)
        or _counts_a_noun(int(year[-4:] if year[0].isdigit() else 0), after)
        or (_COUNT_LEAD.search(before) and not re.match(r"\s*[,.)]?\s*$", after[:1]))
    ):
        return None
    return _plain(groups, made)


def _counts_a_noun(year: int, after: str) -> bool:
    """True when a counted noun follows ("1,700 fighters" without its comma), or any plural after a round number."""
    following = _NOUN_NEXT.match(after)
    words = [word for word in following.groups() if word] if following else []
    if any(unit_of(word) in _COUNTED and word != singular(word) for word in words):
        return True
    return (
        bool(words)
        and year % 100 == 0
        and words[0].endswith("s")
        and words[0] not in ("was", "is", "has", "as", "this")
    )


def _year_zero(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    """The Gregorian calendar goes from 1 BC to 1 AD."""
    return {"valid": False}


def _year_range(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    first = _year(groups["year"])
    tail = groups["year_b"]
    second = int(tail) if len(tail) == 4 else first - first % 100 + int(tail)
    if second <= first:
        return None
    return {"year": first, "last": Expression(match.start("year_b"), match.end("year_b"), "date", year=second)}


def _decade(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    if "decade_word" in groups:
        before = match.string[max(0, match.start() - 12) : match.start()].casefold()
        if re.search(r"\b(?:his|her|their|my|your)\s+(?:early\s|late\s|mid-?)?\s*$", before):
            return None
        return {"decade": 1900 + _DECADES[groups["decade_word"].casefold()]}
    digits = int(groups["decade"])
    return {"decade": digits if digits > 100 else 1900 + digits}


def _century(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    ordinal = groups["ordinal"].casefold()
    nth = ORDINALS.get(ordinal) or int(re.sub(r"\D", "", ordinal) or 0)
    return {"century": nth - 1} if 1 <= nth <= 22 else None


def _quarter(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    word = re.split(r"[\s-]+", groups["quarter"].casefold())[0]
    nth = _last_of(groups["unit"]) if word in ("final", "last") else ORDINALS.get(word) or int(word[0])
    half = groups["unit"].casefold().startswith("hal")
    if word == "last" and not half and not any(key in groups for key in ("year", "yearturn")):
        return None
    if half and ("year" not in groups and "yearturn" not in groups and "year" not in match[0].casefold()):
        return None
    made = {"part": "first half" if nth == 1 else "second half", "unit": "year"} if half else {"quarter": nth}
    if half and nth > 2:
        return None
    for key in ("year", "year2"):
        if key in groups:
            made["year"] = _year(groups[key])
    if "yearturn" in groups:
        made |= {"turn": _TURNS[groups["yearturn"].casefold()], "unit": "year"}
    elif half and "year" not in made:
        made["turn"] = 0
    if "fiscal" in groups or "fiscal2" in groups:
        made["fiscal"] = True
    return made


def _last_of(unit: str) -> int:
    return 2 if unit.casefold().startswith("hal") else 4


def _q_quarter(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    if not groups["quarter"][0].isupper():
        return None
    nth = int(groups["quarter"][1])
    year = {"year": _year(groups["year"])} if "year" in groups else {}
    if groups["quarter"][0] == "H":
        return {"part": "first half" if nth == 1 else "second half", **year} if year else None
    return {"quarter": nth, **year}


def _season(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    word = groups["season"].casefold()
    before = match.string[max(0, match.start() - 12) : match.start()]
    bare = not any(key in groups for key in ("turn", "year", "yearturn"))
    if bare and word in ("fall", "spring"):
        if not re.search(
            r"\b(?:in|of|since|this|last|early|mid|late|during|by|until)[\s-]+(?:the\s+)?$",
            before + match[0][:4].replace(word, ""),
            re.IGNORECASE,
        ):
            return None
        if re.match(r"\s+of\b|\s+(?:from|to|in)\b", match.string[match.end() :][:6]) and word == "fall":
            return None
    made = _plain(groups, made)
    if "yearturn" in groups:
        made["turn"] = _TURNS[groups["yearturn"].casefold()]
        made["unit"] = "year"
    return made


def _holiday(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    if not groups["holiday"][0].isupper():
        return None
    name = " ".join(groups["holiday"].casefold().replace("’", "'").split())
    if name == "new year" and not re.search(
        r"\b(?:the|at|on)\s+$", match.string[max(0, match.start() - 5) : match.start()]
    ):
        return None
    return {"holiday": name, **({"year": _year(groups["year"])} if "year" in groups else {})}


def _weekday(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    made = _plain(groups, made)
    made["base"] = "text" if made.get("base") == "text" and made.get("turn", 0) == 0 else "page"
    if "turn" in groups and groups["turn"].casefold() == "past":
        made["turn"] = -1
    return made


def _stepped_weekday(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    made = _plain(groups, made)
    return made | {"unit": "week", "offset": made.pop("turn")}


def _week_from(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    made = _plain(groups, made)
    sign = -1 if groups["direction"].casefold() == "ago" else 1
    return made | {"unit": "week", "offset": sign * (made.pop("low", 1) or 1), "high": None, "turn": None}


def _weekdays(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    day = calendar.WEEKDAYS[groups["weekday"].casefold()] + 1
    part = calendar.DAY_PARTS.get(groups.get("parts", "").casefold(), "")
    return {"kind": "set", "code": f"XXXX-WXX-{day}" + (f"T{part}" if part else "")}


def _turn_unit(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    made = _plain(groups, made)
    if groups.get("turn", "").casefold() in ("past",) and match[0].casefold().startswith("the"):
        return made | {"kind": "duration", "shape": "last", "low": 1, "high": 1, "turn": None, "offset": None}
    if made["unit"] == "night":
        made |= {"unit": "day", "day_part": "night"}
    return made | {"offset": made.get("turn", 0), "turn": None}


def _ago(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    made = _plain(groups, made)
    direction = groups["direction"].casefold()
    sign = 1 if direction.startswith(("later", "after", "from", "hence")) else -1
    made["base"] = "page" if direction.startswith(("ago", "from", "hence")) else "text"
    low, high = made.pop("low", None), made.pop("high", None)
    if low is None or low != high or made.get("about"):
        made.update(low=low, high=high, offset=sign * ((low + high) / 2) if low and high else None)
    else:
        made["offset"] = sign * low
    if made["offset"] is None:
        made["shape"] = "before" if sign < 0 else "after"
    if groups.get("more", "").casefold() in ("about", "around", "almost", "nearly", "approximately", "some"):
        made["about"] = True
    made["code"] = "more" if groups.get("more", "").casefold().startswith(("more", "over", "at least")) else ""
    return made


def _day_before(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    unit = groups["unit"].casefold()
    sign = 1 if groups["direction"].casefold() in ("after", "later") else -1
    if unit in ("night", "morning", "evening", "afternoon"):
        return {"unit": "day", "day_part": unit, "offset": sign, "base": "text"}
    return {"unit": _unit(unit), "offset": sign, "base": "text"}


def _next_day(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    turn = " ".join(groups["turn"].casefold().split())
    unit = groups["unit"].casefold()
    part = {"day_part": unit} if unit in ("night", "morning", "evening", "afternoon") else {}
    return {"unit": "day" if part else _unit(unit), "offset": _TURNS[turn], "base": "text", **part}


def _year_earlier(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    period = "quarter" if "quarter" in groups.get("period", "") else groups.get("period", "")
    return {"unit": _unit(groups["unit"]), "offset": -1, "base": "page", "code": period}


def _window(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    made = _plain(groups, made)
    way = groups["window"].casefold()
    if way in ("first", "final"):
        return made | {"kind": "duration"}
    if way in ("latest", "recent") and "n" not in groups and way == "latest":
        return None
    shape = "next" if way in ("next", "coming", "following", "ensuing", "upcoming", "subsequent") else "last"
    made.setdefault("low", None)
    made.setdefault("high", made["low"])
    base = "text" if way in ("previous", "preceding", "following", "ensuing", "subsequent") else "page"
    if "fuzzy" in groups or way == "recent":
        made |= {"about": True}
    return made | {"kind": "duration", "shape": shape, "base": base}


def _past_unit(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    return {"kind": "duration", "shape": "last", "unit": _unit(groups["unit"]), "low": 1, "high": 1}


def _length(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    """ "two days", "a 10-hour flight"; not "19-year-old", "60 Minutes"."""
    if groups.get("long", "").casefold() in ("old", "olds") or re.match(
        r"[\s-]olds?\b", match.string[match.end() :][:6]
    ):
        return None
    if re.search(r"\b(?:one|three)-quarters?$", match[0], re.IGNORECASE):
        return None  # a share
    made = _plain(groups, made)
    return None if groups["n"].casefold() == "a" and made["unit"] == "second" else made


def _bare_length(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    return _plain(groups, made) | {"low": None, "high": None, "kind": "duration"}


def _every(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    n = {"other": 2, "second": 2, "third": 3}.get(groups.get("other", "").casefold(), 1)
    low = _amount(groups).get("low") or n
    if "weekday" in groups:
        return {"kind": "set", "code": f"XXXX-WXX-{calendar.WEEKDAYS[groups['weekday'].casefold()] + 1}"}
    if "month" in groups:
        return {"kind": "set", "code": f"XXXX-{_month(groups['month']):02d}"}
    if "season" in groups:
        return {"kind": "set", "code": f"XXXX-{calendar.SEASONS[groups['season'].casefold()]}"}
    if "day_part" in groups:
        return {"kind": "set", "code": f"XXXX-XX-XXT{calendar.DAY_PARTS[groups['day_part'].casefold()]}"}
    return {"kind": "set", "unit": _unit(groups["unit"]), "low": low, "high": low}


def _often(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    if groups["often"][0].isupper() and match.start() > 0 and match.string[match.start() - 1] not in '\n"“':
        return None
    return {"kind": "set", "code": _OFTEN[groups["often"].casefold()]}


def _rate(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    return {"kind": "set", "unit": _unit(groups["unit"]), "low": 1, "high": 1}


def _clock(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    word = groups["hour"].casefold()
    hour = ONES[word] if word in ONES else int(word)
    minute = int(groups.get("minute", 0))
    late = groups.get("ampm", "")[:1].casefold() == "p" or groups.get("day_part", "").casefold() in (
        "afternoon",
        "evening",
    )
    if ("ampm" in groups and hour > 12) or hour > 24:
        return None
    if late and hour < 12:
        hour += 12
    elif groups.get("ampm", "")[:1].casefold() == "a" and hour == 12:
        hour = 0
    return {"kind": "time", "clock": f"{hour:02d}:{minute:02d}", "code": "" if "minute" in groups else "hour"}


def _bare_day(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    """ "on the 14th": a day of the month named before; after "on", "of" and the like, for "the 4th" counts much."""
    before = match.string[max(0, match.start() - 14) : match.start()]
    return {**made, "day": int(groups["day"])} if _DAY_FOLLOWS.search(before) else None


def _day_part(match: re.Match[str], groups: dict[str, str], made: dict[str, Any]) -> dict[str, Any] | None:
    word = groups["day_part"].casefold()
    made = {"kind": "time", "day_part": word}
    if "part" in groups:
        made["part"] = {"small": "early", "wee": "early"}.get(
            groups["part"].casefold(), calendar.PARTS.get(groups["part"].casefold(), "")
        )
    return made


_READERS: dict[str, Any] = {
    "iso": _iso, "slashed": _slashed, "month day": _month_day, "day month": _day_month, "day month range": _month_day,
    "month": _month_alone, "year": _year_alone,
    "year zero": _year_zero, "year range": _year_range, "decade": _decade, "short decade": _decade,
    "century": _century, "century turn": _turn_unit, "quarter": _quarter, "q quarter": _q_quarter, "season": _season,
    "holiday": _holiday, "weekday": _weekday, "weekday of week": _stepped_weekday,
    "week turn weekday": _stepped_weekday, "a week from weekday": _week_from, "weekdays": _weekdays,
    "weekday parts": _weekdays, "turn unit": _turn_unit, "today in week": _turn_unit, "latest unit": _turn_unit,
    "ago": _ago, "unit ago": _ago, "later that": _turn_unit, "day before": _day_before, "next day": _next_day,
    "that day": _next_day, "year-earlier": _year_earlier, "window": _window, "past unit": _past_unit,
    "these units": _bare_length, "length": _length, "bare length": _bare_length, "every": _every, "daily": _often,
    "a day": _rate, "times a": _every, "clock": _clock, "24 hours": _clock, "military hours": _clock,
    "bare day": _bare_day, "o'clock": _clock, "n in the morning": _clock, "day part": _day_part, "noon": _day_part,
    "moon day month": moon_date, "moon month day": moon_date, "moon month": moon_month, "feast": feast,
}  # fmt: skip
"""Row name -> its reader; a row that is not listed is read by its groups alone."""
