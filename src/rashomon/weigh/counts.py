"""How many: what one figure is to another of the same thing.

Rule: closed intervals of numbers and what they count; a running total is never held against a daily figure, a plan
never against what was done, and a sum is named with its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.lexicon.characterisation import people_classes
from rashomon.lexicon.wording import fold, stem
from rashomon.record import Claim, Count, Relation
from rashomon.record.linked import RelationKind
from rashomon.weigh.relate import between

_TOTALS = frozenset({"increment", "cumulative"})
MOST_PARTS = 4
"""A sum of more parts than this fits by chance too often."""
ANOTHER_FIGURE = 1.1
"""Ratio from which "at least 19" and "23" are two figures; nearer ones are one figure, told more and less closely."""
SUM_POOL = 10
"""Different figures of one thing that sums are sought among."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A count with the claim that gives it."""

    claim: Claim
    count: Count


def compare_counts(a: Count, b: Count, of_one: bool = False) -> tuple[RelationKind, str] | None:
    """What a is to b; None when they count different things. `of_one`: what one tells has no day of its own, and may be
    the total that the other gives."""
    if not same_thing(a, b):
        return None
    if a.aggregation != b.aggregation and not (of_one and {a.aggregation, b.aggregation} <= _TOTALS):
        return "not_comparable", f"{a.aggregation} / {b.aggregation}: {a.text} / {b.text}"
    if a.aggregation == b.aggregation == "cumulative" and fold(a.window) != fold(b.window):
        return "not_comparable", f"running totals over other windows: {a.window or '?'} / {b.window or '?'}"
    if a.part_of or b.part_of:
        return _of_parts(a, b)
    return _by_bounds(a, b)


def same_thing(a: Count, b: Count) -> bool:
    """True when two counts count the same kind of thing: the same noun, or people of one class."""
    if a.unit != b.unit:
        return False
    if _noun(a.of) == _noun(b.of):
        return bool(_noun(a.of)) or a.unit != "thing"
    if a.unit != "person":
        return False
    one, other = people_classes(a.of), people_classes(b.of)
    return one == other or not one or not other


def adding_up(figures: Sequence[Figure]) -> Iterator[Relation]:
    """Sums: a figure that is the total of two to four other exact figures of the same thing ("25 + 21 = 46")."""
    exact = {f.count.low: f for f in reversed(figures) if f.count.low == f.count.high and f.count.low}
    values = sorted(exact, key=lambda value: (-(value or 0), 0))[:SUM_POOL]
    for total in values:
        smaller = [value for value in values if value is not None and total is not None and value < total]
        for parts in _parts(smaller, total):
            sides = [exact[part] for part in parts]
            told = f"{' + '.join(f'{part:g}' for part in parts)} = {total:g}"
            for side in sides:
                words = [(exact[total].claim, exact[total].count.span), (side.claim, side.count.span)]
                if side.claim.id != exact[total].claim.id:
                    yield between(exact[total].claim, side.claim, "count", "adds_up", told, words)


def _parts(smaller: Sequence[float], total: float | None) -> Iterator[tuple[float, ...]]:
    for size in range(2, MOST_PARTS + 1):
        for parts in combinations(smaller, size):
            if sum(parts) == total:
                yield parts
                return


def _of_parts(a: Count, b: Count) -> tuple[RelationKind, str] | None:
    if a.part_of and b.part_of:
        return _by_bounds(a, b) if _noun(a.of) == _noun(b.of) else None
    part, whole = (a, b) if a.part_of else (b, a)
    if _noun(part.of) == _noun(whole.of):
        return _by_bounds(a, b)
    if not (part.part_of or "").startswith(whole.text):
        return None
    return ("finer" if part is a else "broader"), f"{part.text} are a part of {part.part_of}"


def _by_bounds(a: Count, b: Count) -> tuple[RelationKind, str]:
    words = f"{a.text} / {b.text}"
    if (a.low, a.high) == (b.low, b.high):
        return "same", words
    floors = sorted(low for low in (a.low, b.low) if low)
    if (a.high is None or b.high is None) and len(floors) == 2 and floors[1] > floors[0] * ANOTHER_FIGURE:
        return "differs", f"{words}: another figure, though the lower one leaves room for it"
    if _within(a, b):
        return "finer", f"{a.text} lies within {b.text}"
    if _within(b, a):
        return "broader", f"{b.text} lies within {a.text}"
    if _low(a) <= _high(b) and _low(b) <= _high(a):
        return "same", f"{words}: the ranges overlap"
    return "differs", words


def _within(inner: Count, outer: Count) -> bool:
    return _low(outer) <= _low(inner) and _high(inner) <= _high(outer)


def _low(count: Count) -> float:
    return count.low if count.low is not None else float("-inf")


def _high(count: Count) -> float:
    return count.high if count.high is not None else float("inf")


def _noun(of: str) -> str:
    tokens = fold(of).split()
    return stem(tokens[-1]) if tokens else ""
