"""What a file is, from its first bytes. Rule: content only; the name decides nothing."""

from __future__ import annotations

import codecs
import re

HEAD_BYTES = 8192
"""Enough for every signature below, and for a document type after a long comment."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"PK\x05\x06", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"WARC/", "application/warc"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"\x7fELF", "application/x-executable"),
    (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),
)
_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_HTML = re.compile(
    rb"<!doctype\s+html|<(?:html|head|body|title|meta|article|main|section|header|div|table|script|link)\b", re.I
)
_MARKUP_TAGS = re.compile(rb"</?(?:p|br|a|span|h[1-6]|ul|li|b|i|em|strong|blockquote|img)\b[^<>]{0,200}>", re.I)
FEWEST_TAGS = 3
"""A text that speaks of a tag once or twice is no HTML."""
_JSON_OBJECT = re.compile(rb'\s*(?P<list>\[\s*)?\{\s*(?:"[^"\\]{0,200}"\s*:|\})')
_MESSAGE_LINE = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]?[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*")
_MESSAGE_FIELDS = (b"mime-version:", b"received:", b"message-id:", b"return-path:", b"delivered-to:", b"x-mailer:")
CONTROL_SHARE = 0.02
"""Share of control bytes from which a file is binary: texts have none, executables and images above a tenth."""
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b"))


def sniff(head: bytes) -> str:
    """The MIME type of a file that begins with `head`: "text/html", "text/plain", a known binary type, or
    "application/octet-stream"."""
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    if head.startswith(_WIDE_MARKS):
        return "text/html" if _looks_like_html(head.replace(b"\x00", b"")) else "text/plain"
    if b"\x00" in head or len(head) - len(head.translate(None, _CONTROLS)) > CONTROL_SHARE * len(head):
        return "application/octet-stream"
    return _structured(head) or ("text/html" if _looks_like_html(head) else "text/plain")


def _looks_like_html(head: bytes) -> bool:
    start = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if start.startswith(b"<") and _HTML.search(head):
        return True
    return len(_MARKUP_TAGS.findall(head)) >= FEWEST_TAGS


def _structured(head: bytes) -> str:
    """A format of text that holds pages, "" when it is none."""
    start = head.removeprefix(codecs.BOM_UTF8)
    found = _JSON_OBJECT.match(start)
    if found:
        first = start.lstrip().split(b"\n", 1)[0].rstrip()
        lines = not found["list"] and (first.endswith(b"}") or len(first) >= HEAD_BYTES - 64)
        return "application/jsonl" if lines else "application/json"
    return _message(start)


def _message(start: bytes) -> str:
    header = re.match(rb"(?:%s){2,}" % _MESSAGE_LINE.pattern, start)
    fields = header.group().lower() if header else b""
    if not any(fields.startswith(known) or b"\n" + known in fields for known in _MESSAGE_FIELDS):
        return ""
    return "multipart/related" if b"multipart/related" in fields else "message/rfc822"
