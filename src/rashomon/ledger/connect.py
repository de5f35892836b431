"""Connections, and what databases say when they fail. Rule: SQL's errors end here and come out as CaseErrors."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from rashomon.errors import CaseBusy, CaseError, IntegrityError

BUSY_SECONDS = 30
"""How long a writer waits for another's transaction; a build's longest one takes about 1 s for 1,000 pages."""
_EFFECTIVE = os.access in os.supports_effective_ids
"""Who we act as decides what can be written, where the system tells that apart from who we are."""


def sqlite_engine(path: Path) -> sa.Engine:
    """An engine on an existing file; read-only, and without touching it, where the folder cannot be written. Raises
    CaseError where that would leave out what is still in the write-ahead log."""
    rw = writable(path)
    log = path.with_name(f"{path.name}-wal")
    if not rw and log.exists() and log.stat().st_size:
        raise CaseError(
            f"{path.parent}: cannot be written to, and its log ({log.name}) was not folded into the case yet; copy the "
            "case to a folder of your own, with its log, and open it there"
        )
    query = "mode=rw" if rw else "mode=ro&immutable=1"
    url = sa.URL.create(
        "sqlite", database=f"file:{_quoted(path)}", query=dict(p.split("=") for p in query.split("&")) | {"uri": "true"}
    )
    engine = sa.create_engine(url, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
    sa.event.listen(engine, "connect", _prepare)
    sa.event.listen(engine, "begin", _begin)
    return engine


def writable(path: Path) -> bool:
    """True when a database and the folder in which it keeps its log can be written to."""
    return all(os.access(one, os.W_OK, effective_ids=_EFFECTIVE) for one in (path, path.parent))


def memory_engine() -> sa.Engine:
    """An empty database in memory, to hold a schema against."""
    return sa.create_engine("sqlite://")


def postgres_engine(url: str) -> sa.Engine:
    """An engine on a database; needs the extra [postgres]."""
    return sa.create_engine(sa.make_url(url).set(drivername="postgresql+psycopg"), pool_pre_ping=True)


def sqlite_features() -> str:
    """Version of SQLite, when it can keep a case; raises CaseError naming what it lacks."""
    import sqlite3

    if sqlite3.sqlite_version_info < (3, 37):
        raise CaseError(
            f"SQLite {sqlite3.sqlite_version} has no STRICT tables; a Python with SQLite 3.37 or newer is needed"
        )
    with contextlib.closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE probe USING fts5(words)")
        except sqlite3.OperationalError as error:
            raise CaseError(
                f"SQLite {sqlite3.sqlite_version} has no FTS5 ({error}); another Python is needed"
            ) from error
    return f"SQLite {sqlite3.sqlite_version} with STRICT tables and FTS5"


def writing(engine: sa.Engine) -> contextlib.AbstractContextManager[sa.Connection]:
    """A transaction that holds the write lock from its start, so that what it reads cannot change under it."""
    return _writing(engine)


@contextlib.contextmanager
def _writing(engine: sa.Engine) -> Iterator[sa.Connection]:
    with engine.connect().execution_options(rashomon_writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.exec_driver_sql("LOCK TABLE entry IN EXCLUSIVE MODE")
        yield connection


def _prepare(raw: Any, _record: Any) -> None:
    raw.isolation_level = None  # we say BEGIN ourselves: Python's sqlite3 would begin too late
    for pragma in ("foreign_keys=ON", "synchronous=FULL", "secure_delete=ON", "temp_store=MEMORY"):
        raw.execute(f"PRAGMA {pragma}")


def _begin(connection: sa.Connection) -> None:
    writes = connection.get_execution_options().get("rashomon_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _quoted(path: Path) -> str:
    return str(path.resolve()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")


_SAYS: tuple[tuple[str, type[CaseError], str], ...] = (
    ("database is locked", CaseBusy, "another process writes to it; try again when it is done"),
    ("database or disk is full", CaseError, "the disk is full; nothing was lost, free some space and run it again"),
    ("disk I/O error", CaseError, "the disk failed or is full; nothing acknowledged was lost, run it again"),
    ("readonly database", CaseError, "it cannot be written to; copy the case to a folder of your own"),
    ("unable to open database", CaseError, "it cannot be opened; check the folder's permissions"),
    ("file is not a database", IntegrityError, "it is no SQLite file; restore it from a pack or a backup"),
    ("malformed", IntegrityError, "the file is damaged; restore it from a pack or a backup"),
    ("append-only", IntegrityError, "an entry of the record may not be changed"),
    ("grows at its end", IntegrityError, "entries are only added at the end of the record"),
)
"""What a database says -> what we raise -> what the user can do."""


@contextlib.contextmanager
def translated(where: str) -> Iterator[None]:
    """Turns the database's errors into CaseErrors that name the case and the way out."""
    try:
        yield
    except sa.exc.DBAPIError as error:
        said = str(error.orig)
        for words, kind, advice in _SAYS:
            if words in said:
                raise kind(f"{where}: {said}: {advice}") from error
        raise CaseError(f"{where}: the database says {said!r}; run `rashomon verify` on the case") from error
