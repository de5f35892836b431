"""What a line looks like: prose, a name, a headline, furniture. One line in, one answer out.

Lives here: predicates over one line and the matching of lexicon/furniture. Must not know: neighbours, labels, pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from rashomon.lexicon import furniture

LONGEST_FURNITURE = 700
"""Characters. No furniture pattern is tried on a longer line, which also bounds the time a line can take."""

LOOKED_AT = 20_000
"""Characters of a line that are looked at; the longest paragraphs of articles have some thousands."""

PROSE_WORDS = 9
"""A line of fewer words is no paragraph by its shape alone; headlines have a median of nine."""

FUNCTION_WORDS = frozenset(
    "the of to and a in is that for on it with as was at by be are this from have has had were which their not but its "
    "an or been they he she who will would said more than when there also".split()
)
"""The commonest words of English prose: their share tells running text from lists of names."""

_ENDS = re.compile(r"[.!?…:;]['\"”’»)\]]*\s*\Z|[.!?…]\s?[\"”]\s?\S?\s*\Z")
_WORD = re.compile(r"\w[\w'’.-]*")
_NAME_MARKS = re.compile(r"[.!?;:,\"“”]\s|[!?;:]\Z|https?:|\bthe\b|\band\b|\bis\b|\bwas\b", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_]{3,}")


def words(line: str) -> int:
    """How many words a line has, in its first LOOKED_AT characters."""
    return sum(1 for _ in _WORD.finditer(line, 0, LOOKED_AT))


def ends_sentence(line: str) -> bool:
    """True when the line ends as a sentence does, closing quotes and brackets left aside."""
    return bool(_ENDS.search(line[-12:]))


def is_prose(line: str) -> bool:
    """True of running text: long, or a whole sentence of at least nine words."""
    count = words(line)
    return count >= 25 or (count >= PROSE_WORDS and ends_sentence(line))


def is_name_like(line: str) -> bool:
    """True of what can be an author's name in a thread: short, no sentence."""
    return len(line) <= 48 and 1 <= words(line) <= 5 and not _NAME_MARKS.search(line) and not line.endswith("…")


def is_masthead(line: str) -> bool:
    """True of what can be a publisher's name at the head of a page: few words, capitalised, one of the trade."""
    spoken = line.split()
    known = any(word.casefold().strip(".,") in furniture.MASTHEADS for word in spoken)
    capital = all(word[:1].isupper() or word in ("of", "the", "and", "from", "for", "in", "de") for word in spoken)
    return known and capital and len(spoken) <= MASTHEAD_WORDS


MASTHEAD_WORDS = 6
"""Words of the longest name of a publisher, nearly: headlines have a median of nine."""


def content_words(*lines: str) -> set[str]:
    """The words of three letters or more, without case and without those that stand in any text."""
    found: set[str] = set()
    for line in lines:
        found.update(token.casefold() for token in _TOKEN.findall(line, 0, LOOKED_AT))
    return found - FUNCTION_WORDS


def furniture_reason(line: str) -> str:
    """Why a line is furniture wherever it stands ("share", "newsletter", ...), "" when it is not."""
    return _reason(line) if len(line) <= LONGEST_FURNITURE else ""


def matches(table: str, line: str) -> re.Match[str] | None:
    """The match of a whole line with one of the patterns of a table of lexicon/furniture, None when there is none."""
    return _match(table, line) if len(line) <= LONGEST_FURNITURE else None


# menus stand on every page of a site, and a line is asked about several times: both answers are worth remembering
@lru_cache(maxsize=8192)
def _reason(line: str) -> str:
    return next((reason for reason, pattern in _boilerplate() if pattern.fullmatch(line)), "")


@lru_cache(maxsize=16384)
def _match(table: str, line: str) -> re.Match[str] | None:
    return next((found for pattern in _table(table) if (found := pattern.fullmatch(line))), None)


@lru_cache(maxsize=1)
def _boilerplate() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((reason, _any_of(patterns)) for reason, patterns in furniture.BOILERPLATE.items())


@cache
def _table(name: str) -> tuple[re.Pattern[str], ...]:
    # an outlet's name is told from other words by its capitals; its patterns mark what may vary by themselves
    flags = 0 if name == "OUTLETS" else re.IGNORECASE
    return tuple(re.compile(pattern, flags) for pattern in getattr(furniture, name))


def _any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
