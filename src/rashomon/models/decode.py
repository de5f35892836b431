"""Scores to labels, spans and trees.

Rule: numpy only, no model, no file; total: any finite scores give valid spans and one tree a sentence.
Tag sets are ["O", "B-a", "I-a", "B-b", "I-b", ...]: an odd number is a beginning, the even one after it its inside.
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Truths = NDArray[np.bool_]
Marked = tuple[int, int, int]  # kind, start, end (exclusive); kind 0 is the first class


def best_tags(scores: Floats, breaks: Truths) -> Ints:
    """The best tags [T] by scores [T, C] in which no inside stands without its beginning.

    `breaks` [T] says where a new sequence begins, the first word among them. Where the best tag of each word already
    makes a valid sequence, that is the answer; only the stretches around the other words are searched."""
    best: Ints = scores.argmax(-1)
    before = np.concatenate([best[:1], best[:-1]])
    before[breaks] = 0
    orphans = _inside(best) & (before != best) & (before != best - 1)
    if orphans.any():
        _mend(best, scores, breaks, orphans)
    return best


def _inside(tags: Ints) -> Truths:
    found: Truths = (tags > 0) & (tags % 2 == 0)
    return found


def _mend(tags: Ints, scores: Floats, breaks: Truths, orphans: Truths) -> None:
    """Search the stretches that hold orphans, insides without beginning, anew.

    What the orphans cost at most (`_losses`) is more than any word may give up: few tags are left to each, and where
    one is left that is no inside, or follows another such word, nothing before bears on what follows. There the
    sequence falls into stretches, and those that hold orphans are looked at again by what their own orphans cost."""
    _, (words, scores, breaks, orphans) = _held(breaks, orphans, np.arange(len(tags)), scores, breaks, orphans)
    losses = _losses(tags[words], scores, breaks, orphans)
    lost = np.take_along_axis(scores, tags[words, None], 1) - scores
    starts, left = breaks, np.ones(lost.shape, dtype=bool)
    for _ in range(_LOOKS):
        stretch, (words, lost, left, losses, orphans, breaks, starts) = _held(
            starts, orphans, words, lost, left, losses, orphans, breaks, starts
        )
        _strike(left, lost, np.bincount(stretch, losses)[stretch] + _SLACK, breaks, starts)
        sure = left.sum(1) == 1
        follows = np.append(False, sure[:-1])
        starts = starts | (sure & (follows | ~left[:, 2::2].any(1)))
    word, tag = left.nonzero()
    ends = set(np.flatnonzero(breaks).tolist()), set(np.flatnonzero(starts & ~breaks).tolist())
    tags[words] = _search(word.tolist(), tag.tolist(), (-lost[word, tag]).tolist(), *ends)


def _held(starts: Truths, orphans: Truths, *of_words: Any) -> tuple[Ints, list[Any]]:
    """Of the words of those stretches that hold orphans: the number of each one's stretch, and what is known of it."""
    stretch = starts.cumsum() - 1
    held = np.flatnonzero(np.bincount(stretch, orphans)[stretch])
    return stretch[held], [known[held] for known in of_words]


def _strike(left: Truths, lost: Floats, bound: Floats, breaks: Truths, starts: Truths) -> None:
    """Take from the tags that are left [T, C] those that no best sequence holds: an inside whose run gives up more than
    `bound` [T] from the words before to here; a beginning that is not the best of what is no inside, where to begin
    and go on gives up more than that."""
    begin, inside = lost[:, 1::2], lost[:, 2::2]
    tied = ~starts[1:, None]
    run = inside.copy()
    for _ in range(_STEPS):
        run[1:] = inside[1:] + np.where(tied, np.minimum(begin[:-1], run[:-1]), 0)
    run[breaks] = np.inf
    left[:, 2::2] &= run <= bound[:, None]
    outside = np.minimum(lost[:, 0], begin.min(1))
    on = begin.copy()
    on[:-1] += np.where(tied, inside[1:], 0)
    may_end = outside <= bound
    left[:, 0] &= (lost[:, 0] <= outside) & may_end
    left[:, 1::2] &= ((begin <= outside[:, None]) & may_end[:, None]) | (on <= bound[:, None])


_LOOKS = 2  # how often stretches are cut anew; more find no more
_STEPS = 2  # how many words back a run is followed
_SLACK = 1e-3  # what sums in single precision may be off by


def _losses(tags: Ints, scores: Floats, breaks: Truths, orphans: Truths) -> Floats:
    """What a valid sequence can be had for at each orphan: it begins itself, or is the best that is no inside where
    the next word does not go on from it; or the word before begins it; or it goes on from that word."""
    words = np.arange(len(tags))
    top = scores[words, tags]
    alone = np.append(tags[:-1] != tags[1:], True)
    outside = np.maximum(scores[:, 0], scores[:, 1::2].max(-1))
    begin = np.maximum(tags - 1, 0)
    found = top - np.where(alone, outside, scores[words, begin])
    prior = np.maximum(words - 1, 0)
    free = ~breaks & ~orphans[prior]
    begun = top[prior] - scores[prior, begin]
    inside = tags[prior] + tags[prior] % 2
    going = top - scores[words, inside]
    found = np.where(free, np.minimum(found, begun), found)
    found = np.where(free & alone & (inside > 0), np.minimum(found, going), found)
    return np.where(orphans, found, np.float32(0))


def _search(
    words: list[int], tags: list[int], scores: list[float], breaks: Container[int], fixed: Container[int]
) -> list[int]:
    """The best valid tag of each word (Viterbi); the rows name the tags that are left to it, word by word, with their
    scores. At `breaks` no inside may stand; at `fixed` the only tag that is left stands whatever was before."""
    came: list[dict[int, int]] = []  # for each word, the tag before it by its own
    came_here: dict[int, int] = {}
    ahead: dict[int, float] = {}
    here: dict[int, float] = {}
    at, ahead_best, best, ahead_most, most = -1, 0, 0, 0.0, 0.0
    for word, tag, score in zip(words, tags, scores, strict=True):
        if word != at:
            ahead, ahead_best, ahead_most = here, best, most
            here, came_here, at, most = {}, {}, word, _NEVER
            came.append(came_here)
        before, total = ahead_best, ahead_most + score
        if tag and tag % 2 == 0 and word not in fixed:
            going, begun = ahead.get(tag, _NEVER), ahead.get(tag - 1, _NEVER)
            if word in breaks or going == begun == _NEVER:
                continue
            before, total = (tag, going + score) if going >= begun else (tag - 1, begun + score)
        here[tag], came_here[tag] = total, before
        if total > most:
            best, most = tag, total
    tag, found = best, []
    for back in reversed(came):
        found.append(tag)
        tag = back[tag]
    return found[::-1]


_NEVER = float("-inf")


def runs(tags: Ints, borders: Sequence[int]) -> list[Marked]:
    """(kind, start, end) of the runs in one sequence of tags. A run ends at each of `borders`, the positions where
    sentences begin."""
    found: list[Marked] = []
    (marked,) = tags.nonzero()
    if not len(marked):
        return found
    begins = set(borders)
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
