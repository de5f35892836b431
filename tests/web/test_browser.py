"""The page in a browser: words and highlights, who is reached, what axe-core says, what runs."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from rashomon.draw import built_assets
from rashomon.export import write
from rashomon.record import Accounts, Document, Mention, Named, Place, Source, Span
from rashomon.view.document import text_marks
from tests.web.browser import Watched
from tests.web.conftest import Site, running
from tests.web.fixture import ARABIC_PAGE, CASE, HARBOUR, ISLAND, PORT, HeldCase

if TYPE_CHECKING:
    from playwright.sync_api import Browser

needs_islands = pytest.mark.skipif("document.js" not in built_assets(), reason="the page's scripts were not built")
VIEWS = (
    "/",
    "/timeline",
    "/map",
    "/sources",
    "/pages",
    "/event/event-ferry",
    "/source/source-office",
    *(f"/page/{document.id}" for document in CASE.documents),
)
FILES = (
    "index.html",
    "timeline.html",
    "map.html",
    "sources.html",
    "pages.html",
    "event-ferry.html",
    f"{HARBOUR.id}.html",
)


@pytest.fixture(scope="module")
def on_disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write("html", CASE, folder)
    return folder


def ranges(page: object, layer: str) -> list[str]:
    """Words of every highlighted range of a layer."""
    script = f"[...(CSS.highlights.get({json.dumps(layer)}) ?? [])].map((range) => range.toString())"
    found: list[str] = page.evaluate(script)  # type: ignore[attr-defined]
    return found


@needs_islands
@pytest.mark.parametrize("document", CASE.documents, ids=lambda document: document.file)
def test_every_highlight_is_its_quote(browser: Browser, site: Site, on_disk: Path, document: Document) -> None:
    """To the character: emoji, joined emoji and right-to-left text included; one of the pages is read from disk."""
    from_disk = document is HARBOUR
    home = f"file://{on_disk}/" if from_disk else site.base
    watched = Watched(browser, home, "" if from_disk else site.cookie)
    page = watched.open(f"{document.id}.html" if from_disk else f"/page/{document.id}")
    claims = [claim for claim in CASE.claims if claim.document == document.id]
    for layer in ("claim", "attribution", "people", "place", "time", "count"):
        told = [document.text[m.start : m.end] for m in text_marks(claims) if m.layer == layer]
        assert sorted(ranges(page, layer)) == sorted(told)
    for claim in claims:
        page.locator(f'[data-claim="{claim.id}"] .record-jump').click()
        assert ranges(page, "at") == [claim.quote.text]
    assert page.evaluate("document.getElementById('text').textContent") == document.text
    assert watched.said == []
    watched.close()


@needs_islands
def test_a_click_on_words_shows_the_record(browser: Browser, site: Site) -> None:
    watched = Watched(browser, site.base, site.cookie)
    page = watched.open(f"/page/{ISLAND.id}")
    box = page.evaluate("(() => { const r = [...CSS.highlights.get('claim')][0].getBoundingClientRect();"
                        " return [r.x + 12, r.y + r.height / 2]; })()")  # fmt: skip
    page.mouse.click(*box)
    assert page.locator(".record-at").count() == 1
    assert "claim=" in page.url
    page.keyboard.press("j")
    assert page.locator(".record-at").count() == 1
    watched.close()


@pytest.mark.parametrize("path", VIEWS)
def test_every_view_stands_up_to_inspection(browser: Browser, site: Site, path: str) -> None:
    """axe-core finds nothing, light or dark; nothing is wider than a phone's window or that of a laptop at 200 %; no
    request leaves the machine. One of the pages is written from right to left."""
    watched = Watched(browser, site.base, site.cookie)
    page = watched.open(path)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert watched.faults() == [], scheme
    for width in (320, 390, 720, 1024):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert watched.away == []
    assert watched.said == []
    watched.close()


def test_no_request_leaves_the_folder_of_a_site_on_disk(browser: Browser, on_disk: Path) -> None:
    watched = Watched(browser, f"file://{on_disk}/")
    for file in FILES:
        page = watched.open(file)
        assert page.evaluate("getComputedStyle(document.querySelector('.brand')).display") == "flex", "style is loaded"
        links = page.evaluate(
            "[...document.querySelectorAll('a[href]')].map((a) => a.getAttribute('href').split('#')[0])"
        )
        assert [link for link in links if link and not (on_disk / link).exists()] == []
    assert watched.away == []
    assert watched.said == []
    watched.close()


PAYLOADS = (
    "<script>window.ran=1</script>",
    "\"><img src=x onerror='window.ran=1'>",
    "'><svg onload=window.ran=1>",
    "</script><script>window.ran=1</script>",
    "</title><script>window.ran=1</script>",
    "javascript:window.ran=1",
    "{{7*7}}{% raw %}",
    "<!--<script>window.ran=1//-->",
    "<iframe srcdoc='<script>parent.ran=1</script>'>",
    "\u2028</textarea><script>window.ran=1</script>\x00",
)


ALL = "".join(PAYLOADS)
MADE = "main img, main iframe, [onerror], [onload], a[href^='javascript'], script:not([src]):not([type])"
"""Elements that only words taken for markup could have made."""


def hostile(payload: str) -> Accounts:
    """The invented case with a payload wherever a page's words can come from."""
    text = f"{payload} arrived\n\n{payload}"
    document = replace(
        ISLAND, text=text, file=f"{payload}.txt", title=payload, url=payload, outlet=Named(payload, payload),
        byline=Named(payload, "meta"), blocks=(replace(ISLAND.blocks[0], kind="comment", start=0, end=len(text),
        author=payload, meta=(("reason", payload), ("language", payload))),),
    )  # fmt: skip
    words = Span.of(text, 0, len(payload))
    place = Place("destination", payload, words, payload, None, None, None, reason=payload)
    placed = replace(PORT, name=payload, text=payload, span=words)
    source = Source("source-guard", payload, (payload,), named=True, speaks_for=payload, merged=(payload,))
    claims = tuple(
        replace(claim, document=document.id, quote=Span.of(text, 0, len(text)), trigger=words, places=(place, placed),
                roles=(("moved", (words,)),), counts=(),
                attribution=tuple(replace(s, name=payload, cue=payload, described_as=(payload,))
                                  for s in claim.attribution))
        for claim in CASE.claims
    )  # fmt: skip
    events = tuple(replace(event, places=(place, placed)) for event in CASE.events)
    relations = tuple(replace(relation, reason=payload) for relation in CASE.relations)
    return replace(CASE, documents=(document,), claims=claims, sources=(source,), events=events, relations=relations)


