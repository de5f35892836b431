"""A page that has been read: clean text in labelled blocks. Nothing is thrown away."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

BlockKind = Literal[
    "title",
    "dateline",
    "byline",
    "paragraph",
    "quote",
    "list",
    "caption",
    "related",
    "comment",
    "embedded",
    "boilerplate",
]
ARTICLE_KINDS: tuple[BlockKind, ...] = ("title", "dateline", "paragraph", "quote", "list")
"""Blocks whose words are the article's own voice (voice "title" for the title, "article" for the others)."""


@dataclass(frozen=True, slots=True)
class Block:
    """A run of `Document.text`, start..end half-open, with one label.

    depth   nesting of a comment or list item, 0 = outermost
    author  of a comment or embedded post, as printed; None where not told
    parent  index of the comment this one answers in `Document.blocks`; None = none
    meta    further facts as sorted pairs: ("duplicate_of", "3") for text that stands twice on the page (the first
            stands, the second is marked), ("reason", "...") why the block has its label, ("language", "ar")
    """

    kind: BlockKind
    start: int
    end: int
    depth: int = 0
    author: str | None = None
    parent: int | None = None
    meta: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A name found on the page, with the basis it was found on ("json-ld", "meta", "visible text", "url",
    "dateline", "copyright line", "none"). `name` is None when the basis is "none"."""

    name: str | None = None
    basis: str = "none"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the page as a closed interval of ISO days ("2019-01-12"), None = open, with its basis ("json-ld",
    "meta", "visible text", "url", "dateline", "none")."""

    earliest: str | None = None
    latest: str | None = None
    basis: str = "none"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Visible characters of the page (white space left out): seen, kept as article, kept in other blocks, lost.
    `visible == article + other + lost`."""

    visible: int = 0
    article: int = 0
    other: int = 0
    lost: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """id         identify("doc", page id)
    page       id of the Page
    file       the page's file name
    text       all visible text, article or not; blocks are separated by blank lines
    blocks     in order, not overlapping; white space only between them
    sentences  half-open runs of `text`, within blocks, in order
    title      the article's own title, or None
    outlet     who publishes; byline: who wrote; dateline: the place a dateline names
    published, updated  never a widget's, caption's or copyright year's date
    language   ISO 639-1 of the article, None when it cannot be told
    url        of the page, where known
    """

    id: str
    page: str
    file: str
    text: str = field(repr=False)
    blocks: tuple[Block, ...]
    sentences: tuple[tuple[int, int], ...] = ()
    title: str | None = None
    outlet: Named = Named()
    byline: Named = Named()
    dateline: Named = Named()
    published: Dated = Dated()
    updated: Dated = Dated()
    language: str | None = None
    url: str | None = None
    coverage: Coverage = Coverage()
