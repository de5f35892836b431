"""Who rests on whom, as a drawing: speakers in columns from the outlets to those who said it first, with a box around
those whose accounts go back to one origin. Rule: see view/__init__; positions are in units of the drawing, and tables
beside it hold the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from rashomon.view.chain import chain_of
from rashomon.view.index import Index
from rashomon.view.kinship import Bond, bonds, families, key_of

WIDTH, ROW, TOP, NODE = 300, 34, 24, 190
"""Units: from column to column, from node to node, above the first node, and the longest a node's name is drawn."""
HEAD, FOOT = 30, 18
"""Units of a box above its first node, where its words stand, and between it and what follows."""
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
    a_name: str
    b: str
    b_name: str
    claims: int
    path: str
    width: float


@dataclass(frozen=True, slots=True)
class Frame:
    """A box around speakers whose accounts go back to one origin; names: the pages' outlets among them."""

    x: int
    y: int
    width: int
    height: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Graph:
    """The drawing. bonds: every two outlets that tell of one event, as a table holds them; left_out: speakers beyond
    LARGEST; readers: those who comment and pass nobody on, which are not drawn."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    frames: tuple[Frame, ...]
    bonds: tuple[Bond, ...]
    width: int
    height: int
    left_out: int
    readers: int


@dataclass(frozen=True, slots=True)
class _Speaker:
    source: str
    name: str
    kind: str
    named: bool


def graph(index: Index) -> Graph:
    """Every chain of the case, laid over the others."""
    speakers, seen, passes, depth, outlets, inner = _gathered(index)
    tied = {key for pair in passes for key in pair}
    drawn = {key for key in seen if key in tied or key in outlets}
    kept = set(sorted(drawn, key=lambda k: (-seen[k], k))[:LARGEST])
    arcs = {(a, b): n for (a, b), n in passes.items() if a in kept and b in kept and a != b}
    found = bonds(index)
    family = _with_sources({k: f for k, f in families(found).items() if k in kept}, arcs, outlets)
    columns = _columns(kept, _settled(depth, arcs), arcs, seen)
    places, frames, height = _placed(columns, family, {key: speakers[key].name for key in kept if key in outlets})
    nodes = tuple(
        _node(key, speakers[key], seen[key], places[key], key in outlets, key in inner) for key in sorted(kept)
    )
    at = {node.key: node for node in nodes}
    most = max(arcs.values(), default=1)
    edges = tuple(_edge(at[a], at[b], n, most) for (a, b), n in sorted(arcs.items()))
    width = max(0, len(columns) - 1) * WIDTH + NODE + 40
    return Graph(nodes, edges, frames, found, width, height, len(drawn) - len(kept), len(seen) - len(drawn))


def _with_sources(family: dict[str, int], arcs: Iterable[tuple[str, str]], outlets: set[str]) -> dict[str, int]:
    """A source that one family alone passes on stands in its box; one that others pass on too stands outside."""
    settled = dict(family)
    carriers: defaultdict[str, set[str]] = defaultdict(set)
    for a, b in arcs:
        carriers[b].add(a)
    for _ in range(DEEPEST):
        for key, by in carriers.items():
            told = {settled.get(k, -1) for k in by}
            if key not in outlets and key not in settled and len(told) == 1 and -1 not in told:
                settled[key] = told.pop()
    return settled


Places = dict[str, tuple[int, int]]


def _placed(
    columns: list[list[str]], family: dict[str, int], outlets: dict[str, str]
) -> tuple[Places, tuple[Frame, ...], int]:
    """(column, units from the top) of each speaker: family by family, then those of none; the boxes; the height."""
    places: Places = {}
    frames = []
    top = TOP // 2
    for one in [*sorted(set(family.values())), None]:
        members = [[key for key in column if family.get(key) == one] for column in columns]
        if not any(members):
            continue
        first = top + (HEAD if one is not None else 0)
        for c, column in enumerate(members):
            places |= {key: (c, first + row * ROW + ROW // 2) for row, key in enumerate(column)}
        high = max(map(len, members)) * ROW
        if one is not None:
            used = [c for c, column in enumerate(members) if column]
            names = tuple(sorted(outlets[key] for column in members for key in column if key in outlets))
            wide = (used[-1] - used[0]) * WIDTH + NODE + 24
            frames.append(Frame(used[0] * WIDTH, top, wide, first - top + high + 6, names))
        top = first + high + FOOT
    return places, tuple(frames), top + TOP // 2


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
        keys = [key_of(claim.document, link.source, link.name) for link in chain]
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
    return Node(key, told.source, told.name, told.kind, told.named, role, claims, 12 + place[0] * WIDTH, place[1])


def _edge(a: Node, b: Node, claims: int, most: int) -> Edge:
    start, end = (a.x + NODE if a.x < b.x else a.x, a.y), (b.x - 6, b.y)
    bend = max(40, abs(end[0] - start[0]) // 2)
    path = f"M{start[0]},{start[1]} C{start[0] + bend},{start[1]} {end[0] - bend},{end[1]} {end[0]},{end[1]}"
    return Edge(a.key, a.name, b.key, b.name, claims, path, round(1 + 4 * claims / most, 2))
