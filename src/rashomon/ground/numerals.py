"""Numbers in text: figures, number words and vague words, each with what it is worth.

Rule: finds numbers and nothing else; what they count, what bounds them and whether they belong to a date is decided
elsewhere. Pure: text in, Numerals out, in text order, not overlapping.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from rashomon.lexicon.numbers import FRACTION_SIGNS, FRACTIONS, GROUPS, ONES, SCALE_SIGNS, SCALES, TENS
from rashomon.lexicon.units import COUNTED, unit_of
from rashomon.lexicon.vague import VAGUE_WORDS

Number = int | float
_MONEY_BEFORE = re.compile(r"[$£€¥₹]\s?$|\b(?:PS|RM|US|Rs|USD|EUR|GBP)\s?$")
_DOTTED = re.compile(r"[-−]?\d{1,3}(?:\.\d{3})+")
_NOUN_AFTER = re.compile(r"\s+(?:\w+\s+)??(\w{4,})\b")
LONGEST_FIGURE = 18
"""Digits; a longer run is an identifier, not a quantity, and is left aside."""


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, text[start:end].

    low, high  its value: equal for an exact number, the bounds of the table for a vague word
    scale      the factor that was written as a word or sign (million = 1_000_000), 1 when none was
    kind       "figure" (digits), "word" (number words), "vague" (lexicon/vague.py)
    """

    start: int
    end: int
    low: Number
    high: Number
    scale: int = 1
    kind: str = "figure"


Vague = tuple[tuple[str, int, int], ...]
"""Vague words with their least and most, in place of rows of lexicon/vague.py."""


@lru_cache(maxsize=4)
def _bounds(vague: Vague) -> dict[str, tuple[int, int]]:
    return {**VAGUE_WORDS, **{" ".join(word.casefold().split()): (low, high) for word, low, high in vague}}


@lru_cache(maxsize=4)
def _pattern(own: Vague) -> re.Pattern[str]:
    vague = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(_bounds(own), key=len, reverse=True))
    scales = "|".join(SCALES)
    signs = "|".join(sorted(SCALE_SIGNS, key=len, reverse=True))
    fractions = "".join(FRACTION_SIGNS)
    shares = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in FRACTIONS)
    atom = "|".join(sorted((*ONES, *TENS, *SCALES, "dozen", "score"), key=len, reverse=True))
    figure = (
        rf"(?P<figure>(?:(?<![\w.,/:])|(?<=\bPS)|(?<=\bRM)|(?<=\bUS)|(?<=\bRs)|(?<=\bUSD)|"
        rf"(?<=\bEUR)|(?<=\bGBP))[-−]?"
        rf"(?:\d{{1,3}}(?:\.\d{{3}}){{2,}}(?![\d.])|\d{{1,3}}(?:,\d{{3}}|, ?000)+|"
        rf"\d{{1,3}}(?:[ \u00a0\u202f]\d{{3}})+(?!\d)|\d+)"
        rf"(?:\.\d+)?|(?<![\w.])\.\d+)(?:\s?(?P<part>[{fractions}])|[ -](?P<over>\d/\d{{1,2}})(?!\d))?"
        rf"(?:(?P<scale>[\s-]+(?:{scales}|dozen)s?)\b|(?P<sign>{signs})\b)?"
    )
    words = (
        rf"(?P<words>\b(?:(?:a|an|half\s+an?)[\s-]+(?:{scales}|dozen|score)|(?:{atom}))"
        rf"(?:(?:[\s-]+(?:and[\s-]+)?|\s+point\s+)(?:{atom}))*)\b"
    )
    lone = (
        rf"(?P<lone>[{fractions}])|(?P<share>\b(?:{shares})\b)|"
        r"(?<![\w/.,-])(?P<slashed>1/[2-9]\d?|1/1\d|[2-9]/[3-9])(?![\w/])"
    )
    return re.compile(rf"(?P<vague>\b(?:{vague})\b)|{lone}|{figure}|{words}", re.IGNORECASE)


def find_numerals(text: str, start: int = 0, end: int | None = None, vague: Vague = ()) -> list[Numeral]:
    """Every number of text[start:end], in order; `vague` words mean what is said there."""
    return list(_scan(text, start, len(text) if end is None else end, vague))


