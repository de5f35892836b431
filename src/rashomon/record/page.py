"""A collected page, byte for byte, before anyone has read it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Page:
    """id            SHA-256 of `raw`, 64 hex digits
    file          the name it was given under (no folder), "" when it came from an archive without one
    url           where it was collected, or None when nobody said
    retrieved_at  RFC 3339 time of collection, or None; never the time of the build
    content_type  MIME type as sniffed from the content ("text/html", "text/plain")
    raw           the bytes, never changed
    meta          what the intake knows beside it (sidecar fields, archive record headers), as sorted pairs
    """

    id: str
    file: str
    url: str | None
    retrieved_at: str | None
    content_type: str
    raw: bytes = field(repr=False)
    meta: tuple[tuple[str, str], ...] = ()
