"""SqlLedger: the record of one case, on SQLite or PostgreSQL. Rule: entries are appended, each step in one
transaction; nothing is decided about what a record means. The derived tables are `derived`'s."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from rashomon.errors import NotFound
from rashomon.ledger import derived, past
from rashomon.ledger.blobs import Blobs
from rashomon.ledger.chain import Entry, canonical, link_entry
from rashomon.ledger.connect import translated, writing
from rashomon.ledger.tables import TABLES, entry
from rashomon.record import (
    Accounts,
    Decision,
    Difference,
    Page,
    PageReading,
    Refusal,
    Run,
    from_plain,
    identify,
    to_plain,
)

AT_ONCE = 500
"""Rows fetched at a time: about 10 MB of readings."""


def utc_now() -> str:
    """RFC 3339, to the microsecond: the only clock of the ledger."""
    return _exact(datetime.datetime.now(datetime.UTC))


class SqlLedger:
    """Keeps pages, readings and accounts of one case (ports.Ledger).

    where    the folder or URL, for messages
    reader   version of what reads pages: a page read by another version counts as unread
    linking  version of what links and weighs: a case linked by another version is linked again
    """

    def __init__(
        self,
        where: str,
        engine: sa.Engine,
        blobs: Blobs,
        reader: str,
        lock: Callable[[], AbstractContextManager[None]],
        now: Callable[[], str] = utc_now,
        linking: str = "",
    ) -> None:
        self.where, self.engine, self.blobs, self.reader, self.linking = where, engine, blobs, reader, linking
        self.lock, self.now = lock, now

    def now_exactly(self) -> str:
        """The clock to the microsecond, for decisions."""
        return _exact(datetime.datetime.fromisoformat(self.now()))

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

    def head(self) -> Entry | None:
        """The last entry; None in an empty record."""
        with self._read() as connection:
            return _last(connection)

    def decide(self, draft: Decision) -> Decision:
        """Adds a decision: gives it its time, never before that of an earlier one, and its id. It is on the disk when
        this returns."""
        with self._write() as connection:
            last = _last(connection)
            at = max(self.now_exactly(), _after(_latest_decision(connection)))
            fields = to_plain(replace(draft, id="", at=at))
            made = replace(draft, at=at, id=identify("decision", canonical(fields), last.hash if last else None))
            self._append(connection, "decision", made.id, to_plain(made), made.who, made.at)
            return made

    def take_in(self, decisions: Iterable[Decision]) -> int:
        """Adds decisions made elsewhere, as they are; those that the case holds add nothing. All or none; returns how
        many were new."""
        new = 0
        with self._write() as connection:
            for decision in sorted(decisions, key=lambda d: (d.at, d.id)):
                if not _entries(connection, "decision", decision.id):
                    self._append(connection, "decision", decision.id, to_plain(decision), decision.who, decision.at)
                    new += 1
        return new

    def decisions(self, upto: int | None = None) -> tuple[Decision, ...]:
        """Every decision (of the entries up to a seq), in the order of their times."""
        told = [e for e in self.entries("decision") if e.body is not None and (upto is None or e.seq <= upto)]
        return tuple(sorted((from_plain(Decision, e.value()) for e in told), key=lambda d: (d.at, d.id)))

    def remove(self, subjects: Sequence[str], why: str, who: str) -> None:
        """Takes the content of entries away and leaves a tombstone for each subject; the chain still holds."""
        with self._write() as connection:
            for subject in subjects:
                self._append(connection, "removal", subject, {"why": why}, actor=who)
                connection.execute(entry.update().where(*_content_of(subject)).values(body=None))
            past.forget(connection)
        self.finish_removals()
        self.fold_log()

    def finish_removals(self) -> None:
        """Drops the bytes of pages that were removed; what a killed removal left is dropped when the case is opened."""
        for subject in self.removed():
            self.blobs.drop(subject)

    def pages_called(self, page: str) -> list[str]:
        """The ids of pages with this SHA-256 or file name; raises NotFound."""
        told = [e for e in self.entries("page") if e.body is not None]
        found = sorted({e.subject for e in told if page == e.subject or page == e.value()["file"]})
        if not found:
            raise NotFound(f"{self.where}: holds no page {page}; the view `documents` lists them")
        return found

    def removed(self) -> dict[str, str]:
        """Subjects whose content was removed, and why."""
        return {told.subject: told.value()["why"] for told in self.entries("removal")}

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
        query = sa.select(entry).order_by(entry.c.seq).execution_options(yield_per=AT_ONCE)
        with self._read() as connection:
            rows = connection.execute(query if kind is None else query.where(entry.c.kind == kind))
            yield from (Entry(*row) for row in rows)

    def refusals(self, upto: int | None = None) -> tuple[Refusal, ...]:
        """What could not be brought in (up to a seq), sorted by id."""
        told = (from_plain(Refusal, e.value()) for e in self.entries("refusal") if upto is None or e.seq <= upto)
        return tuple(sorted(told, key=lambda refusal: refusal.id))

    def readings(self, upto: int | None = None) -> Iterator[PageReading]:
        """The last reading (up to a seq) of every page that has not been removed, sorted by document id."""
        names = self._file_names()
        latest = sa.select(sa.func.max(entry.c.seq)).where(entry.c.kind == "reading", entry.c.body.is_not(None))
        if upto is not None:
            latest = latest.where(entry.c.seq <= upto)
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
        telling = sa.select(entry).where(entry.c.kind.not_in(_ASIDE)).order_by(entry.c.seq.desc()).limit(1)
        with self._read() as connection:
            last = connection.execute(telling).first()
        if last is None or Entry(*last).kind != "linked":
            return False
        run = past.run_of(Entry(*last))
        return (run.reader, run.linking) == (self.reader, self.linking)

    def runs(self) -> list[Run]:
        """Every run over the case, in order."""
        return [past.run_of(told) for told in self.entries("linked")]

    def difference(self, one: Run, two: Run) -> Difference:
        """What differs between two runs as they were stored; raises NotFound where a run since kept no changes. Before
        the first run there was nothing."""
        if one.entry == 0 and two.entry == self.runs()[-1].entry:
            there = self.accounts()
            return Difference(one, two, Accounts(), there, Accounts(documents=there.documents))
        later = [run for run in self.runs() if run.entry > one.entry]
        unkept = [run.entry for run in later if run.changes is None]
        if unkept:
            raise NotFound(
                f"{self.where}: the run at entry {unkept[-1]} did not keep what it replaced (it was the first one, or "
                "made before cases kept it, or by unpacking); runs from there on can be compared"
            )
        with self._read() as connection:
            return past.difference(connection, one, two)

    def is_redacted(self) -> bool:
        """True for a copy whose names were masked: it can be read, and not built on."""
        return next(self.entries("redacted"), None) is not None

    def store(self, accounts: Accounts, kind: str = "linked", profiles: Sequence[str] = ()) -> None:
        """Brings the linked and weighed records to these, in one transaction, and notes their hash and what they
        replaced; kind "redacted" for a copy whose names were masked by `profiles`."""
        with self._write() as connection:
            before = _last(connection)
            keeper = past.Keeper(connection, before.seq + 1 if before else 1, _removed_since_linked(connection))
            keeps = kind == "linked" and not derived.is_empty(connection)
            told = (
                derived.replace_all(connection, accounts, keeper)
                if keeps
                else derived.replace_all(connection, accounts)
            )
            told |= {"by": self._by(accounts), "changes": keeper.noted()} if keeps else {"by": self._by(accounts)}
            self._append(connection, kind, "accounts", told | ({"profiles": list(profiles)} if profiles else {}))

    def rebuild(self, accounts: Accounts) -> None:
        """Fills the derived tables of a case that has only its entries; adds an entry only when they are not those that
        linking noted last."""
        last = [told.value() for told in self.entries("linked")][-1:]
        with self._write() as connection:
            told = derived.replace_all(connection, accounts)
            if [{key: noted[key] for key in told} for noted in last] != [told]:
                self._append(connection, "linked", "accounts", told | {"by": self._by(accounts)})

    def _by(self, accounts: Accounts) -> dict[str, object]:
        """Versions of what made a run."""
        methods = {f"{claim.method.extractor} {claim.method.version}" for claim in accounts.claims}
        return {"linking": self.linking, "extractors": sorted(methods)}

    def replaced(self) -> Iterator[dict[str, Any]]:
        """What every run replaced, by run, table and id."""
        query = sa.select(past.past).order_by(past.past.c.run, past.past.c.kind, past.past.c.id)
        query = query.execution_options(yield_per=AT_ONCE)
        with self._read() as connection:
            yield from (dict(row._mapping) for row in connection.execute(query))

    def restore(self, entries: Sequence[Entry], replaced: Sequence[Mapping[str, object]] = ()) -> None:
        """Fills an empty record with entries of another case, chain and all, and with what its runs replaced."""
        with self._write() as connection:
            if replaced:
                connection.execute(past.past.insert(), [dict(row) for row in replaced])
            for told in entries:
                connection.execute(entry.insert(), {c.name: getattr(told, c.name) for c in entry.columns})
            if entries:
                _set_head(connection, entries[-1])

    def accounts(self) -> Accounts:
        """All linked and weighed records, sorted by id."""
        with self._read() as connection:
            return derived.everything(connection)

    def event_lots(self) -> Iterator[Accounts]:
        """All events, some at a time, with their claims and the names of their pages: for a case too large to hold."""
        with self._read() as connection:
            yield from derived.event_lots(connection)

    def how_many(self) -> dict[str, int]:
        """Records by table."""
        with self._read() as connection:
            return derived.how_many(connection)

    def accounts_of_event(self, event_id: str) -> Accounts:
        """One event with its claims, and the claims, relations, documents and sources around them."""
        with self._read() as connection:
            found = derived.around_event(connection, event_id)
        if not found.events:
            raise NotFound(f"{self.where}: no event {event_id}; `rashomon show {self.where}` lists them")
        return found

    def accounts_of_claim(self, claim_id: str) -> Accounts:
        """One claim, and its relations, document, sources and event."""
        with self._read() as connection:
            found = derived.around_claim(connection, claim_id)
        if not found.claims:
            raise NotFound(f"{self.where}: no claim {claim_id}; `rashomon show {self.where} --event ID` lists them")
        return found

    def find(self, words: str, limit: int) -> Accounts:
        """Claims whose quote, trigger, place or chain holds all the words, the best first, with their documents."""
        with self._read() as connection:
            return derived.with_around(connection, derived.search(connection, words, limit))

    # -- transactions ------------------------------------------------------------------------------------------

    @contextmanager
    def _read(self) -> Iterator[sa.Connection]:
        with translated(self.where), self.engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def _write(self) -> Iterator[sa.Connection]:
        with translated(self.where), writing(self.engine) as connection:
            yield connection

    def _append(
        self, connection: sa.Connection, kind: str, subject: str, value: object, actor: str = "", at: str = ""
    ) -> Entry:
        new = link_entry(_last(connection), at or self.now(), actor or self.reader, kind, subject, value)
        connection.execute(entry.insert(), {c.name: getattr(new, c.name) for c in entry.columns})
        _set_head(connection, new)
        return new

    def fold_log(self) -> None:
        """Moves the write-ahead log into the file, so that the file is whole, and holds nothing that was removed."""
        if self.engine.dialect.name == "sqlite":
            with self.engine.connect() as connection:
                raw = connection.connection.driver_connection
                assert raw is not None
                raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")


_HEAD = TABLES["head"]
_ASIDE = ("seal", "timestamp", "migrated")
"""Kinds of entries that say something about the record, and change nothing of what is derived from it."""


def _set_head(connection: sa.Connection, last: Entry) -> None:
    connection.execute(_HEAD.delete())
    connection.execute(_HEAD.insert(), {"id": 1, "seq": last.seq, "hash": last.hash})


def _last(connection: sa.Connection) -> Entry | None:
    row = connection.execute(sa.select(entry).order_by(entry.c.seq.desc()).limit(1)).first()
    return Entry(*row) if row else None


def _removed_since_linked(connection: sa.Connection) -> bool:
    """True when a page was removed, and what was derived before still holds its words."""
    last_of = {
        kind: connection.execute(sa.select(sa.func.max(entry.c.seq)).where(entry.c.kind == kind)).scalar() or 0
        for kind in ("removal", "linked")
    }
    return last_of["removal"] > last_of["linked"]


def _latest_decision(connection: sa.Connection) -> str:
    return connection.execute(sa.select(sa.func.max(entry.c.at)).where(entry.c.kind == "decision")).scalar() or ""


def _after(at: str) -> str:
    """One microsecond later; "" for no time."""
    if not at:
        return ""
    return _exact(datetime.datetime.fromisoformat(at) + datetime.timedelta(microseconds=1))


def _exact(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _content_of(subject: str) -> tuple[sa.ColumnElement[bool], ...]:
    return (entry.c.subject == subject, entry.c.kind.in_(("page", "reading", "decision")))


def _entries(connection: sa.Connection, kind: str, subject: str) -> list[Entry]:
    query = sa.select(entry).where(entry.c.subject == subject, entry.c.kind == kind).order_by(entry.c.seq)
    return [Entry(*row) for row in connection.execute(query)]


def _read_by(connection: sa.Connection, page: str, reader: str) -> bool:
    of_page = (entry.c.subject == page, entry.c.kind == "reading", entry.c.actor == reader)
    return connection.execute(sa.select(entry.c.seq).where(*of_page).limit(1)).first() is not None


def _named(reading: PageReading, file: str) -> PageReading:
    if reading.document is None or reading.document.file == file:
        return reading
    return replace(reading, document=replace(reading.document, file=file))
