"""Who publishes a page whose tags are gone, and what its headline is."""

from __future__ import annotations

import pytest

from rashomon.read import read
from rashomon.read.masthead import is_of_the_trade, name_in
from rashomon.settings import Settings
from tests.read.pages import PARAGRAPHS, TITLE, page, read_text


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Valley Post | World | Sport", "The Valley Post"),
        ("Tarsan State Agency (TSA)", "Tarsan State Agency"),
        ("OSTLO MORNING +++ 17.09 +++ 11:32", "OSTLO MORNING"),
        ("TarsanNow.", "TarsanNow"),
        ("al-Qelema", "al-Qelema"),
        ("Sections   Live   Search", ""),
        ("World", ""),
        ("Convoy leaves for the capital", ""),
        ("4 March 2031", ""),
        ("MARCH MARCH MARCH", ""),
    ],
)
def test_a_name_is_cut_out_of_the_line_it_begins(line, name):
    assert name_in(line) == name


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ostlo Observatory for Rights", True),
        ("Radio Two Bridges", True),
        ("Valley Rescue Service", True),
        ("Ostlo Telegraph-Post", True),
        ("Valley Salt plc", True),
        ("Council Rejects New Toll", False),
        ("Monitor Counts Twelve Lorries", False),
    ],
)
def test_the_head_of_a_name_tells_a_publisher_from_a_headline(name, told):
    assert is_of_the_trade(name) is told


@pytest.mark.parametrize(
    ("first", "last", "outlet"),
    [
        ("Ostlo Morning", "", "Ostlo Morning"),
        ("Twelve Winds", "Twelve Winds 2019-2031", "Twelve Winds"),
        ("Tarsan Residents", "", None),
    ],
)
def test_a_first_line_is_the_publisher_where_the_page_is_not_about_it(first, last, outlet):
    """The residents of Tarsan are what the article speaks of; the other two are named at the borders alone."""
    document = read_text(first, "Founded in 1903", TITLE, *PARAGRAPHS, *filter(None, [last]))
    assert (document.outlet.name, document.title) == (outlet, TITLE)


def test_a_page_that_names_no_publisher_names_its_agency():
    document = read_text(TITLE, f"TARSAN, March 4 (Westwire) - {PARAGRAPHS[0]}", *PARAGRAPHS[1:])
    assert (document.outlet.name, document.outlet.basis) == ("Westwire", "dateline")


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.Post.example/2031/1", "post.example"),
        ("https://web.archive.example/web/2031/http://herald.example:80/a", "herald.example"),
    ],
)
def test_a_page_that_names_no_publisher_is_of_the_site_of_its_address(url, site):
    document, _ = read(page("\n\n".join([TITLE, *PARAGRAPHS]), url=url), Settings())
    assert document is not None
    assert (document.outlet.name, document.outlet.basis) == (site, "url")


@pytest.mark.parametrize("above", ["Thursday 7 February - 20:15", "posted Saturday, 22:10", "Voices from abroad"])
def test_neither_a_day_nor_a_slogan_is_the_headline(above):
    assert read_text("The Ostlo Herald", above, TITLE, *PARAGRAPHS).title == TITLE


def test_a_headline_may_have_two_words():
    assert (
        read_text("The Ostlo Herald", "Letters from the valley", "Lorries, lorries", *PARAGRAPHS).title
        == "Lorries, lorries"
    )
