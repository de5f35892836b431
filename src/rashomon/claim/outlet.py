"""The page's own outlet: whose voice a page without attribution is, under every name the page gives it.

Rule: one document in, the names of whoever publishes it out. A source that is the outlet is no link of a chain.
"""

from __future__ import annotations

import re

from rashomon.lexicon.nouns import classes
from rashomon.lexicon.source_kinds import BODY_NOUNS
from rashomon.record import Document, Step

_DATED = re.compile(r"^[^|\d]+ \| .*\d")
"""A line of furniture with a bar, and a day or an hour after it."""
_PARTS = re.compile(r"\s+[|–—-]+\s+|\s*[|/]\s*|[,:]\s+")
_SHORT = re.compile(r"\(([A-Z][\w.&-]{1,11})\)")
_SIGNED = re.compile(r"^[A-Z][\w'’. -]+,? [\w' ,’.]*\(([A-Z][\w ]+)\)\s*[-–—]+")
_STAFF = re.compile(
    r"(?:['’]s?)? (?:own )?(?:reporters?|correspondents?|journalists?|team|staff|photographers?)\b", re.I
)
_OWN = frozenset({"we", "us", "our", "ours", "i", "my", "me"})
MAX_NAME = 8
"""Longest name of a body in a page's head, in words; a longer line is a sentence."""


class Outlet:
    """Knows the names of a document's publisher; asks of a step whether it is the publisher itself."""

    def __init__(self, document: Document) -> None:
        self.words = words_of((document.outlet.name or "").partition(".")[0])
        self.mastheads = _mastheads(document)
        self.bodies = _bodies(document)

    def is_it(self, step: Step) -> bool:
        """True for the page's own outlet ("told the Courier", in the Courier; "told this agency"; "our estimate")."""
        said = step.span.text if step.span is not None else step.name
        words = said.casefold().split()
        if words and not step.direct and words[0] in _OWN and _own_words(words):
            return True
        if len(words) > 1 and words[0] == "this" and "medium" in classes(words[-1]):
            return True
        owner = " ".join(words_of(_STAFF.split(said)[0])) if _STAFF.search(said) else ""
        if words[:1] == ["the"] and words[1:] in (["reporter"], ["correspondent"]):
            return True
        if {step.name.casefold(), said.casefold(), owner} & self.mastheads:
            return True
        names = [words_of(step.name), words_of(said), *([words_of(owner)] if owner else [])]
        return any(self._named(name) for name in names)

    def is_called(self, name: str) -> bool:
        """True for a name of the outlet."""
        return name.casefold() in self.mastheads or self._named(words_of(name))

    def _named(self, name: tuple[str, ...]) -> bool:
        if not name:
            return False
        if self.words and (set(name) <= set(self.words) or name == ("".join(word[0] for word in self.words),)):
            return True
        return any(set(name) <= set(words) and set(name) & set(_head(words)) for words in self.bodies)


def _head(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a body's name before its "of": "the coalition" is not the "review panel of the coalition"."""
    cut = next((n for n, word in enumerate(words) if word in _TAILS), len(words))
    return words[:cut]


def _own_words(words: list[str]) -> bool:
    """ "we", "our estimate", "our own information": nobody beside the page; "our lawyer" is somebody."""
    return len(words) == 1 or bool(classes(words[-1]) & {"report", "medium"}) or words[-1] in _OWN_WORK


_TAILS = frozenset({"of", "for", "on", "in"})
_HEADS = BODY_NOUNS | {"panel", "desk", "cell", "bureau", "secretariat", "directorate", "mission", "staff", "service"}
_OWN_WORK = frozenset("estimate estimates information count figures data findings assessment records sources".split())


def _head_lines(document: Document) -> list[str]:
    """The lines of furniture before the first paragraph."""
    top = next((b.start for b in document.blocks if b.kind == "paragraph"), 0)
    return [
        line.strip()
        for b in document.blocks
        if b.start < top and b.kind not in ("title", "paragraph")
        for line in document.text[b.start : b.end].split("\n")
    ]


def _mastheads(document: Document) -> frozenset[str]:
    """Names by which the page's furniture before its first paragraph calls the outlet, in lower case: its short form
    in brackets ("Name (SHORT)"), what stands before the bar of a dated line ("PTB | Updated: July 6, 2023"), and who
    signs a dateline ("CITY (Name) -")."""
    lines = _head_lines(document)
    name = document.outlet.name or ""
    short = [found for line in lines if name and line.startswith(name) for found in _SHORT.findall(line)]
    barred = [line.partition(" | ")[0].removesuffix(" staff") for line in lines if _DATED.search(line)]
    signed = [found for line in lines if (mark := _SIGNED.match(line)) for found in mark.groups()]
    return frozenset(words.casefold() for words in (*short, *barred, *signed) if words)


def _bodies(document: Document) -> tuple[tuple[str, ...], ...]:
    """The words of each body that the page's first lines name in capitals or as its heading ("MINISTRY OF WATER")."""
    top = next((b.start for b in document.blocks if b.kind in ("paragraph", "list")), 0)
    titles = [document.text[b.start : b.end] for b in document.blocks if b.kind == "title" and b.start < top]
    lines = [*_head_lines(document)[:3], *titles[:1]]
    parts = [part for line in lines for part in _PARTS.split(_SHORT.sub("", line)) if part.isupper()]
    named = [words_of(part) for part in parts if not re.search(r"\d", part)]
    return tuple(words for words in named if 1 < len(words) <= MAX_NAME and set(words) & _HEADS)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in lower case, articles left out."""
    return tuple(w for w in name.casefold().split() if w not in ("the", "a", "an"))
