"""Words as seen from one predicate: arguments, sources and contents, places.

Rule: knows the second graph and its slices, nothing of parses. All predicates of a batch are asked at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

import numpy as np

from rashomon.models.decode import Floats, Ints, Marked, Truths, best_tags, runs
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
NEVER = 1e4
"""The score of an argument that is barred."""
AT_ONCE = 6000  # words that the predicates of one run of the graph look at: bounds the memory, some 10 kB a word
REACH = 2  # how many words to each side a look of the graph has


class Key(NamedTuple):
    """Names a query: the window's row in its batch, the task, the predicate's first word."""

    row: int
    task: int
    first: int


@dataclass(frozen=True, slots=True)
class Query:
    """A predicate, the words first..last (inclusive) of its window, that looks at the words lo..hi (exclusive).

    path    the way through the tree from each of these words to the predicate (paths.py)
    placed  a look for arguments (SRL) is also asked for the predicate's place, which the same look gives
    barred  the numbered arguments that its roleset was never seen with, as columns of scores
    """

    seen: Seen
    task: int
    first: int
    last: int
    lo: int
    hi: int
    path: Ints
    placed: bool = False
    barred: Sequence[int] = ()

    def asked(self, task: int) -> bool:
        """Is this query asked for the labels of a task?"""
        return self.task == task or (task == PLACE and self.placed)

    def key(self, task: int) -> Key:
        """The name of one of its answers."""
        return Key(self.seen.row, task, self.first)


Answers = dict[Key, list[Marked]]


class Pairs:
    """The second graph."""

    def __init__(self, pack: Pack) -> None:
        self._graph = pack.pairs
        labels = pack.tables["labels"]
        self._plain_columns = [labels["quote"].index(name) for name in labels["part"]]

    def ask(self, queries: Sequence[Query]) -> Answers:
        """The runs that each query found (kind, start, end in the window)."""
        answers: Answers = {}
        for some in portions(queries):
            told = self._graph.run(HEADS, self._fed(some))
            for task, scores in enumerate(told):
                mine = [q for q in some if q.asked(task)]
                if mine:
                    answers |= _answers(task, mine, self._own(scores, task, mine))
        return answers

    def _fed(self, some: Sequence[Query]) -> dict[str, Any]:
        """What the graph is given: the places that the queries look at, end to end; what is beside each, and which of
        them are asked by task."""
        x = some[0].seen.out["x"]
        table = np.array([(q.lo, q.hi, q.first, q.last, q.seen.base, q.task) for q in some], dtype=np.int64)
        lo, hi, first, last, base, task = table.T
        ends = (hi - lo).cumsum()
        owner = np.repeat(np.arange(len(some)), hi - lo)
        places = np.arange(len(owner))
        words = places + (lo - ends + hi - lo)[owner]
        beside = places[:, None] + np.arange(-REACH, REACH + 1)
        own = (beside >= (ends - hi + lo)[owner, None]) & (beside < ends[owner, None])
        return {
            "x": x,
            "predicate": (x[base + first] + x[base + last]) / 2,
            "task": task,
            "owner": owner,
            "words": words + base[owner],
            "beside": np.where(own, beside, len(places)),
            "distance": distances(words[:, None], first[owner], last[owner])[:, 0],
            "path": np.concatenate([q.path for q in some]),
            **{f"{head}_at": places[_asked(some, head_task)[owner]] for head_task, head in enumerate(HEADS)},
        }

    def _own(self, scores: Floats, task: int, asked: Sequence[Query]) -> Floats:
        """The scores [T, labels] of one task, query by query; for attributions with a share of what the words say of
        themselves."""
        scores[:, 0] -= LEANING.get(task, 0.0)
        if task == SRL:
            ends = accumulate(q.hi - q.lo for q in asked)
            for q, end in zip(asked, ends, strict=True):
                scores[end - q.hi + q.lo : end, list(q.barred)] = -NEVER
        if task == QUOTE:
            plain = np.concatenate([q.seen.scores("quote")[q.lo : q.hi] for q in asked])
            scores += QUOTE_SHARE * plain[:, self._plain_columns]
        return scores


def portions(queries: Sequence[Query]) -> Iterator[Sequence[Query]]:
    """The queries in order, in portions that look at AT_ONCE words at most (or are one query)."""
    first = held = 0
    for i, q in enumerate(queries):
        held += q.hi - q.lo
        if held > AT_ONCE and i > first:
            yield queries[first:i]
            first, held = i, q.hi - q.lo
    if first < len(queries):
        yield queries[first:]


def _asked(some: Sequence[Query], task: int) -> Truths:
    return np.fromiter((q.asked(task) for q in some), dtype=bool, count=len(some))


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
