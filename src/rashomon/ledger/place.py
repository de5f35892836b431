"""Where a case lies: a folder with case.db and pages/, or a PostgreSQL database. Making one, finding one.

Rule: nothing is opened before it is known to be a case of a version we can read, and nothing is touched before that.
"""

from __future__ import annotations

import contextlib
import json
import os
import sqlite3
import struct
from pathlib import Path

import sqlalchemy as sa

from rashomon.errors import CaseError, NewerCase, NotACase
from rashomon.ledger import metadata
from rashomon.ledger.blobs import FolderBlobs, TableBlobs
from rashomon.ledger.connect import postgres_engine, sqlite_engine, translated
from rashomon.ledger.lock import folder_lock, server_lock
from rashomon.ledger.schema import APPLICATION_ID, SCHEMA_VERSION
from rashomon.ledger.store import SqlLedger
from rashomon.ledger.tables import create_all

DATABASE = "case.db"
PAGES = "pages"
_HEADER = struct.Struct(">16s44xi4xi")  # https://www.sqlite.org/fileformat.html: magic, user_version, application_id


def is_url(where: str) -> bool:
    """True for a PostgreSQL URL, False for a folder."""
    return where.startswith(("postgresql://", "postgres://"))


def create(where: str, reader: str) -> SqlLedger:
    """The case at `where`, made when there is none; raises what `open_existing` raises for anything else found."""
    if is_url(where):
        return _create_postgres(where, reader)
    folder = Path(where)
    if not (folder / DATABASE).exists():
        _make_folder(folder)
    return open_existing(where, reader)


def open_existing(where: str, reader: str) -> SqlLedger:
    """The case at `where`. Raises NotACase (nothing there, or another program's file) or NewerCase."""
    if is_url(where):
        return _open_postgres(where, reader)
    folder = Path(where)
    _check_header(folder / DATABASE)
    engine = sqlite_engine(folder / DATABASE)
    return _recovered(SqlLedger(where, engine, FolderBlobs(folder / PAGES), reader, lambda: folder_lock(folder)))


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CaseError(f"{folder}: a case cannot be made there ({error.strerror}); name another folder") from error
    with folder_lock(folder):
        if not (folder / DATABASE).exists():
            (folder / metadata.NAME).write_text(json.dumps(metadata.datasette_metadata(), indent=1) + "\n", "utf-8")
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


def _check_header(path: Path) -> None:
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


def _check_version(where: str, version: int) -> None:
    if version > SCHEMA_VERSION:
        raise NewerCase(
            f"{where}: made by a newer rashomon (schema {version}, this one knows {SCHEMA_VERSION}); "
            "it was left as it is; upgrade with `pip install --upgrade rashomon`"
        )


def _create_postgres(url: str, reader: str) -> SqlLedger:
    engine = postgres_engine(url)
    with translated(_shown(url)), engine.begin() as connection:
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(APPLICATION_ID + 1)))
        if not sa.inspect(connection).has_table("entry"):
            create_all(connection)
            connection.exec_driver_sql(f"COMMENT ON TABLE entry IS 'rashomon schema {SCHEMA_VERSION}'")
    engine.dispose()
    return _open_postgres(url, reader)


def _open_postgres(url: str, reader: str) -> SqlLedger:
    engine, shown = postgres_engine(url), _shown(url)
    with translated(shown), engine.connect() as connection:
        found = sa.inspect(connection).get_table_comment("entry")["text"] if _has_entry(connection) else None
    if not found or not found.startswith("rashomon schema "):
        raise NotACase(
            f"{shown}: no case there: looked for a table entry made by rashomon and did not find it; "
            "make one with `rashomon build PAGES --case URL`"
        )
    _check_version(shown, int(found.rsplit(" ", 1)[1]))
    return _recovered(SqlLedger(shown, engine, TableBlobs(engine), reader, lambda: server_lock(engine, shown)))


def _recovered(ledger: SqlLedger) -> SqlLedger:
    """Finishes a removal that was killed between its tombstone and its bytes; not where another process is at it."""
    if ledger.removed():
        with contextlib.suppress(CaseError), ledger.lock():
            ledger.finish_removals()
    return ledger


def _has_entry(connection: sa.Connection) -> bool:
    return sa.inspect(connection).has_table("entry")


def _shown(url: str) -> str:
    return sa.make_url(url).render_as_string(hide_password=True)
