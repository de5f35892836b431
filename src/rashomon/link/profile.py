"""What linking looks at in a claim, read once: days, places, who, whom, means, words.

Rule: one claim and its own page only, so that a profile never changes because another page is added, but for the
source ids of its parties.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.lexicon.characterisation import ANYBODY, harm_classes, people_classes
from rashomon.lexicon.continuity import SUMS_UP
from rashomon.lexicon.link_weights import RUNNING_DAYS
from rashomon.lexicon.role_families import PLACE_SLOTS, slot_of
from rashomon.lexicon.senses import sense_set
from rashomon.lexicon.wording import content_set, fold, is_capitalised, stem, words
from rashomon.link.context import NOTHING, Context
from rashomon.record import Claim, Count, Document, Place, Span
from rashomon.record.interval import Window, window

LASTING = ("territory.siege", "state.")
"""Types of what lasts: one siege may be told of a year."""
_TITLE_PARTS = re.compile(r"[;:|]\s|\s[–—-]\s")


@dataclass(frozen=True, slots=True)
class Profile:
    """id, document, type, voice of the claim; `position` its trigger's start in the text

    window    the days it allows, None = any
    running   True for a running total or a window longer than RUNNING_DAYS
    actors, affected  source ids; actor_words, affected_words, means  content words of the roles
    people    classes of the people affected ("civilians")
    numbers   (low, high, what is counted) of its closed counts
    words     content words of the quote; story: those of the page's title and names
    headline  content words of the page's title
    affected_names  words of those affected that are printed as names, outside titles
    source_words  content words of the names in its attribution chain
    persons   those of `affected` who are persons
    harms     what became of people, of claims of casualties ("killed")
    context   what the page lends where the claim names no place or day of its own
    senses    the senses of its words (`lexicon.senses`)
    sources   source ids of its attribution chain
    figure    (low, high) of the people it is about, the first such count; None = it gives none
    """

    id: str
    document: str
    type: str
    voice: str
    status: str
    polarity: int
    position: int
    sentence: int
    trigger: str
    window: Window | None
    running: bool
    places: tuple[Place, ...]
    actors: frozenset[str]
    affected: frozenset[str]
    actor_words: frozenset[str]
    affected_words: frozenset[str]
    means: frozenset[str]
    people: frozenset[str]
    numbers: frozenset[tuple[float, float, str]]
    words: frozenset[str]
    story: frozenset[str]
    context: Context = NOTHING
    harms: frozenset[str] = frozenset()
    headline: frozenset[str] = frozenset()
    source_words: frozenset[str] = frozenset()
    affected_names: frozenset[str] = frozenset()
    persons: frozenset[str] = frozenset()
    senses: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    figure: tuple[float, float] | None = None

    @property
    def names(self) -> frozenset[str]:
        """The words of the quote that the page's title or names hold too; places, parties, sources and the act itself
        left out: one conflict repeats those in every event."""
        told = {word for place in (*self.places, *self.context.places) for word in content_set(place.text)}
        said = self.source_words | content_set(self.trigger)
        return (self.words & self.story) - told - self.actor_words - self.affected_words - said


def profile(
    claim: Claim,
    document: Document,
    story: frozenset[str],
    context: Context = NOTHING,
    people: frozenset[str] = frozenset(),
) -> Profile:
    """The profile of an event claim (a claim with a type); `people`: sources that are persons."""
    days = window(claim.time)
    told = content_set(_told_in(claim))
    return Profile(
        id=claim.id,
        document=claim.document,
        type=claim.type or "",
        voice=claim.voice,
        status=claim.status,
        polarity=claim.polarity,
        position=claim.trigger.start,
        sentence=sentence_at(document, claim.trigger.start),
        trigger=claim.trigger.text,
        window=days,
        running=is_running(claim, days),
        places=tuple(place for place in claim.places if place.role in PLACE_SLOTS),
        actors=_sources(claim, "actor", "party"),
        affected=_sources(claim, "affected", "party"),
        persons=_sources(claim, "affected") & people,
        actor_words=_words(claim, "actor", "party"),
        affected_words=_words(claim, "affected", "party"),
        means=_words(claim, "means"),
        people=people_classes(" ".join(span.text for span in role_spans(claim, "affected"))),
        numbers=frozenset(
            (c.low, c.high, counted(c)) for c in claim.counts if c.low is not None and c.high is not None
        ),
        words=told,
        story=story,
        context=context,
        harms=_harms(claim),
        headline=content_set(document.title or ""),
        affected_names=_capitalised(claim) if claim.voice != "title" else frozenset(),
        source_words=frozenset(word for step in claim.attribution for word in content_set(step.name)),
        senses=sense_set(told),
        sources=frozenset(step.source for step in claim.attribution if step.source),
        figure=_figure(claim),
    )


def _figure(claim: Claim) -> tuple[float, float] | None:
    told = [c for c in claim.counts if (c.unit == "person" or not c.of) and not c.part_of and (c.low or c.high)]
    first = min(told, key=lambda count: count.span.start, default=None)
    if first is None:
        return None
    return first.low or 0.0, first.high if first.high is not None else first.low or 0.0


def _told_in(claim: Claim) -> str:
    """The words that tell of the event: the sentence; of a title that tells of two ("Bomb kills ten; mayor shot"), its
    own part."""
    if claim.voice != "title":
        return claim.quote.text
    at = claim.trigger.start - claim.quote.start
    ends = [match.span() for match in _TITLE_PARTS.finditer(claim.quote.text)]
    start = max((end for _, end in ends if end <= at), default=0)
    upto = min((begin for begin, _ in ends if begin > at), default=len(claim.quote.text))
    return claim.quote.text[start:upto]


def _capitalised(claim: Claim) -> frozenset[str]:
    spans = role_spans(claim, "affected")
    return frozenset(
        name for span in spans for word in words(span.text) if is_capitalised(word) for name in content_set(word)
    )


def _harms(claim: Claim) -> frozenset[str]:
    if not (claim.type or "").startswith("harm.casualties"):
        return frozenset()
    return harm_classes(claim.trigger.text) or harm_classes(" ".join(count.of for count in claim.counts))


def is_running(claim: Claim, days: Window | None) -> bool:
    """True when the claim sums up many happenings: a running total, or a long window."""
    if any(count.aggregation == "cumulative" for count in claim.counts):
        return True
    if claim.counts and SUMS_UP.search(claim.quote.text):
        return True
    lasting = (claim.type or "").startswith(LASTING)
    return bool(days and days.days and days.days > RUNNING_DAYS) and not lasting


def counted(count: Count) -> str:
    """What is counted, so that two words for it meet: a class of people, else the stem of the noun."""
    classes = people_classes(count.of)
    if classes:
        return min(classes)
    tokens = fold(count.of).split()
    noun = stem(tokens[-1]) if tokens else ""
    return "anybody" if noun in ANYBODY else noun


def role_spans(claim: Claim, *slots: str) -> tuple[Span, ...]:
    """The spans of all roles that answer for one of the slots."""
    return tuple(span for role, spans in claim.roles if slot_of(role) in slots for span in spans)


def sentence_at(document: Document, position: int) -> int:
    """The number of the sentence that holds a character; the last one before it where none does."""
    before = [number for number, (start, _) in enumerate(document.sentences) if start <= position]
    return before[-1] if before else 0


def _sources(claim: Claim, *slots: str) -> frozenset[str]:
    return frozenset(source for role, source in claim.parties if slot_of(role) in slots)


def _words(claim: Claim, *slots: str) -> frozenset[str]:
    """Content words of the roles; figures are left to the counts."""
    said = (word for span in role_spans(claim, *slots) for word in content_set(span.text))
    return frozenset(word for word in said if not word.isdigit())
