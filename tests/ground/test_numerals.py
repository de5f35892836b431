"""Numbers in text: figures, words and vague words."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.ground.numerals import find_numerals


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2,000 civilians", 2000, 2000),
        ("158 000 people", 158000, 158000),
        ("1.16 million", 1160000, 1160000),
        ("two hundred and six men", 206, 206),
        ("half a million", 500000, 500000),
        ("several dozen buses", 36, 99),
        ("hundreds of thousands", 200000, 999999),
        ("a dozen", 12, 12),
        ("twenty-five", 25, 25),
        ("3.2bn", 3200000000, 3200000000),
        ("5 1/2 hours", 5.5, 5.5),
        ("two thirds of the town", 2 / 3, 2 / 3),
    ],
)
def test_a_number_is_worth_what_its_words_say(text: str, low: float, high: float) -> None:
    found = find_numerals(text)[0]
    assert (found.low, found.high) == (low, high)


def test_a_run_of_thirty_digits_is_no_number() -> None:
    """An identifier is left aside, and the numbers beside it are read."""
    assert [n.low for n in find_numerals("7 " + "1" * 30 + " 8")] == [7, 8]


def test_metres_are_no_millions() -> None:
    """A lone m after a figure scales money only."""
    assert [n.low for n in find_numerals("a 37m wall for $4m")] == [37, 4_000_000]


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=10**12))
def test_a_grouped_figure_is_read_back(number: int) -> None:
    assert [n.low for n in find_numerals(f"{number:,}")] == [number]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_numbers_in_order_within_it(text: str) -> None:
    found = find_numerals(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
