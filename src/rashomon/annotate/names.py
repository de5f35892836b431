"""Names as the text explains them: "Long Name (LN)", and when a shorter form can be the same name.

Rule: strings in, facts out; no parse, no order of mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rashomon.lexicon.descriptions import TITLES

_ACRONYM = re.compile(r"\(\s*[\"“']?([A-Z][A-Za-z&.\-]{1,11})[\"”']?\s*\)")
_WORD = re.compile(r"[^\W_][\w’'\-]*")
_SMALL = frozenset("of for the and in on at de la al el von van der und et y e to with a an".split())
MAX_NAME_WORDS = 10
_NAMES = 8192  # names remembered with their words
_CONNECTIVE_TOLERANCE = 3


def acronyms(text: str) -> Iterator[tuple[int, int, int, int]]:
    """(start, end of the long name, start, end of the acronym) for every "Long Name (LN)" whose initials agree."""
    for match in _ACRONYM.finditer(text):
        before = list(_WORD.finditer(text, max(0, match.start() - 160), match.start()))
        if not before or text[before[-1].end() : match.start()].strip():
            continue
        start = _initials_start([w.group() for w in before], match.group(1))
        if start is not None:
            yield before[start].start(), before[-1].end(), match.start(1), match.end(1)


def _initials_start(words: list[str], acronym: str) -> int | None:
    letters = [c.casefold() for c in acronym if c.isalpha()]
    low = max(0, len(words) - MAX_NAME_WORDS)
    for start in range(len(words) - 1, low - 1, -1):
        if words[start][0].isupper() and _spells(words[start:], letters):
            return start
    return None


def _spells(words: list[str], letters: list[str]) -> bool:
    """True when the words' initials, small words skipped at will, hyphened parts counted, give the letters."""
    strict = [
        part[0].casefold() for w in words for part in re.split(r"[-’']", w) if part and w.casefold() not in _SMALL
    ]
    loose = [part[0].casefold() for w in words for part in re.split(r"[-’']", w) if part]
    bare = [w[0].casefold() for w in words if w.casefold() not in _SMALL]
    return letters in (strict, loose, bare)


@lru_cache(maxsize=_NAMES)
def clean(name: str) -> str:
    """The name without article, possessive ending and surrounding punctuation."""
    name = re.sub(r"^(?:the|a|an)\s+", "", name.strip(" \t\n\"“”'‘’,.;:()[]"), flags=re.IGNORECASE)
    return re.sub(r"[’']s$", "", name).strip(" \"“”'‘’,")


@lru_cache(maxsize=_NAMES)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, in lower case, small words left out."""
    return tuple(w.casefold() for w in _WORD.findall(name) if w.casefold() not in _SMALL)


@lru_cache(maxsize=_NAMES)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles."""
    found = words_of(name)
    while len(found) > 1 and found[0].rstrip(".") in TITLES:
        found = found[1:]
    return found


def initials(name: str) -> str:
    """The capitals a name would be shortened to ("United Nations" -> "un")."""
    return "".join(w[0] for w in words_of(name))


def shortens_person(short: str, full: str) -> bool:
    """True when `short` is how a text takes up a person introduced as `full`: the last words of the name."""
    a, b = person_words(short), person_words(full)
    return bool(a) and len(a) <= len(b) and b[-len(a) :] == a


def shortens_body(short: str, full: str) -> bool:
    """True when `short` is how a text takes up a body introduced as `full`: its acronym, or capitalised words of it
    in their order ("the Observatory"), nationality words alone excepted."""
    a, b = words_of(short), words_of(full)
    if not a or len(b) < 2:
        return False
    if len(a) == 1 and short.isupper() and short.casefold() == initials(full):
        return True
    if len(a) >= len(b) or not short[:1].isupper():
        return False
    starts = [i for i in range(len(b) - len(a) + 1) if b[i : i + len(a)] == a]
    return bool(starts) and (starts[0] > 0 or len(a) > 1)
