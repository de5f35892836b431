"""Words to what the encoder is fed: word pieces, shapes, distances.

Rule: pure, the same at training and at run time; a change here is a change of the model. numpy and tokenizers only.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

Ints = NDArray[np.int64]

CLS, SEP, UNK, PAD = 101, 102, 100, 0
MAX_PIECES = 8  # pieces kept of one word: addresses and OCR dust are cut, names are shorter
SHAPES = 12  # shapes of a word; those of a sentence's first word stand SHAPES higher
_SHAPE_CACHE = 65536


@lru_cache(maxsize=_SHAPE_CACHE)
def shape(word: str) -> int:
    """The casing of a word: 1 lower, 2 Title, 3 UPPER, 4 single capital, 5 mixed, 6 digits, 7 digits and letters,
    8 stop, 9 quotation mark, 10 other mark, 11 letters without case; 0 is kept for pieces that are no word's."""
    if word.islower():
        return 7 if any(c.isdigit() for c in word) else 1
    if word.isupper():
        if any(c.isdigit() for c in word):
            return 7
        return 4 if len(word.rstrip(".")) == 1 else 3
    if word[:1].isupper():
        return 2 if word[1:].islower() else 5
    if any(c.isdigit() for c in word):
        return 6
    if any(c.isalpha() for c in word):
        return 5 if any(c.isupper() for c in word) else 11
    if word in (".", "!", "?", "..."):
        return 8
    return 9 if word in ('"', "'", "“", "”", "‘", "’", "``", "''", "«", "»") else 10


def shapes(words: Sequence[str]) -> list[int]:
    """The shapes of one sentence's words; the first word's stands SHAPES higher."""
    found = [shape(word) for word in words]
    if found:
        found[0] += SHAPES
    return found


class Pieces:
    """Word pieces of single words, remembered."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        """The pieces of each word, one at least (the unknown piece), MAX_PIECES at most."""
        known = self._known
        fresh = list({word for word in words if word not in known})
        if fresh:
            if len(known) > _SHAPE_CACHE:
                known.clear()
                fresh = list(set(words))
            encoded = self._tokenizer.encode_batch([_plain(word) for word in fresh], add_special_tokens=False)
            for word, got in zip(fresh, encoded, strict=True):
                known[word] = tuple(got.ids[:MAX_PIECES]) or (UNK,)
        return [known[word] for word in words]


def _plain(word: str) -> str:
    """Typographic quotes and dashes as the vocabulary has them, lone surrogates replaced."""
    if word.isascii():
        return word
    word = word.translate(_TYPOGRAPHY)
    return "".join("?" if unicodedata.category(c) == "Cs" else c for c in word)


_TYPOGRAPHY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-"})

_STEPS = (16, 24, 40, 80)  # where a bucket of distance begins, in words
INSIDE = 41


def distances(words: Ints, first: Ints, last: Ints) -> Ints:
    """Buckets [P, L] of the signed distance from each word to its predicate, the run first..last (inclusive), both [P].

    Up to fifteen words apart each distance has its own bucket; 41 is inside the predicate after its first word."""
    d = words - first[:, None]
    far = np.abs(d)
    bucket = np.searchsorted(np.asarray(_STEPS), far, side="right")
    signed = np.where(bucket == 0, 21 + d, np.where(d > 0, 36 + bucket, 6 - bucket))
    return np.where((d > 0) & (words <= last[:, None]), INSIDE, signed).astype(np.int64)
