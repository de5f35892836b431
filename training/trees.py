"""Trees for the texts that come without: `python -m training.trees --data ../shared/data --to FILE`.

Rule: read by the encoder as it ships (or the one in --model), never from the dev files; the file holds numbers only,
heads and relations by the position of a text in its source. `training.train --trees FILE` lays them beside the words.
"""

from __future__ import annotations

import argparse
import pickle
from pathlib import Path

from rashomon.models import load_bundled
from rashomon.models.pack import FOLDER
from training.data import Doc, Trees, everything

SOURCES = ("polnear", "events", "rams", "place")
"""The sources whose predicates look at words and whose sentences have no tree."""


def trees(docs: list[Doc], model: Path) -> Trees:
    """Heads and relations of every sentence, by source and name of the document."""
    encoder = load_bundled(model)
    found: Trees = {}
    for doc in docs:
        if doc.source in SOURCES:
            parses = encoder.parse([s.words for s in doc.sents])
            found[doc.source, doc.name] = [(p.heads, p.deprels) for p in parses]
    return found


def main() -> None:
    """Write the trees of all documents of TRAIN that have none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--to", type=Path, required=True)
    args = parser.parse_args()
    args.to.write_bytes(pickle.dumps(trees(everything(args.data), args.model)))


if __name__ == "__main__":
    main()
