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

    `filled` [N, L] says which places are words: the first ones of each row. Where the best tag of each word already
    makes a valid sequence, that is the answer; only the stretches around the other words are searched (Viterbi)."""
    best: Ints = np.where(filled, scores.argmax(-1), 0).astype(np.int64)
    before = np.zeros_like(best)
    before[:, 1:] = best[:, :-1]
    orphans = _inside(best) & (before != best) & (before != best - 1)
    rows = np.flatnonzero(orphans.any(1))
    if len(rows):
        best[rows] = _mended(best[rows], scores[rows], filled[rows], orphans[rows])
    return best


def _inside(tags: Ints) -> Truths:
    found: Truths = (tags > 0) & (tags % 2 == 0)
    return found


def _mended(tags: Ints, scores: Floats, filled: Truths, orphans: Truths) -> Ints:
    """The tags [N, L] with the stretches that hold orphans, insides without beginning, searched anew."""
    row, start, end = _stretches(tags, scores, filled, orphans)
    at = start[:, None] + np.arange((end - start).max())[None]
    held = at < end[:, None]
    at = np.minimum(at, tags.shape[1] - 1)
    nothing = np.where(np.arange(scores.shape[-1]) == 0, 0.0, -1e4).astype(np.float32)
    first = tags[row, start] - orphans[row, start]
    found = _search(np.where(held[..., None], scores[row[:, None], at], nothing), first)
    tags[np.broadcast_to(row[:, None], at.shape)[held], at[held]] = found[held]
    return tags


def _stretches(tags: Ints, scores: Floats, filled: Truths, orphans: Truths) -> tuple[Ints, Ints, Ints]:
    """Row, start and end of each stretch of words that may have to give up its tags for the orphans in it.

    To make each orphan a beginning is valid, or the best that is no inside where the next word does not go on from it,
    and costs a loss: no word gives up a tag that is better by more than all of a row's losses. So nothing bears on
    what follows where such a word's tag is no inside, or the word before it is as sure: there a stretch ends."""
    top = np.take_along_axis(scores, tags[..., None], -1)[..., 0]
    mended = np.take_along_axis(scores, np.maximum(tags - 1, 0)[..., None], -1)[..., 0]
    alone = tags[:, :-1] != tags[:, 1:]
    outside = np.maximum(scores[..., 0], scores[..., 1::2].max(-1))
    mended[:, :-1][alone] = outside[:, :-1][alone]
    loss = ((top - mended) * orphans).sum(1, keepdims=True) + _SLACK
    others = scores.copy()
    np.put_along_axis(others, tags[..., None], -np.inf, -1)
    sure = (top - others.max(-1) > loss) & filled
    cut = sure & ~_inside(tags) | ~filled
    cut[:, 1:] |= sure[:, 1:] & sure[:, :-1]
    cut[:, 0] = True
    length = tags.shape[1]
    place = np.arange(length)
    starts = np.maximum.accumulate(np.where(cut, place, 0), 1)
    ends = np.full_like(starts, length)
    ends[:, :-1] = np.minimum.accumulate(np.where(cut, place, length)[:, :0:-1], 1)[:, ::-1]
    rows, words = np.nonzero(orphans)
    found = np.unique(np.stack([rows, starts[rows, words], ends[rows, words]]), axis=1)
    return found[0], found[1], found[2]


_SLACK = 1e-3  # what sums in single precision may be off by


def _search(scores: Floats, first: Ints) -> Ints:
    """The best valid tags [N, L] by scores [N, L, C] (Viterbi); `first` [N] are the only insides that may begin."""
    n, length, labels = scores.shape
    rows = np.arange(n)
    total = scores[:, 0].copy()
    total[:, 2::2] = -1e8
    total[rows, first] = scores[rows, 0, first]
    tops = np.zeros((length, n), dtype=np.int64)
    went_on = np.zeros((length, n, labels // 2), dtype=bool)
    for t in range(1, length):
        begun, inside = total[:, 1::2], total[:, 2::2]
        tops[t] = total.argmax(1)
        np.greater_equal(inside, begun, out=went_on[t])
        here = scores[:, t] + total.max(1)[:, None]
        np.add(scores[:, t, 2::2], np.maximum(inside, begun), out=here[:, 2::2])
        total = here
    found = np.zeros((n, length), dtype=np.int64)
    found[:, -1] = total.argmax(1)
    for t in range(length - 1, 0, -1):
        tag = found[:, t]
        same = went_on[t, rows, np.maximum(tag // 2 - 1, 0)]
        found[:, t - 1] = np.where(_inside(tag), np.where(same, tag, tag - 1), tops[t])
    return found


def runs(tags: Ints, borders: Ints) -> list[Marked]:
    """(kind, start, end) of the runs in one sequence of tags. A run ends at each of `borders`, the positions where
    sentences begin."""
    found: list[Marked] = []
    (marked,) = tags.nonzero()
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
