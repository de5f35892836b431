"""Bytes to text, and a stated reason where the bytes had to be guessed at.

Lives here: byte order marks, declared and fallback encodings. Must not know: lines, labels.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s{0,9}=\s{0,9}["']?([\w.:-]{2,40})""", re.I)
_HEAD_BYTES = 4096
"""Browsers look for a declared charset in the first kilobyte; four leave room for long heads."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """text; the encoding it was read in; guess: why that encoding is a guess, "" when it is not."""

    text: str
    encoding: str
    guess: str = ""


def decode(raw: bytes, declared: str | None = None) -> Decoded:
    """The text of a page. A byte order mark decides, then UTF-8 if it fits, then the charset that the page or
    `declared` (from a header) names, then windows-1252, then UTF-8 with replacement characters; the last two are
    guesses and say so."""
    for bom, name in _BOMS:
        if raw.startswith(bom):
            return _marked(raw[len(bom) :], name)
    for name in ("utf-8", declared or "", declared_charset(raw)):
        text = _strictly(raw, name)
        if text is not None:
            return Decoded(text, name)
    text = _strictly(raw, "cp1252")
    if text is not None:
        return Decoded(text, "cp1252", "not valid UTF-8 and no charset declared; read as windows-1252")
    text = raw.decode("utf-8", "replace")
    return Decoded(text, "utf-8", f"not valid UTF-8; {text.count(chr(0xFFFD))} places are replaced by U+FFFD")


def declared_charset(raw: bytes) -> str:
    """The charset that the page's own head names, "" when it names none."""
    found = _DECLARED.search(raw[:_HEAD_BYTES])
    return found.group(1).decode("ascii", "replace").lower() if found else ""


def _marked(raw: bytes, name: str) -> Decoded:
    text = raw.decode(name, "replace")
    broken = text.count("\ufffd")
    return Decoded(text, name, f"not valid {name}; {broken} places are replaced by U+FFFD" if broken else "")


def _strictly(raw: bytes, name: str) -> str | None:
    if not name:
        return None
    try:
        # the HTML standard reads these labels as windows-1252
        return raw.decode("cp1252" if name in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii") else name)
    except (UnicodeDecodeError, LookupError, ValueError, TypeError):
        return None
