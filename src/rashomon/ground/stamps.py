"""Days that stand over what a page tells: the heading of a list ("On 14 March:"), the head of an entry ("14 March - ").

Rule: layout only. A heading is a block that is a day and nothing else; it holds for the blocks below it, until the
next one or a line that is no article. Nothing is carried from one sentence of running text to the next.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from rashomon.ground.times import Dated
from rashomon.record import ARTICLE_KINDS, Document, Narrowing, Span

LONGEST_DAYS = 7
"""Days of the longest period that is taken as the time of each thing told under it."""
_LETTER = re.compile(r"[^\W\d_]|\d")
_LEADING = re.compile(r"\s*(?:[-–—•*]\s*)?(?:on\b\s*)?", re.IGNORECASE)
_HEAD_ENDS = re.compile(r"\s*(?::(?!\d)|\s[-–—]\s|[–—]\s|\.\s+[-–—]\s)")
_ENTRY = re.compile(r"\s*(?:[-–—•*]\s|\d+[.)]\s|(?:about|around|at)?\s*\d{1,2}[:.h]\d\d\b)", re.IGNORECASE)


def stamped(document: Document, dated: Sequence[Dated]) -> Mapping[int, Dated]:
    """For each block that stands under a day or opens with one, that day; blocks by their number."""
    heads = {d.block: d for d in dated if _is_day(d) and _heads(document, d)}
    out: dict[int, Dated] = {}
    above: Dated | None = None
    entries = False
    for index, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        if index in heads:
            above, entries = (heads[index], False) if _stands_alone(document, heads[index]) else (None, False)
            out[index] = heads[index]
        elif block.kind not in ARTICLE_KINDS or block.kind == "title":
            above = None
        elif above is not None:
            entry = _ENTRY.match(text) is not None
            if entries and not entry:
                above = None
                continue
            entries = entries or entry
            out[index] = _under(document, above)
    return out


def _is_day(dated: Dated) -> bool:
    one, days = dated.expression, dated.days
    if days is None or days.low is None or days.high is None or one.shape != "at" or one.kind not in ("date", "time"):
        return False
    return (one.day_named or one.weekday is not None) and (days.high - days.low).days < LONGEST_DAYS


def _heads(document: Document, dated: Dated) -> bool:
    """True of the first words of a block that is nothing but them, or that a colon or a dash sets off."""
    block, one = document.blocks[dated.block], dated.expression
    lead = _LEADING.match(document.text, block.start, one.start)
    if lead is None or lead.end() != one.start:
        return False
    return _HEAD_ENDS.match(document.text, one.end, block.end) is not None or _stands_alone(document, dated)


def _stands_alone(document: Document, dated: Dated) -> bool:
    return not _LETTER.search(document.text, dated.expression.end, document.blocks[dated.block].end)


def _under(document: Document, above: Dated) -> Dated:
    span = Span.of(document.text, above.expression.start, above.expression.end)
    return replace(above, narrowed=(*above.narrowed, Narrowing("stands under this heading", span)))
