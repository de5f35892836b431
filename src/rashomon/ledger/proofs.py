"""Proofs of time in the record: one entry each, of kind timestamp, about a sealed entry. Rule: bytes in and out; what a
proof proves is not known here."""

from __future__ import annotations

import base64
from dataclasses import dataclass

import sqlalchemy as sa

from rashomon.errors import NotFound
from rashomon.ledger.chain import Entry
from rashomon.ledger.store import SqlLedger
from rashomon.ledger.tables import entry


@dataclass(frozen=True, slots=True)
class Proof:
    """seal, head     seq and hash of the sealed entry that it is about
    raw           the proof, as it came
    come_from     the address or the file name it came from
    certificates  PEM texts of the authority that were kept with it, () = none
    """

    seal: int
    head: str
    raw: bytes
    come_from: str
    certificates: tuple[str, ...]


def last_seal(ledger: SqlLedger) -> Entry:
    """The entry that sealed the case last; raises NotFound where it never was."""
    told = list(ledger.entries("seal"))
    if not told:
        raise NotFound(f"{ledger.where}: was never sealed; `rashomon seal {ledger.where}` seals it, then stamp it")
    return told[-1]


def keep_proof(ledger: SqlLedger, seal: Entry, raw: bytes, come_from: str, certificates: tuple[str, ...]) -> None:
    """Adds a proof over a sealed entry; the same bytes twice add nothing."""
    if any(proof.raw == raw for proof in proofs(ledger)):
        return
    told = {"proof": base64.b64encode(raw).decode(), "from": come_from, "certificates": list(certificates)}
    ledger.append("timestamp", seal.hash, told)


def proofs(ledger: SqlLedger) -> list[Proof]:
    """Every proof, in the order in which they came."""
    found = []
    for told in ledger.entries("timestamp"):
        if told.body is None:
            continue  # a redacted copy carries the hashes alone
        value = told.value()
        raw = base64.b64decode(value["proof"])
        found.append(Proof(_seq(ledger, told.subject), told.subject, raw, value["from"], tuple(value["certificates"])))
    return found


def _seq(ledger: SqlLedger, head: str) -> int:
    """The place of a sealed entry; 0 when there is none of this hash."""
    with ledger._read() as connection:
        query = sa.select(entry.c.seq).where(entry.c.hash == head, entry.c.kind == "seal")
        return int(connection.execute(query).scalar() or 0)
