"""The bundled encoder: sentences of one document in, one Parse a sentence out.

Rule: the order of the reading; what is fed stands in features.py and windows.py, how scores become labels in decode.py,
files in pack.py. No input raises; the same sentences give the same parses.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from rashomon.models.decode import Floats, Ints, best_tags, runs, tree
from rashomon.models.features import Pieces, distances, shapes
from rashomon.models.lemma import lemma
from rashomon.models.pack import FOLDER, Pack, open_pack
from rashomon.models.windows import LONGEST, Batch, Window, make_batches, make_windows
from rashomon.record.parse import Frame, Labelled, Parse, Quoting

SRL, QUOTE, ARGUMENT, PLACE = range(4)
QUOTE_SHARE = 0.5
"""How much the reading without a cue adds to the reading from one cue, in log space. Found on the part of TRAIN kept aside."""
PAIRS_AT_ONCE = 256

Run = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Given:
    """What is known beforehand, per sentence: predicates by position, event triggers; None = to be found."""

    predicates: Sequence[Sequence[int]] | None = None
    triggers: Sequence[Sequence[Labelled]] | None = None


_NOTHING = Given()


@dataclass(slots=True)
class Draft:
    """A Parse under way; relations that cross a sentence come from elsewhere in the window."""

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
    given_predicates: list[int] | None = None
    given_triggers: list[tuple[int, int, int]] | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """One window as the reader saw it: scores of its n words, the position where each sentence begins (n at the end)."""

    x: Floats
    out: dict[str, Any]
    begins: Ints
    row: int
    n: int


@dataclass(frozen=True, slots=True)
class Query:
    """A predicate, the run first..last (inclusive) of its window's words, that looks at the words lo..hi (exclusive)."""

    seen: Seen
    task: int
    first: int
    last: int
    lo: int
    hi: int


