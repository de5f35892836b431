"""MHTML, e-mails, JSON dumps, sidecars."""

from __future__ import annotations

import io
import json
import sys

from rashomon.intake import open_paths
from rashomon.record import Page
from rashomon.settings import Settings
from tests.intake.archives import HTML, codes, opened

MHTML = """From: <Saved by Blink>
Snapshot-Content-Location: https://valley.example/1
Subject: Convoy leaves
Date: Tue, 4 Mar 2031 10:00:00 -0000
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="--b"

----b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable
Content-Location: https://valley.example/1

<!doctype html><p>The convoy left caf=C3=A9 Tarsan.</p>
----b
Content-Type: image/png
Content-Transfer-Encoding: base64

iVBORw0KGgo=
----b--
""".replace("\n", "\r\n").encode()


def test_the_page_of_an_mhtml_file_comes_with_its_address(tmp_path):
    (page,), refusals = opened(tmp_path, MHTML, "a.mhtml")
    assert page.url == "https://valley.example/1"
    assert "café Tarsan" in page.raw.decode()
    assert page.retrieved_at == "2031-03-04T10:00:00+00:00"
    assert not refusals


def test_a_newsletter_prefers_its_html_part(tmp_path):
    mail = (
        b"Received: by x\r\nFrom: Valley Post <news@valley.example>\r\nSubject: Morning\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/alternative; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nplain words\r\n"
        b"--b\r\nContent-Type: text/html\r\n\r\n<p>marked words</p>\r\n--b--\r\n"
    )
    (page,), _ = opened(tmp_path, mail, "a.eml")
    assert (page.content_type, page.raw.strip()) == ("text/html", b"<p>marked words</p>")
    assert dict(page.meta)["from"] == "Valley Post <news@valley.example>"


def test_a_message_cut_before_its_end_is_read_and_named(tmp_path):
    pages, refusals = opened(tmp_path, MHTML[: MHTML.index(b"----b\r\nContent-Type: image")], "a.mhtml")
    assert len(pages) == 1
    assert codes(refusals) == ["truncated"]


def test_messages_nested_five_thousand_deep_stop_nothing(tmp_path):
    level = b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n"
    deep = b"".join(level % (n, n) for n in range(5000))
    pages, refusals = opened(tmp_path, deep + b"Content-Type: text/plain\r\n\r\nwords", "a.eml")
    assert pages or refusals


def test_each_line_of_a_dump_is_a_page_or_a_refusal(tmp_path):
    rows = [
        {"url": "https://valley.example/1", "text": "words", "date": "2031-03-04", "title": "Convoy"},
        {"url": "https://valley.example/2", "html": HTML, "text": "words"},
        {"url": "https://valley.example/3"},
        ["no object"],
    ]
    lines = "\n".join([*map(json.dumps, rows), "{broken", ""]).encode()
    pages, refusals = opened(tmp_path, lines, "a.jsonl")
    assert [page.file for page in pages] == ["a.jsonl:1", "a.jsonl:2"]
    assert [page.content_type for page in pages] == ["text/plain", "text/html"]
    assert dict(pages[0].meta) == {"published": "2031-03-04", "title": "Convoy"}
    assert codes(refusals) == ["empty", "broken", "broken"]


def test_a_line_of_a_dump_beyond_the_limit_is_refused_and_the_next_read(tmp_path):
    lines = json.dumps({"text": "w" * 9000}) + "\n" + json.dumps({"text": "words"}) + "\n"
    pages, refusals = opened(tmp_path, lines.encode(), "a.jsonl", cap=1000)
    assert [page.raw for page in pages] == [b"words"]
    assert codes(refusals) == ["too-large"]


def test_a_json_list_is_a_dump_too(tmp_path):
    pages, _ = opened(tmp_path, json.dumps([{"text": "one"}, {"maintext": "two"}], indent=1).encode(), "a.json")
    assert [page.raw for page in pages] == [b"one", b"two"]


def test_a_dash_reads_lines_from_standard_input(monkeypatch):
    class Standard:
        buffer = io.BytesIO(b'{"text": "words", "url": "https://valley.example/1"}\n')

    monkeypatch.setattr(sys, "stdin", Standard)
    (page,) = open_paths(["-"], Settings())
    assert isinstance(page, Page)
    assert (page.file, page.raw) == ("stdin:1", b"words")


def test_a_sidecar_gives_address_and_days_and_is_no_page_itself(tmp_path):
    (tmp_path / "a.html").write_text(HTML)
    (tmp_path / "a.json").write_text(json.dumps({"url": "https://valley.example/1", "date_publish": "2031-03-04"}))
    (page,) = open_paths([str(tmp_path)], Settings())
    assert isinstance(page, Page)
    assert page.url == "https://valley.example/1"
    assert dict(page.meta)["published"] == "2031-03-04"


def test_the_comment_of_singlefile_gives_the_address(tmp_path):
    comment = "<!--\n Page saved with SingleFile \n url: https://valley.example/1 \n saved date: Tue Mar 04 2031\n-->"
    saved = f"<!DOCTYPE html> <html>{comment}<body><p>words"
    (page,), _ = opened(tmp_path, saved.encode(), "a.html")
    assert page.url == "https://valley.example/1"
    assert dict(page.meta)["saved-date"] == "Tue Mar 04 2031"


def test_a_single_page_in_gzip_is_read(tmp_path):
    import gzip

    (page,), _ = opened(tmp_path, gzip.compress(HTML.encode()), "a.html.gz")
    assert page.raw == HTML.encode()


def test_a_cut_gzip_page_is_read_and_named(tmp_path):
    import gzip

    packed = gzip.compress(HTML.encode() * 50)
    pages, refusals = opened(tmp_path, packed[:-30], "a.html.gz")
    assert "truncated" in codes(refusals)
    assert len(pages) <= 1
