"""Decisions of reviewers, from one machine to another. Rule: as they are, one a line; a line that is none is told."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from rashomon.errors import InputError
from rashomon.export.files import write_lines
from rashomon.record import Decision, from_plain, to_plain

NAME = "decisions.jsonl"


def write_decisions(decisions: Iterable[Decision], folder: Path) -> Path:
    """decisions.jsonl, by time."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return write_lines(folder / NAME, (json.dumps(to_plain(d), ensure_ascii=False) for d in decisions))
    except OSError as error:
        raise InputError(
            f"{folder}: cannot be written to ({error.strerror}); name another folder with --out"
        ) from error


def read_decisions(file: Path) -> list[Decision]:
    """The decisions of a file that `write_decisions` wrote; raises InputError naming the line that is none."""
    try:
        lines = file.read_bytes().decode("utf-8", "surrogatepass").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{file}: cannot be read ({error})") from error
    found = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            decision = from_plain(Decision, json.loads(line))
            if not (decision.id and decision.who and decision.at and decision.kind):
                raise ValueError("a field is empty")
        except (ValueError, TypeError, AttributeError, KeyError) as error:
            raise InputError(f"{file}: line {number} is no decision ({error}); nothing was imported") from error
        found.append(decision)
    return found