class BundledEncoder:
    """A `ports.Encoder` over the bundled model; one object may be used by several threads, one call at a time."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._pieces = Pieces(pack.tokenizer)
        self._labels: dict[str, list[str]] = pack.tables["labels"]
        self._kinds = {k: [v[2:] for v in vs[1::2]] for k, vs in self._labels.items()}
        self._forms: dict[str, str] = pack.tables["forms"]
        self._lemmas = frozenset(self._forms.values())
        self._senses: dict[str, list[str]] = pack.tables["senses"]
        self._sense_row = {name: i for i, name in enumerate(self._labels["sense"])}
        edges = np.cumsum([0, *(len(self._labels[h]) for h in pack.tables["pairs"])])
        self._slices = [slice(int(a), int(b)) for a, b in zip(edges, edges[1:], strict=False)]

    @property
    def version(self) -> str:
        """Name and version of the model."""
        return self._pack.version

    def parse(self, sentences: Sequence[Sequence[str]], given: Given = _NOTHING) -> list[Parse]:
        """One Parse a sentence, in order; the sentences are consecutive ones of one document.

        `given`: predicates and triggers that are known beforehand and not looked for, for measuring."""
        pieces = [self._pieces.of(list(s)) for s in sentences]
        parts = [part for k, p in enumerate(pieces) for part in _parts(k, p)]
        words = [list(sentences[k][a:b]) for k, a, b in parts]
        sizes = [sum(map(len, pieces[k][a:b])) for k, a, b in parts]
        drafts = [_draft(given, *part) for part in parts]
        fed = make_batches(make_windows(sizes), [pieces[k][a:b] for k, a, b in parts], [shapes(w) for w in words])
        for batch in fed:
            self._read(batch, words, drafts)
        return _joined(len(sentences), parts, [_parse(d) for d in drafts])

    # ------------------------------------------------------------ one batch

    def _read(self, batch: Batch, words: list[list[str]], drafts: list[Draft]) -> None:
        seen = self._see(batch, words)
        self._tag(batch, seen, words, drafts)
        self._hang(batch, seen, drafts)
        self._relate(batch, seen, words, drafts)

    def _see(self, batch: Batch, words: list[list[str]]) -> list[Seen]:
        fed = {"pieces": batch.pieces, "shapes": batch.shapes, "length": batch.length, "firsts": batch.firsts}
        names = ("x", "upos", "predicate", "ner", "quote", "trigger", "fact", "arcs")
        out = dict(zip(names, self._pack.reader.run(names, fed), strict=True))
        filled = np.arange(batch.firsts.shape[1])[None] < batch.counts[:, None]
        for name in ("ner", "quote", "trigger"):
            out[name + "_tags"] = best_tags(out[name], filled)
        found = []
        for row, window in enumerate(batch.windows):
            begins = np.cumsum([0, *(len(words[k]) for k in range(window.first, window.last))])
            found.append(Seen(out["x"][row], out, begins, row, int(batch.counts[row])))
        return found

    def _tag(self, batch: Batch, seen: list[Seen], words: list[list[str]], drafts: list[Draft]) -> None:
        """What is said of single words: parts of speech, entities, factuality of predicates."""
        names = self._labels["upos"]
        for window, s in zip(batch.windows, seen, strict=True):
            tags = s.out["upos"][s.row]
            entities = runs(s.out["ner_tags"][s.row, : s.n], s.begins)
            facts = np.clip(s.out["fact"][s.row], -3.0, 3.0).round(3).tolist()
            for k, a, b in _sentences(window, s):
                draft = drafts[k]
                draft.upos = tuple(names[i] for i in tags[a:b])
                draft.factuality = tuple(facts[a:b])
                draft.entities = tuple(
                    Labelled(self._kinds["ner"][kind], i - a, j - a) for kind, i, j in entities if a <= i < b
                )

    def _hang(self, batch: Batch, seen: list[Seen], drafts: list[Draft]) -> None:
        """Heads of every word, then the labels of all arcs at once."""
        width = batch.firsts.shape[1]
        head = np.full(len(seen) * width, -1, dtype=np.int64)
        for window, s in zip(batch.windows, seen, strict=True):
            scores = s.out["arcs"][s.row]
            for k, a, b in _sentences(window, s):
                heads = tree(np.concatenate([scores[a:b, :1], scores[a:b, a + 1 : b + 1]], 1))
                drafts[k].heads = tuple(heads)
                at = s.row * width + a
                head[at : at + b - a] = [h + at if h >= 0 else -1 for h in heads]
        flat = seen[0].out["x"].reshape(len(head), -1)
        used = np.concatenate([s.row * width + np.arange(s.n) for s in seen])
        place = np.full(len(head) + 1, -1, dtype=np.int64)
        place[used] = np.arange(len(used))
        (labels,) = self._pack.arcs.run(["label"], {"x": flat[used], "head": place[head[used]]})
        named = [self._labels["deprel"][i] for i in labels.tolist()]
        for window, s in zip(batch.windows, seen, strict=True):
            base = int(place[s.row * width])
            for k, a, b in _sentences(window, s):
                drafts[k].deprels = tuple(
                    "root" if h < 0 else "dep" if r == "root" else r
                    for h, r in zip(drafts[k].heads, named[base + a : base + b], strict=True)
                )

    # ------------------------------------------------------------ predicates

    def _relate(self, batch: Batch, seen: list[Seen], words: list[list[str]], drafts: list[Draft]) -> None:
        """Frames, places, attributions and the arguments of events: each a predicate that looks at words."""
        queries: list[Query] = []
        marks: dict[int, tuple[list[int], list[Run], list[tuple[int, int, int]]]] = {}
        for window, s in zip(batch.windows, seen, strict=True):
            verbs = np.flatnonzero(s.out["predicate"][s.row, : s.n] > 0).tolist()
            triggers = runs(s.out["trigger_tags"][s.row, : s.n], s.begins)
            verbs, triggers = _given(window, s, drafts, verbs, triggers)
            cues = [(i, j) for kind, i, j in runs(s.out["quote_tags"][s.row, : s.n], s.begins) if self._kinds["quote"][kind] == "cue"]
            marks[s.row] = (verbs, cues, triggers)
            for i in verbs:
                k = int(np.searchsorted(s.begins, i, side="right")) - 1
                lo, hi = int(s.begins[k]), int(s.begins[k + 1])
                queries += [Query(s, SRL, i, i, lo, hi), Query(s, PLACE, i, i, lo, hi)]
            queries += [Query(s, QUOTE, i, j - 1, 0, s.n) for i, j in cues]
            queries += [Query(s, ARGUMENT, i, j - 1, 0, s.n) for _, i, j in triggers]
        answers = self._ask(queries, batch.firsts.shape[1])
        for window, s in zip(batch.windows, seen, strict=True):
            verbs, cues, triggers = marks[s.row]
            for k, a, b in _sentences(window, s):
                draft = drafts[k]
                mine = [i for i in verbs if a <= i < b]
                draft.frames = tuple(
                    Frame(i - a, self._roleset(words[k][i - a], draft.upos[i - a], s.x[i]),
                          self._labelled("role", answers[s.row, SRL, i], a))
                    for i in mine
                )  # fmt: skip
                draft.places = tuple(tuple((x - a, y - a) for _, x, y in answers[s.row, PLACE, i]) for i in mine)
                own = [t for t in triggers if a <= t[1] < b]
                draft.triggers = tuple(Labelled(self._kinds["trigger"][t] if t >= 0 else "", i - a, j - a) for t, i, j in own)
                draft.arguments = tuple(
                    self._labelled("argument", [r for r in answers[s.row, ARGUMENT, i] if a <= r[1] < b], a) for _, i, _ in own
                )
            self._quote(window, s, cues, answers, drafts)

    def _ask(self, queries: list[Query], width: int) -> dict[tuple[int, int, int], list[tuple[int, int, int]]]:
        """For each query (window's row, task, first word), the runs it found: kind, start, end in the window."""
        answers: dict[tuple[int, int, int], list[tuple[int, int, int]]] = {}
        if not queries:
            return answers
        flat = queries[0].seen.out["x"].reshape(-1, queries[0].seen.x.shape[-1])
        order = sorted(queries, key=lambda q: q.hi - q.lo)
        for at in range(0, len(order), PAIRS_AT_ONCE):
            some = order[at : at + PAIRS_AT_ONCE]
            scores, filled = self._scores(some, flat, width)
            for task in {q.task for q in some}:
                rows = [i for i, q in enumerate(some) if q.task == task]
                mine = scores[rows][..., self._slices[task]]
                if task == QUOTE:
                    mine = mine + self._plain([some[i] for i in rows], mine.shape)
                tags = best_tags(mine, filled[rows])
                for i, sequence in zip(rows, tags, strict=True):
                    q = some[i]
                    found = runs(sequence, q.seen.begins[1:-1] - q.lo)
                    answers[q.seen.row, task, q.first] = [(kind, a + q.lo, b + q.lo) for kind, a, b in found]
        return answers

    def _scores(self, some: list[Query], flat: Floats, width: int) -> tuple[Floats, Any]:
        long = max(q.hi - q.lo for q in some)
        lo, hi, first, last, base, task = (
            np.array(column, dtype=np.int64)
            for column in zip(*((q.lo, q.hi, q.first, q.last, q.seen.row * width, q.task) for q in some), strict=True)
        )
        at = lo[:, None] + np.arange(long)[None]
        filled = at < hi[:, None]
        (scores,) = self._pack.pairs.run(
            ["scores"],
            {
                "x": flat,
                "predicate": (flat[base + first] + flat[base + last]) / 2,
                "words": np.where(filled, at + base[:, None], -1),
                "distance": distances(at, first, last),
                "task": task,
            },
        )
        return scores, filled

    def _plain(self, some: list[Query], shape: tuple[int, ...]) -> Floats:
        """What the words say of themselves, cue or none, as far as it speaks of sources and contents."""
        names = self._labels["quote"]
        take = [names.index(name) for name in self._labels["part"]]
        added = np.zeros(shape, dtype=np.float32)
        for i, q in enumerate(some):
            added[i, : q.hi - q.lo] = QUOTE_SHARE * q.seen.out["quote"][q.seen.row, q.lo : q.hi][:, take]
        return added

    def _quote(self, window: Window, s: Seen, cues: list[Run], answers: dict[tuple[int, int, int], list[tuple[int, int, int]]], drafts: list[Draft]) -> None:
        """Attributions to the sentences that hold their parts; pieces of one cue are joined when they say the same."""
        joined: dict[tuple[tuple[int, int, int], ...], list[Run]] = {}
        for i, j in cues:
            joined.setdefault(tuple(answers[s.row, QUOTE, i]), []).append((i, j))
        grouped = [
            (pieces, parts) for parts, runs_ in joined.items() for pieces in ([runs_] if parts and len(runs_) == 2 else [[r] for r in runs_])
        ]
        for cue, parts in sorted(grouped, key=lambda g: g[0][0]):
            home = int(np.searchsorted(s.begins, cue[0][0], side="right")) - 1
            start = int(s.begins[home])
            of = (cue[0][0] - start, cue[0][1] - start)
            for k, a, b in _sentences(window, s):
                back = k - window.first - home
                source, content = (
                    tuple((x - a, y - a) for kind, x, y in parts if a <= x < b and self._kinds["part"][kind] == name)
                    for name in ("source", "content")
                )
                own = tuple((x - a, y - a) for x, y in cue if a <= x < b)
                if own or source or content:
                    drafts[k].quotings += (Quoting(own, source, content, back, of),)

    # ------------------------------------------------------------ names

    def _labelled(self, head: str, found: list[tuple[int, int, int]], a: int) -> tuple[Labelled, ...]:
        return tuple(Labelled(self._kinds[head][kind], i - a, j - a) for kind, i, j in found)

    def _roleset(self, form: str, upos: str, x: Floats) -> str:
        """The roleset of a predicate: its lemma, and of the senses seen with that lemma the likeliest."""
        name = lemma(form, upos, self._forms, self._lemmas)
        senses = self._senses.get(name)
        if senses is None:
            return name + ".01"
        rows = [self._sense_row.get(f"{name}.{sense}", -1) for sense in senses]
        if min(rows) < 0:
            return f"{name}.{senses[0]}"
        scores = self._pack.sense_weight[rows] @ x + self._pack.sense_bias[rows]
        return f"{name}.{senses[int(scores.argmax())]}"


def load_bundled(folder: Path = FOLDER, threads: int = 0) -> BundledEncoder:
    """The encoder that ships with the package, or the one in `folder`; `threads` 0: as many as there are cores.

    Raises ModelError naming the file and both hashes when a file is missing or damaged."""
    return BundledEncoder(open_pack(folder, threads))


def _draft(given: Given, k: int, first: int, last: int) -> Draft:
    """An empty draft of the words first..last of sentence k, with what is given there."""
    draft = Draft()
    if given.predicates is not None:
        draft.given_predicates = [i - first for i in given.predicates[k] if first <= i < last]
    if given.triggers is not None:
        draft.given_triggers = [(-1, t.start - first, t.end - first) for t in given.triggers[k] if first <= t.start < last]
    return draft


def _given(
    window: Window, s: Seen, drafts: list[Draft], verbs: list[int], triggers: list[tuple[int, int, int]]
) -> tuple[list[int], list[tuple[int, int, int]]]:
    """Predicates and triggers of a window: those found, or where they were given those."""
    sentences = [(drafts[k], a) for k, a, _ in _sentences(window, s)]
    if any(d.given_predicates is not None for d, _ in sentences):
        verbs = [i + a for d, a in sentences for i in d.given_predicates or ()]
    if any(d.given_triggers is not None for d, _ in sentences):
        triggers = [(kind, i + a, min(j + a, s.n)) for d, a in sentences for kind, i, j in d.given_triggers or ()]
    return verbs, triggers


def _parts(k: int, pieces: list[tuple[int, ...]]) -> list[tuple[int, int, int]]:
    """(sentence, first word, last) of the parts of one sentence that fit the encoder; nearly always one."""
    found, first, held = [], 0, 0
    for i, piece in enumerate(pieces):
        if held + len(piece) > LONGEST:
            found.append((k, first, i))
            first, held = i, 0
        held += len(piece)
    found.append((k, first, len(pieces)))
    return found


def _sentences(window: Window, s: Seen) -> list[tuple[int, int, int]]:
    """(sentence, first word, last) of the window's sentences that have words; positions in the window."""
    bounds = s.begins.tolist()
    return [(window.first + i, a, b) for i, (a, b) in enumerate(zip(bounds, bounds[1:], strict=False)) if b > a]


def _parse(d: Draft) -> Parse:
    return Parse(d.upos, d.heads, d.deprels, d.entities, d.frames, d.quotings, d.factuality, d.triggers, d.arguments, d.places)


def _joined(count: int, parts: list[tuple[int, int, int]], parses: list[Parse]) -> list[Parse]:
    """The parts of each sentence as one parse; the roots of later parts hang from the first."""
    found: list[Parse] = [Parse((), (), ())] * count
    for (k, first, _), parse in zip(parts, parses, strict=True):
        found[k] = _appended(found[k], parse, first) if first else parse
    return found


def _appended(whole: Parse, part: Parse, at: int) -> Parse:
    root = whole.heads.index(-1) if -1 in whole.heads else -1
    move = lambda runs_: tuple((a + at, b + at) for a, b in runs_)  # noqa: E731
    label = lambda spans: tuple(Labelled(s.label, s.start + at, s.end + at) for s in spans)  # noqa: E731
    return Parse(
        whole.upos + part.upos,
        whole.heads + tuple(h + at if h >= 0 else root for h in part.heads),
        whole.deprels + tuple("parataxis" if h < 0 else r for h, r in zip(part.heads, part.deprels, strict=True)),
        whole.entities + label(part.entities),
        whole.frames + tuple(Frame(f.index + at, f.roleset, label(f.arguments)) for f in part.frames),
        whole.quotings + tuple(replace(q, cue=move(q.cue), source=move(q.source), content=move(q.content)) for q in part.quotings),
        whole.factuality + part.factuality,
        whole.triggers + label(part.triggers),
        whole.trigger_arguments + tuple(label(a) for a in part.trigger_arguments),
        whole.event_places + tuple(move(p) for p in part.event_places),
    )
