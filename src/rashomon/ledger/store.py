"""SqlLedger: the record of one case, on SQLite or PostgreSQL. Rule: entries are appended in one transaction each; the
derived tables are replaced as a whole; nothing is decided about what a record means."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from rashomon.errors import NotFound
from rashomon.ledger.blobs import Blobs
from rashomon.ledger.chain import Entry, link_entry
from rashomon.ledger.connect import translated, writing
from rashomon.ledger.rows import FIELDS, Row, record_of, rows_of
from rashomon.ledger.schema import DERIVED
from rashomon.ledger.tables import TABLES, entry
from rashomon.record import Accounts, Page, PageReading, Refusal, from_plain, identify, to_plain


def utc_now() -> str:
    """RFC 3339, to the second: the only clock of the ledger."""
    return datetime.datetime.now(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class SqlLedger:
    """Keeps pages, readings and accounts of one case (ports.Ledger).

    where   the folder or URL, for messages
    reader  version of what reads pages: a page read by another version counts as unread
    """

    def __init__(
        self,
        where: str,
        engine: sa.Engine,
        blobs: Blobs,
        reader: str,
        lock: Callable[[], AbstractContextManager[None]],
        now: Callable[[], str] = utc_now,
    ) -> None:
        self.where, self.engine, self.blobs, self.reader = where, engine, blobs, reader
        self.lock, self.now = lock, now

    def close(self) -> None:
        """Lets go of every connection."""
        self.engine.dispose()

    # -- the record --------------------------------------------------------------------------------------------

    def add(self, page: Page, reading: PageReading) -> None:
        """Stores a page's bytes and what was read from it, in one transaction; twice adds nothing."""
        self.blobs.put(page.id, page.raw)
        told = {**to_plain(page), "size": len(page.raw)}
        with self._write() as connection:
            if told not in [e.value() for e in _entries(connection, "page", page.id)]:
                self._append(connection, "page", page.id, told)
            if not _read_by(connection, page.id, self.reader):
                self._append(connection, "reading", page.id, to_plain(reading), actor=self.reader)

    def has_page(self, page_id: str) -> bool:
        """True when this version of the reader has read the page."""
        with self._read() as connection:
            return _read_by(connection, page_id, self.reader)

    def reading_of(self, page_id: str) -> PageReading | None:
        """The last reading of one page; None when there is none."""
        with self._read() as connection:
            told = [e for e in _entries(connection, "reading", page_id) if e.body is not None]
        return from_plain(PageReading, told[-1].value()) if told else None

    def note_name(self, page: Page) -> None:
        """Stores that known bytes came in under another name, URL or time as well."""
        told = {**to_plain(page), "size": len(page.raw)}
        with self._write() as connection:
            if told not in [e.value() for e in _entries(connection, "page", page.id)]:
                self._append(connection, "page", page.id, told)

    def refuse(self, refusal: Refusal) -> None:
        """Stores what could not be brought in; the same refusal twice adds nothing."""
        with self._write() as connection:
            if not _entries(connection, "refusal", refusal.id):
                self._append(connection, "refusal", refusal.id, to_plain(refusal))

    def append(self, kind: str, subject: str, value: object, actor: str = "") -> Entry:
        """Adds one entry of any kind; it is on the disk when this returns."""
        with self._write() as connection:
            return self._append(connection, kind, subject, value, actor)

    def entries(self, kind: str | None = None) -> Iterator[Entry]:
        """Entries in order, of one kind or of all."""
        query = sa.select(entry).order_by(entry.c.seq)
        with self._read() as connection:
            rows = connection.execute(query if kind is None else query.where(entry.c.kind == kind))
            yield from (Entry(*row) for row in rows)

    def refusals(self) -> tuple[Refusal, ...]:
        """What could not be brought in, sorted by id."""
        told = (from_plain(Refusal, e.value()) for e in self.entries("refusal"))
        return tuple(sorted(told, key=lambda refusal: refusal.id))

    def readings(self) -> Iterator[PageReading]:
        """The last reading of every page that has not been removed, sorted by document id."""
        names = self._file_names()
        latest = sa.select(sa.func.max(entry.c.seq)).where(entry.c.kind == "reading", entry.c.body.is_not(None))
        with self._read() as connection:
            found = connection.execute(
                sa.select(entry.c.subject, entry.c.seq).where(entry.c.seq.in_(latest.group_by(entry.c.subject)))
            ).all()
            for page, seq in sorted(found, key=lambda row: identify("doc", row[0])):
                row = connection.execute(sa.select(entry).where(entry.c.seq == seq)).one()
                yield _named(from_plain(PageReading, Entry(*row).value()), names[page])

    def _file_names(self) -> dict[str, str]:
        names: dict[str, str] = {}
        for told in self.entries("page"):
            if told.body is not None:
                names[told.subject] = min(names.get(told.subject, told.value()["file"]), told.value()["file"])
        return names

    # -- what is derived from it -------------------------------------------------------------------------------

    def is_linked(self) -> bool:
        """True when the derived records were made by this version from every entry there is."""
        with self._read() as connection:
            last = connection.execute(sa.select(entry).order_by(entry.c.seq.desc()).limit(1)).first()
        return last is not None and Entry(*last).kind == "linked" and Entry(*last).actor == self.reader

    def store(self, accounts: Accounts) -> None:
        """Replaces the linked and weighed records in one transaction, and notes their hash."""
        rows = rows_of(accounts)
        told = {"sha256": _digest(rows), "counts": {table: len(rows[table]) for table in DERIVED}}
        with self._write() as connection:
            for table in _DELETING:
                connection.execute(TABLES[table].delete())
            for table in _INSERTING:
                if rows[table]:
                    connection.execute(TABLES[table].insert(), rows[table])
            _refresh_search(connection)
            self._append(connection, "linked", "accounts", told)

    def accounts(self) -> Accounts:
        """All linked and weighed records, sorted by id."""
        with self._read() as connection:
            return Accounts(**{field: _records(connection, table) for table, (field, _) in FIELDS.items()})

    def accounts_of_event(self, event_id: str) -> Accounts:
        """One event with its claims, and the claims, relations, documents and sources around them."""
        claim = TABLES["claim"]
        with self._read() as connection:
            events = _records(connection, "event", TABLES["event"].c.id == event_id)
            if not events:
                raise NotFound(f"{self.where}: no event {event_id}; `rashomon show {self.where}` lists them")
            return _around(connection, _records(connection, "claim", claim.c.event == event_id), events)

    def accounts_of_claim(self, claim_id: str) -> Accounts:
        """One claim, and its relations, document, sources and event."""
        with self._read() as connection:
            claims = _records(connection, "claim", TABLES["claim"].c.id == claim_id)
            if not claims:
                raise NotFound(f"{self.where}: no claim {claim_id}; `rashomon show {self.where} --event ID` lists them")
            events = _records(connection, "event", TABLES["event"].c.id == claims[0].event)
            return _around(connection, claims, events)

    # -- transactions ------------------------------------------------------------------------------------------

    @contextmanager
    def _read(self) -> Iterator[sa.Connection]:
        with translated(self.where), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _write(self) -> Iterator[sa.Connection]:
        with translated(self.where), writing(self.engine) as connection:
            yield connection

    def _append(self, connection: sa.Connection, kind: str, subject: str, value: object, actor: str = "") -> Entry:
        last = connection.execute(sa.select(entry).order_by(entry.c.seq.desc()).limit(1)).first()
        new = link_entry(Entry(*last) if last else None, self.now(), actor or self.reader, kind, subject, value)
        connection.execute(entry.insert(), {c.name: getattr(new, c.name) for c in entry.columns})
        return new


