"""Claims and decisions as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), for annotation tools.

Rule: an annotation a claim, on the words that carry it, by position (in code points, as the standard says) and by
quote; its target is the page's text, which lies beside in texts/, and names the page it was read from. Decisions
annotate the claims they are about, by who decided.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rashomon import __version__
from rashomon.export.files import write_lines
from rashomon.record import Accounts, Claim, Document, Ruling, to_plain

AROUND = 32
"""Code points of prefix and suffix: what the standard's examples and Hypothesis use."""
_MOTIVATION = {"comment": "commenting", "tag": "tagging"}


def write(accounts: Accounts, folder: Path) -> list[Path]:
    """annotations.jsonld, an AnnotationCollection of one page, one annotation a line; and texts/DOCUMENT.txt."""
    texts = folder / "texts"
    texts.mkdir(exist_ok=True)
    files = [_text(texts, document) for document in accounts.documents]
    documents = {document.id: document for document in accounts.documents}
    made = [*(_claim(claim, documents[claim.document]) for claim in accounts.claims)]
    made += [_decision(ruling) for ruling in accounts.rulings if ruling.targets]
    return [write_lines(folder / "annotations.jsonld", _collection(made)), *files]


def _text(folder: Path, document: Document) -> Path:
    """The text, as it is: positions count its code points, line ends included."""
    path = folder / f"{document.id}.txt"
    path.write_bytes(document.text.encode("utf-8", "surrogatepass"))
    return path


def _collection(made: list[dict[str, Any]]) -> Iterator[str]:
    head = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:rashomon:annotations",
        "type": "AnnotationCollection",
        "label": "Claims and decisions of a rashomon case",
        "total": len(made),
    }
    page = {"id": "urn:rashomon:annotations:1", "type": "AnnotationPage", "startIndex": 0}
    yield f'{_json(head)[:-1]}, "first": {_json(page)[:-1]}, "items": ['
    yield from _separated(_json(one) for one in made)
    yield "]}}"


def _separated(lines: Iterable[str]) -> Iterator[str]:
    before = None
    for line in lines:
        if before is not None:
            yield f"{before},"
        before = line
    if before is not None:
        yield before


def _claim(claim: Claim, document: Document) -> dict[str, Any]:
    software = {"type": "Software", "name": f"{claim.method.extractor} {claim.method.version}, rashomon {__version__}"}
    return {
        "id": f"urn:rashomon:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "generator": software,
        "body": [*_tags(claim), _dataset(claim)],
        "target": _target(claim, document),
    }


def _tags(claim: Claim) -> list[dict[str, Any]]:
    """What is said in short: type or act, status, who says so."""
    says = " > ".join(step.name for step in claim.attribution)
    words = (claim.type or claim.act, claim.status, f"says: {says}" if says else None)
    return [{"type": "TextualBody", "purpose": "tagging", "value": word} for word in words if word]


def _dataset(claim: Claim) -> dict[str, Any]:
    value = json.dumps(to_plain(claim), ensure_ascii=False)
    return {"type": "TextualBody", "purpose": "describing", "format": "application/json", "value": value}


def _target(claim: Claim, document: Document) -> dict[str, Any]:
    start, end, text = claim.quote.start, claim.quote.end, document.text
    quote = {
        "exact": claim.quote.text,
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    return {
        "type": "SpecificResource",
        "source": {
            "id": f"texts/{document.id}.txt",
            "type": "Text",
            "format": "text/plain",
            **({"language": document.language} if document.language else {}),
            **({"via": document.url} if document.url else {}),
            "canonical": f"urn:sha256:{document.page}",
        },
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {"type": "TextQuoteSelector", **quote},
        ],
    }


def _decision(ruling: Ruling) -> dict[str, Any]:
    decision = ruling.decision
    words = " ".join(part for part in (decision.kind, decision.slot, decision.value, decision.why) if part)
    return {
        "id": f"urn:rashomon:{decision.id}",
        "type": "Annotation",
        "motivation": _MOTIVATION.get(decision.kind, "assessing"),
        "creator": {"type": "Person", "name": decision.who},
        "created": decision.at,
        "body": {"type": "TextualBody", "format": "text/plain", "value": f"{words} [{ruling.state}]"},
        "target": [f"urn:rashomon:{target}" for target in ruling.targets],
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
