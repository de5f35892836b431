"""What holds across pages: sources, events, relations, assessments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rashomon.record.grounded import Count, Place, Time
from rashomon.record.span import Span

SourceKind = Literal[
    "outlet",
    "news agency",
    "state media",
    "monitor",
    "government",
    "military",
    "armed group",
    "UN/IGO",
    "NGO",
    "local media",
    "activists",
    "residents",
    "witness",
    "medical",
    "unnamed official",
    "unnamed local",
    "unnamed other",
    "document",
    "unknown",
]
RelationKind = Literal[
    "same",
    "finer",
    "broader",
    "adds_up",
    "updates",
    "differs",
    "contradicts",
    "not_comparable",
    "denies",
    "confirms",
    "echoes",
    "rests_on",
    "same_origin",
]
AssessmentGrade = Literal[
    "confirmed by the responsible party",
    "opposing sides agree",
    "several independent",
    "single origin",
    "contested",
    "denied only",
    "superseded",
    "insufficient",
]


@dataclass(frozen=True, slots=True)
class Description:
    """Words a page uses for a source, where they stand."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody whose word is passed on, or who takes part in an event. Reliability is never filled by the machine.

    name          the fullest name printed on any page; aliases: the other names printed, sorted
    named         False for "local sources", "activists": typed, never merged across pages
    speaks_for    name of the party this person or body speaks for, None = not said
    described_as  the words pages use for it, with their spans
    merged        why its names were joined, one line of words each
    """

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    kind: SourceKind = "unknown"
    named: bool = True
    speaks_for: str | None = None
    described_as: tuple[Description, ...] = ()
    merged: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Independence:
    """How many independent origins: lower = all unknown links joined, upper = none joined; groups = lists of claim ids
    that share an origin, at the upper bound; why = one line of words a join."""

    lower: int
    upper: int
    why: tuple[str, ...] = ()
    groups: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """A grade and the id of the written rule that gave it (weigh/assess.py); reason in words."""

    grade: AssessmentGrade
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Version:
    """One answer to one question about an event, and who stands behind it.

    slot    as in Relation; words: the answer as told ("about 400 civilians", "2017-12-27", "Deir Ezzor")
    claims  ids of the claims that give it, sorted; independence: bounds over those claims alone
    """

    slot: str
    words: str
    claims: tuple[str, ...]
    independence: Independence


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, as its claims tell it. `claims` are ids, sorted; times, places and counts keep every version;
    `versions` says, answer by answer, which claims give it and on how many independent words."""

    id: str
    type: str
    claims: tuple[str, ...]
    time: Time | None = None
    places: tuple[Place, ...] = ()
    counts: tuple[Count, ...] = ()
    independence: Independence = Independence(0, 0)
    assessment: Assessment | None = None
    weakest: str = ""
    versions: tuple[Version, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedSpan:
    """The words of one side of a relation."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Relation:
    """a stands in `kind` to b (both claim ids; for an echo of whole pages, document ids), about one slot.

    slot    "event", "actor", "affected", "count", "time", "origin", "destination", "place", "means", "happened",
            "terms", "text"
    reason  in words a reader can check; spans: the words it rests on, on both sides
    """

    id: str
    a: str
    b: str
    slot: str
    kind: RelationKind
    reason: str
    spans: tuple[SharedSpan, ...] = ()
