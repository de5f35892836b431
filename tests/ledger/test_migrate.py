"""Cases of older schemas: opened, copied first, unharmed by a kill, refused when they are not whole."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import warnings
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from rashomon.case import Case, schema_of
from rashomon.engine import SingleEngine
from rashomon.errors import CaseBusy, CaseError, IntegrityError, MigrationNotice, NewerCase
from rashomon.ledger import metadata, open_existing, verify
from rashomon.ledger.connect import memory_engine, postgres_engine
from rashomon.ledger.migrate import STEPS
from rashomon.ledger.schema import SCHEMA_VERSION
from rashomon.ledger.tables import create_all
from tests.conftest import here
from tests.ledger.conftest import fresh_database
from tests.ledger.schema_one import as_schema_one, database_of_one
from tests.standin import StandInReader, write_pages

QUERY = "SELECT type || ' ' || name, sql FROM sqlite_master"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A case of schema 1 with pages, a refusal, decisions and a seal."""
    with Case.create(tmp_path / "case") as case:
        case.build([write_pages(tmp_path / "pages"), "none.txt"], engine=SingleEngine(), read=StandInReader())
        accounts = case.accounts()
        case.decide(case.drafter(accounts, "mina").about_claim("accept", accounts.claims[0].id))
        case.refresh()
    as_schema_one(tmp_path / "case")
    return tmp_path / "case"


@pytest.fixture
def quiet() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", MigrationNotice)
        yield


def faults(folder: Path) -> list[str]:
    with Case.open(folder) as case:
        return [f"{f.where}: {f.what}" for f in verify(case.ledger)]


def test_there_is_a_step_to_every_schema_but_the_first() -> None:
    assert [step.to for step in STEPS] == list(range(2, SCHEMA_VERSION + 1))


def test_the_words_of_a_schema_change_with_its_number_only() -> None:
    """Schemas and metadata.json that were released are compared with what lies in cases: a changed word here needs a
    new SCHEMA_VERSION, a step, and this hash."""
    with memory_engine().connect() as fresh:
        create_all(fresh)
        ours = [f"{name} {sql}" for name, sql in fresh.exec_driver_sql(QUERY) if "_search_" not in name]
    words = "\n".join(" ".join(one.split()) for one in sorted(ours))
    told = hashlib.sha256((words + metadata.text()).encode()).hexdigest()[:16]
    assert (SCHEMA_VERSION, told) == (2, "97002ded760efe2b")


def test_an_old_case_opens_with_everything_in_it_and_says_so(old: Path) -> None:
    assert schema_of(old) == (1, SCHEMA_VERSION)
    with pytest.warns(MigrationNotice, match=r"schema 1 .* schema 2 .*case\.schema-1"):
        opened = Case.open(old)
    with opened as case:
        assert len(case.accounts().documents) == 3
        assert [d.kind for d in case.decisions()] == ["accept"]
        assert next(iter(case.ledger.entries("migrated"))).value()["from"] == 1
        assert verify(case.ledger) == []
    assert schema_of(old) == (SCHEMA_VERSION, SCHEMA_VERSION)


@pytest.mark.usefixtures("quiet")
def test_what_comes_out_of_a_migration_is_what_is_made_anew(old: Path) -> None:
    """Every table, index, trigger and view, word for word; faults would tell each that differs."""
    Case.open(old).close()
    with memory_engine().connect() as fresh, sqlite3.connect(old / "case.db") as migrated:
        create_all(fresh)
        made = {name: (sql or "").split() for name, sql in fresh.exec_driver_sql(QUERY)}
        assert {name: (sql or "").split() for name, sql in migrated.execute(QUERY)} == made
    assert faults(old) == []


@pytest.mark.usefixtures("quiet")
def test_the_copy_holds_the_very_bytes_of_the_old_case_and_opens_again(old: Path, tmp_path: Path) -> None:
    before = (old / "case.db").read_bytes()
    Case.open(old).close()
    (copy,) = (old / "backups").iterdir()
    assert copy.read_bytes() == before
    again = tmp_path / "again"
    shutil.copytree(old / "pages", again / "pages")
    shutil.copy(copy, again / "case.db")
    with Case.open(again) as case:
        assert len(case.accounts().documents) == 3


@pytest.mark.usefixtures("quiet")
def test_a_changed_copy_is_found(old: Path) -> None:
    Case.open(old).close()
    (copy,) = (old / "backups").iterdir()
    copy.chmod(0o644)
    copy.write_bytes(copy.read_bytes() + b"x")
    assert faults(old)[0].startswith("backups/")


@pytest.mark.usefixtures("quiet")
def test_a_migrated_case_is_built_on_and_its_next_run_compared(old: Path, tmp_path: Path) -> None:
    (tmp_path / "pages" / "new.txt").write_text("One more\nThe mayor said ten were evacuated\n")
    with Case.open(old) as case:
        reader = next(iter(case.ledger.entries("reading"))).actor
        assert reader == case.ledger.reader, "what schema 1 had read counts as read"
        assert case.build([tmp_path / "pages"], engine=SingleEngine(), read=StandInReader()).read == 1
        told = case.difference()
        assert [document.file for document in told.after.documents] == ["new.txt"]
        assert told.one.linking == ""
    assert faults(old) == []


