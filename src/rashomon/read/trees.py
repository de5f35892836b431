"""Boosted trees as bit masks, and what they say of a matrix of features.

Lives here: loading trees and asking them, with numpy alone. Must not know: what the features or classes mean.

A tree is not walked. Each inner node that sends a row to the right takes the leaves on its left out of the running;
of the leaves that stay, the row's is the first (QuickScorer: Lucchese et al., SIGIR 2015). Ten times as fast as walking
all trees step by step, and the same to the last bit.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

ROWS = 128
"""Rows asked about at a time: keeps the working arrays in the processor's cache, and memory flat on huge pages."""

LEAVES = 16
"""Leaves of a tree, at most: as many as a mask has bits."""


@dataclass(frozen=True, slots=True)
class Forest:
    """feature, threshold, taken: one row a rank of inner node, one column a tree; value: one row a tree, one column a
    leaf. Tree k speaks for class k modulo the number of classes.

    feature    column of the features that a node looks at; a row goes right where it is above the threshold
    threshold  infinity where a tree has fewer nodes
    taken      bits of the leaves that are out when a row goes right
    base       the classes' scores before any tree
    """

    feature: NDArray[np.int32]
    threshold: Matrix
    taken: NDArray[np.uint16]
    value: Matrix
    base: Matrix

    def predict(self, rows: Matrix) -> Matrix:
        """Probabilities, one row a row, one column a class; each row sums to one."""
        import numpy as np

        parts = [self._scores(rows[i : i + ROWS]) for i in range(0, len(rows), ROWS)]
        scores = np.concatenate(parts) if parts else np.zeros((0, len(self.base)), np.float32)
        scores -= scores.max(axis=1, keepdims=True)
        raised = np.exp(scores)
        shares: Matrix = (raised / raised.sum(axis=1, keepdims=True)).astype(np.float32)
        return shares

    def _scores(self, rows: Matrix) -> Matrix:
        import numpy as np

        trees = len(self.value)
        columns = np.ascontiguousarray(rows.T)
        out = np.zeros((trees, len(rows)), np.uint16)
        for feature, threshold, taken in zip(self.feature, self.threshold, self.taken, strict=True):
            right = columns.take(feature, axis=0) > threshold[:, None]
            out |= np.multiply(right.view(np.uint8), taken[:, None])
        first = np.arange(0, trees * LEAVES, LEAVES, dtype=np.int32)[:, None]
        told = self.value.ravel().take(_lowest_free().take(out) + first)
        scores: Matrix = self.base + told.T.reshape(len(rows), -1, len(self.base)).sum(axis=1, dtype=np.float32)
        return scores


@lru_cache(maxsize=1)
def _lowest_free() -> NDArray[np.uint8]:
    """For each mask, the lowest bit that is not set; 0 for the full mask, which no row reaches."""
    import numpy as np

    masks = np.arange(1 << LEAVES, dtype=np.uint32)
    bits = (masks[:, None] >> np.arange(LEAVES, dtype=np.uint32)) & 1
    lowest: NDArray[np.uint8] = bits.argmin(axis=1).astype(np.uint8)
    return lowest


def load_forests(name: str) -> tuple[dict[str, Forest], dict[str, Matrix]]:
    """The forests in a file of weights that ships with this folder, by name, and the further arrays it holds."""
    import numpy as np

    with resources.files("rashomon.read").joinpath(name).open("rb") as file, np.load(file, allow_pickle=False) as held:
        arrays = {key: held[key] for key in held.files}
    names = sorted({key.split(".")[0] for key in arrays if "." in key})
    forests = {name: forest_of(arrays, f"{name}.") for name in names}
    return forests, {key: value for key, value in arrays.items() if "." not in key}


def forest_of(arrays: dict[str, NDArray[Any]], prefix: str = "") -> Forest:
    """A forest from arrays with one entry a node, as training writes them: feature, threshold, left, right, value, and
    roots, the number of each tree's root; a leaf's left and right are itself. Raises ValueError for a tree of more
    than LEAVES leaves."""
    import numpy as np

    held = {key.removeprefix(prefix): array for key, array in arrays.items() if key.startswith(prefix)}
    nodes = list(zip(*(held[key].tolist() for key in ("feature", "threshold", "left", "right", "value")), strict=True))
    trees = len(held["roots"])
    feature = np.zeros((LEAVES - 1, trees), np.int32)
    threshold = np.full((LEAVES - 1, trees), np.inf, np.float32)
    taken = np.zeros((LEAVES - 1, trees), np.uint16)
    value = np.zeros((trees, LEAVES), np.float32)
    for tree, root in enumerate(held["roots"].tolist()):
        inner, leaves = _unrolled(nodes, root)
        if len(leaves) > LEAVES:
            raise ValueError(f"tree {tree} has {len(leaves)} leaves, and {LEAVES} are the most; learn it with fewer")
        value[tree, : len(leaves)] = leaves
        for rank, (looks_at, above, mask) in enumerate(inner):
            feature[rank, tree], threshold[rank, tree], taken[rank, tree] = looks_at, above, mask
    return Forest(feature, threshold, taken, value, held["base"].astype(np.float32))


Node = tuple[int, float, int, int, float]


def _unrolled(nodes: list[Node], root: int) -> tuple[list[tuple[int, float, int]], list[float]]:
    """(feature, threshold, bits of the leaves on the left) of each inner node, and the leaves' values, in order."""
    inner: list[tuple[int, float, int]] = []
    leaves: list[float] = []

    def bits_below(number: int) -> int:
        feature, threshold, left, right, value = nodes[number]
        if left == number:
            leaves.append(value)
            return 1 << (len(leaves) - 1)
        on_left = bits_below(left)
        inner.append((feature, threshold, on_left))
        return on_left | bits_below(right)

    bits_below(root)
    return inner, leaves
