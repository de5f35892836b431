"""The case on the desk: its index, kept until the case changes. Rule: reads only; one index is built at a time."""

from __future__ import annotations

import threading
from typing import Protocol, runtime_checkable

from rashomon.record import Accounts, Mention
from rashomon.view.dependence import Graph, graph
from rashomon.view.events import Choice, choices
from rashomon.view.index import Index, index_of


class Held(Protocol):
    """What the page needs of a case (case.Case; a test's stand-in)."""

    def accounts(self) -> Accounts:
        """Every linked and weighed record."""
        ...

    def stamp(self) -> str:
        """A word that changes whenever the accounts do."""
        ...

    def mentions(self, page_id: str) -> tuple[Mention, ...]:
        """Who and what a page names, () when it was not read."""
        ...


class Underway(Protocol):
    """How far a build has come (ledger.underway.Underway)."""

    @property
    def linked(self) -> int:
        """Grows whenever the accounts change."""
        ...

    @property
    def pages(self) -> int:
        """Pages of the case in all."""
        ...

    @property
    def unlinked(self) -> int:
        """Pages read since the accounts were last linked."""
        ...

    @property
    def refused(self) -> int:
        """Inputs declined since."""
        ...

    @property
    def last(self) -> str:
        """File name of the page that came last."""
        ...

    @property
    def seconds(self) -> float:
        """Since anything was written."""
        ...


@runtime_checkable
class Growing(Held, Protocol):
    """A case that another process may be building (case.Case)."""

    def progress(self) -> Underway:
        """How far that build has come."""
        ...


QUIET = 120
"""Seconds without a word after which a build is linking or was stopped, as far as the record tells: the slowest page
is given less (settings.page_seconds)."""


class Desk:
    """One case, indexed. name: as pages head it."""

    def __init__(self, case: Held, name: str) -> None:
        self.case, self.name = case, name
        self._lock = threading.Lock()
        self._stamp: str | None = None
        self._index = index_of(Accounts())
        self._choices: dict[str, tuple[Choice, ...]] = {}
        self._graph: Graph | None = None

    def index(self) -> Index:
        """The case as it stands now; built anew only when it has changed."""
        with self._lock:
            stamp = self.stamp()
            if stamp != self._stamp:
                self._index, self._stamp = index_of(self.case.accounts()), stamp
                self._choices, self._graph = choices(self._index), None
            return self._index

    def graph(self) -> Graph:
        """Who rests on whom, drawn once for each state of the case: it looks at every chain."""
        index = self.index()
        if self._graph is None:
            self._graph = graph(index)
        return self._graph

    def stamp(self) -> str:
        """Changes whenever the accounts do: pages that a build adds leave them as they are until it links."""
        return str(self.case.progress().linked) if isinstance(self.case, Growing) else self.case.stamp()

    def progress(self) -> dict[str, object]:
        """What a page says of a build: nothing ({}) when every page that was read is in the accounts."""
        told = self.case.progress() if isinstance(self.case, Growing) else None
        if told is None or not (told.unlinked or told.refused):
            return {}
        return {"told": told, "quiet": told.seconds > QUIET}

    def choices(self) -> dict[str, tuple[Choice, ...]]:
        """What lists of events can be narrowed to."""
        return self._choices
