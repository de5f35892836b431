"""Words that say whose and not where are no places."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.ground.toponyms import find_toponyms
from rashomon.record import Sentence
from rashomon.record.parse import Labelled, Parse
from tests.ground.make import sentence


def parsed(words: str, heads: list[int], relations: str, upos: str, place: tuple[int, int]) -> tuple[str, Sentence]:
    """A sentence with its tree, whose words place[0]..place[1] (exclusive) the encoder calls a location."""
    tree = Parse(tuple(upos.split()), tuple(heads), tuple(relations.split()), (Labelled("Location", *place),))
    return words, replace(sentence(words), parse=tree)


def names(text: str, read: Sentence) -> list[str]:
    return [one.name for one in find_toponyms(text, read, lambda _: True)]


@pytest.mark.parametrize(
    ("name", "noun"), [("US", "troops"), ("US", "base"), ("UK", "embassy"), ("Orlim", "residents")]
)
def test_a_name_before_a_noun_that_acts_says_whose(name: str, noun: str) -> None:
    """ "left with US troops": no place; a country without an adjective is one itself before any noun."""
    found = parsed(f"They left with {name} {noun}", [1, -1, 4, 4, 1], "nsubj root case compound obl",
                   "PRON VERB ADP PROPN NOUN", (3, 4))  # fmt: skip
    assert names(*found) == []


def test_a_town_before_a_building_is_a_place() -> None:
    """ "shelled Orlim hospital"."""
    found = parsed(
        "They shelled Orlim hospital", [1, -1, 3, 1], "nsubj root compound obj", "PRON VERB PROPN NOUN", (2, 3)
    )
    assert names(*found) == ["Orlim"]


def test_an_abbreviation_in_brackets_is_no_second_place() -> None:
    """ "the Upper Sarn Valley (USV)"."""
    found = parsed("in the Upper Sarn Valley ( USV )", [4, 4, 4, 4, -1, 6, 4, 6],
                   "case det amod compound root punct appos punct", "ADP DET ADJ PROPN PROPN PUNCT PROPN PUNCT",
                   (6, 7))  # fmt: skip
    assert "USV" not in names(*found)


def test_a_verb_that_was_taken_for_a_name_is_none() -> None:
    """ "launched an attack to oust them"."""
    found = parsed("to oust them", [1, -1, 1], "mark root obj", "PART VERB PRON", (1, 2))
    assert names(*found) == []
