"""From a match of the grammar's rows of the Islamic calendar to the fields of an Expression.

Rule: reads named groups, as fields.py does; knows which of these words are people's names too, and no calendar day.
"""

from __future__ import annotations

import re
from typing import Any

from rashomon.ground.expression import Hijri
from rashomon.lexicon.islamic import HIJRI_FEASTS, HIJRI_MONTHS
from rashomon.lexicon.numbers import ORDINALS

_LONGEST_MONTH = 30
_LEAD = re.compile(
    r"(?:\b(?:in|of|since|until|till|by|during|from|to|through|throughout|between|and|before|after|around|early|mid|late|"
    r"for|on|every|month)[\s-]+(?:the\s+)?)$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"[A-Z]\w+\s+$")
_NAME_AFTER = re.compile(r"\s+(?:al-|[A-Z][a-z])")
_TURNS = {
    "last": -1,
    "past": -1,
    "this past": -1,
    "previous": -1,
    "next": 1,
    "coming": 1,
    "this coming": 1,
    "following": 1,
}

Made = dict[str, Any]


def moon_date(match: re.Match[str], groups: dict[str, str], made: Made) -> Made | None:
    """ "10 Muharram 1440", "the 27th of Ramadan", "the first day of Ramadan"."""
    day = _day(groups)
    if not day:
        return None
    fields = _year(groups) | {"hijri": Hijri(_month(groups), day, None, _moon_year(groups))}
    return fields | ({"valid": False} if day > _LONGEST_MONTH else {})


def moon_month(match: re.Match[str], groups: dict[str, str], made: Made) -> Made | None:
    """ "Ramadan", where the words around do not make it somebody's name."""
    before, after = match.string[max(0, match.start() - 24) : match.start()], match.string[match.end() :][:12]
    told = {"moonyear", "year", "month_of", "turn"} & groups.keys()
    if not told and (_NAME_AFTER.match(after) or _NAME_BEFORE.search(before) or not _LEAD.search(before)):
        return None
    return _year(groups) | _turn(groups) | {"hijri": Hijri(_month(groups), None, None, _moon_year(groups))}


def feast(match: re.Match[str], groups: dict[str, str], made: Made) -> Made | None:
    """ "Eid al-Fitr", "the first day of Eid al-Adha 2018"."""
    month, first, last = HIJRI_FEASTS[_spelt(groups["feast"], HIJRI_FEASTS)]
    nth = _day(groups) if "ordinal" in groups else None
    if nth is not None:
        first = last = first + nth - 1
    return _year(groups) | _turn(groups) | {"hijri": Hijri(month, first, last, _moon_year(groups))}


def _day(groups: dict[str, str]) -> int | None:
    if "moonday" in groups:
        day = int(groups["moonday"])
    else:
        word = groups["ordinal"].casefold()
        day = ORDINALS.get(word) or int(re.sub(r"\D", "", word) or 0)
    return day or None


def _month(groups: dict[str, str]) -> int:
    return HIJRI_MONTHS[_spelt(groups["moon"], HIJRI_MONTHS)]


def _spelt(words: str, table: dict[str, Any]) -> str:
    """The table's own spelling of some words: apostrophes and hyphens aside."""
    return next(name for name in table if _bare(name) == _bare(words))


def _bare(words: str) -> str:
    return re.sub(r"[\s-]+", " ", re.sub(r"['’‘`ʿʾ]", "", words.casefold())).strip()


def _moon_year(groups: dict[str, str]) -> int | None:
    return int(groups["moonyear"]) if "moonyear" in groups else None


def _year(groups: dict[str, str]) -> Made:
    return {"year": int(groups["year"])} if "year" in groups else {}


def _turn(groups: dict[str, str]) -> Made:
    turn = " ".join(groups.get("turn", "").casefold().split())
    return {"turn": _TURNS.get(turn, 0)} if turn else {}
