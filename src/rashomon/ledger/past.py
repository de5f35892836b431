"""What every run replaced, so that two runs are compared by what was stored, not by what today's linking makes of it.

Rule: a run's rows are written in its own transaction, and their hash stands in its entry; they only grow. When a page
is removed, the records kept here go with it (they may quote it), and their hashes stay.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from rashomon.ledger.chain import Entry, canonical, sha256
from rashomon.ledger.derived import by_ids
from rashomon.ledger.fault import Fault
from rashomon.ledger.rows import FIELDS, Row
from rashomon.ledger.tables import TABLES, entry
from rashomon.record import Accounts, Difference, Run, from_plain

past = TABLES["past"]


class Keeper:
    """Writes what one run replaces; `noted` is what its entry says of it."""

    def __init__(self, connection: sa.Connection, run: int, forget: bool) -> None:
        self._connection, self._run, self._forget = connection, run, forget
        self._tally = _Tally()

    def __call__(self, table: str, new: list[str], changed: list[Row], gone: list[Row]) -> None:
        """One lot of a table (derived.Replaced)."""
        rows = [self._row(table, key, "new", None) for key in new]
        rows += [self._row(table, row["id"], "changed", whole(table, row)) for row in changed]
        rows += [self._row(table, row["id"], "gone", whole(table, row)) for row in gone]
        if rows:
            self._connection.execute(past.insert(), rows)

    def noted(self) -> dict[str, Any]:
        """Hash and number of the rows."""
        with_ids = sa.select(past).where(past.c.run == self._run).order_by(past.c.kind, past.c.id)
        for row in self._connection.execute(with_ids):
            self._tally.add(row._mapping)
        return self._tally.noted()

    def _row(self, table: str, key: str, change: str, body: str | None) -> Row:
        told = {"run": self._run, "kind": table, "id": key, "change": change}
        kept = None if self._forget else body
        return {**told, "body": kept, "body_sha256": None if body is None else sha256(body)}


class _Tally:
    def __init__(self) -> None:
        self._state, self._count = hashlib.sha256(), 0

    def add(self, row: Any) -> None:
        told = "\t".join((row["kind"], row["id"], row["change"], row["body_sha256"] or ""))
        self._state.update(f"{told}\n".encode())
        self._count += 1

    def noted(self) -> dict[str, Any]:
        return {"sha256": self._state.hexdigest(), "count": self._count}


def whole(table: str, row: Row) -> str:
    """The record of a row in one text: a document's own text goes back into its JSON."""
    if table != "document":
        return str(row["body"])
    return canonical({**json.loads(row["body"]), "text": row["text"]})


def forget(connection: sa.Connection) -> None:
    """Takes the words of all earlier runs away: a removed page may be quoted in any of them."""
    connection.execute(past.update().where(past.c.body.is_not(None)).values(body=None))


def run_of(told: Entry) -> Run:
    """The run that an entry of kind linked tells of."""
    value = told.value() or {}
    by, changes = value.get("by", {}), value.get("changes")
    return Run(
        told.seq,
        told.at,
        told.actor,
        by.get("linking", ""),
        tuple(by.get("extractors", ())),
        tuple(sorted(value.get("counts", {}).items())),
        changes["count"] if changes else None,
    )


def difference(connection: sa.Connection, one: Run, two: Run) -> Difference:
    """What differs between two runs, `one` the earlier; every run after it must have kept its changes."""
    touched = _touched(connection, one.entry, two.entry)
    old, new = _as_of(connection, touched, one.entry), _as_of(connection, touched, two.entry)
    differing = [key for key in touched if old.get(key) != new.get(key)]
    forgotten = {key for key in differing if "" in (old.get(key), new.get(key))}
    kept = [key for key in differing if key not in forgotten]
    before, after = _records(old, kept), _records(new, kept)
    return Difference(one, two, before, after, _around(connection, before, after), tuple(sorted(forgotten)))


def _touched(connection: sa.Connection, before: int, after: int) -> list[tuple[str, str]]:
    between = sa.select(past.c.kind, past.c.id).where(past.c.run > before, past.c.run <= after)
    return [(kind, key) for kind, key in connection.execute(between.distinct().order_by(past.c.kind, past.c.id))]


def _as_of(connection: sa.Connection, keys: list[tuple[str, str]], run: int) -> dict[tuple[str, str], str]:
    """Records as they stood after a run: what the next run that touched them put aside, or what stands now. "" for one
    whose words are gone."""
    later = sa.select(past.c.kind, past.c.id, sa.func.min(past.c.run)).where(past.c.run > run)
    first = {(kind, key): at for kind, key, at in connection.execute(later.group_by(past.c.kind, past.c.id))}
    found: dict[tuple[str, str], str] = {}
    for kind, key in keys:
        if (kind, key) in first:
            at = (past.c.run == first[kind, key], past.c.kind == kind, past.c.id == key)
            change, body = connection.execute(sa.select(past.c.change, past.c.body).where(*at)).one()
            found |= {} if change == "new" else {(kind, key): body or ""}
        else:
            row = connection.execute(sa.select(TABLES[kind]).where(TABLES[kind].c.id == key)).first()
            found |= {} if row is None else {(kind, key): whole(kind, dict(row._mapping))}
    return found


def _records(texts: dict[tuple[str, str], str], keys: Iterable[tuple[str, str]]) -> Accounts:
    found: dict[str, list[Any]] = {field: [] for field, _ in FIELDS.values()}
    for table, key in keys:
        if (table, key) in texts:
            field, cls = FIELDS[table]
            found[field].append(from_plain(cls, json.loads(texts[table, key])))
    return Accounts(**{field: tuple(records) for field, records in found.items()})


def _around(connection: sa.Connection, *sides: Accounts) -> Accounts:
    """The documents that claims of either side stand on."""
    held = {document.id: document for side in sides for document in side.documents}
    wanted = {claim.document for side in sides for claim in side.claims} - held.keys()
    return Accounts(documents=(*held.values(), *by_ids(connection, "document", wanted)))


def check_past(connection: sa.Connection, removed: bool) -> Iterator[Fault]:
    """Rows are what their run's entry noted, and no words are gone without a removal."""
    noted = _noted(connection)
    told = sorted({run for (run,) in connection.execute(sa.select(past.c.run).distinct())} | noted.keys())
    for run in told:
        tally = _Tally()
        for row in connection.execute(sa.select(past).where(past.c.run == run).order_by(past.c.kind, past.c.id)):
            yield from _check_row(row._mapping, removed)
            tally.add(row._mapping)
        if tally.noted() != noted.get(run, {"sha256": hashlib.sha256().hexdigest(), "count": 0}):
            yield Fault(f"past of run {run}", "is not what its entry noted")


def _noted(connection: sa.Connection) -> dict[int, dict[str, Any]]:
    """What entries note of their runs' changes."""
    query = sa.select(entry.c.seq, entry.c.body).where(entry.c.kind == "linked", entry.c.body.is_not(None))
    values = {seq: json.loads(body) for seq, body in connection.execute(query)}
    return {seq: value["changes"] for seq, value in values.items() if value.get("changes")}


def _check_row(row: Any, removed: bool) -> Iterator[Fault]:
    where = f"past of run {row['run']}"
    if row["body"] is not None and sha256(row["body"]) != row["body_sha256"]:
        yield Fault(where, f"{row['kind']} {row['id']} is not as it was put aside")
    if row["body"] is None and row["body_sha256"] is not None and not removed:
        yield Fault(where, f"the words of {row['kind']} {row['id']} are gone, and no removal says why")
