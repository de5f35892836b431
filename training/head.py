"""The head of happenings, learned anew: `python -m training.head --model FOLDER --lessons FILE`.

Rule: run after training.export where the weights are a mean of several runs (training.mix): the word vectors of the
mean are none of its parts, so a head learned with one of them no longer fits. A logistic regression over the finished
vectors, from the exported head on, the encoder untouched; written into the folder with its hash.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray

from rashomon.models import BundledEncoder
from rashomon.models.draft import Seen
from rashomon.models.pack import Pack, open_pack
from training.data import Lessons

SEED, STEPS, BATCH, RATE, DECAY, DROP = 20, 500, 4096, 0.01, 0.05, 0.2
NEWS_WEIGHT, NEWS_SHARE = 0.3, 3
"""What a word that the tables found on news weighs beside a coded one; every so-many-th text of news is read."""

Vectors = NDArray[np.float32]
Taught = tuple[Vectors, tuple[str, ...], float]
"""A word's vector, the types that are right of it (none: no event), its weight."""


class Watched(BundledEncoder):
    """The bundled encoder, which remembers the vectors of the sentences read last; a very long one is read in parts."""

    def __init__(self, pack: Pack) -> None:
        super().__init__(pack)
        self.seen: dict[int, Vectors] = {}

    def _tag(self, seen: Sequence[Seen], out: Mapping[str, Any]) -> None:
        super()._tag(seen, out)
        self.seen |= {place.number: s.x[place.first : place.last] for s in seen for place in s.places()}


def taught(encoder: Watched, told: Lessons) -> Iterator[Taught]:
    """The words of the lessons with their vectors."""
    for source, docs in told.items():
        weight = NEWS_WEIGHT if source == "news" else 1.0
        for _, sents in docs[:: NEWS_SHARE if source == "news" else 1]:
            encoder.seen.clear()
            encoder.parse([words for words, _ in sents])
            for number, (words, happens) in enumerate(sents):
                vectors = encoder.seen.get(number, ())
                if len(vectors) == len(words):
                    yield from ((vectors[i], types, weight) for i, types in happens.items())


def learn(rows: Sequence[Taught], types: list[str], weight: Vectors, bias: Vectors) -> tuple[Vectors, Vectors]:
    """Weights [types, D] and biases [types], from those given on; `types` opens with "no event"."""
    torch.manual_seed(SEED)
    vectors = torch.from_numpy(np.stack([row[0] for row in rows]))
    worth = torch.tensor([row[2] for row in rows])
    right = torch.zeros(len(rows), len(types), dtype=torch.bool)
    for i, (_, told, _) in enumerate(rows):
        right[i, [types.index(t) for t in told or ("",)]] = True
    found = [torch.from_numpy(given).clone().requires_grad_() for given in (weight, bias)]
    optimiser = torch.optim.AdamW(found, lr=RATE, weight_decay=DECAY)
    for step in range(STEPS):
        drawn = torch.randint(len(rows), (BATCH,))
        optimiser.param_groups[0]["lr"] = RATE * (1 - step / STEPS)
        chances = (F.dropout(vectors[drawn], DROP) @ found[0].T + found[1]).log_softmax(-1)
        loss = -chances.masked_fill(~right[drawn], -torch.inf).logsumexp(-1)
        optimiser.zero_grad()
        ((loss * worth[drawn]).sum() / worth[drawn].sum()).backward()
        optimiser.step()
    return found[0].detach().numpy(), found[1].detach().numpy()


def main() -> None:
    """Read, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--lessons", type=Path, required=True)
    args = parser.parse_args()
    path = args.model / "happenings.npz"
    given = dict(np.load(path))
    rows = list(taught(Watched(open_pack(args.model)), pickle.loads(args.lessons.read_bytes())))
    types = given["types"].tolist()
    weight, bias = learn(rows, types, given["weight"].astype(np.float32), given["bias"].astype(np.float32))
    np.savez(path, types=given["types"], weight=weight.astype(np.float16), bias=bias.astype(np.float16))
    manifest = json.loads((args.model / "manifest.json").read_text())
    manifest["sha256"][path.name] = hashlib.sha256(path.read_bytes()).hexdigest()
    (args.model / "manifest.json").write_text(json.dumps(manifest, indent=1) + "\n")
    print(len(rows), "words")


if __name__ == "__main__":
    main()
