"""Where a case lies: a folder with case.db and pages/, or a PostgreSQL database. Making one, finding one.

Rule: nothing is opened before it is known to be a case of a version we can read, and nothing is touched before that.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import struct
import warnings
from pathlib import Path

import sqlalchemy as sa

from rashomon.errors import CaseError, MigrationNotice, NewerCase, NotACase
from rashomon.ledger import metadata
from rashomon.ledger.blobs import FolderBlobs, TableBlobs
from rashomon.ledger.connect import postgres_engine, sqlite_engine, translated, writable
from rashomon.ledger.lock import folder_lock, server_lock
from rashomon.ledger.migrate import Migration, migrate_folder, migrate_server, server_schema
from rashomon.ledger.schema import APPLICATION_ID, SCHEMA_VERSION
from rashomon.ledger.store import SqlLedger, utc_now
from rashomon.ledger.tables import create_all

DATABASE = "case.db"
PAGES = "pages"
_HEADER = struct.Struct(">16s44xi4xi")  # https://www.sqlite.org/fileformat.html: magic, user_version, application_id


def is_url(where: str) -> bool:
    """True for a PostgreSQL URL, False for a folder."""
    return where.startswith(("postgresql://", "postgres://"))


def create(where: str, reader: str, linking: str = "") -> SqlLedger:
    """The case at `where`, made when there is none; raises what `open_existing` raises for anything else found."""
    if is_url(where):
        _create_postgres(where)
    elif not (Path(where) / DATABASE).exists():
        _make_folder(Path(where))
    return open_existing(where, reader, linking)


def open_existing(where: str, reader: str, linking: str = "") -> SqlLedger:
    """The case at `where`; one of an older schema is copied and migrated first, with a MigrationNotice. Raises NotACase
    (nothing there, or another program's file), NewerCase, and IntegrityError for an old case that is not whole."""
    if is_url(where):
        return _open_postgres(where, reader, linking)
    folder = Path(where)
    _check_header(folder / DATABASE)
    engine = sqlite_engine(folder / DATABASE)
    _migrated(where, _migrate_folder(engine, folder, reader))
    blobs = FolderBlobs(folder / PAGES)
    return _recovered(SqlLedger(where, engine, blobs, reader, lambda: folder_lock(folder), linking=linking))


def schema_of(where: str) -> tuple[int, int]:
    """The schema of a case, and the one that this version reads and writes; nothing is touched."""
    if is_url(where):
        engine = postgres_engine(where)
        with translated(_shown(where)), engine.connect() as connection:
            found = server_schema(connection)
        engine.dispose()
        if not found:
            raise _no_case(_shown(where))
        return found, SCHEMA_VERSION
    return _check_header(Path(where) / DATABASE), SCHEMA_VERSION


def _migrate_folder(engine: sa.Engine, folder: Path, by: str) -> Migration | None:
    with translated(str(folder)):
        with engine.connect() as connection:
            version = int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
        _check_version(str(folder / DATABASE), version)
        if version == SCHEMA_VERSION:
            return None
        if not writable(folder / DATABASE):
            raise CaseError(
                f"{folder}: is of schema {version}, this rashomon reads {SCHEMA_VERSION}, and the folder cannot be "
                "written to; copy the case to a folder of your own, where it is migrated when it is opened"
            )
        with folder_lock(folder):
            return migrate_folder(engine, folder, by, utc_now())


def _migrated(where: str, done: Migration | None) -> None:
    if done is not None:
        told = f"{where}: was of schema {done.before} and is of schema {done.after} now; as it was, it is kept in"
        warnings.warn(f"{told} {done.backup}", MigrationNotice, stacklevel=3)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CaseError(f"{folder}: a case cannot be made there ({error.strerror}); name another folder") from error
    with folder_lock(folder):
        if not (folder / DATABASE).exists():
            metadata.write(folder)
            _make_database(folder / DATABASE)


def _make_database(path: Path) -> None:
    """Built under another name and renamed when whole: a killed build leaves no half case."""
    half = path.with_name(f".{path.name}.new")
    half.unlink(missing_ok=True)
    sqlite3.connect(half).close()
    half.touch()
    engine = sqlite_engine(half)
    with translated(str(path)), engine.connect() as connection:
        with connection.begin():
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
            create_all(connection)
        connection.connection.driver_connection.execute("PRAGMA journal_mode=WAL")  # type: ignore[union-attr]
    engine.dispose()
    os.replace(half, path)


def _check_header(path: Path) -> int:
    """The schema version in the file's header."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEADER.size)
    except (FileNotFoundError, NotADirectoryError):
        raise NotACase(
            f"{path.parent}: no case there: looked for {path} and did not find it; "
            f"make one with `rashomon build PAGES --case {path.parent}`"
        ) from None
    except OSError as error:
        raise CaseError(f"{path}: cannot be read ({error.strerror})") from error
    magic, version, application = _HEADER.unpack(head.ljust(_HEADER.size, b"\0"))
    if magic != b"SQLite format 3\0" or application != APPLICATION_ID:
        raise NotACase(
            f"{path}: not made by rashomon (application id {application:#x}, not {APPLICATION_ID:#x}); "
            "it was left as it is"
        )
    _check_version(str(path), version)
    return int(version)


def _check_version(where: str, version: int) -> None:
    if version > SCHEMA_VERSION:
        raise NewerCase(
            f"{where}: made by a newer rashomon (schema {version}, this one knows {SCHEMA_VERSION}); "
            "it was left as it is; upgrade with `pip install --upgrade rashomon`"
        )


def _create_postgres(url: str) -> None:
    engine = postgres_engine(url)
    with translated(_shown(url)), engine.begin() as connection:
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(APPLICATION_ID + 1)))
        if not sa.inspect(connection).has_table("entry"):
            create_all(connection)
            connection.exec_driver_sql(f"COMMENT ON TABLE entry IS 'rashomon schema {SCHEMA_VERSION}'")
    engine.dispose()


def _open_postgres(url: str, reader: str, linking: str) -> SqlLedger:
    engine, shown = postgres_engine(url), _shown(url)
    with translated(shown):
        with engine.connect() as connection:
            version = server_schema(connection)
        if not version:
            raise _no_case(shown)
        _check_version(shown, version)
        if version < SCHEMA_VERSION:
            with server_lock(engine, shown):
                _migrated(shown, migrate_server(engine, shown, reader, utc_now()))
    blobs = TableBlobs(engine)
    return _recovered(SqlLedger(shown, engine, blobs, reader, lambda: server_lock(engine, shown), linking=linking))


def _no_case(shown: str) -> NotACase:
    return NotACase(
        f"{shown}: no case there: looked for a table entry made by rashomon and did not find it; "
        "make one with `rashomon build PAGES --case URL`"
    )


def _recovered(ledger: SqlLedger) -> SqlLedger:
    """Finishes a removal that was killed between its tombstone and its bytes; not where another process is at it."""
    if ledger.removed():
        with contextlib.suppress(CaseError), ledger.lock():
            ledger.finish_removals()
    return ledger


def _shown(url: str) -> str:
    return sa.make_url(url).render_as_string(hide_password=True)
