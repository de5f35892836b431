"""The review, key by key, and decisions between machines."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.case import Case
from rashomon.engine import SingleEngine
from tests.conftest import here as rashomon
from tests.standin import StandInReader, write_pages


@pytest.fixture
def where(tmp_path: Path) -> Path:
    with Case.create(tmp_path / "case") as made:
        made.build([write_pages(tmp_path / "pages")], engine=SingleEngine(), read=StandInReader())
    return tmp_path / "case"


def reviewed(where: Path) -> list[tuple[str, ...]]:
    with Case.open(where) as case:
        return [c.reviewed for c in sorted(case.accounts().claims, key=lambda c: (c.document, c.trigger.start, c.id))]


def test_keys_record_decisions_and_the_ledger_follows(where: Path) -> None:
    done = rashomon("review", where, "--as", "mina", keys='a\nr\nnot so\nc\nstatus\n"possible"\nhedged\nn\nq\n')
    assert done.returncode == 0, done.stderr
    assert "3 decisions recorded as mina" in done.stderr
    assert reviewed(where)[:3] == [("accepted",), ("rejected",), ("corrected status",)]
    assert "not so" in done.stdout
    assert "[applied]" in done.stdout


def test_an_undo_takes_back_the_last_one(where: Path) -> None:
    rashomon("review", where, "--as", "mina", keys="a\nu\nq\n")
    assert reviewed(where)[0] == ()
    with Case.open(where) as case:
        assert [d.kind for d in case.decisions()] == ["accept", "undo"]


def test_a_key_that_cannot_be_done_says_why_and_goes_on(where: Path) -> None:
    done = rashomon("review", where, "--as", "mina", keys='z\ns\nwhy\nc\nstatus\n"sure"\nwhy\nt\n\n?\na\nq\n')
    assert "no key 'z'" in done.stderr
    assert done.stderr.count("Not recorded") == 3
    assert "these keys" in done.stderr
    assert "1 decisions recorded" in done.stderr


def test_the_end_of_the_input_ends_the_review(where: Path) -> None:
    assert rashomon("review", where, "--as", "mina", keys="a\n").returncode == 0


def test_decisions_travel_between_machines_and_back(where: Path, tmp_path: Path) -> None:
    with Case.create(tmp_path / "theirs") as theirs:
        theirs.build([tmp_path / "pages"], engine=SingleEngine(), read=StandInReader())
    rashomon("review", where, "--as", "mina", keys="a\nt\nnorth road\nq\n")
    done = rashomon("export", where, "--decisions", "--out", tmp_path / "out")
    file = tmp_path / "out" / "decisions.jsonl"
    assert done.stdout.strip() == str(file)
    assert "2 new decisions" in rashomon("import", tmp_path / "theirs", file).stderr
    assert "0 new decisions" in rashomon("import", tmp_path / "theirs", file).stderr
    assert reviewed(where) == reviewed(tmp_path / "theirs")
    rashomon("export", tmp_path / "theirs", "--decisions", "--out", tmp_path / "back")
    assert (tmp_path / "back" / "decisions.jsonl").read_bytes() == file.read_bytes()


def test_a_file_with_one_bad_line_adds_nothing(where: Path, tmp_path: Path) -> None:
    rashomon("review", where, "--as", "mina", keys="a\nq\n")
    rashomon("export", where, "--decisions", "--out", tmp_path)
    file = tmp_path / "decisions.jsonl"
    file.write_text(file.read_text() + "{}\n")
    with Case.create(tmp_path / "theirs"):
        pass
    done = rashomon("import", tmp_path / "theirs", file)
    assert done.returncode == 1
    assert "line 2" in done.stderr
    with Case.open(tmp_path / "theirs") as case:
        assert case.decisions() == ()


def test_custody_from_the_command_line(where: Path, tmp_path: Path) -> None:
    """Seal, verify, pack, unpack, remove, review, diff: and exit code 4 where something is not as it was written."""
    assert '"seq"' in rashomon("seal", where, "--why", "test").stdout
    packed = rashomon("pack", where, tmp_path / "case.zip")
    assert len(packed.stdout.strip()) == 64
    assert rashomon("unpack", tmp_path / "case.zip", "--case", tmp_path / "theirs").returncode == 0
    removed = rashomon("remove", tmp_path / "theirs", "b.txt", "--why", "names a witness", "--as", "mina")
    assert len(removed.stdout.strip()) == 64
    rashomon("review", tmp_path / "theirs", "--as", "mina", keys="a\nq\n")
    assert "changed claims" in rashomon("diff", tmp_path / "theirs").stdout
    page = sorted(p for p in (where / "pages").rglob("*") if p.is_file())[0]
    page.chmod(0o644)
    page.write_bytes(page.read_bytes() + b" ")
    done = rashomon("verify", where)
    assert done.returncode == 4
    assert page.name in done.stdout
    (tmp_path / "case.zip").write_bytes((tmp_path / "case.zip").read_bytes()[:-200])
    assert rashomon("unpack", tmp_path / "case.zip", "--case", tmp_path / "torn").returncode == 4
