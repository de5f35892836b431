"""Runs over a case, and what differs between two of them, as it was stored. Rule: nouns; nothing is compared here."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.record.reading import Accounts


@dataclass(frozen=True, slots=True)
class Run:
    """One run over a case: a build, a finished review, an import.

    entry       seq of its entry of kind linked; 0 = before the first
    at          RFC 3339 time by the clock of the machine that ran it; "" before the first
    reader      what read the pages that were new
    linking     version of the rules that linked and weighed; "" where it was not kept (schema 1)
    extractors  what had read the claims, sorted; () where it was not kept (schema 1)
    counts      (kind of record, how many), sorted
    changes     how many records it changed; None where that was not kept (the first run, schema 1)
    """

    entry: int
    at: str = ""
    reader: str = ""
    linking: str = ""
    extractors: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()
    changes: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs between two runs.

    one, two       the runs, the earlier one first
    before, after  the records that differ, as they were stored, and only those
    around         the documents on which claims of either side stand
    forgotten      (kind, id) of records that differ and whose words went with a removed page, sorted
    """

    one: Run
    two: Run
    before: Accounts
    after: Accounts
    around: Accounts
    forgotten: tuple[tuple[str, str], ...] = ()
