"""Trees as bit masks say what the same trees say when they are walked."""

from __future__ import annotations

import numpy as np
import pytest

from rashomon.read.trees import LEAVES, forest_of


def grown(chance: np.random.Generator, trees: int, leaves: int) -> dict[str, np.ndarray]:
    """Random trees of `leaves` leaves, in the form that training writes."""
    rows: list[list[float]] = []
    roots = []

    def grow(count: int) -> int:
        number = len(rows)
        rows.append([0.0, 0.0, number, number, float(chance.normal())])
        if count > 1:
            on_left = int(chance.integers(1, count))
            rows[number][:2] = [float(chance.integers(0, 5)), float(np.float32(chance.normal()))]
            rows[number][2] = grow(on_left)
            rows[number][3] = grow(count - on_left)
        return number

    for _ in range(trees):
        roots.append(grow(leaves))
    columns = dict(zip(("feature", "threshold", "left", "right", "value"), np.array(rows).T, strict=True))
    whole = {key: columns[key].astype(np.int32) for key in ("feature", "left", "right")}
    return columns | whole | {"roots": np.array(roots), "base": np.array([0.5, -0.5], np.float32)}


def walked(held: dict[str, np.ndarray], row: np.ndarray) -> np.ndarray:
    scores = np.array(held["base"], np.float64)
    for tree, root in enumerate(held["roots"]):
        node = int(root)
        while held["left"][node] != node:
            goes_left = row[held["feature"][node]] <= np.float32(held["threshold"][node])
            node = int(held["left"][node] if goes_left else held["right"][node])
        scores[tree % 2] += held["value"][node]
    return scores


@pytest.mark.parametrize("leaves", [1, 2, 7, LEAVES])
def test_masks_say_what_walking_says(leaves):
    chance = np.random.default_rng(leaves)
    held = grown(chance, 6, leaves)
    rows = chance.normal(size=(300, 5)).astype(np.float32)
    scores = np.array([walked(held, row) for row in rows])
    raised = np.exp(scores - scores.max(axis=1, keepdims=True))
    assert np.allclose(forest_of(held).predict(rows), raised / raised.sum(axis=1, keepdims=True), atol=1e-5)


def test_a_tree_with_more_leaves_than_bits_is_refused():
    with pytest.raises(ValueError, match=f"{LEAVES} are the most"):
        forest_of(grown(np.random.default_rng(0), 2, LEAVES + 1))
