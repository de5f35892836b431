"""Cases of older schemas, brought to this one. Rule: what is not whole is not migrated; the file is copied before the
first step; all steps and the entry that tells of them are one transaction: a kill leaves the old case or the new one.

A step's SQL is frozen: it says what its schema was when it was released, whatever schema.COLUMNS says today.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import sqlalchemy as sa

from rashomon.errors import CaseBusy, CaseError, IntegrityError
from rashomon.ledger import metadata
from rashomon.ledger.chain import Entry, fault, link_entry
from rashomon.ledger.connect import writing
from rashomon.ledger.schema import SCHEMA_VERSION
from rashomon.ledger.seal import write_missing_seal
from rashomon.ledger.tables import entry

BACKUPS = "backups"
COPIED = 1024 * 1024
"""Bytes copied at a time."""


class Step(NamedTuple):
    """From the schema before to schema `to`: statements for SQLite and for PostgreSQL, in order."""

    to: int
    why: str
    sqlite: tuple[str, ...]
    postgres: tuple[str, ...]


_PAST_SQLITE = """CREATE TABLE past (
    run INTEGER NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, change TEXT NOT NULL, body TEXT, body_sha256 TEXT,
    PRIMARY KEY (run, kind, id) ) STRICT"""
_PAST_STAYS = """CREATE TRIGGER past_stays BEFORE DELETE ON past
BEGIN SELECT RAISE(ABORT, 'the record is append-only: nothing is deleted from past'); END"""
_PAST_UNCHANGED = """CREATE TRIGGER past_unchanged BEFORE UPDATE ON past
WHEN NEW.body IS NOT NULL OR OLD.run IS NOT NEW.run OR OLD.kind IS NOT NEW.kind OR OLD.id IS NOT NEW.id
  OR OLD.change IS NOT NEW.change OR OLD.body_sha256 IS NOT NEW.body_sha256
  OR NOT EXISTS (SELECT 1 FROM entry r WHERE r.kind = 'removal')
BEGIN SELECT RAISE(ABORT, 'the record is append-only: nothing is changed in past'); END"""
_PAST_POSTGRES = """CREATE TABLE past (
    run BIGINT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, change TEXT NOT NULL, body TEXT, body_sha256 TEXT,
    PRIMARY KEY (run, kind, id))"""
_PAST_FUNCTION = """CREATE FUNCTION past_append_only() RETURNS trigger AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.body IS NULL
     AND (OLD.run, OLD.kind, OLD.id, OLD.change) = (NEW.run, NEW.kind, NEW.id, NEW.change)
     AND OLD.body_sha256 IS NOT DISTINCT FROM NEW.body_sha256
     AND EXISTS (SELECT 1 FROM entry r WHERE r.kind = 'removal')
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the record is append-only: nothing is deleted from or changed in past';
END $$ LANGUAGE plpgsql"""
_PAST_VIEWS = (
    "CREATE VIEW runs AS SELECT seq AS run, at, actor FROM entry WHERE kind = 'linked'",
    "CREATE VIEW changes AS SELECT run, kind, change, id FROM past",
)

STEPS: tuple[Step, ...] = (
    Step(
        2,
        "runs keep what they replace",
        (_PAST_SQLITE, _PAST_STAYS, _PAST_UNCHANGED, *_PAST_VIEWS),
        (
            _PAST_POSTGRES,
            _PAST_FUNCTION,
            "CREATE TRIGGER past_stays BEFORE UPDATE OR DELETE ON past FOR EACH ROW "
            "EXECUTE FUNCTION past_append_only()",
            "CREATE TRIGGER past_no_truncate BEFORE TRUNCATE ON past FOR EACH STATEMENT "
            "EXECUTE FUNCTION past_append_only()",
            *_PAST_VIEWS,
        ),
    ),
)
"""Every released schema but the first, by the step that leads to it."""


@dataclass(frozen=True, slots=True)
class Migration:
    """What a migration did: schemas before and after, and where the copy of the old case lies."""

    before: int
    after: int
    backup: str


def migrate_folder(engine: sa.Engine, folder: Path, by: str, at: str) -> Migration | None:
    """Brings a folder's case.db to this schema; None when another process has done so meanwhile. The caller holds the
    folder's lock. Raises IntegrityError for a case that is not whole, CaseError when the copy cannot be written."""
    database = folder / "case.db"
    _fold(engine)
    with writing(engine) as connection:
        version = int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)
        if version >= SCHEMA_VERSION:
            return None
        last = _whole(connection, str(folder))
        log = database.with_name("case.db-wal")
        if log.exists() and log.stat().st_size:
            raise CaseBusy(f"{folder}: another process reads or writes it; migrate it when that is done")
        backup, told = _copy(database, folder / BACKUPS / _backup_name(version, last))
        for statement in (statement for step in _steps(version) for statement in step.sqlite):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
        _note(connection, last, by, at, {"backup": f"{BACKUPS}/{backup.name}", "sha256": told}, version)
        metadata.write(folder)
        write_missing_seal(folder, connection)
    return Migration(version, SCHEMA_VERSION, str(backup))


