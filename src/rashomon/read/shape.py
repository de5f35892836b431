"""What a line looks like: prose, a name, a headline, furniture. One line in, one answer out.

Lives here: predicates over one line and the matching of lexicon/furniture. Must not know: neighbours, labels, pages.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

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
    return len(_WORD.findall(line, 0, LOOKED_AT))


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


def content_words(*lines: str) -> set[str]:
    """The words of three letters or more, without case and without those that stand in any text."""
    found: set[str] = set()
    for line in lines:
        found.update(_TOKEN.findall(line[:LOOKED_AT].casefold()))
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
    low = line.casefold()
    return next((reason for reason, asked in _boilerplate() if asked.match(line, low)), "")


@lru_cache(maxsize=16384)
def _match(table: str, line: str) -> re.Match[str] | None:
    return _table(table).match(line, line.casefold())


class _Asked(NamedTuple):
    """Patterns that a line is asked for, and those that it is asked for only where it holds a needle."""

    always: tuple[re.Pattern[str], ...]
    needles: tuple[str, ...]
    seldom: tuple[re.Pattern[str], ...]

    def match(self, line: str, low: str) -> re.Match[str] | None:
        """The first match of the whole line; `low` is the line in lower case."""
        for pattern in self.always:
            if found := pattern.fullmatch(line):
                return found
        for needle in self.needles:
            if needle in low:
                return next((found for pattern in self.seldom if (found := pattern.fullmatch(line))), None)
        return None


@lru_cache(maxsize=1)
def _boilerplate() -> tuple[tuple[str, _Asked], ...]:
    return tuple(
        (reason, _asked(reason, patterns, re.IGNORECASE, _any_of)) for reason, patterns in furniture.BOILERPLATE.items()
    )


@cache
def _table(name: str) -> _Asked:
    # an outlet's name is told from other words by its capitals; its patterns mark what may vary by themselves
    flags = 0 if name == "OUTLETS" else re.IGNORECASE
    return _asked(name, getattr(furniture, name), flags, tuple)


def _asked(
    name: str, patterns: Sequence[str], flags: int, joined: Callable[[Iterable[str]], tuple[str, ...]]
) -> _Asked:
    needles = furniture.NEEDLES.get(name, ())
    seldom = [pattern for pattern in patterns if needles and is_floating(pattern)]
    always = [pattern for pattern in patterns if pattern not in seldom]
    compiled = [tuple(re.compile(pattern, flags) for pattern in joined(some)) for some in (always, seldom)]
    return _Asked(compiled[0], needles, compiled[1])


def is_floating(pattern: str) -> bool:
    """True of a pattern that may begin anywhere in a line."""
    return pattern.startswith(".{")


def _any_of(patterns: Iterable[str]) -> tuple[str, ...]:
    """One pattern for all, () for none: which of them matched does not matter."""
    return tuple(filter(None, ("|".join(f"(?:{pattern})" for pattern in patterns),)))