def _scan(text: str, start: int, end: int, vague: Vague) -> Iterator[Numeral]:
    for match in _pattern(vague).finditer(text, start, end):
        if match["vague"]:
            low, high = _bounds(vague)[" ".join(match["vague"].casefold().split())]
            yield Numeral(match.start(), match.end(), low, high, kind="vague")
        elif match["figure"]:
            yield from _figure(match)
        elif match["words"]:
            yield from _words(match)
        else:
            value = _fraction(match)
            yield Numeral(match.start(), match.end(), value, value)


def _fraction(match: re.Match[str]) -> float:
    if match["share"]:
        return FRACTIONS[" ".join(match["share"].casefold().split())]
    if match["slashed"]:
        over, under = match["slashed"].split("/")
        return int(over) / int(under)
    return FRACTION_SIGNS[match["lone"]]


def _figure(match: re.Match[str]) -> Iterator[Numeral]:
    digits = re.sub(r"[,\s\u00a0\u202f]", "", match["figure"]).replace("−", "-")
    if len(digits) > LONGEST_FIGURE:
        return
    if _dots_group(match):
        digits = digits.replace(".", "")
    value: Number = float(digits) if "." in digits else int(digits)
    value += FRACTION_SIGNS.get(match["part"] or "", 0)
    if match["over"]:
        over, under = map(int, match["over"].split("/"))
        value += over / under if under else 0
    sign = match["sign"] if not _is_measure(match) else None
    scale = _scale(match["scale"], sign)
    end = match.end() if sign or not match["sign"] else match.start("sign")
    worth = _tidy(value * scale)
    yield Numeral(match.start(), end, worth, worth, scale)


def _dots_group(match: re.Match[str]) -> bool:
    """True where dots part thousands, as on the European mainland: "1.250.000", "2.000 miners", "12.500 people"."""
    if not _DOTTED.fullmatch(match["figure"]) or match["scale"] or match["sign"]:
        return False
    if match["figure"].count(".") > 1:
        return True
    following = _NOUN_AFTER.match(match.string, match.end())
    unit = unit_of(following[1]) if following else ""
    return unit in COUNTED or (unit == "thing" and match["figure"].endswith(".000"))


def _is_measure(match: re.Match[str]) -> bool:
    """ "37m": metres, unless money stands before."""
    return (match["sign"] or "").casefold() in ("m", "b", "mm") and not _MONEY_BEFORE.search(
        match.string[: match.start()][-4:]
    )


def _scale(word: str | None, sign: str | None) -> int:
    if word:
        name = word.strip(" \t\n-").casefold().removesuffix("s")
        return GROUPS["dozen"] if name == "dozen" else SCALES[name]
    return SCALE_SIGNS[sign.casefold()] if sign else 1


def _words(match: re.Match[str]) -> Iterator[Numeral]:
    parts = re.findall(r"[a-z]+", match["words"].casefold())
    value = worth(parts)
    if value is not None:
        tail = SCALES.get(parts[-1], 1)
        yield Numeral(match.start(), match.end(), value, value, scale=tail, kind="word")


def worth(words: list[str]) -> Number | None:
    """The value of number words ("two", "hundred", "and", "six" = 206); None when they do not make one number."""
    if "point" in words:
        return _with_point(words)
    total: Number = 0
    current: Number = 0
    last = 0
    for word in words:
        if word in ("and", "a", "an"):
            continue
        if word == "half":
            current = 0.5
        elif word in ONES or word in TENS:
            value = ONES.get(word, TENS.get(word, 0))
            if last and last < 10 * (10 if value > 9 else 1) and last <= 19:
                return None
            current, last = current + value, value
        elif word in ("hundred", "dozen", "score"):
            current, last = (current or 1) * (SCALES.get(word) or GROUPS[word]), 0
        else:
            total, current, last = total + (current or 1) * SCALES[word], 0, 0
    return _tidy(total + current)


def _with_point(words: list[str]) -> Number | None:
    at = words.index("point")
    whole, digits = worth(words[:at]), words[at + 1 :]
    if whole is None or not all(word in ONES for word in digits):
        return None
    return float(f"{whole}." + "".join(str(ONES[word]) for word in digits))


def _tidy(value: Number) -> Number:
    """Whole numbers as int; a product such as 1.1 million without the dust of binary fractions."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded
