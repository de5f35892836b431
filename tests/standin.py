"""Tiny stand-ins for tests: pages made of lines "WHO said WHAT", and a reader that needs no model.

Every line with " said " is a claim of type movement.evacuation whose trigger is its last word.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path

from rashomon.record import (
    Block,
    Claim,
    Document,
    Method,
    Page,
    PageReading,
    Refusal,
    Span,
    Step,
    identify,
    page_id,
)


def page(text: str, file: str = "page.txt") -> Page:
    """A page of text."""
    raw = text.encode()
    return Page(page_id(raw), file, None, None, "text/plain", raw)


@dataclass(frozen=True, slots=True)
class StandInReader:
    """Reads one claim a line; does what a page says where it asks for trouble: "NAP", "SPIN", "DIE" and so on."""

    version: str = "1"

    def __call__(self, page: Page) -> PageReading:
        """The reading of a page of lines."""
        text = page.raw.decode()
        if not text.strip():
            return PageReading(
                page.id, refusals=(Refusal("read", "empty", f"{page.file}: no text", page.file, page.id),)
            )
        misbehave(text)
        document = Document(
            identify("doc", page.id), page.id, page.file, text, blocks(text), title=text.split("\n")[0], language="en"
        )
        return PageReading(page.id, document, (), tuple(self._claims(document)))

    def _claims(self, document: Document) -> list[Claim]:
        found = []
        for block in document.blocks:
            line = document.text[block.start : block.end]
            who, said, _ = line.partition(" said ")
            if said:
                found.append(self._claim(document, block, who, line))
        return found

    def _claim(self, document: Document, block: Block, who: str, line: str) -> Claim:
        first = block.start + line.rindex(" ") + 1
        trigger = Span.of(document.text, first, block.end)
        source = Span.of(document.text, block.start, block.start + len(who))
        return Claim(
            identify("claim", document.id, "movement.evacuation", trigger.start, trigger.end, "article"),
            document.id,
            Span.of(document.text, block.start, block.end),
            trigger,
            "movement.evacuation",
            attribution=(Step(who, "said", "says", span=source),),
            method=Method("stand-in", self.version),
            confidence=0.5,
        )


def blocks(text: str) -> tuple[Block, ...]:
    """One paragraph a line."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Block("paragraph", at, at + len(line)))
        at += len(line) + 1
    return tuple(found)


def misbehave(text: str) -> None:
    """Does what the page says."""
    if "NAP" in text:
        time.sleep(1.5)
    if "SPIN" in text:
        while time.process_time() < 60:
            pass
    if "SLEEP" in text:
        time.sleep(60)
    if "DIE" in text:
        os._exit(7)
    if "RAISE" in text:
        raise ValueError("a message with page text")
    if "HOG" in text:
        hog = bytearray(400 * 2**20)
        hog[::4096] = b"x" * len(hog[::4096])
        time.sleep(20)


@dataclass(frozen=True, slots=True)
class BrokenReader:
    """Cannot get ready."""

    def prepare(self) -> None:
        """Raises what a missing model raises."""
        from rashomon.errors import ModelError

        raise ModelError("model.onnx is missing; install the package again")

    def __call__(self, page: Page) -> PageReading:
        """Never called."""
        raise AssertionError


PAGES = {
    "a.txt": "The road is open\nThe ministry of Tolvia said forty families left Orlim when they were evacuated\n",
    "b.txt": "Families wait\nThe Ilmar League said nobody was evacuated\nLocal sources said several were evacuated\n",
    "c.txt": "A third page\nA spokesman for the governor said the hospital was evacuated\n",
}
"""Three invented pages."""


def write_pages(folder: Path, pages: dict[str, str] = PAGES) -> Path:
    """The pages as files."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in pages.items():
        (folder / name).write_text(text, "utf-8")
    return folder
