"""One event: its claims, who says each, and how they stand to each other. Rule: see view/__init__."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.errors import NotFound
from rashomon.record import Accounts, Claim, Document, Relation, Version
from rashomon.view.ledger import EventLine, event_line, origin, outlet_name
from rashomon.view.words import at_least_to, how_many, when, where, who_says


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim in a line; `act` is how the innermost source puts it ("denies"), "says" for the page itself."""

    id: str
    type: str
    file: str
    says: str
    act: str
    status: str
    polarity: int
    trigger: str
    quote: str
    when: str
    where: str
    counts: str


@dataclass(frozen=True, slots=True)
class RelationLine:
    """Two claims (or pages) compared in one slot, with the reason; a_says, b_says: who stands behind them."""

    a: str
    b: str
    a_says: str
    b_says: str
    slot: str
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One answer to one question about an event ("count", "About 400 civilians"): how many claims give it, on how many
    independent words ("1 to 2"), and whose, one group an origin at most."""

    slot: str
    words: str
    claims: int
    independent: str
    says: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """An event, its claims in the order of their pages, its relations by kind; independence told in words, and its
    groups: who stands in each, as far apart as the pages allow; then every answer that the claims give."""

    line: EventLine
    claims: tuple[ClaimLine, ...]
    answers: tuple[ClaimLine, ...]
    relations: tuple[RelationLine, ...]
    independence: tuple[str, ...]
    groups: tuple[str, ...] = ()
    versions: tuple[AnswerLine, ...] = ()


def event_view(accounts: Accounts, event_id: str) -> EventView:
    """The view of one event; raises NotFound."""
    event = next((event for event in accounts.events if event.id == event_id), None)
    if event is None:
        raise NotFound(f"no event {event_id}; `rashomon show CASE` lists them")
    claims = {claim.id: claim for claim in accounts.claims}
    documents = {document.id: document for document in accounts.documents}
    told = [claims[claim] for claim in event.claims if claim in claims]
    answers = [c for c in accounts.claims if set(c.answers) & set(event.claims)]
    return EventView(
        event_line(event, claims, documents),
        claim_lines(accounts, told),
        claim_lines(accounts, answers),
        relation_lines(accounts, set(event.claims)),
        event.independence.why,
        _groups(event.independence.groups, claims, documents),
        tuple(_answer(version, claims, documents) for version in event.versions),
    )


def _groups(
    groups: tuple[tuple[str, ...], ...], claims: dict[str, Claim], documents: dict[str, Document]
) -> tuple[str, ...]:
    """Who stands in each group of one origin, each once."""
    told = [sorted({origin(claims[key], documents) for key in group if key in claims}) for group in groups]
    return tuple(", ".join(names) for names in told if names)


def _answer(version: Version, claims: dict[str, Claim], documents: dict[str, Document]) -> AnswerLine:
    bounds = version.independence
    return AnswerLine(
        version.slot,
        version.words,
        len(version.claims),
        at_least_to(bounds.lower, bounds.upper),
        _groups(bounds.groups, claims, documents),
    )


def claim_lines(accounts: Accounts, claims: list[Claim]) -> tuple[ClaimLine, ...]:
    """One line a claim, by page and place on the page."""
    documents = {document.id: document for document in accounts.documents}

    def line(claim: Claim) -> ClaimLine:
        document = documents.get(claim.document)
        return ClaimLine(
            claim.id,
            claim.type or "",
            document.file if document else "",
            who_says(claim, outlet_name(document)),
            claim.act or (claim.attribution[-1].act if claim.attribution else "says"),
            claim.status,
            claim.polarity,
            claim.trigger.text,
            " ".join(claim.quote.text.split()),
            when(claim.time),
            where(claim.places),
            how_many(claim.counts),
        )

    return tuple(line(claim) for claim in sorted(claims, key=lambda c: (c.document, c.trigger.start, c.id)))


def relation_lines(accounts: Accounts, ends: set[str]) -> tuple[RelationLine, ...]:
    """Relations with at least one end among `ends`, by kind, slot and reason."""
    said = {line.id: line.says for line in claim_lines(accounts, list(accounts.claims))}
    said |= {document.id: outlet_name(document) for document in accounts.documents}

    def line(relation: Relation) -> RelationLine:
        a, b = said.get(relation.a, relation.a), said.get(relation.b, relation.b)
        return RelationLine(relation.a, relation.b, a, b, relation.slot, relation.kind, relation.reason)

    chosen = [line(relation) for relation in accounts.relations if {relation.a, relation.b} & ends]
    return tuple(sorted(chosen, key=lambda r: (r.kind, r.slot, r.reason, r.a, r.b)))
