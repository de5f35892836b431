"""What a page says of itself: outlet, author, place of its dateline, each with the basis it was found on.

Lives here: reading these off visible lines. Must not know: HTML heads (read/head.py), days (read/dates.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rashomon.read.dateline import find_dateline
from rashomon.read.shape import matches
from rashomon.record import Block, Named

_HOST = re.compile(r"https?://([\w.-]{3,200})(?=[/:?#]|\Z)", re.I)


def outlet_of(text: str, blocks: Sequence[Block], masthead: str, url: str | None) -> Named:
    """Who publishes: the name that lines of furniture give most often, basis "visible text" or "copyright line"; else
    the masthead, "visible text"; else the site of the address, "url"; else the agency of the dateline, "dateline"."""
    lines = [text[b.start : b.end] for b in blocks if b.kind == "boilerplate"]
    named = [(found["name"].strip(), line) for line in lines if (found := matches("OUTLETS", line))]
    if not named:
        return Named(masthead, "visible text") if masthead else _site(url) or _agency(text, blocks)
    counts = Counter(name for name, _ in named)
    name, line = max(named, key=lambda pair: (counts[pair[0]], len(pair[0])))
    return Named(name, "copyright line" if "©" in line or "opyright" in line else "visible text")


def _site(url: str | None) -> Named | None:
    """The host of an address, of the page itself where the address is that of an archive's copy."""
    hosts = _HOST.findall(url or "")
    return Named(hosts[-1].lower().removeprefix("www."), "url") if hosts else None


def _agency(text: str, blocks: Sequence[Block]) -> Named:
    for i, block in enumerate(blocks):
        if block.kind == "dateline":
            found = find_dateline(text[block.start : blocks[i + 1].end])
            return Named(found.agency, "dateline") if found and found.agency else Named()
    return Named()


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
