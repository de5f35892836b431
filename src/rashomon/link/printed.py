"""Fuller names that a page prints for a short one: "Northern Relief Council (NRC)", its own name in the header, and the
name in brackets that an agency begins with.

Rule: one page's text and blocks in, names as printed out; which party bears them is decided in `shortened`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.lexicon.wording import fold
from rashomon.link.names import initials
from rashomon.record import Document

HEADER_BLOCKS = 3
"""A page prints its own name in its first lines."""
_NAME = r"[A-Z][\w'’.-]*(?:[ ]+(?:of|for|the|and|in|on|de|des|du|[A-Z][\w'’.-]*)){1,8}"
_GLOSS = re.compile(rf"({_NAME}) \(([A-Z][A-Za-z]*[A-Z](?:-[A-Z]+)?)\)")
_BRACKETED = re.compile(rf"^\(({_NAME})\)\s")
_HEADER = re.compile(rf"^({_NAME})(?=\s*(?:$|\||\+\+\+|[•·–—-]\s|\())")
_SPELT_HEADER = re.compile(rf"^([A-Z]{{3,8}})[ ]+({_NAME})(?=\s*(?:$|[/|•·–—-]\s|\())")
""" "NCA Northern Coast Agency / English service": a header that prints its short name before the full one."""
_OWN_KINDS = ("boilerplate", "byline", "title", "dateline")
_UNTOLD = ("comment", "related", "embedded")


def glosses(document: Document) -> list[tuple[str, str]]:
    """(full name, short name) of every "Full Name (FN)" outside readers' comments, in order, each once."""
    found: list[tuple[str, str]] = []
    for block in document.blocks:
        if block.kind not in _UNTOLD:
            for match in _GLOSS.finditer(document.text, block.start, block.end):
                full = _glossed(match.group(1), match.group(2))
                if full:
                    found.append((full, match.group(2)))
    return list(dict.fromkeys(found))


def _glossed(words: str, short: str) -> str:
    """The shortest run of words before the brackets that the short name can stand for (Schwartz & Hearst 2003)."""
    letters = short.split("-")[0].lower()
    tokens = words.split()
    ends = [" ".join(tokens[start:]) for start in range(len(tokens) - 2, -1, -1)]
    for name in ends:
        if initials(name).lower() == letters:
            return name
    fitting = (name for name in ends if fold(name)[:1] == letters[:1] and _in_order(letters, fold(name)))
    return next(fitting, "")


def _in_order(letters: str, text: str) -> bool:
    rest = iter(text)
    return all(letter in rest for letter in letters)


def own_names(document: Document) -> list[str]:
    """Names of two words and more that the page may print of itself: header lines, and the bracketed agency."""
    return list(dict.fromkeys(_own_names(document)))


def _own_names(document: Document) -> Iterator[str]:
    for number, block in enumerate(document.blocks):
        text = document.text[block.start : block.end]
        bracketed = _BRACKETED.match(text) if block.kind not in _UNTOLD else None
        if bracketed:
            yield bracketed.group(1)
        if number >= HEADER_BLOCKS or block.kind not in _OWN_KINDS:
            continue
        header = _HEADER.match(text)
        if header:
            yield header.group(1).strip()
        spelt = _SPELT_HEADER.match(text)
        if spelt and initials(spelt.group(2)) == spelt.group(1):
            yield spelt.group(2).strip()
