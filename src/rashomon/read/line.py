"""Lines: what every reader of this stage works on, whether the page was HTML or its tags are already gone.

Lives here: the Line record and how a text without tags falls into lines. Must not know: labels, words, HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

BULLETS = "•◦▪▫■□●○‣⁃∙·*–-►▶»"
_BULLET = re.compile(rf"([{re.escape(BULLETS)}]|\d{{1,2}}[.)])[ \t\u00a0]+(?=\S)")
TAB_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Line:
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


def split_lines(text: str) -> tuple[Line, ...]:
    """The visible lines of a text without tags, in order; every character that is not white space lies in one."""
    lines: list[Line] = []
    gap = position = 0
    for raw in text.splitlines(keepends=True):
        stripped = raw.strip()
        if stripped:
            lines.append(_line(raw, stripped, position, gap))
        gap = 0 if stripped else gap + 1
        position += len(raw)
    return tuple(lines)


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
