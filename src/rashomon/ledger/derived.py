"""The derived tables: brought to what a run found, read as records. Rule: every row is a projection of a record made by
`rows`; nothing here is the only copy of anything. What a run replaces is told to `past` before it goes."""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import sqlalchemy as sa

from rashomon.ledger.rows import FIELDS, Row, record_of, row_of
from rashomon.ledger.schema import DERIVED
from rashomon.ledger.tables import CLAIM_WORDS, TABLES
from rashomon.record import Accounts, Document, Named

Replaced = Callable[[str, list[str], list[Row], list[Row]], None]
"""Told of each lot: the table, ids of new rows, rows before they changed, rows that are gone."""

_INSERTING = ("document", "event", "claim", "source", "relation", "refusal", "ruling")
_DELETING = tuple(reversed(_INSERTING))
LOT = 2000
"""Rows written in one statement: about 4 MB of claims."""
AT_ONCE = 500
"""Ids in one query: SQLite takes 32,766 variables from 3.32 on, older drivers 999."""


def replace_all(connection: sa.Connection, accounts: Accounts, replaced: Replaced = lambda *_: None) -> dict[str, Any]:
    """Brings every derived table to these accounts; returns their hash and how many there are, as the record notes
    them. `replaced` is told what was there before."""
    sorted_ = {table: sorted(getattr(accounts, field), key=_id) for table, (field, _) in FIELDS.items()}
    return fill(connection, sorted_, replaced)


def fill(
    connection: sa.Connection, records: Mapping[str, Iterable[Any]], replaced: Replaced = lambda *_: None
) -> dict[str, Any]:
    """The same from records of each table, taken a chunk at a time: a million claims need not be rows all at once. They
    must be sorted by id. A row that stays as it is, is not written again."""
    tallies = {table: Tally(table) for table in DERIVED}
    gone, touched = {}, set()

    def told(table: str, new: list[str], changed: list[Row], old: list[Row]) -> None:
        if new or changed or old:
            touched.add(table)
            replaced(table, new, changed, old)

    for table in _INSERTING:
        gone[table] = _merged(connection, table, _lots(records[table]), tallies[table], told)
    for table in _DELETING:
        for some in _chunks(set(gone[table])):
            connection.execute(TABLES[table].delete().where(TABLES[table].c.id.in_(some)))
    _refresh_search(connection, touched)
    return noted_of(tallies.values())


def is_empty(connection: sa.Connection) -> bool:
    """True when nothing was ever derived, or all of it is gone."""
    return all(connection.execute(sa.select(TABLES[table].c.id).limit(1)).first() is None for table in DERIVED)


def _merged(
    connection: sa.Connection, table: str, lots: Iterable[tuple[Any, ...]], tally: Tally, replaced: Replaced
) -> list[str]:
    """Writes a table's new and changed rows, lot by lot beside the old ones of the same ids; returns the ids that are
    gone, which go when nothing points to them any more."""
    gone: list[str] = []
    after = ""
    for some in lots:
        rows = [row_of(table, record) for record in some]
        upto = rows[-1]["id"]
        gone += _settle(connection, table, _between(connection, table, after, upto), rows, replaced)
        tally.add(rows)
        after = upto
    while old := _between(connection, table, after, None):
        gone += _settle(connection, table, old, [], replaced)
        after = old[-1]["id"]
    return gone


def _between(connection: sa.Connection, table: str, after: str, upto: str | None) -> list[Row]:
    """Old rows whose id is above `after` and not above `upto`; a lot of them where there is no upper end."""
    column = TABLES[table].c.id
    query = sa.select(TABLES[table]).where(column > after).order_by(column)
    query = query.limit(LOT) if upto is None else query.where(column <= upto)
    return [dict(row._mapping) for row in connection.execute(query)]


def _settle(connection: sa.Connection, table: str, old: list[Row], new: list[Row], replaced: Replaced) -> list[str]:
    """Inserts what is new, updates what changed; returns the ids of what is gone."""
    before = {row["id"]: row for row in old}
    fresh = [row for row in new if row["id"] not in before]
    changed = [row for row in new if row["id"] in before and row != before[row["id"]]]
    gone = sorted(before.keys() - {row["id"] for row in new})
    if fresh:
        connection.execute(TABLES[table].insert(), fresh)
    for row in changed:
        connection.execute(TABLES[table].update().where(TABLES[table].c.id == row["id"]).values(row))
    replaced(table, [row["id"] for row in fresh], [before[row["id"]] for row in changed], [before[key] for key in gone])
    return gone


class Tally:
    """The hash and the number of one table's rows, taken in the order of their ids."""

    def __init__(self, table: str) -> None:
        self.table, self.count, self._state = table, 0, hashlib.sha256()

    def add(self, rows: Iterable[Row]) -> None:
        """Some rows more."""
        for row in rows:
            self._state.update(f"{row['body']}\n{row.get('text', '')}\n".encode("utf-8", "surrogatepass"))
            self.count += 1

    def digest(self) -> str:
        """SHA-256 over bodies and texts."""
        return self._state.hexdigest()


