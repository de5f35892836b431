"""Temporal expressions in running text: the grammar's hits, the longest first, with their leading words and ranges.

Rule: text in, Expressions out, in text order and not overlapping. No calendar day is fixed here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.ground.expression import Expression, Shape
from rashomon.ground.fields import expression
from rashomon.ground.grammar import categories, compiled
from rashomon.lexicon.calendar import PARTS

_SHAPES: dict[str, Shape] = {
    "since": "since", "ever since": "since", "starting": "since", "beginning": "since", "as of": "at", "until": "until",
    "till": "until", "up to": "until", "through": "until", "up until": "until", "by": "until", "before": "before",
    "prior to": "before", "ahead of": "before", "no later than": "until", "after": "after", "following": "after",
    "from": "since", "over": "last", "starting on": "since", "beginning in": "since", "starting in": "since",
    "as late as": "at", "as early as": "at", "not before": "since", "on or before": "until", "on or after": "since",
}  # fmt: skip
_SHAPE_LEAD = re.compile(
    r"\b("
    + "|".join(sorted((re.escape(word).replace(r"\ ", r"\s+") for word in _SHAPES), key=len, reverse=True))
    + r")\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_PART_LEAD = re.compile(
    r"\b(?:(?:the|its)\s+)?(?:very\s+)?(early|mid|middle|late|beginning|start|outset|onset|dawn|end|close|tail\s+end|first\s+half|"
    r"second\s+half|latter\s+half|earlier|later|midst)(?:(?:\s+(?:in|of|on|this|part\s+of)|\s*-|\s+days\s+of|\s+weeks\s+of|"
    r"\s+months\s+of)?(?:\s+(?:the(?:\s+month\s+of)?|this))?\s*)$",
    re.IGNORECASE,
)
_ABOUT_LEAD = re.compile(
    r"\b(?:about|around|approximately|roughly|circa|some|c\.|nearly|almost|shortly\s+before|shortly\s+after)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"\s*,?\s*(?:(?:on|at|in|of|by|before|after|around|about|from)\s+)?(?:the\s+)?(?:early\s+)?$|\s*\([^()]{0,12}\)\s*(?:on\s+)?$",
    re.IGNORECASE,
)
_RANGE_WORD = re.compile(r"\s*(?:-|–|—|to|through|until|till)\s*(?:the\s+)?$", re.IGNORECASE)
_AND_WORD = re.compile(r"\s+and\s+(?:the\s+)?$", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:the\s+)?$", re.IGNORECASE)
LEAD_REACH = 26
"""Characters looked back for leading words ("since the beginning of the month of")."""


def find_expressions(text: str, start: int = 0, end: int | None = None) -> list[Expression]:
    """Every temporal expression of text[start:end]."""
    piece = text[start : len(text) if end is None else end]
    found = [_with_lead(piece, one) for one in _chosen(_hits(piece))]
    joined = _ranges(piece, _clocks_joined(piece, found))
    return [_shifted(one, start) for one in joined]


def _hits(text: str) -> Iterator[Expression]:
    present = categories(text)
    for name, pattern, fields, needs in compiled():
        if not needs & present:
            continue
        for match in pattern.finditer(text):
            made = expression(name, match, fields)
            if made is not None:
                yield made


def _chosen(hits: Iterator[Expression]) -> list[Expression]:
    """The longest hit wherever several overlap; of equal ones the first row of the table."""
    kept: list[Expression] = []
    for one in sorted(hits, key=lambda hit: hit.start - hit.end):
        if all(one.end <= other.start or other.end <= one.start for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda hit: hit.start)


def _with_lead(text: str, one: Expression) -> Expression:
    """Its leading words read: part of the period, shape, approximation."""
    before = text[max(0, one.start - LEAD_REACH) : one.start]
    offset = max(0, one.start - LEAD_REACH)
    part = (
        _PART_LEAD.search(before)
        if one.kind != "duration" or (one.unit and "the " in text[one.start : one.end].casefold())
        else None
    )
    if (
        part
        and not one.part
        and one.day is None
        and (one.hijri is None or one.hijri.day is None)
        and one.kind in ("date", "duration")
    ):
        word = PARTS[" ".join(part[1].casefold().split())]
        shape = {"kind": "date", "offset": 0, "low": None, "high": None} if one.kind == "duration" else {}
        one = replace(one, part=word, start=offset + part.start(), lead=offset + part.start(), **shape)  # type: ignore[arg-type]
        before = text[max(0, one.start - LEAD_REACH) : one.start]
        offset = max(0, one.start - LEAD_REACH)
    about = _ABOUT_LEAD.search(before)
    if about:
        one = replace(one, about=True, lead=offset + about.start())
        before = before[: about.start()]
    lead = _SHAPE_LEAD.search(before)
    if lead and one.shape == "at" and one.kind in ("date", "time"):
        shape_word = _SHAPES[" ".join(lead[1].casefold().split())]
        if shape_word != "last":
            one = replace(one, shape=shape_word, lead=offset + lead.start())
    return one


def _clocks_joined(text: str, found: list[Expression]) -> list[Expression]:
    """A time of day and the day beside it, made one ("dawn on Friday", "Friday at 5 p.m.")."""
    out: list[Expression] = []
    for one in found:
        if out and _joinable(out[-1], one) and _JOINT.fullmatch(text[out[-1].end : one.start]):
            out[-1] = _joined(out[-1], one)
        else:
            out.append(one)
    return out


def _bare_time(one: Expression) -> bool:
    return one.hour_only and one.day is None


def _names_day(one: Expression) -> bool:
    stepped = one.unit == "day" and one.offset is not None
    return one.kind == "date" and (one.day_named or one.weekday is not None or stepped) and one.last is None


def _joinable(a: Expression, b: Expression) -> bool:
    if (
        a.weekday is not None
        and a.day is None
        and b.day is not None
        and b.weekday is None
        and a.kind == b.kind == "date"
    ):
        return True
    return (_bare_time(a) and _names_day(b)) or (_names_day(a) and _bare_time(b))


def _joined(a: Expression, b: Expression) -> Expression:
    day, time = (b, a) if _bare_time(a) else (a, b)
    if not _bare_time(time):
        return replace(b, start=a.start, lead=a.lead, weekday=a.weekday)
    shape = a.shape if a.shape != "at" else b.shape
    return replace(day, start=a.start, end=b.end, lead=a.lead, kind="time", clock=time.clock, day_part=time.day_part,
                   part=time.part or day.part, shape=shape, about=a.about or b.about, code=time.code)  # fmt: skip


def _ranges(text: str, found: list[Expression]) -> list[Expression]:
    """Two expressions joined by "to", "-" or "between ... and" become one with a `last`."""
    out: list[Expression] = []
    for one in found:
        if out and _makes_range(text, out[-1], one):
            first = out[-1]
            lead = first.lead if not _BETWEEN.search(text[: first.start][-12:]) else first.start
            first = replace(
                first, year=first.year if first.year is not None or not _lends_year(first, one) else one.year
            )
            out[-1] = replace(first, end=one.end, last=replace(one, shape="at"), shape="at", lead=lead)
        else:
            out.append(one)
    return out


def _makes_range(text: str, first: Expression, second: Expression) -> bool:
    between = text[first.end : second.start]
    if not all(one.dated or one.weekday is not None or one.day is not None for one in (first, second)):
        return False
    if first.last or second.last or first.kind == "set" or second.kind == "set":
        return False
    if _RANGE_WORD.fullmatch(between):
        return True
    return bool(_AND_WORD.fullmatch(between) and _BETWEEN.search(text[: first.start][-12:]))


def _lends_year(first: Expression, second: Expression) -> bool:
    return second.year is not None and first.month is not None and (second.month or 12) >= first.month


def _shifted(one: Expression, by: int) -> Expression:
    if not by:
        return one
    last = _shifted(one.last, by) if one.last else None
    return replace(one, start=one.start + by, end=one.end + by, lead=one.lead + by, last=last)
