"""Tables for spreadsheets: RFC 4180, UTF-8, a line of names first, one file a table of `flat`.

Rule: a cell holds what the record says; None is an empty cell. Words from a page that a spreadsheet would run as a
formula (they begin with = + - @ or a tab) get an apostrophe before them, as OWASP advises.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rashomon.export.files import write_lines
from rashomon.export.flat import TABLES, Table
from rashomon.record import Accounts

RUN_BY_SPREADSHEETS = ("=", "+", "-", "@", "\t", "\r")
"""https://owasp.org/www-community/attacks/CSV_Injection"""


def write(accounts: Accounts, folder: Path) -> list[Path]:
    """TABLE.csv for every table; a line of names alone where there are no rows."""
    return [write_lines(folder / f"{table.name}.csv", _lines(table, accounts)) for table in TABLES]


def _lines(table: Table, accounts: Accounts) -> Iterator[str]:
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(table.columns)
    yield _taken(held)
    for row in table.rows(accounts):
        writer.writerow([_cell(row[name]) for name in table.columns])
        yield _taken(held)


def _taken(held: io.StringIO) -> str:
    """The row written last, without its line feed, which write_lines adds."""
    line = held.getvalue().removesuffix("\n")
    held.seek(0)
    held.truncate()
    return line


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, str) and value.startswith(RUN_BY_SPREADSHEETS):
        return f"'{value}"
    return value
