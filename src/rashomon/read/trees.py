"""Boosted trees as five arrays, and what they say of a matrix of features.

Lives here: loading and walking them, with numpy alone. Must not know: what the features or classes mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

ROWS = 256
"""Rows walked at a time: keeps the working arrays in the processor's cache, and memory flat on huge pages."""


@dataclass(frozen=True, slots=True)
class Forest:
    """feature, threshold, left, right, value: one entry a node; a leaf's left and right are itself.

    roots  node number of each tree's root; tree k speaks for class k modulo the number of classes
    base   the classes' scores before any tree
    depth  steps from any root to any leaf, at most
    """

    feature: NDArray[np.int32]
    threshold: Matrix
    left: NDArray[np.int32]
    right: NDArray[np.int32]
    value: Matrix
    roots: NDArray[np.int32]
    base: Matrix
    depth: int

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

        node = np.tile(self.roots, (len(rows), 1))
        at = np.arange(len(rows))[:, None]
        for _ in range(self.depth):
            goes_left = rows[at, self.feature[node]] <= self.threshold[node]
            node = np.where(goes_left, self.left[node], self.right[node])
        trees = self.value[node].reshape(len(rows), -1, len(self.base))
        scores: Matrix = self.base + trees.sum(axis=1, dtype=np.float32)
        return scores


def load_forests(name: str) -> tuple[dict[str, Forest], dict[str, Matrix]]:
    """The forests in a file of weights that ships with this folder, by name, and the further arrays it holds."""
    import numpy as np

    with resources.files("rashomon.read").joinpath(name).open("rb") as file, np.load(file, allow_pickle=False) as held:
        arrays = {key: held[key] for key in held.files}
    names = sorted({key.split(".")[0] for key in arrays if "." in key})
    forests = {name: _forest(arrays, f"{name}.") for name in names}
    return forests, {key: value for key, value in arrays.items() if "." not in key}


def _forest(arrays: dict[str, NDArray[Any]], prefix: str) -> Forest:
    import numpy as np

    held = {key.removeprefix(prefix): array for key, array in arrays.items() if key.startswith(prefix)}
    # small integers, as stored, are widened once, so that they index without a copy
    feature, left, right, roots = (held[key].astype(np.int32) for key in ("feature", "left", "right", "roots"))
    threshold, value, base = (held[key].astype(np.float32) for key in ("threshold", "value", "base"))
    return Forest(feature, threshold, left, right, value, roots, base, int(held["depth"]))
