"""Quantities: bounds, what is counted, and what is no quantity."""

from __future__ import annotations

import pytest

from rashomon.ground.numerals import find_numerals
from rashomon.ground.quantities import find_quantities
from tests.ground.make import sentence


@pytest.mark.parametrize(
    ("text", "low", "high", "quantifier", "unit"),
    [
        ("about 300 people left", 270, 330, "about", "person"),
        ("An estimated 2,000 civilians remain", 1800, 2200, "about", "person"),
        ("over 20 field commanders fled", 21, None, "more than", "person"),
        ("more than 600 people were moved", 601, None, "more than", "person"),
        ("at least 40 families left", 40, None, "at least", "household"),
        ("up to 50 trucks arrived", None, 50, "at most", "vehicle"),
        ("fewer than 10 buses came", None, 9, "less than", "vehicle"),
        ("between 80,000 and 100,000 people fled", 80000, 100000, "between", "person"),
        ("20 to 46 men were killed", 20, 46, "between", "person"),
        ("several airstrikes hit", 3, 9, "vague", "event"),
        ("dozens of trucks left", 24, 99, "vague", "vehicle"),
        ("hundreds of families left", 200, 999, "vague", "household"),
        ("25 buses left", 25, 25, "exact", "vehicle"),
        ("80 to 100 thousand people fled", 80000, 100000, "between", "person"),
        ("nearly 200 people left", 180, 200, "about", "person"),
        ("about five people left", 4, 6, "about", "person"),
        ("46 were killed", 46, 46, "exact", "person"),
        ("60 people or more left", 60, None, "at least", "person"),
    ],
)
def test_the_words_around_a_number_bound_it(
    text: str, low: int | None, high: int | None, quantifier: str, unit: str
) -> None:
    found = find_quantities(text, sentence(text))[0]
    assert (found.low, found.high, found.quantifier, found.unit) == (low, high, quantifier, unit)


@pytest.mark.parametrize(
    "text",
    [
        "Brigade 12 moved in",
        "Resolution 2254 was passed",
        "they won 3-1 at home",
        "No one was hurt",
        "Lena Orsk, 25, said so",
        "the TA-25 index fell",
    ],
)
def test_a_number_that_names_ranks_or_scores_is_no_quantity(text: str) -> None:
    assert find_quantities(text, sentence(text)) == []


def test_the_counted_phrase_ends_before_the_verb() -> None:
    text = "Eight fighters and commanders of the group were taken"
    assert find_quantities(text, sentence(text))[0].of_text == "fighters and commanders"


def test_a_family_is_a_household_and_never_five_people() -> None:
    text = "120 families were moved"
    found = find_quantities(text, sentence(text))[0]
    assert (found.unit, found.low, found.high) == ("household", 120, 120)


@pytest.mark.parametrize(
    ("text", "of", "unit"),
    [
        ("The number of people brought there was 386.", "people", "person"),
        ("The number of displaced families is estimated to be 349.", "families", "household"),
        ("The number of buses, they said, rose to about 40.", "buses", "vehicle"),
    ],
)
def test_what_is_counted_may_stand_before_its_number(text: str, of: str, unit: str) -> None:
    found = find_quantities(text, sentence(text))[-1]
    assert (found.of_text, found.unit) == (of, unit)


def test_dots_part_thousands_before_what_comes_in_whole_numbers() -> None:
    text = "12.500 people, 1.250.000 of them, 2.000 mineros, 2.500 km, 1.234 points"
    assert [n.low for n in find_numerals(text)] == [12500, 1250000, 2000, 2.5, 1.234]
