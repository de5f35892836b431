"""Texts that were broken at a column: their lines joined into paragraphs again.

Lives here: telling such a text, and which breaks were forced. Must not know: labels, what the words say.

A break was forced where the next line's first word would not have fitted into the column any more. The text itself is
not touched: a joined line is a longer stretch of it, and its words stand where they stood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.read.line import Line

NARROWEST, WIDEST = 50, 100
"""Characters of the columns that texts are broken at: e-mails at 72 or 78, terminals at 80, typescripts from 60; in a
text with one longer line, paragraphs are lines."""

FEWEST_BREAKS = 3
"""Forced breaks within a sentence, and so before a small letter, that tell a text broken at a column."""

SHARE = 0.3
"""Share of such breaks among all forced ones: a list of long headlines has none."""

_SPACE = re.compile(r"\s")
_FIRST_WORD = re.compile(r"\S+")


def joined(text: str, lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, forced breaks undone; the lines themselves where the text was not broken at a column."""
    width = max((line.end - line.start for line in lines if " " in line.words), default=0)
    if not NARROWEST <= width <= WIDEST:
        return tuple(lines)
    forced = [_is_forced(lines[i - 1], lines[i], width) for i in range(1, len(lines))]
    within = sum(hit and lines[i].words[:1].islower() for i, hit in enumerate(forced, 1))
    if within < FEWEST_BREAKS or within < SHARE * sum(forced):
        return tuple(lines)
    return _joined(text, lines, forced)


def _is_forced(line: Line, following: Line, width: int) -> bool:
    word = _FIRST_WORD.match(following.words)
    longer = line.end - line.start + 1 + len(word.group() if word else "")
    return following.gap == 0 and not following.bullet and longer > width and " " in line.words


def _joined(text: str, lines: Sequence[Line], forced: Sequence[bool]) -> tuple[Line, ...]:
    found = [lines[0]]
    for line, hit in zip(lines[1:], forced, strict=True):
        if hit:
            last = found[-1]
            added = _SPACE.sub(" ", text[last.end : line.end])
            found[-1] = last._replace(end=line.end, words=last.words + added)
        else:
            found.append(line)
    return tuple(found)
