"""Direct quotation: which runs of a block stand between quotation marks, over sentence borders.

Rule: text in, runs out. Quotation marks pair within a block; a block that opens with a mark and never closes it is
quoted to its end when the next block opens with one too (the typographic rule for quotes over several paragraphs).
"""

from __future__ import annotations

import re

_OPENERS = {"“": "”", "«": "»", "„": "“", '"': '"'}
_SLIP = r"[“„«][.,;:!?\s]|[“„«]$"
_OPENING = re.compile(f"[{''.join(_OPENERS)}]")
_CLOSING = {closer: re.compile(f"{closer}|{_SLIP}") for closer in _OPENERS.values()}
MIN_WORDS = 4
"""Shorter quotations are scare quotes or names ("caliphate"): they quote nobody's claim."""


def quoted_runs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Half-open runs of text[start:end] between quotation marks, the marks inside, of MIN_WORDS words or more."""
    found: list[tuple[int, int]] = []
    at = start
    while (mark := _OPENING.search(text, at, end)) is not None:
        at = mark.start()
        if not _opens(text, at, start):
            at += 1
            continue
        close = _closing(text, at + 1, end, _OPENERS[text[at]])
        if len(text[at:close].split()) >= MIN_WORDS:
            found.append((at, close))
        at = max(close, at + 1)
    return found


def _opens(text: str, at: int, start: int) -> bool:
    """A straight mark opens when a blank, an opening bracket or nothing stands before it."""
    return text[at] != '"' or at == start or bool(re.match(r"[\s(\[—–-]", text[at - 1]))


def _closing(text: str, at: int, end: int, closer: str) -> int:
    """Just after the closing mark: the right one, or an opening one typed in its place (blank before, stop or blank
    after: a slip that is common on the web); the end of the block when neither comes."""
    mark = _CLOSING[closer].search(text, at, end)
    return mark.start() + 1 if mark is not None else end
