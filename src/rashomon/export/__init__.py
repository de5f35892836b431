"""EDGE: writes a case out in formats of others. Rule: a format is one module with one function, named in FORMATS;
what is written depends on the accounts alone, so that the same case gives the same bytes."""

from __future__ import annotations

from rashomon.export.formats import FORMATS, write

__all__ = ["FORMATS", "write"]
