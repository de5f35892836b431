"""The ledger: one line an event, earliest first, then those that most pages tell. Rule: see view/__init__."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rashomon.record import Accounts, Claim, Document, Event
from rashomon.view.words import at_least_to, first_day, how_many, when, where


@dataclass(frozen=True, slots=True)
class EventLine:
    """One event. says = everybody whose word it rests on, sorted; pages = how many pages tell of it."""

    id: str
    type: str
    when: str
    where: str
    counts: str
    claims: int
    pages: int
    says: tuple[str, ...]
    independent: str
    grade: str
    reason: str


@dataclass(frozen=True, slots=True)
class LedgerView:
    """Events by their first possible day, undated ones last; of one day, those that most pages tell first."""

    events: tuple[EventLine, ...]
    pages: int
    claims: int
    sources: int
    refusals: int


def ledger_view(accounts: Accounts) -> LedgerView:
    """The ledger of a case."""
    totals = len(accounts.documents), len(accounts.claims), len(accounts.sources), len(accounts.refusals)
    return LedgerView(tuple(line for _, line in sorted(_lines(accounts))), *totals)


def ledger_of_lots(lots: Iterable[Accounts], many: Mapping[str, int]) -> LedgerView:
    """The same of a case taken some events at a time; `many`: how many records there are, by table."""
    lines = sorted(line for lot in lots for line in _lines(lot))
    totals = (many[table] for table in ("document", "claim", "source", "refusal"))
    return LedgerView(tuple(line for _, line in lines), *totals)


_Order = tuple[bool, bool, str, int, int, str]


def _lines(accounts: Accounts) -> Iterator[tuple[_Order, EventLine]]:
    """Lines with what they are sorted by, whose last part is the event's id."""
    claims = {claim.id: claim for claim in accounts.claims}
    documents = {document.id: document for document in accounts.documents}
    for event in accounts.events:
        line = event_line(event, claims, documents)
        yield _order(event, line), line


def event_line(event: Event, claims: dict[str, Claim], documents: dict[str, Document]) -> EventLine:
    """One event in a line; claims that are not at hand are left out of `says`."""
    told = [claims[claim] for claim in event.claims if claim in claims]
    return EventLine(
        event.id,
        event.type,
        when(event.time),
        where(event.places),
        how_many(event.counts),
        len(event.claims),
        len({claim.document for claim in told}),
        tuple(sorted({origin(claim, documents) for claim in told})),
        at_least_to(event.independence.lower, event.independence.upper),
        event.assessment.grade if event.assessment else "not assessed",
        event.assessment.reason if event.assessment else "",
    )


def origin(claim: Claim, documents: dict[str, Document]) -> str:
    """The innermost source of a claim; the page's outlet where the page speaks in its own voice."""
    if claim.attribution:
        return claim.attribution[-1].name
    return outlet_name(documents.get(claim.document))


def outlet_name(document: Document | None) -> str:
    """The outlet's name, or the page's file name where no outlet was found."""
    if document is None:
        return "unknown page"
    return document.outlet.name or document.file


def _order(event: Event, line: EventLine) -> _Order:
    """By the first day that the words allow; then what most pages tell."""
    return (*first_day(event), -line.pages, -line.claims, event.id)
