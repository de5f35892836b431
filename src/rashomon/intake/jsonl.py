"""Dumps: one JSON object a line, or one JSON list, each object a page.

Lives here: lines under a cap, objects to pages. Must not know: files, fields' names (intake/fields.py).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from rashomon.intake.fields import beside, field, web_address
from rashomon.intake.refuse import refuse
from rashomon.record import Page, Refusal, page_id

ESCAPES = 6
"""Bytes that one byte of a page may take in JSON (\\u00e9), at most."""


def open_lines(file: BinaryIO, name: str, cap: int) -> Iterator[Page | Refusal]:
    """Pages and refusals of a .jsonl stream, each named "NAME:LINE"."""
    longest = ESCAPES * cap
    number = 0
    while line := file.readline(longest + 1):
        number += 1
        label = f"{name}:{number}"
        if len(line) > longest:
            yield refuse("too-large", label, f"the line has more than {longest} bytes")
            while line and not line.endswith(b"\n"):
                line = file.readline(longest)
        elif line.strip():
            yield _open_line(line, label, cap)


def open_document(raw: bytes, name: str, cap: int) -> Iterator[Page | Refusal]:
    """Pages and refusals of one JSON document: an object, or a list of them."""
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        yield refuse("broken", name, "the file is no JSON")
        return
    items = found if isinstance(found, list) else [found]
    for number, item in enumerate(items, 1):
        yield open_object(item, f"{name}:{number}" if len(items) > 1 else name, cap)


def _open_line(line: bytes, label: str, cap: int) -> Page | Refusal:
    try:
        return open_object(json.loads(line), label, cap)
    except (ValueError, RecursionError):
        return refuse("broken", label, "the line is no JSON")


def open_object(item: Any, label: str, cap: int) -> Page | Refusal:
    """The page in one object: its html, else its text."""
    if not isinstance(item, dict):
        return refuse("broken", label, "it is no JSON object")
    html = field(item, "html")
    raw = (html or field(item, "text")).encode("utf-8", "replace")
    if not raw:
        return refuse("empty", label, "the object has neither html nor text")
    if len(raw) > cap:
        return refuse("too-large", label, f"the page has more than {cap} bytes, the limit for one page")
    kind = "text/html" if html else "text/plain"
    return Page(page_id(raw), label, web_address(item), field(item, "retrieved") or None, kind, raw, beside(item))
