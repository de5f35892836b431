"""Denials, confirmations, refusals to comment: how each stands to the claim it answers.

Rule: one table from act to relation. A silence is no denial: it is told as what it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.record import Claim, Relation
from rashomon.record.linked import RelationKind
from rashomon.weigh.case_view import CaseView
from rashomon.weigh.relate import between

ACT_RELATIONS: dict[str, tuple[RelationKind, str]] = {
    "denies": ("denies", "{who} denies it"),
    "rejects": ("denies", "{who} rejects it"),
    "confirms": ("confirms", "{who} confirms it"),
    "acknowledges": ("confirms", "{who} acknowledges it"),
    "no_acknowledgement": ("differs", "{who} has not acknowledged it"),
    "no_comment": ("not_comparable", "{who} did not comment: neither confirmed nor denied"),
    "not_clarified": ("not_comparable", "{who} did not say: neither confirmed nor denied"),
}
"""act of a claim without an event of its own -> relation and reason."""


def answers(view: CaseView) -> Iterator[Relation]:
    """Relations from each answering act to what it answers."""
    for claim in view.accounts.claims:
        if claim.type is None and claim.act is not None:
            for answered in claim.answers:
                if answered in view.claims:
                    yield _answer(view, claim, view.claims[answered])


def _answer(view: CaseView, act: Claim, answered: Claim) -> Relation:
    kind, reason = ACT_RELATIONS.get(act.act or "", ("not_comparable", "{who} answers it"))
    who = view.name(act.attribution[-1].source) if act.attribution else "somebody"
    words = [(act, act.trigger), (answered, answered.trigger)]
    return between(act, answered, "happened", kind, reason.format(who=who), words)
