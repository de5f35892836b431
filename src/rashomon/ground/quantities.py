"""Quantities in a sentence: a number, what bounds it, and what it counts.

Rule: text and tokens in, Quantities out. It knows no claim; whether a number counts at all stands in numbernames.py,
what bounds it in bounds.py, what it counts in nounphrase.py.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.ground.bounds import CURRENCY, bound, leading, trailing
from rashomon.ground.nounphrase import Phrase, counted_phrase
from rashomon.ground.numbernames import is_quantity
from rashomon.ground.numerals import Number, Numeral, Vague, find_numerals
from rashomon.lexicon.numbers import SCALES
from rashomon.lexicon.units import CURRENCY_SIGNS, UNIT_SIGNS, unit_of
from rashomon.lexicon.vague import ONE_SIDED_ABOUT
from rashomon.record import Sentence
from rashomon.record.grounded import Quantifier

_UNIT = r"(?:\s?(?:%|percent|per\s*cent|[a-zA-Z°]{1,5}\b|million|billion|thousand)){0,2}?"
_TO = re.compile(
    rf"{_UNIT}\s*(-|–|—|-?to-?|or|and|/)\s*(?:as\s+many\s+as\s+|up\s+to\s+)?(?:(?:{CURRENCY})?\s*)", re.IGNORECASE
)
_RANGE_LEAD = re.compile(rf"\b(between|from)\s+(?:(?:{CURRENCY})\s*)?$", re.IGNORECASE)
_MONEY = re.compile(rf"({CURRENCY})\s*$")
_NUMBER_OF = re.compile(r"\b(?:number|tally|total)\s+of\b(?:\s+\w+ed\b(?=\s+[a-z]{3,}s\b))?", re.IGNORECASE)
"""A participle before a plural is passed over ("the number of displaced families")."""
_NUMBER_IS = re.compile(
    r"\b(?:is|was|were|are|be|been|at|to|stood|stands|reached|reaches|exceeded|totall?ed)\s+"
    r"(?:(?:at|to|about|around|some|nearly|almost|over|more\s+than|at\s+least|estimated|now|approximately|only)\s+){0,3}"
    r"[\d,.]+(?:\s+(?:million|thousand))?$",
    re.IGNORECASE,
)
"""The words between what is counted and its number, up to the number's end."""
_AGE = re.compile(r"[\s-]+years?[\s-]olds?\b")
_SIGN = re.compile(r"[A-Za-z]+\b")


@dataclass(frozen=True, slots=True)
class Quantity:
    """text[start:end] with its bounding words; the number itself at text[number_start:number_end].

    low, high    closed bounds, None = open
    values       the figures as written, before any bound is read into them (two of a range, in text order)
    quantifier   see record.Count
    unit         see record.Count; "age" for "12-year-old"
    of           the phrase counted, None = nothing is said; of_text: its words, or the currency
    """

    start: int
    end: int
    number_start: int
    number_end: int
    low: Number | None
    high: Number | None
    values: tuple[Number, ...]
    quantifier: Quantifier
    unit: str
    of: Phrase | None = None
    of_text: str = ""


def find_quantities(
    text: str, sentence: Sentence, taken: Sequence[tuple[int, int]] = (), vague: Vague = ()
) -> list[Quantity]:
    """The quantities of a sentence, in order; `taken` are runs of text that are times, and hold none; `vague` words
    mean what is said there."""
    found = find_numerals(text, sentence.start, sentence.end, vague)
    numerals = [n for n in found if _counts(text, sentence, n, taken)]
    out: list[Quantity] = []
    joined = False
    followers: list[Numeral | None] = [*numerals[1:], None]
    for first, second in zip(numerals, followers[: len(numerals)], strict=True):
        if joined:
            joined = False
            continue
        joined = second is not None and _is_range(text, first, second)
        out.append(_quantity(text, sentence, first, second if joined else None))
    return out


def _counts(text: str, sentence: Sentence, number: Numeral, taken: Sequence[tuple[int, int]]) -> bool:
    if any(start < number.end and number.start < end for start, end in taken):
        return False
    return is_quantity(text, sentence, number)


