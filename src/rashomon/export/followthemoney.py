"""Entities of FollowTheMoney (https://followthemoney.tech), for OpenAleph and its kin: one a line, as `ftm` reads them.

Rule: pages are Articles, sources are Organizations and their like, events are Events, and a claim is the Documentation
that joins a page to an event, with who says so. How claims stand to each other has no place in that model: the `jsonl`
format holds it. The model's own library is not needed to write it, and is a heavy one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rashomon.export.files import write_lines
from rashomon.record import Accounts, Claim, Document, Event, Source, Time

SCHEMA_OF: dict[str, str] = {
    "government": "PublicBody",
    "military": "PublicBody",
    "UN/IGO": "PublicBody",
    "outlet": "Organization",
    "news agency": "Organization",
    "state media": "Organization",
    "local media": "Organization",
    "monitor": "Organization",
    "armed group": "Organization",
    "NGO": "Organization",
}
"""Kind of source -> schema; the others are a LegalEntity, which may be a person or a body."""
_LANGUAGES = {"en": "eng"}
"""ISO 639-1 -> 639-3, of the languages that are read."""

Entity = dict[str, Any]


def write(accounts: Accounts, folder: Path) -> list[Path]:
    """entities.ftm.json."""
    return [write_lines(folder / "entities.ftm.json", (json.dumps(e, ensure_ascii=False) for e in _entities(accounts)))]


def _entities(accounts: Accounts) -> Iterator[Entity]:
    parties = _parties(accounts)
    documents = {document.id: document for document in accounts.documents}
    event_of = {claim.id: claim.event for claim in accounts.claims}
    yield from map(_article, accounts.documents)
    yield from map(_source, accounts.sources)
    for event in accounts.events:
        yield _event(event, parties.get(event.id, ()))
    for claim in accounts.claims:
        about = claim.event or next((event_of[key] for key in claim.answers if event_of.get(key)), None)
        yield _documentation(claim, documents[claim.document], about) if about else _note(claim)


def _parties(accounts: Accounts) -> dict[str, tuple[str, ...]]:
    """Sources that take part in an event, as its claims name them."""
    found: dict[str, set[str]] = {}
    for claim in accounts.claims:
        if claim.event:
            found.setdefault(claim.event, set()).update(source for _, source in claim.parties)
    return {event: tuple(sorted(sources)) for event, sources in found.items()}


def _article(document: Document) -> Entity:
    return _entity(
        document.id,
        "Article",
        title=[document.title],
        fileName=[document.file],
        publisher=[document.outlet.name],
        author=[document.byline.name],
        sourceUrl=[document.url],
        publishedAt=_days(document.published.earliest, document.published.latest),
        language=[_LANGUAGES.get(document.language or "")],
        bodyText=[document.text],
        notes=[f"SHA-256 of the page: {document.page}"],
    )


def _source(source: Source) -> Entity:
    speaks = f"speaks for {source.speaks_for}" if source.speaks_for else None
    schema = SCHEMA_OF.get(source.kind, "LegalEntity")
    return _entity(
        source.id, schema, name=[source.name], alias=source.aliases, classification=[source.kind], summary=[speaks]
    )


def _event(event: Event, parties: Iterable[str]) -> Entity:
    grade = event.assessment
    where = sorted({place.name for place in event.places})
    told = f"{grade.grade}: {grade.reason}" if grade else None
    return _entity(
        event.id,
        "Event",
        name=[" ".join(part for part in (event.type, ", ".join(where), _span(event.time)) if part)],
        summary=[told],
        location=where,
        involved=parties,
        recordId=[event.id],
        **_interval(event.time),
    )


def _documentation(claim: Claim, document: Document, event: str) -> Entity:
    return _entity(
        claim.id,
        "Documentation",
        document=[claim.document],
        entity=[event],
        role=[_says(claim)],
        status=[claim.status if claim.polarity > 0 else f"{claim.status}, said not to have happened"],
        summary=[claim.quote.text],
        namesMentioned=[step.name for step in claim.attribution],
        publisher=[document.outlet.name],
        sourceUrl=[document.url],
        recordId=[claim.id],
        **_interval(claim.time),
    )


def _note(claim: Claim) -> Entity:
    """A claim that tells of no event: a rejected one, or an act that answers none that is here."""
    return _entity(claim.id, "Note", name=[_says(claim)], description=[claim.quote.text], entity=[claim.document])


def _says(claim: Claim) -> str:
    chain = " > ".join(step.name for step in claim.attribution) or "the page itself"
    return f"{chain}: {claim.act or claim.attribution[-1].act}" if claim.act or claim.attribution else chain


def _interval(time: Time | None) -> dict[str, list[str | None]]:
    if time is None or not time.year_known:
        return {}
    if time.earliest == time.latest:
        return {"date": [time.earliest]}
    return {"startDate": [time.earliest], "endDate": [time.latest]}


def _span(time: Time | None) -> str:
    days = [day for part in _interval(time).values() for day in part if day]
    return " to ".join(days)


def _days(earliest: str | None, latest: str | None) -> list[str | None]:
    return [earliest] if earliest == latest else []


def _entity(key: str, schema: str, **properties: Iterable[str | None]) -> Entity:
    held = {name: [value for value in values if value] for name, values in properties.items()}
    return {"id": key, "schema": schema, "properties": {name: values for name, values in held.items() if values}}
