"""The grade of an event, by written rules in a fixed order; the first rule that holds gives it.

Rule: RULES is the whole of it. A grade says how accounts stand to each other, never whether they are true; the id of
the rule is stored, so that an old ledger can say which rule made it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rashomon.lexicon.stances import side_of
from rashomon.record import Assessment, Claim, Event, Relation
from rashomon.record.linked import AssessmentGrade
from rashomon.weigh.case_view import CaseView
from rashomon.weigh.slots import is_denial


@dataclass(frozen=True, slots=True)
class Brief:
    """What a rule may look at: the event, its claims that count, the relations that touch them, the whole view."""

    view: CaseView
    event: Event
    claims: Sequence[Claim]
    relations: Sequence[Relation]


def assess(brief: Brief) -> Assessment:
    """The grade, the rule's id and the reason in words. Some rule always holds."""
    for rule, grade, holds in RULES:
        reason = holds(brief)
        if reason:
            return Assessment(grade, rule, reason)
    return Assessment("insufficient", "A9", "no rule holds")


def _nothing_told(brief: Brief) -> str:
    return "" if brief.claims else "only told by readers' comments or in another story's headline"


def _denied_only(brief: Brief) -> str:
    return "every account says that it did not happen" if all(map(is_denial, brief.claims)) else ""


def _superseded(brief: Brief) -> str:
    ids = {claim.id for claim in brief.claims}
    old = {relation.b for relation in brief.relations if relation.kind == "updates"}
    return "its source has given another figure later" if ids <= old else ""


def _by_the_responsible(brief: Brief) -> str:
    view = brief.view
    doers = {view.body(key) for claim in brief.claims for key in view.parties(claim, "actor", "party")}
    for claim in brief.claims:
        origin = view.origin(claim)
        if origin.known and origin.key in doers and claim.status in ("asserted", "completed") and not is_denial(claim):
            return f"{origin.words}, named as the one who did it, says so too"
    return ""


def _contested(brief: Brief) -> str:
    ids = {claim.id for claim in brief.claims}
    against = [r for r in brief.relations if r.kind in ("contradicts", "denies") and ids & {r.a, r.b}]
    return f"{against[0].slot}: {against[0].reason}" if against else ""


def _opposing_agree(brief: Brief) -> str:
    sides: dict[str, str] = {}
    for claim in brief.claims:
        if not is_denial(claim):
            for step in claim.attribution:
                side = _side(brief.view, step.source)
                if side:
                    sides.setdefault(side, brief.view.name(step.source))
    return f"told by {' and '.join(f'{sides[s]} ({s})' for s in sorted(sides))}" if len(sides) > 1 else ""


def _side(view: CaseView, source: str | None) -> str:
    if source not in view.sources:
        return ""
    known = view.sources[source]
    found = {side_of(item.span.text) for item in known.described_as} | {side_of(known.name)}
    found.discard("")
    return found.pop() if len(found) == 1 else ""


def _only_possible(brief: Brief) -> str:
    open_status = all(claim.status in ("possible", "planned") for claim in brief.claims)
    return "told as possible or planned only" if open_status else ""


def _several_independent(brief: Brief) -> str:
    bounds = brief.event.independence
    return f"at least {bounds.lower} independent origins, at most {bounds.upper}" if bounds.lower >= 2 else ""


def _single_origin(brief: Brief) -> str:
    return "one origin" if brief.event.independence.upper == 1 else ""


def _cannot_tell(brief: Brief) -> str:
    return f"between 1 and {brief.event.independence.upper} independent origins: the pages do not tell"


RULES: tuple[tuple[str, AssessmentGrade, Callable[[Brief], str]], ...] = (
    ("A0-not-an-account", "insufficient", _nothing_told),
    ("A1-denied-only", "denied only", _denied_only),
    ("A2-superseded", "superseded", _superseded),
    ("A3-responsible-party", "confirmed by the responsible party", _by_the_responsible),
    ("A4-contested", "contested", _contested),
    ("A5-only-possible", "insufficient", _only_possible),
    ("A6-opposing-sides", "opposing sides agree", _opposing_agree),
    ("A7-several-independent", "several independent", _several_independent),
    ("A8-single-origin", "single origin", _single_origin),
    ("A9-cannot-tell", "insufficient", _cannot_tell),
)
"""(id, grade, holds): `holds` gives the reason, or "" when the rule does not hold. Version 1."""
