"""The derived tables: replaced as a whole, read as records. Rule: every row is a projection of a record made by `rows`;
nothing here is the only copy of anything."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import sqlalchemy as sa

from rashomon.ledger.rows import FIELDS, Row, record_of, rows_of
from rashomon.ledger.schema import DERIVED
from rashomon.ledger.tables import TABLES
from rashomon.record import Accounts

_INSERTING = ("document", "event", "claim", "source", "relation", "refusal", "ruling")
_DELETING = tuple(reversed(_INSERTING))
AT_ONCE = 500
"""Ids in one query: SQLite takes 32,766 variables from 3.32 on, older drivers 999."""


def replace_all(connection: sa.Connection, accounts: Accounts) -> dict[str, Any]:
    """Replaces every derived row; returns their hash and how many there are, as the record notes them."""
    rows = rows_of(accounts)
    for table in _DELETING:
        connection.execute(TABLES[table].delete())
    for table in _INSERTING:
        if rows[table]:
            connection.execute(TABLES[table].insert(), rows[table])
    _refresh_search(connection)
    ordered = {table: sorted(rows[table], key=lambda row: str(row["id"])) for table in DERIVED}
    return {"sha256": digest_of(ordered), "counts": {table: len(rows[table]) for table in DERIVED}}


def everything(connection: sa.Connection) -> Accounts:
    """All records, sorted by id."""
    return Accounts(**{field: records(connection, table) for table, (field, _) in FIELDS.items()})


def around_event(connection: sa.Connection, event_id: str) -> Accounts:
    """An event, its claims, and what stands around them; no events when there is none of this id."""
    events = records(connection, "event", TABLES["event"].c.id == event_id)
    return _around(connection, records(connection, "claim", TABLES["claim"].c.event == event_id), events)


def around_claim(connection: sa.Connection, claim_id: str) -> Accounts:
    """A claim, its event, and what stands around it; no claims when there is none of this id."""
    claims = records(connection, "claim", TABLES["claim"].c.id == claim_id)
    events = _by_ids(connection, "event", {claim.event for claim in claims if claim.event})
    return _around(connection, claims, events)


def records(connection: sa.Connection, table: str, *where: sa.ColumnElement[bool]) -> tuple[Any, ...]:
    """Records of one table, sorted by id."""
    query = sa.select(TABLES[table]).where(*where).order_by(TABLES[table].c.id)
    return tuple(record_of(table, dict(row._mapping)) for row in connection.execute(query))


def digest_of(rows: Mapping[str, Iterable[Row]]) -> str:
    """SHA-256 over the bodies and texts of rows sorted by id."""
    state = hashlib.sha256()
    for table in DERIVED:
        for row in rows[table]:
            state.update(f"{table}\n{row['body']}\n{row.get('text', '')}\n".encode("utf-8", "surrogatepass"))
    return state.hexdigest()


def _around(connection: sa.Connection, claims: tuple[Any, ...], events: tuple[Any, ...]) -> Accounts:
    ids = {claim.id for claim in claims}
    relations = _touching(connection, ids)
    beside = {end for r in relations for end in (r.a, r.b)} | {answered for c in claims for answered in c.answers}
    claims += _by_ids(connection, "claim", beside - ids)
    documents = _by_ids(connection, "document", {claim.document for claim in claims})
    sources = _by_ids(connection, "source", {step.source for c in claims for step in c.attribution if step.source})
    around = {c.id for c in claims} | {e.id for e in events} | {s.id for s in sources}
    rulings = tuple(r for r in records(connection, "ruling") if around & set(r.targets))
    return Accounts(documents, claims, sources, events, relations, (), rulings)


def _touching(connection: sa.Connection, ids: set[str]) -> tuple[Any, ...]:
    """Relations with an end among the ids."""
    relation = TABLES["relation"]
    found = {}
    for some in _chunks(ids):
        for column in (relation.c.a, relation.c.b):
            found.update({r.id: r for r in records(connection, "relation", column.in_(some))})
    return tuple(found[key] for key in sorted(found))


def _by_ids(connection: sa.Connection, table: str, ids: set[str]) -> tuple[Any, ...]:
    column = TABLES[table].c.id
    found = [record for some in _chunks(ids) for record in records(connection, table, column.in_(some))]
    return tuple(sorted(found, key=lambda record: str(record.id)))


def _chunks(ids: set[str]) -> Iterable[list[str]]:
    ordered = sorted(ids)
    return (ordered[at : at + AT_ONCE] for at in range(0, len(ordered), AT_ONCE))


def _refresh_search(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        for search in ("claim_search", "document_search"):
            connection.exec_driver_sql(f"INSERT INTO {search}({search}) VALUES ('rebuild')")
