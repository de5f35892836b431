"""Labelled lines to blocks, and the count of what was kept.

Lives here: joining lines into blocks, splitting a dateline off, marking what stands twice, coverage. Must not know:
how a label was found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.read.dateline import split_dateline
from rashomon.read.label import Label, Labelled
from rashomon.read.line import Line
from rashomon.read.space import count_visible
from rashomon.record import ARTICLE_KINDS, Block, Coverage

LONGEST_DOUBLE = 100_000
"""Characters of the longest block that is compared with others: no paragraph comes near."""

SHORTEST_DOUBLE = 5
"""Words. Shorter blocks repeat by chance ("Photos", a name)."""


def blocks_of(text: str, lines: Sequence[Line], labelled: Labelled) -> tuple[Block, ...]:
    """The blocks of a page in order: one a line, one a comment, all that is visible in one of them."""
    blocks: list[Block] = []
    of_node: dict[int, int] = {}
    for line, label in zip(lines, labelled.labels, strict=True):
        if label.node in of_node:
            at = of_node[label.node]
            blocks[at] = replace(blocks[at], end=line.end)
            continue
        if label.node >= 0:
            of_node[label.node] = len(blocks)
            blocks.append(_comment(line, label, labelled, of_node))
        else:
            blocks.extend(_plain(text, line, label))
    return _mark_doubles(text, blocks)


def coverage(text: str, blocks: Sequence[Block], visible: int | None = None) -> Coverage:
    """Visible characters in article blocks, in others, and lost; `visible` is what the page showed, where that is
    not the text itself."""
    article = sum(count_visible(text[b.start : b.end]) for b in blocks if b.kind in ARTICLE_KINDS)
    other = sum(count_visible(text[b.start : b.end]) for b in blocks if b.kind not in ARTICLE_KINDS)
    seen = max(count_visible(text) if visible is None else visible, article + other)
    return Coverage(seen, article, other, seen - article - other)


def _comment(line: Line, label: Label, labelled: Labelled, of_node: dict[int, int]) -> Block:
    node = labelled.thread.nodes[label.node]
    parent = of_node.get(node.parent) if node.parent is not None else None
    return Block("comment", line.start, line.end, node.depth, node.author, parent, (("reason", label.reason),))


def _plain(text: str, line: Line, label: Label) -> list[Block]:
    meta = (("reason", label.reason),)
    depth = line.indent // 2 if label.kind == "list" else 0
    block = Block(label.kind, line.start, line.end, depth, label.author, meta=meta)
    cut = split_dateline(line.words) if label.kind == "paragraph" and not line.bullet else 0
    if not cut:
        return [block]
    after = line.start + cut
    head_end = line.start + len(text[line.start : after].rstrip())
    return [Block("dateline", line.start, head_end, meta=(("reason", "dateline"),)), replace(block, start=after)]


def _key(words: str) -> str:
    """Two blocks with the same key say the same but for case and punctuation."""
    return re.sub(r"\W+", " ", words.casefold()).strip()


def _mark_doubles(text: str, blocks: list[Block]) -> tuple[Block, ...]:
    """Marks a block whose words an earlier one of the article holds already: same words, or a long run within it."""
    first: dict[str, int] = {}
    for i, block in enumerate(blocks):
        if block.kind not in ARTICLE_KINDS:
            continue
        if block.end - block.start > LONGEST_DOUBLE:
            continue
        key = _key(text[block.start : block.end])
        if key.count(" ") < SHORTEST_DOUBLE - 1:
            continue
        if key in first:
            meta = (*block.meta, ("duplicate_of", str(first[key])))
            blocks[i] = replace(block, meta=tuple(sorted(meta)))
        first.setdefault(key, i)
    return tuple(blocks)
