"""Learns which words name an event: `python -m training.happenings --model FOLDER --data ../shared/data`.

Rule: a logistic regression over the encoder's word vectors, the encoder untouched; run after training.export, whose
folder it completes. Learned from training/corpus as coded by hand (the cases of heldout/ left out) and from what the
tables of rashomon.claim find on news. A word that a table knows, and of which no row holds there, teaches nothing: it
is for such words that the head is asked. What is written are weights, the head's types and their number.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from rashomon.annotate import annotate
from rashomon.claim.triggers import find_triggers
from rashomon.lexicon.cues import VERB_FORMS as CUE_FORMS
from rashomon.lexicon.frames import NOUN_FRAMES, VERB_FRAMES
from rashomon.models import BundledEncoder
from rashomon.models.draft import Seen
from rashomon.models.happenings import TAGS
from rashomon.models.pack import Pack, open_pack
from rashomon.record import Block, Document
from rashomon.record.tree import Tree

CORPUS = Path(__file__).parent / "corpus"
NEWS = (("events/wikievents-train-silver.jsonl.gz", 206), ("muc/train.jsonl.gz", 700))
"""Files of news below the data folder, and how many of their texts are read."""
CODED_WEIGHT = 3.0
"""A word coded by hand weighs as much as so many that a table found."""
SEED, STEPS, BATCH, RATE, DECAY = 20, 600, 4096, 0.02, 0.05

Vectors = NDArray[np.float32]
Coded = Sequence[tuple[int, int, frozenset[str], str]]
"""Of one page: where a coded claim's words begin and end, the words of its trigger, its type."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word with what it was found to name; "" = no event. `coded`: by hand."""

    vector: Vectors
    type: str
    coded: bool


class Watched(BundledEncoder):
    """The bundled encoder, which remembers the vectors of the sentences read last; a very long one is read in parts."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack)
        self.seen: dict[int, Vectors] = {}

    def _tag(self, seen: Sequence[Seen], out: Mapping[str, Any]) -> None:
        super()._tag(seen, out)
        self.seen |= {place.number: s.x[place.first : place.last] for s in seen for place in s.places()}


def words_of(encoder: Watched, document: Document, coded: Coded | None = None) -> Iterator[Word]:
    """The words of a document that teach something."""
    encoder.seen.clear()
    for number, sentence in enumerate(annotate(document, encoder).sentences):
        tree = Tree(sentence, document.text)
        vectors = encoder.seen.get(number, ())
        if len(vectors) != len(tree):
            continue
        found = {trigger.head: trigger.frame.type for trigger in find_triggers(tree)}
        hand = _coded_words(tree, coded) if coded is not None else {}
        for i, vector in enumerate(vectors):
            known = tree.lower[i] in VERB_FRAMES or tree.lower[i] in NOUN_FRAMES
            if tree.tag(i) not in TAGS:
                continue
            if i in hand:
                yield Word(vector, hand[i], True)
            elif coded is not None and i not in found:
                yield Word(vector, "", True)
            elif coded is None and i in found:
                yield Word(vector, found[i], False)
            elif coded is None and (not known or tree.lower[i] in CUE_FORMS):
                yield Word(vector, "", False)


def _coded_words(tree: Tree, coded: Coded) -> dict[int, str]:
    """Of each coded trigger, the word that is its head: a verb before a noun."""
    found: dict[int, str] = {}
    for start, end, trigger, kind in coded:
        inside = [i for i, t in enumerate(tree.tokens) if start <= t.start < end and tree.lower[i] in trigger]
        inside = sorted((i for i in inside if tree.tag(i) in TAGS), key=lambda i: (TAGS.index(tree.tag(i)), i))
        if inside:
            found[inside[0]] = kind
    return found


def coded_pages() -> Iterator[tuple[Document, Coded]]:
    """The pages of training/corpus with their coded claims."""
    import yaml

    for answer in sorted(CORPUS.glob("*/answer.yaml")):
        for page in yaml.safe_load(answer.read_text("utf-8"))["documents"]:
            document = _document(page["file"], next(answer.parent.rglob(page["file"])).read_text("utf-8"))
            yield document, [_place(document.text, claim) for claim in page["claims"] if claim["types"]]


def _place(text: str, claim: dict[str, Any]) -> tuple[int, int, frozenset[str], str]:
    start = text.find(claim["quote"], max(0, text.find(claim["near"]) if claim.get("near") else 0))
    return start, start + len(claim["quote"]), frozenset(claim["trigger"].lower().split()), claim["types"][0]


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


def learn(words: Sequence[Word]) -> tuple[list[str], Vectors, Vectors]:
    """Types (the first is "no event"), weights [types, D] and biases [types]."""
    torch.manual_seed(SEED)
    types = sorted({word.type for word in words})
    vectors = torch.from_numpy(np.stack([word.vector for word in words]))
    gold = torch.tensor([types.index(word.type) for word in words])
    worth = torch.tensor([CODED_WEIGHT if word.coded else 1.0 for word in words])
    weight = torch.zeros(len(types), vectors.shape[1], requires_grad=True)
    bias = torch.zeros(len(types), requires_grad=True)
    optimiser = torch.optim.AdamW([weight, bias], lr=RATE, weight_decay=DECAY)
    for step in range(STEPS):
        drawn = torch.randint(len(words), (BATCH,))
        optimiser.param_groups[0]["lr"] = RATE * (1 - step / STEPS)
        scores = vectors[drawn] @ weight.T + bias
        loss = (F.cross_entropy(scores, gold[drawn], reduction="none") * worth[drawn]).mean()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    return types, weight.detach().numpy(), bias.detach().numpy()


def write(folder: Path, types: list[str], weight: Vectors, bias: Vectors) -> None:
    """Into the model's folder, and its hash into the manifest."""
    np.savez(folder / "happenings.npz", types=np.array(types), weight=weight.astype(np.float16),
             bias=bias.astype(np.float16))  # fmt: skip
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest["sha256"]["happenings.npz"] = hashlib.sha256((folder / "happenings.npz").read_bytes()).hexdigest()
    (folder / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")


def main() -> None:
    """Read, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    args = parser.parse_args()
    encoder = Watched(open_pack(args.model))
    pages = [word for document, coded in coded_pages() for word in words_of(encoder, document, coded)]
    told = [word for document in news(args.data) for word in words_of(encoder, document)]
    print(json.dumps(Counter(word.type for word in (*pages, *told)).most_common()))
    write(args.model, *learn([*pages, *told]))


if __name__ == "__main__":
    main()
