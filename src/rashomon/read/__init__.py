"""read: a page's bytes to clean text in labelled blocks. Entered by `read`; nothing is thrown away."""

from __future__ import annotations

from rashomon.read.reader import read

__all__ = ["read"]
