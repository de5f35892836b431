"""Files and folders to pages, one after the other, in an order that does not depend on the disk.

Lives here: walking, reading bytes under a cap, choosing the reader by content. Must not know: what a format holds.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from rashomon.intake.refuse import printable, refuse
from rashomon.intake.sniff import HEAD_BYTES, sniff
from rashomon.record import Page, Refusal, page_id
from rashomon.settings import Settings


def open_paths(paths: Sequence[str], settings: Settings) -> Iterator[Page | Refusal]:
    """Every page below `paths`, sorted by path and each path once; in the place of what gives no page, a Refusal.
    Files and folders whose names begin with a dot are left out inside folders, as shells do. Never raises for one
    bad input."""
    for path in sorted(set(paths)):
        yield from _open(Path(path), settings)


def _open(path: Path, settings: Settings) -> Iterator[Page | Refusal]:
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError):
        yield refuse("no-such-path", str(path), "there is no such file or folder")
        return
    if stat.S_ISDIR(mode):
        yield from _open_folder(path, settings)
    else:
        yield _open_file(path, settings)


def _open_folder(folder: Path, settings: Settings) -> Iterator[Page | Refusal]:
    files = sorted(_files(folder))
    if not files:
        yield refuse("empty-folder", str(folder), "the folder holds no file")
    for file in files:
        yield _open_file(file, settings)


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder, followlinks=False):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(root, name) for name in names if not name.startswith("."))


def _open_file(path: Path, settings: Settings) -> Page | Refusal:
    name = str(path)
    try:
        if not path.is_file():
            return refuse("vanished" if not path.exists() else "unreadable", name, "this is no regular file")
        with path.open("rb") as file:
            raw = file.read(settings.page_bytes + 1)
    except FileNotFoundError:
        return refuse("vanished", name, "the file is gone")
    except OSError as error:
        return refuse("unreadable", name, f"the file cannot be read ({error.strerror})")
    return _page(path, raw, settings)


def _page(path: Path, raw: bytes, settings: Settings) -> Page | Refusal:
    kind = sniff(raw[:HEAD_BYTES])
    if not raw.strip():
        return refuse("empty", str(path), f"the file has {len(raw)} bytes and no text")
    if not kind.startswith("text/"):
        return refuse("binary", str(path), f"the content is {kind}, and no text")
    if len(raw) > settings.page_bytes:
        what = f"the file has more than {settings.page_bytes} bytes, the limit for one page"
        return refuse("too-large", str(path), what)
    return Page(page_id(raw), printable(path.name), None, None, kind, raw)
