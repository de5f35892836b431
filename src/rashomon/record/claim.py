"""A claim: one event that a page speaks of, and the chain of words it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from rashomon.record.grounded import Count, Place, Time
from rashomon.record.span import Span

Voice = Literal["article", "title", "caption", "comment", "related", "embedded"]
Status = Literal["asserted", "possible", "planned", "denied", "ongoing", "completed", "failed"]


@dataclass(frozen=True, slots=True)
class Step:
    """One link of an attribution chain.

    name    the source as named, pronouns and descriptions resolved within the document where possible
    source  id of the linked Source, None before linking
    cue     the reporting words ("told", "according to")
    act     says, confirms, estimates, alleges, accuses, denies, fears, quotes, argues, announces, suggests,
            no_comment, no_acknowledgement, ...  (lexicon/cues.py)
    direct  True when the words are quoted directly
    span    the source's words on the page; None when the source is carried over from another sentence
    cue_span  where the reporting words stand; None when the attribution is carried over
    described_as  the words this page uses for the source ("pro-opposition")
    """

    name: str
    cue: str
    act: str
    direct: bool = False
    span: Span | None = None
    source: str | None = None
    cue_span: Span | None = None
    described_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Method:
    """Which reader made this: extractor name and its version."""

    extractor: str
    version: str


@dataclass(frozen=True, slots=True)
class Claim:
    """id           identify("claim", document, type, trigger start, trigger end, voice)
    document     id of the Document
    quote        the sentence (or the run of sentences) that carries the claim
    trigger      the word(s) that name the event
    type         a type of ontology.yaml ("movement.evacuation"), or None for an act that answers other claims
    act          of a claim with type None: "denies", "no_comment", "no_acknowledgement", "confirms"; else None
    answers      ids of the claims an act is about
    roles        role name -> spans, as sorted pairs; "place" and "time" hold the event's own words for where and
                 when, which ground turns into `places` and `time`
    attribution  outermost source first, the outlet left out
    polarity     +1 it happened (or may), -1 it is said not to have happened
    said_at      when the innermost dated source said so, None = not told
    time         when it happened, None = not told
    event        id of the linked Event, None before linking
    parties      (role, source id) for each role span that names a Source, () before linking
    confidence   in [0, 1]: the reader's own, no statement about truth
    reviewed     what people decided about it, in words, sorted ("accepted", "corrected time", "rejected", "disputed");
                 a rejected claim stays, and tells of no event
    """

    id: str
    document: str
    quote: Span
    trigger: Span
    type: str | None
    voice: Voice = "article"
    status: Status = "asserted"
    polarity: int = 1
    roles: tuple[tuple[str, tuple[Span, ...]], ...] = ()
    attribution: tuple[Step, ...] = ()
    act: str | None = None
    answers: tuple[str, ...] = ()
    said_at: Time | None = None
    time: Time | None = None
    places: tuple[Place, ...] = ()
    counts: tuple[Count, ...] = ()
    event: str | None = None
    parties: tuple[tuple[str, str], ...] = ()
    method: Method = field(default_factory=lambda: Method("none", "0"))
    confidence: float = 0.0
    reviewed: tuple[str, ...] = ()

    def role(self, name: str) -> tuple[Span, ...]:
        """The spans that fill a role, () when none does."""
        return next((spans for role, spans in self.roles if role == name), ())
