"""A party: somebody on one page. Rule: the records that the rooms of one page's parties share, and their keys."""

from __future__ import annotations

from dataclasses import dataclass, field

from rashomon.record import ARTICLE_KINDS, Description, Document, Span


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody on one page.

    key      (document id, page-local label): unique in a case, and the same whatever pages stand beside it
    names    the names printed here, sorted; () when the page only describes
    words    the words it is known by here: its fullest name, or the description
    person   True for a person, False for a body
    sure     False when only an attribution's words tell of it, so that `person` is a guess
    under    key of the outer attribution step of an unnamed source, None = none
    speaks_for  as printed
    called   further words that this page calls it by, with a title or by its kind ("Mr Talley", "the militia"): shown
             among its names, never a ground for joining
    offices  words for what a person is on this page ("engineer"), folded
    """

    key: tuple[str, str]
    words: str
    names: tuple[str, ...] = ()
    person: bool = False
    sure: bool = True
    speaks_for: str | None = None
    described_as: tuple[Description, ...] = ()
    under: tuple[str, str] | None = None
    called: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        """True when the page names it."""
        return bool(self.names)


@dataclass(slots=True)
class PageParties:
    """The parties of one page, and which of them each attribution step and role span means."""

    parties: dict[tuple[str, str], Party] = field(default_factory=dict)
    steps: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    roles: dict[tuple[str, str], tuple[tuple[str, str], ...]] = field(default_factory=dict)


def in_article(document: Document, span: Span) -> bool:
    """True for words of the article or of a caption; a name in a reader's comment makes no source by itself."""
    return any(b.start <= span.start < b.end and b.kind in (*ARTICLE_KINDS, "caption") for b in document.blocks)


def outlet_key(document: str) -> tuple[str, str]:
    """The key of the party that publishes a document."""
    return (document, "outlet")
