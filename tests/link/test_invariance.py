"""The answer depends on the pages alone: not on their order, their number of times, or how they came in."""

from __future__ import annotations

import random

import pytest
from bench.linking.world import make_world
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.link import link
from rashomon.link.pairs import Pairs
from rashomon.link.region import touched
from rashomon.record import Accounts
from rashomon.weigh import weigh

PAGES = make_world(60, seed=3)


def test_known_events_are_found():
    world = PAGES
    found = {claim: event.id for event in link(world.readings).events for claim in event.claims}
    pairs = [(a, b) for a in world.truth for b in world.truth if a < b]
    wrong = [(a, b) for a, b in pairs if (world.truth[a] == world.truth[b]) != (found[a] == found[b])]
    assert len(wrong) <= len(pairs) * 0.002


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_any_order_and_repeats_give_the_same_accounts(chance: random.Random):
    pages = PAGES.readings[:30]
    mixed = [*pages, *chance.sample(pages, 3)]
    chance.shuffle(mixed)
    assert weigh(link(mixed)) == weigh(link(pages))


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 59), st.integers(1, 4))
def test_adding_pages_gives_what_a_full_build_gives(start: int, size: int):
    pages = PAGES.readings
    rest = [page for number, page in enumerate(pages) if not start <= number < start + size]
    assert link(pages, previous=link(rest)) == link(pages)


@settings(max_examples=6, deadline=None)
@given(st.integers(0, 59))
def test_removing_a_page_gives_what_a_full_build_gives(number: int):
    pages = PAGES.readings
    rest = pages[:number] + pages[number + 1 :]
    assert link(rest, previous=link(pages)) == link(rest)


def test_previous_may_have_been_weighed():
    pages = PAGES.readings
    assert link(pages, previous=weigh(link(pages[:-1]))) == link(pages)


def test_adding_a_page_touches_a_small_part(monkeypatch: pytest.MonkeyPatch):
    """The pairs that are weighed again are those around the new page's claims."""
    pages = make_world(240, seed=5).readings
    before = link(pages[:-1])
    weighed: list[tuple[int, int]] = []
    edge = Pairs.edge
    monkeypatch.setattr(Pairs, "edge", lambda self, pair: (weighed.append(pair), edge(self, pair))[1])
    link(pages, previous=before)
    again = len(set(weighed))
    weighed.clear()
    link(pages)
    assert again < len(set(weighed)) / 3


def test_an_empty_case_is_empty():
    assert link([]) == Accounts()
    assert touched(Pairs([]), Pairs([])) == frozenset()