def noted_of(tallies: Iterable[Tally]) -> dict[str, Any]:
    """What the record notes of all tables together: one hash over theirs, and their counts."""
    by_table = {tally.table: tally for tally in tallies}
    over = hashlib.sha256("\n".join(f"{table} {by_table[table].digest()}" for table in DERIVED).encode())
    return {"sha256": over.hexdigest(), "counts": {table: by_table[table].count for table in DERIVED}}


def search(connection: sa.Connection, words: str, limit: int) -> tuple[Any, ...]:
    """Claims whose quote, trigger, place or chain holds all the words, the best first."""
    if connection.dialect.name == "sqlite":
        terms = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        query = sa.text(
            "SELECT c.* FROM (SELECT rowid, rank FROM claim_search WHERE claim_search MATCH :words "
            "ORDER BY rank LIMIT :limit) s JOIN claim c ON c.rowid = s.rowid ORDER BY s.rank, c.id"
        ).bindparams(words=terms, limit=limit)
    else:
        query = sa.text(
            f"SELECT * FROM claim WHERE {CLAIM_WORDS} @@ plainto_tsquery('simple', :words) ORDER BY id LIMIT :limit"
        ).bindparams(words=words, limit=limit)
    return tuple(record_of("claim", dict(row._mapping)) for row in connection.execute(query))


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
    events = by_ids(connection, "event", {claim.event for claim in claims if claim.event})
    return _around(connection, claims, events)


def event_lots(connection: sa.Connection) -> Iterator[Accounts]:
    """Events by id, some at a time, with their claims and the names of their pages (documents without their texts)."""
    after, event = "", TABLES["event"].c.id
    while events := records(connection, "event", event > after, limit=AT_ONCE):
        claims = records(connection, "claim", TABLES["claim"].c.event.in_([one.id for one in events]))
        yield Accounts(_named(connection, {claim.document for claim in claims}), claims, (), events)
        after = events[-1].id


def how_many(connection: sa.Connection) -> dict[str, int]:
    """Rows of every derived table."""
    count = sa.func.count()
    return {table: connection.execute(sa.select(count).select_from(TABLES[table])).scalar() or 0 for table in DERIVED}


def _named(connection: sa.Connection, ids: set[str]) -> tuple[Document, ...]:
    """Documents with their names alone."""
    told = TABLES["document"].c
    rows = [
        row
        for some in _chunks(ids)
        for row in connection.execute(sa.select(told.id, told.page, told.file, told.outlet).where(told.id.in_(some)))
    ]
    return tuple(Document(row.id, row.page, row.file, "", (), outlet=Named(row.outlet)) for row in rows)


def records(
    connection: sa.Connection, table: str, *where: sa.ColumnElement[bool], limit: int | None = None
) -> tuple[Any, ...]:
    """Records of one table, sorted by id; the first `limit` of them."""
    query = sa.select(TABLES[table]).where(*where).order_by(TABLES[table].c.id).limit(limit)
    return tuple(record_of(table, dict(row._mapping)) for row in connection.execute(query))


def with_around(connection: sa.Connection, claims: tuple[Any, ...]) -> Accounts:
    """Claims with their documents and sources."""
    documents = by_ids(connection, "document", {claim.document for claim in claims})
    sources = by_ids(connection, "source", {step.source for c in claims for step in c.attribution if step.source})
    return Accounts(documents, claims, sources)


def _around(connection: sa.Connection, claims: tuple[Any, ...], events: tuple[Any, ...]) -> Accounts:
    ids = {claim.id for claim in claims}
    relations = _touching(connection, ids)
    beside = {end for r in relations for end in (r.a, r.b)} | {answered for c in claims for answered in c.answers}
    claims += by_ids(connection, "claim", beside - ids)
    documents = by_ids(connection, "document", {claim.document for claim in claims})
    sources = by_ids(connection, "source", {step.source for c in claims for step in c.attribution if step.source})
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


def by_ids(connection: sa.Connection, table: str, ids: set[str]) -> tuple[Any, ...]:
    """Records of these ids, sorted by id."""
    column = TABLES[table].c.id
    found = [record for some in _chunks(ids) for record in records(connection, table, column.in_(some))]
    return tuple(sorted(found, key=lambda record: str(record.id)))


def _lots(records: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
    every = iter(records)
    while some := tuple(itertools.islice(every, LOT)):
        yield some


def _chunks(ids: set[str]) -> Iterable[list[str]]:
    ordered = sorted(ids)
    return (ordered[at : at + AT_ONCE] for at in range(0, len(ordered), AT_ONCE))


def _refresh_search(connection: sa.Connection, touched: set[str]) -> None:
    """Full text anew for tables in which anything changed; PostgreSQL's indexes follow by themselves."""
    for table in sorted(touched & {"claim", "document"}) if connection.dialect.name == "sqlite" else ():
        connection.exec_driver_sql(f"INSERT INTO {table}_search({table}_search) VALUES ('rebuild')")


def _id(record: Any) -> str:
    return str(record.id)
