"""Pages read one after another in this process. Rule: no caps can be enforced here; for tests and for callers that
bring their own limits (a cluster's task, a notebook). The command line uses LocalEngine."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rashomon.engine.refuse import failed
from rashomon.record import Page, PageReading


class SingleEngine:
    """ports.Engine without processes."""

    def map(self, read: Callable[[Page], PageReading], pages: Iterable[Page]) -> Iterator[PageReading]:
        """One reading a page; a page that raises gives a reading with a Refusal."""
        for page in pages:
            try:
                yield read(page)
            except Exception as error:  # whatever a page does to a reader, the other pages are still read
                yield failed(page, error)
