"""Which pages may speak of one matter: those that name two of the same parties, sources or places, or print several of
the same names; told within a month.

Rule: names and days of pages only; a name that too many pages share tells nothing, so that the work grows with the
pages.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from rashomon.lexicon.calendar import MONTHS, WEEKDAYS
from rashomon.lexicon.role_families import PLACE_SLOTS
from rashomon.lexicon.wording import fold
from rashomon.record import Claim, Place
from rashomon.weigh.case_view import CaseView, role_spans

SHARED_MARKS = 2
"""Names in common from which two pages may speak of one matter: a single one is a country or an agency."""
SHARED_WORDS = 3
"""Printed name words in common from which they may, where nothing read from them says so."""
SHARED_SHARE = 0.25
"""Share of the names of the page that prints fewer, from which two in common are enough."""
COMMON_MARK = 60
"""Pages beyond which a name is held to be too common to bring pages together."""
NEAR_DAYS = 31
"""Pages published more than a month apart tell of two matters, whatever they name."""
CLOSE = ("P1", "P2", "P3", "P4", "P8", "P9")
"""Precisions of a place that tells matters apart; a province or a country does not."""

_NAME = re.compile(r"(?<=[a-z,;:’'] )(?:the )?([A-Z][\w-]{3,})")


class Matters:
    """The pages of a case by what they name."""

    def __init__(self, view: CaseView, told: Sequence[Claim]) -> None:
        self._view = view
        self._claims: dict[str, list[Claim]] = defaultdict(list)
        self._marks: dict[str, set[str]] = defaultdict(set)
        self._near: dict[str, tuple[str, ...]] = {}
        for claim in told:
            self._claims[claim.document].append(claim)
            self._marks[claim.document] |= self.named(claim)
        for document in self._marks:
            self._marks[document] |= {f"word {word}" for word in _printed(view.article(document))}
        self._pages: dict[str, list[str]] = defaultdict(list)
        for document in sorted(self._marks):
            for mark in self._marks[document]:
                self._pages[mark].append(document)

    def claims(self, document: str) -> Sequence[Claim]:
        """The event claims of a page."""
        return self._claims.get(document, ())

    def near(self, claim: Claim) -> tuple[str, ...]:
        """The other pages that may speak of the claim's matter, sorted: those of its page's matter, and those that name
        what the claim itself names."""
        marks = self.named(claim, sources=False) | named_targets(claim)
        own = {page for mark in marks for page in self._rare(mark)} - {claim.document}
        told_near = {page for page in own if self._told_near(claim.document, page)}
        return tuple(sorted({*self._of_page(claim.document), *told_near}))

    def _of_page(self, document: str) -> tuple[str, ...]:
        if document not in self._near:
            named: Counter[str] = Counter()
            words: Counter[str] = Counter()
            for mark in self._marks[document]:
                (words if mark.startswith("word ") else named).update(self._rare(mark))
            found = {other for other, times in named.items() if times >= SHARED_MARKS}
            found |= {
                other for other, times in words.items() if times >= SHARED_WORDS or self._few(document, other, times)
            }
            found.discard(document)
            self._near[document] = tuple(sorted(other for other in found if self._told_near(document, other)))
        return self._near[document]

    def _few(self, one: str, other: str, times: int) -> bool:
        """True for two names in common of pages that print few."""
        fewest = min(sum(mark.startswith("word ") for mark in self._marks[page]) for page in (one, other))
        return times >= SHARED_MARKS and times >= SHARED_SHARE * fewest

    def _rare(self, mark: str) -> Sequence[str]:
        pages = self._pages.get(mark, [])
        return pages if len(pages) <= COMMON_MARK else []

    def named(self, claim: Claim, sources: bool = True) -> set[str]:
        """The parties and places that a claim names, and whom it rests on."""
        named: set[str | None] = {source for _, source in claim.parties}
        if sources:
            named |= {self._view.outlet(claim.document), *(step.source for step in claim.attribution)}
        kept = {key for key in named if key in self._view.sources and self._view.sources[key].named}
        return kept | {place_key(place) for place in claim.places if place.precision in CLOSE}

    def _told_near(self, one: str, other: str) -> bool:
        days = [self._view.documents[document].published.earliest for document in (one, other)]
        if not days[0] or not days[1] or "?" in days[0] + days[1]:
            return True
        return abs((date.fromisoformat(days[0]) - date.fromisoformat(days[1])).days) <= NEAR_DAYS


def _printed(text: str) -> set[str]:
    """Words printed as names within sentences, folded."""
    words = (fold(match.group(1)) for match in _NAME.finditer(text))
    return {word for word in words if word not in MONTHS and word not in WEEKDAYS}


def place_key(place: Place) -> str:
    """What two printings of one place's name share."""
    return name_key(place.name)


def places_of(claim: Claim) -> frozenset[str]:
    """Keys of the places that a claim names itself, provinces and countries left out."""
    return frozenset(place_key(p) for p in claim.places if p.role in PLACE_SLOTS and p.precision in CLOSE)


def named_targets(claim: Claim) -> frozenset[str]:
    """What is concerned, as a place would be called: a town that was taken or lost."""
    spans = role_spans(claim, "affected")
    return frozenset(name_key(span.text) for span in spans if span.text[:1].isupper())


def name_key(name: str) -> str:
    """The same of a name as printed."""
    return f"place {fold(name).removeprefix('the ')}"
