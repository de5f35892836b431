"""How far a build has come, as the record shows it to another process. Rule: reads the record's columns and one body, so
that asking every few seconds costs nothing; takes no lock, and writes nothing."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import sqlalchemy as sa

from rashomon.ledger.chain import Entry
from rashomon.ledger.connect import translated
from rashomon.ledger.store import SqlLedger
from rashomon.ledger.tables import entry


@dataclass(frozen=True, slots=True)
class Underway:
    """What was brought in since the case was last linked.

    pages    pages of the record in all; unlinked: pages read since; refused: inputs declined since
    last     file name of the page that came last, "" when none has; seconds since the last entry was written
    """

    pages: int
    unlinked: int
    refused: int
    last: str
    seconds: float


def underway(ledger: SqlLedger) -> Underway:
    """How far a build of this case has come; everything is linked when `unlinked` and `refused` are 0."""
    with translated(ledger.where), ledger.engine.connect() as connection:
        linked = _number(connection, sa.select(sa.func.max(entry.c.seq)).where(entry.c.kind == "linked"))
        kinds = dict(
            connection.execute(
                sa.select(entry.c.kind, sa.func.count(sa.distinct(entry.c.subject)))
                .where(entry.c.seq > linked, entry.c.kind.in_(("reading", "refusal")))
                .group_by(entry.c.kind)
            )
            .tuples()
            .all()
        )
        pages = _number(
            connection, sa.select(sa.func.count(sa.distinct(entry.c.subject))).where(entry.c.kind == "page")
        )
        last = connection.execute(sa.select(entry).order_by(entry.c.seq.desc()).limit(1)).first()
        page = connection.execute(
            sa.select(entry)
            .where(entry.c.kind == "page", entry.c.body.is_not(None))
            .order_by(entry.c.seq.desc())
            .limit(1)
        ).first()
    file = str(Entry(*page).value()["file"]) if page else ""
    return Underway(pages, kinds.get("reading", 0), kinds.get("refusal", 0), file, _age(ledger.now(), last))


def _number(connection: sa.Connection, query: sa.Select[tuple[int]]) -> int:
    return connection.execute(query).scalar() or 0


def _age(now: str, last: sa.Row[tuple[object, ...]] | None) -> float:
    """Seconds since an entry was written, 0 when its clock is ahead of ours."""
    if last is None:
        return 0.0
    at = datetime.datetime.fromisoformat(Entry(*last).at)
    return max(0.0, (datetime.datetime.fromisoformat(now) - at).total_seconds())
