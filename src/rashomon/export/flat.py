"""The records as flat tables, for spreadsheets and data frames: the `csv` and `parquet` formats share them.

Rule: one row a thing, one table a kind of thing; what a claim has several of (places, counts, steps of its chain,
roles) has a table of its own whose first column is the claim. Names of columns are the records' own where there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from rashomon.record import Accounts, Claim, Document, Event, Place, Refusal, Relation, Ruling, Source, Time

Row = dict[str, Any]
Kind = type[str] | type[int] | type[float] | type[bool]


@dataclass(frozen=True, slots=True)
class Table:
    """columns: name -> type of its values, None allowed in each; rows: in a stable order."""

    name: str
    columns: dict[str, Kind]
    rows: Callable[[Accounts], Iterator[Row]]


def _documents(accounts: Accounts) -> Iterator[Row]:
    yield from map(_document, accounts.documents)


def _document(document: Document) -> Row:
    return {
        "id": document.id,
        "file": document.file,
        "url": document.url,
        "title": document.title,
        "outlet": document.outlet.name,
        "byline": document.byline.name,
        "published_earliest": document.published.earliest,
        "published_latest": document.published.latest,
        "published_basis": document.published.basis,
        "language": document.language,
        "page": document.page,
    }


def _claims(accounts: Accounts) -> Iterator[Row]:
    files = {document.id: document.file for document in accounts.documents}
    yield from (_claim(claim, files) for claim in accounts.claims)


def _claim(claim: Claim, files: dict[str, str]) -> Row:
    return {
        "id": claim.id,
        "document": claim.document,
        "file": files.get(claim.document),
        "event": claim.event,
        "type": claim.type,
        "act": claim.act,
        "answers": " ".join(claim.answers) or None,
        "status": claim.status,
        "polarity": claim.polarity,
        "voice": claim.voice,
        "says": " > ".join(step.name for step in claim.attribution) or None,
        "trigger": claim.trigger.text,
        "quote": claim.quote.text,
        "quote_start": claim.quote.start,
        "quote_end": claim.quote.end,
        **_when(claim.time),
        "confidence": claim.confidence,
        "reviewed": "; ".join(claim.reviewed) or None,
        "extractor": f"{claim.method.extractor} {claim.method.version}",
    }


def _when(time: Time | None) -> Row:
    names = ("earliest", "latest", "precision", "basis", "edtf")
    told: Row = {f"time_{name}": getattr(time, name) or None if time else None for name in names}
    return {"time_words": time.text or None if time else None, **told, "year_known": time.year_known if time else None}


def _places(accounts: Accounts) -> Iterator[Row]:
    yield from ({"claim": claim.id, **place_row(place)} for claim in accounts.claims for place in claim.places)


def place_row(place: Place) -> Row:
    """A place's own fields."""
    names = ("role", "text", "name", "id", "lat", "lon", "precision", "relation", "radius_km", "reason")
    return {name: getattr(place, name) for name in names}


def _counts(accounts: Accounts) -> Iterator[Row]:
    names = ("text", "of", "low", "high", "quantifier", "unit", "aggregation", "window", "part_of")
    for claim in accounts.claims:
        for count in claim.counts:
            yield {"claim": claim.id, **{name: getattr(count, name) for name in names}}


def _steps(accounts: Accounts) -> Iterator[Row]:
    names = ("name", "source", "act", "cue", "direct")
    for claim in accounts.claims:
        for place, step in enumerate(claim.attribution, 1):
            yield {"claim": claim.id, "step": place, **{name: getattr(step, name) for name in names}}


def _roles(accounts: Accounts) -> Iterator[Row]:
    for claim in accounts.claims:
        for role, spans in claim.roles:
            for span in spans:
                yield {"claim": claim.id, "role": role, "text": span.text, "start": span.start, "end": span.end}


def _sources(accounts: Accounts) -> Iterator[Row]:
    yield from map(_source, accounts.sources)


