"""The time, places and counts of an event, from its claims: every version kept, none chosen in silence.

Rule: the time is the interval that all dated accounts allow together, or, where they part, the whole span they name.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TypeVar

from rashomon.lexicon.wording import fold
from rashomon.record import Claim, Count, Event, Narrowing, Time

T = TypeVar("T")


def with_values(event: Event, claims: Sequence[Claim]) -> Event:
    """The event with the time, places and counts of its claims (those that happened or may have)."""
    told = [claim for claim in claims if claim.polarity > 0] or list(claims)
    return replace(
        event,
        time=_time([claim.time for claim in told if claim.time is not None]),
        places=_each_once((p for c in told for p in c.places), lambda p: (p.role, p.id or fold(p.name), p.relation)),
        counts=_each_once((n for c in told for n in c.counts), _count_key),
    )


def _time(times: Sequence[Time]) -> Time | None:
    dated = [time for time in times if time.earliest or time.latest]
    if not dated:
        return min(times, key=lambda time: (time.precision, time.text), default=None)
    best = min(dated, key=lambda time: (time.precision, not time.year_known, time.earliest or "", time.text))
    same_kind = [time for time in dated if time.year_known == best.year_known]
    low = max((time.earliest for time in same_kind if time.earliest), default=None)
    high = min((time.latest for time in same_kind if time.latest), default=None)
    if low and high and low > high:
        low = min(time.earliest for time in same_kind if time.earliest)
        high = max(time.latest for time in same_kind if time.latest)
        note = Narrowing("the accounts do not agree on the day: from the earliest to the latest they name")
        return replace(best, earliest=low, latest=high, edtf=f"{low}/{high}", narrowed=(*best.narrowed, note))
    if (low, high) == (best.earliest, best.latest):
        return best
    note = Narrowing("what all dated accounts of the event allow together")
    return replace(best, earliest=low, latest=high, edtf=_edtf(low, high), narrowed=(*best.narrowed, note))


def _edtf(low: str | None, high: str | None) -> str:
    if low == high and low:
        return low.replace("????", "XXXX")
    return f"{low or '..'}/{high or '..'}".replace("????", "XXXX")


def _count_key(count: Count) -> Hashable:
    return (fold(count.of), count.low, count.high, count.aggregation, count.window)


def _each_once(values: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    """Each different value once, the first in the order of the claims."""
    return tuple({key(value): value for value in reversed(list(values))}.values())[::-1]
