"""Days that stand over a list or an entry, and bare days of a month."""

from __future__ import annotations

import pytest

from rashomon.ground import ground
from rashomon.record import Time
from tests.ground.make import Table, claim, page


def told(trigger: str, *paragraphs: str, published: str | None = None, cue: str | None = None) -> Time | None:
    """The time of the claim on a page of these paragraphs."""
    document, annotation = page(*paragraphs, published=published)
    (grounded,), _ = ground(document, annotation, [claim(document, trigger, cue=cue)], Table())
    return grounded.time


@pytest.mark.parametrize("heading", ["On 14 March 2021:", "14 March 2021", "Sunday, 14 March 2021"])
def test_a_list_under_a_day_has_that_day(heading: str) -> None:
    time = told("burned", heading, "- Shells destroyed the mill.", "- Two barns burned.")
    assert time is not None
    assert (time.earliest, time.latest) == ("2021-03-14", "2021-03-14")
    assert time.narrowed[-1].reason == "stands under this heading"


def test_an_entry_that_opens_with_its_day_has_it_to_its_end() -> None:
    time = told("burned", "14 March 2021 - Shells destroyed the mill.\nTwo barns burned.")
    assert time is not None
    assert time.earliest == "2021-03-14"


def test_the_next_heading_ends_the_day_before() -> None:
    time = told("burned", "14 March 2021", "Shells destroyed the mill.", "17 March 2021", "Two barns burned.")
    assert time is not None
    assert time.earliest == "2021-03-17"


def test_what_follows_the_entries_of_a_day_is_not_of_that_day() -> None:
    log = ("SATURDAY", "06:40: Shells destroyed the mill.", "Soldiers guard the district.")
    assert told("destroyed", *log, published="2021-03-16") is not None
    assert told("guard", *log, published="2021-03-16") is None


def test_what_others_say_in_an_entry_of_the_hour_may_have_happened_before() -> None:
    log = ("SATURDAY", "06:40: The clerk says two barns burned.")
    time = told("burned", *log, published="2021-03-16", cue="says")
    assert time is None or time.earliest is None


def test_a_day_of_running_text_is_not_carried_to_the_next_sentence() -> None:
    assert told("burned", "On 14 March 2021 shells destroyed the mill.\nTwo barns burned.") is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The march began on 12 June 2009.\nTwo barns burned on the 14th.", "2009-06-14"),
        ("The march began on 12 June 2009.\nTwo barns burned on the evening of the 14th.", "2009-06-14"),
        ("Two barns burned on the 3rd.", "2021-03-03"),
    ],
)
def test_a_bare_day_is_of_the_month_named_before_or_of_the_month_of_writing(text: str, day: str) -> None:
    time = told("burned", text, published="2021-03-16")
    assert time is not None
    assert (time.earliest, time.latest) == (day, day)


def test_a_bare_day_that_has_not_been_is_of_no_month() -> None:
    time = told("burned", "Two barns burned on the 28th.", published="2021-03-16")
    assert time is not None
    assert time.earliest is None


def test_a_numbered_thing_is_no_day() -> None:
    assert told("burned", "Two barns of the 4th brigade burned near the 3rd bridge.", published="2021-03-16") is None
