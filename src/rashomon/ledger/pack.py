"""A case in one file to hand over: a zip with the entries, the pages, and a manifest of hashes. Rule: the same case
gives the same bytes; nothing is unpacked that was not verified; what is unpacked holds the same chain.

    manifest.json    format, head of the chain, SHA-256 of every other member
    entries.jsonl    the record, one entry a line
    past.jsonl       what every run replaced, one record a line (left out of a redacted pack)
    pages/…          raw pages (left out of a redacted pack)
    accounts.jsonl   redacted pack only: the derived records with names masked, "TABLE\\tJSON" a line
"""

from __future__ import annotations

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
            for name, data in _members(ledger, redacted):
                hashes[name] = hashlib.sha256(data).hexdigest()
                zipped.writestr(_info(name), data)
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
            if hashlib.sha256(_read(zipped, name, file)).hexdigest() != wanted:
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


def _members(ledger: SqlLedger, redacted: Accounts | None) -> Iterator[tuple[str, bytes]]:
    entries = list(ledger.entries())
    if redacted is None:
        yield "entries.jsonl", _lines(dataclasses.asdict(told) for told in entries)
        yield "past.jsonl", _lines(ledger.replaced())
        for page in sorted({told.subject for told in entries if told.kind == "page" and told.body is not None}):
            yield f"pages/{page}", ledger.blobs.get(page)
        return
    yield "entries.jsonl", _lines({**dataclasses.asdict(told), "body": None} for told in entries)
    yield (
        "accounts.jsonl",
        _lines([table, to_plain(r)] for table, (f, _) in FIELDS.items() for r in getattr(redacted, f)),
    )


def _lines(rows: Iterable[object]) -> bytes:
    return "".join(canonical(row) + "\n" for row in rows).encode("utf-8", "surrogatepass")


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
    try:
        return zipped.read(name)
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
