"""Holds everything that is kept against its hashes and its words. Rule: reads only; every fault is told, the first one
first, and nothing is mended.

What is held against what: the database against its own structure; the schema against the one this version makes; every
entry against the one before and the head; every page's bytes against its name; every span of a reading against the text
it quotes; every derived row against the record in it, and all of them against the hash that linking noted.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from rashomon.errors import NotFound
from rashomon.ledger.blobs import FolderBlobs
from rashomon.ledger.chain import Entry, fault
from rashomon.ledger.connect import memory_engine
from rashomon.ledger.derived import Tally, noted_of
from rashomon.ledger.fault import Fault
from rashomon.ledger.folder import check_folder
from rashomon.ledger.past import check_past
from rashomon.ledger.rows import record_of, row_of
from rashomon.ledger.schema import DERIVED
from rashomon.ledger.seal import Seal, check_seal
from rashomon.ledger.store import AT_ONCE, SqlLedger
from rashomon.ledger.tables import TABLES, create_all
from rashomon.record import Document, Page, PageReading, Span, from_plain

Reread = Callable[[Page], Document | None]
"""Reads a page's text again, as the reader of this version does; None = it cannot be read."""


def verify(ledger: SqlLedger, reread: Reread | None = None, sealed: Seal | None = None) -> list[Fault]:
    """Every fault found; [] when all is as it was written. `reread` also holds the texts against the pages, `sealed`
    the record against a seal."""
    found = list(_damage(ledger))
    if found:
        return found  # what a damaged file says about the rest is worth nothing
    found += _schema(ledger)
    found += _chain(ledger)
    for check in (_folder(ledger), _pages(ledger), _readings(ledger, reread), _derived(ledger), _past(ledger)):
        found += _as_far_as_it_reads(check)
    found += check_seal(ledger, sealed) if sealed else ()
    return found


def _as_far_as_it_reads(check: Iterator[Fault]) -> Iterator[Fault]:
    """A check's faults; a body that was tampered with may be anything, and ends the check that trips over it."""
    try:
        yield from check
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        yield Fault("record", f"cannot be read on: {type(error).__name__}: {error}")


