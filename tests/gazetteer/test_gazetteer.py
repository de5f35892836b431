"""A user's gazetteer files, and look-ups by spelling and by sound."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from rashomon.errors import GazetteerError, NotFound
from rashomon.gazetteer.index import Index, build
from rashomon.gazetteer.key import folded, skeleton, sounds
from rashomon.gazetteer.rows import PlaceRow
from rashomon.gazetteer.store import Gazetteers, add_table, list_tables, remove_table


def gazetteer(folder: Path) -> Gazetteers:
    """The tables that were added, without the bundled one."""
    return Gazetteers(tuple((table.name, Index(table.path)) for table in list_tables(folder)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("al-Hasakah", "Hasaka"),
        ("Deir Ezzor", "Dayr az Zawr"),
        ("Qamishli", "Kamishly"),
        ("Mayadin", "al-Mayadeen"),
        ("Raqqa", "Ar Raqqah"),
        ("Харків", "Kharkiv"),
        ("Dar'a", "Daraa"),
    ],
)
def test_spellings_of_one_name_meet(one: str, other: str) -> None:
    assert skeleton(sounds(one)) == skeleton(sounds(other))


def test_folding_keeps_words_and_drops_marks() -> None:
    assert folded("St. Jérôme–des’Prés") == "saint jerome despres"


def test_a_csv_is_added_found_and_removed(tmp_path: Path) -> None:
    file = tmp_path / "own places.csv"
    file.write_text(
        "name,lat,lon,country,aliases\nOrlim,35.1,40.2,SY,Urlim|Orleem\nKefr Zebad,33.8,35.9,LB,\n", "utf-8"
    )
    added = add_table(file, folder=tmp_path / "g")
    assert (added.table.name, added.table.entries, added.bad) == ("own places", 2, ())
    found = gazetteer(tmp_path / "g").lookup("Urleem")
    assert [(c.name, c.lat, c.reason) for c in found] == [("Orlim", 35.1, "by the sound of its name")]
    remove_table("own places", tmp_path / "g")
    assert list_tables(tmp_path / "g") == []


def test_broken_rows_are_told_by_number_and_the_rest_is_read(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_text("name,lat,lon\nOrlim,35.1,40.2\n,1,1\nNowhere,north,1\nFar,99,1\n", "utf-8")
    added = add_table(file, folder=tmp_path)
    assert added.table.entries == 1
    assert [bad.number for bad in added.bad] == [3, 4, 5]
    assert "outside" in added.bad[2].reason


def test_a_wrong_encoding_is_told_by_row(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_bytes("name,lat,lon\nOrlim,35.1,40.2\nKöln,50.9,6.9\n".encode("latin-1"))
    added = add_table(file, folder=tmp_path)
    assert [(bad.number, "UTF-8" in bad.reason) for bad in added.bad] == [(3, True)]


@pytest.mark.parametrize("content", [b"", b"\0\1\2", b"just,words\n1,2\n", b"name,lat,lon\nX,a,b\n"])
def test_a_file_that_is_no_gazetteer_changes_nothing(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "p.csv"
    file.write_bytes(content)
    with pytest.raises(GazetteerError):
        add_table(file, folder=tmp_path / "g")
    assert list_tables(tmp_path / "g") == []
    assert not list((tmp_path / "g").rglob("*.new"))


def test_a_geonames_dump_is_told_by_its_columns(tmp_path: Path) -> None:
    cells = [
        "7",
        "Orlim",
        "Orlim",
        "Urlim",
        "35.1",
        "40.2",
        "P",
        "PPL",
        "SY",
        "",
        "07",
        "",
        "",
        "",
        "900",
        "",
        "",
        "",
        "2019-01-01",
    ]
    file = tmp_path / "SY.txt.gz"
    file.write_bytes(gzip.compress(("\t".join(cells) + "\n").encode()))
    add_table(file, folder=tmp_path)
    (found,) = gazetteer(tmp_path).lookup("Urlim")
    assert (found.id, found.feature, found.country, found.admin1, found.population) == (
        "geonames:7",
        "city",
        "SY",
        "07",
        900,
    )


def test_a_division_without_coordinates_lies_amid_its_cities(tmp_path: Path) -> None:
    rows = [
        PlaceRow("a", "A", 10.0, 20.0, "city", "SY", "07", 100),
        PlaceRow("b", "B", 12.0, 20.0, "city", "SY", "07", 100),
        PlaceRow("c", "Province", None, None, "admin1", "SY", "07"),
    ]
    build(tmp_path / "x.sqlite", rows, {"name": "x"})
    (found,) = Index(tmp_path / "x.sqlite").lookup("Province")
    assert (found.lat, found.lon) == (11.0, 20.0)


def test_removing_what_is_not_there_names_what_is(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="none"):
        remove_table("nothing", tmp_path)
