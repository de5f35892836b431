"""A case of many claims: opening it, one event with its claims, full-text search, and the size of its file.

Rule: the claims are made up by counting; the case is filled through the ledger's own tables, in a folder of its own.
`RASHOMON_BENCH_CLAIMS` sets how many there are (default 100,000; the bar is set at 1,000,000).
"""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from rashomon.ledger import SqlLedger, create, derived, open_existing
from rashomon.record import (
    Assessment,
    Block,
    Claim,
    Count,
    Document,
    Event,
    Independence,
    Method,
    Relation,
    Source,
    Span,
    Step,
    Time,
)

PER_PAGE, PER_EVENT = 20, 5
PLACES = ("Orlim", "Hadresk", "Brenn", "Sarnik", "Tolvia", "Korvenia", "Ilmar", "Venn")
THINGS = ("families", "buses", "fighters", "residents", "patients", "trucks")


def measure() -> dict[str, float]:
    """claims; seconds to fill; megabytes of case.db; seconds (median of 20) to open, to show an event, to search."""
    number = int(os.environ.get("RASHOMON_BENCH_CLAIMS", "100000"))
    folder = Path(tempfile.mkdtemp(prefix="rashomon-bench-"))
    try:
        return _measured(folder, number)
    finally:
        shutil.rmtree(folder)


def _measured(folder: Path, number: int) -> dict[str, float]:
    start = time.perf_counter()
    ledger = create(str(folder), "bench")
    _fill(ledger, number)
    ledger.close()
    figures = {"claims": float(number), "fill_s": time.perf_counter() - start}
    figures["file_mb"] = (folder / "case.db").stat().st_size / 1e6
    figures["open_s"] = _median(lambda _: open_existing(str(folder), "bench").head())
    ledger = open_existing(str(folder), "bench")
    figures["event_s"] = _median(lambda n: ledger.accounts_of_event(_event_id(n * 997 % (number // PER_EVENT))))
    figures["search_common_s"] = _median(lambda n: ledger.find(f"{PLACES[n % 8]} {THINGS[n % 6]}", 50))
    figures["search_rare_s"] = _median(lambda n: ledger.find(f"number{n * 7919 % number}", 50))
    ledger.close()
    return figures


def _median(work: Callable[[int], object]) -> float:
    times = []
    for number in range(20):
        start = time.perf_counter()
        work(number)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def _fill(ledger: SqlLedger, number: int) -> None:
    with ledger._write() as connection:
        derived.fill(
            connection,
            {
                "document": (_document(n) for n in range(number // PER_PAGE)),
                "claim": (_claim(n) for n in range(number)),
                "event": (_event(n) for n in range(number // PER_EVENT)),
                "source": (Source(f"source-{n:020}", f"Source {n}") for n in range(1000)),
                "relation": (_relation(n) for n in range(number - 1)),
                "refusal": (),
                "ruling": (),
            },
        )
    ledger.fold_log()


def _event_id(number: int) -> str:
    return f"event-{number:020}"


def _claim_id(number: int) -> str:
    return f"claim-{number:020}"


def _sentence(number: int) -> str:
    place, thing = PLACES[number % 8], THINGS[number % 6]
    return f"On Saturday {number % 900} {thing} left {place} by the north road, said number{number} of the office."


def _document(number: int) -> Document:
    text = "\n".join(_sentence(number * PER_PAGE + place) for place in range(PER_PAGE))
    page = f"{number:064}"
    return Document(
        f"doc-{number:020}", page, f"{number}.html", text, (Block("paragraph", 0, len(text)),), language="en"
    )


def _claim(number: int) -> Claim:
    quote, trigger = _sentence(number), "left"
    at = quote.index(trigger)
    count = Span(12, 12 + len(str(number % 900)), str(number % 900))
    return Claim(
        _claim_id(number),
        f"doc-{number // PER_PAGE:020}",
        Span(0, len(quote), quote),
        Span(at, at + len(trigger), trigger),
        "movement.evacuation",
        attribution=(Step(f"Source {number % 1000}", "said", "says", source=f"source-{number % 1000:020}"),),
        time=Time("Saturday", None, "2031-05-04", "2031-05-04", "T1", basis="relative to publication"),
        counts=(Count(count.text, count, THINGS[number % 6], number % 900, number % 900),),
        event=_event_id(number // PER_EVENT),
        method=Method("bench", "1"),
    )


def _event(number: int) -> Event:
    claims = tuple(_claim_id(number * PER_EVENT + place) for place in range(PER_EVENT))
    grade = Assessment("single origin", "bench", "all of one office")
    return Event(_event_id(number), "movement.evacuation", claims, independence=Independence(1, 1), assessment=grade)


def _relation(number: int) -> Relation:
    pair = (_claim_id(number), _claim_id(number + 1))
    return Relation(f"relation-{number:020}", *pair, "count", "differs", f"{number % 900} against {(number + 1) % 900}")
