"""Lessons of which words name an event: `python -m training.happenings --data ../shared/data --to FILE`.

Rule: from training/corpus as coded by hand (the cases of heldout/ left out), and from what the tables of rashomon.claim
find on news; read by the encoder as it ships (or the one in --model). On a coded page every word that may name an event
teaches: what is not coded names none. On news a word that a table knows, and of which no row holds there, teaches
nothing: it is for such words that the head is asked. `training.train --lessons FILE` learns from it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from rashomon.annotate import annotate
from rashomon.claim.triggers import find_triggers
from rashomon.lexicon.cues import VERB_FORMS as CUE_FORMS
from rashomon.lexicon.frames import NOUN_FRAMES, VERB_FRAMES
from rashomon.lexicon.type_pairs import kinship
from rashomon.models import BundledEncoder, load_bundled
from rashomon.models.happenings import TAGS
from rashomon.models.pack import FOLDER
from rashomon.record import Block, Document
from rashomon.record.tree import Tree
from training.data import Lessons

CORPUS = Path(__file__).parent / "corpus"
NEWS = (("events/wikievents-train-silver.jsonl.gz", 206), ("muc/train.jsonl.gz", 700))
"""Files of news below the data folder, and how many of their texts are read."""
SHORT = 14
"""A line of fewer words in which nothing is coded may be a title, a caption or furniture: it teaches nothing."""

Types = tuple[str, ...]
Told = dict[int, Types]
"""Of one sentence: what some of its words name; () = no event."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A claim coded by hand: where its quote begins and ends, the words of its trigger, the types that are right."""

    start: int
    end: int
    trigger: frozenset[str]
    types: Types


def lesson(tree: Tree, claims: Sequence[Coded] | None) -> Told:
    """What the words of a sentence teach; `claims`: those of its page, None where nobody coded it."""
    found = {trigger.head: trigger.frame.type for trigger in find_triggers(tree)}
    words = [i for i in range(len(tree)) if tree.tag(i) in TAGS]
    if claims is None:
        return _of_tables(tree, words, found)
    hand = _coded_words(tree, claims)
    again = {i for i, kind in found.items() if any(kinship(kind, t) for told in hand.values() for t in told)}
    return {i: () for i in words if i not in again} | hand


def _of_tables(tree: Tree, words: Iterable[int], found: dict[int, str]) -> Told:
    told: Told = {}
    for i in words:
        known = tree.lower[i] in VERB_FRAMES or tree.lower[i] in NOUN_FRAMES
        if i in found:
            told[i] = (found[i],)
        elif not known or tree.lower[i] in CUE_FORMS:
            told[i] = ()
    return told


def _coded_words(tree: Tree, claims: Sequence[Coded]) -> Told:
    """Of each coded trigger, the word that is its head: a verb before a noun."""
    found: Told = {}
    for claim in claims:
        inside = [
            i
            for i, t in enumerate(tree.tokens)
            if claim.start <= t.start < claim.end and tree.lower[i] in claim.trigger
        ]
        inside = sorted((i for i in inside if tree.tag(i) in TAGS), key=lambda i: (TAGS.index(tree.tag(i)), i))
        if inside:
            found[inside[0]] = tuple(dict.fromkeys((*found.get(inside[0], ()), *claim.types)))
    return found


def lessons_of(
    document: Document, encoder: BundledEncoder, claims: Sequence[Coded] | None
) -> list[tuple[list[str], Told]]:
    """The sentences of a page with what their words teach."""
    told = []
    for sentence in annotate(document, encoder).sentences:
        tree = Tree(sentence, document.text)
        told.append(([token.text for token in sentence.tokens], _unless_furniture(document, tree, claims)))
    return told


def _unless_furniture(document: Document, tree: Tree, claims: Sequence[Coded] | None) -> Told:
    start = document.text.rfind("\n", 0, tree.tokens[0].start) + 1
    end = document.text.find("\n", start)
    line = document.text[start : end if end >= 0 else None]
    if (
        claims is not None
        and len(line.split()) < SHORT
        and not any(start <= c.start < start + len(line) for c in claims)
    ):
        return {}
    return lesson(tree, claims)


def coded_pages(corpus: Path = CORPUS) -> Iterator[tuple[Document, list[Coded]]]:
    """The pages of a folder of cases with their coded claims."""
    for answer in sorted(corpus.glob("*/answer.yaml")):
        for page in yaml.safe_load(answer.read_text("utf-8"))["documents"]:
            document = _document(page["file"], next(answer.parent.rglob(page["file"])).read_text("utf-8"))
            yield document, [_coded(document.text, claim) for claim in page["claims"] if claim["types"]]


def _coded(text: str, claim: dict[str, Any]) -> Coded:
    start = text.find(claim["quote"], max(0, text.find(claim["near"]) if claim.get("near") else 0))
    trigger = frozenset(claim["trigger"].lower().split())
    return Coded(start, start + len(claim["quote"]), trigger, tuple(claim["types"]))


def news(data: Path) -> Iterator[Document]:
    """Articles of the data folder, those with events first."""
    for name, most in NEWS:
        with gzip.open(data / name, "rt", encoding="utf-8") as lines:
            rows = sorted(map(json.loads, lines), key=lambda row: not (row.get("templates") or row.get("events")))
        for row in rows[:most]:
            yield _document(row["id"], row.get("text_cased") or row["text"])


def _document(name: str, text: str) -> Document:
    blocks = tuple(Block("paragraph", m.start(), m.end()) for m in re.finditer(r"\S[^\n]*", text))
    return Document(name, name, name, text, blocks, language="en")


def main() -> None:
    """Read, write, and print how often each type is taught."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    encoder = load_bundled(args.model)
    told: Lessons = {
        "corpus": [(page.id, lessons_of(page, encoder, claims)) for page, claims in coded_pages()],
        "news": [(page.id, lessons_of(page, encoder, None)) for page in news(args.data)],
    }
    for source, docs in told.items():
        taught = Counter(t for _, sents in docs for _, words in sents for types in words.values() for t in types[:1])
        print(source, json.dumps(taught.most_common()))
    args.to.write_bytes(pickle.dumps(told))


if __name__ == "__main__":
    main()
