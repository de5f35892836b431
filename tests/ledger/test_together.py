"""Two processes on one case, a full disk, a clock that runs backwards: nothing is lost, and what is wrong is told."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from rashomon.case import Case
from rashomon.engine import SingleEngine
from rashomon.errors import CaseError
from rashomon.ledger import verify
from tests.standin import StandInReader, page


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_one_builds_while_another_reads_and_reviews(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(40):
        (pages / f"{number}.txt").write_text(f"Page {number}\nThe ministry said {number} of Orlim were evacuated\n")
    with Case.create(tmp_path / "case") as case:
        case.build([pages / "0.txt"], engine=SingleEngine(), read=StandInReader())
    child = os.fork()
    if child == 0:
        with Case.open(tmp_path / "case") as case:
            case.build([pages], engine=SingleEngine(), read=StandInReader())
        os._exit(0)
    made, longest = [], 0.0
    with Case.open(tmp_path / "case") as case:
        accounts = case.accounts()
        drafter = case.drafter(accounts, "mina")
        while os.waitpid(child, os.WNOHANG) == (0, 0):
            start = time.monotonic()
            made.append(case.decide(drafter.note("comment", accounts.claims[0].id, f"number {len(made)}")).id)
            assert case.accounts().claims, "a reader never sees a half-built case"
            longest = max(longest, time.monotonic() - start)
        assert {d.id for d in case.decisions()} == set(made)
        case.refresh()
        assert len(case.accounts().documents) == 40
        assert verify(case.ledger) == []
    assert made
    assert longest < 30


def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    """The database may not grow: as on a full disk, SQLite says so."""
    with Case.create(tmp_path / "case") as case:
        one = page("A\nx said y\n")
        case.ledger.add(one, StandInReader()(one))
        before = len(list(case.ledger.entries()))
        with case.ledger.engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
            connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        big = page("B\n" + "x said y\n" * 20000)
        with pytest.raises(CaseError, match="disk is full"):
            case.ledger.add(big, StandInReader()(big))
    with Case.open(tmp_path / "case") as case:
        assert len(list(case.ledger.entries())) == before
        assert verify(case.ledger) == []


def test_a_clock_that_runs_backwards_changes_no_order(tmp_path: Path) -> None:
    hours = iter(range(23, 0, -1))
    with Case.create(tmp_path / "case") as case:
        one = page("A\nx said y\n")
        case.ledger.add(one, StandInReader()(one))
        case.refresh()
        case.ledger.now = lambda: f"2031-05-04T{next(hours):02}:00:00.000000Z"
        drafter = case.drafter(case.accounts(), "mina")
        claim = case.accounts().claims[0].id
        for kind in ("reject", "accept"):
            case.decide(drafter.about_claim(kind, claim))  # type: ignore[arg-type]
        case.refresh()
        assert [d.kind for d in case.decisions()] == ["reject", "accept"]
        assert case.accounts().claims[0].reviewed == ("accepted",)
        assert verify(case.ledger) == []
