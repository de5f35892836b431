"""Sentences to windows, windows to batches.

Rule: pure. A window is a run of consecutive sentences of one document that fits WINDOW word pieces (the length that the
model was trained on); a sentence that is longer stands alone, one longer than LONGEST was cut before (`encoder`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rashomon.models.features import CLS, PAD, SEP, Ints

WINDOW = 150  # word pieces with the two borders
LONGEST = 380  # word pieces of one sentence; MiniLM has 512 places
BATCH = 1600  # word pieces of one batch, its padding counted


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences first..last (exclusive) of the document and the word pieces they have in all, borders counted."""

    first: int
    last: int
    pieces: int


@dataclass(frozen=True, slots=True)
class Batch:
    """What the encoder is fed: pieces, shapes [B, S]; length [B]; firsts [B, W]; counts [B] words of each window."""

    windows: tuple[Window, ...]
    pieces: Ints
    shapes: Ints
    length: Ints
    firsts: Ints
    counts: Ints


def make_windows(sizes: Sequence[int]) -> list[Window]:
    """Windows over consecutive sentences of `sizes` word pieces; empty sentences join their neighbours."""
    found: list[Window] = []
    first, held = 0, 2
    for k, size in enumerate(sizes):
        if held + size > WINDOW and held > 2:
            found.append(Window(first, k, held))
            first, held = k, 2
        held += size
    if held > 2:
        found.append(Window(first, len(sizes), held))
    return found


def make_batches(
    windows: Sequence[Window], pieces: Sequence[Sequence[tuple[int, ...]]], shapes: Sequence[Sequence[int]]
) -> list[Batch]:
    """Windows of like length together; `pieces` and `shapes` are per sentence and word."""
    groups: list[list[Window]] = []
    for window in sorted(windows, key=lambda w: (-w.pieces, w.first)):
        if not groups or (len(groups[-1]) + 1) * groups[-1][0].pieces > BATCH:
            groups.append([])
        groups[-1].append(window)
    return [_batch(group, pieces, shapes) for group in groups]


def _batch(group: list[Window], pieces: Sequence[Sequence[tuple[int, ...]]], shapes: Sequence[Sequence[int]]) -> Batch:
    words = [[p for k in range(w.first, w.last) for p in pieces[k]] for w in group]
    forms = [[s for k in range(w.first, w.last) for s in shapes[k]] for w in group]
    counts = np.array([len(w) for w in words], dtype=np.int64)
    ids = np.full((len(group), max(w.pieces for w in group)), PAD, dtype=np.int64)
    seen = np.zeros_like(ids)
    firsts = np.zeros((len(group), int(counts.max())), dtype=np.int64)
    for r, row in enumerate(words):
        lengths = np.fromiter(map(len, row), dtype=np.int64, count=len(row))
        flat = np.fromiter((i for p in row for i in p), dtype=np.int64)
        ids[r, 0], ids[r, len(flat) + 1] = CLS, SEP
        ids[r, 1 : len(flat) + 1] = flat
        seen[r, 1 : len(flat) + 1] = np.repeat(np.array(forms[r], dtype=np.int64), lengths)
        firsts[r, 0] = 1
        firsts[r, 1 : len(row)] = 1 + lengths[:-1].cumsum()
    return Batch(tuple(group), ids, seen, np.array([w.pieces for w in group], dtype=np.int64), firsts, counts)
