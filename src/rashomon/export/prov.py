"""Where everything comes from, as W3C PROV (PROV-JSON, https://www.w3.org/submissions/prov-json/).

Rule: entities are pages, texts, claims, events and decisions; agents are sources, reviewers and the software that read;
what a record does not say is not made up (there are no times of reading: they are the machine's clock, not the pages').
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon import __version__
from rashomon.export.files import write_lines
from rashomon.record import Accounts, Claim, Document, Event, Ruling, Source, identify

PREFIX = {"rashomon": "urn:rashomon:", "page": "urn:sha256:"}
_LINKER = "rashomon:linking"

Statement = tuple[str, str, dict[str, Any]]
"""A kind of statement ("entity", "wasDerivedFrom"), its key, and its attributes."""


def write(accounts: Accounts, folder: Path) -> list[Path]:
    """prov.json: one object a kind of statement, keys sorted."""
    found: dict[str, dict[str, Any]] = {"prefix": PREFIX}
    for kind, key, told in _statements(accounts):
        found.setdefault(kind, {})[key] = told
    text = json.dumps(found, ensure_ascii=False, sort_keys=True, indent=1)
    return [write_lines(folder / "prov.json", [text])]


def _statements(accounts: Accounts) -> Iterator[Statement]:
    linker = {"prov:type": "prov:SoftwareAgent", "prov:label": f"rashomon {__version__}"}
    yield "agent", _LINKER, linker
    for source in accounts.sources:
        yield from _source(source)
    for document in accounts.documents:
        yield from _document(document)
    for claim in accounts.claims:
        yield from _claim(claim)
    for event in accounts.events:
        yield from _event(event)
    for ruling in accounts.rulings:
        yield from _ruling(ruling)


def _source(source: Source) -> Iterator[Statement]:
    told = {"prov:label": source.name, "rashomon:kind": source.kind}
    yield "agent", _name(source.id), {**told, **_given("rashomon:speaksFor", source.speaks_for)}


def _document(document: Document) -> Iterator[Statement]:
    page, text = f"page:{document.page}", _name(document.id)
    where = _given("prov:atLocation", document.url)
    yield "entity", page, {"prov:type": "rashomon:Page", "prov:label": document.file, **where}
    told = _given("prov:label", document.title) | _given("rashomon:outlet", document.outlet.name)
    yield "entity", text, {"prov:type": "rashomon:Document", **told}
    yield _link("wasDerivedFrom", "generatedEntity", text, "usedEntity", page)


def _claim(claim: Claim) -> Iterator[Statement]:
    """A claim quotes its text; it was read by software, and is told on the word of the sources of its chain."""
    key, text = _name(claim.id), _name(claim.document)
    told: dict[str, Any] = {"prov:type": "rashomon:Claim", "prov:value": claim.quote.text}
    told |= _given("rashomon:status", claim.status)
    told |= _given("rashomon:type", claim.type) | _given("rashomon:act", claim.act)
    told |= {"rashomon:start": claim.quote.start, "rashomon:end": claim.quote.end}
    yield "entity", key, told
    yield _link("wasDerivedFrom", "generatedEntity", key, "usedEntity", text, {"prov:type": "prov:Quotation"})
    reader = f"{claim.method.extractor} {claim.method.version}"
    software = _name(identify("software", reader))
    yield "agent", software, {"prov:type": "prov:SoftwareAgent", "prov:label": reader}
    yield _link("wasAttributedTo", "entity", key, "agent", software, {"prov:role": "rashomon:reader"})
    for place, step in enumerate(claim.attribution, 1):
        if step.source:
            role = {"prov:role": f"rashomon:{step.act}", "rashomon:step": place}
            yield _link("wasAttributedTo", "entity", key, "agent", _name(step.source), role)


def _event(event: Event) -> Iterator[Statement]:
    key, grade = _name(event.id), event.assessment
    told = {"prov:type": "rashomon:Event", "rashomon:type": event.type}
    yield "entity", key, told | _given("rashomon:grade", grade.grade if grade else None)
    yield _link("wasAttributedTo", "entity", key, "agent", _LINKER)
    for claim in event.claims:
        yield _link("wasDerivedFrom", "generatedEntity", key, "usedEntity", _name(claim))


def _ruling(ruling: Ruling) -> Iterator[Statement]:
    decision = ruling.decision
    key, person = _name(decision.id), _name(identify("reviewer", decision.who))
    told: dict[str, Any] = {"prov:type": "rashomon:Decision", "rashomon:kind": decision.kind}
    told |= {"rashomon:state": ruling.state}
    told |= {"prov:generatedAtTime": {"$": decision.at, "type": "xsd:dateTime"}}
    yield "entity", key, told | _given("prov:value", decision.value) | _given("rashomon:why", decision.why)
    yield "agent", person, {"prov:type": "prov:Person", "prov:label": decision.who}
    yield _link("wasAttributedTo", "entity", key, "agent", person)
    for target in ruling.targets:
        yield _link("wasInfluencedBy", "influencee", _name(target), "influencer", key)


def _link(kind: str, one: str, a: str, other: str, b: str, more: dict[str, Any] | None = None) -> Statement:
    """A statement about two, keyed by what it says, so that it stands once."""
    told = {f"prov:{one}": a, f"prov:{other}": b, **(more or {})}
    return kind, f"_:{identify(kind, a, b, json.dumps(more, sort_keys=True))}", told


def _name(key: str) -> str:
    return f"rashomon:{key}"


def _given(name: str, value: str | None) -> dict[str, Any]:
    return {name: value} if value else {}
