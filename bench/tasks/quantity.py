"""`quantity FILE`: how many of what. Two shapes of FILE.

newsquant: sentences {id, text, quantities[value, unit, change]}: value_f1 (the figures, one to one within the sentence;
a range is one value, "7-9"), bound_f1 (with the bound: exact, about, above, below; "up" and "down" are no bounds, and
count as exact).
Peers (bench.grounding.peers) read them where RASHOMON_BENCH_PEERS is set.
idmc: excerpts {id, text, figure, term, unit}: the share of excerpts whose figure, unit (people or households) and term
(Displaced, Evacuated, ...) are told rightly, from the words alone.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.grounding.displacement import reported
from bench.grounding.peers import number_peers
from bench.reading import records, sentences
from rashomon.ground.quantities import Quantity, find_quantities
from rashomon.ground.timex import find_expressions
from rashomon.record import Sentence

PEERS = (
    "NewsQuant value/value+bound F1: CQE 92.0/88.1, quantulum3 73.0 (Almasian 2023); IDMC quantity .755 F1, term .74, "
    "unit .86 (Data4Democracy internal-displacement, 2017)"
)
LEAST_VAGUE = 12
"""The file knows "dozens" and more, not "several" and "few"."""
_BOUNDS = {
    "exact": "=",
    "about": "~",
    "at least": ">",
    "more than": ">",
    "at most": "<",
    "less than": "<",
    "between": "=",
    "vague": "~",
}


def score(path: Path) -> dict[str, float]:
    """The figures of one file."""
    rows = list(records(path))
    return _excerpts(rows) if rows and "figure" in rows[0] else _sentences(rows)


def quantities(text: str) -> Iterator[tuple[Sentence, Quantity]]:
    """Our quantities of a text; lengths of time and steps ("nine days later") count, dates do not."""
    taken = [(o.start, o.end) for o in find_expressions(text) if o.dated or o.weekday is not None or o.clock]
    for sentence in sentences(text):
        for quantity in find_quantities(text, sentence, taken):
            yield sentence, quantity


def _sentences(rows: list[dict[str, Any]]) -> dict[str, float]:
    value, bound = [0, 0, 0], [0, 0, 0]
    for row in rows:
        told = [(value, _BOUNDS[q.quantifier]) for _, q in quantities(row["text"]) for value in _value(row["text"], q)]
        wanted = [
            (_number(q["value"]), {"up": "=", "down": "="}.get(q["change"], q["change"])) for q in row["quantities"]
        ]
        _count(value, Counter(abs_of(v) for v, _ in told), Counter(abs_of(v) for v, _ in wanted), row)
        _count(bound, Counter((abs_of(v), b) for v, b in told), Counter((abs_of(v), b) for v, b in wanted))
    return {"value_f1": _f1(value), "bound_f1": _f1(bound), **_peers(rows)}


def _peers(rows: list[dict[str, Any]]) -> dict[str, float]:
    """The value F1 of the libraries at hand, on the same sentences."""
    figures = {}
    for name, read in number_peers().items():
        tally = [0, 0, 0]
        for row in rows:
            told = Counter((abs(value),) for value in read(row["text"]))
            _count(tally, told, Counter(abs_of(_number(q["value"])) for q in row["quantities"]))
        figures[f"{name}_value_f1"] = _f1(tally)
    return figures


def abs_of(values: tuple[float, ...]) -> tuple[float, ...]:
    """The sign of a fall is a matter of taste in the file."""
    return tuple(abs(v) for v in values)


def _value(text: str, quantity: Quantity) -> list[tuple[float, ...]]:
    """ "several" and the like have no figure in the file; "two or three" are two figures there."""
    figures = tuple(round(float(v), 4) for v in dict.fromkeys(quantity.values))
    if quantity.quantifier == "vague" and figures[-1] < LEAST_VAGUE:
        return []
    if " or " in text[quantity.number_start : quantity.number_end]:
        return [(figure,) for figure in figures]
    return [figures]


def _number(value: str) -> tuple[float, ...]:
    try:
        return (round(float(value), 4),)
    except ValueError:
        first, _, last = value.lstrip("-").partition("-")
        return tuple(round(float(part), 4) for part in (first, last) if part)


def _count(tally: list[int], told: Counter[Any], wanted: Counter[Any], row: dict[str, Any] | None = None) -> None:
    tally[0] += sum((told & wanted).values())
    tally[1] += sum(told.values())
    tally[2] += sum(wanted.values())
    if row is not None and told != wanted and os.environ.get("MISSES"):
        print(f"missed {sorted(wanted - told)} spurious {sorted(told - wanted)} | {row['text']}")


def _f1(tally: list[int]) -> float:
    return 2 * tally[0] / (tally[1] + tally[2]) if tally[1] + tally[2] else 0.0


def _excerpts(rows: list[dict[str, Any]]) -> dict[str, float]:
    right = Counter({"figure": 0, "unit": 0, "term": 0})
    for row in rows:
        figure, unit, term = reported(row["text"], list(quantities(row["text"])))
        right["figure"] += figure == row["figure"]
        right["unit"] += unit == row["unit"]
        right["term"] += term == row["term"]
        if os.environ.get("MISSES") and (figure, unit, term) != (row["figure"], row["unit"], row["term"]):
            print(
                f"told {figure} {unit} {term}, wanted {row['figure']} {row['unit']} {row['term']} | "
                + " ".join(row["text"].split())[:400]
            )
    return {key: right[key] / len(rows) for key in ("figure", "unit", "term")}
