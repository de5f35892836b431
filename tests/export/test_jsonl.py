"""The interchange format: names, order and bytes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rashomon.errors import InputError
from rashomon.export import FORMATS, write
from rashomon.record import Accounts, Claim, Document, Refusal, from_plain
from tests.standin import PAGES, StandInReader, page


def accounts(names: list[str]) -> Accounts:
    readings = [StandInReader()(page(PAGES[name], name)) for name in names]
    documents = tuple(r.document for r in readings if r.document)
    refusals = (Refusal("intake", "empty", "x: nothing in it", "x"), Refusal("intake", "binary", "y: no text", "y"))
    return Accounts(documents, tuple(c for r in readings for c in r.claims), refusals=refusals)


def rows(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_every_kind_of_record_has_its_file(tmp_path: Path) -> None:
    files = write("jsonl", accounts(list(PAGES)), tmp_path)
    names = {"documents", "sources", "claims", "events", "relations", "refusals"}
    assert {file.name for file in files} == {f"{name}.jsonl" for name in names}
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(file.name for file in files)


def test_records_come_back_from_their_lines(tmp_path: Path) -> None:
    given = accounts(list(PAGES))
    write("jsonl", given, tmp_path)
    assert {from_plain(Claim, row) for row in rows(tmp_path / "claims.jsonl")} == set(given.claims)
    assert {from_plain(Document, row) for row in rows(tmp_path / "documents.jsonl")} == set(given.documents)


def test_spans_are_the_words_of_the_documents_text(tmp_path: Path) -> None:
    write("jsonl", accounts(list(PAGES)), tmp_path)
    texts = {row["id"]: row["text"] for row in rows(tmp_path / "documents.jsonl")}
    for claim in rows(tmp_path / "claims.jsonl"):
        text, quote = texts[claim["document"]], claim["quote"]
        assert isinstance(text, str)
        assert isinstance(quote, dict)
        assert text[quote["start"] : quote["end"]] == quote["text"]


def test_the_order_of_the_records_does_not_change_a_byte(tmp_path: Path) -> None:
    one = write("jsonl", accounts(list(PAGES)), tmp_path / "one")
    two = write("jsonl", accounts(list(reversed(PAGES))), tmp_path / "two")
    assert [file.read_bytes() for file in one] == [file.read_bytes() for file in two]


def test_refusals_have_an_id(tmp_path: Path) -> None:
    write("jsonl", accounts([]), tmp_path)
    assert all(str(row["id"]).startswith("refusal-") for row in rows(tmp_path / "refusals.jsonl"))


def test_an_unknown_format_is_named_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"'doc'.*jsonl"):
        write("doc", Accounts(), tmp_path)


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(InputError, match="--out"):
        write("jsonl", Accounts(), tmp_path / "file" / "below")


def test_every_format_can_be_loaded(tmp_path: Path) -> None:
    for name in FORMATS:
        assert write(name, accounts(list(PAGES)), tmp_path / name)
