"""Dates of the Islamic calendar: converted with a day's doubt, and never put into a year that nothing tells."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.ground import ground
from rashomon.ground.expression import Hijri
from rashomon.ground.hijri import DOUBT, hijri_days, hijri_in
from rashomon.ground.intervals import Setting, interval
from rashomon.ground.timex import find_expressions
from rashomon.lexicon.islamic import HIJRI_FEASTS, HIJRI_MONTHS
from tests.ground.make import Table, claim, page

NOW = date(2019, 1, 12)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("on 10 Muharram 1440", "2018-09-19", "2018-09-21"),
        ("on Muharram 10, 1440 AH", "2018-09-19", "2018-09-21"),
        ("during Ramadan 2018", "2018-05-15", "2018-06-15"),
        ("in Ramadan 1439", "2018-05-15", "2018-06-15"),
        ("on the first day of Eid al-Adha 2018", "2018-08-20", "2018-08-22"),
        ("on 3 Sha’ban 1439", "2018-04-18", "2018-04-20"),
    ],
)
def test_a_day_of_the_moon_gets_a_day_of_doubt_on_both_sides(text: str, low: str, high: str) -> None:
    days = interval(find_expressions(text)[0], Setting())
    assert days is not None
    assert (str(days.low), str(days.high)) == (low, high)


@pytest.mark.parametrize("text", ["during Ramadan", "on the 27th of Ramadan", "before Eid al-Fitr", "on Ashura"])
def test_without_a_year_or_a_day_of_writing_it_stays_open(text: str) -> None:
    assert interval(find_expressions(text)[0], Setting()) is None


def test_the_day_of_writing_gives_the_nearest_one_in_the_tense_told() -> None:
    past = interval(find_expressions("they left in Ramadan")[0], Setting(NOW, None, -1))
    ahead = interval(find_expressions("they will leave in Ramadan")[0], Setting(NOW, None, 1))
    assert past is not None
    assert ahead is not None
    assert (past.on, str(past.low), str(ahead.low)) == ("page", "2018-05-15", "2019-05-05")


@pytest.mark.parametrize("text", ["Tariq Orlim Ramadan said", "Ramadan Shelba said", "Rajab Tarsan left", "a safar"])
def test_a_name_of_a_person_is_no_month(text: str) -> None:
    assert find_expressions(text) == []


def test_the_31st_of_a_month_of_the_moon_is_refused() -> None:
    document, annotation = page("Trucks evacuated the wounded on 31 Ramadan 1440.")
    (grounded,), refused = ground(document, annotation, [claim(document, "evacuated")], Table())
    assert grounded.time is None
    assert [(r.code, r.span and r.span.text) for r in refused] == [("impossible-date", "31 Ramadan 1440")]


def test_a_full_date_named_shortly_before_gives_the_year_with_its_reason() -> None:
    document, annotation = page("The siege began on May 20, 2018.", "Trucks evacuated the wounded on 27 Ramadan.")
    (grounded,), _ = ground(document, annotation, [claim(document, "evacuated")], Table())
    assert grounded.time is not None
    assert (grounded.time.earliest, grounded.time.latest) == ("2018-06-10", "2018-06-12")
    assert (grounded.time.precision, grounded.time.basis) == ("T2", "context of the page")
    assert [bool(step.span) for step in grounded.time.narrowed] == [True, False]


def test_a_month_of_the_moon_is_a_month() -> None:
    document, annotation = page("Trucks evacuated the wounded during Ramadan 1439.")
    (grounded,), _ = ground(document, annotation, [claim(document, "evacuated")], Table())
    assert grounded.time is not None
    assert grounded.time.precision == "T4"


def test_years_outside_the_tables_stay_open() -> None:
    assert interval(find_expressions("on 10 Muharram 1310")[0], Setting()) is None


@settings(deadline=None)
@given(st.integers(1344, 1499), st.integers(1, 12), st.integers(1, 30))
def test_a_day_lies_in_its_month(year: int, month: int, day: int) -> None:
    low, high = hijri_days(Hijri(month, day), year)
    first, last = hijri_days(Hijri(month), year)
    assert high - low == 2 * DOUBT
    assert first <= low <= high <= last


def test_a_month_of_the_table_has_29_or_30_days() -> None:
    """But for seven of the 1,872: the table follows what was announced, not arithmetic."""
    odd = {}
    for year, month in product(range(1344, 1500), range(1, 13)):
        first, last = hijri_days(Hijri(month), year)
        days = (last - first - 2 * DOUBT).days + 1
        if days not in (29, 30):
            odd[year, month] = days
    assert odd == {(1345, 5): 31, (1345, 8): 28, (1348, 11): 31, (1348, 12): 28, (1349, 10): 28, (1349, 11): 31,
                   (1364, 8): 28}  # fmt: skip


@settings(deadline=None)
@given(st.sampled_from(sorted(HIJRI_MONTHS.values())), st.integers(1930, 2070))
def test_every_gregorian_year_holds_every_month(month: int, year: int) -> None:
    low, high = hijri_in(Hijri(month), year)
    assert low.year <= year <= high.year


def test_feasts_lie_in_one_month() -> None:
    assert all(1 <= month <= 12 and 1 <= first <= last <= 30 for month, first, last in HIJRI_FEASTS.values())
