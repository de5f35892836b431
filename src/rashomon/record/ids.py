"""Ids are hashes over length-prefixed fields: the same content has the same id, on every machine.

Rule: pure functions over str and bytes; no clock, no randomness, no counter.
"""

from __future__ import annotations

import hashlib

ID_HEX_DIGITS = 20
"""80 bits: a million records collide with a chance below 1e-12."""


def digest(*fields: str | int | bytes | None) -> str:
    """SHA-256 (64 hex digits) over the fields, each prefixed by its type and length in bytes, so that no two field
    lists share a digest by concatenation."""
    parts = [b"%s%d:%s" % (kind, len(data), data) for kind, data in map(_encoded, fields)]
    return hashlib.sha256(b"".join(parts)).hexdigest()


def identify(prefix: str, *fields: str | int | bytes | None) -> str:
    """An id such as "claim-3f29c0…": the prefix, then the first 20 hex digits of the fields' digest."""
    return f"{prefix}-{digest(prefix, *fields)[:ID_HEX_DIGITS]}"


def page_id(raw: bytes) -> str:
    """The SHA-256 of a page's bytes, 64 hex digits: what any other tool prints for the same file."""
    return hashlib.sha256(raw).hexdigest()


def _encoded(value: str | int | bytes | None) -> tuple[bytes, bytes]:
    if value is None:
        return b"n", b""
    if isinstance(value, bytes):
        return b"b", value
    if isinstance(value, int):
        return b"i", str(value).encode()
    return b"s", value.encode("utf-8", "surrogatepass")
