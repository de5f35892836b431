"""Lines: what every reader of this stage works on, whether the page was HTML or its tags are already gone.

Lives here: the Line record and how a text without tags falls into lines. Must not know: labels, words, HTML.
"""

from __future__ import annotations

import re
from typing import NamedTuple

BULLETS = "•◦▪▫■□●○‣⁃∙·*–-►▶»"
_BULLET = re.compile(rf"([{re.escape(BULLETS)}]|\d{{1,2}}[.)])[ \t\u00a0]+(?=\S)")
TAB_COLUMNS = 4


class Line(NamedTuple):
    """A visible line: `text[start:end]` of the page, without the white space around it.

    words   the line without its bullet
    indent  columns of white space before it
    bullet  the bullet or number it opens with, "" = none
    gap     empty lines before it
    tag     name of the innermost block element ("p", "li", "h1"); "" where there are no tags
    hints   what the elements around it say, sorted: "nav", "footer", "comment", "caption", "embedded", ...
    linked  share of its characters inside links, in [0, 1]
    """

    start: int
    end: int
    words: str
    indent: int = 0
    bullet: str = ""
    gap: int = 0
    tag: str = ""
    hints: tuple[str, ...] = ()
    linked: float = 0.0


MOST_LINES = 20_000
"""Lines of a page that are told apart; what follows is kept as one more. The longest threads measured have 3,000."""

OVERFLOW = "overflow"
"""Hint of the line that holds what follows MOST_LINES."""

_BREAKS = r"\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
_RAW_LINE = re.compile(rf"[^{_BREAKS}]*(?:\r\n|[{_BREAKS}]|\Z)")


def split_lines(text: str) -> tuple[Line, ...]:
    """The visible lines of a text without tags, in order; every character that is not white space lies in one."""
    lines: list[Line] = []
    gap = 0
    for found in _RAW_LINE.finditer(text):
        stripped = found.group().strip()
        if stripped and len(lines) == MOST_LINES:
            return (*lines, overflow(text, found.start()))
        if stripped:
            lines.append(_line(found.group(), stripped, found.start(), gap))
        gap = 0 if stripped else gap + 1
    return tuple(lines)


def overflow(text: str, position: int) -> Line:
    """All that is visible from `position` on, as one line."""
    rest = text[position:]
    start, end = position + len(rest) - len(rest.lstrip()), len(text.rstrip())
    return Line(start, end, text[start:end], hints=(OVERFLOW,))


def _line(raw: str, stripped: str, position: int, gap: int) -> Line:
    lead = raw[: len(raw) - len(raw.lstrip())]
    start = position + len(lead)
    bullet = _BULLET.match(stripped)
    return Line(
        start=start,
        end=start + len(stripped),
        words=stripped[bullet.end() :] if bullet else stripped,
        indent=len(lead.expandtabs(TAB_COLUMNS)),
        bullet=bullet.group(1) if bullet else "",
        gap=gap,
    )
