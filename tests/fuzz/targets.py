"""What is fuzzed: bytes in, pages and documents or refusals out, and nothing raised.

Rule: each target is a function of bytes that raises only where the promise is broken. A finding becomes a test case.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

from rashomon.intake import open_paths
from rashomon.read import read
from rashomon.record import Page, page_id
from rashomon.settings import Settings

SETTINGS = Settings(page_bytes=1 << 20)


def read_as(kind: str, raw: bytes) -> None:
    """A page of `raw` bytes reads to a document whose blocks cover its text, or to a refusal."""
    document, refusals = read(Page(page_id(raw), "page", None, None, kind, raw), SETTINGS)
    if document is None:
        assert refusals, "a page without a document needs a refusal"
        return
    position = 0
    for block in document.blocks:
        assert position <= block.start < block.end <= len(document.text), "blocks overlap or leave the text"
        assert not document.text[position : block.start].strip(), "words lie between two blocks"
        position = block.end
    assert not document.text[position:].strip(), "words lie after the last block"
    counts = document.coverage
    assert counts.visible == counts.article + counts.other + counts.lost, "the counts do not add up"


def take_in(raw: bytes) -> None:
    """A file of `raw` bytes gives pages or refusals, and every page can be read."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file")
        path.write_bytes(raw)
        found = list(open_paths([str(path)], SETTINGS))
    assert found, "an input may not vanish in silence"
    for each in found[:20]:
        if isinstance(each, Page):
            read_as(each.content_type, each.raw)


def text(raw: bytes) -> None:
    """A page whose tags are gone."""
    read_as("text/plain", raw)


def html(raw: bytes) -> None:
    """A page with its tags."""
    read_as("text/html", raw)


def warc(raw: bytes) -> None:
    """A web archive."""
    take_in(raw if raw.startswith(b"WARC/") else b"WARC/1.0\r\n" + raw)


def wacz(raw: bytes) -> None:
    """A zip of web archives."""
    take_in(raw if raw.startswith(b"PK\x03\x04") else b"PK\x03\x04" + raw)


def mhtml(raw: bytes) -> None:
    """A saved page in one message."""
    take_in(raw if raw.lower().startswith(b"mime-version:") else b"MIME-Version: 1.0\r\nSubject: x\r\n" + raw)


TARGETS: dict[str, Callable[[bytes], None]] = {"text": text, "html": html, "warc": warc, "wacz": wacz, "mhtml": mhtml}
