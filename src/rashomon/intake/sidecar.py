"""What lies beside a page: a .json file of a crawler, or the comment that SingleFile leaves in the page itself.

Lives here: finding and reading both. Must not know: pages' words.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from rashomon.intake.fields import beside, field, web_address
from rashomon.record import Page

LARGEST = 4 << 20
"""Bytes of a sidecar file that is still read."""

_SINGLE_FILE = re.compile(
    rb"<!--\s{0,20}Page saved with SingleFile\s{1,20}url:\s{0,9}(?P<url>\S{1,2000})"
    rb"\s{1,20}saved date:\s{0,9}(?P<date>[^\r\n]{1,80})"
)
_HEAD = 65536
"""Bytes in which SingleFile's comment stands; it is put right behind the opening of the page."""


def names_of_sidecars(page: Path) -> tuple[Path, ...]:
    """Where a sidecar of `page` may lie: "a.html.json", "a.json", "a.meta.json"."""
    return page.with_name(page.name + ".json"), page.with_suffix(".json"), page.with_suffix(".meta.json")


def with_sidecar(page: Page, path: Path) -> Page:
    """The page with its address, day of collection and further fields from the first sidecar there is, else from
    SingleFile's comment."""
    found = next((known for name in names_of_sidecars(path) if (known := _read(name))), None)
    if found is None:
        return _with_comment(page)
    return replace(
        page,
        url=page.url or web_address(found),
        retrieved_at=page.retrieved_at or field(found, "retrieved") or None,
        meta=tuple(sorted({**dict(beside(found)), **dict(page.meta)}.items())),
    )


def is_sidecar(path: Path, files: set[Path]) -> bool:
    """True of a .json file that lies beside a page of the same name."""
    if path.suffix != ".json":
        return False
    return any(path in names_of_sidecars(file) for file in _neighbours(path, files))


def _neighbours(path: Path, files: set[Path]) -> list[Path]:
    stem = path.name.removesuffix(".json").removesuffix(".meta")
    ends = ("", ".html", ".htm", ".txt", ".xhtml", ".mhtml", ".mht")
    return [near for end in ends if (near := path.with_name(stem + end)) in files]


def _read(path: Path) -> dict[str, Any] | None:
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _with_comment(page: Page) -> Page:
    found = _SINGLE_FILE.search(page.raw[:_HEAD])
    if not found:
        return page
    url = found["url"].decode("utf-8", "replace")
    saved = " ".join(found["date"].decode("utf-8", "replace").split())
    meta = {**dict(page.meta), "saved-with": "SingleFile", "saved-date": saved}
    return replace(page, url=page.url or (url if url.startswith("http") else None), meta=tuple(sorted(meta.items())))
