"""`python -m training.lines FILE OUT.npz`: learns the line model of rashomon.read from labelled lines.

FILE is a .jsonl.gz of {id, lines: [[label, line]]} with labels article, comment, boilerplate. Two thirds of its pages,
by a hash of their ids, are learned from; the last third is held out and only measured. What is written are weights.

Each page is learned twice: as it is, and with most of its furniture taken away, as pages look that were stripped
before.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from rashomon.read.features import features
from rashomon.read.line import split_lines
from rashomon.read.zones import ZONES, best_path, context

FOLDS = 3
"""Parts of the training pages: what the second forest sees of the first comes from one that did not see the page."""

THIRDS = 3
TREES = {"max_iter": 90, "max_leaf_nodes": 16, "learning_rate": 0.11, "l2_regularization": 5.0, "min_samples_leaf": 40}
SHORT_KEPT = 0.4
"""Share of short furniture lines that are learned from, the kept ones weighing as much more."""

SHORT_WEIGHT = 4.0
"""A line weighs the root of its words and one; furniture below this weight (15 words) may be left out."""

STRENGTHS = (0.0, 0.1, 0.2, 0.4, 0.7)
"""How much of the moves' log-probability counts in the path; the best on the training pages' folds is taken."""

Matrix = NDArray[Any]


@dataclass(frozen=True)
class Sheet:
    """One page: id, features, zone numbers, word counts."""

    id: str
    rows: Matrix
    zones: Matrix
    words: Matrix


def is_held_out(page: str) -> bool:
    """True of the third of the pages that is never learned from."""
    return int(hashlib.sha256(page.encode()).hexdigest(), 16) % THIRDS == 0


def sheet(page: str, labelled: list[list[str]]) -> Sheet:
    """The features and answers of one page."""
    kept = [(label, line) for label, line in labelled if line.strip()]
    lines = split_lines("\n".join(line for _, line in kept))
    zones = np.array([ZONES.index(label) for label, _ in kept])
    return Sheet(page, features(lines), zones, np.array([len(line.split()) for _, line in kept]))


def stripped(page: str, labelled: list[list[str]]) -> list[list[str]]:
    """The page with half to all of its furniture taken away, chosen by a hash, so that it is the same each time."""
    chance = np.random.default_rng(int(hashlib.sha256(page.encode()).hexdigest()[:8], 16))
    keep = chance.choice([0.0, 0.05, 0.2, 0.5])
    return [row for row in labelled if row[0] != "boilerplate" or chance.random() < keep]


def fit(sheets: list[Sheet], extra: list[Matrix] | None = None) -> Any:
    """A boosted forest over the sheets' lines."""
    from sklearn.ensemble import HistGradientBoostingClassifier

    rows = np.concatenate([_joined(s, extra[i] if extra else None) for i, s in enumerate(sheets)])
    zones = np.concatenate([s.zones for s in sheets])
    weights = np.sqrt(1.0 + np.concatenate([s.words for s in sheets]))
    short = (zones == ZONES.index("boilerplate")) & (weights <= SHORT_WEIGHT)
    kept = ~short | (np.random.default_rng(0).random(len(zones)) < SHORT_KEPT)
    weights = np.where(short, weights / SHORT_KEPT, weights)
    model = HistGradientBoostingClassifier(**TREES, max_bins=63, early_stopping=False, random_state=0)
    return model.fit(rows[kept], zones[kept], sample_weight=weights[kept])


def _joined(page: Sheet, extra: Matrix | None) -> Matrix:
    return page.rows if extra is None else np.concatenate([page.rows, extra], axis=1)


def crossed(sheets: list[Sheet]) -> list[Matrix]:
    """Probabilities for each sheet from a forest that saw neither it nor its other form."""
    ids = sorted({s.id for s in sheets})
    fold = {page: i % FOLDS for i, page in enumerate(ids)}
    told: list[Matrix] = [np.zeros(0)] * len(sheets)
    for part in range(FOLDS):
        inside = [i for i, s in enumerate(sheets) if fold[s.id] != part]
        model = fit([sheets[i] for i in inside])
        for i, s in enumerate(sheets):
            if fold[s.id] == part:
                told[i] = model.predict_proba(s.rows).astype(np.float32)
        print(f"fold {part + 1} of {FOLDS}", file=sys.stderr, flush=True)
    return told


