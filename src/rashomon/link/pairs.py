"""The pairs of claims worth weighing, within pages and across, each weighed once.

Rule: positions stand for claims sorted by id; nothing is grouped here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from rashomon.lexicon.continuity import ORDERED, ORDINALS
from rashomon.lexicon.link_weights import PAGE_PRIOR, PRIOR, STRONG, THRESHOLD, WEIGHTS
from rashomon.link.blocking import candidate_pairs
from rashomon.link.cluster import Edge
from rashomon.link.continuation import weigh_same_page
from rashomon.link.evidence import in_words, total, weigh_pair
from rashomon.link.item import Evidence
from rashomon.link.profile import Profile
from rashomon.record import Claim

Pair = tuple[int, int]
_SURE = (
    "page.continues",
    "page.restates",
    "page.denies",
    "page.answers",
    "page.another_source",
    "page.in_figures",
    "confirms_report",
    "cites_sources",
)
"""Evidence in the text itself: it joins without asking what else the groups hold, vetoes apart."""


_OF_THE_EVENT = (
    "affected.same", "affected.named", "affected.words", "count.same", "count.same_odd", "count.same_large",
    "count.adds_up", "means.same", "harm.same", "denial", "ordinal.same",
)  # fmt: skip
"""Evidence about the event itself: that two pages tell one story lifts only pairs that have some."""
TAKEN_UP = THRESHOLD + PAGE_PRIOR + 1.2 + WEIGHTS["page.continues"]
"""Points of a claim that takes up an earlier one in so many words; another source's word on it has less."""
LEAST_ALIKE = 0.3
"""Share of words in common from which a page that cites another may tell what that one tells."""
ORDINAL_REACH = 40
"""How far before the end of a trigger its ordinal may stand, in characters."""
WEAKEST = THRESHOLD - WEIGHTS["pages.linked"]
"""Below this no other evidence lifts a pair over THRESHOLD."""


@dataclass(frozen=True, slots=True)
class Linkable:
    """A claim with its profile; `confirms` the source whose report it is said to confirm, `outlet` the source that
    publishes its page; None = none."""

    claim: Claim
    profile: Profile
    confirms: str | None = None
    outlet: str | None = None


class Pairs:
    """Claims (sorted by id) and the pairs of them that may be one event."""

    def __init__(self, items: Sequence[Linkable]) -> None:
        self.items = items
        self.positions = {item.claim.id: position for position, item in enumerate(items)}
        self._points: dict[Pair, float] = {}
        self._own: dict[Pair, list[Evidence]] = {}
        self._stories: dict[tuple[str, str], bool] = {}

    @cached_property
    def within(self) -> list[Pair]:
        """All pairs of one page."""
        pages: dict[str, list[int]] = {}
        for position, item in enumerate(self.items):
            pages.setdefault(item.profile.document, []).append(position)
        return [pair for positions in pages.values() for pair in combinations(positions, 2)]

    @cached_property
    def across(self) -> list[Pair]:
        """The pairs of different pages that share a block."""
        return candidate_pairs([item.profile for item in self.items])

    @cached_property
    def _of_pages(self) -> dict[tuple[str, str], list[Pair]]:
        """The pairs across, by their two pages."""
        found: dict[tuple[str, str], list[Pair]] = {}
        for pair in self.across:
            found.setdefault(self._pages(pair), []).append(pair)
        return found

    def _pages(self, pair: Pair) -> tuple[str, str]:
        one, other = sorted((self.page(pair[0]), self.page(pair[1])))
        return one, other

    def _one_story(self, pair: Pair) -> bool:
        """True when another pair of the same two pages is one event by its own evidence."""
        pages = self._pages(pair)
        if pages not in self._stories:
            pairs = self._of_pages.get(pages, ())
            self._stories[pages] = any(total(self.own_evidence(*known)) >= STRONG for known in pairs)
        return self._stories[pages]

    def edges(self, region: frozenset[int]) -> list[Edge]:
        """Edges worth joining among the positions of a region that no edge leaves."""
        own = [self.edge(pair) for pair in self.within if pair[0] in region and pair[1] in region]
        others = [self.edge(pair) for pair in self.across if pair[0] in region and pair[1] in region]
        profiles = [item.profile for item in self.items]
        return [*_to_the_nearest([edge for edge in own if edge], profiles), *(edge for edge in others if edge)]

    def edge(self, pair: Pair) -> Edge | None:
        """The pair's edge, None when its points stay below THRESHOLD."""
        found = self._weigh(*pair)
        points = self._points[pair] = self._total(pair, found)
        if points < THRESHOLD:
            return None
        return Edge(*pair, points, in_words(found), any(item.feature in _SURE for item in found))

    def score(self, a: int, b: int) -> float:
        """The points of a pair, weighed now if it has not been."""
        pair = (min(a, b), max(a, b))
        if pair not in self._points:
            self._points[pair] = self._total(pair, self._weigh(*pair))
        return self._points[pair]

    def _total(self, pair: Pair, found: list[Evidence]) -> float:
        return total(found, PAGE_PRIOR if self.page(pair[0]) == self.page(pair[1]) else PRIOR)

    def page(self, position: int) -> str:
        """The page of a claim."""
        return self.items[position].profile.document

    def in_words(self, edge: Edge | None) -> str:
        """An edge as an event keeps it: the two claims, the points, the reasons; "" for none."""
        if edge is None:
            return ""
        one, other = self.items[edge.a].claim, self.items[edge.b].claim
        return f"{one.id} and {other.id} ({edge.points:+.1f} points): {edge.reason}"

    def _weigh(self, a: int, b: int) -> list[Evidence]:
        found = self.own_evidence(a, b)
        points = total(found)
        own = any(item.feature in _OF_THE_EVENT for item in found)
        if own and WEAKEST <= points < STRONG and self.page(a) != self.page(b) and self._one_story((a, b)):
            return [
                *found,
                Evidence("pages.linked", WEIGHTS["pages.linked"], "the two pages tell of another event alike"),
            ]
        return found

    def own_evidence(self, a: int, b: int) -> list[Evidence]:
        """What the two claims themselves and their pages tell, without what other pairs of the pages add."""
        pair = (min(a, b), max(a, b))
        if pair not in self._own:
            self._own[pair] = self._weigh_alone(*pair)
        return self._own[pair]

    def _weigh_alone(self, a: int, b: int) -> list[Evidence]:
        one, other = self.items[a], self.items[b]
        if one.profile.document != other.profile.document:
            across = [*weigh_pair(one.profile, other.profile), *_counted_off(one.claim, other.claim)]
            cited = _citing_page(one, other) if any(_in_common(item) for item in across) else ()
            return [*across, *cited, *_confirming(one, other)]
        first, second = sorted((one, other), key=lambda item: (item.profile.position, item.claim.id))
        found = weigh_same_page(first.claim, second.claim, first.profile, second.profile)
        return [*found, *_confirming(first, second)]


