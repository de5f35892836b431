"""Views say what the records say, in words, and say what is unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.errors import NotFound
from rashomon.record import Accounts, Claim, Count, Event, Independence, Named, Place, Relation, Span, Time
from rashomon.view import claim_view, event_view, ledger_view, report_view
from rashomon.view.words import count_words, how_many, when, where
from tests.standin import PAGES, StandInReader, page


def accounts() -> Accounts:
    readings = [StandInReader()(page(text, name)) for name, text in PAGES.items()]
    claims = tuple(sorted((replace(c, event="event-1") for r in readings for c in r.claims), key=lambda c: c.id))
    documents = tuple(replace(r.document, outlet=Named("Orlim Courier")) for r in readings if r.document)
    event = Event("event-1", "movement.evacuation", tuple(c.id for c in claims), independence=Independence(1, 3))
    relation = Relation("relation-1", claims[0].id, claims[1].id, "count", "contradicts", "forty against nobody")
    return Accounts(documents, claims, (), (event,), (relation,))


def span(text: str) -> Span:
    return Span(0, len(text), text)


def count(text: str, of: str, low: int | None, high: int | None) -> Count:
    return Count(text, span(text), of, low, high)


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (None, "time not told"),
        (Time("then"), "time open (then)"),
        (Time("on 4 May", None, "2031-05-04", "2031-05-04", "T1", basis="absolute"), "2031-05-04 (absolute)"),
        (Time("since May", None, "2031-05-01", None, "T6", basis="period"), "2031-05-01 to … (period)"),
        (Time("on 4 May", None, "????-05-04", "????-05-04", "T1", False, "none"), "????-05-04 (none)"),
    ],
)
def test_times_say_their_bounds_and_their_basis(time: Time | None, words: str) -> None:
    assert when(time) == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (count("forty families", "families", 40, 40), "forty families (40)"),
        (count("around 300", "people", 270, 330), "around 300 people (270 to 330)"),
        (count("more than 600", "people", 601, None), "more than 600 people (601 to open)"),
    ],
)
def test_counts_say_their_words_and_their_bounds(told: Count, words: str) -> None:
    assert count_words(told) == words


def test_what_is_not_told_is_said_to_be_not_told() -> None:
    assert where(()) == "place not told"
    assert how_many(()) == ""


def test_a_place_says_its_relation_and_its_role() -> None:
    near = Place("origin", "near Orlim", span("near Orlim"), "Orlim", relation="near")
    assert where((near, near)) == "origin near Orlim"


def test_the_ledger_names_those_on_whose_word_an_event_rests() -> None:
    (line,) = ledger_view(accounts()).events
    assert line.says == (
        "A spokesman for the governor", "Local sources", "The Ilmar League", "The ministry of Tolvia"
    )  # fmt: skip
    assert (line.claims, line.pages, line.independent, line.grade) == (4, 3, "1 to 3", "not assessed")


def test_dated_events_come_first_by_their_first_day() -> None:
    def event(name: str, first: str | None) -> Event:
        return Event(name, "deal.agreement", (), Time("", None, first, first) if first else None)

    told = Accounts(events=(event("c", None), event("b", "2031-05-04"), event("a", "2031-06-01")))
    assert [line.id for line in ledger_view(told).events] == ["b", "a", "c"]


def test_an_event_shows_its_claims_and_how_they_stand_to_each_other() -> None:
    view = event_view(accounts(), "event-1")
    assert len(view.claims) == 4
    assert view.relations[0].reason == "forty against nobody"
    assert "citing" in view.claims[0].says


def test_a_claim_leads_to_the_words_on_its_page() -> None:
    given = accounts()
    for claim in given.claims:
        view = claim_view(given, claim.id)
        document = next(d for d in given.documents if d.id == claim.document)
        assert document.text[view.start : view.end] == view.quote
        assert view.before + view.quote + view.after in document.text
        assert view.page == document.page


def test_an_answer_is_shown_with_the_event_it_answers() -> None:
    given = accounts()
    first = given.claims[0]
    denial = Claim("claim-z", first.document, first.quote, first.trigger, None, act="denies", answers=(first.id,))
    view = event_view(replace(given, claims=(*given.claims, denial)), "event-1")
    assert [line.id for line in view.answers] == ["claim-z"]
    assert view.answers[0].act == "denies"


def test_the_report_sorts_relations_by_what_they_mean() -> None:
    report = report_view(accounts())
    assert [r.kind for r in report.contradictions] == ["contradicts"]
    assert report.agreements == ()
    assert {p.outlet for p in report.pages} == {"Orlim Courier"}


def test_unknown_ids_are_named() -> None:
    with pytest.raises(NotFound, match="event-x"):
        event_view(accounts(), "event-x")
    with pytest.raises(NotFound, match="claim-x"):
        claim_view(accounts(), "claim-x")
