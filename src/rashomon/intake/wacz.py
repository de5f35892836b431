"""WACZ files: a zip of WARCs with a list of what is in it.

Lives here: members, their stated hashes, the state of the signature. Must not know: records.

No member's path is ever used as a file name; members are read as streams, in the order of their names.
"""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from rashomon.intake.crawl import Seen, open_crawl, unpacked
from rashomon.intake.refuse import refuse
from rashomon.intake.unpack import FREE, GROWTH, STEP
from rashomon.record import Page, Refusal

MOST_MEMBERS = 100_000
"""Members of a zip file; the largest public WACZ files have some thousands."""

LARGEST_LIST = 16 << 20
"""Bytes of datapackage.json that are read."""

_ERRORS = (zipfile.BadZipFile, RuntimeError, NotImplementedError, OSError, EOFError, ValueError)
"""What zipfile raises for damage, encryption, unknown methods and bad headers; zlib.error is translated beside it."""


def open_wacz(file: BinaryIO, name: str, cap: int, seen: Seen) -> Iterator[Page | Refusal]:
    """Pages and refusals of a WACZ file; a zip that is none is refused."""
    try:
        archive = zipfile.ZipFile(file)
    except _ERRORS as error:
        yield refuse("broken", name, f"the zip file cannot be opened ({error})")
        return
    members = {info.filename: info for info in archive.infolist()}
    if len(archive.infolist()) > MOST_MEMBERS:
        yield refuse("too-many", name, f"the zip file has more than {MOST_MEMBERS} members")
        return
    crawls = sorted(path for path in members if path.endswith((".warc", ".warc.gz")))
    if not crawls:
        yield refuse("binary", name, "the zip file holds no web archive")
        return
    yield from _open_members(archive, members, crawls, name, cap, seen)


def _open_members(
    archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], crawls: list[str], name: str, cap: int, seen: Seen
) -> Iterator[Page | Refusal]:
    signature = _signature(archive, members)
    faults = list(_check_hashes(archive, members, name))
    yield from faults
    hashes = "wrong or missing, as told" if faults else "as stated"
    yield refuse("account", name, f"web archives: {len(crawls)}, hashes: {hashes}, signature: {signature}")
    for number, path in enumerate(crawls, 1):
        label = f"{name}!{number}"
        if _is_bomb(members[path]):
            yield refuse("bomb", label, f"the member grows more than {GROWTH} times")
            continue
        try:
            with archive.open(members[path]) as magic_of:
                magic = magic_of.read(4)
            with archive.open(members[path]) as stream:
                for found in open_crawl(unpacked(stream, magic), label, cap, seen):
                    yield _signed(found, signature) if isinstance(found, Page) else found
        except (*_ERRORS, _zlib_error()) as error:
            yield refuse("broken", label, f"the member is damaged ({error})")


def _signed(page: Page, signature: str) -> Page:
    return replace(page, meta=tuple(sorted((*page.meta, ("wacz-signature", signature)))))


def _is_bomb(info: zipfile.ZipInfo) -> bool:
    return info.file_size > FREE and info.file_size > GROWTH * max(info.compress_size, 1)


def _check_hashes(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo], name: str) -> Iterator[Refusal]:
    package = _json(archive, members.get("datapackage.json"))
    resources = package.get("resources") if isinstance(package, dict) else None
    if not isinstance(resources, list):
        yield refuse("no-hashes", name, "the list of members with their hashes is missing or damaged")
        return
    for resource in resources[:MOST_MEMBERS]:
        path, stated = (resource.get("path"), resource.get("hash")) if isinstance(resource, dict) else (None, None)
        info = members.get(path) if isinstance(path, str) else None
        if info is None:
            yield refuse("missing-member", name, "the list names a member that is not in the file")
        elif isinstance(stated, str) and not _is_bomb(info) and not _has_hash(archive, info, stated):
            yield refuse("digest-mismatch", name, f"a member does not have the hash stated for it ({stated[:80]})")


def _has_hash(archive: zipfile.ZipFile, info: zipfile.ZipInfo, stated: str) -> bool:
    algorithm, _, wanted = stated.partition(":")
    if algorithm not in ("sha256", "sha1", "sha512", "md5"):
        return True
    engine = hashlib.new(algorithm, usedforsecurity=False)
    try:
        with archive.open(info) as stream:
            while piece := stream.read(STEP):
                engine.update(piece)
    except (*_ERRORS, _zlib_error()):
        return False
    return engine.hexdigest() == wanted.lower()


def _signature(archive: zipfile.ZipFile, members: dict[str, zipfile.ZipInfo]) -> str:
    """ "none", "anonymous" (a key that names nobody) or "signed, not verified" (a domain's certificate)."""
    digest = _json(archive, members.get("datapackage-digest.json"))
    signed = digest.get("signedData") if isinstance(digest, dict) else None
    if not isinstance(signed, dict) or not signed.get("signature"):
        return "none"
    return "signed, not verified" if signed.get("domain") and signed.get("domainCert") else "anonymous"


def _json(archive: zipfile.ZipFile, info: zipfile.ZipInfo | None) -> Any:
    if info is None or info.file_size > LARGEST_LIST:
        return None
    try:
        return json.loads(archive.read(info))
    except (*_ERRORS, _zlib_error(), RecursionError):
        return None


def _zlib_error() -> type[Exception]:
    import zlib

    return zlib.error
