"""Pages for the tests, invented: a page with tags, a page without, and the same in one line each."""

from __future__ import annotations

from rashomon.read import read
from rashomon.record import Block, Document, Page, page_id
from rashomon.settings import Settings

PARAGRAPHS = (
    "A convoy of twelve lorries left the town of Tarsan on Monday with several hundred residents, the mayor said.",
    "The lorries had been sent by the regional council, which has run the district since the siege ended last year.",
    "A spokesman for the council denied the report and said that the residents had left on their own in the spring.",
)
TITLE = "Convoy of Tarsan residents leaves for the regional capital"


def page(text: str | bytes, kind: str = "text/plain", file: str = "a.txt", url: str | None = None) -> Page:
    raw = text if isinstance(text, bytes) else text.encode()
    return Page(page_id(raw), file, url, None, kind, raw)


def read_text(*lines: str) -> Document:
    document, _ = read(page("\n\n".join(lines)), Settings())
    assert document is not None
    return document


def read_html(body: str, head: str = "") -> Document:
    markup = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"
    document, _ = read(page(markup, "text/html", "a.html"), Settings())
    assert document is not None
    return document


def kinds(document: Document, words: str) -> list[str]:
    return [block.kind for block in document.blocks if words in document.text[block.start : block.end]]


def of_kind(document: Document, kind: str) -> list[str]:
    return [words(document, block) for block in document.blocks if block.kind == kind]


def words(document: Document, block: Block) -> str:
    return document.text[block.start : block.end]
