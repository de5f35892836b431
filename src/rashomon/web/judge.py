"""Decisions made in the browser: a form's fields to a draft, a draft to the record. Rule: fields in, one decision out;
what a decision means is `decide`'s, what was asked wrongly is told in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol, runtime_checkable

from rashomon.case import Drafter, source_anchor
from rashomon.errors import InputError, NotFound
from rashomon.record import Accounts, Decision
from rashomon.web.desk import Held
from rashomon.web.slots import At, value_of

LONGEST = 4000
"""Characters of one field: a comment of two pages."""


@runtime_checkable
class Judged(Held, Protocol):
    """A case that takes decisions (case.Case)."""

    def drafter(self, accounts: Accounts, who: str, why: str = "") -> Drafter:
        """Writes drafts about these accounts."""
        ...

    def decide(self, draft: Decision) -> Decision:
        """Adds a decision to the record."""
        ...

    def decision(self, decision_id: str) -> Decision:
        """One decision; raises NotFound."""
        ...

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision, by time."""
        ...

    def refresh(self) -> bool:
        """Lays the decisions over the accounts."""
        ...


Fields = Mapping[str, str]


def judge(case: Judged, accounts: Accounts, who: str, fields: Fields) -> Decision:
    """The decision that a form asks for, on the disk. Raises InputError or NotFound when it cannot be made."""
    told = {name: value.strip()[:LONGEST] for name, value in fields.items()}
    act = ACTS.get(told.get("act", ""))
    if act is None:
        raise InputError(f"{told.get('act', '')!r} is no decision; known are {', '.join(ACTS)}")
    if not who:
        raise InputError("a decision carries a name; give yours above the claim")
    return case.decide(act(case, case.drafter(accounts, who, told.get("why", "")), told))


def _field(fields: Fields, name: str) -> str:
    if not fields.get(name):
        raise InputError(f"choose or write something for {name!r}, then try again")
    return fields[name]


def _verdict(case: Judged, drafts: Drafter, fields: Fields) -> Decision:
    kind = "accept" if fields["act"] == "accept" else "reject"
    return drafts.about_claim(kind, _field(fields, "claim"))  # type: ignore[arg-type]


def _correct(case: Judged, drafts: Drafter, fields: Fields) -> Decision:
    slot = _field(fields, "slot")
    key = _field(fields, "claim")
    claim = next((c for c in drafts.accounts.claims if c.id == key), None)
    document = next((d for d in drafts.accounts.documents if claim and d.id == claim.document), None)
    if claim is None or document is None:
        raise NotFound(f"no claim {key} in this case; the ledger was rebuilt since")
    return drafts.about_claim("correct", key, slot, value_of(slot, fields, At(claim, document)))


def _merge(case: Judged, drafts: Drafter, fields: Fields) -> Decision:
    return drafts.merge([_field(fields, "event"), _field(fields, "other_event")])


def _split(case: Judged, drafts: Drafter, fields: Fields) -> Decision:
    return drafts.split(_field(fields, "event"), [_field(fields, "claim")])


def _sources(case: Judged, drafts: Drafter, fields: Fields) -> Decision:
    kind = "same_source" if fields["act"] == "same_source" else "different_source"
    names = [source_anchor(drafts.accounts, _field(fields, name)) for name in ("source", "other_source")]
    return drafts.sources(kind, names)  # type: ignore[arg-type]


def _override(case: Judged, drafts: Drafter, fields: Fields) -> Decision:
    return drafts.override(_field(fields, "event"), _field(fields, "grade"))


def _comment(case: Judged, drafts: Drafter, fields: Fields) -> Decision:
    return drafts.note("comment", _field(fields, "claim"), _field(fields, "words"))


def _undo(case: Judged, drafts: Drafter, fields: Fields) -> Decision:
    return drafts.undo(case.decision(_field(fields, "decision")))


ACTS: dict[str, Callable[[Judged, Drafter, Fields], Decision]] = {
    "accept": _verdict,
    "reject": _verdict,
    "correct": _correct,
    "merge": _merge,
    "split": _split,
    "same_source": _sources,
    "different_source": _sources,
    "override": _override,
    "comment": _comment,
    "undo": _undo,
}
"""What a form can ask for, and what makes a draft of it."""
