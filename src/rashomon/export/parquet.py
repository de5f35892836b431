"""Tables for data frames: Apache Parquet, one file a table of `flat`; opens in DuckDB, pandas, Polars, R and Spark.

Rule: typed columns, null where the record says nothing; the same accounts give the same bytes with the same pyarrow.
Needs the extra [parquet].
"""

from __future__ import annotations

import itertools
import os
from pathlib import Path
from typing import Any

from rashomon.errors import MissingExtra
from rashomon.export.flat import TABLES, Table
from rashomon.record import Accounts

LOT = 20_000
"""Rows in one row group: about 10 MB of claims."""


def write(accounts: Accounts, folder: Path) -> list[Path]:
    """TABLE.parquet for every table; raises MissingExtra without pyarrow."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise MissingExtra(f"the format parquet needs pyarrow ({error}): pip install 'rashomon[parquet]'") from error
    return [_written(pyarrow, table, accounts, folder / f"{table.name}.parquet") for table in TABLES]


def _written(pyarrow: Any, table: Table, accounts: Accounts, path: Path) -> Path:
    types = {str: pyarrow.string(), int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_()}
    schema = pyarrow.schema([(name, types[kind]) for name, kind in table.columns.items()])
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    rows = table.rows(accounts)
    try:
        with pyarrow.parquet.ParquetWriter(half, schema, compression="zstd") as writer:
            while some := list(itertools.islice(rows, LOT)):
                writer.write_table(pyarrow.Table.from_pylist(list(map(_sound, some)), schema=schema))
        half.replace(path)
    finally:
        half.unlink(missing_ok=True)
    return path


def _sound(row: dict[str, Any]) -> dict[str, Any]:
    """Text without lone surrogates, which Parquet's UTF-8 cannot hold: they become U+FFFD."""
    return {
        name: value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value
        for name, value in row.items()
    }
