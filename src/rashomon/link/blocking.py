"""Which pairs of claims are worth weighing: those that share a day and a place or party, or a run of words.

Rule: keys of one profile at a time, then one sort; near-linear in the number of claims. A key that too many claims
share tells nothing and is dropped, so that a common name never makes the work quadratic.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from zlib import crc32

from rashomon.lexicon.characterisation import ANYBODY
from rashomon.lexicon.link_weights import AREA_KM
from rashomon.lexicon.type_pairs import FAMILY_OF
from rashomon.link.profile import Profile
from rashomon.record import Place
from rashomon.record.distance import DEFAULT_RADIUS_KM
from rashomon.record.interval import Window

FINE_DEGREES = 0.5
COARSE_DEGREES = 3.0
"""Grid cells of about 50 and 300 km; each point lies in a cell of the grid and in one of the grid moved by half."""
DATED_DAYS = 10
"""A window of up to so many days is blocked by its days, a longer one as undated."""
FULL_BLOCK = 120
"""Claims that may share a key before it is held to be too common to compare all pairs."""
UNDATED_BLOCK = 60
"""The same for keys without a day."""
MOST_WORDS = 4
"""Words for those concerned ("livestock market"), or figures, that are paired into keys."""
MIN_HASHES = 12
BAND = 2
"""Signature of a quote's words: 12 minima in bands of 2 find quotes with half their words in common 9 times in 10 runs
of a band (1 - (1 - 0.5**2)**6 = 0.82), copies always."""


def candidate_pairs(profiles: Sequence[Profile]) -> list[tuple[int, int]]:
    """Sorted pairs of positions in `profiles` (sorted by id), each of different pages."""
    keyed = sorted((key, position) for position, item in enumerate(profiles) for key in _keys(item))
    pairs: set[tuple[int, int]] = set()
    for limit, block in _blocks(keyed):
        if 1 < len(block) <= limit:
            pairs.update(pair for pair in combinations(block, 2) if _apart_pages(profiles, pair))
    return sorted(pairs)


def _apart_pages(profiles: Sequence[Profile], pair: tuple[int, int]) -> bool:
    return profiles[pair[0]].document != profiles[pair[1]].document


def _blocks(keyed: Sequence[tuple[str, int]]) -> Iterator[tuple[int, list[int]]]:
    block: list[int] = []
    last = ""
    for key, position in keyed:
        if key != last:
            yield _limit(last), block
            block, last = [], key
        if not block or block[-1] != position:
            block.append(position)
    yield _limit(last), block


def _limit(key: str) -> int:
    return UNDATED_BLOCK if key.startswith("u") else FULL_BLOCK


def _keys(item: Profile) -> set[str]:
    family = FAMILY_OF.get(item.type.split(".")[0], item.type)
    lent = item.context
    where = {f"p{name}" for place in (*item.places, *lent.places) for name in _place_keys(place)}
    who = {f"s{source}" for source in item.actors | item.affected}
    dated = {f"d{family}|{day}|{key}" for day in _days(item.window or lent.window) for key in where | who}
    undated = {f"u{family}|{key}" for key in where if not key.startswith("pc")}
    undated |= {f"u{family}|{one}|{two}" for one in where for two in who}
    undated |= {f"u{family}|{one}|{weekday}" for one in where | who for weekday in _weekday(item.window or lent.window)}
    undated |= {f"u{family}|n{figure:g}" for figure in _figures(item) if figure % 10}
    words = {f"w{family}|{band}" for band in _bands(item.words)}
    words |= {f"u{family}|t{word}" for word in item.words & item.story}
    words |= {f"u{item.type}|h{word}" for word in item.headline}
    whom = sorted(item.affected_words - ANYBODY)[:MOST_WORDS]
    words |= {f"u{item.type}|a{one}|{two}" for one, two in combinations(whom, 2)}
    # a small case is compared whole: a block of one type that grows beyond UNDATED_BLOCK is dropped
    small = {f"u{item.type}"} if item.voice != "title" else set()
    return dated | undated | words | small


def _figures(item: Profile) -> set[float]:
    """The exact figures of a claim, and the sums of two of them ("52 and 22" meets "74")."""
    exact = sorted({low for low, high, _ in item.numbers if low == high and low > 10})[:MOST_WORDS]
    return {*exact, *(one + other for one, other in combinations(exact, 2))}


def _days(days: Window | None) -> Iterator[str]:
    """Month and day of each day of a short window and of the day after: a report may date an event a day late."""
    if days is None or days.low is None or days.high is None or days.high - days.low >= DATED_DAYS:
        return
    for day in range(days.low, days.high + 2):
        yield date.fromordinal(day).strftime("%m%d")


def _weekday(days: Window | None) -> Iterator[str]:
    """The weekday, told or of the date, so that "Saturday" meets the Saturday's date."""
    if days is None:
        return
    if days.weekday is not None:
        yield f"wd{days.weekday}"
    elif days.low is not None and days.low == days.high and not days.yearless:
        yield f"wd{date.fromordinal(days.low).weekday()}"


def _place_keys(place: Place) -> Iterator[str]:
    if place.id is not None:
        yield place.id
    if place.name:
        yield "".join(ch for ch in place.name.casefold().removeprefix("the ") if ch.isalnum())
    if place.lat is not None and place.lon is not None:
        radius = place.radius_km if place.radius_km is not None else DEFAULT_RADIUS_KM.get(place.precision, 20.0)
        step = FINE_DEGREES if radius <= AREA_KM / 4 else COARSE_DEGREES
        for size in {step, COARSE_DEGREES}:
            for moved in (0.0, 0.5):
                row, column = math.floor(place.lat / size + moved), math.floor(place.lon / size + moved)
                yield f"c{size:g}/{moved:g}/{row}/{column}"


def _bands(words: frozenset[str]) -> Iterator[str]:
    if len(words) < 5:
        return
    hashes = [crc32(word.encode()) for word in words]
    minima = [min((value * odd + step) & 0xFFFFFFFF for value in hashes) for odd, step in _MIXERS]
    for start in range(0, MIN_HASHES, BAND):
        yield f"{start}:{minima[start]}:{minima[start + 1]}"


_MIXERS = tuple((2654435761 * (2 * n + 1) % (1 << 32) | 1, 40503 * (n + 1)) for n in range(MIN_HASHES))
"""Odd multipliers after Knuth (multiplicative hashing), one a hash function."""
