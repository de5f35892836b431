"""EDGE: keeps a case. SQLite in a folder, or PostgreSQL by URL; raw pages byte for byte beside it.

Rule: rows, files and hashes live here; nothing is decided about claims or events. The truth is one append-only,
hash-chained table of entries (pages, readings, refusals, decisions); every other table is rebuilt from it.
"""

from __future__ import annotations

from rashomon.ledger.chain import Entry
from rashomon.ledger.connect import sqlite_features
from rashomon.ledger.fault import Fault
from rashomon.ledger.pack import pack, unpack
from rashomon.ledger.place import create, open_existing, schema_of
from rashomon.ledger.proofs import Proof, keep_proof, last_seal, proofs
from rashomon.ledger.seal import Seal, check_seal, read_seal, seal
from rashomon.ledger.store import SqlLedger
from rashomon.ledger.verify import verify

__all__ = [
    "Entry",
    "Fault",
    "Proof",
    "Seal",
    "SqlLedger",
    "check_seal",
    "create",
    "keep_proof",
    "last_seal",
    "open_existing",
    "pack",
    "proofs",
    "read_seal",
    "schema_of",
    "seal",
    "sqlite_features",
    "unpack",
    "verify",
]
