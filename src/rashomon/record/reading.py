"""What the per-page half of the pipeline gives for one page, and what the across-page half gives for a case."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.record.annotation import Mention
from rashomon.record.claim import Claim
from rashomon.record.decision import Ruling
from rashomon.record.document import Document
from rashomon.record.linked import Event, Relation, Source
from rashomon.record.refusal import Refusal


@dataclass(frozen=True, slots=True)
class PageReading:
    """One page, read. `document` is None when the page was refused; the refusals say why."""

    page: str
    document: Document | None = None
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()
    refusals: tuple[Refusal, ...] = ()


@dataclass(frozen=True, slots=True)
class Accounts:
    """A whole case, linked and weighed. Everything is sorted, so that the same pages give the same bytes.

    claims   the readings' claims with their `event`, `attribution[].source` and `answers` filled
    rulings  what became of every decision of a reviewer
    """

    documents: tuple[Document, ...] = ()
    claims: tuple[Claim, ...] = ()
    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = ()
    relations: tuple[Relation, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    rulings: tuple[Ruling, ...] = ()
