"""The table of formats. Rule: names and loading only; a format's module is imported when it is asked for."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from rashomon.errors import InputError
from rashomon.record import Accounts

FORMATS: dict[str, tuple[str, str]] = {
    "csv": ("rashomon.export.csv", "tables for spreadsheets"),
    "followthemoney": ("rashomon.export.followthemoney", "entities for OpenAleph and its kin"),
    "geojson": ("rashomon.export.geojson", "places of events and claims, for maps"),
    "html": ("rashomon.export.html", "a site that opens from disk: the views of `rashomon serve`, without a server"),
    "jsonl": ("rashomon.export.jsonl", "one file a kind of record, one record a line: the interchange format"),
    "parquet": ("rashomon.export.parquet", "typed tables for data frames; needs the extra [parquet]"),
    "prov": ("rashomon.export.prov", "where everything comes from, as W3C PROV-JSON"),
    "webannotation": ("rashomon.export.webannotation", "claims and decisions as W3C Web Annotations"),
}
"""Name -> module with `write(accounts, folder) -> list of files written`, and what it is."""


def write(name: str, accounts: Accounts, folder: Path) -> list[Path]:
    """Writes the accounts in a format; the files are replaced whole. Raises InputError for an unknown format or a
    folder that cannot be written."""
    if name not in FORMATS:
        raise InputError(f"no format is called {name!r}; known are {', '.join(sorted(FORMATS))}")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        files: list[Path] = import_module(FORMATS[name][0]).write(accounts, folder)
    except OSError as error:
        raise InputError(
            f"{folder}: cannot be written to ({error.strerror}); name another folder with --out"
        ) from error
    return files
