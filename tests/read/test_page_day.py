"""Which of a page's dates is its own day."""

from __future__ import annotations

import pytest

from rashomon.read.dateline import find_dateline
from rashomon.read.dates import page_days
from rashomon.record import Block
from rashomon.record.document import BlockKind


def told(*lines: tuple[BlockKind, str, str]) -> str | None:
    """The day that lines of (kind, reason, words) tell."""
    text, blocks = "", []
    for kind, reason, words in lines:
        blocks.append(Block(kind, len(text), len(text) + len(words), meta=(("reason", reason),)))
        text += words + "\n\n"
    return page_days(text, blocks)[0].earliest


TITLE: tuple[BlockKind, str, str] = ("title", "headline", "Mill burns in Orlim")
BODY: tuple[BlockKind, str, str] = ("paragraph", "running text", "A mill burned, and two men were hurt.")
OUTSIDE = "outside the article"


@pytest.mark.parametrize(
    ("reason", "line", "day"),
    [
        (OUTSIDE, "KTA 06.02.03 11:40", "2003-02-06"),
        (OUTSIDE, "KTA-20-03-96 1910GMT", "1996-03-20"),
        (OUTSIDE, "-0- Feb/10/2015 18:22 GMT", "2015-02-10"),
        ("service line", "This article appeared in issue 36, 1 September 2014", "2014-09-01"),
        ("service line", "Correction of 1 September 2014", None),
        ("date", "46,213 people registered since 7 November 2009", None),
        ("date", "Preliminary report on the events of 12 August 2007", None),
        ("date", "Killings in Orlim, 2 March - 4 April 2015", None),
    ],
)
def test_lines_of_furniture_that_tell_a_day(reason: str, line: str, day: str | None) -> None:
    assert told(("boilerplate", reason, line), TITLE, BODY) == day


def test_the_period_above_a_report_gives_its_end_however_many_figures_follow() -> None:
    figures: tuple[tuple[BlockKind, str, str], ...] = tuple(
        ("boilerplate", OUTSIDE, f"{n},213 people in camp") for n in range(1, 6)
    )
    period: tuple[BlockKind, str, str] = ("boilerplate", "date", "29 January - 5 February 2010")
    assert told(period, *figures, TITLE, BODY) == "2010-02-05"


def test_a_dateline_takes_its_year_from_a_line_with_the_same_day() -> None:
    dateline: tuple[BlockKind, str, str] = ("dateline", "dateline", "ORLIM, 19 May (KTA) -")
    assert told(TITLE, dateline, BODY, ("boilerplate", OUTSIDE, "ID: 20010519-31")) == "2001-05-19"
    assert told(TITLE, dateline, BODY, ("boilerplate", OUTSIDE, "ID: 20010611-31")) is None


def test_a_dateline_may_end_in_the_agencys_name_between_stops() -> None:
    found = find_dateline("ORLIM, Velmar, 19 May. KTA. About 600 people have left the valley.")
    assert found is not None
    assert (found.place, found.agency) == ("ORLIM, Velmar", "KTA")
