"""A document that has been annotated: tokens, sentences with their parses, mentions. It flows from annotate to claim
and ground, within one page; only the mentions are kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.record.parse import Parse
from rashomon.record.span import Span

MentionKind = Literal["person", "organisation", "group", "place", "facility", "norp", "product", "misc", "description"]
"""norp: nationalities, religious and political groups as adjectives or nouns; description: a definite description or
pronoun that names nobody ("the monitoring group", "he")."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the document's text: `text[start:end]`, offsets into `Document.text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one block.

    block    index into Document.blocks
    start    first character, end: after the last one, in Document.text
    tokens   its words in order
    parse    what the encoder says; as many tags as tokens
    """

    block: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    parse: Parse


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something named on a page.

    span          its words
    kind          see MentionKind
    chain         the same number = the same entity within this document
    name          the fullest name of its chain in this document ("Syrian Observatory for Human Rights"), or the words
                  themselves when the chain names nobody
    described_as  the words that describe it here, with their spans ("pro-opposition", "Russian state-run")
    speaks_for    whom it speaks for in this document's words ("Syrian Democratic Forces"), None = not said
    """

    span: Span
    kind: MentionKind
    chain: int
    name: str
    described_as: tuple[Span, ...] = ()
    speaks_for: str | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """Sentences and mentions of one document, in text order."""

    document: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...] = ()
