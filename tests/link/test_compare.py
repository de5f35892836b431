"""Days and places compared: what is the same, finer, broader, apart, or not to be told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.record import Place, Span, Time
from rashomon.record.distance import compare_places, kilometres
from rashomon.record.interval import compare_times

CONVERSE = {"finer": "broader", "broader": "finer"}


def when(low, high=None, weekday=None) -> Time:
    high = high or low
    known = "?" not in f"{low or ''}{high or ''}"
    return Time("", None, low, high, "T1", known, weekday=weekday)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (when("2021-03-04"), when("2021-03-04"), "same"),
        (when("2021-03-04"), when("2021-03-01", "2021-03-31"), "finer"),
        (when("2021-03-01", "2021-03-31"), when("2021-03-04"), "broader"),
        (when("2021-03-04"), when("2021-03-06"), "apart"),
        (when("????-03-04"), when("2021-03-04"), "same"),
        (when("????-03-04"), when("2021-05-04"), "apart"),
        (when("????-12-31"), when("????-01-01"), "apart"),
        (when("????-02-29"), when("2021-02-28"), "same"),
        (when(None, weekday="Saturday"), when("2021-03-06"), "same weekday"),
        (when(None, weekday="Saturday"), when("2021-03-05"), "apart"),
        (when(None), when("2021-03-05"), "unknown"),
    ],
)
def test_times(a: Time, b: Time, kind: str):
    assert compare_times(a, b).kind == kind


def test_new_year_is_one_day_away_where_the_year_is_open():
    assert compare_times(when("????-12-31"), when("????-01-01")).gap == 1


@given(st.dates(), st.dates(), st.booleans(), st.booleans())
def test_comparing_times_is_symmetric(one, other, open_one, open_other):
    a = when(f"????{one.isoformat()[4:]}" if open_one else one.isoformat())
    b = when(f"????{other.isoformat()[4:]}" if open_other else other.isoformat())
    forth, back = compare_times(a, b), compare_times(b, a)
    assert back.kind == CONVERSE.get(forth.kind, forth.kind)
    assert back.gap == forth.gap


def where(name: str, lat=None, lon=None, radius=None, key=None) -> Place:
    return Place("place", name, Span(0, 1, "x"), name, key, lat, lon, "P2", radius_km=radius)


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (where("Velmar", 10.0, 10.0, 5.0), where("Velmar", 10.0, 10.0, 5.0), "overlaps"),
        (where("Velmar", 10.0, 10.0, 5.0, "g:1"), where("Welmar", 10.0, 10.0, 5.0, "g:1"), "same"),
        (where("Velmar", 10.0, 10.0, 5.0), where("Upper Province", 10.3, 10.0, 120.0), "finer"),
        (where("Velmar", 10.0, 10.0, 5.0), where("Kostan", 12.0, 10.0, 5.0), "apart"),
        (where("Velmar"), where("the Velmar"), "same"),
        (where("Velmar"), where("Kostan"), "unknown"),
    ],
)
def test_places(a: Place, b: Place, kind: str):
    assert compare_places(a, b).kind == kind
    assert compare_places(b, a).kind == CONVERSE.get(kind, kind)


def test_a_degree_of_latitude_is_about_111_km():
    assert kilometres(10, 20, 11, 20) == pytest.approx(111.2, abs=0.1)
