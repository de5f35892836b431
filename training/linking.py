"""`python -m training.linking [--readings FOLDER] [--shift POINTS]`: the points by which claims of two pages are one.

Rule: reads the cases of `training/corpus` (never those kept aside), prints; it changes no file: the table goes into
`lexicon/link_weights.py` by hand. Every pair of our own claims that stand for two coded ones is a row, its features the
evidence that linking itself weighs; one event, or two accounts that are coded as contradicting each other, is a yes.
Pairs of pages of different cases are added as noes. Logistic regression, drawn to the weights as they stand (ridge):
what the corpus seldom shows stays where it was. `held out` figures are of cases that a fold was not fitted on; they are
honest where the weights as they stand come from elsewhere.
"""

from __future__ import annotations

import argparse
import pathlib
import pickle
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import yaml
from bench.tasks import ledger
from numpy.typing import NDArray

from rashomon.lexicon.link_weights import PRIOR, WEIGHTS
from rashomon.lexicon.type_pairs import kinship
from rashomon.link.accounts import linkables
from rashomon.link.pairs import Linkable, Pairs
from rashomon.record import Claim, PageReading

CORPUS = pathlib.Path(__file__).parent / "corpus"
RIDGE = 3.0
"""Pull towards the weights as they stand, in rows: a feature seen in fewer rows than this stays near them."""
PRIOR_RIDGE = 0.05
FOLDS = 5
STRANGER_ROWS = 4000
STRANGER_WEIGHT = 0.25
"""Pairs of pages of two cases: how many, and what each weighs beside a pair of one case."""
WHOLLY_CODED = 6
"""Pairs of one event from which a case is taken to name all of them; of the others only what is coded is a row."""
Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Case:
    """A case as read: its claims, `coded` (our claim's id -> the coded claim it stands for), the answer across
    pages."""

    name: str
    items: Sequence[Linkable]
    coded: Mapping[str, str]
    across: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """Two claims of two pages: features (feature -> what its weight is multiplied by), and whether they are one."""

    case: str
    features: Mapping[str, float]
    one: bool
    weight: float = 1.0


