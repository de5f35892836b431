"""An index of places in one SQLite file: made once, read by key.

Rule: writes only to a file that nobody reads yet, and puts it in place in one step. A look-up is two index probes;
SQLite maps the file, so that opening costs the same for ten rows and for ten million.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from rashomon.errors import GazetteerError
from rashomon.gazetteer.key import folded, skeleton, sounds
from rashomon.gazetteer.rows import BadRow, PlaceRow
from rashomon.lexicon.transliteration import TRANSLITERATED
from rashomon.record import Candidate

LAYOUT = 9
"""Raised whenever tables or keys change; an index of another layout is made anew."""
MAP_BYTES = 1 << 30
MOST_HITS = 60
"""Entries read for one name at most, the most populous first."""
MOST_ALIKE = 20
"""Entries met by their sound at most, the likest first: those beyond it were never the ones meant."""
COUNTY = "county"
"""Feature of a second-order division whose point is only the middle of the division around it."""
_BORDERLESS = ("continent", "region", "water")
BATCH_ROWS = 20_000
_EXACT, _ALTERNATE = 0, 1
REASONS = ("by its name", "by another name of it", "by the sound of its name")
_TABLES = """
CREATE TABLE entry (row INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, lat REAL, lon REAL,
feature TEXT NOT NULL,
                    country TEXT NOT NULL, admin1 TEXT NOT NULL, population INTEGER NOT NULL,
                    pcode TEXT NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, how INTEGER NOT NULL, entry INTEGER NOT NULL);
