"""How far a build has come, as the record shows it to another process. Rule: reads the record's columns and one body,
so that asking every few seconds costs nothing; takes no lock, and writes nothing."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from rashomon.ledger.chain import Entry
from rashomon.ledger.connect import translated
from rashomon.ledger.store import SqlLedger
from rashomon.ledger.tables import entry


@dataclass(frozen=True, slots=True)
class Underway:
    """What was brought in since the case was last linked.

    linked   place in the record of the entry that linked last, 0 when none has: the accounts change with it alone
    pages    pages of the record in all; unlinked: pages read since; refused: inputs declined since
    last     file name of the page that came last, "" when none has; seconds since the last entry was written
    """

    linked: int
    pages: int
    unlinked: int
    refused: int
    last: str
    seconds: float


def underway(ledger: SqlLedger) -> Underway:
    """How far a build of this case has come; everything is linked when `unlinked` and `refused` are 0."""
    with translated(ledger.where), ledger.engine.connect() as connection:
        linked = connection.execute(_last_of("linked", "redacted")).first()
        since = linked[0] if linked else 0
        page = connection.execute(_last_of("page").where(entry.c.body.is_not(None))).first()
        last = connection.execute(_last_of()).first()
        pages = _counted(connection, 0, "page")
        unlinked, refused = (_counted(connection, since, kind) for kind in ("reading", "refusal"))
    file = str(Entry(*page).value()["file"]) if page else ""
    return Underway(since, pages, unlinked, refused, file, _age(ledger.now(), Entry(*last).at) if last else 0.0)


def _last_of(*kinds: str) -> sa.Select[Any]:
    """The last entry of these kinds, of any where none is given."""
    found = sa.select(entry).order_by(entry.c.seq.desc()).limit(1)
    return found.where(entry.c.kind.in_(kinds)) if kinds else found


def _counted(connection: sa.Connection, since: int, kind: str) -> int:
    query = sa.select(sa.func.count(sa.distinct(entry.c.subject))).where(entry.c.seq > since, entry.c.kind == kind)
    return int(connection.execute(query).scalar() or 0)


def _age(now: str, then: str) -> float:
    """Seconds between two times, 0 when the second is ahead of the first: clocks may run backwards."""
    return max(0.0, (datetime.datetime.fromisoformat(now) - datetime.datetime.fromisoformat(then)).total_seconds())
