"""Cases on both stores: the same tests run on SQLite and on PostgreSQL."""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.ledger import SqlLedger, create
from tests.ledger import postgres

_NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of a server of our own; skips where PostgreSQL or its driver is not installed."""
    pytest.importorskip("psycopg", reason="psycopg is not installed: pip install 'rashomon[postgres]'")
    found = postgres.programs()
    if found is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    if os.geteuid() == 0 and postgres.runuser() is None:
        pytest.skip("PostgreSQL refuses to run as root, and runuser is not installed: apt-get install util-linux")
    with postgres.server(found) as url:
        yield url


def fresh_database(url: str) -> str:
    """The URL of a new, empty database on the server."""
    import psycopg

    name = f"case{next(_NUMBERS)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")  # type: ignore[call-overload]
    return url.replace("/postgres?", f"/{name}?")


@pytest.fixture(params=["sqlite", "postgres"])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a case may be made: a folder, or a database."""
    if request.param == "sqlite":
        return str(tmp_path / "case")
    return fresh_database(request.getfixturevalue("postgres_url"))


@pytest.fixture
def ledger(where: str) -> Iterator[SqlLedger]:
    """An empty case on either store."""
    made = create(where, "reader 1")
    yield made
    made.close()
