"""Which entry a name means: by the area it is put in, by how sure the choice is, and by lists that share a plural."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.ground.context import context_of
from rashomon.ground.resolve import LEAST_TRUST, MOST_MARGIN, Resolution, candidates_of, resolve, trust
from rashomon.ground.toponyms import Toponym, find_toponyms, named_places
from rashomon.record.parse import Labelled, Parse
from tests.ground.make import Table, sentence, town

EAST = town("Orlim", 35.0, 40.0, "SY", 9_000, admin1="07")
WEST = town("Orlim", 46.0, 12.0, "IT", 60_000, admin1="20")
SYRIA = town("Syria", 35.0, 38.0, "SY", 17_000_000, "country")
PROVINCE = town("Tarsan", 35.2, 40.2, "SY", 0, "admin1", "07")


def toponyms(text: str) -> list[Toponym]:
    """The place names of a sentence whose every capitalised word is one."""
    return find_toponyms(text, sentence(text), lambda name: True)


def meant(text: str, table: Table) -> dict[str, Resolution]:
    """What each name of a page of one sentence means."""
    offers = [(t, candidates_of(table, t)) for t in toponyms(text)]
    context = context_of(offers)
    return {t.full: resolve(t, offered, context) for t, offered in offers}


@pytest.mark.parametrize("text", ["They left Orlim, Syria.", "They left Orlim in Tarsan province on foot."])
def test_the_area_right_after_a_name_decides(text: str) -> None:
    found = meant(text, Table(WEST, EAST, SYRIA, PROVINCE))["Orlim"]
    assert found.entry == EAST


def test_a_town_that_nothing_speaks_for_is_an_abstention_with_its_candidate() -> None:
    found = meant("They left Orlim.", Table(replace(EAST, population=0), replace(WEST, population=0)))["Orlim"]
    assert found.entry is None
    assert len(found.candidates) == 2
    assert "could be" in found.reason


def test_a_generic_word_alone_names_no_place() -> None:
    found = meant("They left the Valley.", Table(town("Valley", 32.0, -85.0, "US", 9_000)))["Valley"]
    assert (found.entry, "kind of place" in found.reason) == (None, True)


def test_trust_grows_with_the_page_and_the_margin_and_is_full_for_wide_areas() -> None:
    (one,) = toponyms("They left Orlim.")
    alone, amid = context_of([]), context_of([(toponyms("in Tarsan.")[0], (PROVINCE,))])
    assert trust(one, EAST, 0.5, alone) < trust(one, EAST, 0.5, amid)
    assert trust(one, EAST, 0.5, alone) < LEAST_TRUST < trust(one, EAST, MOST_MARGIN, alone)
    assert trust(one, SYRIA, 0.0, alone) == 1


def test_a_county_without_a_point_is_put_at_the_page_s_place_in_its_state() -> None:
    county = town("Tarsan County", 31.0, -99.0, "US", 0, "county", "TX")
    inside = town("Shelba", 33.0, -97.0, "US", 80_000, "city", "TX")
    found = meant("Shelba in Tarsan County was cut off.", Table(county, inside))["Tarsan County"]
    assert found.entry is not None
    assert (found.entry.lat, "put at" in found.reason) == (33.0, True)
    assert meant("Tarsan County was cut off.", Table(county))["Tarsan County"].entry is None


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Rain fell in Orlim, Tarsan and Shelba provinces.", ["admin1", "admin1", "admin1"]),
        ("in the villages of Orlim and Tarsan", ["village", "village"]),
        ("in the village of Orlim and Tarsan", ["village", ""]),
    ],
)
def test_a_plural_is_told_of_every_name_of_its_list(text: str, kinds: list[str]) -> None:
    assert [t.kind for t in toponyms(text) if t.full != "Rain"] == kinds


def test_two_towns_in_a_list_are_not_one_in_the_other() -> None:
    """A comma puts a place in an area, unless a town of the area has its name."""
    tarsan = town("Tarsan", 35.3, 40.1, "SY", 90_000, admin1="07")
    text = "Shells hit Orlim, Tarsan and Shelba."
    offers = [(t, candidates_of(Table(EAST, PROVINCE, tarsan), t)) for t in toponyms(text)]
    assert context_of(offers).inside == {}


def test_an_unknown_adjective_before_a_town_is_no_place() -> None:
    """ "The Korvenian town of Orlim" names one place."""
    text = "They left the Korvenian town of Orlim."
    found = find_toponyms(text, sentence(text), lambda name: False)
    assert [(t.full, t.kind) for t in found] == [("Orlim", "town")]


def test_a_name_that_the_page_uses_for_a_place_is_one_where_the_encoder_calls_it_a_body() -> None:
    text = "Orlim fell. Troops left Orlim."
    labels = (("Location", 0), ("Organization", 2))
    first, second = (
        replace(sentence(text, a, b), parse=Parse((), (), (), (Labelled(label, at, at + 1),)))
        for (label, at), a, b in zip(labels, (0, 12), (11, len(text)), strict=True)
    )
    assert named_places(text, [first, second]) == {"Orlim"}
    assert find_toponyms(text, second, lambda name: False) == []
    assert [t.full for t in find_toponyms(text, second, lambda name: False, frozenset({"Orlim"}))] == ["Orlim"]


def test_a_bare_name_means_the_town_before_its_district() -> None:
    district = town("Orlim", 35.1, 40.1, "SY", 80_000, "admin2", "07")
    assert meant("They left Orlim, Syria.", Table(district, EAST, SYRIA))["Orlim"].entry == EAST
    assert meant("They left Orlim district, Syria.", Table(district, EAST, SYRIA))["Orlim"].entry == district


def test_a_river_s_valley_lies_along_the_river() -> None:
    river = town("Tarsan", 35.0, 40.0, "", 0, "water")
    found = meant("They held the Upper Tarsan River Valley.", Table(river))["Upper Tarsan River Valley"]
    assert found.entry == river
