"""Who stands behind a page besides its outlet: the agency it credits, and the house that publishes it.

Rule: words and addresses of one page at a time; what follows for two claims is decided in `dependence`. A photo credit
is no credit for the words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rashomon.lexicon.aliases import ALIAS_GROUPS
from rashomon.lexicon.wording import fold
from rashomon.record import Document, Span

_NAME = r"[A-Z][\w'’&-]*(?: (?:of |for |the |and )?[A-Z][\w'’&-]*){0,5}"
_CREDITS = (
    re.compile(rf"^[A-Z][\w .,'’/-]{{1,50}}\((?P<name>{_NAME})\)\s*[-–—.:]"),
    re.compile(rf"^\((?P<name>{_NAME})\)\s"),
    re.compile(rf"[.!?”\"]\s*\((?P<name>{_NAME})\)\s*$"),
    re.compile(rf"\b(?P<name>{_NAME})(?: and [A-Z][\w ]+)? contributed to this (?:report|story|article)"),
    re.compile(rf"\b(?i:with|additional) (?:reporting|material|files|input) (?:by|from) (?:the )?(?P<name>{_NAME})"),
    re.compile(rf"^(?:Source|Credit|Via|Text)\s*:\s*(?P<name>{_NAME})"),
)
"""Where a page says whose report it carries: "HARBOUR TOWN (Agency) - ...", "(Agency)" at the end, "Agency contributed
to this report", "with material from Agency", "Source: Agency"."""
_READ_KINDS = ("paragraph", "dateline", "byline", "boilerplate", "quote")
_PERSON_WORDS = re.compile(r"\b(photo|image|picture|video|map)\b", re.I)
_HOST = re.compile(r"^[a-z]+://(?:[^/@]*@)?([^/:?#]+)", re.I)
_EDITIONS = frozenset("online international english world weekend com net org news the edition".split())
_SUFFIXES = frozenset("com net org info co gov edu news tv ac".split())


@lru_cache(maxsize=1 << 14)
def credits(document: Document) -> tuple[tuple[str, Span], ...]:
    """(key of an agency, the words of the credit), each agency once, in the order of the page."""
    found: dict[str, Span] = {}
    for key, span in _credits(document):
        found.setdefault(key, span)
    return tuple(found.items())


def _credits(document: Document) -> Iterator[tuple[str, Span]]:
    for block in document.blocks:
        text = document.text[block.start : block.end]
        if block.kind not in _READ_KINDS or _PERSON_WORDS.search(text[:12]):
            continue
        for pattern in _CREDITS:
            match = pattern.search(text)
            if match:
                start, end = match.span("name")
                yield house(match.group("name")), Span.of(document.text, block.start + start, block.start + end)


@lru_cache(maxsize=1 << 14)
def house(name: str) -> str:
    """What the names of one publisher share: "AFP" and "Agence France-Presse", "The Herald Online" and "Herald"."""
    folded = fold(name)
    for row in ALIAS_GROUPS:
        if any(fold(known) == folded for known in row):
            return fold(row[0])
    kept = [word for word in folded.split() if word not in _EDITIONS]
    return " ".join(kept) or folded


def houses(document: Document) -> frozenset[str]:
    """What may show the house behind a page: its outlet's name and the name within its address."""
    found = {house(document.outlet.name)} if document.outlet.name else set()
    host = _HOST.match(document.url or "")
    labels = [label for label in host.group(1).lower().split(".") if label != "www"] if host else []
    while len(labels) > 1 and (len(labels[-1]) == 2 or labels[-1] in _SUFFIXES):
        labels.pop()
    return frozenset(found | ({f"address {labels[-1]}"} if labels and len(labels[-1]) > 2 else set()))
