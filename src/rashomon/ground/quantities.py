"""Quantities in a sentence: a number, what bounds it, and what it counts.

Rule: text and tokens in, Quantities out. It knows no claim; a number that belongs to a date, a name, an age or an
address is no quantity.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil, floor

from rashomon.ground.nounphrase import Phrase, counted_phrase
from rashomon.ground.numerals import Number, Numeral, find_numerals
from rashomon.lexicon.units import CURRENCY_SIGNS, unit_of
from rashomon.lexicon.vague import ABOUT_SHARE, AFTER, BEFORE, ONE_SIDED_ABOUT
from rashomon.record import Sentence
from rashomon.record.grounded import Quantifier


def _words(table: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(table, key=len, reverse=True))


_CURRENCY = _words(tuple(CURRENCY_SIGNS))
_BEFORE = re.compile(rf"(?:(?<![\w])({_words(tuple(BEFORE))})\s*)((?:{_CURRENCY})?\s*)$", re.IGNORECASE)
_STACKED = re.compile(
    r"\b(?:at\s+least|reportedly|possibly|another|other|additional|a\s+total\s+of|total|only|just|the|these|those|all|of|some|further|all\s+the|and|,)\s+$",
    re.IGNORECASE,
)
_AFTER = re.compile(rf"^\s*({_words(tuple(AFTER))})(?!\w)", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?:between|from)\s+((?:" + _CURRENCY + r")\s*)?$", re.IGNORECASE)
_TO = re.compile(rf"\s*(?:-|–|—|to|or|and)\s*(?:as\s+many\s+as\s+|up\s+to\s+)?((?:{_CURRENCY})?\s*)$", re.IGNORECASE)
_MONEY = re.compile(rf"({_CURRENCY})\s*$")
_NO_QUANTITY_BEFORE = re.compile(
    r"(?:\b(?:No|no|Nos|number|Number|Highway|Route|Flight|Unit|Brigade|Division|Article|Resolution|Section|Room|Road|page|"
    r"Page|Chapter|Group|Act|Protocol|Phase|Apollo|Boeing|Airbus|Windows|Covid|COVID|Channel|Volume|Vol|Figure|Fig|Table|Part|"
    r"Area|District|Zone|Block|Gate|Pier|Platform|Line|Interstate|Bill|Rule|Title|Level|Grade|Type|Category|Formula|Web|World War|"
    r"aged|age|Day|Week|Round|Game|Season|Episode|Euro|Mi|MiG|Su|F|B|T|M|AK|S|RPG|BM|UH|CH|AH|C|V|G|Kh|Tu|Il|A|L|Q|H|X)[.]?[\s-]*|[#§&@/]\s*)$")  # fmt: skip
_NO_QUANTITY_AFTER = re.compile(
    r"^(?:(?:st|nd|rd|th)\b|[\s-]years?[\s-]olds?\b|['’]s\b\s+[a-z]+ly|s\b|/\d|:\d|-[A-Z]{2}|\w)"
)
_NOT_ONE = re.compile(
    r"\b(?:no|any|some|every|each|this|that|another|the|which|only|last|first|next|number|day|and)\s+$|-$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """text[start:end] with its bounding words; number at text[number_start:number_end].

    low, high    closed bounds, None = open
    values       the figures as written, before any bound is read into them (two of a range)
    quantifier   see record.Count
    of           the phrase counted, None = nothing is said
    unit         see record.Count; money: currency in `of_text`
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


def find_quantities(text: str, sentence: Sentence, taken: Sequence[tuple[int, int]] = ()) -> list[Quantity]:
    """The quantities of a sentence, in order; `taken` are runs of text that are times, and hold none."""
    numerals = [n for n in find_numerals(text, sentence.start, sentence.end) if _counts(text, sentence, n, taken)]
    out: list[Quantity] = []
    skip = -1
    for index, number in enumerate(numerals):
        if index == skip:
            continue
        second = numerals[index + 1] if index + 1 < len(numerals) else None
        if second is not None and _is_range(text, number, second):
            out.append(_quantity(text, sentence, number, second))
            skip = index + 1
        else:
            out.append(_quantity(text, sentence, number, None))
    return out


def _counts(text: str, sentence: Sentence, number: Numeral, taken: Sequence[tuple[int, int]]) -> bool:
    if any(start < number.end and number.start < end for start, end in taken):
        return False
    before = text[max(sentence.start, number.start - 18) : number.start]
    after = text[number.end : min(sentence.end, number.end + 18)]
    if _NO_QUANTITY_AFTER.match(after) or (number.kind == "figure" and _NO_QUANTITY_BEFORE.search(before)):
        return False
    if number.low == number.high == 1 and number.kind == "word":
        return not _NOT_ONE.search(before) and bool(
            re.match(r"[\s-]+(?!of\b|day\b|another\b|who\b|that\b|is\b|was\b|to\b|can\b|in\b|side\b)[a-z]", after)
        )
    return True