def test_an_old_case_that_is_not_whole_is_left_as_it_is(old: Path) -> None:
    raw = sqlite3.connect(old / "case.db")
    raw.execute("DROP TRIGGER entry_unchanged")
    raw.execute("UPDATE entry SET actor = 'somebody' WHERE seq = 2")
    raw.commit()
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    before = (old / "case.db").read_bytes()
    with pytest.raises(IntegrityError, match="entry 2"):
        Case.open(old)
    assert (old / "case.db").read_bytes() == before
    assert not (old / "backups").exists()


def test_a_case_in_use_is_not_migrated_under_its_users(old: Path) -> None:
    raw = sqlite3.connect(old / "case.db", isolation_level=None)
    raw.execute("BEGIN")
    raw.execute("SELECT * FROM entry").fetchall()
    other = sqlite3.connect(old / "case.db")
    other.execute("INSERT INTO refusal VALUES ('refusal-x', 's', 'c', 'd', 'f', NULL, '{}')")
    other.commit()
    with pytest.raises(CaseBusy, match="when that is done"):
        Case.open(old)
    for connection in (raw, other):
        connection.close()
    assert schema_of(old)[0] == 1


def test_a_copy_that_cannot_be_written_leaves_the_case_as_it_is(old: Path) -> None:
    (old / "backups").write_text("in the way")
    with pytest.raises(CaseError, match="make room"):
        Case.open(old)
    assert schema_of(old)[0] == 1


def test_what_a_killed_migration_left_is_in_nobodys_way(old: Path) -> None:
    """A half copy, a whole copy: the next opening makes its own."""
    (old / "backups").mkdir()
    (old / "backups" / ".case.schema-1.entry-9.db.part").write_bytes(b"half")
    with pytest.warns(MigrationNotice):
        Case.open(old).close()
    assert faults(old) == []


def test_a_newer_schema_is_refused_untouched(old: Path) -> None:
    with sqlite3.connect(old / "case.db") as raw:
        raw.execute(f"PRAGMA user_version={SCHEMA_VERSION + 1}")
    raw.close()
    before = (old / "case.db").read_bytes()
    for opens in (Case.open, Case.create):
        with pytest.raises(NewerCase, match=f"schema {SCHEMA_VERSION + 1}, this one knows {SCHEMA_VERSION}"):
            opens(old)
    assert (old / "case.db").read_bytes() == before


def test_the_command_says_what_it_did(old: Path) -> None:
    said = here("migrate", old, "--check")
    assert said.stdout.strip().endswith(f"schema 1; this rashomon reads and writes schema {SCHEMA_VERSION}")
    assert schema_of(old)[0] == 1
    assert "backups" in here("migrate", old).stderr
    assert "nothing was done" in here("migrate", old).stderr


@pytest.mark.parametrize("statement", range(len(STEPS[0].sqlite)))
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.usefixtures("quiet")
def test_a_kill_after_any_statement_leaves_the_old_case(old: Path, statement: int) -> None:
    """SIGKILL inside the transaction; then the case opens, is migrated, and holds everything."""
    child = os.fork()
    if child == 0:
        done = iter(range(100))
        engine_seen = sa.event.listens_for(sa.Engine, "after_cursor_execute")

        @engine_seen
        def _kill(connection, cursor, words, *rest):  # type: ignore[no-untyped-def]
            if words in STEPS[0].sqlite and next(done) == statement:
                os.kill(os.getpid(), 9)

        Case.open(old).close()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "it was killed on its way"
    assert schema_of(old)[0] == 1
    with Case.open(old) as case:
        assert [d.kind for d in case.decisions()] == ["accept"]
        assert len(case.accounts().documents) == 3
    assert faults(old) == []


@pytest.mark.usefixtures("quiet")
def test_a_database_of_schema_one_is_migrated_and_its_record_copied(tmp_path: Path, postgres_url: str) -> None:
    url = fresh_database(postgres_url)
    engine = postgres_engine(url)
    with Case.create(tmp_path / "case") as told:
        told.build([write_pages(tmp_path / "pages")], engine=SingleEngine(), read=StandInReader())
        database_of_one(engine, told.ledger)
        wanted = told.accounts()
    assert schema_of(url) == (1, SCHEMA_VERSION)
    with Case.open(url) as case:
        assert case.accounts() == wanted
        assert verify(case.ledger) == []
        backup = next(iter(case.ledger.entries("migrated"))).value()["backup"]
        with engine.connect() as connection:
            copied = connection.exec_driver_sql(f"SELECT COUNT(*) FROM {backup}.entry").scalar()
        assert copied == len(list(case.ledger.entries())) - 1
        (tmp_path / "pages" / "new.txt").write_text("One more\nThe mayor said ten were evacuated\n")
        case.build([tmp_path / "pages"], engine=SingleEngine(), read=StandInReader())
        assert [document.file for document in case.difference().after.documents] == ["new.txt"]
    engine.dispose()


def test_opening_twice_migrates_once(old: Path) -> None:
    with pytest.warns(MigrationNotice):
        open_existing(str(old), "r").close()
    with warnings.catch_warnings():
        warnings.simplefilter("error", MigrationNotice)
        open_existing(str(old), "r").close()
