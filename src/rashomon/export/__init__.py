"""EDGE: writes a case out in formats of others. Rule: a format is one module with one function, named in FORMATS;
what is written depends on the accounts alone, so that the same case gives the same bytes."""

from __future__ import annotations

from rashomon.export.decisions import read_decisions, write_decisions
from rashomon.export.formats import FORMATS, write
from rashomon.export.redact import PROFILES, redact

__all__ = ["FORMATS", "PROFILES", "read_decisions", "redact", "write", "write_decisions"]
