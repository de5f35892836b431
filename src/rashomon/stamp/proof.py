"""OpenTimestamps: proofs that a record's hash went into a block of Bitcoin (https://opentimestamps.org).

Rule: bytes in, bytes and Stamps out, no network; a block is believed when its header was given.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from rashomon.errors import InputError
from rashomon.record import Stamp
from rashomon.stamp.extra import library
from rashomon.stamp.imprint import imprint
from rashomon.stamp.trust import Trust

MAGIC = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94"
_BROKEN = (ValueError, TypeError, KeyError, AssertionError, RecursionError, OverflowError)


def first(head: str, raw: bytes) -> bytes:
    """A proof (.ots) out of a calendar's answer about the record; raises InputError for an answer that is none."""
    told = library("opentimestamps.core.timestamp").Timestamp(imprint(head))
    told.merge(_answered(raw, imprint(head)))
    return _serialized(told)


def grown(whole: bytes, message: bytes, raw: bytes) -> bytes:
    """A proof with a calendar's answer about one of its promised messages; raises InputError."""
    told = decoded(whole).timestamp
    _at(told, message).merge(_answered(raw, message))
    return _serialized(told)


def _serialized(told: Any) -> bytes:
    context = library("opentimestamps.core.serialize").BytesSerializationContext()
    operation = library("opentimestamps.core.op").OpSHA256()
    library("opentimestamps.core.timestamp").DetachedTimestampFile(operation, told).serialize(context)
    return bytes(context.getbytes())


def decoded(raw: bytes) -> Any:
    """The parsed proof; raises InputError for bytes that are none."""
    context = library("opentimestamps.core.serialize").BytesDeserializationContext(raw)
    error_class = library("opentimestamps.core.serialize").DeserializationError
    try:
        return library("opentimestamps.core.timestamp").DetachedTimestampFile.deserialize(context)
    except (error_class, *_BROKEN) as error:
        raise InputError(f"is no OpenTimestamps proof ({error})") from error


def promises(raw: bytes) -> Iterator[tuple[bytes, str]]:
    """Messages that calendars promised to bring into a block, with the calendars' addresses."""
    pending = library("opentimestamps.core.notary").PendingAttestation
    for message, told in decoded(raw).timestamp.all_attestations():
        if isinstance(told, pending):
            yield bytes(message), str(told.uri)


def check_proof(raw: bytes, head: str, seal: int, trust: Trust) -> Stamp:
    """What holds of a proof: the earliest block whose header was given, else what is promised."""
    try:
        told = decoded(raw)
        ends = list(told.timestamp.all_attestations())
    except (InputError, *_BROKEN) as error:
        return Stamp("opentimestamps", seal, None, "", "wrong", str(error))
    if type(told.file_hash_op).__name__ != "OpSHA256" or told.file_digest != imprint(head):
        return Stamp("opentimestamps", seal, None, "", "wrong", "it is over something else than this record")
    block = library("opentimestamps.core.notary").BitcoinBlockHeaderAttestation
    found = [_in_block(message, end.height, seal, trust) for message, end in ends if isinstance(end, block)]
    if found:
        order = {"wrong": 0, "proven": 1, "unchecked": 2}
        return min(found, key=lambda stamp: (order[stamp.state], stamp.at or ""))
    calendars = ", ".join(sorted(address for _, address in promises(raw)))
    why = "a calendar has it, and no block yet: complete it later with --complete URL"
    return Stamp("opentimestamps", seal, None, calendars or "nobody that is known here", "promised", why)


def _in_block(message: bytes, height: int, seal: int, trust: Trust) -> Stamp:
    header = dict(trust.headers).get(height)
    by = f"block {height} of Bitcoin"
    if header is None:
        why = f"give the header of block {height} with --headers FILE"
        return Stamp("opentimestamps", seal, None, by, "unchecked", why)
    notary = library("opentimestamps.core.notary")
    block = library("bitcoin.core").CBlockHeader.deserialize(header)
    try:
        seconds = notary.BitcoinBlockHeaderAttestation(height).verify_against_blockheader(message, block)
    except notary.VerificationError as error:
        return Stamp("opentimestamps", seal, None, by, "wrong", f"the header given is another block's ({error})")
    at = datetime.datetime.fromtimestamp(seconds, datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return Stamp("opentimestamps", seal, at, by, "proven", "its hash went into a block whose header was given")


def _answered(raw: bytes, message: bytes) -> Any:
    serialize = library("opentimestamps.core.serialize")
    context = serialize.BytesDeserializationContext(raw)
    try:
        return library("opentimestamps.core.timestamp").Timestamp.deserialize(context, message)
    except (serialize.DeserializationError, *_BROKEN) as error:
        raise InputError(f"is no answer of a calendar ({error})") from error


def _at(told: Any, message: bytes) -> Any:
    """The place in a proof where a message stands."""
    waiting = [told]
    while waiting:
        one = waiting.pop()
        if one.msg == message:
            return one
        waiting.extend(one.ops.values())
    raise InputError("the proof does not hold the message that its calendar was asked about")
