"""Scores to labels, spans and trees.

Rule: numpy only, no model, no file; total: any finite scores give valid spans and one tree a sentence.
Tag sets are ["O", "B-a", "I-a", "B-b", "I-b", ...]: an odd number is a beginning, the even one after it its inside.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Truths = NDArray[np.bool_]
Marked = tuple[int, int, int]  # kind, start, end (exclusive); kind 0 is the first class


def best_tags(scores: Floats, filled: Truths) -> Ints:
    """The best sequence [N, L] of tags by scores [N, L, C] in which no inside stands without its beginning.

    `filled` [N, L] says which places are words. Where the best tag of each word already makes a valid sequence, that
    is the answer; only the stretches around the other words are searched (Viterbi)."""
    best: Ints = np.where(filled, scores.argmax(-1), 0).astype(np.int64)
    orphans = _orphans(best)
    for row in np.flatnonzero(orphans.any(1)).tolist():
        _mend(best[row], scores[row], np.flatnonzero(orphans[row]), int(filled[row].sum()))
    return best


def _orphans(tags: Ints) -> Truths:
    """The insides without their beginning, in tags [N, L]."""
    before = np.zeros_like(tags)
    before[:, 1:] = tags[:, :-1]
    found: Truths = (tags > 0) & (tags % 2 == 0) & (before != tags) & (before != tags - 1)
    return found


def _mend(tags: Ints, scores: Floats, orphans: Ints, length: int) -> None:
    """Search, in the first `length` words of one row [L], the stretches that hold orphans; the rest is the answer.

    To make each orphan a beginning is valid and costs `loss` in all, so no word gives up a tag that is better by more
    than that. Where such a word's tag is no inside, nothing before it bears on what follows: there the row is cut."""
    tags, scores = tags[:length], scores[:length]
    words = np.arange(length)
    top = scores[words, tags]
    loss = (top[orphans] - scores[orphans, tags[orphans] - 1]).sum() + _SLACK
    others = scores.copy()
    others[words, tags] = -np.inf
    sure = (top - others.max(1) > loss) & ((tags == 0) | (tags % 2 == 1))
    cuts = np.concatenate([[0], np.flatnonzero(sure), [length]])
    for stretch in np.unique(cuts.searchsorted(orphans, side="right")).tolist():
        a, b = int(cuts[stretch - 1]), int(cuts[stretch])
        tags[a:b] = _search(scores[a:b])


_SLACK = 1e-3  # what sums in single precision may be off by


def _search(scores: Floats) -> list[int]:
    """The best valid tags by scores [L, C] (Viterbi)."""
    length, labels = scores.shape
    total = scores[0].copy()
    total[2::2] = -1e8
    tops, went_on = [0] * length, np.zeros((length, labels // 2), dtype=bool)
    for t in range(1, length):
        tops[t] = int(total.argmax())
        begun, inside = total[1::2], total[2::2]
        np.greater_equal(inside, begun, out=went_on[t])
        here = np.full(labels, total[tops[t]], dtype=scores.dtype)
        here[2::2] = np.maximum(inside, begun)
        total = here + scores[t]
    found = [int(total.argmax())] * length
    for t in range(length - 1, 0, -1):
        tag = found[t]
        inside_of = tag > 0 and tag % 2 == 0
        found[t - 1] = (tag if went_on[t, tag // 2 - 1] else tag - 1) if inside_of else tops[t]
    return found


def runs(tags: Ints, borders: Ints) -> list[Marked]:
    """(kind, start, end) of the runs in one sequence of tags. A run ends at each of `borders`, the positions where
    sentences begin."""
    found: list[Marked] = []
    marked = np.flatnonzero(tags)
    if not len(marked):
        return found
    begins = set(borders.tolist())
    last = -2
    for at, tag in zip(marked.tolist(), tags[marked].tolist(), strict=True):
        kind = (tag - 1) // 2
        if tag % 2 == 0 and last == at - 1 and found[-1][0] == kind and at not in begins:
            found[-1] = (kind, found[-1][1], at + 1)
        else:
            found.append((kind, at, at + 1))
        last = at
    return found


def tree(scores: Floats) -> list[int]:
    """The heads of one sentence's words by scores [W, W + 1] (column 0 the root): -1 for the one root.

    The best head of each word where that is a tree; else the maximum spanning arborescence (Chu-Liu/Edmonds) with the
    root's arc chosen first, so that exactly one word hangs from it."""
    width = len(scores)
    scores = scores.copy()
    scores[np.arange(width), np.arange(width) + 1] = -np.inf
    heads = scores.argmax(1)
    roots = np.flatnonzero(heads == 0)
    if len(roots) == 1 and not _loops(heads):
        return [int(h) - 1 for h in heads]
    root = _best_root(scores)
    scores[:, 0] = -np.inf
    scores[root] = -np.inf
    scores[root, 0] = 0.0
    heads = scores.argmax(1)
    if _loops(heads):
        full = np.full((width + 1, width + 1), -np.inf, dtype=np.float32)
        full[1:] = scores
        heads = _edmonds(full)[1:]
    return [int(h) - 1 for h in heads]


def _best_root(scores: Floats) -> int:
    """The word that loses least by hanging from the root."""
    if len(scores) == 1:
        return 0
    return int((scores[:, 0] - scores[:, 1:].max(1)).argmax())


def _loops(heads: Ints) -> bool:
    """Does following the heads from some word never reach the root (0)?"""
    up = np.concatenate([[0], heads])
    for _ in range(len(heads).bit_length()):
        up = up[up]
    return bool(up.any())


def _edmonds(scores: Floats) -> Ints:
    """Heads [N] of the maximum spanning arborescence from node 0, scores [dependent, head]; head of node 0 is 0."""
    n = len(scores)
    heads: Ints = scores.argmax(1)
    heads[0] = 0
    loop = _a_loop(heads)
    if loop is None:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[loop] = True
    outer = np.flatnonzero(~inside)
    kept = scores[loop, heads[loop]]
    size = len(outer) + 1
    small = np.full((size, size), -np.inf, dtype=np.float32)
    small[:-1, :-1] = scores[np.ix_(outer, outer)]
    into = scores[np.ix_(loop, outer)] - kept[:, None]
    out_of = scores[np.ix_(outer, loop)]
    small[-1, :-1] = into.max(0)
    small[:-1, -1] = out_of.max(1)
    entered, left = into.argmax(0), out_of.argmax(1)
    solved = _edmonds(small)
    for k, node in enumerate(outer):
        if node:
            heads[node] = loop[left[k]] if solved[k] == size - 1 else outer[solved[k]]
    broken = int(entered[solved[-1]])
    heads[loop[broken]] = outer[solved[-1]]
    return heads


def _a_loop(heads: Ints) -> Ints | None:
    """The nodes of one loop, or None."""
    colour = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node and not colour[node]:
            colour[node] = start
            path.append(node)
            node = int(heads[node])
        if node and colour[node] == start:
            return np.array(path[path.index(node) :])
    return None
