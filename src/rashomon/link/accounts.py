"""The order of linking: parties of each page, sources of the case, answers, events, Accounts.

Rule: order only. Everything is sorted before it is looked at, so that the same readings give the same Accounts whatever
their order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.lexicon.wording import content_set
from rashomon.link.answers import confirmed_report, with_answers
from rashomon.link.context import NOTHING, Context, contexts
from rashomon.link.events import find_events, with_events
from rashomon.link.pairs import Linkable
from rashomon.link.parties import PageParties, outlet_key, page_parties
from rashomon.link.profile import profile
from rashomon.link.sources import SourceBook, find_sources, with_sources
from rashomon.record import Accounts, Claim, Document, Event, PageReading, Refusal


def link(readings: Iterable[PageReading], previous: Accounts | None = None) -> Accounts:
    """Sources, events, and the claims with `event`, `attribution[].source`, `parties` and `answers` filled; records are
    sorted by id. Relations and assessments are left to weigh. Two readings of one page count once.

    previous  what an earlier run of this version gave for nearly the same readings, no decisions laid over it: only
              what changed since is linked anew. The result is the same without it."""
    pages = _once_each(readings)
    sourced, items, book = _sourced_pages(pages)
    events = find_events(items, *_earlier(previous, items))
    claims = with_events([claim for page in sourced for claim in page.claims], events)
    return Accounts(
        documents=tuple(sorted((p.document for p in pages if p.document is not None), key=lambda d: d.id)),
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        sources=book.sources,
        events=events,
        refusals=_refusals(pages),
    )


def linkables(readings: Iterable[PageReading]) -> list[Linkable]:
    """The event claims of a case as linking looks at them, before anything is joined."""
    return _sourced_pages(_once_each(readings))[1]


def _sourced_pages(pages: Sequence[PageReading]) -> tuple[list[PageReading], list[Linkable], SourceBook]:
    parties = [page_parties(page) for page in pages]
    book = find_sources(parties)
    sourced = [_sourced(page, found, book) for page, found in zip(pages, parties, strict=True)]
    items = [item for page, found in zip(sourced, parties, strict=True) for item in _linkable(page, found, book)]
    return sourced, items, book


def _earlier(previous: Accounts | None, items: Sequence[Linkable]) -> tuple[list[Linkable], tuple[Event, ...]]:
    """The earlier run's claims as linkables. Of a page that is no longer in the case the names are not known any more;
    that its claims are gone is all that matters."""
    if previous is None:
        return [], ()
    stories = {item.profile.document: item.profile.story for item in items}
    confirms = {item.claim.id: item.confirms for item in items}
    people = frozenset(source for item in items for source in item.profile.persons)
    outlets = {item.profile.document: item.outlet for item in items}
    documents = {document.id: document for document in previous.documents}
    lent = contexts_by_page(previous.claims)
    old = [
        Linkable(
            replace(claim, event=None),
            profile(
                claim,
                documents[claim.document],
                stories.get(claim.document, frozenset()),
                lent[claim.document].get(claim.id, NOTHING),
                people,
            ),
            confirms.get(claim.id),
            outlets.get(claim.document),
        )
        for claim in previous.claims
        if claim.type
    ]
    return old, previous.events


def contexts_by_page(claims: Iterable[Claim]) -> dict[str, dict[str, Context]]:
    """Document id -> claim id -> context."""
    pages: dict[str, list[Claim]] = {}
    for claim in claims:
        pages.setdefault(claim.document, []).append(claim)
    return {document: contexts(told) for document, told in pages.items()}


def _once_each(readings: Iterable[PageReading]) -> list[PageReading]:
    by_page = {reading.page: reading for reading in readings}
    return [by_page[page] for page in sorted(by_page)]


def _sourced(page: PageReading, found: PageParties, book: SourceBook) -> PageReading:
    if page.document is None:
        return page
    claims = [with_sources(claim, found, book) for claim in page.claims]
    return replace(page, claims=with_answers(page.document, claims))


def _linkable(page: PageReading, found: PageParties, book: SourceBook) -> list[Linkable]:
    document = page.document
    if document is None:
        return []
    story = _story(document, page)
    names = {
        mention.chain: book.of_party[document.id, f"chain {mention.chain}"]
        for mention in page.mentions
        if (document.id, f"chain {mention.chain}") in book.of_party
    }
    lent = contexts(page.claims)
    outlet = book.of_party.get(outlet_key(document.id))
    people = frozenset(book.of_party[key] for key, party in found.parties.items() if party.person)
    return [
        Linkable(
            claim,
            profile(claim, document, story, lent.get(claim.id, NOTHING), people),
            _confirms(claim, page, names),
            outlet,
        )
        for claim in page.claims
        if claim.type
    ]


def _confirms(claim: Claim, page: PageReading, names: dict[int, str]) -> str | None:
    return confirmed_report(claim, page.mentions, names)


def _story(document: Document, page: PageReading) -> frozenset[str]:
    """The content words of a page's title and the names it prints."""
    printed = {word for mention in page.mentions if mention.kind != "description" for word in content_set(mention.name)}
    return content_set(document.title or "") | printed


def _refusals(pages: Sequence[PageReading]) -> tuple[Refusal, ...]:
    return tuple(sorted((refusal for page in pages for refusal in page.refusals), key=lambda refusal: refusal.id))
