"""`pages FILE`: main text of HTML pages; records {id, html, text}.

f1 is that of the public article benchmark: runs of four words, precision and recall of each page averaged, their
harmonic mean. trafilatura alone is measured in the same run.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from bench.reading import records
from rashomon.read import read
from rashomon.record import Page, page_id
from rashomon.settings import Settings

PEERS = (
    "article-extraction-benchmark, 181 pages, f1 (MEASURED): trafilatura fast .962, default .960, readability-lxml "
    ".955, newspaper4k .925, resiliparse .909, goose3 .875, jusText .79"
)
BODY = frozenset(("dateline", "paragraph", "quote", "list"))


def score(path: Path) -> dict[str, float]:
    """The figures of one file."""
    ours, theirs = Mean(), Mean()
    for row in records(path):
        wanted = runs(row["text"])
        ours.add(runs(body(row["html"])), wanted)
        theirs.add(runs(alone(row["html"])), wanted)
    return {"f1": ours.f1, "precision": ours.precision, "recall": ours.recall, "trafilatura_f1": theirs.f1}


def body(html: str) -> str:
    """The article's own text as rashomon reads it, title and captions left out, text that stands twice kept once."""
    raw = html.encode("utf-8", "replace")
    document, _ = read(Page(page_id(raw), "page.html", None, None, "text/html", raw), Settings())
    if document is None:
        return ""
    kept = (b for b in document.blocks if b.kind in BODY and "duplicate_of" not in dict(b.meta))
    return "\n".join(document.text[b.start : b.end] for b in kept)


def alone(html: str) -> str:
    """What trafilatura gives by itself."""
    from trafilatura import extract

    extractor: Callable[..., str | None] = extract
    return extractor(html, fast=True, include_comments=False) or ""


def runs(text: str) -> Counter[tuple[str, ...]]:
    """The runs of four words of a text, with how often each stands in it."""
    spoken = re.findall(r"\w+", text)
    if len(spoken) < 4:
        return Counter([tuple(spoken)] if spoken else [])
    return Counter(tuple(spoken[i : i + 4]) for i in range(len(spoken) - 3))


class Mean:
    """Precision and recall of each page, averaged."""

    def __init__(self) -> None:
        self._precisions: list[float] = []
        self._recalls: list[float] = []

    def add(self, told: Counter[tuple[str, ...]], wanted: Counter[tuple[str, ...]]) -> None:
        """Counts one page."""
        right = (told & wanted).total()
        self._precisions.append(right / told.total() if told else float(not wanted))
        self._recalls.append(right / wanted.total() if wanted else 1.0)

    @property
    def precision(self) -> float:
        """Mean over pages."""
        return sum(self._precisions) / max(len(self._precisions), 1)

    @property
    def recall(self) -> float:
        """Mean over pages."""
        return sum(self._recalls) / max(len(self._recalls), 1)

    @property
    def f1(self) -> float:
        """Harmonic mean of the two means."""
        return 2 * self.precision * self.recall / max(self.precision + self.recall, 1e-9)
