"""Denials, confirmations, refusals to comment: how each stands to the claim it answers.

Rule: one table from act to relation. A silence is no denial: it is told as what it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.record import Claim, Relation
from rashomon.record.linked import RelationKind
from rashomon.weigh.case_view import CaseView
from rashomon.weigh.relate import between
from rashomon.weigh.slots import is_denial

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
                told = view.claims.get(answered)
                if told is not None and not _its_own_words(claim, told):
                    yield _answer(view, claim, told)


def _its_own_words(act: Claim, told: Claim) -> bool:
    """True when a denial's own words carry the event it denies ("dismissed reports that ..."): they agree."""
    return act.document == told.document and act.quote == told.quote and is_denial(told)


def _answer(view: CaseView, act: Claim, answered: Claim) -> Relation:
    kind, reason = ACT_RELATIONS.get(act.act or "", ("not_comparable", "{who} answers it"))
    who = view.name(act.attribution[-1].source) if act.attribution else "somebody"
    words = [(act, act.trigger), (answered, answered.trigger)]
    return between(act, answered, "happened", kind, reason.format(who=who), words)
