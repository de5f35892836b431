"""Reads files with answers. Rule: JSON lines in, dicts out, plain or gzip-compressed."""

from __future__ import annotations

import gzip
import json
import pathlib
from collections.abc import Iterator
from typing import Any


def rows(path: pathlib.Path) -> Iterator[dict[str, Any]]:
    """The records of a .jsonl or .jsonl.gz file in order."""
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
    yield from (json.loads(line) for line in text.split("\n") if line.strip())
