"""What the tasks share: records of a file, texts read by the encoder, precision and recall.

Rule: no task's own rules; nothing is kept of what is read.
"""

from __future__ import annotations

import gzip
import json
import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from rashomon.annotate.sentences import split
from rashomon.annotate.tokens import token_spans
from rashomon.models import BundledEncoder, load_bundled
from rashomon.record import Sentence, Token

Run = tuple[int, int]


@lru_cache(maxsize=1)
def encoder() -> BundledEncoder:
    """The bundled encoder, or the one in the folder that RASHOMON_MODEL names (for comparing models)."""
    other = os.environ.get("RASHOMON_MODEL")
    return load_bundled(Path(other)) if other else load_bundled()


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a .jsonl or .jsonl.gz file."""
    for line in lines(path):
        if line.strip():
            yield json.loads(line)


def lines(path: Path) -> Iterator[str]:
    """The lines of a text file, gzip-compressed or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as opened:
        yield from opened


@dataclass(slots=True)
class Counted:
    """Right, told and wanted: F1 = 2 right / (told + wanted)."""

    right: int = 0
    told: int = 0
    wanted: int = 0

    def add(self, told: Iterable[Any], wanted: Iterable[Any]) -> None:
        """Count one text's answers against what was wanted; both are sets of comparable things."""
        have, want = set(told), set(wanted)
        self.right += len(have & want)
        self.told += len(have)
        self.wanted += len(want)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 0 where nothing was told or wanted."""
        return 2 * self.right / (self.told + self.wanted) if self.told + self.wanted else 0.0

    @property
    def precision(self) -> float:
        """Right of what was told."""
        return self.right / self.told if self.told else 0.0

    @property
    def recall(self) -> float:
        """Right of what was wanted."""
        return self.right / self.wanted if self.wanted else 0.0


class Text:
    """A text cut into sentences of words, as the annotate stage cuts it, with the ways between characters and words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = token_spans(text)
        self.bounds = split(text, self.tokens)
        self._starts = [a for a, _ in self.tokens]
        self._edges = [a for a, _ in self.bounds]

    @property
    def sentences(self) -> list[list[str]]:
        """The words of each sentence."""
        return [[self.text[a:b] for a, b in self.tokens[i:j]] for i, j in self.bounds]

    def words(self, start: int, end: int) -> Run:
        """The words (half-open, counted through the text) that text[start:end] touches."""
        i = max(bisect_right(self._starts, start) - 1, 0)
        while i < len(self.tokens) and self.tokens[i][1] <= start:
            i += 1
        j = i
        while j < len(self.tokens) and self.tokens[j][0] < end:
            j += 1
        return i, j

    def sentence_of(self, word: int) -> int:
        """The sentence that holds a word."""
        return bisect_right(self._edges, word) - 1

    def chars(self, sentence: int, run: Run) -> Run:
        """The characters of a run of words counted within its sentence."""
        base = self.bounds[sentence][0]
        return self.tokens[base + run[0]][0], self.tokens[base + run[1] - 1][1]

    def cut(self, start: int, end: int) -> list[tuple[int, Run]]:
        """text[start:end] cut at the borders of sentences, without blanks: (sentence, characters) of each piece."""
        found = []
        i, j = self.words(start, end)
        if i >= j:
            return []
        for k in range(self.sentence_of(i), self.sentence_of(j - 1) + 1):
            a, b = self.bounds[k]
            lo, hi = max(start, self.tokens[a][0]), min(end, self.tokens[b - 1][1])
            piece = self.text[lo:hi]
            lo += len(piece) - len(piece.lstrip())
            if piece.strip():
                found.append((k, (lo, lo + len(piece.strip()))))
        return found


def pearson(a: Sequence[float], b: Sequence[float]) -> float:
    """The correlation of two rows of equal length; 0 where one does not vary."""
    n = len(a)
    mean_a, mean_b = sum(a) / n, sum(b) / n
    over = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True))
    under = (sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b)) ** 0.5
    return over / under if under else 0.0


def sentences(text: str) -> list[Sentence]:
    """The text as the annotate stage cuts it, read by the encoder."""
    cut = Text(text)
    parses = encoder().parse(cut.sentences)
    out = []
    for (first, last), parse in zip(cut.bounds, parses, strict=True):
        if first < last:
            tokens = tuple(Token(start, end, text[start:end]) for start, end in cut.tokens[first:last])
            out.append(Sentence(0, tokens[0].start, tokens[-1].end, tokens, parse))
    return out
