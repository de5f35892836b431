"""What any answer coded by hand must hold, whatever the pages: used for the demo case and for the corpus.

One function, from an answer and its pages to the list of its faults, each in words with the claim's id. It reads
nothing but its arguments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

TYPES = {
    "movement.evacuation",
    "movement.flight",
    "movement.expulsion",
    "movement.transfer",
    "movement.withdrawal",
    "movement.return",
    "movement.arrival",
    "movement.deployment",
    "movement.passage_opened",
    "movement.passage_blocked",
    "territory.siege",
    "territory.capture",
    "territory.offensive",
    "violence.clash",
    "violence.airstrike",
    "violence.shelling",
    "violence.bombing",
    "violence.chemical",
    "violence.attack",
    "violence.killing",
    "harm.casualties",
    "harm.damage",
    "custody.detention",
    "custody.release",
    "deal.negotiation",
    "deal.agreement",
    "deal.refusal",
    "deal.surrender",
    "support.aid",
    "support.military",
    "protest.demonstration",
    "state.presence",
}
STATUS = {"asserted", "possible", "planned", "denied", "failed"}
ACTS = {"denies", "no_comment", "no_acknowledgement", "confirms"}
ROLES = {
    "moved",
    "means",
    "origin",
    "via",
    "destination",
    "actor",
    "target",
    "party",
    "mediator",
    "goods",
    "cause",
    "released",
    "exchanged_for",
    "terms",
}
DAY = re.compile(r"(~?\d{4}|\?{4})-\d\d-\d\d")
ACROSS_PAIRS = ("same_event", "different_events")

Answer = Mapping[str, Any]


def faults(answer: Answer, pages: Mapping[str, str]) -> list[str]:
    """Every fault of `answer` against `pages` (file name -> text), [] when there is none."""
    found = [
        f"{name}: page without an answer" for name in pages if name not in {d["file"] for d in answer["documents"]}
    ]
    for document in answer["documents"]:
        if document["file"] not in pages:
            found.append(f"{document['file']}: no such page")
            continue
        found += _document_faults(document, pages[document["file"]])
    return found + list(_across_faults(answer))


def claims_of(answer: Answer) -> list[Mapping[str, Any]]:
    """All claims of all documents, in order."""
    return [claim for document in answer["documents"] for claim in document["claims"]]


def _document_faults(document: Mapping[str, Any], text: str) -> Iterator[str]:
    name = document["file"]
    for key in ("outlet", "published", "title", "not_article", "claims"):
        if key not in document:
            yield f"{name}: no key {key!r}"
    if document.get("title") and document["title"] not in text:
        yield f"{name}: title is not on the page: {document['title']!r}"
    for words in document.get("not_article", []):
        if words not in text:
            yield f"{name}: not_article is not on the page: {words!r}"
    for claim in document["claims"]:
        yield from (f"{claim['id']}: {fault}" for fault in _claim_faults(claim, text))


def _claim_faults(claim: Mapping[str, Any], text: str) -> Iterator[str]:
    quote = claim["quote"]
    start = text.find(claim["near"]) if claim.get("near") else 0
    if start < 0 or text.find(quote, start) < 0:
        yield f"quote is not on the page: {quote!r}"
    if text.count(quote) > 1 and not claim.get("near"):
        yield f"quote stands {text.count(quote)} times on the page and has no `near`: {quote!r}"
    if "\n" in quote:
        yield "quote runs over a line break"
    if claim["trigger"] not in quote:
        yield f"trigger {claim['trigger']!r} is not in the quote {quote!r}"
    yield from _label_faults(claim)
    yield from _slot_faults(claim, quote)


def _label_faults(claim: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"no such type: {t}" for t in claim["types"] if t not in TYPES)
    if not claim["types"] and claim.get("act") not in ACTS:
        yield f"neither a type nor a known act: {claim.get('act')!r}"
    if claim["types"] and claim.get("status") not in STATUS:
        yield f"no such status: {claim.get('status')!r}"
    if not all(isinstance(step, list) and step for step in claim["sources"]):
        yield f"a step of the chain is not a list of names: {claim['sources']!r}"
    yield from (f"no such role: {role}" for role in claim.get("roles", {}) if role not in ROLES)


def _slot_faults(claim: Mapping[str, Any], quote: str) -> Iterator[str]:
    for count in claim.get("counts", []):
        if not {"of", "low", "high"} <= set(count):
            yield f"count without its keys: {count}"
        elif None not in (count["low"], count["high"]) and count["low"] > count["high"]:
            yield f"count with low above high: {count}"
    time = claim.get("time") or {}
    yield from (
        f"not a day: {key} {time[key]!r}"
        for key in ("earliest", "latest")
        if key in time and not DAY.fullmatch(time[key])
    )


def _across_faults(answer: Answer) -> Iterator[str]:
    across = answer.get("across", {})
    known = [claim["id"] for claim in claims_of(answer)]
    if len(known) != len(set(known)):
        yield "a claim id is used twice"
    pairs = [p for kind in ACROSS_PAIRS for p in across.get(kind, [])]
    pairs += [row["between"] for row in across.get("contradictions", [])]
    pairs += [[row["claim"], row["rests_on"]] for row in across.get("not_independent", [])]
    pairs += [[row["claim"], row["updates"]] for row in across.get("updates", [])]
    yield from (f"across: no claim {name!r}" for pair in pairs for name in pair if name not in known)
    optional = {claim["id"] for claim in claims_of(answer) if claim.get("optional")}
    yield from (f"across: rests on the optional claim {name!r}" for pair in pairs for name in pair if name in optional)
    files = {document["file"] for document in answer["documents"]}
    echoes = [row[key] for row in across.get("echo", []) for key in ("page", "of")]
    yield from (f"across: echo of a page that is not there: {name!r}" for name in echoes if name not in files)
