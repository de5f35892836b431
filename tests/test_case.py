"""A case from pages to accounts, with a stand-in reader: building, building again, what is said of bad inputs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rashomon.case import BuildReport, Case
from rashomon.engine import SingleEngine
from rashomon.errors import CaseBusy, InputError, NotFound
from rashomon.ledger import create
from tests.standin import PAGES, StandInReader, write_pages


def build(case: Case, *paths: Path, version: str = "1") -> BuildReport:
    return case.build(paths, engine=SingleEngine(), read=StandInReader(version))


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    return write_pages(tmp_path / "pages")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.create(tmp_path / "case") as made:
        yield made


def test_a_build_reads_links_and_stores(case: Case, pages: Path) -> None:
    assert build(case, pages) == BuildReport(read=3, known=0, failed=(), linked=True)
    accounts = case.accounts()
    assert len(accounts.documents) == 3
    assert {claim.event for claim in accounts.claims} == {event.id for event in accounts.events}


def test_building_again_reads_only_what_is_new(case: Case, pages: Path) -> None:
    build(case, pages)
    assert build(case, pages) == BuildReport(read=0, known=3, failed=(), linked=False)
    (pages / "d.txt").write_text("One more\nThe mayor said ten were evacuated\n")
    assert build(case, pages).read == 1
    assert len(case.accounts().documents) == 4


def test_one_page_after_the_other_gives_what_all_at_once_gives(tmp_path: Path, pages: Path) -> None:
    with Case.create(tmp_path / "one") as one, Case.create(tmp_path / "two") as two:
        build(one, pages)
        for name in sorted(PAGES, reverse=True):
            build(two, pages / name)
        assert one.accounts() == two.accounts()


def test_bad_inputs_are_refused_kept_and_told_again(case: Case, pages: Path) -> None:
    (pages / "empty.txt").write_text("")
    report = build(case, pages, pages / "missing.txt")
    assert {refusal.code for refusal in report.failed} == {"empty", "no-such-path"}
    assert report.read == 3
    assert {r.code for r in case.accounts().refusals} >= {"empty", "no-such-path"}
    assert build(case, pages).failed, "what failed before fails again when it is given again"


def test_two_files_with_the_same_bytes_are_one_page(case: Case, pages: Path) -> None:
    (pages / "copy.txt").write_text(PAGES["b.txt"])
    report = build(case, pages)
    assert (report.read, report.known) == (3, 1)
    assert {d.file for d in case.accounts().documents} == {"a.txt", "b.txt", "c.txt"}


def test_a_new_version_reads_the_pages_again(tmp_path: Path, pages: Path) -> None:
    with Case.create(tmp_path / "case") as case:
        build(case, pages)
    later = Case(create(str(tmp_path / "case"), "rashomon next"), case.settings)
    assert build(later, pages, version="2").read == 3
    assert {c.method.version for c in later.accounts().claims} == {"2"}
    later.close()


def test_a_build_that_was_killed_before_linking_is_linked_by_the_next(case: Case, pages: Path) -> None:
    build(case, pages)
    case.ledger.append("refusal", "refusal-x", {"stage": "intake", "code": "empty", "detail": "x"})
    assert build(case, pages).linked


def test_a_page_in_a_language_that_is_not_read_is_told(case: Case, pages: Path) -> None:
    from dataclasses import replace

    from rashomon.record import Page, PageReading, Refusal

    def read(page: Page) -> PageReading:
        reading = StandInReader()(page)
        assert reading.document
        told = Refusal("read", "language", f"{page.file}: German is not read", page.file, page.id)
        return replace(reading, document=replace(reading.document, language="de"), claims=(), refusals=(told,))

    report = case.build([pages / "a.txt"], engine=SingleEngine(), read=read)
    assert [refusal.code for refusal in report.failed] == ["language"]


def test_two_builds_at_once_are_refused(case: Case, tmp_path: Path, pages: Path) -> None:
    with Case.create(tmp_path / "case") as other, case.ledger.lock(), pytest.raises(CaseBusy):
        build(other, pages)


def test_a_removed_page_leaves_a_tombstone_and_nothing_else(case: Case, pages: Path, tmp_path: Path) -> None:
    build(case, pages)
    drafter = case.drafter(case.accounts(), "mina")
    claim = next(c for c in case.accounts().claims if "League" in c.quote.text)
    case.decide(drafter.about_claim("accept", claim.id))
    (gone,) = case.remove("b.txt", "mina", "names a witness")
    assert "League" not in str(case.accounts())
    assert not (tmp_path / "case" / "pages" / gone[:2] / gone).exists()
    assert case.ledger.removed()[gone] == "names a witness"
    assert case.verify() == []
    case.close()
    for file in (tmp_path / "case").rglob("*"):
        assert not file.is_file() or b"League" not in file.read_bytes(), f"{file} still holds its words"


def test_a_removed_page_is_not_read_again_and_the_reason_is_told(case: Case, pages: Path) -> None:
    build(case, pages)
    case.remove("b.txt", "mina", "names a witness")
    report = build(case, pages)
    assert [r.code for r in report.failed] == ["removed"]
    assert "names a witness" in report.failed[0].detail
    assert len(case.accounts().documents) == 2


def test_a_removal_needs_a_reason_and_a_page_that_is_there(case: Case, pages: Path) -> None:
    build(case, pages)
    with pytest.raises(InputError, match="reason"):
        case.remove("b.txt", "mina", " ")
    with pytest.raises(NotFound, match=r"z\.txt"):
        case.remove("z.txt", "mina", "why")


def test_a_run_is_compared_with_the_one_before(case: Case, pages: Path) -> None:
    from rashomon.view import diff_view

    build(case, pages / "a.txt")
    build(case, pages)
    view = diff_view(case.difference())
    assert {(c.kind, c.change) for c in view.changes} >= {("documents", "new"), ("claims", "new")}
    assert sum(c.kind == "documents" for c in view.changes) == 2
