"""Claims by their words: making an anchor, finding it again. Rule: exact words at their exact turn on the page, or
gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.record import Anchor, Claim, Document, PageReading


@dataclass(frozen=True, slots=True)
class Gone:
    """The words, or the claim on them, are not there any more; why, in words."""

    reason: str


def anchor_of(claim: Claim, document: Document) -> Anchor:
    """The anchor of a claim of this document."""
    places = occurrences(document.text, claim.quote.text)
    return Anchor(
        document.page,
        claim.quote.text,
        places.index(claim.quote.start),
        len(places),
        claim.trigger.text,
        claim.trigger.start - claim.quote.start,
        claim.type,
    )


def occurrences(text: str, words: str) -> list[int]:
    """Where the words stand in the text, overlapping ones too."""
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


class Pages:
    """The claims of a case by the words they stand on."""

    def __init__(self, readings: Iterable[PageReading]) -> None:
        self._readings = {reading.page: reading for reading in readings if reading.document is not None}
        self.claims = {claim.id: claim for reading in self._readings.values() for claim in reading.claims}

    def find(self, anchor: Anchor) -> str | Gone:
        """The id of the claim that stands on the anchor's words."""
        reading = self._readings.get(anchor.page)
        if reading is None or reading.document is None:
            return Gone(f"page {anchor.page[:12]}… is not in the case")
        places = occurrences(reading.document.text, anchor.quote)
        if not places:
            return Gone("the words it stands on are not on the page any more")
        if len(places) != anchor.of:
            return Gone(f"the words it stands on stood {anchor.of} times on the page, and now {len(places)} times")
        start = places[anchor.nth] + anchor.offset
        here = [
            claim for claim in reading.claims if claim.trigger.start == start and claim.trigger.text == anchor.trigger
        ]
        fitting = sorted(claim.id for claim in here if claim.type == anchor.type)
        if not fitting:
            return Gone(
                f"the words are there, but no claim of type {anchor.type} is read on {anchor.trigger!r} any more"
            )
        return fitting[0]

    def document_of(self, claim_id: str) -> Document:
        """The document that a claim of this case stands on."""
        wanted = self.claims[claim_id].document
        return next(r.document for r in self._readings.values() if r.document is not None and r.document.id == wanted)
