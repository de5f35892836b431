"""The case on the desk: its index, kept until the case changes. Rule: reads only; one index is built at a time."""

from __future__ import annotations

import threading
from typing import Protocol

from rashomon.record import Accounts, Mention
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


class Desk:
    """One case, indexed. name: as pages head it."""

    def __init__(self, case: Held, name: str) -> None:
        self.case, self.name = case, name
        self._lock = threading.Lock()
        self._stamp: str | None = None
        self._index = index_of(Accounts())
        self._choices: dict[str, tuple[Choice, ...]] = {}

    def index(self) -> Index:
        """The case as it stands now; built anew only when it has changed."""
        with self._lock:
            stamp = self.case.stamp()
            if stamp != self._stamp:
                self._index, self._stamp = index_of(self.case.accounts()), stamp
                self._choices = choices(self._index)
            return self._index

    def choices(self) -> dict[str, tuple[Choice, ...]]:
        """What lists of events can be narrowed to."""
        return self._choices
