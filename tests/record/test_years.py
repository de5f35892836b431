"""Years across the pages of a case: fixed where all agree, with the reason; else left open and reported."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.record import Accounts, Claim, Document, Span, Time
from rashomon.record.years import BASIS, with_years


def day(earliest: str, latest: str | None = None, edtf: str = "") -> Time:
    """A time of one or several days; "????" is an open year."""
    known = "?" not in earliest
    return Time(earliest, Span(0, 3, "day"), earliest, latest or earliest, "T1", known, "absolute", edtf)


def claim(page: str, event: str, time: Time | None, number: int = 0, said_at: Time | None = None) -> Claim:
    where = Span(number, number + 4, "left")
    return Claim(
        f"{page}-{event}-{number}", page, where, where, "movement.flight", time=time, event=event, said_at=said_at
    )


def case(*claims: Claim) -> Accounts:
    pages = sorted({one.document for one in claims})
    documents = tuple(Document(page, f"page of {page}", f"{page}.html", "left", ()) for page in pages)
    return Accounts(documents=documents, claims=tuple(sorted(claims, key=lambda one: one.id)))


def times(accounts: Accounts) -> dict[str, Time]:
    return {one.id: one.time for one in accounts.claims if one.time is not None}


def test_a_dated_account_of_the_same_event_on_another_page_fixes_the_year() -> None:
    told = case(claim("a", "e", day("????-12-27", edtf="XXXX-12-27")), claim("b", "e", day("2017-12-27")))
    time = times(with_years(told))["a-e-0"]
    assert (time.earliest, time.latest, time.year_known, time.basis, time.edtf) == (
        "2017-12-27",
        "2017-12-27",
        True,
        BASIS,
        "2017-12-27",
    )
    assert "b.html" in time.narrowed[-1].reason


def test_a_year_is_not_fixed_by_the_same_page_or_another_event() -> None:
    told = case(
        claim("a", "e", day("????-12-27")), claim("a", "e", day("2017-12-27"), 9), claim("b", "f", day("2017-12-27"))
    )
    assert with_years(told) is told


def test_the_other_dates_of_the_page_follow_the_one_that_was_fixed() -> None:
    told = case(
        claim("a", "e", day("????-12-27")),
        claim("a", "f", day("????-01-03"), 9, said_at=day("????-01-04")),
        claim("b", "e", day("2017-12-27")),
    )
    found = with_years(told)
    later = next(one for one in found.claims if one.event == "f")
    assert later.time is not None
    assert later.said_at is not None
    assert (later.time.earliest, later.said_at.earliest) == ("2018-01-03", "2018-01-04")
    assert "nearest to 2017-12-27" in later.time.narrowed[-1].reason


def test_pages_that_disagree_leave_it_open_and_are_reported() -> None:
    told = case(
        claim("a", "e", day("????-12-27")), claim("b", "e", day("2017-12-27")), claim("c", "e", day("2018-12-27"))
    )
    found = with_years(told)
    assert times(found)["a-e-0"] == times(told)["a-e-0"]
    (refusal,) = found.refusals
    assert (refusal.code, refusal.file) == ("year-conflict", "a.html")
    assert "2017 by b.html, 2018 by c.html" in refusal.detail


def test_an_interval_over_the_turn_of_the_year_ends_in_the_next() -> None:
    told = case(
        claim("a", "e", day("????-12-30", "????-01-02", "XXXX-12-30/XXXX-01-02")), claim("b", "e", day("2018-01-01"))
    )
    time = times(with_years(told))["a-e-0"]
    assert (time.earliest, time.latest, time.edtf) == ("2017-12-30", "2018-01-02", "2017-12-30/2018-01-02")


def test_the_end_of_february_is_that_year_s() -> None:
    told = case(claim("a", "e", day("????-02-01", "????-02-29", "XXXX-02")), claim("b", "e", day("2019-02-11")))
    time = times(with_years(told))["a-e-0"]
    assert (time.earliest, time.latest, time.edtf) == ("2019-02-01", "2019-02-28", "2019-02")


def test_a_leap_day_fits_leap_years_alone() -> None:
    told = case(claim("a", "e", day("????-02-29")), claim("b", "e", day("2019-02-20", "2019-03-10")))
    assert with_years(told) is told


@pytest.mark.parametrize("voice", ["comment", "related"])
def test_a_reader_s_date_fixes_nothing(voice: str) -> None:
    told = case(claim("a", "e", day("????-12-27")), replace(claim("b", "e", day("2017-12-27")), voice=voice))
    assert with_years(told) is told


@given(st.permutations(range(4)), st.integers(1990, 2030))
def test_the_order_of_claims_does_not_matter_and_twice_is_once(order: list[int], year: int) -> None:
    claims = [
        claim("a", "e", day("????-12-27")),
        claim("a", "f", day("????-03-01"), 9),
        claim("b", "e", day(f"{year}-12-27")),
        claim("c", "f", day("????-03-01")),
    ]
    once = with_years(case(*claims))
    assert with_years(case(*(claims[i] for i in order))) == once
    assert with_years(once) == once
    assert all(time.year_known for time in times(once).values())
