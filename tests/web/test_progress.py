"""A build beside the server: what the page says of it while it runs, and that looking changes nothing."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from rashomon.case import Case
from rashomon.draw import built_assets
from rashomon.engine import SingleEngine
from rashomon.ledger.underway import Underway
from tests.standin import PAGES, StandInReader, page, write_pages
from tests.web.browser import Watched, chromium
from tests.web.conftest import running


def words(text: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A case of three invented pages, linked."""
    made = Case.create(tmp_path / "case")
    made.build([write_pages(tmp_path / "pages")], engine=SingleEngine(), read=StandInReader())
    return made


def read_one_more(case: Case, name: str) -> None:
    """What a build does for each page before it links."""
    new = page(f"Somebody said {name}", name)
    case.ledger.add(new, StandInReader()(new))


def test_a_linked_case_has_nothing_under_way(case: Case) -> None:
    told = case.progress()
    assert (told.pages, told.unlinked, told.refused) == (len(PAGES), 0, 0)
    with running(case) as site:
        site.enter()
        assert "under way" not in site.get("/").text
        assert words(site.get("/progress").text).strip() == ""


def test_pages_that_another_process_reads_are_told(case: Case, tmp_path: Path) -> None:
    """Another process is another connection: the server sees each page as soon as it is on the disk."""
    with running(case) as site, Case.open(tmp_path / "case") as builder:
        site.enter()
        read_one_more(builder, "a.txt")
        read_one_more(builder, "b.txt")
        told = words(site.get("/progress").text)
        assert "A build is under way: 2 pages read" in told
        assert f"{len(PAGES) + 2} pages in the case" in told
        assert "last b.txt" in told
        assert "2 pages read" in words(site.get("/timeline").text)
        builder.refresh()
        assert words(site.get("/progress").text).strip() == ""


def test_asking_changes_nothing(case: Case) -> None:
    with running(case) as site:
        site.enter()
        before = case.stamp()
        assert site.get("/progress").headers["x-stamp"] == str(case.progress().linked)
        assert site.get("/progress").status == 200
        assert site.ask("POST", "/progress", {"Origin": site.base, "Sec-Fetch-Site": "same-origin"}).status == 405
        assert case.stamp() == before
        assert site.get("/progress", Cookie="").status == 401


def test_a_build_that_fell_silent_says_what_to_do(case: Case) -> None:
    class Stopped:
        """The case of a build that was stopped an hour ago."""

        def __getattr__(self, name: str) -> object:
            return getattr(case, name)

        def progress(self) -> Underway:
            return Underway(9, 5, 2, 1, "b.txt", 3600.0)

    with running(Stopped()) as site:  # type: ignore[arg-type]
        site.enter()
        told = words(site.get("/").text)
        assert "2 pages read and not in the ledger yet" in told
        assert "rashomon build --case CASE" in told


@pytest.mark.skipif("progress.js" not in built_assets(), reason="the page's scripts were not built")
def test_the_page_follows_a_build(case: Case, tmp_path: Path) -> None:
    """Opened before the build begins: it counts along, then offers the new ledger. axe-core finds nothing."""
    with running(case) as site, Case.open(tmp_path / "case") as builder, chromium() as browser:
        site.enter()
        watched = Watched(browser, site.base, site.cookie)
        shown = watched.open("/")
        read_one_more(builder, "a.txt")
        shown.get_by_text("1 page read").wait_for()
        read_one_more(builder, "b.txt")
        shown.get_by_text("2 pages read").wait_for()
        assert watched.faults() == []
        builder.refresh()
        shown.get_by_role("link", name="Show it").click()
        shown.get_by_text(f"as told by {len(PAGES) + 2} pages").wait_for()
        assert watched.said == []
        watched.close()
