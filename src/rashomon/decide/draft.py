"""Decisions, written down: ids of what a reviewer looks at become anchors on words. Rule: a draft that could not be
applied now is refused with the reason; who, when and its id are the ledger's to give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from rashomon.decide.anchors import anchor_of
from rashomon.decide.correct import check_value
from rashomon.errors import InputError, NotFound
from rashomon.record import Accounts, Anchor, Claim, Decision, Document, SourceAnchor
from rashomon.record.decision import DecisionKind
from rashomon.record.linked import AssessmentGrade

AsRead = Mapping[str, tuple[Claim, Document]]
"""Claims as the machine read them, before any correction, with their documents."""

ABOUT_CLAIM = ("accept", "reject", "correct")
GRADES: tuple[str, ...] = get_args(AssessmentGrade)
KINDS: tuple[DecisionKind, ...] = get_args(DecisionKind)


class Drafter:
    """Writes drafts about the accounts a reviewer sees."""

    def __init__(self, accounts: Accounts, as_read: AsRead, who: str, why: str = "") -> None:
        self.accounts, self.as_read, self.who, self.why = accounts, as_read, who, why

    def about_claim(self, kind: DecisionKind, claim: str, slot: str = "", value: str = "") -> Decision:
        """Accept, reject or correct a claim."""
        if kind == "correct":
            try:
                check_value(slot, value, *self._as_read(claim))
            except ValueError as error:
                raise InputError(f"{claim}: {error}") from error
        return self._draft(kind, claims=self._anchors([claim]), slot=slot, value=value)

    def merge(self, events: Sequence[str]) -> Decision:
        """Two or more events are one."""
        if len(set(events)) < 2:
            raise InputError(f"a merge needs two events or more, not {len(set(events))}")
        return self._draft("merge", claims=self._anchors([c for event in events for c in self._claims_of(event)]))

    def split(self, event: str, claims: Sequence[str]) -> Decision:
        """Some claims of an event tell of another happening."""
        held = self._claims_of(event)
        strangers = sorted(set(claims) - set(held))
        if strangers:
            raise InputError(f"{strangers[0]} is no claim of {event}; it cannot be split off it")
        rest = [claim for claim in held if claim not in set(claims)]
        if not rest or not claims:
            raise InputError(f"a split leaves claims on both sides; {event} has {len(held)}, {len(claims)} were named")
        return self._draft("split", claims=self._anchors(claims), others=self._anchors(rest))

    def sources(self, kind: DecisionKind, names: Sequence[SourceAnchor]) -> Decision:
        """Two names are one source, or two."""
        if len(names) != 2 or names[0] == names[1]:
            raise InputError(f"{kind} needs two names of sources, not {len(set(names))}")
        return self._draft(kind, sources=tuple(names))

    def override(self, event: str, grade: str) -> Decision:
        """A grade of one's own; needs a reason."""
        if grade not in GRADES:
            raise InputError(f"{grade!r} is no grade; one of {', '.join(GRADES)}")
        if not self.why.strip():
            raise InputError("a grade is overridden with a reason; give one")
        return self._draft("override", claims=self._anchors(self._claims_of(event)), value=grade)

    def note(self, kind: DecisionKind, target: str, words: str) -> Decision:
        """A comment on a claim or an event, or a tag."""
        if not words.strip():
            raise InputError(f"an empty {kind} says nothing")
        about = "event" if target.startswith("event-") else "claim"
        claims = self._claims_of(target) if about == "event" else [target]
        return self._draft(kind, claims=self._anchors(claims), slot=about, value=words)

    def undo(self, made: Decision) -> Decision:
        """One of one's own decisions does not count any more."""
        if made.who != self.who:
            raise InputError(f"{made.id} is {made.who}'s; answer it with a decision of your own")
        return self._draft("undo", answers=made.id)

    def _draft(self, kind: DecisionKind, **fields: object) -> Decision:
        return Decision("", self.who, "", kind, why=self.why, **fields)  # type: ignore[arg-type]

    def _claims_of(self, event: str) -> list[str]:
        found = next((e for e in self.accounts.events if e.id == event), None)
        if found is None:
            raise NotFound(f"no event {event}; `rashomon show CASE` lists them")
        return list(found.claims)

    def _as_read(self, claim: str) -> tuple[Claim, Document]:
        if claim not in self.as_read:
            raise NotFound(f"no claim {claim}; `rashomon show CASE --event ID` lists those of an event")
        return self.as_read[claim]

    def _anchors(self, claims: Sequence[str]) -> tuple[Anchor, ...]:
        return tuple(anchor_of(*self._as_read(claim)) for claim in claims)


def source_anchor(accounts: Accounts, source: str) -> SourceAnchor:
    """A source by its name; an unnamed one by its name on the first page that speaks of it."""
    found = next((s for s in accounts.sources if source in (s.id, s.name)), None)
    if found is None:
        raise NotFound(f"no source {source}; the view `sources` of the case lists them")
    if found.named:
        return SourceAnchor(found.name)
    pages = {document.id: document.page for document in accounts.documents}
    spoken = [
        (pages[claim.document], step.name)
        for claim in accounts.claims
        for step in claim.attribution
        if step.source == found.id
    ]
    if not spoken:
        raise InputError(f"{source} is not named and speaks on no page; there is nothing to hold on to")
    page, name = min(spoken)
    return SourceAnchor(name, page)
