"""One case laid out for weighing: claims, documents and sources by id, and where each claim's word comes from.

Rule: look-ups only, built once from Accounts; it decides nothing and changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rashomon.lexicon.role_families import slot_of
from rashomon.lexicon.wording import fold
from rashomon.record import ARTICLE_KINDS, Accounts, Claim, Document, Event, Source, Span
from rashomon.record.document import BlockKind

COUNTED_VOICES = ("article", "title", "caption")
"""Voices that count as accounts; a reader's comment or a related headline does not."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a claim's word comes from, as far as the page says.

    key    the same key = the same origin
    known  True when a named body or person stands at the end of the chain
    words  for reasons: "Northern Relief Council", "local sources", "the page itself"
    """

    key: str
    known: bool
    words: str


class CaseView:
    """Accounts by id."""

    def __init__(self, accounts: Accounts) -> None:
        self.accounts = accounts
        self.claims = {claim.id: claim for claim in accounts.claims}
        self.documents = {document.id: document for document in accounts.documents}
        self.sources = {source.id: source for source in accounts.sources}
        self._by_name = {fold(name): s.id for s in accounts.sources if s.named for name in _proper(s)}
        self._cited = _cited(accounts.claims)
        self._outlets = {document.id: self._outlet(document) for document in accounts.documents}

    def members(self, event: Event) -> list[Claim]:
        """The event's claims that count as accounts, by page and position."""
        found = [self.claims[key] for key in event.claims]
        counted = [claim for claim in found if claim.voice in COUNTED_VOICES]
        return sorted(counted, key=lambda claim: (claim.document, claim.trigger.start, claim.id))

    def outlet(self, document: str) -> str | None:
        """The source id of a document's outlet, None when it names none."""
        return self._outlets.get(document)

    def name(self, source: str | None) -> str:
        """The name of a source for a reason in words."""
        return self.sources[source].name if source in self.sources else "an unknown source"

    def name_or(self, words: str) -> str:
        """The name of a source by its id, the words themselves where they are none."""
        return self.sources[words].name if words in self.sources else words

    def called(self, name: str) -> str | None:
        """The source id of a name as printed, None when the case knows no such name."""
        return self._by_name.get(fold(name))

    def body(self, source: str) -> str:
        """The body that a person speaks for, where the case knows it; else the source itself."""
        spoken = self.sources[source].speaks_for if source in self.sources else None
        return self._by_name.get(fold(spoken), source) if spoken else source

    def origin(self, claim: Claim) -> Origin:
        """The innermost step of the chain, taken to the body it speaks for; the page itself where there is none."""
        innermost = claim.attribution[-1].source if claim.attribution else None
        if innermost is None:
            outlet = self.outlet(claim.document)
            return Origin(outlet or claim.document, False, f"{self.publisher(claim.document)} in its own voice")
        source = self.sources[innermost]
        if not source.named:
            return Origin(innermost, False, source.name)
        body = self.body(innermost)
        said = source.name if body == innermost else f"{source.name} for {self.name(body)}"
        return Origin(body, True, said)

    def chain(self, claim: Claim) -> tuple[str, ...]:
        """The bodies of a claim's chain, outermost first."""
        return tuple(self.body(step.source) for step in claim.attribution if step.source)

    def publisher(self, document: str) -> str:
        """The outlet's name, or the page's file name where it names none."""
        found = self.documents[document]
        return found.outlet.name or found.file or "the page"

    def parties(self, claim: Claim, *slots: str) -> frozenset[str]:
        """Source ids that fill the slots of a claim."""
        return frozenset(source for role, source in claim.parties if slot_of(role) in slots)

    def cited(self, document: str) -> frozenset[str]:
        """The sources that a document's claims rest on, any step of the chain."""
        return self._cited.get(document, frozenset())

    def speaks_of(self, document: str, source: str) -> bool:
        """True when the article's words print one of the source's names."""
        known = self.sources[source]
        return any(_prints(self.article(document), name) for name in _proper(known))

    def article(self, document: str) -> str:
        """The text of the article's blocks."""
        return _article(self.documents[document])

    def _outlet(self, document: Document) -> str | None:
        return self._by_name.get(fold(document.outlet.name)) if document.outlet.name else None


def _proper(source: Source) -> list[str]:
    """Its names, without those by its kind alone ("the militia")."""
    return [name for name in (source.name, *source.aliases) if not name.startswith("the ")]


def _cited(claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    cited: dict[str, set[str]] = {}
    for claim in claims:
        cited.setdefault(claim.document, set()).update(step.source for step in claim.attribution if step.source)
    return {document: frozenset(sources) for document, sources in cited.items()}


def role_spans(claim: Claim, *slots: str) -> tuple[Span, ...]:
    """The spans of all roles that answer for one of the slots, each once."""
    return tuple(dict.fromkeys(span for role, spans in claim.roles if slot_of(role) in slots for span in spans))


def role_words(claim: Claim, *slots: str) -> str:
    """The words of those spans, for comparing."""
    return " ".join(span.text for span in role_spans(claim, *slots))


@lru_cache(maxsize=4096)
def _article(document: Document) -> str:
    kept: tuple[BlockKind, ...] = (*ARTICLE_KINDS, "caption")
    return "\n\n".join(document.text[b.start : b.end] for b in document.blocks if b.kind in kept)


def _prints(text: str, name: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) is not None