def _is_range(text: str, first: Numeral, second: Numeral) -> bool:
    """ "20 to 46", "between 15 and 17", "from 4.8 percent to 4.7 percent"."""
    between = _TO.fullmatch(text, first.end, second.start)
    if not between or "vague" in (first.kind, second.kind):
        return False
    lead = _RANGE_LEAD.search(text[max(0, first.start - 12) : first.start])
    word = between[1].casefold()
    if word == "and":
        return bool(lead and lead[1].casefold() == "between")
    if word == "to" and lead:
        return True
    unit = text[first.end : between.start(1)].strip()
    alike = not unit or text[second.end :].lstrip().startswith(unit) or unit.casefold() in SCALES
    return alike and _scaled(text, first, second) < second.high


def _scaled(text: str, first: Numeral, second: Numeral) -> Number:
    """ "80 to 100 thousand": the scale of the second is the first's too, unless money is named again."""
    again = _MONEY.search(text[first.end : second.start])
    shared = first.scale == 1 < second.scale and first.low < 1000 and not again
    return first.low * second.scale if shared else first.low


def _quantity(text: str, sentence: Sentence, first: Numeral, second: Numeral | None) -> Quantity:
    end = (second or first).end
    start, quantifier, words = leading(text, sentence.start, first.start)
    phrase, end, quantifier = _counted(text, sentence, end, quantifier)
    money = _MONEY.search(text[max(sentence.start, first.start - 5) : first.start])
    start = min(start, first.start - len(money[0])) if money else start
    values = _values(text, first, second)
    if second:
        lead = _RANGE_LEAD.search(text[max(sentence.start, first.start - 12) : first.start])
        start = min(start, first.start - len(lead[0])) if lead else start
        quantifier = "between" if quantifier in ("exact", "about") else quantifier
    elif first.kind == "vague" and quantifier == "exact":
        quantifier = "vague"
    bounds = bound(min(values), max(values), quantifier, words in ONE_SIDED_ABOUT)
    unit, named = _unit(text, end, phrase, money)
    return Quantity(start, end, first.start, (second or first).end, *bounds, values, quantifier, unit, phrase, named)


def _counted(text: str, sentence: Sentence, end: int, quantifier: Quantifier) -> tuple[Phrase | None, int, Quantifier]:
    """The phrase counted, the end of the number with its trailing words, and the quantifier they make."""
    tail = trailing(text, end, sentence.end)
    if tail and quantifier == "exact":
        end, quantifier = tail
    phrase = counted_phrase(text, sentence, end) or _told_before(text, sentence, end)
    if phrase and quantifier == "exact":
        late = trailing(text, phrase.end, sentence.end)
        if late and text[late[0] - 1] not in "s+":
            quantifier = late[1]
    return phrase, end, quantifier


def _told_before(text: str, sentence: Sentence, end: int) -> Phrase | None:
    """ "The number of people brought there was 386": what is counted stands before."""
    before = text[sentence.start : end]
    number = _NUMBER_OF.search(before)
    if number is None or not _NUMBER_IS.search(before, number.end()):
        return None
    return counted_phrase(text, sentence, sentence.start + number.end())


def _values(text: str, first: Numeral, second: Numeral | None) -> tuple[Number, ...]:
    if second:
        return _scaled(text, first, second), second.high
    return (first.low, first.high) if first.kind == "vague" else (first.low,)


def _unit(text: str, end: int, phrase: Phrase | None, money: re.Match[str] | None) -> tuple[str, str]:
    if money:
        return "money", CURRENCY_SIGNS.get(money[1], money[1])
    if _AGE.match(text, end):
        return "age", "years of age"
    sign = _SIGN.match(text, end)
    if sign and sign[0] in UNIT_SIGNS:
        return UNIT_SIGNS[sign[0]], sign[0]
    return (unit_of(phrase.head), text[phrase.start : phrase.end]) if phrase else ("thing", "")
