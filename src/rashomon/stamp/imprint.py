"""What is stamped of a record. Rule: pure, and so plain that other tools can do it."""

from __future__ import annotations

import hashlib


def stamped(head: str) -> bytes:
    """The bytes that stand for a sealed record: the 64 hexadecimal digits of its hash."""
    return head.encode("ascii")


def imprint(head: str) -> bytes:
    """Their SHA-256: the only thing that an authority is told."""
    return hashlib.sha256(stamped(head)).digest()
