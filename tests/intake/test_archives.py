"""Web archives: every record is read, or named with what is wrong with it."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import zlib
from itertools import pairwise

import brotli
import pytest
import zstandard

from tests.intake.archives import HTML, URL, accounts, codes, opened, wacz, warc


@pytest.mark.parametrize("packed", [True, False])
def test_each_response_of_a_warc_is_a_page_with_its_address(tmp_path, packed):
    pages, refusals = opened(tmp_path, warc(gzip=packed))
    assert [page.url for page in pages] == [URL.format(n) for n in range(3)]
    assert [page.raw for page in pages] == [HTML.format(n).encode() for n in range(3)]
    assert not refusals
    assert len({page.file for page in pages}) == 3
    assert pages[0].retrieved_at


def test_a_warc_in_zstd_is_read(tmp_path):
    pages, _ = opened(tmp_path, zstandard.compress(warc(gzip=False)))
    assert len(pages) == 3


@pytest.mark.parametrize("packed", [True, False])
def test_a_warc_cut_anywhere_reports_the_cut_and_keeps_what_was_whole(tmp_path, packed):
    """Cut at every 100 bytes: the pages read are a beginning of the whole file's, and a cut is never silent."""
    whole = warc(4, gzip=packed)
    all_pages, _ = opened(tmp_path, whole)
    borders = _borders(whole)
    for cut in range(100, len(whole) - 4, 100):
        pages, refusals = opened(tmp_path, whole[:cut])
        complete = [page for page in pages if "truncated" not in dict(page.meta)]
        assert [page.id for page in complete] == [page.id for page in all_pages[: len(complete)]]
        assert refusals or cut in borders


def _borders(whole: bytes) -> set[int]:
    """Where one record ends, with or without the empty lines after it."""
    if whole.startswith(b"WARC/"):
        starts = [match.start() for match in re.finditer(rb"WARC/1\.", whole)]
        return {start - blank for start in [*starts, len(whole)] for blank in range(5)}
    borders, rest = {0}, whole
    while rest:
        engine = zlib.decompressobj(31)
        engine.decompress(rest)
        rest = engine.unused_data
        borders.add(len(whole) - len(rest))
    return borders


def test_a_cut_record_names_both_lengths(tmp_path):
    whole = warc(1, gzip=False)
    pages, refusals = opened(tmp_path, whole[:-20])
    assert codes(refusals) == ["truncated"]
    assert "Content-Length says" in refusals[0].detail
    assert dict(pages[0].meta)["truncated"]


def test_altered_bytes_are_noticed_by_their_digest_and_still_read(tmp_path):
    pages, refusals = opened(tmp_path, warc(1, gzip=False).replace(b"convoy", b"column"))
    assert "digest-mismatch" in codes(refusals)
    assert b"column" in pages[0].raw


