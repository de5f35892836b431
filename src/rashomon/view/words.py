"""Values as a person reads them: intervals, places, counts, chains. Rule: nothing is rounded or left out; what is open
or unknown says so."""

from __future__ import annotations

from rashomon.record import Claim, Count, Event, Place, Time


def when(time: Time | None) -> str:
    """An interval with its basis: "2017-12-27 (absolute)"; "time not told"."""
    if time is None or (time.earliest is None and time.latest is None):
        return f"time open ({time.text})" if time and time.text else "time not told"
    bounds = time.earliest or "…"
    if time.latest != time.earliest:
        bounds += f" to {time.latest or '…'}"
    return f"{bounds} ({time.basis})"


def first_day(event: Event) -> tuple[bool, bool, str]:
    """What lists go by: dated events by the first day that the words allow (or the last, where only that is told),
    those of an open year after them by day and month, then the undated."""
    first = (event.time.earliest or event.time.latest) if event.time else None
    return first is None, "?" in (first or ""), (first or "").replace("?", "0")


def where(places: tuple[Place, ...]) -> str:
    """Every distinct place with its role; "place not told"."""
    told = dict.fromkeys(_place(place) for place in places)
    return "; ".join(told) or "place not told"


def _place(place: Place) -> str:
    relation = "" if place.relation in ("in", "at", "") else f"{place.relation} "
    role = "" if place.role == "place" else f"{place.role} "
    return f"{role}{relation}{place.name}"


def how_many(counts: tuple[Count, ...]) -> str:
    """Every distinct count with its bounds; "" when there is none."""
    return "; ".join(dict.fromkeys(count_words(count) for count in counts))


def count_words(count: Count) -> str:
    """ "around 300 people (270 to 330)"; the words alone where the bounds are the number itself."""
    words = count.text if count.of.casefold() in count.text.casefold() else f"{count.text} {count.of}"
    if count.low == count.high:
        return f"{words} ({_number(count.low)})"
    return f"{words} ({_number(count.low)} to {_number(count.high)})"


def _number(value: int | float | None) -> str:
    return "open" if value is None else f"{value:,}"


def who_says(claim: Claim, outlet: str) -> str:
    """The chain from the outlet inwards: "Meridian, citing the Ministry, citing local sources"."""
    return ", citing ".join([outlet, *(step.name for step in claim.attribution)])


def at_least_to(lower: int, upper: int) -> str:
    """Bounds of independence: "1" or "1 to 3"."""
    return f"{lower}" if lower == upper else f"{lower} to {upper}"
