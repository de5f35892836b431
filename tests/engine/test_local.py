"""Pages in child processes: order, caps, and what becomes of a page that breaks them."""

from __future__ import annotations

import pytest

from rashomon.engine import LocalEngine, SingleEngine
from rashomon.errors import ModelError
from rashomon.record import Page
from tests.standin import BrokenReader, StandInReader, page


def pages(*texts: str) -> list[Page]:
    return [page(text, f"{number}.txt") for number, text in enumerate(texts)]


GOOD = pages(*(f"Title {n}\nThe ministry said {n} were evacuated" for n in range(7)))


@pytest.mark.parametrize("workers", [1, 2])
def test_results_come_in_the_order_of_the_pages_whatever_the_workers(workers: int) -> None:
    here = list(SingleEngine().map(StandInReader(), GOOD))
    assert list(LocalEngine(workers, 30, 2048).map(StandInReader(), GOOD)) == here


def test_a_page_that_breaks_a_cap_is_refused_and_the_others_are_read() -> None:
    """One page works for too long, one ends its process, one raises: three refusals, four readings."""
    mixed = pages("a said b", "SPIN", "c said d", "DIE", "e said f", "RAISE", "g said h")
    readings = list(LocalEngine(2, 1.0, 2048).map(StandInReader(), mixed))
    assert [reading.page for reading in readings] == [p.id for p in mixed]
    codes = [reading.refusals[0].code if reading.refusals else "" for reading in readings]
    assert codes == ["", "time-cap", "", "reader-died", "", "failed", ""]


def test_a_page_that_waits_for_its_turn_is_not_refused() -> None:
    """The cap is of processor time: a page that had to wait for three times as long by the clock is read."""
    (reading,) = LocalEngine(1, 0.5, 2048).map(StandInReader(), pages("NAP\na said b"))
    assert not reading.refusals
    assert len(reading.claims) == 1


def test_a_page_that_only_waits_is_refused_in_the_end() -> None:
    """Nothing happens in a page that sleeps, and its clock runs out after ten times the cap."""
    (reading,) = LocalEngine(1, 0.2, 2048).map(StandInReader(), pages("SLEEP"))
    assert reading.refusals[0].code == "time-cap"


def test_a_page_that_takes_too_much_memory_is_refused() -> None:
    (reading,) = LocalEngine(1, 30, 256).map(StandInReader(), pages("HOG"))
    assert reading.refusals[0].code == "memory-cap"
    assert "256 MiB" in reading.refusals[0].detail


def test_a_refusal_never_holds_the_text_of_the_page() -> None:
    (reading,) = SingleEngine().map(StandInReader(), pages("RAISE with words"))
    assert "page text" not in reading.refusals[0].detail
    assert "ValueError" in reading.refusals[0].detail


def test_a_reader_that_cannot_get_ready_stops_the_run_with_its_own_error() -> None:
    with pytest.raises(ModelError, match="install"):
        list(LocalEngine(2, 30, 2048).map(BrokenReader(), GOOD))


def test_no_pages_start_no_process() -> None:
    assert list(LocalEngine(2, 30, 2048).map(BrokenReader(), [])) == []


def test_pages_are_taken_as_they_are_needed_not_all_at_once() -> None:
    taken = []

    def many() -> object:
        for number in range(200):
            taken.append(number)
            yield page(f"T\nx said {number}", f"{number}.txt")

    results = LocalEngine(1, 30, 2048).map(StandInReader(), many())  # type: ignore[arg-type]
    next(results)
    assert len(taken) < 20
    results.close()  # type: ignore[attr-defined]
