"""Who rests on whom, as a drawing: speakers in columns from the outlets to those who said it first. Rule: see
view/__init__; positions are in units of the drawing, and the table of sources holds the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rashomon.view.chain import chain_of
from rashomon.view.index import Index

WIDTH, ROW, TOP, NODE = 300, 34, 24, 190
"""Units: from column to column, from node to node, above the first node, and the longest a node's name is drawn."""
LARGEST = 60
"""Speakers drawn at most, the most heard first: beyond that lines can no longer be told apart."""


DEEPEST = 5
"""Columns beyond the first: chains of more than five speakers are not met, and circles would go on for ever."""


@dataclass(frozen=True, slots=True)
class Node:
    """A speaker. source: its id, "" for a page of no known outlet; claims: how many chains it stands in; role: "outlet"
    publishes a page of the case, "origin" is only ever the last to be named, "between" is neither."""

    key: str
    source: str
    name: str
    kind: str
    named: bool
    role: str
    claims: int
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Edge:
    """a passes on b's word in so many claims; path: an SVG path from a to b; width in units."""

    a: str
    b: str
    claims: int
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Graph:
    """The drawing. left_out: speakers beyond LARGEST."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    width: int
    height: int
    left_out: int


@dataclass(frozen=True, slots=True)
class _Speaker:
    source: str
    name: str
    kind: str
    named: bool


def graph(index: Index) -> Graph:
    """Every chain of the case, laid over the others."""
    speakers, seen, passes, depth, outlets, inner = _gathered(index)
    kept = set(sorted(seen, key=lambda k: (-seen[k], k))[:LARGEST])
    arcs = {(a, b): n for (a, b), n in passes.items() if a in kept and b in kept and a != b}
    columns = _columns(kept, _settled(depth, arcs), arcs, seen)
    places = {key: (c, r) for c, column in enumerate(columns) for r, key in enumerate(column)}
    nodes = tuple(
        _node(key, speakers[key], seen[key], places[key], key in outlets, key in inner) for key in sorted(kept)
    )
    at = {node.key: node for node in nodes}
    most = max(arcs.values(), default=1)
    edges = tuple(_edge(at[a], at[b], n, most) for (a, b), n in sorted(arcs.items()))
    rows = max((len(column) for column in columns), default=0)
    return Graph(
        nodes, edges, max(0, len(columns) - 1) * WIDTH + NODE + 40, rows * ROW + TOP * 2, len(seen) - len(kept)
    )


Gathered = tuple[dict[str, _Speaker], Counter[str], Counter[tuple[str, str]], dict[str, int], set[str], set[str]]


def _gathered(index: Index) -> Gathered:
    speakers: dict[str, _Speaker] = {}
    seen: Counter[str] = Counter()
    passes: Counter[tuple[str, str]] = Counter()
    depth: dict[str, int] = {}
    outlets: set[str] = set()
    inner: set[str] = set()
    for claim in index.claims.values():
        chain = chain_of(index, claim)
        keys = [link.source or f"{claim.document}:{link.name}" for link in chain]
        for position, (key, link) in enumerate(zip(keys, chain, strict=True)):
            speakers.setdefault(
                key, _Speaker(link.source, _printed(index, link.source, link.name), link.kind, link.named)
            )
            seen[key] += 1
            depth[key] = max(depth.get(key, 0), position)
        if claim.voice not in ("comment", "embedded"):
            outlets.add(keys[0])
        inner.add(keys[-1])
        passes.update(pairwise(keys))
    return speakers, seen, passes, depth, outlets, inner


def _printed(index: Index, source: str, name: str) -> str:
    return index.sources[source].name if source in index.sources else name


def _settled(depth: dict[str, int], arcs: Iterable[tuple[str, str]]) -> dict[str, int]:
    """Every speaker right of those who pass it on, as far as they do not pass one another on (DEEPEST sweeps)."""
    settled = dict(depth)
    for _ in range(DEEPEST):
        for a, b in arcs:
            settled[b] = max(settled[b], min(settled[a] + 1, DEEPEST))
    return settled


def _columns(
    kept: set[str], depth: dict[str, int], arcs: dict[tuple[str, str], int], seen: Counter[str]
) -> list[list[str]]:
    """Columns by depth; within one, near those it is tied to (four barycentre sweeps)."""
    levels = sorted({depth[key] for key in kept})
    columns = [sorted((k for k in kept if depth[k] == level), key=lambda k: (-seen[k], k)) for level in levels]
    near: defaultdict[str, list[str]] = defaultdict(list)
    for a, b in arcs:
        near[a].append(b)
        near[b].append(a)
    for _ in range(4):
        for c in (*range(1, len(columns)), *range(len(columns) - 2, -1, -1)):
            at = {key: row / max(1, len(column)) for column in columns for row, key in enumerate(column)}
            columns[c].sort(key=lambda k: (sum(at[n] for n in near[k]) / len(near[k]) if near[k] else at[k], k))
    return columns


def _node(key: str, told: _Speaker, claims: int, place: tuple[int, int], outlet: bool, inner: bool) -> Node:
    role = "outlet" if outlet else ("origin" if inner else "between")
    x, y = 12 + place[0] * WIDTH, TOP + place[1] * ROW + ROW // 2
    return Node(key, told.source, told.name, told.kind, told.named, role, claims, x, y)


def _edge(a: Node, b: Node, claims: int, most: int) -> Edge:
    start, end = (a.x + NODE if a.x < b.x else a.x, a.y), (b.x - 6, b.y)
    bend = max(40, abs(end[0] - start[0]) // 2)
    path = f"M{start[0]},{start[1]} C{start[0] + bend},{start[1]} {end[0] - bend},{end[1]} {end[0]},{end[1]}"
    return Edge(a.key, b.key, claims, path, round(1 + 4 * claims / most, 2))
