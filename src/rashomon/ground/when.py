"""A claim's time and the time of its saying.

Rule: chooses among the page's dated expressions and narrows by what the claim itself says (a past event lies before
the day it was told); every narrowing is recorded. Nothing is carried from one event to another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from rashomon.ground.attach import owner
from rashomon.ground.edtf import edtf, iso_day
from rashomon.ground.intervals import Interval
from rashomon.ground.times import Dated, precision, time_record
from rashomon.record import Claim, Document, Narrowing, Sentence, Span, Time

_AHEAD_STATUS = ("planned", "possible")
_WHEN = re.compile(r"\s*,?\s+(?:the\s+day\s+)?when\s+(?=\w)")
_CLAUSE_ENDS = re.compile(
    r"[;:“”—–]|\s-\s|\b(?:said|says|told|according|reported|announced)\b|,\s+(?:and|but|which|who|while|as|after|with)\b"
)
"""What ends the clause that a time opens; a comma alone may stand in a list."""
_LOGGED = re.compile(r"\W*(?:about|around|at)?\s*\d{1,2}[:.h]\d\d\b", re.IGNORECASE)
"""An entry that opens with its hour: what others say in it was said then, and may have happened before."""
_BEFORE_CLAUSE = re.compile(r"\bbefore\b", re.IGNORECASE)


def with_times(
    document: Document, sentence: Sentence, claim: Claim, dated: Sequence[Dated], over: Dated | None = None
) -> Claim:
    """The claim with `time` and `said_at` filled from the expressions of its sentence; `over` is the day that its
    block stands under."""
    here = [d for d in dated if sentence.start <= d.expression.start < sentence.end and d.expression.kind != "set"]
    owned = [(owner(sentence, document.text, claim, d), d) for d in here]
    said = _best([d for who, d in owned if who == "saying"], claim.trigger)
    event = _best([d for who, d in owned if who == "event" and _placeable(d)], claim.trigger)
    event = _of_when_clause(document.text, sentence, claim, owned) or event
    logged = _LOGGED.match(document.text, document.blocks[sentence.block].start) is not None and bool(claim.attribution)
    event = _under(over, event, claim, bool(here) or logged)
    said_at = time_record(document, said) if said is not None else None
    time = time_record(document, event) if event is not None else None
    if time is not None and event is not None:
        time = _clipped(time, event, said, claim)
    if time is None:
        time = _bounded_by_clause(document, sentence, claim, [d for who, d in owned if who != "saying"], said)
    if time is None and said is not None:
        time = _told_as_past(claim, said, document)
    return replace(claim, time=time, said_at=said_at)


def _of_when_clause(text: str, sentence: Sentence, claim: Claim, owned: Sequence[tuple[str, Dated]]) -> Dated | None:
    """ "since Friday, when the town fell": what the clause tells has the time that the clause explains, unless it names
    its own."""
    for _, dated in owned:
        clause = _WHEN.match(text, dated.expression.end, sentence.end)
        if clause is None or not _in_clause(text, clause.end(), claim.trigger):
            continue
        own = [d for who, d in owned if who == "event" and d.expression.start >= clause.end() and _placeable(d)]
        return _best(own, claim.trigger) or dated.plain or dated
    return None


def _in_clause(text: str, start: int, trigger: Span) -> bool:
    return start <= trigger.start and _CLAUSE_ENDS.search(text, start, trigger.start) is None


def _under(over: Dated | None, event: Dated | None, claim: Claim, told: bool) -> Dated | None:
    """The day of the heading for an hour, and for what tells no time at all (`told` False)."""
    if over is None or claim.status in _AHEAD_STATUS:
        return event
    if event is not None and event.expression.hour_only and event.block == over.block:
        return event
    if event is not None and event.expression.hour_only and event.days != over.days:
        return replace(event, days=over.days, narrowed=over.narrowed)
    return over if event is None and not told else event


def _placeable(dated: Dated) -> bool:
    """A length alone ("for two days") is no time of an event; a window or a date is."""
    one = dated.expression
    return (
        one.kind in ("date", "time")
        or one.shape in ("last", "next")
        or (one.code in ("PRESENT_REF", "PAST_REF") and one.low != 0)
    )


def _best(found: Sequence[Dated], trigger: Span) -> Dated | None:
    """The sharpest that can be placed, then the nearest to the trigger."""

    def rank(dated: Dated) -> tuple[int, int]:
        one, days = dated.expression, dated.days
        known = 0 if days is not None else 1 if one.weekday is not None else 2 if one.kind != "reference" else 3
        gap = max(one.start - trigger.end, trigger.start - one.end, 0)
        return known, gap

    return min(found, key=rank, default=None)


def _clipped(time: Time, event: Dated, said: Dated | None, claim: Claim) -> Time:
    """A past event does not last beyond the day it was told."""
    if said is None or said.days is None or event.days is None or claim.status in _AHEAD_STATUS:
        return time
    told, days = said.days.high, event.days
    if told is None or days.low is None or days.yearless != said.days.yearless:
        return time
    if event.expression.part == "earlier":
        told -= timedelta(days=1)
    if (
        not days.low <= told
        or (days.high is not None and days.high <= told)
        or event.expression.shape not in ("at", "since")
    ):
        return time
    cut = Interval(days.low, told, days.yearless, days.on)
    step = Narrowing("told as past, so not after the day it was told")
    return replace(time, latest=iso_day(told, days.yearless), edtf=edtf(cut, event.expression.about),
                   precision=precision(cut), narrowed=(*time.narrowed, step))  # fmt: skip


def _bounded_by_clause(
    document: Document, sentence: Sentence, claim: Claim, others: Sequence[Dated], said: Dated | None
) -> Time | None:
    """ "... before it was taken in October": not after October."""
    for dated in others:
        between = document.text[claim.trigger.end : dated.expression.start]
        if dated.days is None or dated.days.high is None or claim.trigger.end > dated.expression.start:
            continue
        if _BEFORE_CLAUSE.search(between) and dated.expression.shape == "at":
            days = Interval(None, dated.days.high, dated.days.yearless, "text")
            words = Span.of(document.text, dated.expression.start, dated.expression.end)
            step = Narrowing("before another event of the sentence, which has this time", words)
            return _inferred(days, "to another event", step)
    return None


def _told_as_past(claim: Claim, said: Dated, document: Document) -> Time | None:
    if (
        said.days is None
        or said.days.high is None
        or claim.status not in ("asserted", "completed", "failed")
        or claim.polarity < 0
    ):
        return None
    words = Span.of(document.text, said.expression.start, said.expression.end)
    step = Narrowing("told as past on this day, so not after it", words)
    return _inferred(Interval(None, said.days.high, said.days.yearless, "text"), "to another event", step)


def _inferred(days: Interval, basis: str, step: Narrowing) -> Time:
    return Time(
        "", None, None, iso_day(days.high, days.yearless), "T6", not days.yearless, basis, edtf(days), narrowed=(step,)
    )