@pytest.mark.parametrize(
    ("coding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress), ("zstd", zstandard.compress)],
)
def test_content_codings_are_taken_off(tmp_path, coding, pack):
    body = HTML.format("x").encode()
    pages, refusals = opened(tmp_path, warc(bodies=[pack(body)], headers=[("Content-Encoding", coding)]))
    assert [page.raw for page in pages] == [body]
    assert not refusals


@pytest.mark.parametrize(
    ("coding", "pack"),
    [("gzip", gzip.compress), ("deflate", zlib.compress), ("br", brotli.compress), ("zstd", zstandard.compress)],
)
def test_a_body_that_grows_without_end_is_refused(tmp_path, coding, pack):
    body = pack(b"<p>" + b"a" * 30_000_000)
    archive = warc(bodies=[body, HTML.encode()], headers=[("Content-Encoding", coding)])
    _, refusals = opened(tmp_path, archive, cap=1 << 26)
    assert codes(refusals)[0] == "bomb"


def test_a_gzip_bomb_is_refused_and_its_neighbour_read(tmp_path):
    bomb = gzip.compress(b"a" * 50_000_000)
    pages, refusals = opened(tmp_path, bomb, cap=1 << 26)
    assert not pages
    assert codes(refusals) == ["bomb"]


def test_chunked_bodies_are_joined(tmp_path):
    body = HTML.encode()
    chunked = b"%x\r\n%s\r\n%x;x=y\r\n%s\r\n0\r\n\r\n" % (10, body[:10], len(body) - 10, body[10:])
    pages, _ = opened(tmp_path, warc(bodies=[chunked], headers=[("Transfer-Encoding", "chunked")]))
    assert [page.raw for page in pages] == [body]


def test_the_charset_of_the_header_travels_with_the_page(tmp_path):
    pages, _ = opened(tmp_path, warc(kind="text/html; charset=windows-1251"))
    assert dict(pages[0].meta)["charset"] == "windows-1251"


def test_pictures_are_counted_in_one_note(tmp_path):
    pages, refusals = opened(tmp_path, warc(kind="image/png"))
    (account,) = accounts(tmp_path, warc(kind="image/png"))
    assert not pages
    assert not refusals
    assert "records: 3, pages: 0, revisits: 0, without a page: 3 (3 image/png), nothing wrong" in account


def test_an_archive_gives_an_account_of_its_records(tmp_path):
    """One page whose bytes were altered, its revisit, and one record that is cut."""
    whole = warc(2, gzip=False, revisit=True).replace(b"page 0", b"page 7")
    cut = whole[: whole.rindex(b"WARC/1.") - 40]
    (account,) = accounts(tmp_path, cut)
    assert "records: 3, pages: 2, revisits: 1, digest-mismatch: 1, truncated: 1" in account


def test_a_wrong_digest_is_told_in_the_letters_of_the_stated_one(tmp_path):
    _, refusals = opened(tmp_path, warc(1, gzip=False).replace(b"convoy", b"column"))
    found, stated = re.findall(r"sha1:(\w+)", refusals[0].detail)
    assert len(found) == len(stated)


def test_a_revisit_with_its_original_is_silent_and_one_without_is_named(tmp_path):
    _, refusals = opened(tmp_path, warc(1, revisit=True))
    assert not refusals
    only_revisits = b"".join(part for n, part in enumerate(_members(warc(2, revisit=True))) if n % 2)
    _, refusals = opened(tmp_path, only_revisits)
    assert codes(refusals) == ["revisit-unresolved", "revisit-unresolved"]


def _members(whole: bytes) -> list[bytes]:
    ends = sorted(_borders(whole))
    return [whole[a:b] for a, b in pairwise(ends)]


def test_bytes_after_the_last_record_are_reported(tmp_path):
    pages, refusals = opened(tmp_path, warc(2, gzip=False) + b"garbage\r\n")
    assert len(pages) == 2
    assert codes(refusals) == ["broken"]


def _package(members: dict[str, bytes], **altered: str) -> dict[str, bytes]:
    stated = [
        {"path": name, "hash": altered.get("hash", "sha256:" + hashlib.sha256(content).hexdigest())}
        for name, content in members.items()
    ]
    return {**members, "datapackage.json": json.dumps({"resources": stated}).encode()}


def test_a_wacz_gives_the_pages_of_its_archives_and_the_state_of_its_signature(tmp_path):
    pages, refusals = opened(tmp_path, wacz(_package({"archive/data.warc.gz": warc()})))
    assert len(pages) == 3
    assert not refusals
    assert dict(pages[0].meta)["wacz-signature"] == "none"


def test_a_signature_is_told_and_never_taken_as_verified(tmp_path):
    members = _package({"archive/data.warc.gz": warc(1)})
    for signed, state in (
        ({"signature": "x", "publicKey": "y"}, "anonymous"),
        ({"signature": "x", "domain": "valley.example", "domainCert": "z"}, "signed, not verified"),
    ):
        digest = json.dumps({"signedData": signed}).encode()
        pages, _ = opened(tmp_path, wacz({**members, "datapackage-digest.json": digest}))
        assert dict(pages[0].meta)["wacz-signature"] == state
        whole = wacz({**members, "datapackage-digest.json": digest})
        assert f"web archives: 1, hashes: as stated, signature: {state}" in accounts(tmp_path, whole)[0]


def test_a_wacz_member_without_its_stated_hash_is_named(tmp_path):
    pages, refusals = opened(tmp_path, wacz(_package({"archive/data.warc.gz": warc(1)}, hash="sha256:" + "0" * 64)))
    assert len(pages) == 1
    assert codes(refusals) == ["digest-mismatch"]


def test_a_wacz_without_a_list_is_read_and_says_so(tmp_path):
    pages, refusals = opened(tmp_path, wacz({"archive/data.warc.gz": warc(1)}))
    assert len(pages) == 1
    assert codes(refusals) == ["no-hashes"]


def test_paths_of_members_are_never_used_as_file_names(tmp_path):
    pages, _ = opened(tmp_path, wacz(_package({"../../../outside.warc.gz": warc(1)})))
    assert len(pages) == 1
    assert ".." not in pages[0].file
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("keep", [0.3, 0.9])
def test_a_cut_wacz_is_refused(tmp_path, keep):
    whole = wacz(_package({"archive/data.warc.gz": warc()}))
    _, refusals = opened(tmp_path, whole[: int(len(whole) * keep)])
    assert codes(refusals) == ["broken"]


def test_a_zip_of_other_things_is_refused(tmp_path):
    _, refusals = opened(tmp_path, wacz({"word/document.xml": b"<x/>"}))
    assert codes(refusals) == ["binary"]
