"""The interchange format: documents, sources, claims, events, relations, refusals, one JSON object a line.

Rule: the records' own field names, nothing renamed, nothing left out, sorted by id.
"""

from __future__ import annotations

import json
from pathlib import Path

from rashomon.export.files import write_lines
from rashomon.record import Accounts, to_plain

KINDS = ("documents", "sources", "claims", "events", "relations", "refusals")


def write(accounts: Accounts, folder: Path) -> list[Path]:
    """KIND.jsonl for every kind of record; an empty file where there are none."""
    return [write_lines(folder / f"{kind}.jsonl", _lines(getattr(accounts, kind))) for kind in KINDS]


def _lines(records: tuple[object, ...]) -> list[str]:
    plain = [{**to_plain(record), "id": getattr(record, "id")} for record in records]  # noqa: B009  (a union of records)
    return [json.dumps(row, ensure_ascii=False) for row in sorted(plain, key=lambda row: str(row["id"]))]
