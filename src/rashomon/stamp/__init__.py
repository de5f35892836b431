"""EDGE: proofs of time from outside: RFC 3161 tokens and OpenTimestamps proofs, got and checked. Needs the extra
[timestamp].

Rule: bytes in, bytes or Stamps out; nothing is kept here. A network address is asked only when it was named by the
caller, and is told one SHA-256 and nothing else; checking asks nobody.

What is stamped is the SHA-256 of the 64 hexadecimal digits of a sealed entry's hash, so that anybody's tools check it:

    printf %s HASH | openssl ts -verify -data /dev/stdin -in seal.tsr -CAfile authority.pem
    printf %s HASH > seal.txt; ots verify -f seal.txt seal.ots
"""

from __future__ import annotations

from rashomon.stamp.ask import ask_authority, ask_calendar, complete
from rashomon.stamp.check import check, kind_of
from rashomon.stamp.imprint import stamped
from rashomon.stamp.token import answer, request
from rashomon.stamp.trust import Trust, read_trust

__all__ = [
    "Trust",
    "answer",
    "ask_authority",
    "ask_calendar",
    "check",
    "complete",
    "kind_of",
    "read_trust",
    "request",
    "stamped",
]
