"""A case in one file to hand over: a zip with the entries, the pages, and a manifest of hashes. Rule: the same case
gives the same bytes; nothing is unpacked that was not verified; what is unpacked holds the same chain.

    manifest.json    format, head of the chain, SHA-256 of every other member
    entries.jsonl    the record, one entry a line
    past.jsonl       what every run replaced, one record a line (left out of a redacted pack)
    pages/…          raw pages (left out of a redacted pack)
    accounts.jsonl   redacted pack only: the derived records with names masked, "TABLE\\tJSON" a line
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from rashomon.errors import InputError, IntegrityError, NewerCase
from rashomon.ledger.blobs import FolderBlobs
from rashomon.ledger.chain import Entry, canonical, fault
from rashomon.ledger.rows import FIELDS
from rashomon.ledger.seal import write_missing_seal
from rashomon.ledger.store import SqlLedger
from rashomon.record import Accounts, from_plain, to_plain

FORMAT = 2
"""1: without past.jsonl; it is still unpacked."""
_FIXED_TIME = (1980, 1, 1, 0, 0, 0)  # a zip wants a time; the pack's bytes must not depend on the clock


def pack(ledger: SqlLedger, file: Path, redacted: Accounts | None = None, profiles: Iterable[str] = ()) -> str:
    """Writes the pack; returns the head's hash. With `redacted` accounts, pages and bodies stay behind and the accounts
    go instead; the chain of hashes goes in either case."""
    head = ledger.head()
    half = file.with_name(f".{file.name}.{os.getpid()}.part")
    hashes: dict[str, str] = {}
    try:
        with zipfile.ZipFile(half, "w", zipfile.ZIP_DEFLATED) as zipped:
            for name, parts in _members(ledger, redacted, head.seq if head else 0):
                hashes[name] = _stored(zipped, name, parts)
            told = {"format": FORMAT, "head": head.hash if head else "", "sha256": hashes, "redacted": sorted(profiles)}
            zipped.writestr(_info("manifest.json"), canonical(told))
        half.replace(file)
    except OSError as error:
        raise InputError(f"{file}: cannot be written ({error.strerror}); name another file") from error
    finally:
        half.unlink(missing_ok=True)
    return head.hash if head else ""


def unpack(file: Path, ledger: SqlLedger) -> list[str]:
    """Fills an empty case from a pack, after checking every hash; returns the redaction profiles it was packed with.
    Raises IntegrityError naming the first member or entry that is not as it was packed."""
    if ledger.head() is not None:
        raise InputError(f"{ledger.where}: holds entries already; unpack into a new folder")
    with _opened(file) as zipped:
        manifest = _manifest(zipped, file)
        for name, wanted in sorted(manifest["sha256"].items()):
            if _hash(zipped, name, file) != wanted:
                raise IntegrityError(f"{file}: {name} is not as it was packed; ask for the file again")
        entries = _checked(zipped, file, manifest["head"])
        for name in sorted(set(manifest["sha256"]) - {"entries.jsonl", "accounts.jsonl", "past.jsonl"}):
            ledger.blobs.put(name.removeprefix("pages/"), zipped.read(name))
        accounts = _accounts(zipped) if "accounts.jsonl" in manifest["sha256"] else None
        replaced = list(_rows(zipped, "past.jsonl")) if "past.jsonl" in manifest["sha256"] else []
    ledger.restore(entries, replaced)
    if isinstance(ledger.blobs, FolderBlobs) and accounts is None:
        with ledger._read() as connection:
            write_missing_seal(ledger.blobs.folder.parent, connection)
    if accounts is not None:
        ledger.store(accounts, "redacted", manifest["redacted"])
    return list(manifest["redacted"])


def _members(ledger: SqlLedger, redacted: Accounts | None, upto: int) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Names and contents, a part at a time: a record of many gigabytes is never held whole. What others add after the
    entry `upto` is left out."""
    entries = (told for told in ledger.entries() if told.seq <= upto)
    if redacted is None:
        yield "entries.jsonl", _lines(dataclasses.asdict(told) for told in entries)
        yield "past.jsonl", _lines(row for row in ledger.replaced() if row["run"] <= upto)
        pages = (told for told in ledger.entries("page") if told.body is not None and told.seq <= upto)
        for page in sorted({told.subject for told in pages}):
            yield f"pages/{page}", [ledger.blobs.get(page)]
        return
    yield "entries.jsonl", _lines({**dataclasses.asdict(told), "body": None} for told in entries)
    yield (
        "accounts.jsonl",
        _lines([table, to_plain(r)] for table, (f, _) in FIELDS.items() for r in getattr(redacted, f)),
    )


