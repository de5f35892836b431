"""How a Relation is written down: one constructor, so that ids, order and spans follow one rule."""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.record import Claim, Relation, SharedSpan, Span, identify
from rashomon.record.linked import RelationKind

SYMMETRIC: tuple[RelationKind, ...] = ("same", "differs", "contradicts", "not_comparable", "same_origin")
"""Kinds that say the same of both sides: `a` is then the smaller id."""
CONVERSE: dict[RelationKind, RelationKind] = {"finer": "broader", "broader": "finer"}


def relation(a: str, b: str, slot: str, kind: RelationKind, reason: str, spans: Iterable[SharedSpan] = ()) -> Relation:
    """a stands in `kind` to b; symmetric kinds are put in the order of their ids."""
    if kind in SYMMETRIC and b < a:
        a, b = b, a
    kept = tuple(sorted(set(spans), key=lambda shared: (shared.document, shared.span)))
    return Relation(identify("relation", a, b, slot, kind), a, b, slot, kind, reason, kept)


def between(
    a: Claim, b: Claim, slot: str, kind: RelationKind, reason: str, words: Iterable[tuple[Claim, Span]] = ()
) -> Relation:
    """As `relation`, of two claims; without words of their own the triggers are the spans."""
    spans = [SharedSpan(claim.document, span) for claim, span in words]
    if not spans:
        spans = [SharedSpan(claim.document, claim.trigger) for claim in (a, b)]
    return relation(a.id, b.id, slot, kind, reason, spans)
