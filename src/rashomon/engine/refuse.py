"""Readings of pages that broke their reader. Rule: the detail names page, limit and way out, never the page's text."""

from __future__ import annotations

import traceback
from pathlib import Path

from rashomon.record import Page, PageReading, Refusal


def refused(page: Page, code: str, detail: str) -> PageReading:
    """A reading that holds nothing but the refusal."""
    return PageReading(page.id, refusals=(Refusal("engine", code, detail, page.file, page.id),))


def failed(page: Page, error: BaseException) -> PageReading:
    """The page made the reader raise: the error's class and place, never its message, which may hold page text."""
    last = traceback.extract_tb(error.__traceback__)[-1:]
    where = f" at {Path(last[0].filename).name}:{last[0].lineno}" if last else ""
    return refused(
        page, "failed", f"{page.file}: reading it raised {type(error).__name__}{where}; please report this page"
    )


def over_time(page: Page, seconds: float) -> PageReading:
    """The page took more processor time than its cap, or far more time by the clock."""
    return refused(
        page,
        "time-cap",
        f"{page.file}: not read within {seconds:g} s of processor time; raise page_seconds in the settings and build "
        "again",
    )


def over_memory(page: Page, mib: int) -> PageReading:
    """The page took more memory than its cap."""
    return refused(
        page,
        "memory-cap",
        f"{page.file}: took more than {mib} MiB; raise page_memory_mib in the settings and build again",
    )


def died(page: Page, status: int | None) -> PageReading:
    """The process that read the page ended on its own."""
    return refused(page, "reader-died", f"{page.file}: the process that read it ended (status {status}); build again")
