"""`attribution FILE`: who said what; records {id, text, attributions[source, cue, content: lists of [start, end)]}.

The text is cut by ourselves; spans are cut at the borders of our sentences and stripped of blanks.
source_f1, cue_f1, content_f1: exact characters. linked_f1: pairs of a content (whole, over its sentences) and a source,
right when both share more than half of the characters that either covers; linked_f1_exact: both exact, by pieces.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench.reading import Counted, Run, Text, encoder, records
from rashomon.record.parse import Parse

PEERS = (
    "PolNeAR test, exact, source/cue/content: BERT-base+Cofe 83.2/75.3/72.9, BERT-base 81.1/74.0/68.9, "
    "BiLSTM+Cofe 71.2/67.0/62.2, CRF 50.6/53.4/28.6 (Cofenet, 2022); a plain BIO head on the same MiniLM, dev, three "
    "epochs: 77.0/68.5/60.9 (own measurement); "
    "linked: none published"
)
PARTS = ("source", "cue", "content")
Linked = tuple[tuple[Run, ...], tuple[Run, ...]]  # pieces of a content, pieces of its source


def score(path: Path) -> dict[str, float]:
    """The figures of one file."""
    counted = {part: Counted() for part in PARTS}
    near, exact = Counted(), Counted()
    for record in records(path):
        text = Text(record["text"])
        told = _told(text, encoder().parse(text.sentences))
        wanted = [
            {part: [piece for a, b in one[part] for _, piece in text.cut(a, b)] for part in PARTS}
            for one in record["attributions"]
        ]
        for part in PARTS:
            counted[part].add({p for one in told for p in one[part]}, {p for one in wanted for p in one[part]})
        exact.add(*({(c, s) for one in many for c in one["content"] for s in one["source"]} for many in (told, wanted)))
        _near(near, *([(one["content"], one["source"]) for one in many if one["content"] and one["source"]]
                      for many in (told, wanted)))  # fmt: skip
    return {f"{part}_f1": counted[part].f1 for part in PARTS} | {"linked_f1": near.f1, "linked_f1_exact": exact.f1}


def _told(text: Text, parses: Sequence[Parse]) -> list[dict[str, list[Run]]]:
    """Our attributions, their pieces in all sentences brought together."""
    found: dict[Any, dict[str, list[Run]]] = defaultdict(lambda: {part: [] for part in PARTS})
    for k, parse in enumerate(parses):
        for q in parse.quotings:
            one = found[k - q.back, q.of]
            for part in PARTS:
                one[part] += [text.chars(k, run) for run in getattr(q, part)]
    return list(found.values())


def _near(counted: Counted, told: list[tuple[list[Run], list[Run]]], wanted: list[tuple[list[Run], list[Run]]]) -> None:
    """Count pairs, each wanted one matched at most once."""
    left = [tuple(_covered(x) for x in pair) for pair in wanted]
    counted.told += len(told)
    counted.wanted += len(wanted)
    for pair in told:
        content, source = (_covered(x) for x in pair)
        for i, (c, s) in enumerate(left):
            if 2 * len(content & c) > len(content | c) and 2 * len(source & s) > len(source | s):
                counted.right += 1
                del left[i]
                break


def _covered(runs: list[Run]) -> frozenset[int]:
    return frozenset(i for a, b in runs for i in range(a, b))
