"""Checks a stored proof, of whichever kind. Rule: by its first bytes; offline."""

from __future__ import annotations

from rashomon.record.stamp import Stamp, StampKind
from rashomon.stamp import proof, token
from rashomon.stamp.trust import Trust


def kind_of(raw: bytes) -> StampKind:
    """An OpenTimestamps proof says so in its first bytes; anything else is taken for a token."""
    return "opentimestamps" if raw.startswith(proof.MAGIC) else "rfc3161"


def check(raw: bytes, head: str, seal: int, trust: Trust) -> Stamp:
    """What a proof says of the record whose sealed entry `seal` has the hash `head`, and what holds of it."""
    checked = proof.check_proof if kind_of(raw) == "opentimestamps" else token.check_token
    return checked(raw, head, seal, trust)
