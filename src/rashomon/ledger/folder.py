"""What lies in a case's folder beside the database. Rule: every file there is one that rashomon put there, as it put
it; names that begin with a dot are the system's, and ours in passing: they say nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from rashomon.ledger import metadata
from rashomon.ledger.blobs import FolderBlobs
from rashomon.ledger.chain import Entry
from rashomon.ledger.fault import Fault
from rashomon.ledger.migrate import BACKUPS
from rashomon.ledger.seal import NAME as SEAL

DATABASE = "case.db"
PAGES = "pages"
_FILES = {DATABASE, f"{DATABASE}-wal", f"{DATABASE}-shm", metadata.NAME, SEAL}
_FOLDERS = {PAGES, BACKUPS}
LOCK = ".lock"


def check_folder(folder: Path, pages: FolderBlobs, entries: Iterable[Entry], redacted: bool) -> Iterator[Fault]:
    """Everything in the folder that rashomon did not put there, or not so; and what is missing. `entries`: those of the
    kinds seal and migrated."""
    told = list(entries)
    for path in sorted(folder.iterdir()):
        known = path.name in (_FOLDERS if path.is_dir() else _FILES)
        if not known and not path.name.startswith("."):
            yield Fault(path.name, "is no part of a case; keep it elsewhere")
    yield from _metadata(folder / metadata.NAME)
    if (folder / LOCK).exists() and (folder / LOCK).stat().st_size:
        yield Fault(LOCK, "is not empty")
    if any(one.kind == "seal" for one in told) and not redacted and not (folder / SEAL).is_file():
        yield Fault(SEAL, "is missing, and the record was sealed")
    yield from _strays(pages)
    yield from _backups(folder / BACKUPS, [one for one in told if one.kind == "migrated"])


def _metadata(path: Path) -> Iterator[Fault]:
    try:
        there = path.read_text("utf-8")
    except FileNotFoundError:
        yield Fault(path.name, "is missing")
        return
    except (OSError, UnicodeDecodeError) as error:
        yield Fault(path.name, f"cannot be read ({error})")
        return
    if there != metadata.text():
        yield Fault(path.name, "is not as rashomon wrote it")


def _strays(pages: FolderBlobs) -> Iterator[Fault]:
    """Files under pages/ that do not lie where a page of that name lies."""
    for path in sorted(pages.folder.rglob("*")):
        if not path.is_dir() and not path.name.startswith(".") and path != pages.path(path.name):
            yield Fault(f"page {path.name}", f"lies at {path.relative_to(pages.folder)}, where no page lies")


def _backups(folder: Path, migrations: list[Entry]) -> Iterator[Fault]:
    """Copies of the case as it was before a migration: none is needed, those that are there are whole."""
    wanted = {told.value()["backup"]: told.value()["sha256"] for told in migrations if told.body is not None}
    for path in sorted(folder.rglob("*")):
        name = f"{folder.name}/{path.relative_to(folder)}"
        if path.is_dir() or path.name.startswith("."):
            continue
        if name not in wanted:
            yield Fault(name, "is no copy that a migration made")
        elif _sha256(path) != wanted[name]:
            yield Fault(name, "has other bytes than the case had when it was migrated")


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
