"""`timex FILE`: time expressions; records {id, dct, text, timex[start, end, type, value]}.

span_f1: an expression is found when it overlaps a gold one (one to one); span_f1_strict: same characters. value_f1:
found, with the gold TIMEX3 value, letter by letter (TempEval-3's measure);
value_f1_folded: with two notations of one value taken as one (1989-XX and 1989, W7 and W07). *_kept: the same on a
third of the documents, set apart by the hash of its id while the grammar was made; the other two thirds were looked at.
Peers (bench.grounding.peers, where RASHOMON_BENCH_PEERS is set) read that third.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from bench.grounding.peers import timex_peers
from bench.grounding.timex3 import QUARTERLY, timex3
from bench.reading import records
from rashomon.ground.expression import Expression
from rashomon.ground.intervals import Interval, Setting, interval
from rashomon.ground.tense import tense_around
from rashomon.ground.timex import find_expressions

PEERS = "TempEval-3 platinum, relaxed span/value F1: HeidelTime 90.3/77.6, UWTime 91.4/82.4 (UzZaman 2013; Lee 2014)"
QUARTER_REACH = 160
"""Characters before "a year ago" in which a quarter is looked for."""
Found = tuple[int, int, str]


def score(path: Path) -> dict[str, float]:
    """The figures of one file."""
    every, kept = Tally(), Tally()
    peers = {name: (read, Tally()) for name, read in timex_peers().items()}
    for record in records(path):
        told = list(found(record["text"], record["dct"]))
        wanted = [(t["start"], t["end"], t["value"]) for t in record["timex"]]
        for tally in (every, kept) if is_kept(record["id"]) else (every,):
            tally.add(told, wanted, record)
        for read, tally in peers.values() if is_kept(record["id"]) else ():
            tally.add(list(read(record["text"], datetime.fromisoformat(record["dct"][:10]))), wanted, record)
    figures = every.figures() | {f"{key}_kept": value for key, value in kept.figures().items()}
    for name, (_, tally) in peers.items():
        figures |= {f"{name}_{key}_kept": value for key, value in tally.figures().items()}
    return figures


def is_kept(identity: str) -> bool:
    """True for the third of the documents that is only measured."""
    return hashlib.sha256(identity.encode()).digest()[0] % 3 == 0


def found(text: str, written: str) -> Iterator[Found]:
    """Our expressions with their TIMEX3 values."""
    now = date.fromisoformat(written[:10])
    before: Interval | None = None
    for one in find_expressions(text):
        setting = Setting(now, before or Interval(now, now), tense_around(text, one.start, one.end))
        compares = (
            one.unit == "year"
            and one.offset == -1
            and not one.dated
            and "quarter" in text[max(0, one.start - QUARTER_REACH) : one.start]
        )
        yield from _one(
            one,
            replace(setting, tense=QUARTERLY)
            if compares
            and "ear" in text[one.start : one.end][-12:]
            and "last" not in text[one.start : one.end].casefold()
            else setting,
        )
        days = interval(one, setting)
        if days is not None and days.low == days.high:
            before = days


def _one(one: Expression, setting: Setting) -> Iterator[Found]:
    """A range is two expressions in TIMEX3."""
    _, value = timex3(one, setting)
    yield one.start, one.last.start if one.last else one.end, value
    if one.last:
        _, value = timex3(one.last, setting)
        yield one.last.start, one.end, value


def folded(value: str) -> str:
    """Notations of one value made one: 1989-XX = 1989, W7 = W07, 199X = 199, T09 = T09:00."""
    value = re.sub(r"(?:-XX)+$", "", value) if re.match(r"\d{4}", value) else value
    value = re.sub(r"-W(\d)(?!\d)", r"-W0\1", value)
    value = re.sub(r"^(\d{3})X$", r"\1", value)
    return re.sub(r"(T\d\d)$", r"\1:00", value)


class Tally:
    """Counts of found, exactly found and rightly valued expressions."""

    def __init__(self) -> None:
        self.told = self.wanted = self.near = self.exact = self.valued = self.alike = 0

    def add(self, told: list[Found], wanted: list[Found], record: dict[str, Any]) -> None:
        """One document."""
        self.told += len(told)
        self.wanted += len(wanted)
        left = list(told)
        for start, end, value in wanted:
            hit = max(
                (t for t in left if t[0] < end and start < t[1]),
                key=lambda t: min(end, t[1]) - max(start, t[0]),
                default=None,
            )
            if hit is None:
                _show("missed", record, start, end, value)
                continue
            left.remove(hit)
            self.near += 1
            self.exact += hit[:2] == (start, end)
            self.valued += hit[2] == value
            self.alike += folded(hit[2]) == folded(value)
            if folded(hit[2]) != folded(value):
                _show(f"valued {hit[2]!r} ({record['text'][hit[0] : hit[1]]!r})", record, start, end, value)
        for start, end, value in left:
            _show("spurious", record, start, end, value)

    def figures(self) -> dict[str, float]:
        """F1 of spans and values."""
        both = self.told + self.wanted or 1
        return {
            "span_f1": 2 * self.near / both,
            "span_f1_strict": 2 * self.exact / both,
            "value_f1": 2 * self.valued / both,
            "value_f1_folded": 2 * self.alike / both,
        }


def _show(what: str, record: dict[str, Any], start: int, end: int, value: str) -> None:
    """With MISSES set, the misses of the part that may be looked at."""
    if os.environ.get("MISSES") and not is_kept(record["id"]):
        text = record["text"]
        around = text[max(0, start - 50) : start] + "[[" + text[start:end] + "]]" + text[end : end + 30]
        print(f"{what} | {value} | dct {record['dct'][:10]} | {' '.join(around.split())}")