def _stored(zipped: zipfile.ZipFile, name: str, parts: Iterable[bytes]) -> str:
    """Writes a member; its SHA-256."""
    state = hashlib.sha256()
    with zipped.open(_info(name), "w", force_zip64=True) as member:
        for part in parts:
            state.update(part)
            member.write(part)
    return state.hexdigest()


def _lines(rows: Iterable[object]) -> Iterator[bytes]:
    for row in rows:
        yield (canonical(row) + "\n").encode("utf-8", "surrogatepass")


def _info(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _FIXED_TIME)
    info.compress_type, info.external_attr, info.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
    return info


def _opened(file: Path) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(file)
    except FileNotFoundError:
        raise InputError(f"{file}: there is no such file") from None
    except (OSError, zipfile.BadZipFile) as error:
        raise IntegrityError(f"{file}: is no whole pack ({error}); ask for the file again") from error


def _read(zipped: zipfile.ZipFile, name: str, file: Path) -> bytes:
    with _told(name, file):
        return zipped.read(name)


def _hash(zipped: zipfile.ZipFile, name: str, file: Path) -> str:
    """SHA-256 of a member, a part at a time."""
    with _told(name, file), zipped.open(name) as member:
        return hashlib.file_digest(member, "sha256").hexdigest()  # type: ignore[arg-type]  # it reads as a file does


@contextlib.contextmanager
def _told(name: str, file: Path) -> Iterator[None]:
    """What zip and its packers raise on torn bytes, as an IntegrityError naming the member."""
    try:
        yield
    except (KeyError, zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
        raise IntegrityError(f"{file}: {name} is missing or damaged ({error}); ask for the file again") from error
    except Exception as error:  # zlib.error and what its peers raise on torn bytes
        raise IntegrityError(f"{file}: {name} is damaged ({error}); ask for the file again") from error


def _manifest(zipped: zipfile.ZipFile, file: Path) -> dict[str, Any]:
    try:
        told: dict[str, Any] = json.loads(_read(zipped, "manifest.json", file))
        version, members = int(told["format"]), {*told["sha256"], "manifest.json"}
    except (ValueError, KeyError, TypeError) as error:
        raise IntegrityError(f"{file}: its manifest cannot be read ({error}); ask for the file again") from error
    if version > FORMAT:
        raise NewerCase(f"{file}: packed by a newer rashomon (format {version}, this one knows {FORMAT}); upgrade")
    if members != set(zipped.namelist()) or len(members) != len(zipped.namelist()):
        raise IntegrityError(f"{file}: holds other members than its manifest lists; ask for the file again")
    return told


def _checked(zipped: zipfile.ZipFile, file: Path, head: str) -> list[Entry]:
    entries: list[Entry] = []
    for row in _rows(zipped, "entries.jsonl"):
        told = Entry(**row)
        if wrong := fault(told, entries[-1] if entries else None):
            raise IntegrityError(f"{file}: {wrong}")
        entries.append(told)
    if (entries[-1].hash if entries else "") != head:
        raise IntegrityError(f"{file}: its entries do not end with the head that its manifest names")
    return entries


def _rows(zipped: zipfile.ZipFile, name: str) -> Iterator[Any]:
    """Values of a file of lines, one at a time. Only a line feed ends a line: words may hold U+2028 and its like."""
    with zipped.open(name) as lines:
        for line in lines:
            yield json.loads(line.decode("utf-8", "surrogatepass"))


def _accounts(zipped: zipfile.ZipFile) -> Accounts:
    found: dict[str, list[Any]] = {field: [] for field, _ in FIELDS.values()}
    for table, plain in _rows(zipped, "accounts.jsonl"):
        field, cls = FIELDS[table]
        found[field].append(from_plain(cls, plain))
    return Accounts(**{field: tuple(records) for field, records in found.items()})
