"""Records to rows of the derived tables, and rows back to records.

Rule: a row is a projection of its record: `body` holds the whole record, the columns beside it repeat what people ask
for. Nothing is computed here that the record does not say.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from rashomon.ledger.chain import canonical
from rashomon.record import (
    Claim,
    Count,
    Document,
    Event,
    Place,
    Refusal,
    Relation,
    Ruling,
    Source,
    Time,
    from_plain,
    to_plain,
)

Row = dict[str, Any]


def row_of(table: str, record: Any) -> Row:
    """The row of one record."""
    return _ROW[table](record)


def record_of(table: str, row: Mapping[str, Any]) -> Any:
    """The record that a row was made from."""
    plain = json.loads(row["body"])
    if table == "document":
        plain["text"] = row["text"]
    return from_plain(FIELDS[table][1], plain)


def said_by(claim: Claim) -> str:
    """The attribution chain in one line, outermost first; "" when the page speaks in its own voice."""
    return " > ".join(step.name for step in claim.attribution)


def _document(record: Document) -> Row:
    plain = to_plain(record)
    text = plain.pop("text")
    return {
        "id": record.id,
        "page": record.page,
        "file": record.file,
        "url": record.url,
        "title": record.title,
        "outlet": record.outlet.name,
        "published_earliest": record.published.earliest,
        "published_latest": record.published.latest,
        "language": record.language,
        "text": text,
        "body": canonical(plain),
    }


def _claim(record: Claim) -> Row:
    return {
        "id": record.id,
        "document": record.document,
        "event": record.event,
        "type": record.type,
        "act": record.act,
        "voice": record.voice,
        "status": record.status,
        "polarity": record.polarity,
        "trigger": record.trigger.text,
        "quote": record.quote.text,
        "says": said_by(record),
        **_when_and_where(record.time, record.places, record.counts),
        "confidence": record.confidence,
        "extractor": f"{record.method.extractor} {record.method.version}",
        "body": canonical(to_plain(record)),
    }


def _source(record: Source) -> Row:
    return {
        "id": record.id,
        "name": record.name,
        "kind": record.kind,
        "named": int(record.named),
        "speaks_for": record.speaks_for,
        "aliases": "; ".join(record.aliases),
        "body": canonical(to_plain(record)),
    }


def _event(record: Event) -> Row:
    grade = record.assessment
    return {
        "id": record.id,
        "type": record.type,
        "claims": len(record.claims),
        **_when_and_where(record.time, record.places, record.counts),
        "independent_lower": record.independence.lower,
        "independent_upper": record.independence.upper,
        "grade": grade.grade if grade else None,
        "reason": grade.reason if grade else None,
        "body": canonical(to_plain(record)),
    }


def _relation(record: Relation) -> Row:
    plain = to_plain(record)
    return {**{key: plain[key] for key in ("id", "a", "b", "slot", "kind", "reason")}, "body": canonical(plain)}


def _refusal(record: Refusal) -> Row:
    plain = to_plain(record)
    columns = {key: plain[key] for key in ("stage", "code", "detail", "file", "document")}
    return {"id": record.id, **columns, "body": canonical(plain)}


def _ruling(record: Ruling) -> Row:
    decision = record.decision
    told = {key: getattr(decision, key) for key in ("id", "at", "who", "kind", "slot", "value", "why")}
    rest = {"state": record.state, "note": record.note, "targets": " ".join(record.targets)}
    return {**told, **rest, "body": canonical(to_plain(record))}


def _when_and_where(time: Time | None, places: tuple[Place, ...], counts: tuple[Count, ...]) -> Row:
    located = next((place for place in places if place.lat is not None), None)
    return {
        "earliest": time.earliest if time else None,
        "latest": time.latest if time else None,
        "place": "; ".join(f"{place.role}: {place.name}" for place in places) or None,
        "latitude": located.lat if located else None,
        "longitude": located.lon if located else None,
        "counts": "; ".join(map(_count, counts)) or None,
    }


def _count(count: Count) -> str:
    low = "?" if count.low is None else f"{count.low}"
    high = "?" if count.high is None else f"{count.high}"
    return f"{count.text} ({low}..{high} {count.of})"


FIELDS: dict[str, tuple[str, type]] = {
    "document": ("documents", Document),
    "claim": ("claims", Claim),
    "source": ("sources", Source),
    "event": ("events", Event),
    "relation": ("relations", Relation),
    "refusal": ("refusals", Refusal),
    "ruling": ("rulings", Ruling),
}
"""Derived table -> field of Accounts, class of its records."""

_ROW: dict[str, Callable[[Any], Row]] = {
    "document": _document,
    "claim": _claim,
    "source": _source,
    "event": _event,
    "relation": _relation,
    "refusal": _refusal,
    "ruling": _ruling,
}