def _is_range(text: str, first: Numeral, second: Numeral) -> bool:
    between = text[first.end : second.start]
    joined = _TO.fullmatch(between)
    if not joined or "vague" in (first.kind, second.kind):
        return False
    if re.search(r"\band\b", between):
        return bool(re.search(r"\bbetween\b", text[max(0, first.start - 12) : first.start], re.IGNORECASE))
    low = first.low * (second.scale if first.scale == 1 and first.low < 1000 else 1)
    return low < second.high


def _quantity(text: str, sentence: Sentence, first: Numeral, second: Numeral | None) -> Quantity:
    end = second.end if second else first.end
    low, high = first.low, (second or first).high
    if second and first.scale == 1 < second.scale and first.low < 1000:
        low *= second.scale
    start, quantifier, lead = _lead(text, sentence, first.start, second is not None)
    tail = _AFTER.match(text[end : sentence.end])
    if tail and quantifier == "exact":
        quantifier = AFTER[" ".join(tail[1].casefold().split())]
        end += tail.end()
    phrase = counted_phrase(text, sentence, end)
    if phrase and quantifier == "exact" and not tail:
        late = _AFTER.match(text[phrase.end : sentence.end])
        if late and late[1].casefold() not in ("plus", "+"):
            quantifier = AFTER[" ".join(late[1].casefold().split())]
    money = _MONEY.search(text[max(sentence.start, first.start - 5) : first.start])
    if money:
        start = min(start, first.start - len(money[0]))
    if second:
        quantifier = "between" if quantifier in ("exact", "about") else quantifier
    elif first.kind == "vague" and quantifier == "exact":
        quantifier = "vague"
    bounds = bound(low, high, quantifier, one_sided=lead in ONE_SIDED_ABOUT)
    values = (low, high) if second else (first.low, first.high) if first.kind == "vague" else (first.low,)
    unit, named = _unit(text, phrase, money)
    return Quantity(start, end, first.start, (second or first).end, *bounds, values, quantifier, unit, phrase, named)


def _unit(text: str, phrase: Phrase | None, money: re.Match[str] | None) -> tuple[str, str]:
    if money:
        return "money", CURRENCY_SIGNS.get(money[1], money[1])
    if phrase is None:
        return "thing", ""
    return unit_of(phrase.head), text[phrase.start : phrase.end]


def _lead(text: str, sentence: Sentence, start: int, ranged: bool) -> tuple[int, Quantifier, str]:
    """Where the words before a number begin that bound it, the quantifier they make, and the words."""
    at, quantifier, words = start, "exact", ""
    window = max(sentence.start, start - 40)
    between = _BETWEEN.search(text[window:start]) if ranged else None
    if between:
        return window + between.start(), "exact", "between"
    found = _BEFORE.search(text[window:start])
    if not found:
        stacked = _STACKED.search(text[window:start])
        if stacked:
            found = _BEFORE.search(text[window : window + stacked.start()])
            if found and found[1].casefold() in ("over", "under", "some", "above", "below"):
                found = None
    if found:
        words = " ".join(found[1].casefold().split())
        at, quantifier = window + found.start(), BEFORE[words]
        outer = _BEFORE.search(text[max(sentence.start, at - 25) : at])
        if outer and quantifier == "about" and words in ("some", "an estimated", "estimated", "about", "around"):
            words = " ".join(outer[1].casefold().split())
            at, quantifier = max(sentence.start, at - 25) + outer.start(), BEFORE[words]
    return at, quantifier, words  # type: ignore[return-value]


def bound(
    low: Number, high: Number, quantifier: Quantifier, one_sided: bool = False
) -> tuple[Number | None, Number | None]:
    """The closed bounds that a quantifier makes of a number (DESIGN.md; about n = n ± 10 %)."""
    if quantifier == "about":
        return _about(low, high, one_sided)
    if quantifier == "at least":
        return low, None
    if quantifier == "more than":
        return (low + 1 if isinstance(low, int) else low), None
    if quantifier == "at most":
        return None, high
    if quantifier == "less than":
        return None, (high - 1 if isinstance(high, int) else high)
    return low, high


def _about(low: Number, high: Number, one_sided: bool) -> tuple[Number, Number]:
    """n ± 10 %, whole where n is whole, and never less than ± 1 for a whole number above 1."""
    whole = isinstance(low, int) and isinstance(high, int)
    least, most = low - abs(low) * ABOUT_SHARE, high + abs(high) * ABOUT_SHARE
    if whole:
        least, most = min(ceil(round(least, 6)), low - 1 if low > 1 else low), max(floor(round(most, 6)), high + 1)
    return least, (high if one_sided else most)


def with_of(quantity: Quantity, phrase: Phrase, text: str) -> Quantity:
    """The same number of another thing (the head of an elliptic "25 of them")."""
    return replace(quantity, of=phrase, of_text=text, unit=unit_of(phrase.head))
