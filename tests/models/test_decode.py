"""Any scores give valid spans and trees."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rashomon.models.decode import _search, best_tags, runs, tree
from rashomon.models.draft import Seen
from rashomon.models.windows import Window


def _valid(tags: list[int]) -> bool:
    return all(t % 2 or t == 0 or before in (t, t - 1) for before, t in zip([0, *tags], tags, strict=False))


@given(st.integers(0, 10_000))
def test_the_best_valid_sequence_is_found(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(2, 4, 5)).astype(np.float32)
    breaks = np.arange(8) % 4 == 0
    for row, tags in zip(scores, best_tags(scores.reshape(8, 5), breaks).reshape(2, 4).tolist(), strict=True):
        best = max(
            (s for s in itertools.product(range(5), repeat=4) if _valid(list(s))),
            key=lambda s: sum(row[i, t] for i, t in enumerate(s)),
        )
        assert sum(row[i, t] for i, t in enumerate(tags)) >= sum(row[i, t] for i, t in enumerate(best)) - 1e-5
        assert _valid(tags)


def test_a_run_ends_where_a_sentence_begins() -> None:
    assert runs(np.array([1, 2, 2, 0, 3]), [0, 2]) == [(0, 0, 2), (0, 2, 3), (1, 4, 5)]


@given(st.integers(1, 9), st.integers(0, 10_000))
def test_every_sentence_is_one_tree_with_one_root(width: int, seed: int) -> None:
    heads = tree(np.random.default_rng(seed).normal(size=(width, width + 1)).astype(np.float32))
    assert heads.count(-1) == 1
    for start in range(width):
        node, steps = start, 0
        while node >= 0:
            node, steps = heads[node], steps + 1
            assert steps <= width


def test_the_tree_is_the_best_one() -> None:
    rng = np.random.default_rng(3)
    for _ in range(30):
        scores = rng.normal(size=(4, 5)).astype(np.float32)
        got = tree(scores)
        root = got.index(-1)
        best = -np.inf
        for heads in itertools.product(range(-1, 4), repeat=4):
            if heads.count(-1) == 1 and heads[root] == -1 and _is_tree(heads):
                best = max(best, sum(scores[i, h + 1] for i, h in enumerate(heads)))
        assert sum(scores[i, h + 1] for i, h in enumerate(got)) >= best - 1e-4


def _is_tree(heads: tuple[int, ...]) -> bool:
    for start in range(len(heads)):
        node, steps = start, 0
        while node >= 0:
            node, steps = heads[node], steps + 1
            if steps > len(heads):
                return False
    return True


@given(st.integers(1, 30), st.integers(0, 10_000))
def test_mending_a_row_finds_what_searching_all_of_it_finds(length: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(length, 7)).astype(np.float32)
    scores[:, 0] += rng.choice([0.0, 3.0, 8.0], size=length)
    words = np.arange(length)
    mended = best_tags(scores, words == 0)
    every, tags = (found.ravel().tolist() for found in np.indices(scores.shape))
    whole = _search(every, tags, scores.ravel().tolist(), {0}, ())
    assert _valid(mended.tolist())
    assert abs(scores[words, mended].sum() - scores[words, whole].sum()) < 1e-3


def test_a_cue_looks_as_far_as_no_other_cue_stands() -> None:
    seen = Seen(Window(0, 5, 12), {}, 0, 0, (0, 2, 4, 6, 8, 10), 10, ())
    assert seen.around(5) == (4, 6)
    assert seen.around(5, 1) == (2, 8)
    assert seen.around(5, 3, {0, 2, 4}) == (2, 8)
    assert seen.around(5, 3, {1, 2, 3}) == (4, 6)
