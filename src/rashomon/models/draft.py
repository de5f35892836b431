"""A parse under way, and one window as the encoder saw it.

Rule: values of this folder only; positions count the words of the window, those of a Draft the words of its sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from rashomon.models.decode import Floats, Marked, runs
from rashomon.models.parts import Part, Run
from rashomon.models.windows import Window
from rashomon.record.parse import Frame, Happening, Labelled, Parse, Quoting


@dataclass(frozen=True, slots=True)
class Given:
    """What is known beforehand, per sentence: predicates by position, event triggers; None = to be found.

    events: are triggers, their arguments and factuality wanted? No stage reads them, and they take their time."""

    predicates: Sequence[Sequence[int]] | None = None
    triggers: Sequence[Sequence[Labelled]] | None = None
    events: bool = False


@dataclass(slots=True)
class Draft:
    """A parse under way; what crosses a sentence is filled in from elsewhere in its window.

    predicates, marks   given beforehand: positions; (-1, start, end) of triggers; None = to be found
    """

    predicates: list[int] | None = None
    marks: list[Marked] | None = None
    upos: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deprels: tuple[str, ...] = ()
    entities: tuple[Labelled, ...] = ()
    frames: tuple[Frame, ...] = ()
    places: tuple[tuple[Run, ...], ...] = ()
    factuality: tuple[float, ...] = ()
    quotings: tuple[Quoting, ...] = ()
    triggers: tuple[Labelled, ...] = ()
    arguments: tuple[tuple[Labelled, ...], ...] = ()
    happenings: tuple[Happening, ...] = ()

    @classmethod
    def of(cls, part: Part, given: Given) -> Draft:
        """An empty draft of one part, with what is given there."""
        k, lo, hi = part
        predicates, triggers = given.predicates, given.triggers
        return cls(
            None if predicates is None else [i - lo for i in predicates[k] if lo <= i < hi],
            None if triggers is None else [(-1, t.start - lo, t.end - lo) for t in triggers[k] if lo <= t.start < hi],
        )

    def parse(self) -> Parse:
        """The finished parse."""
        return Parse(
            self.upos, self.heads, self.deprels, self.entities, self.frames, self.quotings, self.factuality,
            self.triggers, self.arguments, self.places, self.happenings,
        )  # fmt: skip


class Place(NamedTuple):
    """A sentence of a window: draft, number in the document, its words first..last (exclusive) in the window."""

    draft: Draft
    number: int
    first: int
    last: int

    def own(self, found: Sequence[Marked]) -> list[Marked]:
        """Of marked runs of the window, those that begin in this sentence, counted in it."""
        return [(kind, a - self.first, b - self.first) for kind, a, b in found if self.first <= a < self.last]


@dataclass(frozen=True, slots=True)
class Seen:
    """One window after the reader: its row in the batch, where its n words begin among all words of the batch, by
    which the rows of `out` go, and where its sentences begin.

    begins has one number a sentence (empty ones too), and n at the end
    """

    window: Window
    out: Mapping[str, Any]
    row: int
    base: int
    begins: Sequence[int]
    n: int
    drafts: Sequence[Draft]

    def scores(self, name: str) -> Any:
        """Scores or tags of this window's words."""
        return self.out[name][self.base : self.base + self.n]

    @property
    def x(self) -> Floats:
        """The vectors of its words [n, D]."""
        found: Floats = self.scores("x")
        return found

    def runs(self, name: str) -> list[Marked]:
        """The runs that a tagger found: kind, start, end."""
        return runs(self.scores(f"{name}_tags"), self.begins)

    def sentence_of(self, word: int) -> int:
        """Which of the window's sentences holds a word."""
        return bisect_right(self.begins, word) - 1

    def around(self, word: int, reach: int = 0, taken: Container[int] = ()) -> Run:
        """The words of the sentence that holds `word` and of `reach` sentences before and after it, less those of
        `taken` and what lies beyond them."""
        k = self.sentence_of(word)
        first, last = k, k + 1
        while first > max(k - reach, 0) and first - 1 not in taken:
            first -= 1
        while last < min(k + reach + 1, len(self.begins) - 1) and last not in taken:
            last += 1
        return self.begins[first], self.begins[last]

    def places(self) -> Iterator[Place]:
        """Its sentences that have words."""
        for i, (a, b) in enumerate(pairwise(self.begins)):
            if b > a:
                yield Place(self.drafts[self.window.first + i], self.window.first + i, a, b)
