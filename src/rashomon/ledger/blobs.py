"""Raw pages, byte for byte, by SHA-256. Rule: written once, never changed; a page is on the disk before any row speaks
of it."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import sqlalchemy as sa

from rashomon.errors import InputError, NotFound
from rashomon.ledger.tables import TABLES


class Blobs(Protocol):
    """Where the bytes of pages are kept."""

    def put(self, page: str, raw: bytes) -> None:
        """Keeps the bytes; nothing happens when they are there already."""
        ...

    def get(self, page: str) -> bytes:
        """The bytes as they were put; raises NotFound."""
        ...

    def drop(self, page: str) -> None:
        """Forgets a page that has been removed from the case; nothing happens when it is not there."""
        ...

    def names(self) -> Iterator[str]:
        """The ids of every page kept, sorted."""
        ...


class FolderBlobs:
    """One read-only file a page, named by its SHA-256, in two levels of folders."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, page: str, raw: bytes) -> None:
        """Writes to a temporary name, syncs, then renames: a half-written page is never seen under its own name."""
        path = self.path(page)
        if path.exists():
            return
        half = path.with_name(f".{page}.{os.getpid()}.part")
        try:
            _write_synced(half, raw)
            half.replace(path)
        finally:
            half.unlink(missing_ok=True)
        _sync_folder(path.parent)

    def get(self, page: str) -> bytes:
        """The bytes of the file."""
        try:
            return self.path(page).read_bytes()
        except FileNotFoundError:
            raise NotFound(f"page {page} is not in {self.folder}; `rashomon verify` lists what is missing") from None

    def drop(self, page: str) -> None:
        """Unlinks the file."""
        self.path(page).unlink(missing_ok=True)

    def names(self) -> Iterator[str]:
        """File names, sorted; leftovers of a killed write are left out."""
        yield from sorted(p.name for p in self.folder.glob("*/*") if not p.name.startswith("."))

    def path(self, page: str) -> Path:
        """Where a page lies: pages/3f/3f29…"""
        return self.folder / page[:2] / page


class TableBlobs:
    """Pages in the table page_bytes: for PostgreSQL, where a team shares no folder."""

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine
        self.table = TABLES["page_bytes"]

    def put(self, page: str, raw: bytes) -> None:
        """Inserts, unless it is there."""
        with contextlib.suppress(sa.exc.IntegrityError), self.engine.begin() as connection:
            connection.execute(self.table.insert(), {"id": page, "raw": raw})

    def get(self, page: str) -> bytes:
        """The bytes of the row."""
        with self.engine.connect() as connection:
            raw = connection.execute(sa.select(self.table.c.raw).where(self.table.c.id == page)).scalar()
        if raw is None:
            raise NotFound(f"page {page} is not in table page_bytes; `rashomon verify` lists what is missing")
        return bytes(raw)

    def drop(self, page: str) -> None:
        """Deletes the row."""
        with self.engine.begin() as connection:
            connection.execute(self.table.delete().where(self.table.c.id == page))

    def names(self) -> Iterator[str]:
        """Ids, sorted."""
        with self.engine.connect() as connection:
            yield from connection.execute(sa.select(self.table.c.id).order_by(self.table.c.id)).scalars()


def _write_synced(path: Path, raw: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        path.chmod(0o444)
    except OSError as error:
        raise InputError(
            f"{path.parent}: a page of {len(raw):,} bytes cannot be written ({error.strerror}); what was stored before "
            "stays: make room, or let the folder be written to, and run it again"
        ) from error


def _sync_folder(folder: Path) -> None:
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