def _to_the_nearest(edges: Sequence[Edge], profiles: Sequence[Profile]) -> Iterator[Edge]:
    """Of the edges by which a claim goes on about earlier ones ("the guards were moved"), the one to the nearest of
    them; of a title's edges the strongest."""
    nearest: dict[int, tuple[tuple[float, ...], Edge]] = {}
    for edge in edges:
        one, other = profiles[edge.a], profiles[edge.b]
        earlier, later = sorted((edge.a, edge.b), key=lambda p: (profiles[p].position, p))
        plain = edge.points >= TAKEN_UP
        better = edge.points > TAKEN_UP
        rank: tuple[float, ...] = (plain, better, profiles[earlier].position, edge.points, -edge.a, -edge.b)
        if "title" in (one.voice, other.voice):
            later = edge.a if one.voice == "title" else edge.b
            rank = (edge.points, -float(edge.a + edge.b - later))
        elif not edge.sure:
            yield edge
            continue
        if later not in nearest or rank > nearest[later][0]:
            nearest[later] = (rank, edge)
    yield from (nearest[later][1] for later in sorted(nearest))


def _in_common(item: Evidence) -> bool:
    """True for evidence of one happening beside its kind and its means: a page tells of several that another cites."""
    if item.feature == "text.shared":
        return item.share >= LEAST_ALIKE
    told = item.feature in _OF_THE_EVENT or item.feature.startswith(
        ("place.", "actor.", "time.same", "text.", "names.")
    )
    return told and item.points > 0 and item.feature != "means.same"


def _citing_page(one: Linkable, other: Linkable) -> Iterator[Evidence]:
    """A claim told on the word of the other page's outlet is likely what that page tells; surely, where it also names
    whom that page has it from."""
    for citing, cited in ((one, other), (other, one)):
        chain = [step.source for step in citing.claim.attribution]
        if not cited.outlet or cited.outlet not in chain:
            continue
        yield Evidence("cites_page", WEIGHTS["cites_page"], "one is told on the word of the other's outlet")
        behind = chain[chain.index(cited.outlet) + 1 :]
        if behind and behind == [step.source for step in cited.claim.attribution][: len(behind)]:
            yield Evidence("cites_sources", WEIGHTS["cites_sources"], "and both go on to the same source")


def _counted_off(one: Claim, other: Claim) -> Iterator[Evidence]:
    """ "The second convoy" is another one's second convoy, and never its third."""
    a, b = _ordinal(one), _ordinal(other)
    if a == b == 0:
        return
    if a == b:
        yield Evidence("ordinal.same", WEIGHTS["ordinal.same"], f"both call it number {a} of its kind")
    elif a and b:
        yield Evidence(
            "ordinal.other", WEIGHTS["ordinal.other"], f"one calls it number {a} of its kind, one number {b}"
        )
    elif max(a, b) > 1:
        yield Evidence("ordinal.one", WEIGHTS["ordinal.one"], f"one alone calls it number {max(a, b)} of its kind")


def _ordinal(claim: Claim) -> int:
    """Which of its kind a claim calls its event, by its roles and the words before its trigger; 0 = not said."""
    upto = claim.trigger.end - claim.quote.start
    near = claim.quote.text[max(0, upto - ORDINAL_REACH) : upto]
    words = [near, *(span.text for _, spans in claim.roles for span in spans)]
    found = next((m for m in map(ORDERED.search, words) if m is not None), None)
    return ORDINALS[found.group(1).casefold()] if found is not None else 0


def _confirming(one: Linkable, other: Linkable) -> Iterator[Evidence]:
    for confirming, confirmed in ((one, other), (other, one)):
        if confirming.confirms and any(step.source == confirming.confirms for step in confirmed.claim.attribution):
            near = one.profile.document == other.profile.document
            feature = "confirms_report" if near else "confirms_report_elsewhere"
            yield Evidence(feature, WEIGHTS[feature], "said to confirm that source's report")
