"""The site on disk in a browser: it narrows, orders and brushes with no server, finds what the server finds, and stands
up to inspection, right-to-left pages too."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest

from rashomon.draw import built_assets
from rashomon.export import write
from rashomon.record import Accounts, Named
from rashomon.view.events import event_list, matching
from rashomon.view.index import index_of
from rashomon.view.query import SORTS, Query
from tests.web.browser import Watched
from tests.web.conftest import running
from tests.web.fixture import CASE, HeldCase
from tests.web.made import made_case

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif("site.js" not in built_assets(), reason="the page's scripts were not built")
MADE = made_case(events=40, seed=3)
SHOWN = "[...document.querySelectorAll('.event:not(.is-gone)')].map((row) => row.dataset.event)"


@pytest.fixture(scope="module")
def made_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made")
    write("html", MADE, folder)
    return folder


def asked(page: Page, home: str, file: str, query: Query) -> None:
    """Opens a view in a state, as an address says it."""
    page.goto("about:blank")
    page.goto(f"{home}{file}#{urlencode(query.pairs())}")
    page.wait_for_selector(".narrow:not([hidden])", state="attached")


DRAWN = "[...document.querySelectorAll('.spots a:not(.is-gone)')].flatMap((a) => a.dataset.events.split(' '))"
NAMES = ("خفر السواحل", "مكتب الميناء", "דואר הנמל", "רדיו האי")
QUERIES = [
    Query(q="convoy"),
    Query(type="movement"),
    Query(grade="contested"),
    Query(status="denied"),
    Query(place="Port Vessen"),
    Query(source="source-1"),
    Query(kind="contradicts"),
    Query(since="2031-03-01", until="2031-04-15"),
    Query(until="2031-02-01"),
    Query(type="movement.arrival", status="asserted", since="2031-02-01"),
    Query(q="nothing of the kind"),
]


def test_a_site_on_disk_finds_what_the_server_finds(browser: Browser, made_site: Path) -> None:
    index = index_of(MADE)
    watched = Watched(browser, f"file://{made_site}/")
    for query in QUERIES:
        asked(watched.page, watched.home, "index.html", query)
        assert set(watched.page.evaluate(SHOWN)) == {event.id for event in matching(index, query)}, query
    for sort in SORTS:
        query = Query(sort=sort)
        asked(watched.page, watched.home, "index.html", query)
        assert watched.page.evaluate(SHOWN) == [row.id for row in event_list(index, query, 500).rows], sort
    assert (watched.away, watched.said) == ([], [])
    watched.close()


def test_brushing_time_moves_list_timeline_and_map(browser: Browser, made_site: Path) -> None:
    """A drag over the strip narrows the list; the address says so, and the timeline and the map show the same."""
    watched = Watched(browser, f"file://{made_site}/")
    page = watched.open("index.html")
    box = page.locator(".strip-bars").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 20, steps=6)
    page.mouse.up()
    page.wait_for_selector(".chips:not([hidden])")
    shown = set(page.evaluate(SHOWN))
    assert 0 < len(shown) < 40
    assert page.locator(".chips a").count() == 3
    assert "since=2031" in page.url
    page.get_by_role("link", name="Timeline", exact=True).click()
    page.wait_for_selector(".chips:not([hidden])")
    lanes = page.evaluate("[...document.querySelectorAll('.lane:not(.is-gone)')].map((lane) => lane.dataset.event)")
    assert set(lanes) <= shown
    page.get_by_role("link", name="Map", exact=True).click()
    page.wait_for_selector(".chips:not([hidden])")
    drawn = page.evaluate(DRAWN)
    assert shown & set(drawn)
    page.locator(".chip-all").click()
    page.wait_for_selector(".chips[hidden]", state="attached")
    assert page.locator(".spots a.is-gone").count() == 0
    assert (watched.away, watched.said) == ([], [])
    watched.close()


def test_a_place_chosen_on_the_map_narrows_the_list(browser: Browser, made_site: Path) -> None:
    watched = Watched(browser, f"file://{made_site}/")
    page = watched.open("map.html")
    page.locator(".spots a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".chips:not([hidden])")
    page.get_by_role("link", name="Events", exact=True).click()
    page.wait_for_selector(".chips:not([hidden])")
    assert 0 < len(page.evaluate(SHOWN)) < 40
    watched.close()


def test_what_is_typed_narrows_the_list(browser: Browser, made_site: Path) -> None:
    watched = Watched(browser, f"file://{made_site}/")
    page = watched.open("index.html")
    page.get_by_label("Search what the accounts say").fill("convoy")
    page.wait_for_selector(".chips:not([hidden])")
    assert "q=convoy" in page.url
    assert 0 < page.locator(".event:visible").count() < 40
    watched.close()


def right_to_left(told: Accounts) -> Accounts:
    """The invented case with places, sources and outlets named in Arabic and Hebrew."""
    names = dict(zip((s.id for s in told.sources), NAMES, strict=True))
    sources = tuple(replace(s, name=names[s.id], aliases=(), speaks_for=None) for s in told.sources)
    documents = tuple(replace(d, outlet=Named("דואר הנמל" if d.outlet.name else None)) for d in told.documents)
    claims = tuple(
        replace(
            c,
            places=tuple(replace(p, name="ميناء فسن") for p in c.places),
            attribution=tuple(replace(s, name=names.get(s.source or "", s.name)) for s in c.attribution),
        )
        for c in told.claims
    )
    events = tuple(replace(e, places=tuple(replace(p, name="ميناء فسن") for p in e.places)) for e in told.events)
    return replace(told, sources=sources, documents=documents, claims=claims, events=events)


@pytest.mark.parametrize("told", [CASE, right_to_left(CASE)], ids=["left-to-right", "right-to-left"])
def test_every_page_on_disk_stands_up_to_inspection(browser: Browser, tmp_path: Path, told: Accounts) -> None:
    """axe-core finds nothing, light or dark; nothing is wider than a phone's window; nothing is fetched."""
    write("html", told, tmp_path)
    watched = Watched(browser, f"file://{tmp_path}/")
    for file in sorted(path.name for path in tmp_path.glob("*.html")):
        page = watched.open(file)
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)
            assert watched.faults() == [], (file, scheme)
        page.set_viewport_size({"width": 390, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, file
        page.set_viewport_size({"width": 1280, "height": 900})
    assert (watched.away, watched.said) == ([], [])
    watched.close()


def test_pages_in_arabic_and_hebrew_stand_up_on_the_server(browser: Browser) -> None:
    told = right_to_left(CASE)
    with running(HeldCase(told)) as site:
        site.enter()
        watched = Watched(browser, site.base, site.cookie)
        for path in ("/", "/timeline", "/map", "/sources", "/pages", "/event/event-ferry", "/source/source-office"):
            page = watched.open(path)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert watched.faults() == [], (path, scheme)
        assert watched.said == []
        watched.close()
