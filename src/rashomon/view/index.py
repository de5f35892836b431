"""Accounts, indexed once so that every view finds what it shows without a walk through the case. Rule: see
view/__init__; an index adds no fact, and is thrown away when the case changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from rashomon.errors import NotFound
from rashomon.record import Accounts, Claim, Document, Event, Relation, Source

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Index:
    """The accounts of a case, by id and by neighbour.

    told      event id -> its claims, in the order of their pages
    answers   claim id -> the claims that answer it (denials, refusals to comment)
    on_page   document id -> its claims, in text order
    relations end (claim or document id) -> relations it takes part in
    outlets   document id -> the Source that publishes it, where one is known by that name
    heard     source id -> the claims whose chain names it
    """

    accounts: Accounts
    documents: dict[str, Document]
    claims: dict[str, Claim]
    events: dict[str, Event]
    sources: dict[str, Source]
    told: dict[str, tuple[Claim, ...]]
    answers: dict[str, tuple[Claim, ...]]
    on_page: dict[str, tuple[Claim, ...]]
    relations: dict[str, tuple[Relation, ...]]
    outlets: dict[str, Source]
    heard: dict[str, tuple[Claim, ...]]

    def event(self, event_id: str) -> Event:
        """The event; raises NotFound."""
        if event_id not in self.events:
            raise NotFound(f"no event {event_id} in this case; the list of events shows those there are")
        return self.events[event_id]

    def document(self, document_id: str) -> Document:
        """The document; raises NotFound."""
        if document_id not in self.documents:
            raise NotFound(f"no document {document_id} in this case; the list of pages shows those there are")
        return self.documents[document_id]

    def source(self, source_id: str) -> Source:
        """The source; raises NotFound."""
        if source_id not in self.sources:
            raise NotFound(f"no source {source_id} in this case; the list of sources shows those there are")
        return self.sources[source_id]

    def outlet(self, document_id: str) -> str:
        """The outlet's name, or the page's file name where no outlet was found."""
        document = self.documents.get(document_id)
        if document is None:
            return "unknown page"
        return document.outlet.name or document.file


def index_of(accounts: Accounts) -> Index:
    """The index of a case."""
    documents = {document.id: document for document in accounts.documents}
    order = {key: (document.file, key) for key, document in documents.items()}
    claims = sorted(accounts.claims, key=lambda c: (order.get(c.document, ("", "")), c.trigger.start, c.id))
    return Index(
        accounts,
        documents,
        {claim.id: claim for claim in claims},
        {event.id: event for event in accounts.events},
        {source.id: source for source in accounts.sources},
        _grouped((claim.event, claim) for claim in claims if claim.event),
        _grouped((answered, claim) for claim in claims for answered in claim.answers),
        _grouped((claim.document, claim) for claim in claims),
        _grouped((end, relation) for relation in accounts.relations for end in dict.fromkeys((relation.a, relation.b))),
        _outlets(accounts),
        _grouped((key, claim) for claim in claims for key in dict.fromkeys(s.source for s in claim.attribution) if key),
    )


def _grouped(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return {key: tuple(values) for key, values in found.items()}


def _outlets(accounts: Accounts) -> dict[str, Source]:
    by_name: dict[str, Source] = {}
    for source in accounts.sources:
        for name in (source.name, *source.aliases) if source.named else ():
            by_name.setdefault(name.casefold(), source)
    named = ((d.id, by_name.get((d.outlet.name or "").casefold())) for d in accounts.documents)
    return {key: source for key, source in named if source is not None}
