"""Seals: the head of the chain, written where it can be kept apart from the case. Rule: a seal says what the record
was; it adds one entry, and changes none."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from rashomon.errors import IntegrityError
from rashomon.ledger.chain import Entry, canonical
from rashomon.ledger.fault import Fault
from rashomon.ledger.store import SqlLedger
from rashomon.ledger.tables import entry

NAME = "seal.json"


@dataclass(frozen=True, slots=True)
class Seal:
    """seq, hash  of the last entry; at: when it was sealed; pages: how many the record speaks of
    file_sha256  of case.db when it was sealed, None for PostgreSQL and for an unpacked case: while nothing is added,
                 not a byte may differ
    """

    seq: int
    hash: str
    at: str
    pages: int
    file_sha256: str | None = None


def seal(ledger: SqlLedger, why: str = "") -> Seal:
    """Adds an entry that says it was sealed, and returns the seal of all up to and with it."""
    pages = len({told.subject for told in ledger.entries("page")})
    last = ledger.append("seal", "case", {"why": why, "pages": pages})
    made = Seal(last.seq, last.hash, last.at, pages, _file_hash(ledger))
    if made.file_sha256:
        _write(Path(ledger.where), made)
    return made


def write_missing_seal(folder: Path, connection: sa.Connection) -> None:
    """The last seal of a record that came without its file (from a pack): what its entry says, without a hash of
    case.db, which is another file here."""
    query = sa.select(entry).where(entry.c.kind == "seal", entry.c.body.is_not(None)).order_by(entry.c.seq.desc())
    row = connection.execute(query.limit(1)).first()
    if row is not None and not (folder / NAME).exists():
        told = Entry(*row)
        _write(folder, Seal(told.seq, told.hash, told.at, told.value()["pages"]))


def _write(folder: Path, made: Seal) -> None:
    half = folder / f".{NAME}.part"
    half.write_text(_written(made), "utf-8")
    half.replace(folder / NAME)


def read_seal(where: str) -> Seal | None:
    """The seal beside a case; None when it was never sealed, or has no folder. Raises IntegrityError for a torn one."""
    path = Path(where) / NAME
    if not path.is_file():
        return None
    try:
        words = path.read_text("utf-8")
        told = Seal(**json.loads(words))
        if words != _written(told):
            raise ValueError("it is not as it was written")
    except (ValueError, TypeError) as error:
        raise IntegrityError(f"{path}: is no seal ({error}); put a copy kept elsewhere in its place") from error
    return told


def check_seal(ledger: SqlLedger, told: Seal) -> Iterator[Fault]:
    """What speaks against a seal: its entry is another, or is gone; or the file changed with nothing added."""
    with ledger._read() as connection:
        rows = connection.execute(sa.select(entry).where(entry.c.seq.in_((told.seq, told.seq + 1))))
        there = {row.seq: Entry(*row) for row in rows}
    found, after = there.get(told.seq), there.get(told.seq + 1)
    if found is None or found.hash != told.hash:
        has = found.hash[:12] if found else "none"
        yield Fault("seal", f"names entry {told.seq} with hash {told.hash[:12]}…, and the record has {has}")
    elif (found.at, found.value()["pages"]) != (told.at, told.pages):
        yield Fault("seal", f"says {told.at}, {told.pages} pages, and entry {told.seq} says otherwise")
    elif told.file_sha256 and after is None and _file_hash(ledger) != told.file_sha256:
        yield Fault("seal", "case.db has other bytes than when it was sealed, and no entry was added since")
    elif told.file_sha256 and after and after.kind == "migrated" and after.value()["sha256"] != told.file_sha256:
        yield Fault("seal", "case.db had other bytes when it was migrated than when it was sealed")


def _written(told: Seal) -> str:
    return canonical(dataclasses.asdict(told)) + "\n"


def _file_hash(ledger: SqlLedger) -> str | None:
    """Of case.db with its log folded in; None where there is no file."""
    if ledger.engine.dialect.name != "sqlite":
        return None
    ledger.fold_log()
    with (Path(ledger.where) / "case.db").open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
