"""Sources that people hold to be the same, or different. Rule: names as printed move, whole; "same" is laid first, so
that "different" has the last word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rashomon.decide.standing import Standing
from rashomon.record import Accounts, Claim, Decision, Source, SourceAnchor, Step, identify


def same_and_different(accounts: Accounts, standing: Standing) -> Accounts:
    """The accounts with sources joined and parted as decided."""
    for decision in standing.sources:
        ids = [_find(accounts, anchor) for anchor in decision.sources]
        lost = [anchor.name for anchor, found in zip(decision.sources, ids, strict=True) if not found]
        if lost or len(ids) != 2:
            standing.state(decision, "orphaned", f"no source is printed as {lost[0]!r} any more" if lost else "no pair")
            continue
        one, other = ids
        if decision.kind == "same_source" and one != other:
            accounts = _join(accounts, one, other, decision)
        elif decision.kind == "different_source" and one == other:
            accounts = _part(accounts, one, decision)
        if standing.rulings[decision.id].state == "applied":
            standing.retarget(decision, [_find(accounts, anchor) for anchor in decision.sources])
    return accounts


def _find(accounts: Accounts, anchor: SourceAnchor) -> str:
    """The id of the source that bears the name; "" when there is none. Attributions are asked before lists of names."""
    pages = {document.id: document.page for document in accounts.documents}
    spoken = [
        step.source
        for claim in accounts.claims
        for step in claim.attribution
        if step.source and step.name == anchor.name and anchor.page in (None, pages[claim.document])
    ]
    listed = [s.id for s in accounts.sources if anchor.page is None and anchor.name in (s.name, *s.aliases)]
    return min([*spoken] or listed, default="")


def _join(accounts: Accounts, one: str, other: str, decision: Decision) -> Accounts:
    known = {source.id: source for source in accounts.sources}
    kept, gone = known[min(one, other)], known[max(one, other)]
    joined = replace(
        kept,
        aliases=tuple(sorted({kept.name, gone.name, *kept.aliases, *gone.aliases} - {kept.name})),
        kind=kept.kind if kept.kind != "unknown" else gone.kind,
        named=kept.named or gone.named,
        speaks_for=kept.speaks_for or gone.speaks_for,
        described_as=tuple(sorted({*kept.described_as, *gone.described_as}, key=lambda d: (d.document, d.span))),
        merged=tuple(sorted({*kept.merged, *gone.merged, _reason("held to be one", decision)})),
    )
    renamed = _renamed(accounts, lambda claim, step: kept.id if step.source == gone.id else step.source)
    claims = tuple(replace(c, parties=_parties(c, gone.id, kept.id)) for c in renamed.claims)
    sources = [source for source in accounts.sources if source.id not in (kept.id, gone.id)] + [joined]
    return replace(renamed, claims=claims, sources=tuple(sorted(sources, key=lambda source: source.id)))


def _part(accounts: Accounts, shared: str, decision: Decision) -> Accounts:
    """The second name becomes a source of its own, with the attributions that print it."""
    anchor = decision.sources[1]
    whole = next(source for source in accounts.sources if source.id == shared)
    own = identify("source", "apart", shared, anchor.name, anchor.page)
    pages = {document.id: document.page for document in accounts.documents}

    def renamed(claim: Claim, step: Step) -> str | None:
        mine = step.source == shared and step.name == anchor.name and anchor.page in (None, pages[claim.document])
        return own if mine else step.source

    left = tuple(name for name in whole.aliases if name != anchor.name)
    name = whole.name if whole.name != anchor.name or not left else left[0]
    rest = replace(whole, name=name, aliases=tuple(alias for alias in left if alias != name))
    parted = Source(own, anchor.name, (), whole.kind, whole.named, merged=(_reason("held to be another", decision),))
    sources = [source for source in accounts.sources if source.id != shared] + [rest, parted]
    return replace(_renamed(accounts, renamed), sources=tuple(sorted(sources, key=lambda source: source.id)))


def _renamed(accounts: Accounts, rename: Callable[[Claim, Step], str | None]) -> Accounts:
    def claim_with(claim: Claim) -> Claim:
        return replace(
            claim, attribution=tuple(replace(step, source=rename(claim, step)) for step in claim.attribution)
        )

    return replace(accounts, claims=tuple(map(claim_with, accounts.claims)))


def _parties(claim: Claim, old: str, new: str) -> tuple[tuple[str, str], ...]:
    return tuple((role, new if source == old else source) for role, source in claim.parties)


def _reason(what: str, decision: Decision) -> str:
    return f"{what} by {decision.who}" + (f": {decision.why}" if decision.why else "")
