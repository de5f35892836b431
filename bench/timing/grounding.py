"""`grounding`: what grounding adds to reading a page, and what a look-up in the gazetteer costs.

Processor time, not the clock, of the stages over the demo's pages, one after the other in one process: `added` is
ground's share of read + annotate + claim (the bar: below 0.15). The first pass is counted, with nothing cached.
Look-ups are of names of the gazetteer's own rows, each asked once (`lookup_us`) and again (`lookup_again_us`);
`load_ms` is what opening the tables costs, and `load_ms_more` what it costs with a table of 50,000 rows added.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from rashomon.annotate import annotate
from rashomon.case import demo_pages, encoder, gazetteer
from rashomon.claim import find_claims
from rashomon.gazetteer import add_table, load_gazetteer
from rashomon.gazetteer.bundled import bundled_rows
from rashomon.gazetteer.index import Index
from rashomon.gazetteer.store import list_tables
from rashomon.ground import ground
from rashomon.intake import open_paths
from rashomon.read import read
from rashomon.record import Page
from rashomon.settings import Settings

EVERY = 101
"""One name of so many is looked up."""
MORE_ROWS = 50_000


def measure() -> dict[str, float]:
    """Milliseconds of processor time a page, ground's share, and the cost of look-ups and of opening."""
    return {**_stages(), **_lookups(), **_opening()}


def _stages() -> dict[str, float]:
    spent = {"read": 0.0, "annotate": 0.0, "claim": 0.0, "ground": 0.0}

    def timed(stage: str, work: Callable[..., Any], *given: Any) -> Any:
        start = time.process_time()
        made = work(*given)
        spent[stage] += time.process_time() - start
        return made

    settings, places = Settings(), gazetteer()
    pages = [page for page in open_paths([str(demo_pages())], settings) if isinstance(page, Page)]
    annotate(read(pages[0], settings)[0], encoder())  # type: ignore[arg-type]
    for page in pages:
        document, _ = timed("read", read, page, settings)
        annotation = timed("annotate", annotate, document, encoder())
        document = replace(document, sentences=tuple((s.start, s.end) for s in annotation.sentences))
        claims, _ = timed("claim", find_claims, document, annotation)
        timed("ground", ground, document, annotation, claims, places)
    before = spent["read"] + spent["annotate"] + spent["claim"]
    return {f"{stage}_ms": 1000 * seconds / len(pages) for stage, seconds in spent.items()} | {
        "added": spent["ground"] / before
    }


def _lookups() -> dict[str, float]:
    places = load_gazetteer()
    names = [row.name for number, row in enumerate(bundled_rows()) if number % EVERY == 0]
    return {"lookup_us": _each(places.lookup, names), "lookup_again_us": _each(places.lookup, names)}


def _each(work: Callable[[str], object], names: list[str]) -> float:
    start = time.process_time()
    for name in names:
        work(name)
    return 1e6 * (time.process_time() - start) / len(names)


def _opening() -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "more.csv"
        rows = (f"Place {n},{n % 90},{n % 180},XX" for n in range(MORE_ROWS))
        file.write_text("name,lat,lon,country\n" + "\n".join(rows), "utf-8")
        add_table(file, folder=Path(folder))
        start = time.process_time()
        more = [Index(table.path) for table in list_tables(Path(folder))]
        added = 1000 * (time.process_time() - start)
        for index in more:
            index.close()
    start = time.process_time()
    load_gazetteer()
    plain = 1000 * (time.process_time() - start)
    return {"load_ms": plain, "load_ms_more": plain + added}
