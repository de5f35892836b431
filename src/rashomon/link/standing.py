"""How two claims stand on their two pages: who opens with them, where they come, how many like them there are, on whose
word they are told, and which words they share that are rare there.

Rule: pure functions of two profiles, as `evidence`; the points stand in `lexicon.link_weights`, and all of them are
fitted: a reader guesses by the same signs which report of one page another page means.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

from rashomon.lexicon.characterisation import ANYBODY
from rashomon.lexicon.senses import sense_set
from rashomon.lexicon.wording import overlap
from rashomon.link.item import Evidence, scored
from rashomon.link.profile import Profile

LEAD_SENTENCES = 3
"""Sentences of a page that count as its opening, the title among them."""
CLOSE_FIGURES = 2.5
"""Ratio up to which two figures of the same thing may be two versions of one."""
LIKE_PAGES = 0.3
"""Share of names and title words in common from which where a page tells a thing says what it is."""
NEW_WORD = 1.0
"""Weight of a word that no told sentence of the page holds."""


def standing(a: Profile, b: Profile) -> Iterator[Evidence]:
    """Evidence about two claims of different pages."""
    yield from _opening(a, b)
    yield from _many(a, b)
    yield from _sourced(a, b)
    yield from _status(a, b)
    yield from _figures(a, b)
    yield from _concerned(a, b)
    yield from _rare_words(a, b)


def _opening(a: Profile, b: Profile) -> Iterator[Evidence]:
    if overlap(a.story, b.story) < LIKE_PAGES:
        return
    leads = [item.sentence <= LEAD_SENTENCES for item in (a, b)]
    if all(leads):
        yield scored("lead.both", "both pages open with it")
    elif any(leads):
        yield scored("lead.one", "one of the pages opens with it")
    apart = abs(a.context.depth - b.context.depth)
    if apart > 0.0:
        yield scored("order.apart", f"told {apart:.0%} of a page earlier or later", apart)


def _many(a: Profile, b: Profile) -> Iterator[Evidence]:
    like = a.context.like, b.context.like
    if max(like) > 1:
        reason = f"the pages speak {like[0]} and {like[1]} times of such happenings"
        yield scored("type.many", reason, math.log(like[0] * like[1]))


def _sourced(a: Profile, b: Profile) -> Iterator[Evidence]:
    if a.sources & b.sources:
        yield scored("source.same", "told on the same source's word")
    if a.sources and b.sources:
        yield scored("source.both", "both are told on somebody's word")
    elif a.sources or b.sources:
        yield scored("source.one", "one is told on somebody's word")


def _status(a: Profile, b: Profile) -> Iterator[Evidence]:
    if (a.status == "planned") != (b.status == "planned"):
        yield scored("status.one_planned", "one tells of a plan")
    if a.polarity == b.polarity == -1:
        yield scored("status.both_denied", "both say that it did not happen")
    elif a.polarity != b.polarity:
        yield scored("status.one_denied", "one says that it did not happen")


def _figures(a: Profile, b: Profile) -> Iterator[Evidence]:
    mine, theirs = ({of: (low, high) for low, high, of in sorted(item.numbers)} for item in (a, b))
    pairs = [(mine[of], theirs[of]) for of in sorted(mine.keys() & theirs.keys())]
    if any(p[0] <= q[1] and q[0] <= p[1] for p, q in pairs):
        yield scored("count.meets", "figures of the same thing that agree")
    elif any(max(p[1], q[1]) <= CLOSE_FIGURES * max(1.0, min(p[0], q[0])) for p, q in pairs):
        yield scored("count.close", "figures of the same thing that may be two versions")
    elif pairs:
        yield scored("count.far", "figures of the same thing that are far apart")
    elif a.figure and b.figure and a.type == b.type:
        yield from _people(a.figure, b.figure)


def _people(one: tuple[float, float], other: tuple[float, float]) -> Iterator[Evidence]:
    """Figures of people who are called by different words."""
    if one[0] <= other[1] and other[0] <= one[1]:
        yield scored("people.meet", "as many people, by figures that agree")
    elif max(one[1], other[1]) <= CLOSE_FIGURES * max(1.0, min(one[0], other[0])):
        yield scored("people.close", "figures of people that may be two versions")
    else:
        yield scored("people.far", "figures of people that are far apart")


def _concerned(a: Profile, b: Profile) -> Iterator[Evidence]:
    mine, theirs = (sense_set(item.affected_words - ANYBODY) for item in (a, b))
    share = overlap(mine, theirs)
    if share:
        yield scored("affected.sense", "those affected are called by words of one meaning", share)


def _rare_words(a: Profile, b: Profile) -> Iterator[Evidence]:
    mine, theirs = a.context.rare, b.context.rare
    shared = sorted(a.senses & b.senses)
    if not shared:
        return
    weight = sum(min(mine.get(word, NEW_WORD), theirs.get(word, NEW_WORD)) for word in shared)
    product = sum(mine.get(word, NEW_WORD) * theirs.get(word, NEW_WORD) for word in shared)
    yield scored("words.rare", "words in common that are rare on both pages", math.log1p(weight))
    yield scored("words.alike", "alike in words, by their meaning", product / (_norm(a) * _norm(b)))


def _norm(item: Profile) -> float:
    rare = item.context.rare
    return math.sqrt(sum(rare.get(word, NEW_WORD) ** 2 for word in item.senses)) or 1.0
