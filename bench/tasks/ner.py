"""`ner FILE`: named entities of nine classes; records {id, sentences[tokens, tags]} with BIO tags.

f1 is micro-averaged over exact runs with the right class, f1_overlap counts a run right that shares a word with one of
its class; the classes' own exact f1 follow.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from bench.reading import Counted, encoder, records

PEERS = (
    "worldwide newswire, 9 classes: about 85 with large cased models (Shan et al. 2023); a plain BIO head on the same "
    "MiniLM, two epochs, dev: 72.9 (own measurement)"
)


def score(path: Path) -> dict[str, float]:
    """The figures of one file."""
    exact = Counted()
    by_class: defaultdict[str, Counted] = defaultdict(Counted)
    near_told = near_wanted = 0
    for record in records(path):
        parses = encoder().parse([s["tokens"] for s in record["sentences"]])
        for sentence, parse in zip(record["sentences"], parses, strict=True):
            told = {(e.label, e.start, e.end) for e in parse.entities}
            wanted = set(_spans(sentence["tags"]))
            exact.add(told, wanted)
            for name in {label for label, _, _ in told | wanted}:
                by_class[name].add({x for x in told if x[0] == name}, {x for x in wanted if x[0] == name})
            near_told += sum(any(_share(a, b) for b in wanted) for a in told)
            near_wanted += sum(any(_share(a, b) for b in told) for a in wanted)
    precision, recall = near_told / max(exact.told, 1), near_wanted / max(exact.wanted, 1)
    overlap = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"f1": exact.f1, "f1_overlap": overlap} | {name: by_class[name].f1 for name in sorted(by_class)}


def _spans(tags: list[str]) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    for i, tag in enumerate(tags):
        if tag == "O":
            continue
        name = tag[2:]
        if tag[0] == "I" and found and found[-1][0] == name and found[-1][2] == i:
            found[-1] = (name, found[-1][1], i + 1)
        else:
            found.append((name, i, i + 1))
    return found


def _share(a: tuple[str, int, int], b: tuple[str, int, int]) -> bool:
    return a[0] == b[0] and a[1] < b[2] and b[1] < a[2]
