"""The hash chain. Rule: pure; an entry's hash covers the one before it, so that no entry can be changed, dropped,
moved or doubled without the rest of the chain saying so."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import Any

from rashomon.record import digest

FIRST = "0" * 64
"""`prev` of the first entry."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the record. `body` is canonical JSON, None once its page has been removed; see schema.COLUMNS."""

    seq: int
    at: str
    actor: str
    kind: str
    subject: str
    body: str | None
    body_sha256: str
    prev: str
    hash: str

    def value(self) -> Any:
        """The body as plain values; None when it has been removed."""
        return None if self.body is None else json.loads(self.body)


def canonical(value: object) -> str:
    """JSON with sorted keys, no spaces, code points as they are: the same value gives the same text anywhere."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sha256(text: str) -> str:
    """Of the text in UTF-8, 64 hex digits; a lone surrogate is hashed as Python escapes it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def entry_hash(prev: str, seq: int, at: str, actor: str, kind: str, subject: str, body_sha256: str) -> str:
    """The hash of an entry, over every field but the body itself, which stands in by its own hash."""
    return digest("entry", prev, seq, at, actor, kind, subject, body_sha256)


def link_entry(prev: Entry | None, at: str, actor: str, kind: str, subject: str, value: object) -> Entry:
    """The entry that follows `prev` (None = the first)."""
    seq, before = (prev.seq + 1, prev.hash) if prev else (1, FIRST)
    body = canonical(value)
    told = sha256(body)
    return Entry(
        seq, at, actor, kind, subject, body, told, before, entry_hash(before, seq, at, actor, kind, subject, told)
    )


def fault(entry: Entry, prev: Entry | None) -> str | None:
    """What is wrong with an entry that should follow `prev`, in words; None when nothing is."""
    seq, before = (prev.seq + 1, prev.hash) if prev else (1, FIRST)
    if entry.seq != seq:
        return f"entry {seq} is missing: the next one is {entry.seq}"
    if entry.prev != before:
        return f"entry {entry.seq} follows {entry.prev[:12]}…, but the entry before it is {before[:12]}…"
    if entry.body is not None and sha256(entry.body) != entry.body_sha256:
        told = sha256(entry.body)
        return f"the body of entry {entry.seq} ({entry.kind}) hashes to {told[:12]}…, not {entry.body_sha256[:12]}…"
    told = entry_hash(before, seq, entry.at, entry.actor, entry.kind, entry.subject, entry.body_sha256)
    if told != entry.hash:
        return f"entry {entry.seq} ({entry.kind}) hashes to {told[:12]}…, not {entry.hash[:12]}…"
    return None
