"""What a ledger does, on SQLite and on PostgreSQL: one body for both."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from rashomon.errors import IntegrityError, NotFound
from rashomon.ledger import SqlLedger, create, open_existing, verify
from rashomon.ledger.chain import fault
from rashomon.record import Accounts, Decision, Event, PageReading, Refusal, Relation, Source
from tests.standin import PAGES, StandInReader, page


def readings() -> list[PageReading]:
    return [StandInReader()(page(text, name)) for name, text in PAGES.items()]


def some_accounts() -> Accounts:
    """Accounts as linking gives them, small: one event, its claims, a source, a relation, a refusal."""
    told = sorted(readings(), key=lambda r: r.page)
    claims = sorted((c for r in told for c in r.claims), key=lambda c: c.id)
    from dataclasses import replace

    claims = [replace(claim, event="event-1") for claim in claims]
    ids = tuple(claim.id for claim in claims)
    return Accounts(
        tuple(sorted((r.document for r in told if r.document), key=lambda d: d.id)),
        tuple(claims),
        (Source("source-1", "Ilmar League", ("the League",)),),
        (Event("event-1", "movement.evacuation", ids),),
        (Relation("relation-1", ids[0], ids[1], "count", "contradicts", "one says forty, the other nobody"),),
        (Refusal("intake", "empty", "x.txt: nothing in it", "x.txt"),),
    )


def fill(ledger: SqlLedger) -> None:
    for name, text in PAGES.items():
        ledger.add(page(text, name), StandInReader()(page(text, name)))


def test_pages_come_back_byte_for_byte(ledger: SqlLedger) -> None:
    fill(ledger)
    for name, text in PAGES.items():
        assert ledger.blobs.get(page(text, name).id) == text.encode()


def test_readings_come_back_as_they_were_sorted_by_document(ledger: SqlLedger) -> None:
    fill(ledger)
    back = list(ledger.readings())
    assert sorted(back, key=lambda r: r.page) == sorted(readings(), key=lambda r: r.page)
    assert [r.document.id for r in back if r.document] == sorted(r.document.id for r in back if r.document)


def test_the_same_page_twice_adds_nothing(ledger: SqlLedger) -> None:
    fill(ledger)
    before = len(list(ledger.entries()))
    fill(ledger)
    assert len(list(ledger.entries())) == before


def test_a_page_under_two_names_has_the_lesser_one_whatever_came_first(ledger: SqlLedger) -> None:
    text = PAGES["a.txt"]
    for name in ("m.txt", "b.txt", "z.txt"):
        ledger.add(page(text, name), StandInReader()(page(text, name)))
    (reading,) = ledger.readings()
    assert reading.document
    assert reading.document.file == "b.txt"


def test_a_page_read_by_another_version_counts_as_unread(ledger: SqlLedger, where: str) -> None:
    fill(ledger)
    one = page(PAGES["a.txt"], "a.txt")
    later = open_existing(where, "reader 2")
    assert ledger.has_page(one.id)
    assert not later.has_page(one.id)
    later.add(one, StandInReader("2")(one))
    assert {c.method.version for r in later.readings() if r.page == one.id for c in r.claims} == {"2"}
    later.close()


def test_accounts_come_back_as_they_were(ledger: SqlLedger) -> None:
    accounts = some_accounts()
    ledger.store(accounts)
    assert ledger.accounts() == accounts
    ledger.store(accounts)
    assert ledger.accounts() == accounts


def test_storing_accounts_replaces_the_ones_before(ledger: SqlLedger) -> None:
    ledger.store(some_accounts())
    ledger.store(Accounts())
    assert ledger.accounts() == Accounts()


def test_an_event_comes_with_its_claims_and_what_stands_around_them(ledger: SqlLedger) -> None:
    ledger.store(some_accounts())
    around = ledger.accounts_of_event("event-1")
    assert around.claims == some_accounts().claims
    assert len(around.relations) == 1
    assert len(around.documents) == 3


def test_a_ledger_shown_some_events_at_a_time_is_the_ledger(ledger: SqlLedger, monkeypatch: pytest.MonkeyPatch) -> None:
    from dataclasses import replace

    from rashomon.ledger import derived
    from rashomon.view import ledger_of_lots, ledger_view

    monkeypatch.setattr(derived, "AT_ONCE", 2)
    one = some_accounts()
    events = tuple(replace(one.events[0], id=f"event-{n}", claims=(c.id,)) for n, c in enumerate(one.claims))
    claims = tuple(replace(claim, event=event.id) for claim, event in zip(one.claims, events, strict=True))
    ledger.store(replace(one, events=events, claims=claims))
    assert ledger_of_lots(ledger.event_lots(), ledger.how_many()) == ledger_view(ledger.accounts())


def test_a_claim_comes_with_the_other_end_of_its_relations(ledger: SqlLedger) -> None:
    accounts = some_accounts()
    ledger.store(accounts)
    around = ledger.accounts_of_claim(accounts.claims[0].id)
    assert {c.id for c in around.claims} == {accounts.claims[0].id, accounts.claims[1].id}


def test_an_unknown_id_is_named_with_the_way_to_find_one(ledger: SqlLedger) -> None:
    with pytest.raises(NotFound, match=r"event-none.*rashomon show"):
        ledger.accounts_of_event("event-none")
    with pytest.raises(NotFound, match=r"claim-none.*rashomon show"):
        ledger.accounts_of_claim("claim-none")


def test_every_entry_carries_the_hash_of_the_one_before(ledger: SqlLedger) -> None:
    fill(ledger)
    entries = list(ledger.entries())
    for before, after in zip([None, *entries], entries, strict=False):
        assert fault(after, before) is None


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM entry WHERE seq = 1",
        "UPDATE entry SET body = '{}' WHERE seq = 1",
        "UPDATE entry SET body = NULL WHERE seq = 1",
        "UPDATE entry SET at = 'never' WHERE seq = 2",
    ],
)
def test_the_record_is_append_only(ledger: SqlLedger, statement: str) -> None:
    fill(ledger)
    with pytest.raises(IntegrityError, match="append-only"), ledger._write() as connection:
        connection.execute(sa.text(statement))


def test_views_have_plain_names_and_can_be_read(ledger: SqlLedger) -> None:
    ledger.store(some_accounts())
    with ledger._read() as connection:
        for view in ("claims", "events", "sources", "relations", "documents", "refusals", "entries"):
            assert connection.execute(sa.text(f"SELECT * FROM {view}")).all(), view


@pytest.mark.parametrize("words", ["forty families", "FORTY", "Tolvia forty", 'forty "families" -*^', "League"])
def test_claims_are_found_by_their_words_and_by_who_says_them(ledger: SqlLedger, words: str) -> None:
    ledger.store(some_accounts())
    found = ledger.find(words, 10)
    assert found.claims
    assert {claim.document for claim in found.claims} == {document.id for document in found.documents}


def test_words_that_no_claim_holds_find_nothing(ledger: SqlLedger) -> None:
    ledger.store(some_accounts())
    assert ledger.find("nowhere", 10).claims == ()
    assert ledger.find("''", 10).claims == ()
    assert len(ledger.find("evacuated", 2).claims) == 2


def test_decisions_come_back_as_they_were_made(ledger: SqlLedger) -> None:
    made = [ledger.decide(Decision("", "mina", "", "tag", value=f"{n}")) for n in range(3)]
    assert list(ledger.decisions()) == made
    assert len({decision.id for decision in made}) == 3


def test_equal_decisions_are_two(ledger: SqlLedger) -> None:
    draft = Decision("", "mina", "", "tag", value="same")
    assert ledger.decide(draft).id != ledger.decide(draft).id


def test_decisions_from_elsewhere_are_taken_in_once(ledger: SqlLedger) -> None:
    elsewhere = Decision("decision-1", "omar", "2031-05-04T00:00:00.000000Z", "tag", value="x")
    assert ledger.take_in([elsewhere, elsewhere]) == 1
    assert ledger.take_in([elsewhere]) == 0
    assert ledger.decide(Decision("", "mina", "", "tag")).at > elsewhere.at, "the case's own time goes on from there"


def test_a_removal_takes_content_away_and_the_chain_holds(ledger: SqlLedger) -> None:
    fill(ledger)
    gone = page(PAGES["b.txt"]).id
    ledger.remove([gone], "names a witness", "mina")
    assert gone not in list(ledger.blobs.names())
    assert "League" not in "".join(told.body or "" for told in ledger.entries())
    assert ledger.removed() == {gone: "names a witness"}
    ledger.store(Accounts())
    assert verify(ledger) == []


def test_what_is_kept_verifies_and_what_is_changed_does_not(ledger: SqlLedger) -> None:
    fill(ledger)
    ledger.store(some_accounts())
    assert verify(ledger) == []
    with ledger._write() as connection:
        connection.execute(sa.text("UPDATE claim SET quote = quote || '.'"))
    assert verify(ledger)


def test_a_guard_that_was_taken_away_is_missed(ledger: SqlLedger) -> None:
    fill(ledger)
    ledger.store(some_accounts())
    with ledger._write() as connection:
        on = " ON entry" if connection.dialect.name == "postgresql" else ""
        connection.execute(sa.text(f"DROP TRIGGER entry_stays{on}"))
        connection.execute(sa.text("DROP VIEW refusals"))
        connection.execute(sa.text("DROP INDEX ix_entry_subject"))
    told = {fault.where for fault in verify(ledger)}
    assert told == {"trigger entry_stays", "view refusals", "index ix_entry_subject"}


def test_creating_a_case_twice_opens_it(ledger: SqlLedger, where: str) -> None:
    fill(ledger)
    again = create(where, "reader 1")
    assert len(list(again.readings())) == 3
    again.close()


def test_the_password_of_a_database_is_not_told() -> None:
    from rashomon.ledger.place import _shown

    assert "hush" not in _shown("postgresql://me:hush@host/db")
