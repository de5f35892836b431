"""The bundled encoder: sentences of one document in, one Parse a sentence out.

Rule: the order of the reading. What is fed stands in features.py and windows.py, how scores become labels in decode.py,
what a predicate sees in pairs.py, files in pack.py. No input raises; the same sentences give the same parses.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import numpy as np

from rashomon.models.decode import Floats, Marked, best_tags, tree
from rashomon.models.draft import Draft, Given, Place, Seen
from rashomon.models.features import Pieces, shapes
from rashomon.models.lemma import lemma
from rashomon.models.pack import FOLDER, Pack, open_pack, run_for
from rashomon.models.pairs import ARGUMENT, PLACE, QUOTE, SRL, Answers, Key, Pairs, Query
from rashomon.models.parts import Run, cut, join
from rashomon.models.paths import Ways, middle, relations
from rashomon.models.windows import Batch, make_batches, make_windows
from rashomon.record.parse import Frame, Happening, Labelled, Parse, Quoting

OUTPUTS = ("arcs", "x", "upos", "predicate", "ner", "quote")
EVENT_OUTPUTS = ("trigger", "fact")
"""Asked for where events are wanted (`Given.events`)."""
TRIGGER_LEANING = 1.0
"""What is taken from the score of "no trigger". Found on the part of TRAIN kept aside."""
QUOTE_REACH = 3
"""How many sentences before and after its own a cue looks for source and content: as far as no other cue stands. Of
2,748 attributions of PolNeAR's TRAIN one has a content, five a source, in a sentence with another's cue or beyond."""
TAGGERS = ("ner", "quote", "trigger")
_NOTHING = Given()
_ONE_SENSE = ["01"]


class BundledEncoder:
    """A `ports.Encoder` over the bundled model; calls from several threads are safe, each call stands alone."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._pieces = Pieces(pack.tokenizer)
        self._pairs = Pairs(pack)
        self._labels: dict[str, list[str]] = pack.tables["labels"]
        self._kinds = {head: [label[2:] for label in labels[1::2]] for head, labels in self._labels.items()}
        self._forms: dict[str, str] = pack.tables["forms"]
        self._lemmas = frozenset(self._forms.values())
        self._senses: dict[str, list[str]] = pack.tables["senses"]
        bases, of_label = relations(self._labels["deprel"])
        self._bases, self._base_count = np.array(of_label), len(bases)
        self._cores: dict[str, str] = pack.tables["cores"]
        self._barred = {cores: _barred(self._labels["role"], cores) for cores in set(self._cores.values())}
        self._sense_row = {name: i for i, name in enumerate(self._labels["sense"])}

    @property
    def version(self) -> str:
        """Name and version of the model."""
        return self._pack.version

    def parse(self, sentences: Sequence[Sequence[str]], given: Given = _NOTHING) -> list[Parse]:
        """One Parse a sentence, in order; the sentences are consecutive ones of one document.

        `given`: predicates and triggers that are known beforehand and not looked for, and whether events are wanted:
        for measuring."""
        pieces = [self._pieces.of(words) for words in sentences]
        parts = [part for k, of_words in enumerate(pieces) for part in cut(k, of_words)]
        words = [sentences[k][a:b] for k, a, b in parts]
        fed = [pieces[k][a:b] for k, a, b in parts]
        drafts = [Draft.of(part, given) for part in parts]
        windows = make_windows([sum(map(len, of_words)) for of_words in fed])
        outputs = (*OUTPUTS, *EVENT_OUTPUTS) if given.events or given.triggers is not None else OUTPUTS
        for batch in make_batches(windows, fed, [shapes(w) for w in words]):
            self._read(batch, words, drafts, outputs)
        return join(len(sentences), parts, [draft.parse() for draft in drafts])

    def _read(
        self, batch: Batch, words: Sequence[Sequence[str]], drafts: Sequence[Draft], outputs: Sequence[str]
    ) -> None:
        """Fill the drafts of one batch."""
        fed = {"pieces": batch.pieces, "shapes": batch.shapes, "length": batch.length, "firsts": batch.firsts}
        filled = np.arange(batch.firsts.shape[1])[None] < batch.counts[:, None]
        arcs, *told = run_for(self._pack.reader, outputs, fed)
        out = {name: scores[filled] for name, scores in zip(outputs[1:], told, strict=True)}
        if "trigger" in out:
            out["trigger"][:, 0] -= TRIGGER_LEANING
        bases = [0, *batch.counts.cumsum().tolist()]
        breaks = np.zeros(bases[-1], dtype=bool)
        breaks[bases[:-1]] = True
        out |= {f"{name}_tags": best_tags(out[name], breaks) for name in TAGGERS if name in out}
        seen = []
        for row, window in enumerate(batch.windows):
            begins = tuple(accumulate((len(words[k]) for k in range(window.first, window.last)), initial=0))
            seen.append(Seen(window, out, row, bases[row], begins, begins[-1], drafts))
        self._tag(seen, out)
        self._hang(seen, arcs, out)
        self._relate(seen, words)

    def _tag(self, seen: Sequence[Seen], out: Mapping[str, Any]) -> None:
        """What is said of single words: parts of speech, entities, factuality, whether they name an event."""
        upos = [self._labels["upos"][i] for i in out["upos"].tolist()]
        facts = np.clip(out["fact"].astype(np.float64), -3.0, 3.0).round(3).tolist() if "fact" in out else []
        happenings = self._pack.happenings.of(out["x"], upos)
        for s in seen:
            entities = s.runs("ner")
            for place in s.places():
                a, b = place.first + s.base, place.last + s.base
                draft = place.draft
                draft.upos, draft.factuality = tuple(upos[a:b]), tuple(facts[a:b])
                draft.entities = self._labelled("ner", place.own(entities))
                draft.happenings = tuple(Happening(i - a, happenings[i]) for i in range(a, b) if i in happenings)

    def _hang(self, seen: Sequence[Seen], arcs: Floats, out: dict[str, Any]) -> None:
        """Heads of every word, then the labels of all arcs at once."""
        heads: list[int] = []  # over all words of the batch; -1 the root
        for s in seen:
            for draft, _, a, b in s.places():
                scores = arcs[s.row, a:b]
                found = tree(np.concatenate([scores[:, :1], scores[:, a + 1 : b + 1]], 1))
                draft.heads = tuple(found)
                heads += [h + s.base + a if h >= 0 else -1 for h in found]
        (labels,) = self._pack.arcs.run(["label"], {"x": out["x"], "head": np.array(heads, dtype=np.int64)})
        names = self._labels["deprel"]
        told = iter(labels.tolist())
        out["heads"], out["relations"] = np.array(heads, dtype=np.int64), self._bases[labels]
        for s in seen:
            for draft, _, _, _ in s.places():
                draft.deprels = tuple(_relation(names[next(told)], head) for head in draft.heads)

    def _relate(self, seen: Sequence[Seen], words: Sequence[Sequence[str]]) -> None:
        """Frames, places, attributions and the arguments of events: each a predicate that looks at words."""
        found = [(self._predicates(s), self._cues(s), _triggers(s)) for s in seen]
        queries: list[Query] = []
        rolesets: dict[Key, str] = {}
        for s, (predicates, cues, triggers) in zip(seen, found, strict=True):
            rolesets |= {Key(s.row, SRL, i): name for i, name in self._rolesets(s, predicates, words)}
            queries += self._queries(s, predicates, cues, triggers, rolesets)
        answers = self._pairs.ask(queries)
        for s, (predicates, cues, triggers) in zip(seen, found, strict=True):
            for place in s.places():
                self._frames(s, place, predicates, answers, rolesets)
                self._events(s, place, triggers, answers)
            self._quotings(s, cues, answers)

    def _queries(
        self, s: Seen, predicates: list[int], cues: list[Run], triggers: list[Marked], rolesets: Mapping[Key, str]
    ) -> Iterator[Query]:
        """What is asked of one window's words."""
        taken = {s.sentence_of(a) for a, _ in cues}
        looks = [(SRL, i, i, s.around(i)) for i in predicates]
        looks += [(QUOTE, a, b - 1, s.around(a, QUOTE_REACH, taken)) for a, b in cues]
        looks += [(ARGUMENT, a, b - 1, s.around(a)) for _, a, b in triggers]
        heads = np.where(s.scores("heads") < 0, -1, s.scores("heads") - s.base)
        ways = Ways.of(heads, s.scores("relations"), self._base_count)
        paths = ways.buckets([middle(heads, first, last) for _, first, last, _ in looks])
        for (task, first, last, (lo, hi)), path in zip(looks, paths, strict=True):
            cores = self._cores.get(rolesets[Key(s.row, SRL, first)], "") if task == SRL else ""
            placed = task == SRL and self._may_have_place(s, first)
            yield Query(s, task, first, last, lo, hi, path[lo:hi], placed, self._barred.get(cores, ()))

    # ------------------------------------------------------------ predicates

    def _predicates(self, s: Seen) -> list[int]:
        given = [place.first + i for place in s.places() for i in place.draft.predicates or ()]
        if any(place.draft.predicates is not None for place in s.places()):
            return given
        found: list[int] = np.flatnonzero(s.scores("predicate") > 0).tolist()
        return found

    def _may_have_place(self, s: Seen, i: int) -> bool:
        """Auxiliaries and adjectives have no place of their own; a predicate that was given always may."""
        return self._labels["upos"][int(s.scores("upos")[i])] in ("VERB", "NOUN") or any(
            place.draft.predicates is not None for place in s.places()
        )

    def _cues(self, s: Seen) -> list[Run]:
        return [(a, b) for kind, a, b in s.runs("quote") if self._kinds["quote"][kind] == "cue"]

    def _rolesets(self, s: Seen, predicates: list[int], words: Sequence[Sequence[str]]) -> Iterator[tuple[int, str]]:
        """Each predicate of a window with its roleset."""
        for draft, number, lo, hi in s.places():
            for i in predicates:
                if lo <= i < hi:
                    yield i, self._roleset(words[number][i - lo], draft.upos[i - lo], s.x[i])

    def _frames(
        self, s: Seen, place: Place, predicates: list[int], answers: Answers, rolesets: Mapping[Key, str]
    ) -> None:
        draft, _, lo, hi = place
        keys = [Key(s.row, SRL, i) for i in predicates if lo <= i < hi]
        draft.frames = tuple(
            Frame(key.first - lo, rolesets[key], self._labelled("role", place.own(answers[key]))) for key in keys
        )
        where = [place.own(answers.get(key._replace(task=PLACE), [])) for key in keys]
        draft.places = tuple(tuple((a, b) for _, a, b in found) for found in where)

    def _roleset(self, form: str, upos: str, x: Floats) -> str:
        """The roleset of a predicate: its lemma, and of the senses seen with that lemma the likeliest."""
        name = lemma(form, upos, self._forms, self._lemmas)
        senses = self._senses.get(name, _ONE_SENSE)
        if len(senses) == 1:
            return f"{name}.{senses[0]}"
        rows = [self._sense_row.get(f"{name}.{sense}", -1) for sense in senses]
        if min(rows) < 0:
            return f"{name}.{senses[0]}"
        scores = self._pack.sense_weight[rows] @ x + self._pack.sense_bias[rows]
        return f"{name}.{senses[int(scores.argmax())]}"

    def _events(self, s: Seen, place: Place, triggers: list[Marked], answers: Answers) -> None:
        draft, _, lo, _ = place
        mine = place.own(triggers)
        draft.triggers = self._labelled("trigger", mine)
        draft.arguments = tuple(
            self._labelled("argument", place.own(answers[Key(s.row, ARGUMENT, lo + a)])) for _, a, _ in mine
        )

    def _quotings(self, s: Seen, cues: list[Run], answers: Answers) -> None:
        """Attributions, laid into the sentences that hold their parts; two pieces of one cue are joined."""
        kinds = self._kinds["part"]
        for cue, parts in _joined_cues(s, cues, answers):
            home = s.sentence_of(cue[0][0])
            start = s.begins[home]
            of = (cue[0][0] - start, cue[0][1] - start)
            for place in s.places():
                own = tuple((a, b) for _, a, b in place.own([(0, *run) for run in cue]))
                held = place.own(parts)
                source, content = (
                    tuple((a, b) for kind, a, b in held if kinds[kind] == name) for name in ("source", "content")
                )
                if own or held:
                    back = place.number - s.window.first - home
                    place.draft.quotings += (Quoting(own, source, content, back, of),)

    def _labelled(self, head: str, found: Sequence[Marked]) -> tuple[Labelled, ...]:
        """Marked runs with their names; a kind below zero is told by nobody."""
        names = self._kinds[head]
        return tuple(Labelled(names[kind] if kind >= 0 else "", a, b) for kind, a, b in found)


