"""WARC records to pages: which of them are pages, which are cut, altered or repeated.

Lives here: what is made of each record, and the account of an archive. Must not know: zip files, folders.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.intake.refuse import refuse
from rashomon.intake.sniff import HEAD_BYTES, sniff
from rashomon.intake.unpack import GzipStream, Source, Unpackable, unpack, zstd_stream
from rashomon.intake.warc import (
    Damaged,
    Message,
    Record,
    as_stated,
    digest_matches,
    message,
    payload_matches,
    records,
)
from rashomon.record import Page, Refusal, page_id

PAGE_TYPES = frozenset(("text/html", "application/xhtml+xml", "text/plain", ""))
"""Declared types that can be pages; "" is a server that declares none."""

HEADERS_KEPT = ("warc-record-id", "warc-date", "warc-payload-digest", "warc-block-digest", "warc-ip-address")


@dataclass(slots=True)
class Seen:
    """Payload digests of the archives read so far, and the revisits that wait for one."""

    digests: set[str] = field(default_factory=set)
    waiting: list[tuple[str, str]] = field(default_factory=list)

    def unresolved(self) -> Iterator[Refusal]:
        """The revisits whose original was in none of the archives."""
        for digest, name in self.waiting:
            if digest not in self.digests:
                what = "the record says that a page had not changed, and no archive given holds the page"
                yield refuse("revisit-unresolved", name, what)


def open_crawl(source: Source, name: str, cap: int, seen: Seen) -> Iterator[Page | Refusal]:
    """Pages and refusals of one WARC stream; `name` is the archive's, and "NAME#7" its seventh record."""
    others: Counter[str] = Counter()
    account: Counter[str] = Counter()
    number = 0
    try:
        for record in records(source, cap + HEAD_BYTES * 8):
            number = record.number
            account["revisits"] += record.kind == "revisit"
            found = list(_open_record(record, f"{name}#{number}", cap, seen, others))
            account.update({"pages" if isinstance(each, Page) else each.code for each in found})
            yield from found
    except Damaged as error:
        yield refuse("broken", name, f"the archive is damaged after record {number}: {error}")
    except Unpackable as error:
        yield refuse(error.code, name, f"the archive cannot be read past record {number}: {error}")
    if getattr(source, "cut", False):
        yield refuse("truncated", name, f"the compressed file ends within the record after record {number}")
    if number:
        yield refuse("account", name, _account(number, account, others))


def _account(records: int, account: Counter[str], others: Counter[str]) -> str:
    """What became of an archive's records, in one sentence; a record may be a page and truncated."""
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(others.items()))
    wrong = [f"{code}: {count}" for code, count in sorted(account.items()) if code not in ("pages", "revisits")]
    parts = [f"records: {records}", f"pages: {account['pages']}", f"revisits: {account['revisits']}"]
    parts += [f"without a page: {sum(others.values())} ({kinds})"] if others else []
    return ", ".join([*parts, *(wrong or ["nothing wrong"])])


def unpacked(source: Source, magic: bytes) -> Source:
    """The stream beneath the compression that its first bytes name."""
    if magic.startswith(b"\x1f\x8b"):
        return GzipStream(source)
    if magic.startswith(b"\x28\xb5\x2f\xfd"):
        return zstd_stream(source)  # type: ignore[arg-type]
    return source


def _open_record(record: Record, name: str, cap: int, seen: Seen, others: Counter[str]) -> Iterator[Page | Refusal]:
    yield from _check(record, name)
    if record.kind == "revisit":
        seen.waiting.append((record.head.get("warc-payload-digest", name).lower(), name))
    elif record.kind == "response" and record.head.get("warc-target-uri", "").lower().startswith(("http:", "https:")):
        yield from _open_response(record, name, cap, seen, others)
    elif record.kind in ("resource", "conversion"):
        kind = record.head.get("content-type", "").partition(";")[0].strip().lower()
        yield from _open_body(record, record.block, kind, "", name, cap, others)
    else:
        others[record.kind or "untyped"] += 1


def _check(record: Record, name: str) -> Iterator[Refusal]:
    if record.cut:
        yield refuse("truncated", name, f"Content-Length says {record.length} bytes, {record.found} are there")
    elif record.block_digest and not digest_matches(record.head["warc-block-digest"], record.block_digest):
        stated = record.head["warc-block-digest"][:80]
        found = as_stated(stated, record.block_digest)
        yield refuse("digest-mismatch", name, f"the block's digest is {found}, and {stated} is stated")


def _open_response(record: Record, name: str, cap: int, seen: Seen, others: Counter[str]) -> Iterator[Page | Refusal]:
    try:
        answer = message(record.block)
    except Unpackable as error:
        yield refuse(error.code, name, str(error))
        return
    stated = record.head.get("warc-payload-digest", "")
    whole = not record.cut and len(record.block) == record.length
    if stated and whole and not payload_matches(stated, answer.sent, answer.body):
        yield refuse("digest-mismatch", name, f"the payload does not have the stated digest {stated[:80]}")
    seen.digests.add(stated.lower())
    kind = answer.head.get("content-type", "").partition(";")[0].strip().lower()
    if not 200 <= answer.status < 300:
        others[f"status {answer.status}"] += 1
        return
    if kind not in PAGE_TYPES:
        others[kind[:60]] += 1
        return
    try:
        body = _decoded(answer, cap)
    except Unpackable as error:
        yield refuse(error.code, name, str(error))
        return
    yield from _open_body(record, body, kind, _charset(answer), name, cap, others)


def _decoded(answer: Message, cap: int) -> bytes:
    body = answer.body
    codings = [coding for coding in answer.head.get("content-encoding", "").split(",") if coding.strip()]
    if len(codings) > 3:
        raise Unpackable("nested", f"{len(codings)} content codings lie in one another, and 3 are the limit")
    for coding in reversed(codings):
        body = unpack(body, coding, cap)
    return body


def _charset(answer: Message) -> str:
    _, found, value = answer.head.get("content-type", "").lower().partition("charset=")
    return value.split(";")[0].strip(" \"'")[:40] if found else ""


def _open_body(
    record: Record, body: bytes, declared: str, charset: str, name: str, cap: int, others: Counter[str]
) -> Iterator[Page | Refusal]:
    kind = sniff(body[:HEAD_BYTES])
    if declared not in PAGE_TYPES or not kind.startswith("text/"):
        others[declared or kind] += 1
    elif not body.strip():
        yield refuse("empty", name, "the record has no text")
    elif len(body) > cap or (not record.cut and len(record.block) < record.length):
        yield refuse("too-large", name, f"the page has more than {cap} bytes, the limit for one page")
    else:
        yield _page(record, body, kind, charset, name)


def _page(record: Record, body: bytes, kind: str, charset: str, name: str) -> Page:
    meta = {key: record.head[key][:200] for key in HEADERS_KEPT if key in record.head}
    if charset:
        meta["charset"] = charset
    if record.cut:
        meta["truncated"] = f"{record.found} of {record.length} bytes"
    url = record.head.get("warc-target-uri", "").strip("<>") or None
    return Page(page_id(body), name, url, record.head.get("warc-date"), kind, body, tuple(sorted(meta.items())))
