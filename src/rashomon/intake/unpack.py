"""Decompression that ends: every stream is read in small steps, under a cap of bytes and of growth.

Lives here: gzip, deflate, brotli and zstd, for whole bodies and for files of many members. Must not know: what is
packed.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Protocol

STEP = 1 << 16
"""Bytes read, and at most produced, at a time."""

GROWTH = 200
"""Times a stream may grow. Markup packs at most about 60:1; zlib's own limit, and so a bomb's, is 1032:1."""

FREE = 4 << 20
"""Bytes that come out before growth is looked at: a small page of blanks may pack 500:1 and harms nobody."""


class Unpackable(Exception):
    """A stream that cannot be unpacked. `code` is the refusal's code; the message says what was found."""

    def __init__(self, code: str, what: str) -> None:
        super().__init__(what)
        self.code = code


class Source(Protocol):
    """Anything that gives bytes, and b"" at its end."""

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes."""
        ...


def unpack(body: bytes, coding: str, cap: int) -> bytes:
    """A body with one content coding taken off, at most `cap` bytes; raises Unpackable."""
    coding = coding.strip().lower()
    if coding in ("", "identity"):
        return body
    maker = _CODINGS.get(coding)
    if maker is None:
        raise Unpackable("encoding", f"the content coding {coding[:40]!r} is not known")
    out = bytearray()
    for chunk in maker(body):
        out += chunk
        _check(len(body), len(out), cap)
    return bytes(out)


def _check(packed: int, unpacked: int, cap: int) -> None:
    if unpacked > cap:
        raise Unpackable("too-large", f"it unpacks to more than {cap} bytes, the limit")
    if unpacked > FREE and unpacked > GROWTH * packed:
        raise Unpackable("bomb", f"it grows more than {GROWTH} times ({packed} to over {unpacked} bytes)")


def _zlib(wbits: int) -> Callable[[bytes], Iterator[bytes]]:
    def run(body: bytes) -> Iterator[bytes]:
        engine = zlib.decompressobj(wbits)
        rest = body
        try:
            while rest and not engine.eof:
                yield engine.decompress(rest, STEP)
                rest = engine.unconsumed_tail
        except zlib.error as error:
            raise Unpackable("broken", f"its compressed bytes are damaged ({error})") from error

    return run


def _deflate(body: bytes) -> Iterator[bytes]:
    # servers send raw deflate under this name as often as the zlib form that the standard means
    form = zlib.MAX_WBITS if body[:1] and (body[0] & 0x0F) == 8 else -zlib.MAX_WBITS
    yield from _zlib(form)(body)


def _brotli(body: bytes) -> Iterator[bytes]:
    import brotli

    engine = brotli.Decompressor()
    try:
        yield engine.process(body, output_buffer_limit=STEP)
        while not engine.is_finished() and not engine.can_accept_more_data():
            yield engine.process(b"", output_buffer_limit=STEP)
    except brotli.error as error:
        raise Unpackable("broken", "its compressed bytes are damaged (brotli)") from error


def _zstd(body: bytes) -> Iterator[bytes]:
    stream = zstd_stream(io.BytesIO(body))
    while piece := _read_zstd(stream):
        yield piece


def _read_zstd(stream: Source) -> bytes:
    import zstandard

    try:
        return stream.read(STEP)
    except zstandard.ZstdError as error:
        raise Unpackable("broken", f"its compressed bytes are damaged ({error})") from error


def zstd_stream(file: BinaryIO) -> Source:
    """The unpacked bytes of a zstd file of any number of frames; windows above 128 MiB are refused by the library."""
    import zstandard

    engine = zstandard.ZstdDecompressor(max_window_size=1 << 27)
    stream: Source = engine.stream_reader(file, read_across_frames=True)
    return stream


_CODINGS: dict[str, Callable[[bytes], Iterator[bytes]]] = {
    "gzip": _zlib(zlib.MAX_WBITS | 16),
    "x-gzip": _zlib(zlib.MAX_WBITS | 16),
    "deflate": _deflate,
    "br": _brotli,
    "zstd": _zstd,
}


class GzipStream:
    """The unpacked bytes of a gzip file of any number of members. `cut` is True when the file ends within one."""

    def __init__(self, file: Source) -> None:
        self._file = file
        self._engine: Any = None
        self._packed = b""
        self._taken = self._given = 0
        self.cut = False

    def read(self, size: int, /) -> bytes:
        """At most `size` bytes, b"" at the end; raises Unpackable when damaged or growing too much."""
        while True:
            if not self._packed:
                self._packed = self._file.read(STEP)
                self._taken += len(self._packed)
            if not self._packed:
                self.cut = self._engine is not None
                return b""
            if self._engine is None and not self._next_member():
                continue
            out = self._step(size)
            if out:
                return out

    def _next_member(self) -> bool:
        """Opens the next member; zero bytes between members are padding."""
        self._packed = self._packed.lstrip(b"\0")
        if self._packed:
            self._engine = zlib.decompressobj(zlib.MAX_WBITS | 16)
            self._taken, self._given = len(self._packed), 0
        return bool(self._packed)

    def _step(self, size: int) -> bytes:
        try:
            out: bytes = self._engine.decompress(self._packed, min(size, STEP))
        except zlib.error as error:
            raise Unpackable("broken", f"its compressed bytes are damaged ({error})") from error
        if self._engine.eof:
            self._packed, self._engine = self._engine.unused_data, None
        else:
            self._packed = self._engine.unconsumed_tail
        self._given += len(out)
        if self._given > FREE and self._given > GROWTH * self._taken:
            raise Unpackable("bomb", f"it grows more than {GROWTH} times within one member")
        return out
