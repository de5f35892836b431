"""schema.COLUMNS as SQLAlchemy tables, with indexes, full text, views and triggers for both databases.

Rule: DDL only. STRICT tables and append-only triggers in SQLite, the same triggers in PL/pgSQL.
"""

from __future__ import annotations

import itertools
from typing import Any

import sqlalchemy as sa

from rashomon.ledger.schema import COLUMNS, VIEWS, Column

_TYPES: dict[str, sa.types.TypeEngine[Any]] = {
    "text": sa.Text(),
    "int": sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
    "real": sa.Double().with_variant(sa.REAL(), "sqlite"),
    "blob": sa.LargeBinary(),
}

metadata = sa.MetaData()


def _column(column: Column) -> sa.Column[Any]:
    rules = column.rule.split()
    return sa.Column(
        column.name,
        _TYPES[column.type],
        primary_key="key" in rules,
        nullable="null" in rules,
        unique="unique" in rules or None,
        index="index" in rules or None,
        autoincrement=False,
    )


def _table(name: str, columns: list[Column]) -> sa.Table:
    extra: list[sa.schema.SchemaItem] = []
    if name == "claim":
        extra.append(sa.ForeignKeyConstraint(["document"], ["document.id"]))
        extra.append(sa.ForeignKeyConstraint(["event"], ["event.id"]))
    return sa.Table(name, metadata, *map(_column, columns), *extra, sqlite_strict=True)


TABLES = {name: _table(name, list(group)) for name, group in itertools.groupby(COLUMNS, key=lambda c: c.table)}
entry = TABLES["entry"]

_SQLITE_TRIGGERS = """
CREATE TRIGGER entry_stays BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'the record is append-only: nothing is deleted from entry'); END;
CREATE TRIGGER entry_unchanged BEFORE UPDATE ON entry
WHEN NEW.body IS NOT NULL OR OLD.seq IS NOT NEW.seq OR OLD.at IS NOT NEW.at OR OLD.actor IS NOT NEW.actor
  OR OLD.kind IS NOT NEW.kind OR OLD.subject IS NOT NEW.subject OR OLD.prev IS NOT NEW.prev
  OR OLD.hash IS NOT NEW.hash OR OLD.body_sha256 IS NOT NEW.body_sha256
  OR OLD.kind NOT IN ('reading', 'page', 'decision')
  OR NOT EXISTS (SELECT 1 FROM entry r WHERE r.kind = 'removal' AND r.subject = OLD.subject)
BEGIN SELECT RAISE(ABORT, 'the record is append-only: nothing is changed in entry'); END;
CREATE TRIGGER entry_in_line BEFORE INSERT ON entry
WHEN NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'the record grows at its end: seq must follow the last one'); END;
CREATE TRIGGER past_stays BEFORE DELETE ON past
BEGIN SELECT RAISE(ABORT, 'the record is append-only: nothing is deleted from past'); END;
CREATE TRIGGER past_unchanged BEFORE UPDATE ON past
WHEN NEW.body IS NOT NULL OR OLD.run IS NOT NEW.run OR OLD.kind IS NOT NEW.kind OR OLD.id IS NOT NEW.id
  OR OLD.change IS NOT NEW.change OR OLD.body_sha256 IS NOT NEW.body_sha256
  OR NOT EXISTS (SELECT 1 FROM entry r WHERE r.kind = 'removal')
BEGIN SELECT RAISE(ABORT, 'the record is append-only: nothing is changed in past'); END
"""

_SQLITE_SEARCH = """
CREATE VIRTUAL TABLE claim_search USING fts5(quote, says, trigger, place, content='claim',
  tokenize='unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE document_search USING fts5(title, text, content='document',
  tokenize='unicode61 remove_diacritics 2')
"""

_POSTGRES_TRIGGERS = """
CREATE FUNCTION entry_append_only() RETURNS trigger AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.body IS NULL AND OLD.kind IN ('reading', 'page', 'decision')
     AND (OLD.seq, OLD.at, OLD.actor, OLD.kind, OLD.subject, OLD.prev, OLD.hash, OLD.body_sha256)
       = (NEW.seq, NEW.at, NEW.actor, NEW.kind, NEW.subject, NEW.prev, NEW.hash, NEW.body_sha256)
     AND EXISTS (SELECT 1 FROM entry r WHERE r.kind = 'removal' AND r.subject = OLD.subject)
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the record is append-only: nothing is deleted from or changed in entry';
END $$ LANGUAGE plpgsql;
CREATE TRIGGER entry_stays BEFORE UPDATE OR DELETE ON entry FOR EACH ROW EXECUTE FUNCTION entry_append_only();
CREATE TRIGGER entry_no_truncate BEFORE TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION entry_append_only();
CREATE FUNCTION past_append_only() RETURNS trigger AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.body IS NULL
     AND (OLD.run, OLD.kind, OLD.id, OLD.change) = (NEW.run, NEW.kind, NEW.id, NEW.change)
     AND OLD.body_sha256 IS NOT DISTINCT FROM NEW.body_sha256
     AND EXISTS (SELECT 1 FROM entry r WHERE r.kind = 'removal')
  THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the record is append-only: nothing is deleted from or changed in past';
END $$ LANGUAGE plpgsql;
CREATE TRIGGER past_stays BEFORE UPDATE OR DELETE ON past FOR EACH ROW EXECUTE FUNCTION past_append_only();
CREATE TRIGGER past_no_truncate BEFORE TRUNCATE ON past FOR EACH STATEMENT EXECUTE FUNCTION past_append_only()
"""

CLAIM_WORDS = "to_tsvector('simple', quote || ' ' || says || ' ' || trigger || ' ' || coalesce(place, ''))"
"""The words of a claim in PostgreSQL: an index is used only where a query says the same."""

_POSTGRES_SEARCH = """
CREATE INDEX claim_search ON claim USING gin ({claim_words});
CREATE INDEX document_search ON document USING gin (to_tsvector('simple', left(text, 200000)))
"""


def create_all(connection: sa.Connection) -> None:
    """Makes every table, view, trigger and index of the schema in an empty database."""
    sqlite = connection.dialect.name == "sqlite"
    kept = [table for name, table in TABLES.items() if not (sqlite and name == "page_bytes")]
    metadata.create_all(connection, tables=kept, checkfirst=False)
    _run(connection, _SQLITE_TRIGGERS if sqlite else _POSTGRES_TRIGGERS)
    _run(connection, _SQLITE_SEARCH if sqlite else _POSTGRES_SEARCH.format(claim_words=CLAIM_WORDS))
    for name, select in VIEWS.items():
        connection.exec_driver_sql(f"CREATE VIEW {name} AS {select}")


def _run(connection: sa.Connection, script: str) -> None:
    first, *others = script.strip().split(";\nCREATE ")
    for statement in (first, *("CREATE " + rest for rest in others)):
        connection.exec_driver_sql(statement)
