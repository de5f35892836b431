"""Every format is read back by what it is made for, and says what the records say."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from rashomon.export import FORMATS, redact, write
from rashomon.export.flat import TABLES
from rashomon.export.followthemoney import SCHEMA_OF
from rashomon.record import Accounts, Claim, from_plain
from tests.export.case import accounts

NAMES = {"persons": ["Dara Venn", "Venn"], "places": ["Orlim"]}


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read_json(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_same_accounts_give_the_same_bytes(name: str, tmp_path: Path) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="pip install 'rashomon[parquet]'")
    one = write(name, accounts(), tmp_path / "one" / "x")
    two = write(name, accounts(), tmp_path / "two" / "x")
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in two]
    assert not list((tmp_path / "one").rglob("*.part"))


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"parquet"}))
def test_a_masked_name_stands_in_no_format(name: str, tmp_path: Path) -> None:
    masked = redact(accounts(), NAMES, ["persons", "places"])
    for file in write(name, masked, tmp_path / "x"):
        if "static" not in file.parts:
            raw = file.read_bytes()
            for word in (b"Venn", b"Dara", b"Orlim", b"34.12", b"geonames:1", b"post.example"):
                assert word not in raw, f"{word!r} in {file.name}"


@pytest.mark.parametrize("name", sorted(set(FORMATS) - {"html"}))
def test_nothing_at_all_can_be_written(name: str, tmp_path: Path) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow", reason="pip install 'rashomon[parquet]'")
    for file in write(name, Accounts(), tmp_path):
        assert file.suffix == ".parquet" or file.read_text("utf-8").isascii()
        if file.suffix in (".geojson", ".jsonld") or file.name == "prov.json":
            read_json(file)


def test_tables_hold_a_row_a_thing_under_the_records_own_names(tmp_path: Path) -> None:
    files = {file.stem: read_csv(file) for file in write("csv", accounts(), tmp_path)}
    assert list(files) == [table.name for table in TABLES]
    told = {claim.id: claim for claim in accounts().claims}
    assert {row["id"] for row in files["claims"]} == set(told)
    for row in files["claims"]:
        claim = told[row["id"]]
        assert row["quote"].lstrip("'") == claim.quote.text, "line ends within words survive"
        assert (int(row["quote_start"]), int(row["quote_end"])) == (claim.quote.start, claim.quote.end)
    places = [row for row in files["claim_places"] if row["role"] == "origin"]
    assert {(float(row["lat"]), float(row["lon"])) for row in places} == {(34.1234567, 40.5)}
    assert {row["lat"] for row in files["claim_places"] if row["role"] == "destination"} == {""}
    assert {(row["low"], row["high"]) for row in files["claim_counts"]} == {("40", "")}
    assert files["events"][0]["grade"] == "contested"
    assert files["decisions"][0]["who"] == "mina"


def test_no_cell_is_run_by_a_spreadsheet(tmp_path: Path) -> None:
    for file in write("csv", accounts(), tmp_path):
        for row in read_csv(file):
            for name, value in row.items():
                number = value.lstrip("-").replace(".", "").isdigit()
                assert number or not value.startswith(("=", "+", "-", "@", "\t", "\r")), f"{file.name} {name}"
    names = {row["name"] for row in read_csv(tmp_path / "claim_steps.csv")}
    assert "'=SUM(A1) Dara Venn" in names


def test_every_column_is_of_its_tables_own(tmp_path: Path) -> None:
    for table in TABLES:
        for row in table.rows(accounts()):
            assert set(row) == set(table.columns), table.name
            for name, value in row.items():
                kind = table.columns[name]
                assert value is None or isinstance(value, (int, float) if kind is float else kind), (
                    f"{table.name} {name}"
                )


def test_data_frames_hold_what_the_tables_hold(tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow.parquet", reason="pip install 'rashomon[parquet]'")
    for file in write("parquet", accounts(), tmp_path):
        table = next(table for table in TABLES if table.name == file.stem)
        assert pyarrow.read_table(file).to_pylist() == list(table.rows(accounts())), file.stem


def test_without_pyarrow_the_way_out_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    from rashomon.errors import MissingExtra

    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(MissingExtra, match=r"rashomon\[parquet\]"):
        write("parquet", accounts(), tmp_path)


def test_a_map_has_longitude_first_and_drops_nothing(tmp_path: Path) -> None:
    """RFC 7946, sections 3.1.1 and 3.2: positions are [lon, lat]; a feature without a place has a null geometry."""
    events, claims = (read_json(file) for file in write("geojson", accounts(), tmp_path))
    for told in (events, claims):
        assert told["type"] == "FeatureCollection"
        assert all(set(one) == {"type", "id", "geometry", "properties"} for one in told["features"])
    found, lost = events["features"]
    assert found["geometry"] == {"type": "Point", "coordinates": [40.5, 34.123457]}
    assert found["properties"]["place_radius_km"] == 3.0
    assert lost["geometry"] is None
    assert lost["properties"]["place_reason"] == "two of this name"
    assert {one["id"].partition("#")[0] for one in claims["features"]} == {claim.id for claim in accounts().claims}


def test_annotations_stand_on_the_words_of_the_text_beside_them(tmp_path: Path) -> None:
    """https://www.w3.org/TR/annotation-model/#selectors: both selectors find the same words."""
    told = read_json(write("webannotation", accounts(), tmp_path)[0])
    assert told["type"] == "AnnotationCollection"
    items = told["first"]["items"]
    assert told["total"] == len(items) == 4
    for item in items:
        assert (item["type"], bool(item["id"]), bool(item["target"])) == ("Annotation", True, True)
        if item["motivation"] != "describing":
            continue
        text = (tmp_path / item["target"]["source"]["id"]).read_bytes().decode()
        position, quote = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
        assert from_plain(Claim, json.loads(item["body"][-1]["value"])) in accounts().claims
    (decided,) = [item for item in items if item["motivation"] == "assessing"]
    assert decided["creator"]["name"] == "mina"
    assert decided["target"][0].removeprefix("urn:rashomon:") in {claim.id for claim in accounts().claims}


