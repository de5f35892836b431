"""The way through the tree from each word to a predicate, as the number of a bucket.

Rule: numpy only, no model; the same function serves training and run time. A word below the predicate is named by the
relation of the predicate's own dependent that holds it, a word beside or above it by its place there (the syntactic
path of semantic role labelling since Gildea and Jurafsky 2002, cut to what one embedding can hold).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.models.decode import Ints

UNKNOWN, SELF, APART = range(3)
"""No tree here; the predicate itself; no short way."""
_FIRST = 3
NO_TREE = -2
"""The head of a word in a sentence that has no tree."""


def relations(names: Sequence[str]) -> tuple[list[str], list[int]]:
    """The base relations ("nsubj" of "nsubj:pass") of a label set, and the number of each label's."""
    bases = sorted({name.split(":")[0] for name in names})
    return bases, [bases.index(name.split(":")[0]) for name in names]


def size(bases: int) -> int:
    """How many buckets there are for so many base relations."""
    return _FIRST + 8 * bases


@dataclass(frozen=True, slots=True)
class Ways:
    """The trees of one window of n words.

    heads     [n], -1 a root, NO_TREE where the sentence has none
    relation  [n], the number of each word's base relation
    under     [n, n], under[t, a] is the dependent of a that holds t, -1 where a does not govern t
    leftmost  [n], the first word of each word's yield
    bases     how many base relations there are
    """

    heads: Ints
    relation: Ints
    under: Ints
    leftmost: Ints
    bases: int

    @classmethod
    def of(cls, heads: Sequence[int] | Ints, relation: Sequence[int] | Ints, bases: int) -> Ways:
        """The tables of a forest; a loop ends after as many steps as there are words."""
        up = np.asarray(heads, dtype=np.int64)
        n = len(up)
        under = np.full((n, n), -1, dtype=np.int64)
        leftmost = np.arange(n)
        words, at = np.arange(n), np.arange(n)
        for _ in range(n):
            above = up[at]
            going = above >= 0
            if not going.any():
                break
            words, at, above = words[going], at[going], above[going]
            under[words, above] = at
            np.minimum.at(leftmost, above, words)
            at = above
        return cls(up, np.asarray(relation, dtype=np.int64), under, leftmost, bases)

    def buckets(self, predicates: Sequence[int] | Ints) -> Ints:
        """Buckets [P, n] of every word as seen from each predicate."""
        p = np.asarray(predicates, dtype=np.int64)
        n, r = len(self.heads), self.bases
        words = np.arange(n)
        found = np.full((len(p), n), APART, dtype=np.int64)
        head = self.heads[p]
        above = np.where(head >= 0, self.heads[head], -1)
        for governor, base in ((above, 6 * r), (head, 3 * r), (p, 0)):
            known = governor >= 0
            at = np.where(known, governor, 0)
            holder = np.where(known[:, None], self.under[:, at].T, -1)
            inside = holder >= 0
            first = self.leftmost[holder] == words[None]
            found = np.where(inside, _FIRST + base + 2 * self.relation[holder] + first, found)
        for governor, below, base in ((above, head, 5 * r), (head, p, 2 * r)):
            rows = np.flatnonzero(governor >= 0)
            found[rows, governor[rows]] = _FIRST + base + self.relation[below[rows]]
        found[np.arange(len(p)), p] = SELF
        found[:, self.heads == NO_TREE] = UNKNOWN
        found[self.heads[p] == NO_TREE] = UNKNOWN
        return found


def middle(heads: Sequence[int] | Ints, first: int, last: int) -> int:
    """The word of first..last (inclusive) whose head lies outside: the head of a predicate of several words."""
    return next((i for i in range(first, last + 1) if not first <= heads[i] <= last), first)
