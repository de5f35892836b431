"""Which words name an event of the ontology: a linear look at the encoder's word vectors.

Rule: vectors in, types out; knows no sentence, no table of words. Learned with the encoder, from the lessons of
training/happenings.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from rashomon.models.decode import Floats

Types = tuple[tuple[str, float], ...]
TAGS = ("VERB", "NOUN", "ADJ", "PROPN", "ADV")
"""Parts of speech that may name an event, those that rather do first."""
TOLD = 6
"""How many types are told of a word."""

ROWS = 12
"""Words in one matrix product. Some 250,000 multiplications at once wake a second thread of numpy's, which then waits
for more without sleeping: 13 ms of processor time for a product of 0.3 ms."""


class Happenings:
    """The head. `table`: types [K] (the first is "no event"), weight [K, D], bias [K]."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.types: list[str] = table["types"].tolist()
        self.weight: Floats = table["weight"].astype(np.float32)
        self.bias: Floats = table["bias"].astype(np.float32)

    def of(self, x: Floats, upos: Sequence[str]) -> dict[int, Types]:
        """Of the words [n, D] with their parts of speech, those that rather name an event than none, with its types."""
        at = [i for i, tag in enumerate(upos) if tag in TAGS]
        if not at or len(self.types) < 2:
            return {}
        scores = _product(x[at], self.weight.T) + self.bias
        scores = np.exp(scores - scores.max(1, keepdims=True))
        scores /= scores.sum(1, keepdims=True)
        rows = np.flatnonzero(scores[:, 0] < 0.5)
        best = np.argsort(-scores[rows, 1:], axis=1, kind="stable")[:, :TOLD] + 1
        chances = np.take_along_axis(scores[rows], best, 1).tolist()
        return {
            at[row]: tuple((self.types[k], round(p, 4)) for k, p in zip(types, told, strict=True))
            for row, types, told in zip(rows.tolist(), best.tolist(), chances, strict=True)
        }


def _product(x: Floats, weight: Floats) -> Floats:
    """x @ weight, [n, D] by [D, K], ROWS words at a time."""
    padded = np.zeros((-len(x) // ROWS * -ROWS, x.shape[1]), dtype=np.float32)
    padded[: len(x)] = x
    found: Floats = (padded.reshape(-1, ROWS, x.shape[1]) @ weight).reshape(len(padded), -1)[: len(x)]
    return found