def _source(source: Source) -> Row:
    told = {name: getattr(source, name) for name in ("id", "name", "kind", "named", "speaks_for")}
    return {**told, "aliases": "; ".join(source.aliases) or None}


def _events(accounts: Accounts) -> Iterator[Row]:
    yield from map(event_row, accounts.events)


def event_row(event: Event) -> Row:
    """An event's own fields, without its places, which its claims tell."""
    grade = event.assessment
    return {
        "id": event.id,
        "type": event.type,
        "claims": len(event.claims),
        **_when(event.time),
        "places": "; ".join(f"{place.role}: {place.name}" for place in event.places) or None,
        "counts": "; ".join(f"{count.text} {count.of}".strip() for count in event.counts) or None,
        "independent_lower": event.independence.lower,
        "independent_upper": event.independence.upper,
        "grade": grade.grade if grade else None,
        "rule": grade.rule if grade else None,
        "reason": grade.reason if grade else None,
    }


def _relations(accounts: Accounts) -> Iterator[Row]:
    yield from map(_relation, accounts.relations)


def _relation(relation: Relation) -> Row:
    return {name: getattr(relation, name) for name in ("id", "kind", "slot", "a", "b", "reason")}


def _refusals(accounts: Accounts) -> Iterator[Row]:
    yield from map(_refusal, accounts.refusals)


def _refusal(refusal: Refusal) -> Row:
    return {name: getattr(refusal, name) for name in ("id", "stage", "code", "detail", "file", "document")}


def _decisions(accounts: Accounts) -> Iterator[Row]:
    yield from map(_decision, accounts.rulings)


def _decision(ruling: Ruling) -> Row:
    told = {name: getattr(ruling.decision, name) for name in ("id", "at", "who", "kind", "slot", "value", "why")}
    return {**told, "state": ruling.state, "note": ruling.note, "targets": " ".join(ruling.targets) or None}


_TIME: dict[str, Kind] = {
    "time_words": str,
    "time_earliest": str,
    "time_latest": str,
    "time_precision": str,
    "time_basis": str,
    "time_edtf": str,
    "year_known": bool,
}


def _text(names: str) -> dict[str, Kind]:
    return dict.fromkeys(names.split(), str)


TABLES: tuple[Table, ...] = (
    Table(
        "documents",
        _text(
            "id file url title outlet byline published_earliest published_latest published_basis language page",
        ),
        _documents,
    ),
    Table(
        "claims",
        {
            **_text("id document file event type act answers status"),
            "polarity": int,
            **_text("voice says trigger quote"),
            "quote_start": int,
            "quote_end": int,
            **_TIME,
            "confidence": float,
            **_text("reviewed extractor"),
        },
        _claims,
    ),
    Table(
        "claim_places",
        {
            **_text("claim role text name id"),
            "lat": float,
            "lon": float,
            **_text("precision relation"),
            "radius_km": float,
            "reason": str,
        },
        _places,
    ),
    Table(
        "claim_counts",
        {
            **_text("claim text of"),
            "low": float,
            "high": float,
            **_text("quantifier unit aggregation window part_of"),
        },
        _counts,
    ),
    Table(
        "claim_steps",
        {"claim": str, "step": int, **_text("name source act cue"), "direct": bool},
        _steps,
    ),
    Table("claim_roles", {**_text("claim role text"), "start": int, "end": int}, _roles),
    Table("sources", {**_text("id name kind"), "named": bool, **_text("speaks_for aliases")}, _sources),
    Table(
        "events",
        {
            **_text("id type"),
            "claims": int,
            **_TIME,
            **_text("places counts"),
            "independent_lower": int,
            "independent_upper": int,
            **_text("grade rule reason"),
        },
        _events,
    ),
    Table("relations", _text("id kind slot a b reason"), _relations),
    Table("refusals", _text("id stage code detail file document"), _refusals),
    Table("decisions", _text("id at who kind slot value why state note targets"), _decisions),
)
