"""What stands in the head of a page, beside it, and in its address."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.read import read
from rashomon.read.dateline import find_dateline
from rashomon.read.dates import days_in, is_date_line, iso_day
from rashomon.settings import Settings
from tests.read.pages import PARAGRAPHS, TITLE, page, read_html

ARTICLE = f"<article><h1>{TITLE}</h1>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</article>"


def read_with(meta, url=None):
    beside = replace(page("\n\n".join([TITLE, *PARAGRAPHS])), meta=tuple(sorted(meta.items())), url=url)
    document, _ = read(beside, Settings())
    assert document is not None
    return document


def test_a_sidecar_gives_what_the_page_does_not_tell():
    document = read_with({"published": "2031-03-04T08:00:00", "outlet": "Valley Post", "author": "Ann Lee"})
    assert (document.published.earliest, document.published.basis) == ("2031-03-04", "sidecar")
    assert (document.outlet.name, document.outlet.basis) == ("Valley Post", "sidecar")
    assert document.byline.name == "Ann Lee"


def test_a_newsletter_is_published_by_its_sender():
    document = read_with({"from": '"Valley Post" <news@valley.example>', "message-id": "<1>"})
    assert (document.outlet.name, document.outlet.basis) == ("Valley Post", "e-mail header")


def test_an_address_with_a_day_dates_the_page():
    document = read_with({}, "https://valley.example/2031/03/04/convoy")
    assert (document.published.earliest, document.published.basis) == ("2031-03-04", "url")


@pytest.mark.parametrize(
    "widget",
    [
        "<aside><p>MAY 2019</p></aside>",
        "<footer><p>© 2001-2019 Valley Post</p></footer>",
        "<aside>4 May 2019</aside>",
        "<p>Today is 4 May 2019</p>",
    ],
)
def test_widgets_and_copyright_years_date_nothing(widget):
    assert read_html(widget + ARTICLE + widget).published.earliest is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("4 March 2031", "2031-03-04"),
        ("Tuesday, March 4th, 2031 10:00 GMT", "2031-03-04"),
        ("2031-03-04T10:00:00+02:00", "2031-03-04"),
        ("20310304", "2031-03-04"),
        ("14/03/2031", "2031-03-14"),
        ("03/14/2031", "2031-03-14"),
        ("04/03/2031", None),
        ("04.03.2031", "2031-03-04"),
        ("March 4, 20318:41 AM", "2031-03-04"),
        ("March 4, 203184", None),
        ("March 2031", None),
        ("31 February 2031", None),
        ("4 March 1031", None),
    ],
)
def test_only_full_and_clear_dates_are_days(words, day):
    """ "04/03/2031" is the fourth of March or the third of April; nobody can say. With stops the day comes first, and
    an hour that markup left glued to a year is no part of it."""
    assert iso_day(words) == day


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("posted by Falcon9 | March 4, 2031 | filed under: Tarsan, Roads", "2031-03-04"),
        ("14.03.2031", "2031-03-14"),
        ("Flash Update No. 3 (as of 4 March 2031, 17:00)", "2031-03-04"),
    ],
)
def test_a_line_above_the_report_dates_the_page(line, day):
    document = read_html(f"<h1>Twelve lorries leave the town of Tarsan</h1><p>{line}</p>{ARTICLE}")
    assert document.published.earliest == day


def test_days_come_with_their_positions():
    assert days_in("from 4 March 2031 to March 6, 2031") == [(5, "2031-03-04"), (21, "2031-03-06")]


def test_a_date_line_holds_little_but_the_date():
    assert is_date_line("Published on Tuesday, 4 March 2031 at 10:00")
    assert not is_date_line("On 4 March 2031 the convoy left the town with all its people")


@pytest.mark.parametrize(
    ("paragraph", "place", "agency"),
    [
        ("TARSAN (AP) — Twelve lorries left", "TARSAN", "AP"),
        ("TARSAN, Ilmaria, March 4 (Reuters) - Twelve lorries left", "TARSAN, Ilmaria", "Reuters"),
        ("Tarsan, 4 March 2031 – Twelve lorries left", "Tarsan", ""),
        ("Tarsan, Ilmaria, 4 March 2031. – Twelve lorries left", "Tarsan, Ilmaria", ""),
        ("Tarsan, 4 March 2031. Twelve lorries left", "Tarsan", ""),
        ("Tarsan, March 4, 2031 (VNA) Twelve lorries left", "Tarsan", "VNA"),
        ("Tarsan (VNA) 14/03/2031 - Twelve lorries left", "Tarsan", "VNA"),
        ("TARSAN (Ilmaria), 4 Mar 2031 (VNA) - Twelve lorries left", "TARSAN", "VNA"),
        ("TARSAN, March 4. /VNA/. Twelve lorries left", "TARSAN", "VNA"),
        ("SELM/TARSAN, March 4 /VNA/ - Twelve lorries left", "SELM/TARSAN", "VNA"),
    ],
)
def test_datelines_are_read_in_the_forms_of_the_agencies(paragraph, place, agency):
    found = find_dateline(paragraph)
    assert found is not None
    assert (found.place, found.agency) == (place, agency)
    assert paragraph[found.length :] == "Twelve lorries left"


@pytest.mark.parametrize("sentence", ["On Monday - the first day - it left.", "The council - or what is left - met."])
def test_a_sentence_with_dashes_has_no_dateline(sentence):
    assert find_dateline(sentence) is None
