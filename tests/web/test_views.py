"""What each view says of the invented case."""

from __future__ import annotations

import html
import re

import pytest

from rashomon.record import Accounts
from tests.web.conftest import Site, running
from tests.web.fixture import ARABIC_PAGE, CASE, HARBOUR, ISLAND, TOLD, HeldCase


def words(text: str) -> str:
    """Visible words of HTML, roughly."""
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", text)))


def test_the_list_shows_every_event(site: Site) -> None:
    told = words(site.get("/").text)
    assert "3 events, as told by 3 pages" in told
    assert "4 May 2031" in told
    assert "Port Vessen" in told
    assert "180 – 220" in told
    assert "1 to 2 independent origins" in told
    assert "contested" in told
    assert "1 thing could not be read or fixed" in told


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("type=movement", 3),
        ("type=violence", 0),
        ("grade=contested", 1),
        ("grade=not+assessed", 2),
        ("status=denied", 2),
        ("place=Port+Vessen", 1),
        ("source=source-guard", 1),
        ("kind=contradicts", 1),
        ("since=2031-05-05", 0),
        ("since=2031-05-04&until=2031-05-04", 1),
        ("q=alda+arrived", 1),
        ("q=%D8%A7%D9%84%D8%B9%D8%A8%D8%A7%D8%B1%D8%A9", 1),
        ("page=99", 3),
        ("page=-1&sort=nonsense&since=yesterday", 3),
    ],
)
def test_every_state_has_a_url(site: Site, asked: str, found: int) -> None:
    answer = site.get(f"/?{asked}")
    assert answer.status == 200
    assert answer.text.count('<li class="event"') == found


def test_a_filter_that_finds_nothing_says_so(site: Site) -> None:
    assert "No event of this case is like that" in site.get("/?q=zeppelin").text


def test_an_empty_case_says_what_to_do() -> None:
    with running(HeldCase(Accounts())) as empty:
        empty.enter()
        for path in ("/", "/pages", "/sources"):
            assert empty.get(path).status == 200
        assert "rashomon build" in empty.get("/").text


def test_an_event_sets_its_accounts_side_by_side(site: Site) -> None:
    text = site.get("/event/event-ferry").text
    told = words(text)
    assert text.count('id="account-') == 3
    assert "contradicts" in told
    assert "echoes" in told
    assert "echoed by" in told
    assert "more exact" in told
    assert "less exact" in told
    assert "one says it happened, the other that it did not" in told
    assert "Origin 1" in told
    assert "said not to have happened" in told
    assert f"/page/{TOLD.document}?claim={TOLD.id}#words" in text


def test_a_page_holds_its_text_to_the_character(site: Site) -> None:
    for document in (HARBOUR, ISLAND, ARABIC_PAGE):
        article = site.get(f"/page/{document.id}").text.partition('<article class="text"')[2].partition("</article>")[0]
        assert html.unescape(re.sub(r"<[^>]+>", "", article.partition(">")[2])) == document.text


def test_a_claims_words_are_marked_without_a_script(site: Site) -> None:
    text = site.get(f"/page/{TOLD.document}?claim={TOLD.id}").text
    marked = re.search(r'<mark id="words" class="at">(.*?)</mark>', text, re.S)
    assert marked
    assert html.unescape(marked[1]) == TOLD.quote.text


def test_sources_are_told_and_never_rated(site: Site) -> None:
    told = words(site.get("/sources").text)
    assert "4 named sources" in told
    for name in ("the harbour office", "Harbour Post", "Coast Guard"):
        assert name in told
    assert "echo" not in told
    one = words(site.get("/source/source-office").text)
    assert "Heard on 2 claims" in one
    assert "Passed on by" in one


def test_what_was_declined_is_listed(site: Site) -> None:
    assert "no gazetteer entry is called 'Vessen'" in words(site.get("/pages").text)


@pytest.mark.parametrize(
    "path", ["/event/none", "/page/none", "/source/none", "/none", "/static/../app.py", "/static/none"]
)
def test_what_is_not_there_is_said(site: Site, path: str) -> None:
    assert site.get(path).status == 404


def test_the_page_follows_the_case() -> None:
    held = HeldCase()
    with running(held) as live:
        live.enter()
        assert "3 events" in live.get("/").text
        held.told = Accounts(CASE.documents)
        assert "3 events" in live.get("/").text, "the index is kept while the case says it is the same"
        held.changes[0] += 1
        assert "0 events" in live.get("/").text
