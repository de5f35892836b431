"""What flows: frozen records, standard library only. Field names are a contract: add, do not rename."""

from __future__ import annotations

from rashomon.record.annotation import Annotation, Mention, Sentence, Token
from rashomon.record.claim import Claim, Method, Step
from rashomon.record.decision import Anchor, Decision, DecisionKind, Ruling, SourceAnchor
from rashomon.record.document import ARTICLE_KINDS, Block, Coverage, Dated, Document, Named
from rashomon.record.grounded import Candidate, Count, Narrowing, Place, Time
from rashomon.record.ids import digest, identify, page_id
from rashomon.record.linked import (
    Assessment,
    Description,
    Event,
    Independence,
    Relation,
    SharedSpan,
    Source,
    Version,
)
from rashomon.record.page import Page
from rashomon.record.parse import Frame, Labelled, Parse, Quoting
from rashomon.record.plain import from_plain, to_plain
from rashomon.record.reading import Accounts, PageReading
from rashomon.record.refusal import Refusal
from rashomon.record.run import Difference, Run
from rashomon.record.span import Span
from rashomon.record.stamp import Stamp

__all__ = [
    "ARTICLE_KINDS",
    "Accounts",
    "Anchor",
    "Annotation",
    "Assessment",
    "Block",
    "Candidate",
    "Claim",
    "Count",
    "Coverage",
    "Dated",
    "Decision",
    "DecisionKind",
    "Description",
    "Difference",
    "Document",
    "Event",
    "Frame",
    "Independence",
    "Labelled",
    "Mention",
    "Method",
    "Named",
    "Narrowing",
    "Page",
    "PageReading",
    "Parse",
    "Place",
    "Quoting",
    "Refusal",
    "Relation",
    "Ruling",
    "Run",
    "Sentence",
    "SharedSpan",
    "Source",
    "SourceAnchor",
    "Span",
    "Stamp",
    "Step",
    "Time",
    "Token",
    "Version",
    "digest",
    "from_plain",
    "identify",
    "page_id",
    "to_plain",
]
