"""Where a case lies: what is opened, what is left untouched, what is said."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from rashomon.errors import CaseBusy, CaseError, NewerCase, NotACase
from rashomon.ledger import create, open_existing
from rashomon.ledger.schema import APPLICATION_ID, SCHEMA_VERSION
from tests.standin import PAGES, StandInReader, page

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def test_a_folder_that_is_no_case_is_said_to_be_none_with_what_was_looked_for(tmp_path: Path) -> None:
    with pytest.raises(NotACase, match=r"looked for .*case\.db"):
        open_existing(str(tmp_path), "r")
    assert list(tmp_path.iterdir()) == []


def test_another_programs_file_is_left_as_it_is(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "case.db") as other:
        other.execute("CREATE TABLE theirs (x)")
    before = (tmp_path / "case.db").read_bytes()
    for opens in (open_existing, create):
        with pytest.raises(NotACase, match="not made by rashomon"):
            opens(str(tmp_path), "r")
    assert (tmp_path / "case.db").read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["case.db"]


def test_a_file_that_is_no_database_is_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "case.db").write_text("notes about a case")
    with pytest.raises(NotACase):
        create(str(tmp_path), "r")
    assert (tmp_path / "case.db").read_text() == "notes about a case"


def test_a_case_of_a_newer_version_is_neither_opened_nor_touched(tmp_path: Path) -> None:
    create(str(tmp_path), "r").close()
    with sqlite3.connect(tmp_path / "case.db") as newer:
        newer.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    newer.close()
    before = {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in tmp_path.iterdir() if p.is_file()}
    for opens in (open_existing, create):
        with pytest.raises(NewerCase, match="newer"):
            opens(str(tmp_path), "r")
    assert {p.name: (p.read_bytes(), p.stat().st_mtime_ns) for p in tmp_path.iterdir() if p.is_file()} == before


def test_the_file_says_that_it_is_a_case_and_uses_a_write_ahead_log(tmp_path: Path) -> None:
    create(str(tmp_path), "r").close()
    with sqlite3.connect(tmp_path / "case.db") as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert raw.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        tables = dict(
            raw.execute("SELECT name, strict FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
        )
    ours = {name: strict for name, strict in tables.items() if "_search" not in name and not name.startswith("sqlite_")}
    assert set(ours.values()) == {1}, "every table of ours is STRICT"


def test_two_builders_at_once_are_told_apart(tmp_path: Path) -> None:
    one, two = create(str(tmp_path), "r"), create(str(tmp_path), "r")
    with one.lock(), pytest.raises(CaseBusy, match="another rashomon"), two.lock():
        pass
    with two.lock():
        pass


@pytest.mark.skipif(ROOT, reason="root may write anywhere")
def test_a_read_only_case_can_be_read_and_says_why_it_cannot_be_written(tmp_path: Path) -> None:
    made = create(str(tmp_path), "r")
    made.add(page(PAGES["a.txt"]), StandInReader()(page(PAGES["a.txt"])))
    made.close()
    tmp_path.chmod(0o555)
    (tmp_path / "case.db").chmod(0o444)
    try:
        reader = open_existing(str(tmp_path), "r")
        assert len(list(reader.readings())) == 1
        with pytest.raises(CaseError, match="cannot be written"), reader.lock():
            pass
    finally:
        tmp_path.chmod(0o755)


def test_a_path_with_odd_characters_holds_a_case(tmp_path: Path) -> None:
    odd = tmp_path / "ça va? 100% #1 & more"
    create(str(odd), "r").close()
    open_existing(str(odd), "r").close()
    assert (odd / "case.db").exists()


def test_other_tools_are_told_what_the_columns_mean(tmp_path: Path) -> None:
    """metadata.json names every table and view of the file, and no other."""
    import json

    create(str(tmp_path), "r").close()
    told = json.loads((tmp_path / "metadata.json").read_text())["databases"]["case"]["tables"]
    with sqlite3.connect(tmp_path / "case.db") as raw:
        there = {name for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")}
        assert {name for name in there if "_search" not in name and not name.startswith("sqlite_")} == set(told)
        for table, about in told.items():
            columns = {row[1] for row in raw.execute(f"PRAGMA table_info({table})")}
            assert set(about.get("columns", columns)) == columns


def test_pages_are_kept_read_only_by_their_hash(tmp_path: Path) -> None:
    made = create(str(tmp_path), "r")
    one = page(PAGES["a.txt"])
    made.add(one, StandInReader()(one))
    kept = tmp_path / "pages" / one.id[:2] / one.id
    assert kept.read_bytes() == one.raw
    assert kept.stat().st_mode & 0o222 == 0
