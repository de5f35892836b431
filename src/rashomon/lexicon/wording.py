"""Words made comparable: folding, content words, stems, and the words that carry no content.

Rule: functions over str, no record, no table of any subject. Linking and weighing compare texts through this file
only, so that "the same word" means one thing everywhere.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache


def word_set(table: str) -> frozenset[str]:
    """The words of a table written as running text."""
    return frozenset(table.split())


FUNCTION_WORDS = word_set(
    """
    a about above across after again against all almost along already also although always am among an and
    another any are around as at be became because been before being below between both but by can cannot could
    did do does doing down during each either else ever every few for from further had has have having he her
    here hers herself him himself his how however i if in into is it its itself just least less let like made
    make many may me might more most much must my near nearly neither never no nor not now of off often on once
    one only onto or other others our out over own per perhaps quite rather same she should since so some still
    such than that the their them themselves then there therefore these they this those though through thus to
    too toward towards two under until up upon us very was way we well were what when where whether which while
    who whom whose why will with within without would yet you your
    """
)
"""Closed-class words of English; numerals and days are kept, since they tell events apart."""

REPORTING_WORDS = word_set(
    """
    say said says saying told tell tells report reported reports reporting according claim claimed claims add
    added adds statement source sources confirm confirmed spokesman spokeswoman spokesperson news agency media
    official officials announce announced described earlier later today yesterday monday tuesday wednesday
    thursday friday saturday sunday
    """
)
"""Words that pages share because they are news, not because they tell of one event."""

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_PUNCTUATION = re.compile(r"[^\w\s]+")


@lru_cache(maxsize=1 << 18)
def fold(text: str) -> str:
    """Case, accents and punctuation dropped, blanks single: "Deir ez-Zor" and "deir ez zor" are one."""
    plain = unicodedata.normalize("NFKD", text)
    plain = "".join(ch for ch in plain if not unicodedata.combining(ch)).casefold()
    return " ".join(_PUNCTUATION.sub(" ", plain.replace("’", "'").replace("'s ", " ")).replace("_", " ").split())


def words(text: str) -> list[str]:
    """The words of a text in order, as printed; hyphens and apostrophes hold a word together."""
    return [_POSSESSIVE.sub("", match) for match in _WORD.findall(text)]


@lru_cache(maxsize=1 << 18)
def stem(word: str) -> str:
    """What the inflections of one word share: "evacuated", "evacuating", "evacuation" give "evacuat".

    Suffix stripping after Porter (1980), only the steps that matter for comparing: never an index for search.
    """
    if len(word) <= 3 or not word.isalpha():
        return word
    for suffix, least in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            base = word[: -len(suffix)]
            if suffix in ("ies", "ied"):
                return base + "y" if len(base) > 2 else base + "ie"
            return _undouble(base)
    return word[:-1] if word.endswith("e") and len(word) > 4 else word


_SUFFIXES: tuple[tuple[str, int], ...] = (
    ("ations", 3), ("ation", 3), ("ments", 4), ("ment", 4), ("ings", 3), ("ing", 3), ("ities", 3), ("ity", 3),
    ("ions", 4), ("ion", 4), ("ies", 2), ("ied", 2), ("edly", 3), ("ers", 4), ("ors", 4), ("er", 4), ("or", 4),
    ("ates", 3), ("ated", 3), ("ate", 3), ("eed", 3), ("ed", 3), ("es", 3), ("ly", 4), ("al", 5), ("s", 3),
)  # fmt: skip


def _undouble(base: str) -> str:
    if base.endswith("at") and len(base) > 4:
        base = base[:-2]
    if len(base) > 3 and base[-1] == base[-2] and base[-1] not in "aeiouls":
        return base[:-1]
    return base[:-1] if base.endswith("e") and len(base) > 4 else base


def content_words(text: str) -> list[str]:
    """Folded stems of the words that carry content, in order; function words and reporting words are left out."""
    return [stem(word) for word in fold(text).split() if word not in FUNCTION_WORDS and word not in REPORTING_WORDS]


@lru_cache(maxsize=1 << 16)
def content_set(text: str) -> frozenset[str]:
    """The content words of a text as a set (cached: a claim meets many others)."""
    return frozenset(content_words(text))


def is_capitalised(word: str) -> bool:
    """True for a word that starts with an upper-case letter."""
    return word[:1].isupper()


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words as a share of the smaller set, in [0, 1]; 0 when either is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared words as a share of all, in [0, 1]; 0 when both are empty."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0
