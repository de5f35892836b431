"""Cases of schema 1, as it was released: made from its frozen SQL, and filled with the record of a case of today."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from rashomon.ledger import SqlLedger
from rashomon.ledger.chain import Entry, link_entry
from rashomon.ledger.schema import APPLICATION_ID
from rashomon.ledger.tables import TABLES

FROZEN = Path(__file__).parent / "schemas"
_FILLED = ("document", "event", "claim", "source", "relation", "refusal", "ruling")
_SINCE = ("migrated", "timestamp")
"""Kinds of entries that schema 1 did not know."""


def statements(name: str) -> list[str]:
    """The statements that made schema 1, in order."""
    return (FROZEN / f"1.{name}.sql").read_text("utf-8").partition("\n")[2].split("\n--\n")


def as_schema_one(folder: Path) -> None:
    """Makes a folder's case one of schema 1, in place: the same record, relinked without what schema 1 did not keep."""
    old = sqlite3.connect(folder / "case.db")
    entries = list(chain_of_one(Entry(*row) for row in old.execute("SELECT * FROM entry ORDER BY seq")))
    rows = {table: list(old.execute(f"SELECT * FROM {table}")) for table in _FILLED}
    old.close()
    new = folder / "old.db"
    new.unlink(missing_ok=True)
    made = sqlite3.connect(new)
    made.execute(f"PRAGMA application_id={APPLICATION_ID}")
    made.execute("PRAGMA user_version=1")
    for statement in statements("sqlite"):
        made.execute(statement)
    _fill(made, entries, rows)
    made.execute("PRAGMA journal_mode=WAL")
    made.close()
    for name in ("case.db-wal", "case.db-shm", "seal.json"):
        (folder / name).unlink(missing_ok=True)
    new.replace(folder / "case.db")
    shutil.rmtree(folder / "backups", ignore_errors=True)
    shutil.copy(FROZEN / "1.metadata.json", folder / "metadata.json")


def chain_of_one(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries as schema 1 would have chained them."""
    last: Entry | None = None
    for told in entries:
        if told.kind in _SINCE:
            continue
        if told.body is None:
            raise ValueError("a removed body cannot be chained again")
        value = told.value()
        if told.kind == "linked":
            value = {key: value[key] for key in ("sha256", "counts")}
        last = link_entry(last, told.at, told.actor, told.kind, told.subject, value)
        yield last


def _fill(made: sqlite3.Connection, entries: list[Entry], rows: dict[str, list[Any]]) -> None:
    for told in entries:
        values = [getattr(told, name) for name in Entry.__slots__]
        made.execute("INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?)", values)
    if entries:
        made.execute("INSERT INTO head VALUES (1, ?, ?)", (entries[-1].seq, entries[-1].hash))
    for table, held in rows.items():
        made.executemany(f"INSERT INTO {table} VALUES ({','.join('?' * len(TABLES[table].columns))})", held)
    for search in ("claim_search", "document_search"):
        made.execute(f"INSERT INTO {search}({search}) VALUES ('rebuild')")
    made.commit()


def database_of_one(engine: sa.Engine, told: SqlLedger) -> None:
    """Makes an empty PostgreSQL database a case of schema 1 with the record of another case."""
    with engine.begin() as connection:
        for statement in statements("postgres"):
            connection.exec_driver_sql(statement)
        connection.exec_driver_sql("COMMENT ON TABLE entry IS 'rashomon schema 1'")
        entries = list(chain_of_one(told.entries()))
        for one in entries:
            connection.execute(
                TABLES["entry"].insert(), {c.name: getattr(one, c.name) for c in TABLES["entry"].columns}
            )
        connection.execute(TABLES["head"].insert(), {"id": 1, "seq": entries[-1].seq, "hash": entries[-1].hash})
        with told._read() as source:
            for table in _FILLED:
                held = [dict(row._mapping) for row in source.execute(sa.select(TABLES[table]))]
                if held:
                    connection.execute(TABLES[table].insert(), held)
        for page in told.blobs.names():
            connection.execute(TABLES["page_bytes"].insert(), {"id": page, "raw": told.blobs.get(page)})


def body_of(told: Entry) -> Any:
    """An entry's body as plain values."""
    return json.loads(told.body or "null")
