"""The report of a case: what was read, what agrees, what echoes, what contradicts, what was declined.
Rule: see view/__init__."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.record import Accounts, Refusal
from rashomon.view.event import RelationLine, relation_lines
from rashomon.view.ledger import LedgerView, ledger_view, outlet_name

AGREE = ("same", "finer", "broader", "adds_up", "confirms")
DEPEND = ("echoes", "rests_on", "same_origin")
DISAGREE = ("contradicts", "differs", "denies", "updates")


@dataclass(frozen=True, slots=True)
class PageLine:
    """One page: article = share of its visible characters that is article text, in [0, 1]; None when it has none."""

    file: str
    outlet: str
    published: str
    title: str
    claims: int
    article: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """The whole case on one sheet; relations that only say "not comparable" are left out."""

    ledger: LedgerView
    pages: tuple[PageLine, ...]
    agreements: tuple[RelationLine, ...]
    dependences: tuple[RelationLine, ...]
    contradictions: tuple[RelationLine, ...]
    refusals: tuple[Refusal, ...]


def report_view(accounts: Accounts) -> Report:
    """The report of a case."""
    ends = {claim.id for claim in accounts.claims} | {document.id for document in accounts.documents}
    relations = relation_lines(accounts, ends)
    return Report(
        ledger_view(accounts),
        _pages(accounts),
        tuple(r for r in relations if r.kind in AGREE),
        tuple(r for r in relations if r.kind in DEPEND),
        tuple(r for r in relations if r.kind in DISAGREE),
        accounts.refusals,
    )


def _pages(accounts: Accounts) -> tuple[PageLine, ...]:
    counts: dict[str, int] = {}
    for claim in accounts.claims:
        counts[claim.document] = counts.get(claim.document, 0) + 1
    return tuple(
        PageLine(
            d.file,
            outlet_name(d),
            d.published.earliest or "not on the page",
            d.title or "",
            counts.get(d.id, 0),
            d.coverage.article / d.coverage.visible if d.coverage.visible else None,
        )
        for d in sorted(accounts.documents, key=lambda d: (d.file, d.id))
    )
