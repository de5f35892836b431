"""Which lines are the article, which are readers' comments, which are furniture: the learned part of reading.

Lives here: two forests, the second of which sees what the first says of the lines around, and the path of least
surprise through both. Must not know: how they were trained (training/lines.py), what labels are made of the zones.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from rashomon.read.features import features
from rashomon.read.line import Line
from rashomon.read.trees import Forest, load_forests

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

ZONES = ("article", "comment", "boilerplate")
"""In the order of the forests' classes."""

WEIGHTS = "lines.npz"
VERSION = "lines-1"

REACH = 4
"""Lines to either side whose probabilities the second forest sees one by one."""

SPANS = (4, 8, 16, 40)
"""Lines to either side over which it sees their sums."""

LONGEST_LINE = 100
"""Words above which a line weighs no more in sums."""


def zones(lines: Sequence[Line]) -> tuple[str, ...]:
    """The zone of each line, one of ZONES."""
    import numpy as np

    if not lines:
        return ()
    first, second, moves = _forests()
    own = features(lines)
    told = first.predict(own)
    sure = second.predict(np.concatenate([own, context(told, own[:, 0])], axis=1))
    return tuple(ZONES[k] for k in best_path(sure, moves))


def context(told: Matrix, word_counts: Matrix) -> Matrix:
    """What the first forest says around each line: next to it, in sums over SPANS, and over the whole page."""
    import numpy as np

    n, k = told.shape
    padded = np.pad(told, ((REACH, REACH), (0, 0)), constant_values=-1)
    parts = [told, *(padded[i : i + n] for i in range(2 * REACH + 1) if i != REACH)]
    weighed = told * np.minimum(word_counts, LONGEST_LINE)[:, None]
    for amounts in (told, weighed):
        sums = np.concatenate([np.zeros((1, k), np.float32), np.cumsum(amounts, axis=0)])
        at = np.arange(n)
        for span in SPANS:
            parts.append(sums[at] - sums[np.maximum(at - span, 0)])
            parts.append(sums[np.minimum(at + 1 + span, n)] - sums[at + 1])
    passed = np.cumsum(weighed, axis=0)
    total = passed[-1]
    parts += [passed, total - passed, passed / (total + 1e-9), np.tile(total / (total.sum() + 1e-9), (n, 1))]
    parts += [np.maximum.accumulate(told), np.maximum.accumulate(told[::-1])[::-1]]
    return np.concatenate(parts, axis=1).astype(np.float32)


def best_path(sure: Matrix, moves: Matrix) -> list[int]:
    """The likeliest run of zones (Viterbi), `moves` being the logarithms of going from row to column."""
    import numpy as np

    told = np.log(sure + 1e-6)
    score = told[0]
    back = []
    for row in told[1:]:
        ways = score[:, None] + moves
        back.append(ways.argmax(axis=0))
        score = ways.max(axis=0) + row
    path = [int(score.argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


@lru_cache(maxsize=1)
def _forests() -> tuple[Forest, Forest, Matrix]:
    forests, further = load_forests(WEIGHTS)
    return forests["first"], forests["second"], further["moves"]
