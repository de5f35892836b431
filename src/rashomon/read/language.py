"""The language of a text and of its parts, offline.

Lives here: the sure signs of English, one call to the language identifier for all else, when not to trust it, and which
language a page is in. Must not know: lines, how blocks were made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from rashomon.record import ARTICLE_KINDS, Block

SHORTEST = 40
"""Letters. Below this the identifier is right less often than nine times in ten."""

LONGEST = 4_000
"""Characters of a page looked at; more changes no answer and costs time."""

LONGEST_BLOCK = 1_000
"""Characters of a block looked at."""

_WORD = re.compile(r"[^\W\d_]+")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]+")

_ENGLISH = frozenset(
    "the of and to that with for from which this have has had were been they their would should".split()
)
"""Words that are common in English and rare or missing in its neighbours: no "in", "is", "was", "an", "on"."""

ENGLISH_SHARE = 0.12
"""Share of such words from which a text is English: running English has a fifth to a third, no other language that
shares some of them (Dutch "of", "had", "have") comes near; names and headlines go to the identifier."""

FOREIGN_SHARE = 0.04
"""Share of such words above which no other language is believed."""

SURE = 0.99
"""Probability from which the identifier is believed of a line in Latin letters: of 1,100 lines of English pages it took
six for another language, and they were."""

NO_LANGUAGE = "zxx"
"""What the identifier calls addresses, codes and rows of figures."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, None when the text is too short to tell."""
    sample = text[:LONGEST]
    spoken = _WORD.findall(sample.casefold())
    if sum(map(len, spoken)) < SHORTEST:
        return None
    if _english(spoken) >= ENGLISH_SHARE:
        return "en"
    code: str = _identifier().classify(sample)[0]
    return code


def sure_language(text: str) -> str | None:
    """The code of a text's language, None where it is not beyond doubt: texts too short, names, headlines."""
    sample = text[:LONGEST_BLOCK]
    spoken = _WORD.findall(sample.casefold())
    letters = sum(map(len, spoken))
    if letters < SHORTEST:
        return None
    english = _english(spoken)
    if english >= ENGLISH_SHARE:
        return "en"
    if english > FOREIGN_SHARE:
        return None
    code, probability = _identifier().classify(sample)
    latin = 2 * sum(map(len, _LATIN.findall(sample))) > letters
    return str(code) if code != NO_LANGUAGE and (probability >= SURE or not latin) else None


def page_language(text: str, blocks: Sequence[Block]) -> str | None:
    """The language of most letters of the article whose language is beyond doubt, else of the article as a whole, else
    of all there is."""
    article = [text[b.start : b.end] for b in blocks if b.kind in ARTICLE_KINDS]
    weights: Counter[str] = Counter()
    for words in article:
        if told := sure_language(words):
            weights[told] += len(words)
    if weights:
        return max(weights, key=lambda code: (weights[code], code))
    return language_of("\n\n".join(article) or text)


def mark_foreign(text: str, blocks: Sequence[Block], language: str | None) -> tuple[Block, ...]:
    """The blocks, those in another language than the page's with ("language", code) in their meta."""
    return tuple(_marked(block, sure_language(text[block.start : block.end]), language) for block in blocks)


def _marked(block: Block, own: str | None, language: str | None) -> Block:
    if own is None or own == language:
        return block
    return replace(block, meta=tuple(sorted((*block.meta, ("language", own)))))


def _english(spoken: Sequence[str]) -> float:
    return len([word for word in spoken if word in _ENGLISH]) / len(spoken)


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