def moves(sheets: list[Sheet]) -> Matrix:
    """Logarithms of how often one zone follows another."""
    counts = np.ones((len(ZONES), len(ZONES)))
    for s in sheets:
        np.add.at(counts, (s.zones[:-1], s.zones[1:]), 1)
    return np.log(counts / counts.sum(axis=1, keepdims=True))


def measured(sheets: list[Sheet], paths: list[list[int]]) -> dict[str, float]:
    """Word-weighted F1 of article lines, and the share of comments' words that became article."""
    right = told = wanted = leaked = comments = 0
    for s, path in zip(sheets, paths, strict=True):
        found = np.array(path)
        right += s.words[(found == 0) & (s.zones == 0)].sum()
        told += s.words[found == 0].sum()
        wanted += s.words[s.zones == 0].sum()
        leaked += s.words[(found == 0) & (s.zones == 1)].sum()
        comments += s.words[s.zones == 1].sum()
    return {"article_f1": 2 * right / (told + wanted), "comment_leak": leaked / max(comments, 1)}


def arrays(name: str, model: Any) -> dict[str, Matrix]:
    """A forest as plain arrays, in the form of rashomon.read.trees.Forest."""
    feature, threshold, left, right, value, roots = [], [], [], [], [], []
    for trees in model._predictors:
        for tree in trees:
            start = len(feature)
            roots.append(start)
            for i, node in enumerate(tree.nodes):
                leaf = bool(node["is_leaf"])
                feature.append(0 if leaf else int(node["feature_idx"]))
                threshold.append(0.0 if leaf else float(node["num_threshold"]))
                left.append(start + (i if leaf else int(node["left"])))
                right.append(start + (i if leaf else int(node["right"])))
                value.append(float(node["value"]) if leaf else 0.0)
    deepest = max(int(tree.get_max_depth()) for trees in model._predictors for tree in trees)
    held = {
        "feature": np.array(feature, np.int16),
        "threshold": np.array(threshold, np.float32),
        "left": np.array(left, np.int32),
        "right": np.array(right, np.int32),
        "value": np.array(value, np.float32),
        "roots": np.array(roots, np.int32),
        "base": np.asarray(model._baseline_prediction, np.float32).ravel(),
        "depth": np.array(deepest),
    }
    return {f"{name}.{key}": array for key, array in held.items()}


def main() -> None:
    """Learns, measures on the held-out third, and writes the weights."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    with gzip.open(given.file, "rt", encoding="utf-8") as file:
        pages = [(row["id"], row["lines"]) for row in map(json.loads, file)]
    learned = [sheet(i, rows) for i, rows in pages if not is_held_out(i)]
    plain = len(learned)
    learned += [sheet(i, less) for i, rows in pages if not is_held_out(i) and (less := stripped(i, rows))]
    held = [sheet(i, rows) for i, rows in pages if is_held_out(i)]
    held_less = [sheet(i, less) for i, rows in pages if is_held_out(i) and (less := stripped(i, rows))]

    first_told = crossed(learned)
    around = [context(told, s.rows[:, 0]) for s, told in zip(learned, first_told, strict=True)]
    steps = moves(learned[:plain])
    strength = max(STRENGTHS, key=lambda x: _quality(learned[:plain], first_told[:plain], x * steps)["article_f1"])
    first, second = fit(learned), fit(learned, around)
    np.savez_compressed(
        given.out, moves=(strength * steps).astype(np.float32), **arrays("first", first), **arrays("second", second)
    )
    print(json.dumps({"strength": strength, "folds": _quality(learned[:plain], first_told[:plain], strength * steps)}))
    for name, sheets in (("held out", held), ("held out, stripped", held_less)):
        told = [first.predict_proba(s.rows).astype(np.float32) for s in sheets]
        sure = [second.predict_proba(_joined(s, context(t, s.rows[:, 0]))) for s, t in zip(sheets, told, strict=True)]
        print(json.dumps({name: _quality(sheets, sure, strength * steps), "pages": len(sheets)}))


def _quality(sheets: list[Sheet], sure: list[Matrix], steps: Matrix) -> dict[str, float]:
    return measured(sheets, [best_path(s, steps) for s in sure])


if __name__ == "__main__":
    main()
