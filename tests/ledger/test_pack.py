"""A case in one file: the same bytes for the same case, verified on arrival, masked where asked."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rashomon.case import Case
from rashomon.engine import SingleEngine
from rashomon.errors import CaseError, InputError, IntegrityError, NewerCase
from rashomon.record import Mention, Page, PageReading, Place, Span
from tests.standin import StandInReader, write_pages


def read(page: Page) -> PageReading:
    """The stand-in's reading with a person, a place and what they say of them."""
    reading = StandInReader()(page)
    document = reading.document
    if document is None or "Orlim" not in document.text:
        return reading
    orlim = Span.of(document.text, document.text.index("Orlim"), document.text.index("Orlim") + 5)
    mentions = (Mention(orlim, "place", 0, "Orlim"),)
    if "Venn" in document.text:
        start = document.text.index("Dara Venn")
        mentions += (Mention(Span.of(document.text, start, start + 9), "person", 1, "Dara Venn"),)
    place = Place("origin", "Orlim", orlim, "Orlim", "geonames:1", 1.0, 2.0, "P2", radius_km=3.0)
    return replace(reading, mentions=mentions, claims=tuple(replace(c, places=(place,)) for c in reading.claims))


PAGES = {
    "a.txt": "The road\nDara Venn said forty families of Orlim were evacuated\n",
    "b.txt": "The answer\nThe mayor said Venn was never in Orlim when they were evacuated\n",
}


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "case") as made:
        made.build([write_pages(tmp_path / "pages", PAGES)], engine=SingleEngine(), read=read)
        made.decide(made.drafter(made.accounts(), "mina").about_claim("accept", made.accounts().claims[0].id))
        made.refresh()
        yield made


def test_what_is_unpacked_is_what_was_packed(case: Case, tmp_path: Path) -> None:
    head = case.pack(tmp_path / "case.zip")
    with Case.unpack(tmp_path / "case.zip", tmp_path / "theirs") as theirs:
        assert theirs.accounts() == case.accounts()
        assert theirs.decisions() == case.decisions()
        assert theirs.stamp() == head == case.stamp(), "the chain is the same to its last entry"
        assert [f for f in theirs.verify() if "what page" not in f.what] == []  # the stand-in's texts are its own


def test_the_same_case_gives_the_same_bytes(case: Case, tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        case.pack(tmp_path / name)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()


def test_a_pack_is_not_unpacked_over_a_case(case: Case, tmp_path: Path) -> None:
    case.pack(tmp_path / "case.zip")
    with pytest.raises(InputError, match="new folder"):
        Case.unpack(tmp_path / "case.zip", tmp_path / "case")


def test_a_damaged_pack_is_refused_and_leaves_nothing_readable(case: Case, tmp_path: Path) -> None:
    """Any byte: of a member, of its header, of the directory."""
    case.pack(tmp_path / "case.zip")
    whole = (tmp_path / "case.zip").read_bytes()
    harmless = 0
    for at in range(0, len(whole), max(1, len(whole) // 40)):
        (tmp_path / "bad.zip").write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        try:
            with Case.unpack(tmp_path / "bad.zip", tmp_path / f"bad{at}") as theirs:
                assert theirs.accounts() == case.accounts(), f"byte {at} changed what arrived"
                harmless += 1  # a field of the zip that nobody reads, such as a time
        except (IntegrityError, NewerCase):
            continue
    assert harmless < 12


@pytest.mark.parametrize("member", ["entries.jsonl", "manifest.json", "pages/"])
def test_a_member_that_is_missing_changed_or_added_is_told(case: Case, tmp_path: Path, member: str) -> None:
    case.pack(tmp_path / "case.zip")
    with zipfile.ZipFile(tmp_path / "case.zip") as whole:
        members = {name: whole.read(name) for name in whole.namelist()}
    chosen = next(name for name in members if name.startswith(member))
    for number, changed in enumerate(
        ({k: v for k, v in members.items() if k != chosen}, members | {chosen: b"{}"}, members | {"../x": b"x"})
    ):
        with zipfile.ZipFile(tmp_path / "bad.zip", "w") as bad:
            for name, data in changed.items():
                bad.writestr(name, data)
        with pytest.raises(IntegrityError, match=r"bad\.zip"):
            Case.unpack(tmp_path / "bad.zip", tmp_path / f"bad{number}")
    assert not (tmp_path / "x").exists()


def test_no_file_and_no_zip_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        Case.unpack(tmp_path / "none.zip", tmp_path / "c")
    (tmp_path / "text.zip").write_text("words")
    with pytest.raises(IntegrityError, match="no whole pack"):
        Case.unpack(tmp_path / "text.zip", tmp_path / "c")


def redacted(case: Case, tmp_path: Path, *profiles: str) -> tuple[Case, bytes]:
    case.pack(tmp_path / "public.zip", profiles)
    with zipfile.ZipFile(tmp_path / "public.zip") as zipped:
        everything = b"\n".join(zipped.read(name) for name in zipped.namelist())
    return Case.unpack(tmp_path / "public.zip", tmp_path / "public"), everything


def test_a_masked_name_stands_nowhere_in_the_pack(case: Case, tmp_path: Path) -> None:
    _, everything = redacted(case, tmp_path, "persons")
    assert b"Venn" not in everything
    assert b"Dara" not in everything
    assert b"Orlim" in everything


def test_masked_places_lose_their_coordinates(case: Case, tmp_path: Path) -> None:
    copy, everything = redacted(case, tmp_path, "places", "persons")
    assert b"Orlim" not in everything
    assert b"geonames" not in everything
    assert all(p.lat is None and p.id is None for c in copy.accounts().claims for p in c.places)


def test_a_redacted_copy_keeps_its_spans_and_verifies(case: Case, tmp_path: Path) -> None:
    copy, _ = redacted(case, tmp_path, "persons")
    accounts = copy.accounts()
    texts = {document.id: document.text for document in accounts.documents}
    assert {c.id for c in accounts.claims} == {c.id for c in case.accounts().claims}
    for claim in accounts.claims:
        for span in (claim.quote, claim.trigger, *(p.span for p in claim.places)):
            assert texts[claim.document][span.start : span.end] == span.text
    assert copy.verify() == []


def test_a_redacted_copy_holds_the_chain_and_no_page(case: Case, tmp_path: Path) -> None:
    copy, everything = redacted(case, tmp_path, "persons")
    whole = [told.hash for told in case.ledger.entries()]
    assert [told.hash for told in copy.ledger.entries()][: len(whole)] == whole
    assert list(copy.ledger.blobs.names()) == []
    assert b"pages/" not in everything


def test_a_redacted_copy_is_not_built_on(case: Case, tmp_path: Path) -> None:
    copy, _ = redacted(case, tmp_path, "persons")
    with pytest.raises(CaseError, match="redacted"):
        copy.build([tmp_path / "pages"], engine=SingleEngine(), read=read)


def test_an_unknown_profile_is_told(case: Case, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="persons, places"):
        case.pack(tmp_path / "x.zip", ["everything"])
