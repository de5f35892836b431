"""Text reuse between two texts: the runs of words they share, and what share of each text those are.

Rule: two texts in, runs and shares out; no page, no outlet, no date. Greedy string tiling (Wise 1993): longest common
runs first, no word used twice, so that moved paragraphs are found where a diff would lose them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.lexicon.wording import fold

SEED = 4
"""Words that a run must share before it is looked at; shorter ones are phrases of the language."""
LEAST_RUN = 6
"""Words of a run that counts as reuse: names with titles ("the ministry of ... said on ...") reach five."""
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and where it stands in the text, half-open."""

    folded: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Run:
    """A run of shared words: word numbers in both texts, and its length in words."""

    a: int
    b: int
    size: int


def read_words(text: str) -> list[Word]:
    """The words of a text, folded, with their places."""
    return [Word(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text)]


def shared_runs(a: Sequence[Word], b: Sequence[Word]) -> list[Run]:
    """Runs of at least LEAST_RUN shared words, no word in two runs, in the order of the first text."""
    places: dict[tuple[str, ...], list[int]] = {}
    for start in range(len(b) - SEED + 1):
        places.setdefault(tuple(word.folded for word in b[start : start + SEED]), []).append(start)
    found = _maximal(a, b, places)
    taken_a, taken_b, kept = bytearray(len(a)), bytearray(len(b)), []
    for run in sorted(found, key=lambda r: (-r.size, r.a, r.b)):
        for piece in _untaken(run, taken_a, taken_b):
            kept.append(piece)
            taken_a[piece.a : piece.a + piece.size] = b"\1" * piece.size
            taken_b[piece.b : piece.b + piece.size] = b"\1" * piece.size
    return sorted(kept, key=lambda r: (r.a, r.b))


def _maximal(a: Sequence[Word], b: Sequence[Word], places: dict[tuple[str, ...], list[int]]) -> list[Run]:
    found = []
    for i in range(len(a) - SEED + 1):
        for j in places.get(tuple(word.folded for word in a[i : i + SEED]), ()):
            if i and j and a[i - 1].folded == b[j - 1].folded:
                continue
            size = SEED
            while i + size < len(a) and j + size < len(b) and a[i + size].folded == b[j + size].folded:
                size += 1
            if size >= LEAST_RUN:
                found.append(Run(i, j, size))
    return found


def _untaken(run: Run, taken_a: bytearray, taken_b: bytearray) -> list[Run]:
    """The pieces of a run whose words are still free on both sides."""
    pieces, start = [], None
    for step in range(run.size + 1):
        free = step < run.size and not taken_a[run.a + step] and not taken_b[run.b + step]
        if free and start is None:
            start = step
        elif not free and start is not None:
            if step - start >= LEAST_RUN:
                pieces.append(Run(run.a + start, run.b + start, step - start))
            start = None
    return pieces
