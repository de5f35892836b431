"""One claim, down to the words on the page: the audit trail of a cell. Rule: see view/__init__."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.errors import NotFound
from rashomon.record import Accounts, Claim, Document, Place
from rashomon.view.event import ClaimLine, RelationLine, claim_lines, relation_lines
from rashomon.view.words import count_words, when

AROUND = 160
"""Characters of the page shown on each side of the quoted words: about two lines of a terminal."""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One link of the chain: who, how, and the words that say so, with their place; place = "" when carried over."""

    name: str
    act: str
    cue: str
    direct: bool
    words: str
    place: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim with all that it rests on.

    before, quote, after  the page's own words around and of the claim; start, end: where they stand
    spoken     (role, words, place); times, places, counts in words with their reasons
    page, url  SHA-256 of the page and where it was collected
    """

    line: ClaimLine
    event: str
    before: str
    quote: str
    after: str
    start: int
    end: int
    steps: tuple[StepLine, ...]
    spoken: tuple[tuple[str, str, str], ...]
    time: tuple[str, ...]
    places: tuple[str, ...]
    counts: tuple[str, ...]
    relations: tuple[RelationLine, ...]
    page: str
    url: str
    extractor: str
    confidence: float


def claim_view(accounts: Accounts, claim_id: str) -> ClaimView:
    """The view of one claim; raises NotFound."""
    claim = next((claim for claim in accounts.claims if claim.id == claim_id), None)
    if claim is None:
        raise NotFound(f"no claim {claim_id}; `rashomon show CASE --event ID` lists those of an event")
    document = next(d for d in accounts.documents if d.id == claim.document)
    start, end = claim.quote.start, claim.quote.end
    return ClaimView(
        claim_lines(accounts, [claim])[0],
        claim.event or "",
        document.text[max(0, start - AROUND) : start],
        claim.quote.text,
        document.text[end : end + AROUND],
        start,
        end,
        _steps(claim),
        tuple((role, span.text, f"{span.start}-{span.end}") for role, spans in claim.roles for span in spans),
        _time(claim),
        _places(claim),
        tuple(f"{count_words(count)}, {count.quantifier}, {count.aggregation}" for count in claim.counts),
        relation_lines(accounts, {claim.id}),
        document.page,
        _url(document),
        f"{claim.method.extractor} {claim.method.version}",
        claim.confidence,
    )


def _steps(claim: Claim) -> tuple[StepLine, ...]:
    return tuple(
        StepLine(
            step.name,
            step.act,
            step.cue,
            step.direct,
            step.span.text if step.span else "",
            f"{step.span.start}-{step.span.end}" if step.span else "",
        )
        for step in claim.attribution
    )


def _time(claim: Claim) -> tuple[str, ...]:
    if claim.time is None:
        return ()
    told = f"{claim.time.text!r}: {when(claim.time)}" if claim.time.text else when(claim.time)
    return (told, *(narrowing.reason for narrowing in claim.time.narrowed))


def _places(claim: Claim) -> tuple[str, ...]:
    return tuple(map(_place, claim.places))


def _place(place: Place) -> str:
    located = place.lat is not None and place.lon is not None
    point = f"{place.lat:.3f}, {place.lon:.3f}" if located else "not located"
    return f"{place.role}: {place.text!r} → {place.name}, {point}" + (f" ({place.reason})" if place.reason else "")


def _url(document: Document) -> str:
    return document.url or ""
