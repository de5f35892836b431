"""WARC files record by record (ISO 28500), with every length and digest checked here.

Lives here: records, their headers and blocks, HTTP messages inside them. Must not know: files, pages.

Libraries hand out the shortened record of a cut file without a word; so lengths are counted and digests computed here.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from rashomon.intake.unpack import STEP, Source, Unpackable

LONGEST_HEAD = 1 << 16
"""Bytes of a record's header; the longest in practice carry addresses of a few kilobytes."""

_STATUS = re.compile(r"[0-9]{3}")
_HASHES = {"sha1", "sha256", "sha512", "md5"}


@dataclass(frozen=True, slots=True)
class Record:
    """number  counted from 1 in its file
    head    header names in lower case to values, the first of each
    block   its bytes, at most the cap that was asked for
    length  what Content-Length says, found: bytes that were there; they differ where the file is cut
    digests of what was there, algorithm to raw digest, for the algorithms that the header names
    """

    number: int
    head: dict[str, str]
    block: bytes
    length: int
    found: int
    block_digest: str

    @property
    def cut(self) -> bool:
        """True when the file ends before the record does."""
        return self.found < self.length

    @property
    def kind(self) -> str:
        """WARC-Type in lower case."""
        return self.head.get("warc-type", "").lower()


class Damaged(Exception):
    """Bytes that are no WARC record; the message says where."""


class _Buffered:
    """Lines and counted runs of a stream."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._buffer = b""

    def take(self, size: int) -> bytes:
        """At most `size` bytes, b"" at the end."""
        if not self._buffer:
            self._buffer = self._source.read(STEP)
        out, self._buffer = self._buffer[:size], self._buffer[size:]
        return out

    def line(self, longest: int) -> bytes:
        """Up to and with the next line feed; less than a line only at the end of the stream or after `longest`."""
        parts: list[bytes] = []
        length = 0
        while length < longest:
            piece = self.take(longest - length)
            if not piece:
                break
            end = piece.find(b"\n") + 1
            if end:
                self._buffer = piece[end:] + self._buffer
                piece = piece[:end]
            parts.append(piece)
            length += len(piece)
            if end:
                break
        return b"".join(parts)


def records(source: Source, cap: int) -> Iterator[Record]:
    """The records of an unpacked WARC stream; of each block at most `cap` bytes are kept, and all are counted and
    hashed. Raises Damaged where no record begins, and Unpackable from the stream beneath."""
    stream = _Buffered(source)
    number = 0
    while True:
        version = _skip_blank(stream)
        if not version:
            return
        number += 1
        if not version.startswith(b"WARC/"):
            raise Damaged(f"record {number} does not begin with WARC/")
        head = _head(stream, number)
        yield _record(stream, number, head, cap)


def _skip_blank(stream: _Buffered) -> bytes:
    line = stream.line(LONGEST_HEAD)
    while line and not line.strip():
        line = stream.line(LONGEST_HEAD)
    return line


def _head(stream: _Buffered, number: int) -> dict[str, str]:
    head: dict[str, str] = {}
    last, size = "", 0
    while size <= LONGEST_HEAD:
        line = stream.line(LONGEST_HEAD)
        size += len(line)
        if not line.endswith(b"\n"):
            raise Damaged(f"record {number}: the file ends within its header")
        text = line.decode("utf-8", "replace").rstrip("\r\n")
        if not text:
            return head
        if text[0] in " \t" and last in head:
            head[last] += " " + text.strip()
            continue
        name, colon, value = text.partition(":")
        last = name.strip().lower()
        if colon:
            head.setdefault(last, value.strip())
    raise Damaged(f"record {number}: its header is longer than {LONGEST_HEAD} bytes")


def _record(stream: _Buffered, number: int, head: dict[str, str], cap: int) -> Record:
    try:
        length = int(head["content-length"])
    except (KeyError, ValueError):
        raise Damaged(f"record {number} tells no Content-Length") from None
    if not 0 <= length < 1 << 62:
        raise Damaged(f"record {number} tells a Content-Length of {length}")
    name = head.get("warc-block-digest", "").partition(":")[0].lower()
    engine = hashlib.new(name, usedforsecurity=False) if name in _HASHES else None
    kept = bytearray()
    found = 0
    while found < length:
        piece = stream.take(min(STEP, length - found))
        if not piece:
            break
        found += len(piece)
        kept += piece[: max(0, cap - len(kept))]
        if engine:
            engine.update(piece)
    digest = engine.digest() if engine else b""
    return Record(number, head, bytes(kept), length, found, f"{name}:{digest.hex()}" if engine else "")


def digest_matches(stated: str, actual: str) -> bool:
    """True when "algorithm:value", in base 32 or hexadecimal, states the digest `actual` ("algorithm:hex")."""
    name, _, value = stated.partition(":")
    known, _, wanted = actual.partition(":")
    if name.lower() != known:
        return False
    if value.lower() == wanted:
        return True
    try:
        return base64.b32decode(value.upper() + "=" * (-len(value) % 8)).hex() == wanted
    except ValueError:
        return False


def as_stated(stated: str, actual: str) -> str:
    """The digest `actual` ("algorithm:hex") in the letters that `stated` is in, so that a person can compare them."""
    name, _, wanted = actual.partition(":")
    if len(stated.partition(":")[2]) == len(wanted):
        return actual
    return f"{name}:{base64.b32encode(bytes.fromhex(wanted)).decode().rstrip('=')}"


def payload_matches(stated: str, *forms: bytes) -> bool:
    """True when one of the payload's forms (as sent, with the transfer coding taken off) has the stated digest, or
    when the algorithm is not known here."""
    name = stated.partition(":")[0].lower()
    if name not in _HASHES:
        return True
    return any(digest_matches(stated, f"{name}:{hashlib.new(name, form).hexdigest()}") for form in forms)


@dataclass(frozen=True, slots=True)
class Message:
    """An HTTP response: status, header names in lower case to values, body as sent and with its transfer coding off."""

    status: int
    head: dict[str, str]
    sent: bytes
    body: bytes


def message(block: bytes) -> Message:
    """The HTTP response in a record's block; raises Unpackable when it is none."""
    head, _, body = block.partition(b"\r\n\r\n")
    if b"\r\n\r\n" not in block[: len(head) + 4]:
        head, _, body = block.partition(b"\n\n")
    lines = head[:LONGEST_HEAD].decode("iso-8859-1").splitlines()
    parts = lines[0].split(None, 2) if lines else []
    if len(parts) < 2 or not parts[0].startswith("HTTP/") or not _STATUS.fullmatch(parts[1]):
        raise Unpackable("broken", "it holds no HTTP response")
    pairs = (line.partition(":") for line in reversed(lines[1:]))
    named = {name.strip().lower(): value.strip() for name, _, value in pairs}
    chunked = "chunked" in named.get("transfer-encoding", "").lower()
    return Message(int(parts[1]), named, body, _dechunk(body) if chunked else body)


def _dechunk(body: bytes) -> bytes:
    """A chunked body's content; the body itself where it is not chunked after all, as many archives store it."""
    out = bytearray()
    position = 0
    while True:
        end = body.find(b"\n", position, position + 64)
        try:
            size = int(body[position:end].split(b";")[0].strip(), 16) if end >= 0 else -1
        except ValueError:
            size = -1
        if size < 0:
            return bytes(out) if out else body
        if size == 0:
            return bytes(out)
        out += body[end + 1 : end + 1 + size]
        position = end + 1 + size
        position += 2 if body[position : position + 2] == b"\r\n" else 1
        if position >= len(body):
            return bytes(out)
