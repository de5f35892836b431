"""Times, counts, places, types and kinds as a page says them to a person. Rule: see view/__init__; nothing is rounded,
open bounds and open years are said, and a word stands for every code."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.record import Count, Place, Time

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
TIME_PRECISION = {
    "T0": "time of day",
    "T1": "a day",
    "T2": "two to six days",
    "T3": "a week",
    "T4": "a month",
    "T5": "longer than a month",
    "T6": "one end open",
    "T9": "unknown",
}
PLACE_PRECISION = {
    "P1": "a site",
    "P2": "a town",
    "P3": "near a town, its outskirts or surroundings",
    "P4": "a district",
    "P5": "a province",
    "P6": "between places, or larger than a province",
    "P7": "a country",
    "P8": "water, air or a border",
    "P9": "in no gazetteer at hand",
}
TIME_BASIS = {
    "absolute": "the date stands in the words",
    "relative to publication": "counted from the day of publication",
    "to another event": "told by another event",
    "period": "a named period",
    "context of the page": "from the rest of the page",
    "context of other pages": "from other pages of the case",
    "none": "nothing fixes it",
}
KINDS = {
    "same": "same",
    "finer": "more exact",
    "broader": "less exact",
    "adds_up": "adds up",
    "updates": "updates",
    "differs": "differs",
    "contradicts": "contradicts",
    "not_comparable": "not comparable",
    "denies": "denies",
    "confirms": "confirms",
    "echoes": "echoes",
    "rests_on": "rests on",
    "same_origin": "same origin",
}
"""Relation kind -> the word a page shows."""
REVERSED = {
    "finer": "broader",
    "broader": "finer",
    "updates": "updated by",
    "denies": "denied by",
    "confirms": "confirmed by",
    "echoes": "echoed by",
    "rests_on": "carries",
}
"""What b is to a, where that is another word than what a is to b: a relation kind, or a word of its own."""
AGGREGATIONS = {"cumulative": "running total", "stock": "standing number"}
"""How a figure counts, where it is not what happened at that time alone."""
SLOTS = {
    "happened": "It happened",
    "time": "When",
    "place": "Where",
    "origin": "From",
    "destination": "To",
    "via": "By way of",
    "count": "How many",
    "actor": "Who did it",
    "affected": "Whom it befell",
    "party": "Parties",
    "means": "By what means",
    "terms": "Terms",
    "mediator": "Who mediated",
    "permitter": "Who allowed it",
    "event": "The whole account",
    "text": "The page's words",
}
"""Slot -> heading, in the order a matrix shows them."""


def kind_word(kind: str, turned: bool = False) -> tuple[str, str]:
    """(kind, word) of a relation as seen from a, or from b when `turned`."""
    seen = REVERSED.get(kind, kind) if turned else kind
    return (seen if seen in KINDS else kind), KINDS.get(seen, seen.replace("_", " "))


def slot_word(slot: str) -> str:
    """The heading of a slot."""
    return SLOTS.get(slot, slot.replace("_", " ").capitalize())


def type_word(event_type: str | None) -> str:
    """ "movement.passage_opened" -> "Passage opened"."""
    if not event_type:
        return "Answer"
    return event_type.rpartition(".")[2].replace("_", " ").capitalize()


def group_word(event_type: str) -> str:
    """ "movement.evacuation" -> "Movement"."""
    return event_type.partition(".")[0].replace("_", " ").capitalize()


def day_words(day: str) -> str:
    """ "2025-03-15" -> "15 March 2025"; an open year is left out."""
    year, month, date = day[:4], int(day[5:7]), int(day[8:10])
    told = f"{date} {MONTHS[month - 1]}"
    return told if "?" in year else f"{told} {year}"


def time_words(time: Time | None) -> str:
    """The interval in words: "15 March 2025", "10 – 12 March, year not told", "since 1 December", "a Saturday"."""
    if time is None:
        return "not told"
    if time.earliest is None and time.latest is None:
        return _dateless(time)
    told = _interval(time.earliest, time.latest)
    if time.clock:
        told += f", {time.clock}"
    if "?" in f"{time.earliest}{time.latest}" or not time.year_known:
        told += ", year not told"
    return told


def edtf_words(told: str) -> str:
    """A day or an interval in EDTF as `time_words` says it: "../????-03-02" -> "until 2 March, year not told"; anything
    else as it stands."""
    first, slash, last = told.partition("/")
    ends = [None if end == ".." else end for end in (first, last if slash else first)]
    if not any(ends) or not all(end is None or _DAY.fullmatch(end) for end in ends):
        return told
    return _interval(ends[0], ends[1]) + (", year not told" if "?" in told else "")


_DAY = re.compile(r"[\d?]{4}-\d{2}-\d{2}")


def _dateless(time: Time) -> str:
    if time.weekday:
        return f"a {time.weekday.capitalize()}, date not told"
    return f"“{time.text}”, date not told" if time.text else "not told"


def _interval(first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return f"since {day_words(first)}" if first else f"until {day_words(last or '')}"
    if first == last:
        return day_words(first)
    if first[:7] == last[:7]:
        if _whole_month(first, last):
            return day_words(first).partition(" ")[2]
        return f"{int(first[8:10])} – {day_words(last)}"
    if first[:4] == last[:4]:
        if (first[5:], last[5:]) == ("01-01", "12-31"):
            return first[:4]
        return f"{day_words(first).removesuffix(' ' + first[:4])} – {day_words(last)}"
    return f"{day_words(first)} – {day_words(last)}"


def _whole_month(first: str, last: str) -> bool:
    year = 2000 if "?" in first[:4] else int(first[:4])
    return first[8:10] == "01" and int(last[8:10]) == calendar.monthrange(year, int(first[5:7]))[1]


def time_basis(time: Time | None) -> str:
    """How exact the time is and what it rests on."""
    if time is None or (time.earliest is None and time.latest is None):
        return ""
    return f"exact to {TIME_PRECISION[time.precision]}; {TIME_BASIS.get(time.basis, time.basis)}"


def place_words(place: Place) -> str:
    """The place with its relation: "near Kesmat"."""
    return place.name if place.relation in ("in", "at", "") else f"{place.relation} {place.name}"


def where_words(places: Iterable[Place]) -> str:
    """ "Hadresk → Orlim"; places that the accounts give for one role are joined by "or"; "" when none is told."""
    by_role: dict[str, dict[str, None]] = {}
    for place in places:
        by_role.setdefault(place.role, {})[place_words(place)] = None
    on_road = {word for role in ("origin", "via", "destination") for word in by_role.get(role, {})}
    scene = [
        word for word in dict.fromkeys((*by_role.get("place", {}), *by_role.get("within", {}))) if word not in on_road
    ]
    road = [_either(by_role[role]) for role in ("origin", "via", "destination") if role in by_role]
    if len(road) == 1:
        word = next(role for role in ("origin", "via", "destination") if role in by_role)
        road = [{"origin": "from", "via": "via", "destination": "to"}[word] + " " + road[0]]
    return ", ".join(part for part in (" → ".join(road), _either(scene)) if part)


def _either(words: Iterable[str]) -> str:
    """ "Orlim or Kesmat"; "between Orlim and Kesmat" for the two ends of one place."""
    told = list(words)
    ends = [word for word in told if word.startswith("between ")]
    if len(ends) > 1:
        joined = f"between {' and '.join(word.removeprefix('between ') for word in ends)}"
        told = [*(word for word in told if word not in ends), joined]
    return " or ".join(told)


def number(value: int | float) -> str:
    """A number with separators: 16,000."""
    return f"{value:,}"


def bounds(low: int | float | None, high: int | float | None) -> str:
    """ "412", "360 – 440", "381 or more", "up to 20", "a number not told"."""
    if low is None and high is None:
        return "a number not told"
    if low is None or high is None:
        return f"{number(low)} or more" if low is not None else f"up to {number(high or 0)}"
    return number(low) if low == high else f"{number(low)} – {number(high)}"


def count_note(count: Count) -> str:
    """What the words allow, with how they say it: "360 – 440 people, about"; a total says so."""
    told = f"{bounds(count.low, count.high)} {count.of}".strip()
    notes: list[str] = [] if count.quantifier == "exact" else [count.quantifier]
    if count.aggregation != "increment":
        notes.append(AGGREGATIONS.get(count.aggregation, count.aggregation))
    if count.part_of:
        notes.append(f"part of {count.part_of}")
    return told + (f" ({', '.join(notes)})" if notes else "")


@dataclass(frozen=True, slots=True)
class Tally:
    """Every version of one count of an event: lowest to highest bound; versions: how many different figures; part: it
    is counted in another figure ("among them 142 children")."""

    of: str
    bounds: str
    aggregation: str
    versions: int
    part: bool = False


def tallies(counts: Iterable[Count]) -> tuple[Tally, ...]:
    """Counts by unit and aggregation, people first; a running total is never mixed with a daily figure, nor a part with
    the whole that holds it."""
    groups: dict[tuple[str, str, bool], list[Count]] = {}
    for count in counts:
        groups.setdefault((count.unit, count.aggregation, count.part_of is not None), []).append(count)
    order = sorted(groups, key=lambda key: (key[0] != "person", key[2], key[1] != "increment", key))
    return tuple(_tally(groups[key], *key[1:]) for key in order)


def _tally(counts: list[Count], aggregation: str, part: bool) -> Tally:
    lows, highs = [c.low for c in counts], [c.high for c in counts]
    low = None if None in lows else min(low for low in lows if low is not None)
    high = None if None in highs else max(high for high in highs if high is not None)
    called = {count.of for count in counts}
    of = (
        called.pop()
        if len(called) == 1
        else {"person": "people", "vehicle": "vehicles"}.get(counts[0].unit, "of these")
    )
    return Tally(of, bounds(low, high), aggregation, len({(c.low, c.high) for c in counts}), part)
