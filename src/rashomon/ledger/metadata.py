"""What Datasette shows beside the tables of a case: drawn from schema.COLUMNS. Rule: written when a case is
made or migrated; `verify` holds it against what this schema says."""

from __future__ import annotations

import itertools
import json
from pathlib import Path
from typing import Any

from rashomon.ledger.schema import COLUMNS, VIEWS

NAME = "metadata.json"


def text() -> str:
    """What the file holds."""
    return json.dumps(datasette_metadata(), indent=1) + "\n"


def write(folder: Path) -> None:
    """Puts the file into a case's folder, whole or not at all."""
    half = folder / f".{NAME}.part"
    half.write_text(text(), "utf-8")
    half.replace(folder / NAME)


_ABOUT = {
    "entry": "The record: appended to, never changed; every other table is rebuilt from it.",
    "claims": "Who says what happened, on whose word: one claim a row.",
    "events": "One happening a row, as its claims tell it.",
    "sources": "Everybody whose word is passed on.",
    "relations": "How two claims stand to each other in one slot.",
    "decisions": "What people decided, and what became of it.",
    "past": "What every run over the case replaced; `rashomon diff` reads it.",
    "runs": "Every run over the case: build, review, import.",
}


def datasette_metadata() -> dict[str, Any]:
    """Descriptions of tables and columns, in the form of https://docs.datasette.io/en/stable/metadata.html."""
    by_table = itertools.groupby(COLUMNS, key=lambda column: column.table)
    tables: dict[str, Any] = {table: {"columns": {c.name: c.meaning for c in columns}} for table, columns in by_table}
    for name in VIEWS:
        tables.setdefault(name, {})
    for name, about in _ABOUT.items():
        tables[name]["description"] = about
    tables.pop("page_bytes", None)
    return {"title": "A rashomon case", "databases": {"case": {"tables": tables}}}
