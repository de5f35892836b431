"""Documents to batches of numbers: windows of consecutive sentences, labels beside them, -100 where nothing is told.

Rule: no randomness of its own (a Random is handed in), no file; shapes are those of model.py.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import torch

from rashomon.models.features import CLS, SEP, SHAPES, Pieces, distances, shape
from rashomon.models.paths import NO_TREE, Ways, middle, relations, size
from training.data import Doc, Run, Sent

LIMIT = 150  # word pieces of a window, with its two borders
LONGEST = 400  # of one sentence; a longer one is left out
PAIR_HEADS = ("role", "part", "argument", "place")
ASKED_AS = {"place": "role"}  # one look from a verb gives its arguments and its place


@dataclass(slots=True)
class Window:
    """Sentences i..j of a document; `base` is the position of its first word in the document."""

    doc: Doc
    first: int
    last: int
    base: int
    pieces: int


def windows(doc: Doc, pieces: Pieces, rng: random.Random, limit: int = LIMIT) -> Iterator[Window]:
    """The document cut into windows at sentence borders; now and then a short one, so that lone sentences work too."""
    first, size, base, at = 0, 2, 0, 0
    room = _room(rng, limit)
    for k, sent in enumerate(doc.sents):
        n = sum(map(len, pieces.of(sent.words)))
        if size + n > room and k > first:
            if size <= LONGEST:
                yield Window(doc, first, k, base, size)
            first, size, base = k, 2, at
            room = _room(rng, limit)
        size += n
        at += len(sent.words)
    if first < len(doc.sents) and size <= LONGEST:
        yield Window(doc, first, len(doc.sents), base, size)


def _room(rng: random.Random, limit: int) -> int:
    return limit if rng.random() < 0.75 else rng.randint(12, limit)


class Pair(NamedTuple):
    """A predicate, words first..last (inclusive) of window `row`, that sees n words from `at`; spans of its window."""

    row: int
    first: int
    last: int
    at: int
    n: int
    spans: list[tuple[int, int, str]]


@dataclass(slots=True)
class Sheet:
    """Labels of one batch: grids [B, W] by name, -100 where nothing is told; the rest by position in the flat batch."""

    width: int
    grids: dict[str, np.ndarray]
    sense: list[tuple[int, int]] = field(default_factory=list)
    facts: list[tuple[int, float]] = field(default_factory=list)
    happens: list[tuple[int, list[int]]] = field(default_factory=list)  # word, the labels that are right of it
    pairs: dict[str, list[Pair]] = field(default_factory=lambda: {head: [] for head in PAIR_HEADS})
    ways: list[Ways] = field(default_factory=list)  # one a window


GRIDS = ("upos", "ner", "quote", "trigger", "predicate", "rel", "heads", "sent")
UNKNOWN, HIDDEN = 100, 0.03  # this share of the words is read as a word unknown to the vocabulary, against rote
TREELESS, MOVED = 0.1, 0.06  # of the windows, so many lose their trees; of the words, so many hang from elsewhere
CAPITALS, SMALL = 0.05, 0.08  # of the windows, the first 5 % are read as all capitals, the next 3 % as all small


def sizes(labels: dict[str, list[str]]) -> dict[str, int]:
    """How many labels each head has, and how many ways through the tree there are ("path")."""
    return {k: len(v) for k, v in labels.items()} | {"path": size(len(relations(labels["deprel"])[0]))}


class Collator:
    """Windows to tensors, by the label sets of this model."""

    def __init__(self, labels: dict[str, list[str]], pieces: Pieces) -> None:
        self.ids = {k: {v: i for i, v in enumerate(vs)} for k, vs in labels.items()}
        wide = [len(labels[h]) for h in PAIR_HEADS]
        self.slices = {h: (sum(wide[:i]), sum(wide[: i + 1])) for i, h in enumerate(PAIR_HEADS)}
        self.pieces = pieces
        bases, numbers = relations(labels["deprel"])
        self.bases, self.base_of = len(bases), dict(zip(labels["deprel"], numbers, strict=True))

    def __call__(self, batch: list[Window], rng: random.Random | None = None) -> dict[str, torch.Tensor]:
        """The tensors of one batch; with `rng`, some windows are read as all capitals or all small."""
        texts = [[w for s in win.doc.sents[win.first : win.last] for w in s.words] for win in batch]
        width = max(map(len, texts))
        sheet = Sheet(width, {name: np.full((len(batch), width), -100, np.int64) for name in GRIDS})
        fed = self._fed(texts, width, rng)
        for row, win in enumerate(batch):
            at = 0
            for k, sent in enumerate(win.doc.sents[win.first : win.last]):
                at_piece = fed["firsts"][row, at]
                fed["shapes"][row, at_piece : at_piece + len(self.pieces.of(sent.words[:1])[0])] += SHAPES
                sheet.grids["sent"][row, at : at + len(sent.words)] = k
                self._sentence(sent, row, at, sheet)
                at += len(sent.words)
            self._relations(win, row, at, sheet)
            sheet.ways.append(self._ways(win, at, rng))
        tensors = {name: torch.from_numpy(table) for name, table in (fed | sheet.grids).items()}
        tensors["sense"] = torch.tensor(sheet.sense or np.zeros((0, 2)), dtype=torch.long)
        tensors["fact_at"] = torch.tensor([i for i, _ in sheet.facts], dtype=torch.long)
        tensors["fact"] = torch.tensor([v for _, v in sheet.facts], dtype=torch.float)
        tensors["happen_at"] = torch.tensor([i for i, _ in sheet.happens], dtype=torch.long)
        tensors["happen"] = torch.zeros(len(sheet.happens), len(self.ids["happen"]), dtype=torch.bool)
        for row, (_, right) in enumerate(sheet.happens):
            tensors["happen"][row, right] = True
        for head, pairs in sheet.pairs.items():
            if pairs:
                tensors |= self._pairs(head, pairs, width, sheet.ways)
        return tensors

    def _fed(self, texts: list[list[str]], width: int, rng: random.Random | None) -> dict[str, np.ndarray]:
        """What the encoder is fed."""
        pieces = [self.pieces.of(words) for words in texts]
        long = max(sum(map(len, p)) for p in pieces) + 2
        ids, seen = (np.zeros((len(texts), long), np.int64) for _ in range(2))
        firsts, length = np.zeros((len(texts), width), np.int64), np.zeros(len(texts), np.int64)
        for row, words in enumerate(texts):
            drawn = rng.random() if rng else 1.0
            ids[row, 0], at = CLS, 1
            for column, (word, of_word) in enumerate(zip(words, pieces[row], strict=True)):
                written = word.upper() if drawn < CAPITALS else word.lower() if drawn < SMALL else word
                firsts[row, column] = at
                ids[row, at : at + len(of_word)] = UNKNOWN if rng and rng.random() < HIDDEN else of_word
                seen[row, at : at + len(of_word)] = shape(written)
                at += len(of_word)
            ids[row, at], length[row] = SEP, at + 1
        return {"pieces": ids, "shapes": seen, "length": length, "firsts": firsts}

    def _sentence(self, s: Sent, row: int, at: int, sheet: Sheet) -> None:
        """Labels that stay within one sentence, whose first word is `at` in its window."""
        here, flat = (row, slice(at, at + len(s.words))), row * sheet.width + at
        if s.upos and s.heads and s.deprels:
            sheet.grids["upos"][here] = [self.ids["upos"].get(t, -100) for t in s.upos]
            sheet.grids["rel"][here] = [self.ids["deprel"].get(t, -100) for t in s.deprels]
            sheet.grids["heads"][here] = [h + at + 1 if h >= 0 else 0 for h in s.heads]
        if s.ner:
            sheet.grids["ner"][here] = [self.ids["ner"][t] for t in s.ner]
        if s.frames is not None:
            sheet.grids["predicate"][here] = 0
        for i, roleset, args in s.frames or ():
            sheet.grids["predicate"][row, at + i] = 1
            if roleset in self.ids["sense"]:
                sheet.sense.append((flat + i, self.ids["sense"][roleset]))
            spans = [(at + a, at + e, role) for role, a, e in args]
            sheet.pairs["role"].append(Pair(row, at + i, at + i, at, len(s.words), spans))
        sheet.facts += [(flat + i, value) for i, value in s.facts]
        sheet.happens += [(flat + i, [self.ids["happen"][t] for t in told or ("",)]) for i, told in s.happens.items()]
        for i, runs in s.places:
            spans = [(at + a, at + e, "place") for a, e in runs]
            sheet.pairs["place"].append(Pair(row, at + i, at + i, at, len(s.words), spans))

    def _relations(self, win: Window, row: int, n: int, sheet: Sheet) -> None:
        """Labels that may cross sentences, as far as they lie in the window of n words."""

        def inside(runs: Sequence[Run]) -> list[Run]:
            return [(a - win.base, e - win.base) for a, e in runs if a >= win.base and e <= win.base + n]

        if win.doc.quotings is not None:
            sheet.grids["quote"][row, :n] = 0
        for cue, source, content in win.doc.quotings or ():
            parts = [(a, e, k) for k, runs in (("source", source), ("content", content)) for a, e in inside(runs)]
            for a, e, kind in parts:
                self._paint(sheet.grids["quote"][row], "quote", kind, a, e)
            for a, e in inside([cue]):
                self._paint(sheet.grids["quote"][row], "quote", "cue", a, e)
                sheet.pairs["part"].append(Pair(row, a, e - 1, 0, n, parts))
        if win.doc.triggers is not None:
            sheet.grids["trigger"][row, :n] = 0
        for run, label in win.doc.triggers or ():
            for a, e in inside([run]):
                self._paint(sheet.grids["trigger"][row], "trigger", label, a, e)
        for run, label in win.doc.lone_triggers:
            for a, e in inside([run]):
                self._paint(sheet.grids["trigger"][row], "trigger", label, a, e)
        for run, args in win.doc.event_args:
            found = [(i, j, role) for role, x, y in args for i, j in inside([(x, y)])]
            sheet.pairs["argument"] += [Pair(row, a, e - 1, 0, n, found) for a, e in inside([run])]

    def _paint(self, line: np.ndarray, head: str, label: str, a: int, e: int) -> None:
        """Write one run into a line of tags, where the label set has it."""
        ids = self.ids[head]
        if f"B-{label}" in ids:
            line[a:e] = ids[f"I-{label}"]
            line[a] = ids[f"B-{label}"]

    def _ways(self, win: Window, n: int, rng: random.Random | None) -> Ways:
        """The trees of a window of n words; with `rng`, with faults such as a parser makes."""
        heads, found = [NO_TREE] * n, [0] * n
        at = 0
        for sent in win.doc.sents[win.first : win.last]:
            tree = (sent.heads, sent.deprels) if sent.heads and sent.deprels else sent.tree
            if tree:
                own = _misread(tree[0], rng) if rng else tree[0]
                heads[at : at + len(own)] = [h + at if h >= 0 else -1 for h in own]
                found[at : at + len(own)] = [self.base_of.get(r, 0) for r in tree[1]]
            at += len(sent.words)
        if rng and rng.random() < TREELESS:
            heads = [NO_TREE] * n
        return Ways.of(heads, found, self.bases)

    def _pairs(self, head: str, pairs: list[Pair], width: int, ways: list[Ways]) -> dict[str, torch.Tensor]:
        """Each predicate of one task with the words it sees and their labels."""
        long = max(p.n for p in pairs)
        rows, gold, path = (np.full((len(pairs), long), fill, np.int64) for fill in (-1, -100, 0))
        base, first, last, begin = (
            np.array(column) for column in zip(*((p.row * width, p.first, p.last, p.at) for p in pairs), strict=True)
        )
        at = begin[:, None] + np.arange(long)[None]
        for i, p in enumerate(pairs):
            rows[i, : p.n] = base[i] + at[i, : p.n]
            gold[i, : p.n] = 0
            way = ways[p.row]
            path[i, : p.n] = way.buckets([middle(way.heads, p.first, p.last)])[0, p.at : p.at + p.n]
            for a, e, label in p.spans:
                self._paint(gold[i], head, label, a - p.at, e - p.at)
        tables = {"rows": rows, "gold": gold, "first": base + first, "last": base + last,
                  "distance": distances(at, first, last), "path": path}  # fmt: skip
        return {f"{head}_{name}": torch.from_numpy(table) for name, table in tables.items()}


def _misread(heads: list[int], rng: random.Random) -> list[int]:
    """The tree with some words hung from their head's head instead, or from a word beside them; never a loop."""
    found = list(heads)
    for i, head in enumerate(heads):
        if head < 0 or rng.random() >= MOVED:
            continue
        beside = [k for k, h in enumerate(heads) if h == head and k < i and found[k] == head]
        if heads[head] >= 0 and (not beside or rng.random() < 0.5):
            found[i] = heads[head]
        elif beside:
            found[i] = beside[-1]
    return found