def main() -> None:
    """Prints figures before and after, and the fitted table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("--readings", type=pathlib.Path, help="a folder of pages read before (CASE.pkl), made if empty")
    parser.add_argument("--shift", type=float, default=0.0, help="points added to PRIOR: fewer links missed")
    given = parser.parse_args()
    cases = list(_cases(given.readings))
    rows = [row for case in cases for row in _rows(case)]
    strangers = _strangers([case.items for case in cases])
    names = sorted({feature for row in rows for feature in row.features} & WEIGHTS.keys())
    hand = np.array([WEIGHTS[name] for name in names] + [PRIOR])
    print(f"{len(cases)} cases, {len(rows)} pairs, {sum(row.one for row in rows)} of them one event")
    _print_figures("as they stand", _matrix(rows, names) @ hand, rows)
    _print_figures("held out", _held_out(rows, strangers, names, hand), rows)
    fitted = _fit([*rows, *strangers], names, hand)
    fitted[-1] += given.shift
    for name, before, after in zip([*names, "PRIOR"], hand, fitted, strict=True):
        seen = sum(name in row.features for row in rows) if name != "PRIOR" else len(rows)
        print(f'    "{name}": {after:.1f},  # from {before:.1f}, in {seen} pairs')


# ---------------------------------------------------------------- rows


def _cases(folder: pathlib.Path | None) -> Iterator[Case]:
    read = _reader(folder)
    for path in sorted(CORPUS.glob("*/answer.yaml")):
        answer = yaml.safe_load(path.read_text("utf-8"))
        found = read(path.parent, [page["file"] for page in answer["documents"]])
        coded = dict(_standing_for(found, path, answer))
        yield Case(path.parent.name, linkables(found), coded, answer.get("across", {}))


def _reader(folder: pathlib.Path | None) -> Callable[[pathlib.Path, Sequence[str]], list[PageReading]]:
    """A function from a case to its pages, read once and kept in the folder where one is given."""

    def read(case: pathlib.Path, files: Sequence[str]) -> list[PageReading]:
        kept = folder / f"{case.name}.pkl" if folder else None
        if kept is not None and kept.exists():
            known: list[PageReading] = pickle.loads(kept.read_bytes())
            return known
        found = _read(case, files)
        if kept is not None:
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(pickle.dumps(found))
        return found

    return read


def _read(case: pathlib.Path, files: Sequence[str]) -> list[PageReading]:
    from rashomon.gazetteer import load_gazetteer
    from rashomon.intake import open_paths
    from rashomon.models import load_bundled
    from rashomon.pipeline import read_page
    from rashomon.record import Page
    from rashomon.settings import Settings

    settings, encoder, gazetteer = Settings(), load_bundled(), load_gazetteer()
    paths = [str(ledger.find_page(case, name)) for name in files]
    pages = [page for page in open_paths(paths, settings) if isinstance(page, Page)]
    return [read_page(page, encoder, gazetteer, settings) for page in pages]


def _standing_for(
    readings: Sequence[PageReading], path: pathlib.Path, answer: Mapping[str, Any]
) -> Iterator[tuple[str, str]]:
    """As `bench.tasks.ledger` has it: trigger inside the coded quote, an acceptable type, the likest trigger."""
    pages = {reading.document.file: reading for reading in readings if reading.document is not None}
    for page in answer["documents"]:
        reading = pages[page["file"]]
        text = ledger.find_page(path.parent, page["file"]).read_text("utf-8")
        mine = [claim for claim in reading.claims if claim.voice == "article"]
        for coded in page["claims"]:
            document = reading.document
            start, end = ledger._locate(document.text if document else "", text, coded)
            here = [c for c in mine if 0 <= start <= c.trigger.start < end and c.type in coded["types"]]
            if here and not coded.get("optional"):
                yield min(here, key=lambda c: _unlike(c, coded)).id, coded["id"]


def _unlike(claim: Claim, coded: Mapping[str, Any]) -> float:
    return -ledger._shared(claim.trigger.text, coded["trigger"])


def _rows(case: Case) -> Iterator[Row]:
    joined = case.across.get("same_event", []) or []
    group = _groups(joined)
    against = {frozenset(row["between"]) for row in case.across.get("contradictions", []) or []}
    apart = {frozenset(pair) for pair in case.across.get("different_events", []) or []}
    whole = len(joined) >= WHOLLY_CODED
    pairs = Pairs(sorted(case.items, key=lambda item: item.claim.id))
    for a, b in combinations(range(len(pairs.items)), 2):
        one, other = (case.coded.get(pairs.items[p].claim.id) for p in (a, b))
        features = _features(pairs, a, b) if one and other else None
        if features is not None and one and other:
            ids = frozenset((one, other))
            same = (one in group and group.get(one) == group.get(other)) or (ids in against and ids not in apart)
            if same or whole or ids in apart or (one in group and other in group):
                yield Row(case.name, features, same)


def _groups(pairs: Iterable[Sequence[str]]) -> dict[str, str]:
    """Coded claim -> a name for its event, over pairs that say "one event"."""
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        joined = found.get(one, {one}) | found.get(other, {other})
        found.update(dict.fromkeys(joined, joined))
    return {claim: min(members) for claim, members in found.items()}


def _features(pairs: Pairs, a: int, b: int) -> dict[str, float] | None:
    """What linking weighs of a pair of two pages; None where a veto decides."""
    if pairs.page(a) == pairs.page(b) or not kinship(pairs.items[a].profile.type, pairs.items[b].profile.type):
        return None
    found = pairs.own_evidence(a, b)
    if any(item.veto for item in found):
        return None
    shares: dict[str, float] = defaultdict(float)
    for item in found:
        shares[item.feature] += item.share
    return dict(shares)


def _strangers(cases: Sequence[Sequence[Linkable]]) -> list[Row]:
    """Pairs of claims of two cases: never one event."""
    rows: list[Row] = []
    for one, other in zip(cases, [*cases[1:], *cases[:1]], strict=True):
        pairs = Pairs(sorted([*one, *other], key=lambda item: item.claim.id))
        mine = {item.claim.id for item in one}
        for a, b in combinations(range(len(pairs.items)), 2):
            ids = [pairs.items[p].claim.id in mine for p in (a, b)]
            features = _features(pairs, a, b) if ids[0] != ids[1] and (a * 31 + b) % 17 == 0 else None
            if features is not None:
                rows.append(Row("", features, False, STRANGER_WEIGHT))
    step = max(1, len(rows) // STRANGER_ROWS)
    return rows[::step]


# ---------------------------------------------------------------- fitting


def _matrix(rows: Sequence[Row], names: Sequence[str]) -> Vector:
    place = {name: n for n, name in enumerate(names)}
    found = np.zeros((len(rows), len(names) + 1))
    found[:, -1] = 1.0
    for number, row in enumerate(rows):
        for feature, share in row.features.items():
            if feature in place:
                found[number, place[feature]] = share
    return found


def _fit(rows: Sequence[Row], names: Sequence[str], hand: Vector, steps: int = 40) -> Vector:
    """Weights of greatest likelihood, drawn to those given; Newton's method."""
    x, y = _matrix(rows, names), np.array([float(row.one) for row in rows])
    weight = np.array([row.weight for row in rows])
    pull = np.full(len(hand), RIDGE)
    pull[-1] = PRIOR_RIDGE
    found = hand.copy()
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(x @ found, -30, 30)))
        slope = x.T @ (weight * (p - y)) + pull * (found - hand)
        bend = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(pull)
        found = found - np.linalg.solve(bend, slope)
    return found


def _held_out(rows: Sequence[Row], strangers: Sequence[Row], names: Sequence[str], hand: Vector) -> Vector:
    cases = {case: number % FOLDS for number, case in enumerate(sorted({row.case for row in rows}))}
    found = np.zeros(len(rows))
    for fold in range(FOLDS):
        learned = _fit([*(row for row in rows if cases[row.case] != fold), *strangers], names, hand)
        own = [n for n, row in enumerate(rows) if cases[row.case] == fold]
        found[own] = _matrix([rows[n] for n in own], names) @ learned
    return found


def _print_figures(title: str, points: Vector, rows: Sequence[Row]) -> None:
    """Precision and recall of the pairs at several thresholds, and average precision."""
    one = np.array([row.one for row in rows])
    order = one[np.argsort(-points, kind="stable")]
    average = float((np.cumsum(order) / np.arange(1, len(order) + 1))[order].mean())
    told = []
    for bar in (-1.5, -1.0, -0.5, 0.0):
        joined = Counter(zip((points >= bar).tolist(), one.tolist(), strict=True))
        right, wrong, missed = joined[True, True], joined[True, False], joined[False, True]
        told.append(f"from {bar:+.1f}: P {right / max(1, right + wrong):.2f} R {right / max(1, right + missed):.2f}")
    print(f"{title}: average precision {average:.3f}; {'; '.join(told)}")


if __name__ == "__main__":
    main()
