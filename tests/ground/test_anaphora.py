"""Words that stand for a place named before: taken where one name fits, refused where several do."""

from __future__ import annotations

import pytest

from rashomon.ground import ground
from rashomon.record import Place, Refusal
from tests.ground.make import Table, claim, page, town

ORLIM = town("Orlim", 35.0, 40.0, "SY", 50_000)
TARSAN = town("Tarsan", 35.5, 40.5, "SY", 60_000)
PROVINCE = town("Shelba", 35.2, 40.2, "SY", 0, "admin1", "07")
SYRIA = town("Syria", 35.0, 38.0, "SY", 17_000_000, "country")


def placed(*lines: str, type_: str = "violence.attack", trigger: str = "shelled", **roles: str) -> tuple[Place, ...]:
    return grounded(*lines, type_=type_, trigger=trigger, **roles)[0]


def grounded(
    *lines: str, type_: str = "violence.attack", trigger: str = "shelled", **roles: str
) -> tuple[tuple[Place, ...], tuple[Refusal, ...]]:
    document, annotation = page("\n".join(lines))
    made = claim(document, trigger, type_, **roles)
    (one,), refused = ground(document, annotation, [made], Table(ORLIM, TARSAN, PROVINCE, SYRIA))
    return one.places, refused


@pytest.mark.parametrize("words", ["the town", "The town", "the besieged town", "the city", "the area", "there"])
def test_the_town_named_in_the_sentence_before_is_meant(words: str) -> None:
    (place,) = placed(
        "Troops entered the town of Orlim.", f"Planes shelled a market in {words} later.".replace("in there", "there")
    )
    assert (place.id, place.text.casefold(), place.role) == ("test:Orlim-SY", words.casefold(), "place")
    assert "stands for 'Orlim', named before" in place.reason


def test_the_town_taken_is_the_target() -> None:
    (place,) = placed("Troops entered Orlim in Syria.", "They shelled the town.", target="the town")
    assert place.id == "test:Orlim-SY"


def test_people_brought_there_were_brought_to_it() -> None:
    (place,) = placed(
        "The camp lies in Orlim.", "Buses moved the families there.", type_="movement.evacuation", trigger="moved"
    )
    assert (place.role, place.id) == ("destination", "test:Orlim-SY")


def test_from_there_is_an_origin() -> None:
    (place,) = placed(
        "The camp lies in Orlim.", "Buses moved the families from there.", type_="movement.evacuation", trigger="moved"
    )
    assert place.role == "origin"


def test_two_towns_leave_it_open_and_are_refused() -> None:
    places, refused = grounded("Troops entered Orlim and Tarsan.", "Planes shelled a market in the town.")
    assert places == ()
    assert [(r.code, r.span and r.span.text) for r in refused] == [("ambiguous-place", "the town")]


def test_the_kind_of_place_decides_between_two_names() -> None:
    lines = ("Troops entered Orlim in Shelba province.", "Planes shelled a road in the province.")
    assert [place.id for place in placed(*lines)] == ["test:Shelba-SY07"]


@pytest.mark.parametrize(
    "line",
    [
        "Planes shelled them, and there were many dead.",
        "Planes shelled the town council.",
        "Planes shelled the state.",
        "Planes shelled a truck.",
    ],
)
def test_words_that_stand_for_no_place_give_none(line: str) -> None:
    assert placed("Troops entered Orlim.", line) == ()


def test_there_is_where_something_was_said_to_be_not_whose_it_was() -> None:
    assert placed("Syria backed the deal.", "Planes shelled a market there.") == ()
    assert placed("They lie in Syria controlled land.", "Planes shelled a market there.") == ()


def test_a_name_far_back_is_not_meant() -> None:
    gap = ["They waited."] * 4
    assert placed("Troops entered Orlim.", *gap, "Planes shelled a market in the town.") == ()


def test_a_name_in_the_claim_s_own_sentence_comes_first() -> None:
    (place,) = placed("Troops entered Orlim.", "Planes shelled a market in Tarsan, near the town.")
    assert place.id == "test:Tarsan-SY"
