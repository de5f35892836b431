"""The two forms under which a place name is found: folded, and by its sounds.

Rule: pure functions over a name. The folded form keeps the spelling; the sound key lets al-Hasakah, Hasaka and
Al Hassakeh meet, and has more false friends, so that a hit by it says so.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rashomon.lexicon.transliteration import ARABIC, ARTICLES, CYRILLIC, DIGRAPHS, ENDINGS

_LETTERS = {
    ord(letter): latin
    for letter, latin in {
        **CYRILLIC,
        **ARABIC,
        "ß": "ss",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
    }.items()
}
_NO_WORD = re.compile(r"[^a-z0-9]+")
_MARKS = re.compile(r"[’'`´‘ʻʼʾʿ]")
_VOWELS = str.maketrans("", "", "aiu")
_DOUBLES = re.compile(r"(.)\1+")
LEAST_SKELETON = 3
"""Letters of a sound key at least; "hm" would meet Homs, Hama and Huma."""
_SAINT = re.compile(r"\b(?:st|ste)\b")


@lru_cache(maxsize=1 << 16)
def folded(name: str) -> str:
    """Lower case, Latin letters without marks, one blank between words, no punctuation; "" when nothing is left."""
    if name.isascii():
        plain = name.lower()
    else:
        plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
        plain = "".join(ch for ch in plain if not unicodedata.combining(ch)).translate(_LETTERS)
    plain = _NO_WORD.sub(" ", _MARKS.sub("", plain)).strip()
    return _SAINT.sub("saint", plain) if "st" in plain else plain


@lru_cache(maxsize=1 << 14)
def sounds(name: str) -> str:
    """The name by its sounds, vowels folded to a, i, u: without articles, doubles and endings ("hasak")."""
    words = folded(name).split()
    if len(words) > 1:
        words = [word for word in words if word not in ARTICLES] or words
    return "".join(_sounds(word) for word in words)


def skeleton(heard: str) -> str:
    """The consonants of `sounds`, with a vowel at the head; "" when too few are left to tell names apart (under
    two beside the head)."""
    kept = heard[:1] + heard[1:].translate(_VOWELS)
    return kept if len(kept) >= LEAST_SKELETON else ""


@lru_cache(maxsize=1 << 14)
def _sounds(word: str) -> str:
    for spelt, sound in DIGRAPHS:
        if spelt in word:
            word = word.replace(spelt, sound)
    word = _DOUBLES.sub(r"\1", word)
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            return word[: -len(ending)]
    return word
