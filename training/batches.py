"""Documents to batches of numbers: windows of consecutive sentences, labels beside them, -100 where nothing is told.

Rule: no randomness of its own (a Random is handed in), no file; shapes are those of model.py.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from rashomon.models.features import CLS, SEP, Pieces, distances, shape

from training.data import Doc, Sent

LIMIT = 150  # word pieces of a window, with its two borders
LONGEST = 400  # of one sentence; a longer one is left out
SRL, QUOTE, ARGUMENT, PLACE = range(4)
PAIR_HEADS = ("role", "part", "argument", "place")


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


class Collator:
    """Windows to tensors, by the label sets of this model."""

    def __init__(self, labels: dict[str, list[str]], pieces: Pieces) -> None:
        self.ids = {k: {v: i for i, v in enumerate(vs)} for k, vs in labels.items()}
        sizes = [len(labels[h]) for h in PAIR_HEADS]
        self.slices = {h: (sum(sizes[:i]), sum(sizes[: i + 1])) for i, h in enumerate(PAIR_HEADS)}
        self.pieces = pieces

    def __call__(self, batch: list[Window], rng: random.Random | None = None) -> dict[str, torch.Tensor]:
        """The tensors of one batch; with `rng`, some windows are read as all capitals or all small."""
        b = len(batch)
        texts = [[w for s in win.doc.sents[win.first : win.last] for w in s.words] for win in batch]
        width = max(map(len, texts))
        pieces = [self.pieces.of(t) for t in texts]
        long = max(sum(map(len, p)) for p in pieces) + 2
        ids, shp = np.zeros((b, long), np.int64), np.zeros((b, long), np.int64)
        firsts, length = np.zeros((b, width), np.int64), np.zeros(b, np.int64)
        blank = lambda: np.full((b, width), -100, np.int64)  # noqa: E731
        upos, ner, quote, trigger, pred, rel = (blank() for _ in range(6))
        heads = blank()
        sent_of = np.full((b, width), -1, np.int64)
        sense: list[tuple[int, int]] = []
        facts: list[tuple[int, float]] = []
        pairs: list[tuple[int, int, int, int, int, list[tuple[int, int, str]]]] = []
        for r, win in enumerate(batch):
            mode = rng.random() if rng else 1.0
            ids[r, 0], at = CLS, 1
            for c, (word, p) in enumerate(zip(texts[r], pieces[r], strict=True)):
                firsts[r, c] = at
                ids[r, at : at + len(p)] = p
                recased = word.upper() if mode < 0.05 else word.lower() if mode < 0.08 else word
                shp[r, at : at + len(p)] = shape(recased)
                at += len(p)
            ids[r, at], length[r] = SEP, at + 1
            o = 0
            for k, s in enumerate(win.doc.sents[win.first : win.last]):
                n = len(s.words)
                end = firsts[r, o + n] if o + n < len(texts[r]) else at
                w1 = firsts[r, o + 1] if n > 1 else end
                shp[r, firsts[r, o] : w1] += 12
                sent_of[r, o : o + n] = k
                self._sentence(s, r, o, n, width, (upos, ner, pred, rel, heads), sense, facts, pairs)
                o += n
            self._relations(win, r, len(texts[r]), width, sent_of, quote, trigger, pairs)
        out = {"pieces": ids, "shapes": shp, "length": length, "firsts": firsts, "upos": upos, "ner": ner,
               "quote": quote, "trigger": trigger, "predicate": pred, "rel": rel, "heads": heads, "sent": sent_of}  # fmt: skip
        tensors = {k: torch.from_numpy(v) for k, v in out.items()}
        tensors["sense"] = torch.tensor(sense or np.zeros((0, 2)), dtype=torch.long)
        tensors["fact_at"] = torch.tensor([i for i, _ in facts], dtype=torch.long)
        tensors["fact"] = torch.tensor([v for _, v in facts], dtype=torch.float)
        return tensors | self._pairs(pairs, width)

    def _sentence(self, s: Sent, r: int, o: int, n: int, width: int, grids: tuple, sense: list, facts: list, pairs: list) -> None:
        upos, ner, pred, rel, heads = grids
        if s.upos and s.heads and s.deprels:
            upos[r, o : o + n] = [self.ids["upos"].get(t, -100) for t in s.upos]
            rel[r, o : o + n] = [self.ids["deprel"].get(t, -100) for t in s.deprels]
            heads[r, o : o + n] = [h + o + 1 if h >= 0 else 0 for h in s.heads]
        if s.ner:
            ner[r, o : o + n] = [self.ids["ner"][t] for t in s.ner]
        if s.frames is not None:
            pred[r, o : o + n] = 0
            for i, roleset, args in s.frames:
                pred[r, o + i] = 1
                if roleset in self.ids["sense"]:
                    sense.append((r * width + o + i, self.ids["sense"][roleset]))
                pairs.append((SRL, r, o + i, o + i, o, n, [(o + a, o + e, x) for x, a, e in args]))
        facts += [(r * width + o + i, v) for i, v in s.facts]
        for i, runs in s.places:
            pairs.append((PLACE, r, o + i, o + i, o, n, [(o + a, o + e, "place") for a, e in runs]))

    def _relations(self, win: Window, r: int, n: int, width: int, sent_of: np.ndarray, quote: np.ndarray, trigger: np.ndarray, pairs: list) -> None:
        lo, hi = win.base, win.base + n

        def inside(runs: list[tuple[int, int]]) -> list[tuple[int, int]]:
            return [(a - lo, e - lo) for a, e in runs if a >= lo and e <= hi]

        def paint(grid: np.ndarray, head: str, label: str, a: int, e: int) -> None:
            ids = self.ids[head]
            if f"B-{label}" in ids:
                grid[r, a:e] = ids[f"I-{label}"]
                grid[r, a] = ids[f"B-{label}"]

        if win.doc.quotings is not None:
            quote[r, :n] = 0
            for cue, source, content in win.doc.quotings:
                parts = [(a, e, k) for k, runs in (("source", source), ("content", content)) for a, e in inside(runs)]
                for a, e, k in parts:
                    paint(quote, "quote", k, a, e)
                for a, e in inside([cue]):
                    paint(quote, "quote", "cue", a, e)
                    pairs.append((QUOTE, r, a, e - 1, 0, n, parts))
        if win.doc.triggers is not None:
            trigger[r, :n] = 0
            for run, label in win.doc.triggers:
                for a, e in inside([run]):
                    paint(trigger, "trigger", label, a, e)
        for run, args in win.doc.event_args:
            for a, e in inside([run]):
                got = [(i, j, role) for role, x, y in args for i, j in inside([(x, y)])]
                pairs.append((ARGUMENT, r, a, e - 1, 0, n, got))

    def _pairs(self, pairs: list, width: int) -> dict[str, torch.Tensor]:
        """Each predicate with the words it sees and their labels; grouped by task, since each task has its labels."""
        out = {}
        for task, head in enumerate(PAIR_HEADS):
            mine = [p for p in pairs if p[0] == task]
            if not mine:
                continue
            long = max(p[5] for p in mine)
            rows = np.full((len(mine), long), -1, np.int64)
            gold = np.full((len(mine), long), -100, np.int64)
            ids = self.ids[head]
            first, last = (np.array([p[i] for p in mine]) for i in (2, 3))
            at = np.array([p[4] for p in mine])[:, None] + np.arange(long)[None]
            for i, (_, r, _, _, o, n, spans) in enumerate(mine):
                rows[i, :n] = r * width + np.arange(o, o + n)
                gold[i, :n] = 0
                for a, e, label in spans:
                    if f"B-{label}" in ids:
                        gold[i, a - o : e - o] = ids[f"I-{label}"]
                        gold[i, a - o] = ids[f"B-{label}"]
            base = np.array([p[1] for p in mine]) * width
            out[f"{head}_rows"] = torch.from_numpy(rows)
            out[f"{head}_gold"] = torch.from_numpy(gold)
            out[f"{head}_first"] = torch.from_numpy(base + first)
            out[f"{head}_last"] = torch.from_numpy(base + last)
            out[f"{head}_distance"] = torch.from_numpy(distances(at, first, last))
        return out