def _damage(ledger: SqlLedger) -> Iterator[Fault]:
    """SQLite's own check of its pages, indexes, types and full-text tables."""
    if ledger.engine.dialect.name != "sqlite":
        return
    try:
        with ledger.engine.connect() as connection:
            for (told,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
                if told != "ok":
                    yield Fault("case.db", str(told))
            for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
                yield Fault(f"table {table}", f"row {row} points to a {parent} that is not there")
    except sa.exc.DBAPIError as error:
        yield Fault("case.db", str(error.orig))


def _schema(ledger: SqlLedger) -> Iterator[Fault]:
    """Tables, indexes, triggers and views are those that this version makes: no guard has been taken away."""
    on_server = ledger.engine.dialect.name == "postgresql"
    try:
        wanted, there = _server_schemas(ledger) if on_server else _file_schemas(ledger)
    except sa.exc.ProgrammingError as error:
        yield Fault(
            "schema", f"could not be held against this version's ({error.orig}); verify as the database's owner"
        )
        return
    for name in sorted(wanted.keys() | there.keys()):
        of_sqlite = "_search_" in name and name in wanted and name in there  # full text's own tables, by its version
        if wanted.get(name) != there.get(name) and not of_sqlite:
            yield Fault(name, "is not there" if name not in there else "is not as rashomon made it")


def _file_schemas(ledger: SqlLedger) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    query = "SELECT type || ' ' || name, sql FROM sqlite_master"
    with memory_engine().connect() as fresh, ledger.engine.connect() as connection:
        create_all(fresh)
        wanted = {str(name): _words(sql) for name, sql in fresh.exec_driver_sql(query)}
        there = {str(name): _words(sql) for name, sql in connection.exec_driver_sql(query)}
    return wanted, there


_SERVER_SCHEMA = """
SELECT 'trigger ' || t.tgname, pg_get_triggerdef(t.oid) || ' ' || t.tgenabled::text FROM pg_trigger t
  JOIN pg_class c ON c.oid = t.tgrelid WHERE c.relnamespace = '{n}'::regnamespace AND NOT t.tgisinternal
UNION ALL SELECT 'function ' || proname, prosrc FROM pg_proc WHERE pronamespace = '{n}'::regnamespace
UNION ALL SELECT 'view ' || viewname, definition FROM pg_views WHERE schemaname = '{n}'
UNION ALL SELECT 'index ' || indexname, indexdef FROM pg_indexes WHERE schemaname = '{n}'
UNION ALL SELECT 'column ' || c.table_name || '.' || c.column_name, c.data_type || ' ' || c.is_nullable
  FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
  WHERE c.table_schema = '{n}' AND t.table_type = 'BASE TABLE'
"""


def _server_schemas(ledger: SqlLedger) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """The same in PostgreSQL, held against a schema that is made beside it and never committed."""
    found = []
    with ledger.engine.connect() as connection:
        ours = str(connection.exec_driver_sql("SELECT current_schema()").scalar())
        connection.exec_driver_sql(f"CREATE SCHEMA {_BESIDE}")
        connection.exec_driver_sql(f"SET LOCAL search_path = {_BESIDE}")
        create_all(connection)
        for name in (_BESIDE, ours):
            connection.exec_driver_sql(f"SET LOCAL search_path = {name}")
            rows = connection.exec_driver_sql(_SERVER_SCHEMA.format(n=name).replace("%", "%%"))
            found.append({str(key): _words(str(told).replace(f"{name}.", "")) for key, told in rows})
        connection.rollback()
    return found[0], found[1]


_BESIDE = "rashomon_verify"


def _words(sql: str | None) -> list[str]:
    """A statement's words: how it was broken into lines is nobody's concern."""
    return (sql or "").split()


def _chain(ledger: SqlLedger) -> Iterator[Fault]:
    previous: Entry | None = None
    gone: set[str] = set()
    removed = {told.subject for told in ledger.entries("removal")}
    for told in ledger.entries():
        if wrong := fault(told, previous):
            yield Fault(f"entry {told.seq}", wrong)
            return  # one broken link breaks all that follow: naming them adds nothing
        if told.body is None:
            gone.add(told.subject)
        previous = told
    with ledger._read() as connection:
        heads = [tuple(row) for row in connection.execute(sa.select(TABLES["head"]))]
    wanted = [(1, previous.seq, previous.hash)] if previous else []
    if heads != wanted:
        yield Fault("head", f"says {heads}, and the last entry is {wanted}: entries were taken off the end")
    for subject in sorted(gone - removed) if not ledger.is_redacted() else ():
        yield Fault(f"entry of {subject}", "its content is gone, and no removal says why")


def _folder(ledger: SqlLedger) -> Iterator[Fault]:
    """What lies beside the database: nothing that rashomon did not put there."""
    if isinstance(ledger.blobs, FolderBlobs):
        told = [*ledger.entries("seal"), *ledger.entries("migrated")]
        yield from check_folder(Path(ledger.where), ledger.blobs, told, ledger.is_redacted())


def _past(ledger: SqlLedger) -> Iterator[Fault]:
    """What runs replaced is what their entries noted."""
    removed = bool(ledger.removed())
    with ledger._read() as connection:
        yield from check_past(connection, removed)


def _pages(ledger: SqlLedger) -> Iterator[Fault]:
    """The bytes of every page have its name as their hash; no page is missing, none lies there under a false name."""
    removed = ledger.removed()
    kept = () if ledger.is_redacted() else ledger.entries("page")
    known = {told.subject for told in kept} - removed.keys()
    for page in sorted(known | set(ledger.blobs.names())):
        try:
            told = hashlib.sha256(ledger.blobs.get(page)).hexdigest()
        except NotFound:
            yield Fault(f"page {page}", "its bytes are missing")
            continue
        except OSError as error:
            yield Fault(f"page {page}", f"its bytes cannot be read ({error.strerror})")
            continue
        if told != page:
            yield Fault(f"page {page}", f"its bytes hash to {told}")
        if page in removed:
            yield Fault(f"page {page}", "its bytes are there, and it was removed")


def _readings(ledger: SqlLedger, reread: Reread | None) -> Iterator[Fault]:
    """Every span is the words of its text; and the text is what the page says, where this version read it."""
    pages = {told.subject: told for told in ledger.entries("page") if told.body is not None}
    for told in ledger.entries("reading"):
        if told.body is None:
            continue
        try:
            reading = from_plain(PageReading, told.value())
        except (TypeError, ValueError, KeyError) as error:
            yield Fault(f"entry {told.seq}", f"its reading cannot be read: {error}")
            continue
        if reading.document is None:
            continue
        text = reading.document.text
        wrong = next((span for span in spans_in(reading) if text[span.start : span.end] != span.text), None)
        if wrong is not None:
            yield Fault(f"entry {told.seq}", f"{wrong.text[:40]!r} is not at {wrong.start} to {wrong.end} of its text")
        if reread is not None and told.actor == ledger.reader and told.subject in pages:
            again = reread(_page(pages[told.subject], ledger))
            if again is None or again.text != text:
                yield Fault(f"entry {told.seq}", f"its text is not what page {told.subject} says")


def _page(told: Entry, ledger: SqlLedger) -> Page:
    plain = told.value()
    try:
        raw = ledger.blobs.get(told.subject)
    except (NotFound, OSError):
        raw = b""  # told as missing by _pages
    plain["meta"] = tuple(sorted(plain.get("meta", {}).items()))
    return Page(**{key: plain[key] for key in ("id", "file", "url", "retrieved_at", "content_type", "meta")}, raw=raw)


def _derived(ledger: SqlLedger) -> Iterator[Fault]:
    """Derived rows are the projections of their records, and all together what linking noted last."""
    tallies = [Tally(table) for table in DERIVED]
    with ledger._read() as connection:
        for tally in tallies:
            query = sa.select(TABLES[tally.table]).order_by(TABLES[tally.table].c.id)
            query = query.execution_options(yield_per=AT_ONCE)
            for found in connection.execute(query):
                row = dict(found._mapping)
                tally.add([row])
                yield from _projection(tally.table, row)
    noted = [e.value() for e in ledger.entries() if e.kind in ("linked", "redacted")][-1:]
    there = noted_of(tallies)
    if noted and {key: noted[0][key] for key in there} != there:
        yield Fault("derived tables", f"hash to {there['sha256'][:12]}…, and linking noted {noted[0]['sha256'][:12]}…")
    if not noted and any(there["counts"].values()):
        yield Fault("derived tables", "are there, and nothing was ever linked")


def _projection(table: str, row: dict[str, Any]) -> Iterator[Fault]:
    try:
        same = row_of(table, record_of(table, row)) == row
    except (TypeError, ValueError, KeyError, AttributeError, json.JSONDecodeError):
        same = False
    if not same:
        yield Fault(f"table {table}", f"row {row['id']} does not say what its record says")


def spans_in(value: Any) -> Iterator[Span]:
    """Every span in a record."""
    if isinstance(value, Span):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        for field in dataclasses.fields(value):
            yield from spans_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)
