"""EDGE: places by name. Rule: looks up, never ranks by context; no network, nothing outside the user's own folder."""

from __future__ import annotations

from rashomon.gazetteer.rows import BadRow
from rashomon.gazetteer.store import (
    Added,
    Gazetteers,
    Table,
    add_table,
    list_tables,
    load_gazetteer,
    remove_table,
    search_places,
    tables_version,
)

__all__ = [
    "Added",
    "BadRow",
    "Gazetteers",
    "Table",
    "add_table",
    "list_tables",
    "load_gazetteer",
    "remove_table",
    "search_places",
    "tables_version",
]
