"""`toponyms FILE`: place names and where they lie; records {id, text, toponyms[start, end, text, geonameid, lat, lon]}.

Of a file with types (GeoWebNews) those toponyms count that name a place: Literal, Mixed, Coercion, Embedded_Literal,
Literal_Modifier and Metonymic, as in the published evaluations. span_f1: exact characters; f1_161: a toponym is right
when its span overlaps a gold one and its point lies within 161 km of the gold point; acc161: of the recognised toponyms
with an entry in the gazetteers at hand, the share put within 161 km; auc: area under the curve
of ln(1 + km) (0 is best; Gritta 2018); abstain_right: of toponyms without any entry near the gold point, and not put
near it by the page's other names either, the share left without a point.

Gazetteer files given in RASHOMON_BENCH_GAZETTEER (separated by ":") are added to the bundled one for the run.
"""

from __future__ import annotations

import math
import os
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from bench.reading import records, sentences
from rashomon.gazetteer import Gazetteers, add_table, load_gazetteer
from rashomon.ground.context import Context, context_of
from rashomon.ground.resolve import Resolution, candidates_of, resolve
from rashomon.ground.toponyms import Toponym, find_toponyms, named_places
from rashomon.record.distance import kilometres

PEERS = (
    "end to end F1@161 km: GWN .587 (Edinburgh), LGL .485 (DBpedia) (Gritta 2020); Mordecai 3, accuracy on recognised "
    "names: 94/83/87 % GWN/LGL/TR-News (Halterman 2023)"
)
COUNTED = ("Literal", "Mixed", "Coercion", "Embedded_Literal", "Literal_Modifier", "Metonymic")
NEAR_KM = 161.0
FARTHEST_KM = 20_039.0


@dataclass(slots=True)
class Tally:
    """Counts over a file."""

    told: int = 0
    placed: int = 0
    wanted: int = 0
    exact: int = 0
    near: int = 0
    known: int = 0
    known_near: int = 0
    unknown: int = 0
    abstained: int = 0
    errors: list[float] = field(default_factory=list)


def score(path: Path) -> dict[str, float]:
    """The figures of one file."""
    tally = Tally()
    for record in records(path):
        _document(record, tally)
    errors = [math.log1p(km) / math.log1p(FARTHEST_KM) for km in tally.errors]
    return {
        "span_f1": _share(2 * tally.exact, tally.told + tally.wanted),
        "acc161": _share(tally.known_near, tally.known),
        "f1_161": _share(2 * tally.near, tally.placed + tally.wanted),
        "auc": _share(sum(errors), len(errors)),
        "abstain_right": _share(tally.abstained, tally.unknown),
    }


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _document(record: dict[str, Any], tally: Tally) -> None:
    told = list(located(record["text"]))
    wanted = [t for t in record["toponyms"] if t.get("lat") is not None and t.get("type", "Literal") in COUNTED]
    tally.told += len(told)
    tally.placed += sum(found.entry is not None for _, found in told)
    tally.wanted += len(wanted)
    left = list(told)
    for gold in wanted:
        hit = next((one for one in left if one[0].start < gold["end"] and gold["start"] < one[0].end), None)
        if hit is not None:
            left.remove(hit)
            _one(gold, *hit, tally)


def _one(gold: dict[str, Any], toponym: Toponym, found: Resolution, tally: Tally) -> None:
    width = len(toponym.full)
    tally.exact += (toponym.start, toponym.start + width) == (gold["start"], gold["end"])
    entry = found.entry
    km = kilometres(entry.lat, entry.lon, gold["lat"], gold["lon"]) if entry else FARTHEST_KM
    tally.near += km <= NEAR_KM
    offered = candidates_of(_gazetteer(), toponym)
    if km <= NEAR_KM or any(kilometres(c.lat, c.lon, gold["lat"], gold["lon"]) <= NEAR_KM for c in offered):
        tally.known += 1
        tally.known_near += km <= NEAR_KM
    else:
        tally.unknown += 1
        tally.abstained += entry is None
    if entry:
        tally.errors.append(km)


def located(text: str) -> Iterator[tuple[Toponym, Resolution]]:
    """Every place name of a text with what it means there."""
    read = sentences(text)
    places = named_places(text, read)
    found = [t for sentence in read for t in find_toponyms(text, sentence, _known, places)]
    context = _context(text, found)
    for toponym in found:
        yield toponym, resolve(toponym, candidates_of(_gazetteer(), toponym), context)


def _context(text: str, found: Sequence[Toponym]) -> Context:
    words = [word.strip(".,;:'’\"()") for word in text.split() if word[:1].isupper()]
    return context_of([(t, candidates_of(_gazetteer(), t)) for t in found], words)


def _known(name: str) -> bool:
    return any(c.score >= 1 for c in _gazetteer().lookup(name))


@lru_cache(maxsize=1)
def _gazetteer() -> Gazetteers:
    """The bundled gazetteer, with the files named in the environment for this run only."""
    files = [file for file in os.environ.get("RASHOMON_BENCH_GAZETTEER", "").split(":") if file]
    if not files:
        return load_gazetteer()
    from rashomon.gazetteer.index import Index
    from rashomon.gazetteer.store import list_tables

    folder = Path(tempfile.mkdtemp(prefix="rashomon-bench-"))
    for file in files:
        add_table(Path(file), folder=folder)
    own = tuple((table.name, Index(table.path)) for table in list_tables(folder))
    return Gazetteers((*own, *load_gazetteer().indexes))
