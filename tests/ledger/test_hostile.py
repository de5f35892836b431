"""Places that do not want to be written to, and programs that do not let go: a clear line, nothing lost, nothing begun
that cannot be ended. Run as root the tests become somebody who may do nothing."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.case import Case
from rashomon.engine import SingleEngine
from rashomon.errors import CaseBusy, CaseError, InputError, RashomonError
from rashomon.ledger import connect, verify
from tests.conftest import here
from tests.standin import StandInReader, write_pages

ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
NOBODY = 65534
posix = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="needs POSIX permissions")


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder that anybody may look into: pytest's own are root's alone."""
    made = Path(tempfile.mkdtemp(prefix="rashomon-hostile-"))
    made.chmod(0o755)
    monkeypatch.setenv("XDG_DATA_HOME", str(made / "home"))
    yield made
    for path in [made, *made.rglob("*")]:
        path.chmod(0o755)
    shutil.rmtree(made)


@pytest.fixture
def case(folder: Path) -> Path:
    """A case with pages, decisions, a seal; it has been shown and exported once, so that all is imported."""
    with Case.create(folder / "case") as made:
        made.build([write_pages(folder / "pages")], engine=SingleEngine(), read=StandInReader())
        made.decide(made.drafter(made.accounts(), "mina").about_claim("accept", made.accounts().claims[0].id))
        made.refresh()
        made.seal()
    for command in READING:
        here(*[part.format(case=folder / "case", out=folder / "warm") for part in command])
    return folder / "case"


@contextlib.contextmanager
def nobody(folder: Path, *closed: Path) -> Iterator[None]:
    """The block runs as somebody who owns the folder and all below it, and may not write into `closed`."""
    for path in [folder, *folder.rglob("*")] if ROOT else ():
        os.chown(path, NOBODY, NOBODY)
    for top in closed:
        for path in [*top.rglob("*"), top]:
            path.chmod(0o555 if path.is_dir() else 0o444)
    if ROOT:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if ROOT:
            os.seteuid(0)


READING: list[list[str]] = [
    ["show", "{case}"],
    ["report", "{case}"],
    ["export", "{case}", "--out", "{out}"],
    ["export", "{case}", "--format", "csv", "--out", "{out}"],
    ["diff", "{case}"],
    ["diff", "{case}", "--runs"],
    ["review", "{case}", "--list"],
    ["migrate", "{case}", "--check"],
    ["pack", "{case}", "{out}.zip"],
]


@posix
def test_every_command_that_reads_works_on_a_case_that_cannot_be_written(case: Path, folder: Path) -> None:
    with nobody(folder, case):
        before = {path: path.stat().st_mtime_ns for path in case.rglob("*")}
        for command in READING:
            done = here(*[part.format(case=case, out=folder / "out") for part in command])
            assert done.returncode == 0, (command, done.stderr)
        with Case.open(case) as opened:
            assert verify(opened.ledger) == []
        assert {path: path.stat().st_mtime_ns for path in case.rglob("*")} == before, "not a file was touched"


@posix
@pytest.mark.parametrize("command", [["seal", "{case}"], ["build", "{case}/none.txt", "--case", "{case}"]])
def test_a_command_that_writes_says_why_it_cannot(case: Path, folder: Path, command: list[str]) -> None:
    with nobody(folder, case):
        done = here(*[part.format(case=case) for part in command])
        assert done.returncode == 1
        assert "folder of your own" in done.stderr
        with Case.open(case) as opened:
            draft = opened.drafter(opened.accounts(), "mina").note("tag", opened.accounts().claims[0].id, "x")
            with pytest.raises(CaseError, match="cannot be written"):
                opened.decide(draft)


@posix
def test_a_log_that_cannot_be_read_is_not_passed_over(case: Path, folder: Path) -> None:
    """What is in the write-ahead log was acknowledged; where it cannot be used, the case is not shown without it."""
    copy = folder / "copy"
    with Case.open(case) as opened:
        opened.decide(opened.drafter(opened.accounts(), "mina").note("tag", opened.accounts().claims[0].id, "x"))
        shutil.copytree(case, copy, ignore=shutil.ignore_patterns("*-shm"))
    with nobody(folder, copy), pytest.raises(CaseError, match="log"):
        Case.open(copy)


