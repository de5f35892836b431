"""Predicates are asked in groups of like lengths."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.models.pairs import AT_ONCE, SPARE, like_lengths


@given(st.lists(st.integers(1, 400), max_size=200))
def test_every_predicate_is_asked_once_and_few_places_stay_empty(lengths: list[int]) -> None:
    groups = like_lengths(lengths)
    assert sorted(i for group in groups for i in group) == list(range(len(lengths)))
    for group in groups:
        longest = max(lengths[i] for i in group)
        assert len(group) <= AT_ONCE
        assert sum(longest - lengths[i] for i in group) <= SPARE
