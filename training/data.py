"""../shared/data to training windows: runs of consecutive sentences with whatever was annotated on them.

Rule: reads the data, writes nothing, copies no text anywhere. Every source becomes the same `Sent` and `Doc`; a head
learns from a sentence only where that sentence carries its annotation, and None says "not annotated", never "nothing".
Words are cut by `rashomon.annotate`, as at run time; sources that come as tokens keep theirs.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rashomon.annotate.sentences import split
from rashomon.annotate.tokens import token_spans

Run = tuple[int, int]
Trees = dict[tuple[str, str], list[tuple[tuple[int, ...], tuple[str, ...]]]]
"""Heads and relations of every sentence, by source and name of a document."""
Lessons = dict[str, list[tuple[str, list[tuple[list[str], dict[int, tuple[str, ...]]]]]]]
"""By source: names of documents with the words of each sentence and what some of them name."""


@dataclass(slots=True)
class Sent:
    """One sentence; positions count its words. None: this was not annotated here."""

    words: list[str]
    upos: list[str] | None = None
    heads: list[int] | None = None  # -1 for the root
    deprels: list[str] | None = None
    ner: list[str] | None = None
    frames: list[tuple[int, str, list[tuple[str, int, int]]]] | None = None
    facts: list[tuple[int, float]] = field(default_factory=list)
    places: list[tuple[int, list[Run]]] = field(default_factory=list)
    tree: tuple[list[int], list[str]] | None = None  # heads and relations as an encoder read them: no gold
    happens: dict[int, tuple[str, ...]] = field(default_factory=dict)  # what words name; () = no event; else untold


@dataclass(slots=True)
class Doc:
    """Consecutive sentences of one text; relations that may cross a sentence count the words of the document."""

    name: str
    source: str
    sents: list[Sent]
    quotings: list[tuple[Run, list[Run], list[Run]]] | None = None  # cue, sources, contents
    triggers: list[tuple[Run, str]] | None = None
    lone_triggers: list[tuple[Run, str]] = field(default_factory=list)  # known, while nothing is known of other words
    event_args: list[tuple[Run, list[tuple[str, int, int]]]] = field(default_factory=list)


def kept_aside(name: str) -> bool:
    """Is this document of TRAIN among the twentieth kept aside for choosing between models?"""
    return hashlib.sha256(name.encode()).digest()[0] < 13


def records(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON records of one .jsonl.gz file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


class Cut:
    """A text cut into sentences of words, with the way back from characters to words."""

    def __init__(self, text: str) -> None:
        self.tokens = token_spans(text)
        self.bounds = split(text, self.tokens)
        self.starts = [a for a, _ in self.tokens]
        self.sents = [Sent([text[a:b] for a, b in self.tokens[i:j]]) for i, j in self.bounds]

    def run(self, start: int, end: int) -> Run | None:
        """The words that text[start:end] touches, or None."""
        i = max(bisect_right(self.starts, start) - 1, 0)
        while i < len(self.tokens) and self.tokens[i][1] <= start:
            i += 1
        j = i
        while j < len(self.tokens) and self.tokens[j][0] < end:
            j += 1
        return (i, j) if j > i else None

    def pieces(self, start: int, end: int) -> list[Run]:
        """The same, cut at the borders of sentences."""
        run = self.run(start, end)
        if run is None:
            return []
        return [(max(i, run[0]), min(j, run[1])) for i, j in self.bounds if i < run[1] and j > run[0]]


def conllu(path: Path) -> Iterator[tuple[str, str, Sent]]:
    """(document, sentence id, sentence) of a CoNLL-U file; ranges and empty nodes are left out."""
    doc, name, rows = "", "", []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                doc = line
            elif line.startswith("# sent_id = "):
                name = line[12:]
            elif not line and rows:
                yield (
                    doc,
                    name,
                    Sent(
                        [r[1] for r in rows], [r[3] for r in rows], [int(r[6]) - 1 for r in rows], [r[7] for r in rows]
                    ),
                )
                rows = []
            elif line and line[0] != "#":
                row = line.split("\t")
                if row[0].isdigit():
                    rows.append(row)


def treebank(data: Path, part: str) -> list[Doc]:
    """EWT with frames and factuality, GUM with syntax alone."""
    frames = {
        r["id"]: [(p["index"], p["roleset"], [(a["role"], a["start"], a["end"]) for a in p["arguments"]])
                  for p in r["predicates"]]
        for r in records(data / f"srl/ewt-{part}.jsonl.gz")
    }  # fmt: skip
    facts: dict[str, list[tuple[int, float]]] = {}
    for r in records(data / f"factuality/uds-ih2-{part}.jsonl.gz"):
        for e in r["events"]:
            facts.setdefault(r["text"].replace(" ", ""), []).append(
                (len(r["text"][: e["start"]].replace(" ", "")), e["label"])
            )
    docs: dict[str, Doc] = {}
    for bank in ("ewt", "gum"):
        for doc, name, sent in conllu(data / f"syntax/{bank}-{part}.conllu.gz"):
            sent.frames = frames.get(name)
            if bank == "ewt":
                sent.facts = _facts_by_word(sent.words, facts.get("".join(sent.words), []))
            docs.setdefault(doc, Doc(doc, bank, [])).sents.append(sent)
    return list(docs.values())


def _facts_by_word(words: list[str], facts: list[tuple[int, float]]) -> list[tuple[int, float]]:
    at, starts = 0, {}
    for i, word in enumerate(words):
        starts[at] = i
        at += len(word)
    return [(starts[c], v) for c, v in facts if c in starts]


def ner(data: Path, part: str) -> list[Doc]:
    """World press with entities."""
    return [
        Doc(r["id"], "ner", [Sent(s["tokens"], ner=s["tags"]) for s in r["sentences"] if s["tokens"]])
        for r in records(data / f"ner/worldwide-{part}.jsonl.gz")
    ]


def polnear(data: Path, part: str) -> list[Doc]:
    """Campaign news with attributions, each joined to its cue (each piece of a cue in pieces is one)."""
    docs = []
    for r in records(data / f"attribution/polnear-{part}.jsonl.gz"):
        cut = Cut(r["text"])
        quotings = []
        for a in r["attributions"]:
            source, cue, content = (
                [p for s, e in a[k] for p in cut.pieces(s, e)] for k in ("source", "cue", "content")
            )
            quotings += [(c, source, content) for c in cue]
        docs.append(Doc(r["id"], "polnear", cut.sents, quotings=quotings))
    return docs


def wikievents(data: Path, name: str) -> list[Doc]:
    """Event triggers with two-level types, arguments with their roles."""
    docs = []
    for r in records(data / f"events/{name}.jsonl.gz"):
        cut = Cut(r["text"])
        doc = Doc(r["id"], "events", cut.sents, triggers=[])
        for e in r["events"]:
            run = cut.run(*e["trigger"])
            if run is None or doc.triggers is None:
                continue
            doc.triggers.append((run, ".".join(e["type"].split(".")[:2])))
            args = [(a["role"], *p) for a in e["arguments"] for p in cut.pieces(*a["span"])[:1]]
            doc.event_args.append((run, args))
        docs.append(doc)
    return docs


RAMS_TYPES = {
    "artifactexistence.damagedestroy": "artifactexistence.damagedestroydisabledismantle",
    "contact.collaborate": "contact.contact",
    "contact.commandorder": "contact.requestcommand",
    "contact.discussion": "contact.contact",
    "contact.negotiate": "contact.contact",
    "contact.requestadvise": "contact.requestcommand",
    "disaster.accidentcrash": "disaster.crash",
    "justice.investigate": "justice.investigatecrime",
    "manufacture.artifact": "artifactexistence.manufactureassemble",
    "movement.transportartifact": "movement.transportation",
    "movement.transportperson": "movement.transportation",
    "transaction.transferownership": "transaction.exchangebuysell",
}
"""Types of RAMS (AIDA's) by the name that WikiEvents (KAIROS) gives them, where both mean the same."""


def rams(data: Path, roles: set[str], types: set[str]) -> list[Doc]:
    """RAMS: the one trigger of a text where WikiEvents has its type, and the arguments where it has a role of that
    name (other roles would count as none)."""
    known = {role.lower(): role for role in roles}
    typed = {kind.lower(): kind for kind in types}
    docs = []
    for r in records(data / "events/rams-dev.jsonl.gz"):
        cut = Cut(r["text"])
        doc = Doc(r["id"], "rams", cut.sents)
        for e in r["events"]:
            run = cut.run(*e["trigger"])
            args = [
                (known[a["role"]], *p) for a in e["arguments"] if a["role"] in known for p in cut.pieces(*a["span"])[:1]
            ]
            if run is not None and args:
                doc.event_args.append((run, args))
            said = ".".join(e["type"].split(".")[:2])
            kind = typed.get(RAMS_TYPES.get(said, said))
            if run is not None and kind:
                doc.lone_triggers.append((run, kind))
        if doc.event_args or doc.lone_triggers:
            docs.append(doc)
    return docs


def event_places(data: Path, part: str) -> list[Doc]:
    """Conflict sentences: a verb and where its event happened; records of one text are joined."""
    docs: dict[str, Doc] = {}
    cuts: dict[str, Cut] = {}
    for r in records(data / f"place/event-location-{part}.jsonl.gz"):
        text = r["text"]
        cut = cuts.setdefault(text, Cut(text))
        doc = docs.setdefault(text, Doc(r["id"], "place", cut.sents))
        run = cut.run(*r["verb"])
        if run is None:
            continue
        k = next(k for k, (i, j) in enumerate(cut.bounds) if i <= run[0] < j)
        base, top = cut.bounds[k]
        runs = [p for s, e in r["locations"] for p in cut.pieces(s, e) if base <= p[0] < top]
        doc.sents[k].places.append((run[0] - base, [(i - base, j - base) for i, j in runs]))
    return list(docs.values())


def factuality(data: Path, part: str) -> list[Doc]:
    """UW, MEANTIME and MegaVeridicality: lone sentences of tokens."""
    docs = []
    for name in ("uw", "meantime", "mv2"):
        for r in records(data / f"factuality/{name}-{part}.jsonl.gz"):
            words = r["text"].split()
            starts, at = {}, 0
            for i, word in enumerate(words):
                starts[r["text"].index(word, at)] = i
                at = r["text"].index(word, at) + len(word)
            facts = [(starts[e["start"]], e["label"]) for e in r["events"] if e["start"] in starts]
            docs.append(Doc(r["id"], name, [Sent(words, facts=facts)]))
    return docs


def everything(data: Path) -> list[Doc]:
    """All documents of TRAIN."""
    wiki = wikievents(data, "wikievents-train-silver")
    roles = {role for d in wiki for _, args in d.event_args for role, _, _ in args}
    types = {kind for d in wiki for _, kind in d.triggers or ()}
    return [
        *treebank(data, "train"), *ner(data, "train"), *polnear(data, "train"), *wiki, *rams(data, roles, types),
        *event_places(data, "train"), *factuality(data, "train"),
    ]  # fmt: skip


def lay(docs: list[Doc], known: Trees) -> None:
    """Give the documents their trees; a document of another length than its trees has none."""
    for doc in docs:
        for sent, (heads, relations) in zip(doc.sents, known.get((doc.source, doc.name), []), strict=False):
            if len(heads) == len(sent.words):
                sent.tree = (list(heads), list(relations))


def lessons(told: Lessons) -> list[Doc]:
    """Documents in which words are told to name an event, or none (training.happenings)."""
    return [
        Doc(name, source, [Sent(words, happens=happens) for words, happens in sents])
        for source, docs in told.items()
        for name, sents in docs
    ]


def label_sets(docs: list[Doc]) -> dict[str, list[str]]:
    """Every head's labels, "O" first where there is one; rare roles of frames (below 5) are left out."""
    sents = [s for d in docs for s in d.sents]
    roles = Counter(a[0] for s in sents for f in s.frames or () for a in f[2])
    rolesets = Counter(f[1] for s in sents for f in s.frames or ())
    by_lemma = Counter(r.rsplit(".", 1)[0] for r in rolesets)
    return {
        "upos": sorted({t for s in sents for t in s.upos or ()}),
        "deprel": sorted({t for s in sents for t in s.deprels or ()}),
        "ner": _bio({t[2:] for s in sents for t in s.ner or () if t != "O"}),
        "role": _bio({r for r, n in roles.items() if n >= 5}),
        "sense": sorted(r for r in rolesets if by_lemma[r.rsplit(".", 1)[0]] > 1),
        "quote": _bio({"source", "cue", "content"}),
        "part": _bio({"source", "content"}),
        "trigger": _bio({t for d in docs for _, t in d.triggers or ()}),
        "argument": _bio({r for d in docs for _, args in d.event_args for r, _, _ in args}),
        "place": _bio({"place"}),
        "happen": ["", *sorted({t for s in sents for told in s.happens.values() for t in told})],
    }


def _bio(names: set[str]) -> list[str]:
    return ["O", *(f"{p}-{n}" for n in sorted(names) for p in "BI")]
