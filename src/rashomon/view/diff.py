"""What changed between two runs of a case, as they were stored. Rule: see view/__init__; records are held together by
their ids, which are hashes of the words they stand on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from rashomon.record import Difference, Run, to_plain
from rashomon.view.ledger import origin
from rashomon.view.words import when, where

Change = Literal["new", "gone", "changed"]


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One record that changed; slots: its fields that differ; words: what it is, for a person."""

    kind: str
    change: Change
    id: str
    words: str
    slots: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RunLine:
    """One run. entry: its place in the record, 0 = before the first; changes: how many records it changed, None where
    that was not kept; by: what read and linked, in words."""

    entry: int
    at: str
    changes: int | None
    by: str


@dataclass(frozen=True, slots=True)
class DiffView:
    """Changes by kind of record, then new, gone, changed. before, after: places in the record; one, two: the runs
    there; versions: which of what made them differ, in words."""

    before: int
    after: int
    one: RunLine
    two: RunLine
    versions: tuple[str, ...]
    changes: tuple[ChangeLine, ...]


KINDS = ("documents", "claims", "sources", "events", "relations", "refusals", "rulings")


def diff_view(told: Difference) -> DiffView:
    """What a later run changed."""
    worded = _Worded(told)
    lines = [
        line for kind in KINDS for line in _changes(kind, getattr(told.before, kind), getattr(told.after, kind), worded)
    ]
    lines += [
        ChangeLine(f"{kind}s", "changed", key, "its words went with a removed page") for kind, key in told.forgotten
    ]
    ends = run_line(told.one), run_line(told.two)
    return DiffView(told.one.entry, told.two.entry, *ends, tuple(_versions(told.one, told.two)), tuple(lines))


def run_line(run: Run) -> RunLine:
    """A run in words."""
    by = "; ".join(
        part for part in (run.reader and f"read by {run.reader}", run.linking and f"linked by {run.linking}") if part
    )
    return RunLine(run.entry, run.at, run.changes, by or "nothing yet")


def _versions(one: Run, two: Run) -> Iterable[str]:
    """Which versions differ: where any does, what changed may be the machine's doing and not the pages'."""
    pairs = (("reader", one.reader, two.reader), ("linking rules", one.linking, two.linking))
    for name, old, new in pairs:
        if old != new and one.entry:
            yield f"{name}: {old or 'not kept'} before, {new or 'not kept'} now"


class _Worded:
    """Records in words, from either run."""

    def __init__(self, told: Difference) -> None:
        sides = (told.around, told.before, told.after)
        self.documents = {document.id: document for side in sides for document in side.documents}

    def line(self, kind: str, record: Any) -> str:
        """One line for a person."""
        if kind == "documents":
            return str(record.file)
        if kind == "claims":
            return f"{origin(record, self.documents)}: {record.trigger.text!r} ({record.type or record.act})"
        if kind == "events":
            return f"{record.type}, {when(record.time)}, {where(record.places)}"
        if kind == "relations":
            return f"{record.kind} ({record.slot}): {record.reason}"
        if kind == "rulings":
            return f"{record.decision.who}: {record.decision.kind}, {record.state}"
        return str(record.name if kind == "sources" else record.detail)


def _changes(kind: str, before: Iterable[Any], after: Iterable[Any], worded: _Worded) -> Iterable[ChangeLine]:
    old, new = {record.id: record for record in before}, {record.id: record for record in after}
    for key in sorted(new.keys() - old.keys()):
        yield ChangeLine(kind, "new", key, worded.line(kind, new[key]))
    for key in sorted(old.keys() - new.keys()):
        yield ChangeLine(kind, "gone", key, worded.line(kind, old[key]))
    for key in sorted(old.keys() & new.keys()):
        if old[key] != new[key]:
            yield ChangeLine(kind, "changed", key, worded.line(kind, new[key]), _slots(old[key], new[key]))


def _slots(old: Any, new: Any) -> tuple[str, ...]:
    one, other = to_plain(old), to_plain(new)
    return tuple(sorted(key for key in one.keys() | other.keys() if one.get(key) != other.get(key)))
