"""Temporal expressions and the days they allow."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.ground import ground
from rashomon.ground.edtf import edtf, iso_day
from rashomon.ground.intervals import Interval, Setting, interval
from rashomon.ground.timex import find_expressions
from tests.ground.make import Table, claim, page

NOW = date(2019, 1, 12)  # a Saturday


def days(
    text: str, now: date | None = NOW, tense: int = -1, before: Interval | None = None
) -> tuple[str | None, str | None]:
    """First and last day of the first expression of a text."""
    one = find_expressions(text)[0]
    found = interval(one, Setting(now, before, tense, (before,) if before else ()))
    assert found is not None, text
    return iso_day(found.low, found.yearless), iso_day(found.high, found.yearless)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("on 27 December 2017", "2017-12-27", "2017-12-27"),
        ("on Friday, January 11, 2019", "2019-01-11", "2019-01-11"),
        ("on 2018-05-03", "2018-05-03", "2018-05-03"),
        ("in mid-December 2017", "2017-12-11", "2017-12-20"),
        ("in late December 2017", "2017-12-21", "2017-12-31"),
        ("in 2017", "2017-01-01", "2017-12-31"),
        ("in the 1990s", "1990-01-01", "1999-12-31"),
        ("between May 3 and June 5, 2018", "2018-05-03", "2018-06-05"),
        ("from September 2014 to March 2015", "2014-09-01", "2015-03-31"),
        ("on 27-28 December 2017", "2017-12-27", "2017-12-28"),
        ("03/04/2017", "2017-03-04", "2017-04-03"),
        ("on 17/04/2017", "2017-04-17", "2017-04-17"),
        ("on Easter 2018", "2018-04-01", "2018-04-01"),
        ("in the third quarter of 2018", "2018-07-01", "2018-09-30"),
    ],
)
def test_a_date_in_full_needs_no_day_of_writing(text: str, low: str, high: str) -> None:
    """Where month and day could be either way round, both days bound the interval."""
    assert days(text, now=None) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("on December 27", "????-12-27", "????-12-27"),
        ("in mid-December", "????-12-11", "????-12-20"),
        ("since the start of December", "????-12-01", None),
        ("by the end of March", None, "????-03-31"),
    ],
)
def test_without_a_day_of_writing_the_year_stays_open(text: str, low: str | None, high: str | None) -> None:
    assert days(text, now=None) == (low, high)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("on Friday", "2019-01-11", "2019-01-11"),
        ("on Saturday", "2019-01-12", "2019-01-12"),
        ("last Saturday", "2019-01-05", "2019-01-05"),
        ("next Friday", "2019-01-18", "2019-01-18"),
        ("yesterday", "2019-01-11", "2019-01-11"),
        ("in December", "2018-12-01", "2018-12-31"),
        ("on December 27", "2018-12-27", "2018-12-27"),
        ("last year", "2018-01-01", "2018-12-31"),
        ("three days ago", "2019-01-09", "2019-01-09"),
        ("over the last six months", "2018-07-12", "2019-01-12"),
        ("in the last two years", "2017-01-12", "2019-01-12"),
        ("by dawn on Friday", None, "2019-01-11"),
        ("last week", "2018-12-31", "2019-01-06"),
    ],
)
def test_a_day_of_writing_fixes_what_hangs_on_it(text: str, low: str | None, high: str | None) -> None:
    assert days(text) == (low, high)


@pytest.mark.parametrize("text", ["on Friday", "yesterday", "over the last six months", "three days ago"])
def test_without_a_day_of_writing_nothing_that_hangs_on_it_is_guessed(text: str) -> None:
    assert interval(find_expressions(text)[0], Setting()) is None


def test_the_day_before_hangs_on_the_day_named_before() -> None:
    named = Interval(date(2018, 3, 5), date(2018, 3, 5))
    assert days("The day before, they left", before=named) == ("2018-03-04", "2018-03-04")


def test_earlier_in_a_month_ends_before_the_last_day_named_in_it() -> None:
    named = Interval(date(2000, 12, 28), date(2000, 12, 28), yearless=True)
    assert days("earlier in December", now=None, before=named) == ("????-12-01", "????-12-27")


@pytest.mark.parametrize(
    "text",
    ["it may rain", "they march on", "he sat down", "a 19-year-old", "2,000 people", "1500 fighters", "she said"],
)
def test_words_that_are_no_time_are_none(text: str) -> None:
    assert find_expressions(text) == []


def test_a_day_that_no_calendar_holds_is_marked() -> None:
    one = find_expressions("on 31 February 2018")[0]
    assert not one.valid
    assert interval(one, Setting()) is None


@pytest.mark.parametrize(
    "text",
    ["2018-02-31", "0000-01-01", "30 February", "in the year 0", "13/13/2018", "00/00/2018", "April 31, 2018",
     "29 February 2019", "31/02/2018", "Friday, February 30, 2018"],
)  # fmt: skip
def test_what_no_calendar_holds_is_marked_and_its_figures_count_nothing(text: str) -> None:
    document, annotation = page(f"Trucks evacuated 12 people, {text}.")
    made = claim(document, "evacuated", moved="12 people")
    (grounded,), refused = ground(document, annotation, [made], Table())
    assert [refusal.code for refusal in refused] == ["impossible-date"]
    assert [count.low for count in grounded.counts] == [12]


@pytest.mark.parametrize("text", ["9" * 18 + " years ago", "99999 years ago", "over the last 999999999 centuries"])
def test_a_length_beyond_the_calendar_stays_open(text: str) -> None:
    assert interval(find_expressions(text)[0], Setting(NOW, None, -1)) is None


@pytest.mark.parametrize("text", ["They may leave", "May left early", "1234-56-78", "1e400 people"])
def test_words_and_numbers_that_only_look_like_dates_are_none(text: str) -> None:
    assert find_expressions(text) == []


@pytest.mark.parametrize(
    ("low", "high", "yearless", "wanted"),
    [
        (date(2017, 12, 27), date(2017, 12, 27), False, "2017-12-27"),
        (date(2000, 12, 27), date(2000, 12, 27), True, "XXXX-12-27"),
        (date(2017, 12, 1), date(2017, 12, 31), False, "2017-12"),
        (date(2017, 1, 1), date(2017, 12, 31), False, "2017"),
        (None, date(2017, 9, 7), False, "../2017-09-07"),
        (date(2017, 12, 11), date(2017, 12, 20), False, "2017-12-11/2017-12-20"),
    ],
)
def test_edtf_is_the_shortest_form(low: date | None, high: date | None, yearless: bool, wanted: str) -> None:
    assert edtf(Interval(low, high, yearless)) == wanted


@settings(deadline=None)
@given(st.dates(min_value=date(1600, 1, 1), max_value=date(2199, 12, 31)))
def test_every_written_day_is_read_back(day: date) -> None:
    assert days(f"on {day.day} {day:%B} {day.year}", now=None) == (day.isoformat(), day.isoformat())


@settings(deadline=None)
@given(st.text(alphabet="0123456789 -/:.,abcdeJanuyMFridst", max_size=80))
def test_no_text_raises(text: str) -> None:
    for one in find_expressions(text):
        interval(one, Setting(NOW, None, -1))
        interval(one, Setting())
