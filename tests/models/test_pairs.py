"""Predicates are asked together, each within its own words."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.models.draft import Seen
from rashomon.models.pairs import AT_ONCE, SRL, Query, portions
from rashomon.models.windows import Window

SEEN = Seen(Window(0, 1, 2), {}, 0, 0, (0, 1), 1, ())


@given(st.lists(st.integers(1, 400), max_size=200))
def test_every_predicate_is_asked_once_in_order_and_few_words_at_a_time(lengths: list[int]) -> None:
    queries = [Query(SEEN, SRL, 0, 0, 0, length, np.zeros(length, dtype=np.int64)) for length in lengths]
    groups = list(portions(queries))
    assert [id(q) for group in groups for q in group] == [id(q) for q in queries]
    assert all(0 < sum(q.hi for q in group) <= AT_ONCE for group in groups)
