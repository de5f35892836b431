"""A user's gazetteer files, and look-ups by spelling and by sound."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from rashomon.errors import GazetteerError, NotFound
from rashomon.gazetteer.index import Index, build
from rashomon.gazetteer.key import folded, skeleton, sounds
from rashomon.gazetteer.provinces import province_rows
from rashomon.gazetteer.rows import PlaceRow
from rashomon.gazetteer.store import Gazetteers, add_table, list_tables, remove_table, tables_version


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


def test_a_json_list_keeps_its_codes_and_names(tmp_path: Path) -> None:
    places = [
        {"id": "xx-1", "iso31662": "SY-ZZ", "name": {"en": "Orlim", "ar": "أرلم"}, "aliases": [{"value": "Urlim"}],
         "centroid": {"latitude": 35.1, "longitude": 40.2}, "externalIds": {"ochaPcode": "SY99"}},
        {"id": "xx-2", "governorateId": "xx-1", "name": {"en": "Kefr Zebad"}, "aliases": ["Kafr Zabad"],
         "centroid": {"latitude": 35.2, "longitude": 40.3}, "externalIds": {"ochaPcode": "SY9901", "geonames": "77"}},
        {"name": {"en": "Nowhere"}, "centroid": {"latitude": "north", "longitude": 1}},
        "no object",
    ]  # fmt: skip
    file = tmp_path / "places.json.gz"
    file.write_bytes(gzip.compress(json.dumps(places).encode()))
    added = add_table(file, folder=tmp_path / "g")
    assert (added.table.name, [bad.number for bad in added.bad]) == ("places", [3, 4])
    (first,), (second,) = (gazetteer(tmp_path / "g").lookup(name) for name in ("أرلم", "Kafr Zabad"))
    assert (first.id, first.feature, first.country, first.pcode) == ("user:xx-1", "admin1", "SY", "SY99")
    assert (second.id, second.feature, second.country, second.pcode) == ("geonames:77", "admin2", "SY", "SY9901")


@pytest.mark.parametrize("content", ["[1, 2", '{"a": 1}', "[]", '"places"'])
def test_json_that_holds_no_places_changes_nothing(tmp_path: Path, content: str) -> None:
    file = tmp_path / "p.json"
    file.write_text(content, "utf-8")
    with pytest.raises(GazetteerError):
        add_table(file, folder=tmp_path / "g")
    assert list_tables(tmp_path / "g") == []


def test_the_finest_p_code_of_a_table_is_the_place_s(tmp_path: Path) -> None:
    file = tmp_path / "p.csv"
    file.write_text(
        "ADM1_EN,ADM1_PCODE,ADM2_EN,ADM2_PCODE,ADM0_PCODE,y_coord,x_coord\nUpper,SY01,Orlim,SY0101,SY,35.1,40.2\n",
        "utf-8",
    )
    add_table(file, folder=tmp_path)
    (found,) = gazetteer(tmp_path).lookup("Orlim")
    assert (found.feature, found.country, found.admin1, found.pcode) == ("admin2", "SY", "Upper", "SY0101")


def test_an_entry_of_two_tables_keeps_the_p_code_of_either(tmp_path: Path) -> None:
    for name, row in (("a", "geonames:7,Orlim,35.1,40.2,"), ("b", "geonames:7,Orlim,35.1,40.2,SY0101")):
        (tmp_path / f"{name}.csv").write_text(f"id,name,lat,lon,pcode\n{row}\n", "utf-8")
        add_table(tmp_path / f"{name}.csv", folder=tmp_path)
    (found,) = gazetteer(tmp_path).lookup("Orlim")
    assert found.pcode == "SY0101"


def test_divisions_of_a_code_table_are_put_amid_the_cities_at_hand(tmp_path: Path) -> None:
    rows = [PlaceRow("c", "Province", None, None, "admin1", "SY", "07")]
    build(tmp_path / "x.sqlite", rows, {"name": "x"}, lambda: [("SY", "07", 10.0, 20.0, 5), ("SY", "08", 0.0, 0.0, 5)])
    (found,) = Index(tmp_path / "x.sqlite").lookup("Province")
    assert (found.lat, found.lon) == (10.0, 20.0)


def test_the_version_changes_with_the_tables_and_their_content(tmp_path: Path) -> None:
    """A page read before a table was added, replaced or removed is read again."""
    file, told = tmp_path / "p.csv", [tables_version(tmp_path)]
    for row in ("Orlim,35.1,40.2", "Orlim,35.2,40.2"):
        file.write_text(f"name,lat,lon\n{row}\n", "utf-8")
        add_table(file, folder=tmp_path)
        told.append(tables_version(tmp_path))
    remove_table("p", tmp_path)
    assert len(set(told)) == 3
    assert tables_version(tmp_path) == told[0]


def test_a_table_that_cannot_be_read_does_not_stop_the_version(tmp_path: Path) -> None:
    (tmp_path / "added").mkdir()
    (tmp_path / "added" / "broken.sqlite").write_bytes(b"no database")
    assert "broken:unreadable" in tables_version(tmp_path)


def test_provinces_are_known_by_their_english_names_and_lie_with_their_cities() -> None:
    cities = [("SY", "07", 35.3, 40.1, 9), ("SY", "13", 33.5, 36.3, 9), ("GB", "ENG", 52.5, -1.9, 9)]
    rows = {row.id: row for row in province_rows(cities)}
    east = rows["iso3166-2:SY-DY"]
    assert (east.name, east.feature, east.admin1, east.country) == ("Deir Ezzor", "admin1", "07", "SY")
    assert "Dayr az Zawr" in east.names
    assert rows["iso3166-2:GB-BIR"].name == "Birmingham"
    assert all(-90 <= (row.lat or 0) <= 90 and row.name for row in rows.values())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("cut.csv.gz", gzip.compress(b"name,lat,lon\nOrlim,1,2\n")[:25]),
        ("wide.csv", "name,lat,lon\nOrlim,1,2\n".encode("utf-16")),
        ("junk.zip", b"PK\x03\x04junk"),
        ("comma.csv", b"name;lat;lon\nOrlim;35,1;40,2\n"),
    ],
)
def test_a_broken_file_is_told_and_adds_nothing(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(GazetteerError):
        add_table(tmp_path / name, folder=tmp_path / "g")
    assert list_tables(tmp_path / "g") == []


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_missing_file_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(GazetteerError, match="cannot be read"):
        add_table(tmp_path / name, "x", tmp_path / "g")


def test_what_is_no_number_and_what_is_too_long_are_told_by_row(tmp_path: Path) -> None:
    (tmp_path / "p.csv").write_text(f"name,lat,lon\nOrlim,1,2\nA,nan,2\nB,inf,4\n{'x' * 2_000_000},1,2\n", "utf-8")
    added = add_table(tmp_path / "p.csv", folder=tmp_path)
    assert added.table.entries == 1
    assert [bad.number for bad in added.bad] == [3, 4, 5]


def test_a_broken_index_names_itself_and_the_way_out(tmp_path: Path) -> None:
    (tmp_path / "added").mkdir()
    (tmp_path / "added" / "broken.sqlite").write_bytes(b"no database")
    with pytest.raises(GazetteerError, match="gazetteer remove broken"):
        list_tables(tmp_path)
    remove_table("broken", tmp_path)
    assert list_tables(tmp_path) == []
