"""Every seam to the outside, as Protocols.

Rule: protocols only; no implementation, no import of an edge. A stage takes a port as an argument, `case` chooses
what fills it, a test fills it with a tiny stand-in of the same type.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Protocol

from rashomon.record.grounded import Candidate
from rashomon.record.page import Page
from rashomon.record.parse import Parse
from rashomon.record.reading import Accounts, PageReading
from rashomon.record.refusal import Refusal


class Intake(Protocol):
    """Brings pages in from files; whatever cannot be brought in comes out as a Refusal in its place."""

    def __call__(self, paths: Sequence[str]) -> Iterator[Page | Refusal]:
        """Pages and refusals in a stable order. Never raises for one bad input."""
        ...


class Encoder(Protocol):
    """Reads tokenised sentences: tags, heads, entities, frames, attributions."""

    @property
    def version(self) -> str:
        """Name and version of the model, as stored with what it found."""
        ...

    def parse(self, sentences: Sequence[Sequence[str]]) -> list[Parse]:
        """One Parse a sentence, in order; `sentences` are consecutive sentences of ONE document, so that the
        model may look across the border. A sentence of no tokens gives an empty Parse; no input raises."""
        ...


class Gazetteer(Protocol):
    """Knows places by name. Looks up, never ranks by context: that is ground's work."""

    @property
    def version(self) -> str:
        """Which tables it holds, as stored with what was grounded by it."""
        ...

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Every entry that the name could mean, by exact, folded or transliterated form (`Candidate.reason` says
        which), in a stable order; () when there is none."""
        ...


class Engine(Protocol):
    """Runs the per-page half over many pages; the order of the results is the order of the pages."""

    def map(self, read: Callable[[Page], PageReading], pages: Iterable[Page]) -> Iterator[PageReading]:
        """One PageReading a page. A page that breaks its caps gives a PageReading with a Refusal."""
        ...


class Ledger(Protocol):
    """Keeps pages, readings and accounts of one case."""

    def add(self, page: Page, reading: PageReading) -> None:
        """Stores a page's bytes and what was read from it; the same page twice adds nothing."""
        ...

    def has_page(self, page_id: str) -> bool:
        """True when the page has been read already, by this version of the reader."""
        ...

    def refuse(self, refusal: Refusal) -> None:
        """Stores what could not be brought in."""
        ...

    def readings(self) -> Iterator[PageReading]:
        """Every stored reading, sorted by document id."""
        ...

    def store(self, accounts: Accounts) -> None:
        """Replaces the linked and weighed records of the case."""
        ...

    def accounts(self) -> Accounts:
        """The linked and weighed records of the case."""
        ...
