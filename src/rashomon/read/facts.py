"""What a page says of itself: outlet, author, place of its dateline, each with the basis it was found on.

Lives here: reading these off visible lines. Must not know: HTML heads (read/head.py), days (read/dates.py).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rashomon.read.dateline import find_dateline
from rashomon.read.masthead import Masthead
from rashomon.read.names import byline_in
from rashomon.read.shape import matches
from rashomon.record import Block, Named

_AGENCY_FIRST = re.compile(r"\((?P<name>[A-Z][\w.'’&-]{1,30}(?: [A-Z][\w.'’&-]{1,30}){0,3})\) (?=\S)")
"""An agency's name in brackets before everything else: "(Westwire) Council rejects toll"."""

_HOST = re.compile(r"https?://([\w.-]{3,200})(?=[/:?#]|\Z)", re.I)


def outlet_of(text: str, blocks: Sequence[Block], masthead: Masthead, url: str | None) -> Named:
    """Who publishes: the masthead where the page signs with it, or where its furniture gives no other name; else the
    name that furniture gives most often, basis "visible text" or "copyright line"; else the site of the address,
    "url"; else the agency of the dateline, "dateline"."""
    lines = [text[b.start : b.end] for b in blocks if b.kind in ("boilerplate", "byline")]
    named = [(found["name"].strip(), line) for line in lines if (found := matches("OUTLETS", line))]
    if masthead.name and (masthead.signed or not named):
        return Named(masthead.name, "visible text")
    if not named:
        return _site(url) or _agency(text, blocks)
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
        if block.kind in ("title", "paragraph") and (found_before := _AGENCY_FIRST.match(text, block.start)):
            return Named(found_before["name"], "dateline")
    return Named()


def byline_of(text: str, blocks: Sequence[Block]) -> Named:
    """Who wrote it, by the first line that says so."""
    for block in blocks:
        if block.kind == "byline":
            line = text[block.start : block.end]
            return Named(byline_in(line) or line.strip(" ,"), "visible text")
    return Named()


def dateline_of(text: str, blocks: Sequence[Block]) -> Named:
    """The place that the report's dateline names."""
    for i, block in enumerate(blocks):
        if block.kind == "dateline":
            found = find_dateline(text[block.start : blocks[i + 1].end])
            return Named(found.place, "dateline") if found else Named()
    return Named()
