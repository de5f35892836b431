"""A proof of time: that a record existed when somebody outside said so. Rule: a noun; `stamp` checks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

StampKind = Literal["rfc3161", "opentimestamps"]
StampState = Literal["proven", "promised", "unchecked", "wrong"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a stored proof says of a sealed record, and what holds of it.

    kind   a token of a time-stamping authority (RFC 3161), or an OpenTimestamps proof
    seal   seq of the sealed entry whose hash was stamped
    at     RFC 3339 time before which the record existed; None where nothing says one yet
    by     who says so: the authority's name, the calendar's address, the block
    state  proven: checked against a certificate or block header that was given. promised: a calendar has it, no block
           yet. unchecked: it is about this record, and nothing was given to check the signer by. wrong: it is not
           about this record, or its signature is not the authority's
    why    in words, and what to do
    """

    kind: StampKind
    seal: int
    at: str | None
    by: str
    state: StampState
    why: str
