"""Which words name an event of the ontology: a linear look at the encoder's word vectors.

Rule: vectors in, Happenings out; knows no sentence, no table of words. Learned by training/happenings.py.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from rashomon.models.decode import Floats
from rashomon.record.parse import Happening

TAGS = ("VERB", "NOUN", "ADJ", "PROPN", "ADV")
"""Parts of speech that may name an event, those that rather do first."""
TOLD = 6
"""How many types are told of a word."""


class Happenings:
    """The head. `table`: types [K] (the first is "no event"), weight [K, D], bias [K]."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.types: list[str] = table["types"].tolist()
        self.weight: Floats = table["weight"].astype(np.float32)
        self.bias: Floats = table["bias"].astype(np.float32)

    def of(self, x: Floats, upos: Sequence[str]) -> tuple[Happening, ...]:
        """Of the words [n, D] of a sentence with their parts of speech, those that rather name an event than none."""
        at = [i for i, tag in enumerate(upos) if tag in TAGS]
        if not at or len(self.types) < 2:
            return ()
        scores = x[at] @ self.weight.T + self.bias
        scores = np.exp(scores - scores.max(1, keepdims=True))
        scores /= scores.sum(1, keepdims=True)
        return tuple(
            Happening(at[row], self._types(scores[row])) for row in np.flatnonzero(scores[:, 0] < 0.5).tolist()
        )

    def _types(self, scores: Floats) -> tuple[tuple[str, float], ...]:
        best = (np.argsort(-scores[1:], kind="stable")[:TOLD] + 1).tolist()
        return tuple((self.types[k], round(float(scores[k]), 4)) for k in best)
