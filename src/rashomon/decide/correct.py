"""Verdicts and corrections, laid over the claims before they are linked. Rule: a corrected slot holds a value of the
slot's own type whose spans are words of the page; anything else is orphaned, not bent."""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from rashomon.decide.standing import Standing
from rashomon.lexicon.ontology import TYPES
from rashomon.record import Claim, Decision, Document, PageReading, Span, from_plain, to_plain

SLOTS = ("type", "voice", "status", "polarity", "roles", "attribution", "act", "said_at", "time", "places", "counts")
"""Fields of a claim that a person can correct. Its words are not among them: they are the page's."""


_HINTS = typing.get_type_hints(Claim)


def correct(readings: Iterable[PageReading], standing: Standing) -> tuple[PageReading, ...]:
    """The readings as people have corrected them; rejected claims are taken out (see `rejected`)."""
    return tuple(_corrected(reading, standing) for reading in readings)


def rejected(readings: Iterable[PageReading], standing: Standing) -> Iterator[Claim]:
    """The claims that were taken out, marked as such: they stay in the case, and tell of no event."""
    for reading in readings:
        for claim in reading.claims:
            if standing.verdicts.get(claim.id) == "rejected":
                yield replace(claim, reviewed=("rejected",), event=None)


def check_value(slot: str, value: str, claim: Claim, document: Document) -> Claim:
    """The claim with a slot filled; raises ValueError saying what is wrong with the value."""
    if slot not in SLOTS:
        raise ValueError(f"no slot is called {slot!r}; slots are {', '.join(SLOTS)}")
    try:
        filled = getattr(from_plain(Claim, {**to_plain(claim), slot: json.loads(value)}), slot)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise ValueError(f"{value!r} is no value for {slot}: {error}") from error
    choices = typing.get_args(_HINTS[slot])
    if choices and all(isinstance(choice, str) for choice in choices) and filled not in choices:
        raise ValueError(f"{filled!r} is no {slot}; one of {', '.join(choices)}")
    if slot == "type" and filled is not None and filled not in TYPES:
        raise ValueError(f"{filled!r} is no type of the ontology; such as {', '.join(sorted(TYPES)[:3])}")
    if slot == "polarity" and filled not in (1, -1):
        raise ValueError(f"{filled!r} is no polarity; 1 it happened, -1 it is said not to have")
    wrong = next((span for span in _spans(filled) if document.text[span.start : span.end] != span.text), None)
    if wrong is not None:
        raise ValueError(f"{wrong.text!r} does not stand at {wrong.start} to {wrong.end} of {document.file}")
    return _with(claim, slot, filled)


def _with(claim: Claim, slot: str, value: Any) -> Claim:
    return replace(claim, **{slot: value})


def _corrected(reading: PageReading, standing: Standing) -> PageReading:
    document = reading.document
    if document is None:
        return reading
    kept = [claim for claim in reading.claims if standing.verdicts.get(claim.id) != "rejected"]
    return replace(reading, claims=tuple(_reviewed(claim, document, standing) for claim in kept))


def _reviewed(claim: Claim, document: Document, standing: Standing) -> Claim:
    marks = {standing.verdicts[claim.id]} if claim.id in standing.verdicts else set()
    if claim.id in standing.disputed:
        marks.add("disputed")
    result = claim
    for slot, decision in sorted(standing.corrections.get(claim.id, {}).items()):
        try:
            result = check_value(slot, decision.value, result, document)
            marks.add(f"corrected {slot}")
        except ValueError as error:
            _orphan(standing, decision, str(error))
    return replace(result, reviewed=tuple(sorted(marks)))


def _orphan(standing: Standing, decision: Decision, reason: str) -> None:
    standing.state(decision, "orphaned", reason)


def _spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from _spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _spans(item)