def _barred(roles: Sequence[str], cores: str) -> list[int]:
    """The columns of the numbered arguments that are not among `cores` ("012")."""
    numbered = [(i, label[5:]) for i, label in enumerate(roles) if label[2:5] == "ARG" and label[5:].isdigit()]
    return [i for i, number in numbered if number not in cores]


def _relation(name: str, head: int) -> str:
    """A relation that agrees with its head: "root" for the root alone."""
    if head < 0:
        return "root"
    return "dep" if name == "root" else name


def _triggers(s: Seen) -> list[Marked]:
    if any(place.draft.marks is not None for place in s.places()):
        return [
            (kind, place.first + a, min(place.first + b, s.n))
            for place in s.places()
            for kind, a, b in place.draft.marks or ()
        ]
    return s.runs("trigger") if "trigger" in s.out else []


def _joined_cues(s: Seen, cues: list[Run], answers: Answers) -> list[tuple[list[Run], list[Marked]]]:
    """Cues with what they lead to, in order; two runs of one sentence that lead to the very same words are one cue."""
    found: list[tuple[list[Run], list[Marked]]] = []
    for cue in cues:
        parts = answers[Key(s.row, QUOTE, cue[0])]
        if parts and found and found[-1][1] == parts and s.sentence_of(found[-1][0][0][0]) == s.sentence_of(cue[0]):
            found[-1][0].append(cue)
        else:
            found.append(([cue], parts))
    return found


def load_bundled(folder: Path = FOLDER, threads: int = 0) -> BundledEncoder:
    """The encoder that ships with the package, or the one in `folder`; `threads` 0: as many as there are cores.

    Raises ModelError naming the file and both hashes when a file is missing or damaged."""
    return BundledEncoder(open_pack(folder, threads))