_INSERTING = ("document", "event", "claim", "source", "relation", "refusal")
_DELETING = tuple(reversed(_INSERTING))


def _entries(connection: sa.Connection, kind: str, subject: str) -> list[Entry]:
    query = sa.select(entry).where(entry.c.subject == subject, entry.c.kind == kind).order_by(entry.c.seq)
    return [Entry(*row) for row in connection.execute(query)]


def _read_by(connection: sa.Connection, page: str, reader: str) -> bool:
    of_page = (entry.c.subject == page, entry.c.kind == "reading", entry.c.actor == reader)
    return connection.execute(sa.select(entry.c.seq).where(*of_page).limit(1)).first() is not None


def _records(connection: sa.Connection, table: str, *where: sa.ColumnElement[bool]) -> tuple[Any, ...]:
    query = sa.select(TABLES[table]).where(*where).order_by(TABLES[table].c.id)
    return tuple(record_of(table, dict(row._mapping)) for row in connection.execute(query))


def _around(connection: sa.Connection, claims: tuple[Any, ...], events: tuple[Any, ...]) -> Accounts:
    relation, claim, ids = TABLES["relation"], TABLES["claim"], [c.id for c in claims]
    relations = _records(connection, "relation", relation.c.a.in_(ids) | relation.c.b.in_(ids))
    beside = {end for r in relations for end in (r.a, r.b)} | {answered for c in claims for answered in c.answers}
    claims += _records(connection, "claim", claim.c.id.in_(sorted(beside - set(ids))))
    documents = _records(connection, "document", TABLES["document"].c.id.in_(sorted({c.document for c in claims})))
    spoken = {step.source for c in claims for step in c.attribution if step.source}
    sources = _records(connection, "source", TABLES["source"].c.id.in_(sorted(spoken)))
    return Accounts(documents, claims, sources, events, relations)


def _named(reading: PageReading, file: str) -> PageReading:
    if reading.document is None or reading.document.file == file:
        return reading
    return replace(reading, document=replace(reading.document, file=file))


def _digest(rows: dict[str, list[Row]]) -> str:
    state = hashlib.sha256()
    for table in DERIVED:
        for row in sorted(rows[table], key=lambda row: str(row["id"])):
            state.update(f"{table}\n{row['body']}\n{row.get('text', '')}\n".encode("utf-8", "surrogatepass"))
    return state.hexdigest()


def _refresh_search(connection: sa.Connection) -> None:
    if connection.dialect.name == "sqlite":
        for search in ("claim_search", "document_search"):
            connection.exec_driver_sql(f"INSERT INTO {search}({search}) VALUES ('rebuild')")