def test_whatever_provenance_speaks_of_is_declared(tmp_path: Path) -> None:
    """PROV-JSON, section 3: relations name entities and agents by the keys under which they stand."""
    told = read_json(write("prov", accounts(), tmp_path)[0])
    entities, agents = set(told["entity"]), set(told["agent"])
    ends = {
        "wasDerivedFrom": [("prov:generatedEntity", entities), ("prov:usedEntity", entities)],
        "wasAttributedTo": [("prov:entity", entities), ("prov:agent", agents)],
        "wasInfluencedBy": [("prov:influencee", entities | agents), ("prov:influencer", entities | agents)],
    }
    assert set(told) == {"prefix", "entity", "agent", *ends}
    for kind, pairs in ends.items():
        for one in told[kind].values():
            assert all(one[name] in held for name, held in pairs), f"{kind} {one}"
    names = {name.partition(":")[0] for name in entities | agents}
    assert names <= set(told["prefix"])
    claim = accounts().claims[0]
    quoted = told["entity"][f"rashomon:{claim.id}"]["prov:value"]
    assert quoted == claim.quote.text


def test_the_provenance_library_reads_it(tmp_path: Path) -> None:
    prov = pytest.importorskip("prov.model", reason="the library prov is not installed")
    (file,) = write("prov", accounts(), tmp_path)
    read = prov.ProvDocument.deserialize(str(file))
    assert len(list(read.get_records(prov.ProvEntity))) == len(read_json(file)["entity"])


PROPERTIES = {
    "Article": "title fileName publisher author sourceUrl publishedAt language bodyText notes",
    "Organization": "name alias classification summary",
    "PublicBody": "name alias classification summary",
    "LegalEntity": "name alias classification summary",
    "Event": "name summary location involved recordId date startDate endDate",
    "Documentation": "document entity role status summary namesMentioned publisher sourceUrl recordId date startDate "
    "endDate",
    "Note": "name description entity",
}
"""What FollowTheMoney 4 knows of these schemas, of what we write."""
NEEDED = {"Event": ["name"], "Documentation": ["document", "entity"]}


def test_entities_are_of_the_model(tmp_path: Path) -> None:
    (file,) = write("followthemoney", accounts(), tmp_path)
    entities = [json.loads(line) for line in file.read_text("utf-8").split("\n")[:-1]]
    ids = {entity["id"] for entity in entities}
    assert set(SCHEMA_OF.values()) <= set(PROPERTIES)
    for entity in entities:
        assert set(entity) == {"id", "schema", "properties"}
        assert set(entity["properties"]) <= set(PROPERTIES[entity["schema"]].split())
        assert all(entity["properties"][name] for name in NEEDED.get(entity["schema"], ()))
        assert all(isinstance(value, str) for values in entity["properties"].values() for value in values)
        for name in ("document", "entity", "involved"):
            assert set(entity["properties"].get(name, ())) <= ids


def test_a_denial_documents_the_event_that_it_denies(tmp_path: Path) -> None:
    (file,) = write("followthemoney", accounts(), tmp_path)
    entities = {row["id"]: row for row in map(json.loads, file.read_text("utf-8").split("\n")[:-1])}
    denial = entities["claim-denial"]
    assert denial["schema"] == "Documentation"
    assert denial["properties"]["entity"] == ["event-1"]
    assert denial["properties"]["role"] == ["The mayor: denies"]
    assert entities["event-1"]["properties"]["startDate"] == ["2031-05-03"]
    alone = replace(accounts(), claims=tuple(replace(c, event=None, answers=()) for c in accounts().claims), events=())
    (file,) = write("followthemoney", alone, tmp_path)
    assert sum(json.loads(line)["schema"] == "Note" for line in file.read_text("utf-8").split("\n")[:-1]) == 3
