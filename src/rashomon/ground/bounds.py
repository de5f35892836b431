"""What the words around a number make of it: at least, about, less than ... and the closed bounds that follow.

Rule: reads lexicon/vague.py; knows numbers and words, no nouns.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from math import ceil, floor

from rashomon.ground.numerals import Number
from rashomon.lexicon.units import CURRENCY_SIGNS
from rashomon.lexicon.vague import ABOUT_SHARE, AFTER, BEFORE
from rashomon.record.grounded import Quantifier

LEAD_REACH = 40
"""Characters before a number in which bounding words are looked for ("in the region of some")."""


def either(words: Iterable[str]) -> str:
    """Alternatives, longest first, with any blanks."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


CURRENCY = either(CURRENCY_SIGNS)
_LEADING = re.compile(rf"(?:(?<![\w])({either(BEFORE)})\s*)((?:{CURRENCY})?\s*)$", re.IGNORECASE)
_STACKED = re.compile(
    r"\b(?:reportedly|possibly|another|other|additional|a\s+total\s+of|total|only|just|the|these|those|all|of|some|"
    r"further|all\s+the|a|an)\s+$",
    re.IGNORECASE,
)
_SPATIAL = ("over", "under", "some", "above", "below", "around", "beyond")
"""Leading words that are prepositions of place unless a number follows at once."""
_INNER = ("some", "an estimated", "estimated", "about", "around", "approximately", "roughly")
"""Words of approximation before which another bounding word may stand ("at least some 40")."""
_TRAILING = re.compile(rf"\s*({either(AFTER)})(?!\w)", re.IGNORECASE)


def leading(text: str, begin: int, start: int) -> tuple[int, Quantifier, str]:
    """Where the bounding words before text[start:] begin (not before `begin`), the quantifier they make, the words."""
    window = max(begin, start - LEAD_REACH)
    found = _LEADING.search(text[window:start])
    if not found:
        stacked = _STACKED.search(text[window:start])
        found = _LEADING.search(text[window : window + stacked.start()]) if stacked else None
        if found and found[1].casefold() in _SPATIAL:
            found = None
    if not found:
        return start, "exact", ""
    words, at = _plain(found[1]), window + found.start()
    outer = _LEADING.search(text[max(begin, at - LEAD_REACH) : at]) if words in _INNER else None
    if outer:
        words, at = _plain(outer[1]), max(begin, at - LEAD_REACH) + outer.start()
    return at, BEFORE[words], words


def trailing(text: str, end: int, stop: int) -> tuple[int, Quantifier] | None:
    """Where the bounding words right after text[:end] end, and the quantifier they make ("or more"); None = none."""
    found = _TRAILING.match(text, end, stop)
    return (found.end(), AFTER[_plain(found[1])]) if found else None


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


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
    least, most = low - abs(low) * ABOUT_SHARE, high + abs(high) * ABOUT_SHARE
    if isinstance(low, int) and isinstance(high, int):
        least = min(ceil(round(least, 6)), low - 1 if low > 1 else low)
        most = max(floor(round(most, 6)), high + 1)
    return least, (high if one_sided else most)
