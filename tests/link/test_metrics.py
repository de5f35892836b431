"""The scores of clusterings, against figures worked out by hand."""

from __future__ import annotations

import pytest
from bench.linking.metrics import b_cubed, ceaf_e, muc_scores, pairwise, score_clusters
from hypothesis import given
from hypothesis import strategies as st

GOLD = dict(zip("abcde", "11122", strict=True))
FOUND = dict(zip("abcde", "xxyyy", strict=True))


def test_b_cubed_muc_ceaf_and_pairs_as_worked_out_by_hand():
    """{abc}{de} against {ab}{cde}."""
    assert b_cubed(GOLD, FOUND) == pytest.approx((11 / 15, 11 / 15))
    assert muc_scores(GOLD, FOUND) == pytest.approx((2 / 3, 2 / 3))
    assert ceaf_e(GOLD, FOUND) == pytest.approx((0.8, 0.8))
    assert pairwise(GOLD, FOUND) == pytest.approx((0.5, 0.5))


@given(st.dictionaries(st.integers(0, 30), st.integers(0, 6), min_size=2))
def test_the_right_answer_scores_one_and_labels_do_not_matter(gold):
    renamed = {item: f"label {label}" for item, label in gold.items()}
    assert all(value == pytest.approx(1.0) for value in score_clusters(gold, renamed).values())


def test_items_of_one_side_only_count_against_precision_or_recall():
    found = {item: label for item, label in FOUND.items() if item != "e"} | {"f": "z"}
    assert b_cubed(GOLD, found)[1] < b_cubed(GOLD, FOUND)[1]