def migrate_server(engine: sa.Engine, where: str, by: str, at: str) -> Migration | None:
    """The same in a PostgreSQL database. Its record (the entries and their head: all else is derived, and pages are not
    touched) is copied into a schema of its own."""
    with writing(engine) as connection:
        version = server_schema(connection)
        if version >= SCHEMA_VERSION:
            return None
        last = _whole(connection, where)
        backup = f"rashomon_{_backup_name(version, last)}".removesuffix(".db").replace("-", "_").replace(".", "_")
        connection.exec_driver_sql(f"CREATE SCHEMA {backup}")
        for table in ("entry", "head"):
            connection.exec_driver_sql(f"CREATE TABLE {backup}.{table} AS TABLE {table}")
        for statement in (statement for step in _steps(version) for statement in step.postgres):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql(f"COMMENT ON TABLE entry IS 'rashomon schema {SCHEMA_VERSION}'")
        _note(connection, last, by, at, {"backup": backup}, version)
    return Migration(version, SCHEMA_VERSION, f"schema {backup} of the database")


def server_schema(connection: sa.Connection) -> int:
    """The schema of a PostgreSQL case; 0 when the database holds none."""
    inspector = sa.inspect(connection)
    told = inspector.get_table_comment("entry")["text"] if inspector.has_table("entry") else None
    return int(told.rsplit(" ", 1)[1]) if told and told.startswith("rashomon schema ") else 0


def _steps(version: int) -> Iterable[Step]:
    return (step for step in STEPS if step.to > version)


def _backup_name(version: int, last: Entry | None) -> str:
    """Says the schema and how far the record went, so that no copy takes the place of another."""
    return f"case.schema-{version}.entry-{last.seq if last else 0}.db"


def _whole(connection: sa.Connection, where: str) -> Entry | None:
    """The last entry of a chain without a fault; raises IntegrityError naming the first bad one."""
    previous: Entry | None = None
    for row in connection.execute(sa.select(entry).order_by(entry.c.seq)):
        told = Entry(*row)
        if wrong := fault(told, previous):
            raise IntegrityError(
                f"{where}: {wrong}; it was left as it is: restore it from a pack or a backup, then open it again"
            )
        previous = told
    return previous


def _note(
    connection: sa.Connection, last: Entry | None, by: str, at: str, copied: dict[str, str], version: int
) -> None:
    """The entry that tells of the migration; an empty record stays empty."""
    if last is None:
        return
    new = link_entry(last, at, by, "migrated", "case", {"from": version, "to": SCHEMA_VERSION, **copied})
    connection.execute(entry.insert(), {column.name: getattr(new, column.name) for column in entry.columns})
    connection.execute(sa.text("UPDATE head SET seq = :seq, hash = :hash"), {"seq": new.seq, "hash": new.hash})


def _copy(database: Path, to: Path) -> tuple[Path, str]:
    """A byte-identical copy, on the disk before anything is changed; where it lies, and its SHA-256."""
    half = to.with_name(f".{to.name}.part")
    state = hashlib.sha256()
    try:
        to.parent.mkdir(exist_ok=True)
        with database.open("rb") as source, half.open("wb") as target:
            while some := source.read(COPIED):
                state.update(some)
                target.write(some)
            target.flush()
            os.fsync(target.fileno())
        half.chmod(0o444)
        half.replace(to)
    except OSError as error:
        with contextlib.suppress(OSError):
            half.unlink(missing_ok=True)
        size = database.stat().st_size
        raise CaseError(
            f"{to.parent}: a copy of the case ({size:,} bytes) cannot be written ({error.strerror}); the case was left "
            "as it is: make room, or copy it to another disk"
        ) from error
    return to, state.hexdigest()


def _fold(engine: sa.Engine) -> None:
    """Moves the log into the file, so that a copy of the file is a copy of the case."""
    with engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
