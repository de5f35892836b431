"""HTML text to a tree, however broken or deep.

Lives here: the parser and its guards. Must not know: lines, labels, what elements mean.

libxml2 cuts everything nested 255 levels deep, and all that follows, without an error; with `huge_tree` it does so at
2,048. So a page that comes out deep is read again with its inner tags taken away, which moves no word. Entities are
those of HTML alone, and nothing is fetched.
"""

from __future__ import annotations

import re
from typing import cast

from lxml import etree, html

DEEPEST = 200
"""Levels of nesting up to which a tree is used as it is: trafilatura loses text below 255, articles stay below 60."""

MOST_TAGS = 150_000
"""Tags up to which other libraries are asked about a tree: at a million they take half a minute and 400 MB."""

LONGEST = 5_000_000
"""Characters up to which they are asked; the largest article page in the public benchmarks has 4 MiB."""

FLAT = 120
"""Levels that are left of a page that is nested deeper than DEEPEST."""

_HEAD = frozenset("html meta link base".split())
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_FLAT_BY_NATURE = frozenset("p h1 h2 h3 h4 h5 h6 li dt dd td th tr option".split())
"""Elements whose own start tag ends the one before: they cannot nest by themselves, and they part the lines."""

_TAG = re.compile(
    r"<!--.*?-->|<(script|style)\b.*?</\1\s*>|<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})(?=[\s/>])[^<>]*>", re.S | re.I
)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,300}\?>")
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def parse_html(text: str) -> html.HtmlElement | None:
    """The tree of a page, at most DEEPEST levels deep, None when it holds no element at all."""
    if text.count("<") > MOST_TAGS:
        text = slim(text)
    root = _parse(text)
    return _parse(flatten(text)) if root is not None and _depth(root) > DEEPEST else root


def is_small(text: str) -> bool:
    """True of a page that other libraries may be asked about."""
    return len(text) <= LONGEST and text.count("<") <= MOST_TAGS


def slim(text: str) -> str:
    """The page without attributes, but for those of its head: a million tags with some take a gigabyte as a tree."""

    def bare(match: re.Match[str]) -> str:
        closing, name = match[2], match[3]
        return match[0] if name is None or name.lower() in _HEAD else f"<{closing}{name}>"

    return _TAG.sub(bare, text)


def flatten(text: str) -> str:
    """The page without the tags that open below FLAT levels, and without their ends; all else stays."""
    kept: list[bool] = []

    def thin(match: re.Match[str]) -> str:
        closing, name = match[2], match[3]
        if name is None or name.lower() in _VOID | _FLAT_BY_NATURE or match[0].endswith("/>"):
            return match[0]
        if not closing:
            kept.append(len(kept) < FLAT)
            return match[0] if kept[-1] else " "
        return match[0] if not kept or kept.pop() else " "

    return _TAG.sub(thin, text)


def _parse(text: str) -> html.HtmlElement | None:
    # lxml refuses str with an encoding declaration; the text is decoded already, so the declaration says nothing
    clean = _ILLEGAL.sub("\ufffd", _DECLARATION.sub("", text, count=1))
    parser = html.HTMLParser(huge_tree=True, no_network=True, remove_pis=True, encoding="utf-8")
    # one class for every element: choosing it by tag calls Python for each and takes a tenth of the time of a page
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement, comment=html.HtmlComment))
    try:
        return cast("html.HtmlElement | None", html.document_fromstring(clean.encode("utf-8"), parser=parser))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return None


def _depth(root: html.HtmlElement) -> int:
    """The deepest nesting of elements, counted without recursion."""
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest
