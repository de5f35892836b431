"""White space: counted and squeezed a piece at a time, so that memory stays flat on a line of fifty megabytes.

Lives here: two functions of text alone. Must not know: lines, pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

PIECE = 1 << 20
"""Characters worked on at a time: split into words they take some fifty times their own size."""

_SPACE = re.compile(r"\s")


def count_visible(text: str) -> int:
    """Characters that are not white space."""
    return sum(len("".join(text[i : i + PIECE].split())) for i in range(0, len(text), PIECE))


def squeezed(text: str) -> str:
    """The text with each run of white space as one blank, and none around it."""
    if len(text) <= PIECE:
        return " ".join(text.split())
    return " ".join(filter(None, (" ".join(piece.split()) for piece in _pieces(text))))


def _pieces(text: str) -> Iterator[str]:
    """Parts of the text that are parted by white space; a word of a megabyte stays whole."""
    start = 0
    while start < len(text):
        found = _SPACE.search(text, start + PIECE)
        end = found.start() if found else len(text)
        yield text[start:end]
        start = end
