"""`syntax FILE`: a CoNLL-U file with its own words and sentences.

upos; uas and las over all words, las as in the CoNLL 2018 shared task (the relation without its subtype); las_full
with subtypes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from bench.reading import encoder, lines

PEERS = (
    "EWT test, gold words: Stanza UPOS 96.4 LAS 87.6, UDify 96.3/87.9 (their papers); about 97/91 with large models; "
    "Trankit-base EWT 95.9/88.3 from plain text (Nguyen et al. 2021)"
)

Row = tuple[str, str, int, str]


def score(path: Path) -> dict[str, float]:
    """The figures of one file."""
    right = dict.fromkeys(("upos", "uas", "las", "las_full"), 0)
    words = 0
    for _, group in groupby(sentences(path), key=lambda pair: pair[0]):
        rows = [sentence for _, sentence in group]
        for wanted, parse in zip(rows, encoder().parse([[r[0] for r in s] for s in rows]), strict=True):
            for (_, upos, head, relation), got_upos, got_head, got in zip(
                wanted, parse.upos, parse.heads, parse.deprels, strict=True
            ):
                words += 1
                right["upos"] += upos == got_upos
                if head == got_head:
                    right["uas"] += 1
                    right["las"] += relation.partition(":")[0] == got.partition(":")[0]
                    right["las_full"] += relation == got
    return {key: value / max(words, 1) for key, value in right.items()}


def sentences(path: Path) -> Iterator[tuple[str, list[Row]]]:
    """(document, words) of each sentence; a word is its form, tag, head (-1 the root) and relation."""
    document = ""
    rows: list[Row] = []
    for line in (*lines(path), "\n"):
        if line.startswith("# newdoc"):
            document = line
        elif not line.strip():
            if rows:
                yield document, rows
            rows = []
        elif line[0] != "#":
            cells = line.rstrip("\n").split("\t")
            if cells[0].isdigit():
                rows.append((cells[1], cells[3], int(cells[6]) - 1, cells[7]))
