"""Files and folders to pages, one after the other, in an order that does not depend on the disk.

Lives here: walking, reading bytes under a cap, choosing the reader by content. Must not know: what a format holds.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from rashomon.intake.crawl import Seen, open_crawl, unpacked
from rashomon.intake.jsonl import open_document, open_lines
from rashomon.intake.mail import open_message
from rashomon.intake.refuse import printable, refuse
from rashomon.intake.sidecar import is_sidecar, with_sidecar
from rashomon.intake.sniff import HEAD_BYTES, sniff
from rashomon.intake.unpack import Source, Unpackable
from rashomon.intake.wacz import open_wacz
from rashomon.record import Page, Refusal, page_id
from rashomon.settings import Settings

STDIN = "-"
"""The path that stands for JSON lines on standard input."""


def open_paths(paths: Sequence[str], settings: Settings) -> Iterator[Page | Refusal]:
    """Every page below `paths`, sorted by path and each path once; in the place of what gives no page, a Refusal.
    Files and folders whose names begin with a dot are left out inside folders, as shells do. "-" reads JSON lines
    from standard input. Never raises for one bad input."""
    seen = Seen()
    for path in sorted(set(paths)):
        if path == STDIN:
            yield from open_lines(sys.stdin.buffer, "stdin", settings.page_bytes)
        else:
            yield from _open(Path(path), settings.page_bytes, seen)
    yield from seen.unresolved()


def _open(path: Path, cap: int, seen: Seen) -> Iterator[Page | Refusal]:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        yield refuse("no-such-path", str(path), "there is no such file or folder")
        return
    if stat.S_ISDIR(mode):
        yield from _open_folder(path, cap, seen)
    else:
        yield from _open_file(path, cap, seen)


def _open_folder(folder: Path, cap: int, seen: Seen) -> Iterator[Page | Refusal]:
    files = sorted(_files(folder))
    known = set(files)
    if not files:
        yield refuse("empty-folder", str(folder), "the folder holds no file")
    for file in files:
        if not is_sidecar(file, known):
            yield from _open_file(file, cap, seen)


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if not name.startswith("."))


def _open_file(path: Path, cap: int, seen: Seen) -> Iterator[Page | Refusal]:
    name = str(path)
    try:
        if not path.is_file():
            gone = not path.exists()
            yield refuse("vanished" if gone else "unreadable", name, "the file is gone" if gone else "this is no file")
            return
        with path.open("rb") as file:
            yield from _open_stream(file, path, cap, seen)
    except FileNotFoundError:
        yield refuse("vanished", name, "the file is gone")
    except OSError as error:
        yield refuse("unreadable", name, f"the file cannot be read ({error.strerror})")


def _open_stream(file: BinaryIO, path: Path, cap: int, seen: Seen) -> Iterator[Page | Refusal]:
    head = file.read(HEAD_BYTES)
    file.seek(0)
    kind = sniff(head)
    name = printable(path.name)
    if kind in ("application/gzip", "application/zstd"):
        yield from _open_packed(file, head, path, cap, seen)
    elif kind == "application/warc":
        yield from open_crawl(file, name, cap, seen)
    elif kind == "application/zip":
        yield from open_wacz(file, name, cap, seen)
    elif kind == "application/jsonl":
        yield from open_lines(file, name, cap)
    else:
        yield from _open_whole(file, kind, path, cap)


def _open_packed(file: BinaryIO, head: bytes, path: Path, cap: int, seen: Seen) -> Iterator[Page | Refusal]:
    """A compressed file: a web archive, JSON lines, or one page."""
    name = printable(path.name)
    try:
        inner = sniff(_start(unpacked(file, head)))
        file.seek(0)
        stream = unpacked(file, head)
        if inner == "application/warc":
            yield from open_crawl(stream, name, cap, seen)
        else:
            whole = _Whole(stream)
            yield from _open_whole(whole, inner, path, cap)
            if getattr(stream, "cut", False):
                yield refuse("truncated", name, "the compressed file ends too early")
    except Unpackable as error:
        yield refuse(error.code, name, str(error))


def _start(stream: Source) -> bytes:
    head = b""
    while len(head) < HEAD_BYTES and (piece := stream.read(HEAD_BYTES - len(head))):
        head += piece
    return head


class _Whole:
    """Reads a stream that gives less than it is asked for until it has given all that was asked for."""

    def __init__(self, stream: Source) -> None:
        self._stream = stream

    def read(self, size: int, /) -> bytes:
        parts: list[bytes] = []
        while size > 0 and (piece := self._stream.read(size)):
            parts.append(piece)
            size -= len(piece)
        return b"".join(parts)


def _open_whole(file: Source, kind: str, path: Path, cap: int) -> Iterator[Page | Refusal]:
    """A file that is one page, or a message or JSON document that holds some."""
    name = printable(path.name)
    messages = kind in ("message/rfc822", "multipart/related", "application/json", "application/jsonl")
    # pictures travel with a saved page and weigh more than the page
    limit = cap * 8 if messages else cap
    raw = file.read(limit + 1)
    if not raw.strip():
        yield refuse("empty", str(path), f"the file has {len(raw)} bytes and no text")
    elif not messages and not kind.startswith("text/"):
        yield refuse("binary", str(path), f"the content is {kind}, and no text")
    elif len(raw) > limit:
        yield refuse("too-large", str(path), f"the file has more than {limit} bytes, the limit")
    elif kind in ("application/json", "application/jsonl"):
        yield from _open_json(raw, kind, name, cap)
    elif messages:
        yield from open_message(raw, name, cap)
    else:
        yield with_sidecar(Page(page_id(raw), name, None, None, kind, raw), path)


def _open_json(raw: bytes, kind: str, name: str, cap: int) -> Iterator[Page | Refusal]:
    import io

    if kind == "application/jsonl":
        yield from open_lines(io.BytesIO(raw), name, cap)
    else:
        yield from open_document(raw, name, cap)
