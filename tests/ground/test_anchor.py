"""The day a page counts from, and what its words make of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rashomon.ground import ground
from rashomon.ground.anchor import page_anchor
from rashomon.record import Block, Claim, Dated, Document
from tests.ground.make import Table, claim, page


def told(
    text: str, trigger: str, published: str | None = None, cue: str | None = None
) -> tuple[str | None, str | None]:
    """The first and last day of a claim that a one-paragraph page makes."""
    document, annotation = page(text, published=published)
    (grounded,), _ = ground(document, annotation, [claim(document, trigger, cue=cue)], Table())
    assert grounded.time is not None, text
    return grounded.time.earliest, grounded.time.latest


def with_dateline(dateline: str, text: str, trigger: str) -> Claim:
    """The claim of a page that opens with a dateline."""
    document, annotation = page(dateline, text)
    blocks = (replace(document.blocks[0], kind="dateline"), *document.blocks[1:])
    document = replace(document, blocks=blocks)
    (grounded,), _ = ground(document, annotation, [claim(document, trigger)], Table())
    return grounded


def test_a_dateline_without_a_year_counts_days_of_an_open_year() -> None:
    found = with_dateline("ORLIM, March 14 (Agency) -", "Shells destroyed the mill yesterday.", "destroyed")
    assert found.time is not None
    assert (found.time.earliest, found.time.latest, found.time.year_known) == ("????-03-13", "????-03-13", False)
    assert "'March 14'" in found.time.narrowed[0].reason


def test_the_weekday_on_which_the_first_sources_speak_is_the_datelines() -> None:
    text = "Shells destroyed the mill on Monday, a clerk said on Wednesday."
    found = with_dateline("ORLIM, March 14 (Agency) -", text, "destroyed")
    assert found.time is not None
    assert found.time.earliest == "????-03-12"
    assert "tells it as Wednesday" in found.time.narrowed[0].reason


def test_the_weekday_of_an_event_says_nothing_of_the_dateline() -> None:
    found = with_dateline("ORLIM, March 14 (Agency) -", "Shells destroyed the mill on Monday.", "destroyed")
    assert found.time is not None
    assert (found.time.earliest, found.time.weekday) == (None, "Monday")


def test_a_count_over_the_end_of_an_open_years_february_stays_open() -> None:
    found = with_dateline("ORLIM, March 1 (Agency) -", "Shells destroyed the mill yesterday.", "destroyed")
    assert found.time is None or found.time.earliest is None


def test_a_page_that_tells_only_its_last_change_counts_from_it() -> None:
    document, annotation = page("Shells destroyed the mill yesterday.")
    document = replace(document, updated=Dated("2021-07-06", "2021-07-06", "visible text"))
    (grounded,), _ = ground(document, annotation, [claim(document, "destroyed")], Table())
    assert grounded.time is not None
    assert grounded.time.earliest == "2021-07-05"
    assert "last change" in grounded.time.narrowed[0].reason


def _titled(title: str) -> Document:
    document, _ = page(title, "Shells destroyed the mill.")
    return replace(document, blocks=(Block("title", 0, len(title)), *document.blocks[1:]))


def test_a_reports_heading_gives_its_day_and_an_events_heading_does_not() -> None:
    report = page_anchor(_titled("Point of situation of Friday 24 October, 8 a.m."))
    assert report is not None
    assert (report.day.month, report.day.day, report.weekday, report.yearless) == (10, 24, 4, True)
    assert page_anchor(_titled("The fire of Friday 24 October")) is None


@pytest.mark.parametrize(
    ("text", "trigger", "low", "high"),
    [
        ("Drones hit the depot overnight into Monday.", "hit", "2022-05-01", "2022-05-02"),
        ("Drones hit the depot overnight.", "hit", "2022-05-02", "2022-05-03"),
        ("The town has been empty since Sunday, when a bridge collapsed.", "collapsed", "2022-05-01", "2022-05-01"),
        ("It broke out in August last year, when riders sacked the fair.", "sacked", "2021-08-01", "2021-08-31"),
        ("It held until January, when riders sacked the fair.", "sacked", "2022-01-01", "2022-01-31"),
        ("The pass will be reopened on Friday.", "reopened", "2022-05-06", "2022-05-06"),
    ],
)
def test_days_that_words_around_a_time_give(text: str, trigger: str, low: str, high: str) -> None:
    assert told(text, trigger, "2022-05-03") == (low, high)


def test_what_stands_before_a_when_clause_keeps_its_own_time() -> None:
    text = "Families fled the quay by Monday, when the ferry sank, and have not come back."
    assert told(text, "fled", "2022-05-03") == (None, "2022-05-02")
    assert told(text, "sank", "2022-05-03") == ("2022-05-02", "2022-05-02")


def test_a_past_month_is_of_the_year_named_shortly_before_rather_than_ahead_of_the_page() -> None:
    document, annotation = page(
        "They were freed on 20 June 2008.\nOne crossed the lake on 2 July.", published="2009-06-15"
    )
    (grounded,), _ = ground(document, annotation, [claim(document, "crossed")], Table())
    assert grounded.time is not None
    assert (grounded.time.earliest, grounded.time.basis) == ("2008-07-02", "context of the page")
