"""Scores of a clustering against the gold one: MUC, B-cubed, CEAF-e, their mean (CoNLL 2012), and pairs.

Rule: clusterings are mappings item -> label; nothing of texts or events is known here. An item that only one side has
(an event word that was not found, or wrongly found) stands alone on the other side, and counts against precision or
recall.
Sources: Vilain et al. 1995 (MUC); Bagga & Baldwin 1998 (B-cubed); Luo 2005 (CEAF, phi 4); Pradhan et al. 2012 (mean).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import Any

import numpy as np

Labels = Mapping[Any, Hashable]


def score_clusters(gold: Labels, found: Labels) -> dict[str, float]:
    """b3_f1, muc_f1, ceafe_f1, conll_f1, pairwise_f1, each in [0, 1]."""
    b3, muc, ceafe = f1(*b_cubed(gold, found)), f1(*muc_scores(gold, found)), f1(*ceaf_e(gold, found))
    mean = (b3 + muc + ceafe) / 3
    pairs = f1(*pairwise(gold, found))
    return {"b3_f1": b3, "muc_f1": muc, "ceafe_f1": ceafe, "conll_f1": mean, "pairwise_f1": pairs}


def f1(precision: float, recall: float) -> float:
    """The harmonic mean; 0 when both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def b_cubed(gold: Labels, found: Labels) -> tuple[float, float]:
    """Precision and recall by item."""
    cells, rows, columns = _table(gold, found)
    precision = sum(n * n / columns[k] for (_, k), n in cells.items()) / max(1, len(found))
    recall = sum(n * n / rows[g] for (g, _), n in cells.items()) / max(1, len(gold))
    return precision, recall


def muc_scores(gold: Labels, found: Labels) -> tuple[float, float]:
    """Precision and recall by link; singletons do not count. 1 and 1 when there is no link on a side."""
    return _muc(found, gold), _muc(gold, found)


def pairwise(gold: Labels, found: Labels) -> tuple[float, float]:
    """Precision and recall by pair of items."""
    cells, rows, columns = _table(gold, found)
    both = sum(n * (n - 1) for n in cells.values())
    told = sum(n * (n - 1) for n in columns.values())
    right = sum(n * (n - 1) for n in rows.values())
    return (both / told if told else 1.0), (both / right if right else 1.0)


def ceaf_e(gold: Labels, found: Labels) -> tuple[float, float]:
    """Precision and recall of the best one-to-one alignment of clusters (phi 4)."""
    cells, rows, columns = _table(gold, found)
    phi = {pair: 2 * n / (rows[pair[0]] + columns[pair[1]]) for pair, n in cells.items()}
    best = sum(_assign(part) for part in _components(phi))
    return best / max(1, len(columns)), best / max(1, len(rows))


def _table(gold: Labels, found: Labels) -> tuple[Counter[Any], Counter[Any], Counter[Any]]:
    cells = Counter((gold[item], found[item]) for item in gold if item in found)
    return cells, Counter(gold.values()), Counter(found.values())


def _muc(one: Labels, other: Labels) -> float:
    """How many links of `one` survive in `other`."""
    parts: dict[Hashable, set[Hashable]] = defaultdict(set)
    sizes: Counter[Hashable] = Counter()
    for item, label in one.items():
        parts[label].add(("in", other[item]) if item in other else ("alone", item))
        sizes[label] += 1
    links = sum(sizes[label] - 1 for label in sizes)
    kept = sum(sizes[label] - len(parts[label]) for label in sizes)
    return kept / links if links else 1.0


def _components(phi: Mapping[tuple[Any, Any], float]) -> list[dict[tuple[Any, Any], float]]:
    """The table cut into parts that share no row and no column: each is a small problem of its own."""
    parent: dict[Any, Any] = {}

    def root(node: Any) -> Any:
        while parent.setdefault(node, node) != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for g, k in phi:
        parent[root(("g", g))] = root(("k", k))
    parts: dict[Any, dict[tuple[Any, Any], float]] = defaultdict(dict)
    for (g, k), value in phi.items():
        parts[root(("g", g))][g, k] = value
    return list(parts.values())


def _assign(part: Mapping[tuple[Any, Any], float]) -> float:
    """The largest sum of a one-to-one choice (Kuhn 1955; Jonker & Volgenant 1987, shortest augmenting paths)."""
    if len(part) == 1:
        return next(iter(part.values()))
    rows = sorted({g for g, _ in part}, key=str)
    columns = sorted({k for _, k in part}, key=str)
    gain = np.zeros((len(rows), len(columns)))
    at_row, at_column = {g: i for i, g in enumerate(rows)}, {k: j for j, k in enumerate(columns)}
    for (g, k), value in part.items():
        gain[at_row[g], at_column[k]] = value
    cost = -(gain if len(rows) <= len(columns) else gain.T)
    chosen = _cheapest(cost)
    return float(-sum(cost[row, column] for column, row in enumerate(chosen) if row >= 0))


def _cheapest(cost: np.ndarray[Any, Any]) -> list[int]:
    """For each column the row it is given to, -1 = none; rows <= columns."""
    n, m = cost.shape
    u, v = np.zeros(n + 1), np.zeros(m + 1)
    match, way = np.zeros(m + 1, dtype=int), np.zeros(m + 1, dtype=int)
    for row in range(1, n + 1):
        match[0], column = row, 0
        least, used = np.full(m + 1, np.inf), np.zeros(m + 1, dtype=bool)
        while match[column]:
            used[column] = True
            here = match[column]
            reduced = cost[here - 1] - u[here] - v[1:]
            closer = ~used[1:] & (reduced < least[1:])
            least[1:][closer] = reduced[closer]
            way[1:][closer] = column
            open_least = np.where(used, np.inf, least)
            column, delta = int(open_least.argmin()), float(open_least.min())
            u[match[used]] += delta
            v[used] -= delta
            least[~used] -= delta
        while column:
            match[column] = match[way[column]]
            column = int(way[column])
    return [int(match[column]) - 1 for column in range(1, m + 1)]
