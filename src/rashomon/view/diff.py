"""What changed between two runs of a case. Rule: see view/__init__; records are held together by their ids, which are
hashes of the words they stand on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from rashomon.record import Accounts, to_plain
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
class DiffView:
    """Changes by kind of record, then new, gone, changed. before, after: places in the record."""

    before: int
    after: int
    changes: tuple[ChangeLine, ...]


def diff_view(before: Accounts, after: Accounts, places: tuple[int, int]) -> DiffView:
    """What a later run changed; `places`: the entries of the record at which the two runs stood."""
    lines = [
        line
        for kind in ("documents", "claims", "sources", "events", "relations", "refusals", "rulings")
        for line in _changes(kind, getattr(before, kind), getattr(after, kind), _Worded(before, after))
    ]
    return DiffView(*places, tuple(lines))


class _Worded:
    """Records in words, from either run."""

    def __init__(self, before: Accounts, after: Accounts) -> None:
        self.documents = {document.id: document for run in (before, after) for document in run.documents}

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
