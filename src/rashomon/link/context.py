"""Where and when a claim stands on its page, where its own words do not say: the place and the day told last before it,
else those that the page opens with.

Rule: one page. What is lent is kept apart from what is the claim's own: it weighs little, and never vetoes.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from rashomon.lexicon.senses import senses_of
from rashomon.record import Claim, Place
from rashomon.record.interval import Window, window

WHERE = ("place", "origin", "within")
"""A thing is moved from where it happens: these roles answer one question."""
TOLD_VOICES = ("article", "title", "caption")
LONGEST_DAYS = 7
"""A longer window is a period, and says of the next sentence nothing."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the page lends a claim: places, () where it has its own or the page tells none; days, None likewise; `only`:
    its article tells of no other event of the type; `like`: how many claims of the type it has; `depth`: where on the
    page the claim stands, 0 = first, 1 = last; `rare`: sense of a word -> how few of the page's sentences hold it."""

    places: tuple[Place, ...] = ()
    window: Window | None = None
    only: bool = False
    like: int = 1
    depth: float = 0.0
    rare: Mapping[str, float] = field(default_factory=dict)


NOTHING = Context()
T = TypeVar("T")


def contexts(claims: Iterable[Claim]) -> dict[str, Context]:
    """Claim id -> context, of the claims of one page."""
    told = sorted((c for c in claims if c.voice in TOLD_VOICES), key=lambda c: (c.trigger.start, c.id))
    placed = [(claim.trigger.start, where(claim)) for claim in told if where(claim)]
    dated = [(claim.trigger.start, days) for claim in told if (days := _days(claim)) is not None]
    types = Counter(claim.type for claim in told if claim.voice == "article")
    last = max((claim.trigger.start for claim in told), default=0) or 1
    rare = rareness({claim.quote.start: senses_of(claim.quote.text) for claim in told}.values())
    return {
        claim.id: Context(
            () if where(claim) else _last_before(placed, claim.trigger.start) or (),
            None if window(claim.time) is not None else _last_before(dated, claim.trigger.start),
            claim.voice == "article" and types[claim.type] == 1,
            max(1, types[claim.type]),
            claim.trigger.start / last,
            rare,
        )
        for claim in told
    }


def rareness(sentences: Iterable[frozenset[str]]) -> dict[str, float]:
    """Word -> inverse frequency (log of sentences of the page by those that hold it): a page's own names and theme,
    which stand in all of its sentences, tell none of its events from another."""
    told = list(sentences)
    held = Counter(word for words in told for word in words)
    return {word: math.log((len(told) + 1) / times) for word, times in held.items()}


def where(claim: Claim) -> tuple[Place, ...]:
    """The places where the claim's event happened, by its own words."""
    return tuple(place for place in claim.places if place.role in WHERE)


def _days(claim: Claim) -> Window | None:
    found = window(claim.time)
    if found is None or (found.weekday is None and (found.days is None or found.days > LONGEST_DAYS)):
        return None
    return found


def _last_before(told: Sequence[tuple[int, T]], position: int) -> T | None:
    before = [value for start, value in told if start <= position]
    if before:
        return before[-1]
    return told[0][1] if told else None
