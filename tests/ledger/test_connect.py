"""What a database says comes out as an error of ours: the case, the reason, the way out."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
import sqlalchemy as sa

from rashomon.errors import CaseBusy, CaseError, IntegrityError, RashomonError
from rashomon.ledger import create, open_existing
from rashomon.ledger.connect import _SAYS, translated
from tests.standin import PAGES, StandInReader, page


@pytest.mark.parametrize(("words", "kind", "advice"), _SAYS, ids=[words for words, _, _ in _SAYS])
def test_every_known_failure_names_the_case_and_what_to_do(words: str, kind: type[CaseError], advice: str) -> None:
    with pytest.raises(kind, match="my-case") as told, translated("my-case"):
        raise sa.exc.OperationalError("SELECT 1", {}, sqlite3.OperationalError(f"the {words} now"))
    assert advice in str(told.value)


def test_an_unknown_failure_is_a_case_error_that_says_what_the_database_said() -> None:
    with pytest.raises(CaseError, match=r"strange.*rashomon verify"), translated("my-case"):
        raise sa.exc.DatabaseError("SELECT 1", {}, sqlite3.DatabaseError("strange"))


def test_a_database_held_by_another_program_is_said_to_be_busy(tmp_path: Path) -> None:
    ledger = create(str(tmp_path), "r")
    with ledger.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA busy_timeout=50")
    holder = sqlite3.connect(tmp_path / "case.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(CaseBusy, match="another process"):
            ledger.add(page(PAGES["a.txt"]), StandInReader()(page(PAGES["a.txt"])))
    finally:
        holder.execute("ROLLBACK")
        holder.close()
    ledger.add(page(PAGES["a.txt"]), StandInReader()(page(PAGES["a.txt"])))
    assert len(list(ledger.readings())) == 1
    ledger.close()


def test_a_damaged_file_is_an_integrity_error(tmp_path: Path) -> None:
    ledger = create(str(tmp_path), "r")
    for name, text in PAGES.items():
        ledger.add(page(text, name), StandInReader()(page(text, name)))
    ledger.close()
    whole = bytearray((tmp_path / "case.db").read_bytes())
    whole[4096:] = b"\xa5" * (len(whole) - 4096)
    (tmp_path / "case.db").write_bytes(whole)
    with pytest.raises(RashomonError) as told:
        list(open_existing(str(tmp_path), "r").readings())
    assert isinstance(told.value, IntegrityError)
