"""What a page says of itself: outlet, author, place of its dateline, each with the basis it was found on.

Lives here: reading these off visible lines. Must not know: HTML heads (read/head.py), days (read/dates.py).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from rashomon.read.dateline import find_dateline
from rashomon.read.shape import furniture_reason, is_masthead, matches
from rashomon.record import Block, Named


def outlet_of(text: str, blocks: Sequence[Block]) -> Named:
    """Who publishes, as lines of furniture name it; basis "visible text" or "copyright line"."""
    lines = [text[b.start : b.end] for b in blocks if b.kind == "boilerplate"]
    named = [(found["name"].strip(), line) for line in lines if (found := matches("OUTLETS", line))]
    if not named:
        return _masthead(text, blocks)
    counts = Counter(name for name, _ in named)
    name, line = max(named, key=lambda pair: (counts[pair[0]], len(pair[0])))
    return Named(name, "copyright line" if "©" in line or "opyright" in line else "visible text")


def _masthead(text: str, blocks: Sequence[Block]) -> Named:
    """The first of the lines above the title, at the head of the page, that reads like the name of a publisher."""
    heads = list(takewhile(lambda block: block.kind == "boilerplate", blocks))
    lines = [line for block in heads if not furniture_reason(line := text[block.start : block.end])]
    return next((Named(line, "visible text") for line in lines[:MASTHEAD_LINES] if is_masthead(line)), Named())


MASTHEAD_LINES = 3
"""Lines at the head of a page among which its masthead is looked for; menus come next."""


def byline_of(text: str, blocks: Sequence[Block]) -> Named:
    """Who wrote it, by the first line that says so."""
    for block in blocks:
        found = matches("BYLINES", text[block.start : block.end]) if block.kind == "byline" else None
        if found:
            return Named(found["name"].strip(" ,"), "visible text")
    return Named()


def dateline_of(text: str, blocks: Sequence[Block]) -> Named:
    """The place that the report's dateline names."""
    for i, block in enumerate(blocks):
        if block.kind == "dateline":
            found = find_dateline(text[block.start : blocks[i + 1].end])
            return Named(found.place, "dateline") if found else Named()
    return Named()
