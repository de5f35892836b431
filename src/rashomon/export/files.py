"""Whole files or none. Rule: written beside, then renamed."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


def write_lines(path: Path, lines: Iterable[str]) -> Path:
    """A UTF-8 file of lines, each ended by a line feed on every system; replaces an older one in one step."""
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with half.open("w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            for line in lines:
                file.write(line + "\n")
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    return path
