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

_BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_BREAK_OR_PAIR = re.compile(f"\r\n|[{_BREAKS}]")
_VISIBLE = re.compile(r"\S")

SHORT_GAP = 200
"""Characters of white space in which line breaks are looked for one by one."""


def split_lines(text: str) -> tuple[Line, ...]:
    """The visible lines of a text without tags, in order; every character that is not white space lies in one."""
    lines: list[Line] = []
    position = 0
    while found := _VISIBLE.search(text, position):
        if len(lines) == MOST_LINES:
            return (*lines, overflow(text, position))
        start, gap = _gap(text, position, found.start())
        end = _BREAK_OR_PAIR.search(text, found.end())
        raw = text[start : end.start() if end else len(text)]
        lines.append(_line(raw, raw.strip(), start, gap))
        if end is None:
            break
        position = end.end()
    return tuple(lines)


def _gap(text: str, start: int, end: int) -> tuple[int, int]:
    """(where the last line of a stretch of white space begins, how many end in it); a stretch may have fifty million,
    so long ones are not taken apart."""
    if start == end:
        return start, 0
    if end - start <= SHORT_GAP:
        breaks = [found.end() for found in _BREAK_OR_PAIR.finditer(text, start, end)]
        return (breaks[-1] if breaks else start), len(breaks)
    count = sum(text.count(mark, start, end) for mark in _BREAKS) - text.count("\r\n", start, end)
    return max(start, 1 + max(text.rfind(mark, start, end) for mark in _BREAKS)), count


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
