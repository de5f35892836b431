"""Text reuse: what is an echo and what only shares a subject."""

from __future__ import annotations

import random

import pytest
from bench.linking.echo_set import EDITS
from bench.linking.own_texts import EVENTS

from rashomon.weigh.reuse import compare_texts, read_words, shared_runs


@pytest.mark.parametrize("how", sorted(EDITS))
def test_edited_texts_are_echoes(how: str):
    chance = random.Random(4)
    called = [bool(compare_texts(text, EDITS[how](text, chance)).verdict) for pair in EVENTS for text in pair]
    assert sum(called) >= len(called) * 0.8


def test_two_reports_of_one_event_are_no_echo():
    assert not any(compare_texts(one, other).verdict for one, other in EVENTS)


def test_reports_of_other_events_are_no_echo():
    assert not any(compare_texts(one, other).verdict for one, _ in EVENTS for other, _ in EVENTS if one != other)


def test_the_verdict_does_not_depend_on_the_order():
    one, other = EVENTS[0][0], EDITS["rewritten"](EVENTS[0][0], random.Random(1))
    ab, ba = compare_texts(one, other), compare_texts(other, one)
    assert (ab.verdict, ab.order, ab.longest) == (ba.verdict, ba.order, ba.longest)


def test_shared_runs_hold_the_same_words_on_both_sides_and_none_twice():
    one, other = read_words(EVENTS[2][0]), read_words(EDITS["shuffled"](EVENTS[2][0], random.Random(2)))
    used_a: set[int] = set()
    for run in shared_runs(one, other):
        words = [word.folded for word in one[run.a : run.a + run.size]]
        assert words == [word.folded for word in other[run.b : run.b + run.size]]
        assert not used_a & set(range(run.a, run.a + run.size))
        used_a |= set(range(run.a, run.a + run.size))


def test_short_texts_are_never_echoes():
    assert compare_texts("Read more here.", "Read more here.").verdict == ""