@posix
def test_everything_but_new_pages_works_with_pages_mounted_read_only(case: Path, folder: Path) -> None:
    with nobody(folder, case / "pages"), Case.open(case) as opened:
        opened.decide(opened.drafter(opened.accounts(), "mina").note("tag", opened.accounts().claims[0].id, "x"))
        assert opened.refresh()
        assert opened.build([folder / "pages"], engine=SingleEngine(), read=StandInReader()).known == 3
        opened.seal()
        opened.pack(folder / "case.zip")
        assert verify(opened.ledger) == []
        (folder / "pages" / "new.txt").write_text("New\nThe mayor said ten were evacuated\n")
        with pytest.raises(RashomonError, match="cannot be"):
            opened.build([folder / "pages"], engine=SingleEngine(), read=StandInReader())
        assert verify(opened.ledger) == []


@posix
def test_a_case_is_not_made_where_nothing_can_be_made(folder: Path) -> None:
    closed = folder / "closed"
    closed.mkdir()
    with nobody(folder, closed):
        with pytest.raises(CaseError, match="name another folder"):
            Case.create(closed / "case")
        with pytest.raises(CaseError, match="folder of your own"):
            Case.create(closed)
        assert list(closed.iterdir()) == []


@posix
def test_a_case_whose_file_cannot_be_read_says_so(case: Path, folder: Path) -> None:
    (case / "case.db").chmod(0o000)
    with nobody(folder), pytest.raises(CaseError, match="cannot be read"):
        Case.open(case)


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({bytes}, {bytes}))
from pathlib import Path
from rashomon.case import Case
from rashomon.engine import SingleEngine
from rashomon.errors import RashomonError
from tests.standin import StandInReader
try:
    with Case.create({case!r}) as case:
        case.build([{pages!r}], engine=SingleEngine(), read=StandInReader())
except RashomonError as error:
    print(f"{{type(error).__name__}}: {{error}}")
    sys.exit(1)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGXFSZ"), reason="needs limits on the size of files")
@pytest.mark.parametrize("size", [10_000, 200_000, 300_000, 400_000])
def test_where_no_file_may_grow_the_build_says_so_and_goes_on_later(tmp_path: Path, size: int) -> None:
    """As on a full disk: while the case is made, while pages and entries are written, while all is linked."""
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(12):
        lines = "".join(f"The ministry said {number} of family {line} were evacuated\n" for line in range(60))
        (pages / f"{number}.txt").write_text(f"Page {number}\n{lines}")
    script = FULL.format(bytes=size, case=str(tmp_path / "case"), pages=str(pages))
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=_root())
    assert done.returncode == 1, done.stderr
    assert "Traceback" not in done.stderr, done.stderr
    assert any(word in done.stdout for word in ("disk", "cannot be", "too large")), done.stdout
    with Case.create(tmp_path / "case") as case:
        assert verify(case.ledger) == []
        case.build([pages], engine=SingleEngine(), read=StandInReader())
        assert len(case.accounts().documents) == 12
        assert verify(case.ledger) == []


def _root() -> Path:
    return Path(__file__).parents[2]


def test_an_export_that_cannot_be_written_says_so_and_leaves_no_half_file(case: Path, folder: Path) -> None:
    (folder / "full" / "claims.jsonl").mkdir(parents=True)
    with Case.open(case) as opened, pytest.raises(InputError, match="cannot be written"):
        opened.export("jsonl", folder / "full")
    assert not list((folder / "full").glob(".*"))


def test_a_database_held_by_another_is_told_in_one_line(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.1)
    holder = sqlite3.connect(case / "case.db", isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    try:
        done = here("seal", case)
        assert (done.returncode, done.stdout) == (1, "")
        assert "another process writes to it" in done.stderr
        assert here("show", case).returncode == 0, "it can be read meanwhile"
    finally:
        holder.execute("ROLLBACK")
        holder.close()
    assert here("seal", case).returncode == 0


def test_a_foreign_file_and_a_second_builder_are_told_in_one_line(case: Path, folder: Path) -> None:
    (folder / "other").mkdir()
    (folder / "other" / "case.db").write_text("notes about a case")
    done = here("show", folder / "other")
    assert done.returncode == 1
    assert "not made by rashomon" in done.stderr
    with Case.open(case) as builder, builder.ledger.lock():
        second = here("seal", case)
        assert second.returncode == 1
        assert "another rashomon builds this case" in second.stderr
        with Case.open(case) as other, pytest.raises(CaseBusy):
            other.refresh()
