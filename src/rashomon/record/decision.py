"""What people decide about what the machine found, and what became of it. Nothing is overwritten: a decision is a
record of its own, and stands on words, not on ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DecisionKind = Literal[
    "accept",
    "reject",
    "correct",
    "merge",
    "split",
    "same_source",
    "different_source",
    "override",
    "comment",
    "tag",
    "undo",
]
RulingState = Literal["applied", "noted", "superseded", "undone", "disputed", "orphaned"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim by its words: holds when a page is read again, and is never moved to a look-alike sentence.

    page     SHA-256 of the page
    quote    the words that carry the claim; nth of `of` times that they stand on the page, from 0
    trigger  the words that name the event, `offset` characters into the quote
    type     the claim's type, None for an act that answers others
    """

    page: str
    quote: str
    nth: int
    of: int
    trigger: str
    offset: int
    type: str | None = None


@dataclass(frozen=True, slots=True)
class SourceAnchor:
    """A source by a name as printed; on one page only where `page` is given (unnamed sources: always)."""

    name: str
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One entry of a reviewer.

    id       hash over all fields and the head of the record when it was made
    who      the reviewer's name; at: RFC 3339 with microseconds, never before an earlier decision of the same case
    kind     accept, reject, correct: `claims` holds the claim. merge: `claims` are one happening. split: `claims` are
             another happening than `others`. same_source, different_source: two `sources`. override, comment, tag:
             about the one claim, the event that holds all `claims`, or the source. undo: `answers` names the decision
    slot     correct: the claim's field; comment, tag: "claim", "event" or "source"
    value    correct: the field's new value as JSON; override: the grade; comment: the words; tag: the tag
    why      the reviewer's reason
    answers  id of the decision that this one undoes or answers, None = none
    """

    id: str
    who: str
    at: str
    kind: DecisionKind
    claims: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    sources: tuple[SourceAnchor, ...] = ()
    slot: str = ""
    value: str = ""
    why: str = ""
    answers: str | None = None


@dataclass(frozen=True, slots=True)
class Ruling:
    """What became of a decision.

    state    applied; noted (comments and tags); superseded by a later one of the same reviewer; undone; disputed
             (another reviewer rules otherwise: what the machine found stands, and both are shown); orphaned (its words
             are gone)
    targets  ids of the claims, events or sources it stands on now
    note     why, in words; "" for a plain one
    """

    decision: Decision
    state: RulingState
    targets: tuple[str, ...] = ()
    note: str = ""

    @property
    def id(self) -> str:
        """The decision's id."""
        return self.decision.id
