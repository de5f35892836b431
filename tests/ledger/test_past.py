"""Runs keep what they replace: two runs are compared by what was stored, on SQLite and on PostgreSQL."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from rashomon.case import Case
from rashomon.engine import SingleEngine
from rashomon.errors import IntegrityError, NotFound
from rashomon.ledger import SqlLedger, open_existing, verify
from rashomon.record import Accounts
from tests.ledger.test_contract import fill, some_accounts
from tests.standin import StandInReader, write_pages


def other_accounts() -> Accounts:
    """The same case as later rules would link it: the event of another type, no relation, one source more."""
    one = some_accounts()
    event = replace(one.events[0], type="conflict.attack")
    source = replace(one.sources[0], id="source-2", name="The ministry")
    return replace(one, events=(event,), relations=(), sources=(*one.sources, source))


def test_what_a_run_replaced_is_told_as_it_was_stored(ledger: SqlLedger) -> None:
    ledger.store(some_accounts())
    ledger.store(other_accounts())
    told = ledger.difference(*ledger.runs())
    assert told.before == Accounts(events=some_accounts().events, relations=some_accounts().relations)
    assert told.after == Accounts(events=other_accounts().events, sources=other_accounts().sources[1:])


def test_runs_far_apart_are_compared_through_those_between(ledger: SqlLedger) -> None:
    for accounts in (some_accounts(), other_accounts(), some_accounts(), other_accounts()):
        ledger.store(accounts)
    one, two, three, four = ledger.runs()
    assert ledger.difference(one, four).after == ledger.difference(one, two).after
    assert ledger.difference(one, three).before == Accounts(), "what went and came back did not change"
    assert ledger.difference(two, three).after.events == some_accounts().events, "as it stood at that run, not now"


def test_what_did_not_change_is_not_written_again(ledger: SqlLedger) -> None:
    ledger.store(some_accounts())
    ledger.store(some_accounts())
    assert [run.changes for run in ledger.runs()] == [None, 0]
    assert list(ledger.replaced()) == []
    assert ledger.accounts() == some_accounts()


def test_before_the_first_run_there_was_nothing(ledger: SqlLedger) -> None:
    from rashomon.record import Run

    ledger.store(some_accounts())
    told = ledger.difference(Run(0), ledger.runs()[0])
    assert (told.before, told.after) == (Accounts(), some_accounts())
    ledger.store(other_accounts())
    with pytest.raises(NotFound, match="did not keep"):
        ledger.difference(Run(0), ledger.runs()[0])


def test_a_run_names_what_read_and_what_linked(ledger: SqlLedger) -> None:
    ledger.linking = "rules 2"
    ledger.store(some_accounts())
    (run,) = ledger.runs()
    assert (run.reader, run.linking, run.extractors) == ("reader 1", "rules 2", ("stand-in 1",))
    assert dict(run.counts)["claim"] == len(some_accounts().claims)


def test_a_case_that_other_rules_linked_counts_as_unlinked(ledger: SqlLedger, where: str) -> None:
    ledger.store(some_accounts())
    later = open_existing(where, "reader 1", "rules 2")
    assert ledger.is_linked()
    assert not later.is_linked()
    later.close()


@pytest.mark.parametrize(
    "statement",
    ["DELETE FROM past", "UPDATE past SET body = NULL", "UPDATE past SET change = 'new'", "UPDATE past SET id = 'x'"],
)
def test_what_was_put_aside_is_append_only(ledger: SqlLedger, statement: str) -> None:
    ledger.store(some_accounts())
    ledger.store(other_accounts())
    with pytest.raises(IntegrityError, match="append-only"), ledger._write() as connection:
        connection.execute(sa.text(statement))


def test_what_was_put_aside_verifies(ledger: SqlLedger) -> None:
    fill(ledger)
    ledger.store(some_accounts())
    ledger.store(other_accounts())
    assert verify(ledger) == []
    row = next(ledger.replaced())
    with ledger._write() as connection:
        connection.execute(sa.text("INSERT INTO past VALUES (:run, :kind, 'event-x', 'new', NULL, NULL)"), row)
    assert [fault.where for fault in verify(ledger)] == [f"past of run {row['run']}"]


def test_a_removal_takes_the_words_of_earlier_runs_with_it(ledger: SqlLedger) -> None:
    fill(ledger)
    ledger.store(some_accounts())
    ledger.store(other_accounts())
    gone = some_accounts().documents[0].page
    ledger.remove([gone], "names a witness", "mina")
    ledger.store(Accounts())
    assert {row["body"] for row in ledger.replaced()} == {None}
    told = ledger.difference(*ledger.runs()[1:])
    assert ("document", some_accounts().documents[0].id) in told.forgotten
    assert verify(ledger) == []


def test_a_pack_carries_what_runs_replaced(tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "pages")
    with Case.create(tmp_path / "case") as case:
        case.build([pages / "a.txt"], engine=SingleEngine(), read=StandInReader())
        case.build([pages], engine=SingleEngine(), read=StandInReader())
        case.seal()
        case.pack(tmp_path / "case.zip")
        with Case.unpack(tmp_path / "case.zip", tmp_path / "theirs") as theirs:
            assert theirs.difference() == case.difference()
            assert verify(theirs.ledger) == []


def test_words_with_rare_line_ends_survive_a_pack_and_an_import(tmp_path: Path) -> None:
    """U+2028 and U+0085 end a line for some, and not in these files."""
    text = "A page\nThe ministry said forty\u2028families of\u0085Orlim were evacuated\n"
    pages = write_pages(tmp_path / "pages", {"a.txt": text})
    with Case.create(tmp_path / "case") as case:
        case.build([pages], engine=SingleEngine(), read=StandInReader())
        case.decide(case.drafter(case.accounts(), "mina").about_claim("accept", case.accounts().claims[0].id))
        case.refresh()
        case.pack(tmp_path / "case.zip")
        file = case.export_decisions(tmp_path / "out")
        assert case.import_decisions(file) == 0
        with Case.unpack(tmp_path / "case.zip", tmp_path / "theirs") as theirs:
            assert theirs.accounts() == case.accounts()
