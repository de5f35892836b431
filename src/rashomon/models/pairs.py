"""Words as seen from one predicate: arguments, sources and contents, places.

Rule: knows the second graph and its slices, nothing of parses. All predicates of a batch are asked at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np

from rashomon.models.decode import Floats, Marked, Truths, best_tags, runs
from rashomon.models.draft import Seen
from rashomon.models.features import distances
from rashomon.models.pack import Pack

SRL, QUOTE, ARGUMENT, PLACE = range(4)
HEADS = ("role", "part", "argument", "place")
QUOTE_SHARE = 0.2
"""How much of the reading without a cue is added to the reading from one cue, in log space. On the part of TRAIN kept
aside 0.2 links better than 0.35 and 0.5 (73.1, 72.5, 71.8) and cuts contents as well (68.0, 67.9, 67.9)."""
LEANING: dict[int, float] = {ARGUMENT: 1.0}
"""What is taken from the score of "nothing", by task: learned from few examples, it tells too little. Found on the
part of TRAIN kept aside."""
AT_ONCE = 64  # predicates of one run of the graph: bounds the memory
SPARE = 128  # empty places of one run, in words: what one run more costs (0.6 ms against 5 us a place)


class Key(NamedTuple):
    """Names a query: the window's row in its batch, the task, the predicate's first word."""

    row: int
    task: int
    first: int


@dataclass(frozen=True, slots=True)
class Query:
    """A predicate, the words first..last (inclusive) of its window, that looks at the words lo..hi (exclusive).

    placed: a look for arguments (SRL) is also asked for the predicate's place, which the same look gives."""

    seen: Seen
    task: int
    first: int
    last: int
    lo: int
    hi: int
    placed: bool = False

    def key(self, task: int) -> Key:
        """The name of one of its answers."""
        return Key(self.seen.row, task, self.first)


Answers = dict[Key, list[Marked]]


class Pairs:
    """The second graph."""

    def __init__(self, pack: Pack) -> None:
        self._graph = pack.pairs
        labels = pack.tables["labels"]
        edges = np.cumsum([0, *(len(labels[head]) for head in HEADS)]).tolist()
        self._slices = [slice(a, b) for a, b in pairwise(edges)]
        self._plain_columns = [labels["quote"].index(name) for name in labels["part"]]

    def ask(self, queries: Sequence[Query]) -> Answers:
        """The runs that each query found (kind, start, end in the window)."""
        answers: Answers = {}
        for some in like_lengths([q.hi - q.lo for q in queries]):
            asked = [queries[i] for i in some]
            scores, filled = self._scores(asked)
            for task in range(len(HEADS)):
                rows = [i for i, q in enumerate(asked) if q.task == task or (task == PLACE and q.placed)]
                if rows:
                    mine = [asked[i] for i in rows]
                    own = scores[rows, :, self._slices[task]][filled[rows]]
                    answers |= _answers(task, mine, self._own(own, task, mine))
        return answers

    def _scores(self, some: Sequence[Query]) -> tuple[Floats, Truths]:
        """Scores [P, L, labels of all tasks] and which of the L places are words."""
        flat = some[0].seen.out["x"]
        table = np.array([(q.lo, q.hi, q.first, q.last, q.seen.base, q.task) for q in some], dtype=np.int64)
        lo, hi, first, last, base, task = table.T
        at = lo[:, None] + np.arange((hi - lo).max())[None]
        filled = at < hi[:, None]
        fed = {
            "x": flat,
            "predicate": (flat[base + first] + flat[base + last]) / 2,
            "words": np.where(filled, at + base[:, None], -1),
            "distance": distances(at, first, last),
            "task": task,
        }
        return self._graph.run(["scores"], fed)[0], filled

    def _own(self, scores: Floats, task: int, asked: Sequence[Query]) -> Floats:
        """The scores [T, labels] of one task, query by query; for attributions with a share of what the words say of
        themselves."""
        scores[:, 0] -= LEANING.get(task, 0.0)
        if task == QUOTE:
            plain = np.concatenate([q.seen.scores("quote")[q.lo : q.hi] for q in asked])
            scores += QUOTE_SHARE * plain[:, self._plain_columns]
        return scores


def like_lengths(lengths: Sequence[int]) -> list[list[int]]:
    """Positions in `lengths`, each once, in groups of AT_ONCE at most and not much more than SPARE empty places."""
    found: list[list[int]] = []
    empty = 0
    for i in sorted(range(len(lengths)), key=lambda i: (-lengths[i], i)):
        empty += lengths[found[-1][0]] - lengths[i] if found else 0
        if not found or len(found[-1]) == AT_ONCE or empty > SPARE:
            found.append([])
            empty = 0
        found[-1].append(i)
    return found


def _answers(task: int, asked: Sequence[Query], scores: Floats) -> Answers:
    """The runs that each query found by scores [T, labels], query by query; counted in the window."""
    edges = [0, *accumulate(q.hi - q.lo for q in asked)]
    breaks = np.zeros(len(scores), dtype=bool)
    breaks[edges[:-1]] = True
    tags = best_tags(scores, breaks)
    told = np.add.reduceat(tags, edges[:-1]).tolist()
    found: Answers = {}
    for q, a, b, any_told in zip(asked, edges[:-1], edges[1:], told, strict=True):
        marked = runs(tags[a:b], [begin - q.lo for begin in q.seen.begins]) if any_told else []
        found[q.key(task)] = [(kind, i + q.lo, j + q.lo) for kind, i, j in marked]
    return found
