"""The report of a case: what was read, what agrees, what echoes, what contradicts, what was declined.
Rule: see view/__init__."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from rashomon.record import Accounts, Block, Document, Refusal
from rashomon.view.event import RelationLine, relation_lines
from rashomon.view.ledger import LedgerView, ledger_view, outlet_name

AGREE = ("same", "finer", "broader", "adds_up", "confirms")
DEPEND = ("echoes", "rests_on", "same_origin")
DISAGREE = ("contradicts", "differs", "denies", "updates")


@dataclass(frozen=True, slots=True)
class PageLine:
    """One page: article = share of its visible characters that is article text, in [0, 1]; None when it has none.
    visible: its characters, white space left out; kept: how many of them each kind of block holds, most first;
    left_out: why blocks are boilerplate, with their characters, most first; lost: characters in no block."""

    file: str
    outlet: str
    published: str
    title: str
    claims: int
    article: float | None
    language: str
    visible: int
    kept: tuple[tuple[str, int], ...]
    left_out: tuple[tuple[str, int], ...]
    lost: int


@dataclass(frozen=True, slots=True)
class Report:
    """The whole case on one sheet; relations that only say "not comparable" are left out."""

    ledger: LedgerView
    pages: tuple[PageLine, ...]
    agreements: tuple[RelationLine, ...]
    dependences: tuple[RelationLine, ...]
    contradictions: tuple[RelationLine, ...]
    refusals: tuple[Refusal, ...]
    archives: tuple[Refusal, ...] = ()


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
        tuple(r for r in accounts.refusals if not _is_account(r)),
        tuple(r for r in accounts.refusals if _is_account(r)),
    )


def _is_account(refusal: Refusal) -> bool:
    """True of the account of an archive's records, which declines nothing."""
    return (refusal.stage, refusal.code) == ("intake", "account")


def _pages(accounts: Accounts) -> tuple[PageLine, ...]:
    counts: dict[str, int] = {}
    for claim in accounts.claims:
        counts[claim.document] = counts.get(claim.document, 0) + 1
    return tuple(_page(d, counts.get(d.id, 0)) for d in sorted(accounts.documents, key=lambda d: (d.file, d.id)))


def _page(document: Document, claims: int) -> PageLine:
    seen = document.coverage.visible
    return PageLine(
        document.file,
        outlet_name(document),
        document.published.earliest or "not on the page",
        document.title or "",
        claims,
        document.coverage.article / seen if seen else None,
        document.language or "",
        seen,
        _amounts(document, lambda block: block.kind),
        _amounts(document, lambda block: dict(block.meta).get("reason", "") if block.kind == "boilerplate" else ""),
        document.coverage.lost,
    )


def _amounts(document: Document, name: Callable[[Block], str]) -> tuple[tuple[str, int], ...]:
    """Visible characters by what `name` says of their block; "" is left out."""
    found: Counter[str] = Counter()
    for block in document.blocks:
        found[name(block)] += len("".join(document.text[block.start : block.end].split()))
    return tuple(sorted(((key, count) for key, count in found.items() if key), key=lambda pair: (-pair[1], pair[0])))