@pytest.mark.parametrize("payload", [*PAYLOADS, ALL], ids=[*map(str, range(len(PAYLOADS))), "all"])
def test_words_of_a_page_never_run(browser: Browser, tmp_path: Path, payload: str) -> None:
    """Title, author, outlet, URL, place, source, file name, quote and reason, on the server and on disk."""
    told = hostile(payload)
    write("html", told, tmp_path)
    with running(HeldCase(told, (Mention(Span.of(ISLAND.text, 0, 5), "person", 0, payload),))) as site:
        site.enter()
        paths = ["/event/event-ferry", f"/page/{ISLAND.id}"]
        files = ["event-ferry.html", f"{ISLAND.id}.html"]
        if payload == ALL:
            paths += ["/", "/timeline", "/map", "/sources", "/pages", "/source/source-guard"]
            paths += [f"/?q={quote(payload)}&place={quote(payload)}"]
            files = [path.name for path in tmp_path.glob("*.html")]
        homes = [(site.base, site.cookie, paths), (f"file://{tmp_path}/", "", files)]
        for home, cookie, pages in homes:
            watched = Watched(browser, home, cookie)
            for path in pages:
                page = watched.open(path)
                page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
                assert page.evaluate("window.ran") is None
                assert page.evaluate(f"document.querySelectorAll({json.dumps(MADE)}).length") == 0
            assert watched.away == []
            assert watched.said == []
            watched.close()


@needs_islands
def test_dragging_over_the_strip_narrows_every_view(browser: Browser, site: Site) -> None:
    watched = Watched(browser, site.base, site.cookie)
    page = watched.open("/map")
    box = page.locator(".strip-bars").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] * 0.05, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.95, box["y"] + 20, steps=8)
    page.mouse.up()
    page.wait_for_url("**/map?**since=2031**")
    for view in ("Timeline", "Events"):
        page.get_by_role("link", name=view, exact=True).click()
        page.wait_for_load_state("load")
        assert "since=2031" in page.url
        assert page.locator(".chips").count() == 1
    watched.close()


@needs_islands
def test_a_filter_chosen_shows_and_goes_back(browser: Browser, site: Site) -> None:
    watched = Watched(browser, site.base, site.cookie)
    page = watched.open("/")
    page.locator("summary", has_text="Narrow").click()
    page.select_option("select[name=grade]", "contested")
    page.wait_for_url("**/?grade=contested")
    assert page.locator(".event").count() == 1
    page.go_back()
    page.locator(".event").nth(2).wait_for()
    assert watched.said == []
    watched.close()


def test_it_works_without_a_script(browser: Browser, site: Site) -> None:
    watched = Watched(browser, site.base, site.cookie, java_script_enabled=False)
    page = watched.open("/")
    page.locator(".event h2 a").first.click()
    assert page.locator(".matrix").count() == 1
    page.locator(".account-foot a").first.click()
    assert page.locator("mark#words").count() == 1
    watched.close()


def test_the_pages_hold_arabic_from_right_to_left(browser: Browser, site: Site) -> None:
    watched = Watched(browser, site.base, site.cookie)
    page = watched.open(f"/page/{ARABIC_PAGE.id}")
    assert page.evaluate("getComputedStyle(document.querySelector('.text .block')).direction") == "rtl"
    watched.close()
