"""The pages of a case: what was read, what was not, and why. Rule: see view/__init__."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.record import Document
from rashomon.view.index import Index


@dataclass(frozen=True, slots=True)
class PageRow:
    """One page. article: share of its visible characters that is article text, in [0, 1], None when it has none."""

    id: str
    title: str
    file: str
    outlet: str
    published: str
    language: str
    claims: int
    events: int
    article: float | None


@dataclass(frozen=True, slots=True)
class Refused:
    """Something a stage declined; times: how often the same was said of this page; document "" when there is none."""

    stage: str
    code: str
    detail: str
    file: str
    document: str
    times: int


@dataclass(frozen=True, slots=True)
class PageList:
    """Every page by file name, and every refusal by stage and code."""

    rows: tuple[PageRow, ...]
    refused: tuple[Refused, ...]


def page_list(index: Index) -> PageList:
    """The pages of the case."""
    ordered = sorted(index.documents.values(), key=lambda d: (d.file, d.id))
    return PageList(tuple(_row(index, document) for document in ordered), _refused(index))


def _row(index: Index, document: Document) -> PageRow:
    claims, seen = index.on_page.get(document.id, ()), document.coverage.visible
    first, last = document.published.earliest, document.published.latest
    return PageRow(
        document.id,
        document.title or document.file,
        document.file,
        document.outlet.name or "",
        (first or "") if first == last else f"{first or '…'} to {last or '…'}",
        document.language or "",
        len(claims),
        len({claim.event for claim in claims if claim.event}),
        document.coverage.article / seen if seen else None,
    )


def _refused(index: Index) -> tuple[Refused, ...]:
    found: dict[tuple[str, str, str, str, str], int] = {}
    for refusal in index.accounts.refusals:
        file = refusal.file or (index.documents[refusal.document].file if refusal.document in index.documents else "")
        key = (refusal.stage, refusal.code, refusal.detail, file, refusal.document or "")
        found[key] = found.get(key, 0) + 1
    return tuple(Refused(*key, times) for key, times in sorted(found.items()))
