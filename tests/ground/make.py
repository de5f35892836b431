"""Sentences and pages for tests, without an encoder."""

from __future__ import annotations

import re

from rashomon.record import Annotation, Block, Candidate, Claim, Dated, Document, Sentence, Span, Step, Token
from rashomon.record.parse import Parse

EMPTY = Parse((), (), ())


def sentence(text: str, start: int = 0, end: int | None = None, block: int = 0) -> Sentence:
    """text[start:end] as one sentence of plain words."""
    end = len(text) if end is None else end
    tokens = tuple(
        Token(m.start(), m.end(), m[0])
        for m in re.finditer(r"\w+(?:[-.,'’]\w+)*|[^\w\s]", text)
        if start <= m.start() < end
    )
    return Sentence(block, start, end, tokens, EMPTY)


def page(*paragraphs: str, published: str | None = None) -> tuple[Document, Annotation]:
    """A page of paragraphs; each line of a paragraph is a sentence."""
    text = "\n\n".join(paragraphs)
    blocks, sentences, at = [], [], 0
    for number, paragraph in enumerate(paragraphs):
        blocks.append(Block("paragraph", at, at + len(paragraph)))
        inner = at
        for line in paragraph.split("\n"):
            sentences.append(sentence(text, inner, inner + len(line), number))
            inner += len(line) + 1
        at += len(paragraph) + 2
    day = Dated(published, published, "meta") if published else Dated()
    document = Document("doc-1", "page-1", "page.txt", text, tuple(blocks), published=day, language="en")
    return document, Annotation("doc-1", tuple(sentences))


def claim(
    document: Document, trigger: str, type_: str = "movement.evacuation", cue: str | None = None, **roles: str
) -> Claim:
    """A claim on the first occurrence of its trigger, with its roles and one reporting cue by their words."""

    def span(words: str) -> Span:
        at = document.text.index(words)
        return Span.of(document.text, at, at + len(words))

    where = span(trigger)
    start = max(document.text.rfind("\n", 0, where.start) + 1, 0)
    end = document.text.find("\n", where.end)
    quote = Span.of(document.text, start, end if end > 0 else len(document.text))
    steps = (Step("a source", cue, "says", cue_span=span(cue)),) if cue else ()
    filled = tuple(sorted((role, (span(words),)) for role, words in roles.items()))
    return Claim(f"claim-{where.start}", document.id, quote, where, type_, roles=filled, attribution=steps)


class Table:
    """A gazetteer of a few rows, asked by exact name."""

    version = "test"

    def __init__(self, *rows: Candidate) -> None:
        self._rows = rows

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        return tuple(row for row in self._rows if row.name.casefold() == name.casefold())


def town(
    name: str, lat: float, lon: float, country: str, population: int = 1000, feature: str = "city", admin1: str = ""
) -> Candidate:
    return Candidate(
        f"test:{name}-{country}{admin1}", name, lat, lon, feature, country, admin1, population, 1.0, "by its name"
    )