CREATE TABLE sound (key TEXT NOT NULL, heard TEXT NOT NULL, entry INTEGER NOT NULL);
CREATE TABLE fact (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
_COLUMNS = "e.id, e.name, e.lat, e.lon, e.feature, e.country, e.admin1, e.population, e.pcode"
_BY_NAME = f"""
SELECT {_COLUMNS}, MIN(n.how) FROM name n JOIN entry e ON e.row = n.entry WHERE n.key = ?
GROUP BY e.row ORDER BY MIN(n.how), e.population DESC, e.id LIMIT {MOST_HITS}
"""
_HEARD = "SELECT heard, entry FROM sound WHERE key = ?"
_BY_ROW = f"SELECT {_COLUMNS} FROM entry e WHERE e.row = ?"
Cities = Callable[[], Iterable[tuple[str, str, float, float, int]]]
"""Gives country, first-order code, latitude, longitude and inhabitants of cities."""
LEAST_ALIKE = 0.75
"""Share of letters (Jaro-Winkler over folded sounds) that two spellings of one name have in common at least: the least
that keeps Mayadin/Mayadeen and Qamishli/Kamishly together and Mayadin/Medan apart."""


class Index:
    """An open index. Look-ups are cached; safe for one thread."""

    def __init__(self, path: Path) -> None:
        try:
            self._base = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self._base.execute(f"PRAGMA mmap_size={MAP_BYTES}")
            self.facts: dict[str, str] = dict(self._base.execute("SELECT key, value FROM fact"))
        except sqlite3.Error as error:
            raise GazetteerError(
                f"{path}: cannot be read as a gazetteer index ({error}); take an added table away with `rashomon "
                f"gazetteer remove {path.stem}`, or delete the bundled one: it is made anew"
            ) from error
        self.lookup = lru_cache(maxsize=1 << 14)(self._lookup)

    def _lookup(self, name: str) -> tuple[Candidate, ...]:
        plain = folded(name)
        if not plain:
            return ()
        rows = self._base.execute(_BY_NAME, (plain,))
        found = {row[0]: _candidate(row, 1.0, REASONS[row[9]]) for row in rows}
        for candidate in self._by_sound(name):
            found.setdefault(candidate.id, candidate)
        return tuple(found.values())

    def _by_sound(self, name: str) -> list[Candidate]:
        """Entries whose name sounds alike, the likest first."""
        from rapidfuzz.distance import JaroWinkler

        heard = sounds(name)
        key = skeleton(heard)
        if not key:
            return []
        alike: dict[int, float] = {}
        for other, row in self._base.execute(_HEARD, (key,)):
            score = JaroWinkler.similarity(heard, other, score_cutoff=LEAST_ALIKE)
            if score > alike.get(row, 0.0):
                alike[row] = score
        likest = sorted(alike.items(), key=lambda pair: (-pair[1], pair[0]))[: 2 * MOST_ALIKE]
        found = [
            _candidate(self._base.execute(_BY_ROW, (row,)).fetchone(), round(0.9 * score, 3), REASONS[2])
            for row, score in likest
        ]
        return sorted(found, key=lambda c: (-c.score, -c.population, c.id))[:MOST_ALIKE]

    def cities(self) -> Iterator[tuple[str, str, float, float, int]]:
        """Country, first-order code, latitude, longitude and inhabitants of every city."""
        yield from self._base.execute(
            "SELECT country, admin1, lat, lon, population FROM entry WHERE feature = 'city' AND lat IS NOT NULL"
        )

    def close(self) -> None:
        """Lets go of the file."""
        self._base.close()


def _candidate(row: tuple[Any, ...], score: float, reason: str) -> Candidate:
    identity, name, lat, lon, feature, country, admin1, population, pcode, *_ = row
    return Candidate(identity, name, lat, lon, feature, country, admin1, population, score, reason, pcode)


def build(
    path: Path, rows: Iterable[PlaceRow | BadRow], facts: dict[str, str], cities: Cities = lambda: ()
) -> tuple[int, list[BadRow]]:
    """Writes the index of `rows` to `path` in one step; the number of entries, and the rows that were left out.
    `cities` are asked for when a row has no point and no city of its own. Raises GazetteerError when nothing could be
    kept or written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unborn = path.with_name(f".{path.name}.{os.getpid()}.new")
    bad: list[BadRow] = []
    try:
        with contextlib.closing(sqlite3.connect(unborn)) as base:
            base.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES)
            kept = _fill(base, rows, bad, Centres(cities))
            base.executescript(
                "CREATE INDEX by_name ON name (key, how, entry); CREATE INDEX by_sound ON sound (key, heard, entry);"
            )
            base.executemany(
                "INSERT INTO fact VALUES (?, ?)", sorted({**facts, "layout": str(LAYOUT), "entries": str(kept)}.items())
            )
            base.commit()
        if not kept:
            first = f" (row {bad[0].number}: {bad[0].reason})" if bad else ""
            raise GazetteerError(f"{facts.get('name', path.name)}: not one row could be read{first}; nothing was added")
        os.replace(unborn, path)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(f"{path}: the index cannot be written ({error})") from error
    finally:
        unborn.unlink(missing_ok=True)
    return kept, bad


def _fill(base: sqlite3.Connection, rows: Iterable[PlaceRow | BadRow], bad: list[BadRow], centres: Centres) -> int:
    number = 0
    batch = _Batch(base)
    for row in rows:
        if isinstance(row, BadRow):
            bad.append(row)
            continue
        number += 1
        lat, lon = centres.placed(row)
        feature = COUNTY if row.lat is None and row.feature == "admin2" else row.feature
        batch.entries.append(
            (number, row.id, row.name, lat, lon, feature, row.country, row.admin1, row.population, row.pcode)
        )
        batch.names.extend((key, how, number) for key, how in _spellings(row).items())
        if row.country in TRANSLITERATED or (not row.country and row.feature not in _BORDERLESS):
            batch.sounds.extend((key, heard, number) for key, heard in _sound_keys(row))
        if len(batch.entries) >= BATCH_ROWS:
            batch.flush()
    batch.flush()
    return number


class _Batch:
    """Rows on their way into the three tables."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base
        self.entries: list[tuple[object, ...]] = []
        self.names: list[tuple[object, ...]] = []
        self.sounds: list[tuple[object, ...]] = []

    def flush(self) -> None:
        for table, rows, marks in (
            ("entry", self.entries, "?,?,?,?,?,?,?,?,?,?"),
            ("name", self.names, "?,?,?"),
            ("sound", self.sounds, "?,?,?"),
        ):
            self._base.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
            rows.clear()


def _spellings(row: PlaceRow) -> dict[str, int]:
    """Folded spelling -> how it is the place's: by its name or by another."""
    found = {folded(row.name): _EXACT}
    for other in row.names:
        found.setdefault(folded(other), _ALTERNATE)
    found.pop("", None)
    return found


def _sound_keys(row: PlaceRow) -> set[tuple[str, str]]:
    names = (name for name in (row.name, *row.names) if not (name.isupper() and len(name) <= 4))
    heard = {sounds(name) for name in names}
    return {(key, other) for other in heard if (key := skeleton(other))}


_COUNTED_FEATURES = ("city", "town", "village")


class Centres:
    """Where a division without coordinates lies: the mean of its cities, weighted by inhabitants."""

    def __init__(self, cities: Cities = lambda: ()) -> None:
        self._sums: dict[tuple[str, str], list[float]] = {}
        self._cities = cities
        self._asked = False

    def placed(self, row: PlaceRow) -> tuple[float | None, float | None]:
        """The row's point: its own, or that of its cities read before; None where there is no city."""
        if row.lat is not None and row.lon is not None:
            if row.feature not in _COUNTED_FEATURES:
                return row.lat, row.lon
            for area in {(row.country, row.admin1), (row.country, "")}:
                self._add(area, row.lat, row.lon, row.population)
            return row.lat, row.lon
        if (row.country, row.admin1) not in self._sums and not self._asked:
            self._asked = True
            for country, admin1, lat, lon, people in self._cities():
                for area in {(country, admin1), (country, "")}:
                    self._add(area, lat, lon, people)
        weight, lat, lon = self._sums.get((row.country, row.admin1), (0.0, 0.0, 0.0))
        return (lat / weight, lon / weight) if weight else (None, None)

    def _add(self, area: tuple[str, str], lat: float, lon: float, population: int) -> None:
        sums = self._sums.setdefault(area, [0.0, 0.0, 0.0])
        weight = 1.0 + population**0.5
        sums[0] += weight
        sums[1] += weight * lat
        sums[2] += weight * lon
