"""Posts of social networks that a page shows within its article: which lines they are, and whose.

Lives here: telling them by what the networks' embedding code leaves behind. Must not know: labels, elements, comments.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.read.line import Line
from rashomon.read.shape import matches, words

POST_WORDS = 70
"""Words of the longest line that is a post because a signature follows or a name precedes: 280 characters are some
fifty."""

EMBEDDED = "embedded"
"""Hint of the lines that elements of the page tell to be a post."""

_CAPITALS = 0.99
"""Share of the words before a handle that begin with a capital: "Follow her @here" is no author."""


def find_posts(lines: Sequence[Line], first: int, end: int) -> dict[int, str | None]:
    """Index -> author as printed (None = not told) of the lines first..end-1 that are posts. Where elements tell posts,
    all lines of theirs have the author that one of them names."""
    found: dict[int, str | None] = {}
    for i in range(max(first, 1), min(end, len(lines))):
        line = lines[i].words
        if signed := matches("POST_ENDS", line):
            found[i] = signed["author"].strip()
        elif signed := matches("POST_SIGNATURES", line):
            _sign(lines, found, first, i, signed["author"].strip())
        elif (headed := matches("POST_HEADS", line)) and _is_head(headed.groupdict().get("author")):
            _head(lines, found, i, headed.groupdict().get("author"))
    return _spread(lines, found)


def _sign(lines: Sequence[Line], found: dict[int, str | None], first: int, i: int, author: str) -> None:
    """The signature and the line above it."""
    found[i] = author
    if i > first and i - 1 not in found and words(lines[i - 1].words) <= POST_WORDS:
        found[i - 1] = author


def _head(lines: Sequence[Line], found: dict[int, str | None], i: int, author: str | None) -> None:
    """The head and, where it names somebody, the line below it."""
    found[i] = author
    if author and i + 1 < len(lines) and words(lines[i + 1].words) <= POST_WORDS:
        found[i + 1] = author


def _is_head(author: str | None) -> bool:
    if author is None:
        return True
    name = author.partition("@")[0].strip(" (").split()
    return len(name) <= 5 and sum(word[:1].isupper() for word in name) >= _CAPITALS * len(name)


def _spread(lines: Sequence[Line], found: dict[int, str | None]) -> dict[int, str | None]:
    """An author to all lines of a post that its elements hold together: up to the next signature."""
    i = 0
    while i < len(lines):
        run = i
        while run < len(lines) and EMBEDDED in lines[run].hints:
            run += 1
            if run - 1 in found and matches("POST_SIGNATURES", lines[run - 1].words):
                break
        author = next((found[k] for k in range(i, run) if found.get(k)), None)
        found.update(dict.fromkeys(range(i, run), author) if author else {})
        i = max(run, i + 1)
    return found
