"""The list of events: filtered, sorted, a page at a time, with what it can be narrowed by. Rule: see view/__init__."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rashomon.record import Claim, Event
from rashomon.view.chain import Link, chain_of
from rashomon.view.index import Index
from rashomon.view.query import Query
from rashomon.view.spoken import (
    SLOTS,
    Tally,
    group_word,
    slot_word,
    tallies,
    time_basis,
    time_words,
    type_word,
    where_words,
)
from rashomon.view.words import first_day

PAGE = 40
"""Events on one page of the list: about four screens, and well under 100 kB."""
GIST = 72
"""Characters of a quote shown where an event is only named: one line of a list."""
GRADES = (
    "contested",
    "confirmed by the responsible party",
    "opposing sides agree",
    "several independent",
    "single origin",
    "denied only",
    "superseded",
    "insufficient",
)
"""Assessment grades in the order a page lists them."""
DISPUTES = ("contradicts", "denies", "differs", "updates")
DEPENDS = ("echoes", "rests_on", "same_origin")


@dataclass(frozen=True, slots=True)
class EventRow:
    """One event in the list. marks: (relation kind, slot, how many) of its disputes and echoes; quote and chain: its
    first account; gist: some words of that quote; since, until: the bounds of its time as ISO days, "" = open or not
    told; grade "not assessed" where no assessment is stored."""

    id: str
    type: str
    title: str
    when: str
    when_note: str
    where: str
    counts: tuple[Tally, ...]
    accounts: int
    pages: int
    lower: int
    upper: int
    grade: str
    reason: str
    quote: tuple[str, str, str]
    chain: tuple[Link, ...]
    marks: tuple[tuple[str, str, int], ...]
    gist: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One value the list can be narrowed to: value for the URL, label for a person, how many events have it."""

    value: str
    label: str
    events: int


@dataclass(frozen=True, slots=True)
class EventList:
    """A page of the list. total: events that match; of: events in the case."""

    query: Query
    rows: tuple[EventRow, ...]
    total: int
    of: int
    pages: int


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a case holds."""

    pages: int
    claims: int
    sources: int
    refusals: int


def totals(index: Index) -> Totals:
    """How much the case holds."""
    return Totals(len(index.documents), len(index.claims), len(index.sources), len(index.accounts.refusals))


def event_list(index: Index, query: Query, size: int = PAGE) -> EventList:
    """The events that match, one page of `size` of them."""
    found = matching(index, query)
    ordered = sorted(found, key=_order(index, query.sort))
    pages = max(1, -(-len(ordered) // size))
    first = (min(query.page, pages) - 1) * size
    rows = tuple(event_row(index, event) for event in ordered[first : first + size])
    return EventList(query, rows, len(ordered), len(index.events), pages)


def event_row(index: Index, event: Event) -> EventRow:
    """One event, in a row."""
    told = index.told.get(event.id, ())
    lead = _lead(told)
    return EventRow(
        event.id,
        event.type,
        type_word(event.type),
        time_words(event.time),
        time_basis(event.time),
        where_words(event.places),
        tallies(event.counts),
        len(told),
        len({claim.document for claim in told}),
        event.independence.lower,
        event.independence.upper,
        grade_of(event),
        _reason(event),
        quote_parts(lead) if lead else ("", "", ""),
        chain_of(index, lead) if lead else (),
        marks(index, told),
        gist(index, event),
        (event.time.earliest or "") if event.time else "",
        (event.time.latest or "") if event.time else "",
    )


def _reason(event: Event) -> str:
    """The reason of the grade, with the slot it names as a page names it."""
    told = event.assessment.reason if event.assessment else ""
    slot, colon, rest = told.partition(":")
    return f"{slot_word(slot)}:{rest}" if colon and slot in SLOTS else told


def gist(index: Index, event: Event) -> str:
    """Words of the account that shows an event best, around what happened: what tells it from others of its type."""
    lead = _lead(index.told.get(event.id, ()))
    if lead is None:
        return ""
    before, word, after = (" ".join(part.split()) for part in quote_parts(lead))
    room = max(0, GIST - len(word))
    tail = _cut(after, room if not before else max(room // 2, room - len(before)))
    head = _cut(before[::-1], room - len(tail))[::-1]
    return " ".join(part for part in (head, word, tail) if part)


def _cut(words: str, room: int) -> str:
    """The first whole words that fit, and an ellipsis where some are left out."""
    if len(words) <= room:
        return words
    kept = words[: max(0, room)].rpartition(" ")[0]
    return f"{kept} …" if kept else "…"


def grade_of(event: Event) -> str:
    """The grade, or "not assessed"."""
    return event.assessment.grade if event.assessment else "not assessed"


def quote_parts(claim: Claim) -> tuple[str, str, str]:
    """The quoted words before, at and after the trigger, as they stand on the page."""
    cut, end = claim.trigger.start - claim.quote.start, claim.trigger.end - claim.quote.start
    words = claim.quote.text
    return (words[:cut], words[cut:end], words[end:]) if 0 <= cut < end <= len(words) else (words, "", "")


def _lead(told: tuple[Claim, ...]) -> Claim | None:
    """The account that shows an event best: the article's own, then the one that fills most slots."""
    return max(told, key=lambda c: (c.voice == "article", len(c.roles) + len(c.counts) + len(c.places)), default=None)


def marks(index: Index, told: Iterable[Claim]) -> tuple[tuple[str, str, int], ...]:
    """Disputes by slot, then echoes, with how many relations of each."""
    relations = {r.id: r for claim in told for r in index.relations.get(claim.id, ())}.values()
    disputes = Counter((r.kind, r.slot) for r in relations if r.kind in DISPUTES)
    depends = Counter((r.kind, "") for r in relations if r.kind in ("echoes", "rests_on"))
    in_order = sorted(disputes.items(), key=lambda item: (DISPUTES.index(item[0][0]), item[0][1]))
    return tuple((kind, slot, n) for (kind, slot), n in (*in_order, *sorted(depends.items())))


def matching(index: Index, query: Query) -> list[Event]:
    """Every event of the case that the query asks for, in the order of ids."""
    tests = [_TESTS[name](index, value) for name, value in query.filters]
    return [event for event in index.events.values() if all(test(event) for test in tests)]


Test = Callable[[Event], bool]


def _by_text(index: Index, words: str) -> Test:
    wanted = words.casefold().split()

    def test(event: Event) -> bool:
        told = " ".join(claim.quote.text for claim in index.told.get(event.id, ())).casefold()
        named = f"{told} {event.type} {where_words(event.places)}".casefold()
        return all(word in named for word in wanted)

    return test


def _by_type(_: Index, wanted: str) -> Test:
    return lambda event: event.type == wanted or event.type.startswith(wanted + ".")


def _by_grade(_: Index, wanted: str) -> Test:
    return lambda event: grade_of(event) == wanted


def _by_status(index: Index, wanted: str) -> Test:
    return lambda event: any(claim.status == wanted for claim in index.told.get(event.id, ()))


def _by_place(_: Index, wanted: str) -> Test:
    return lambda event: any(place.name == wanted for place in event.places)


def _by_source(index: Index, wanted: str) -> Test:
    heard = {claim.event for claim in index.heard.get(wanted, ())}
    own = {document for document, source in index.outlets.items() if source.id == wanted}
    heard |= {claim.event for document in own for claim in index.on_page.get(document, ())}
    return lambda event: event.id in heard


def _by_kind(index: Index, wanted: str) -> Test:
    return lambda event: any(
        r.kind == wanted for claim in index.told.get(event.id, ()) for r in index.relations.get(claim.id, ())
    )


def _since(_: Index, day: str) -> Test:
    return lambda event: event.time is not None and _after(event.time.latest or event.time.earliest, day)


def _until(_: Index, day: str) -> Test:
    return lambda event: event.time is not None and _before(event.time.earliest or event.time.latest, day)


def _after(last: str | None, day: str) -> bool:
    """A day of an open year is held against the day and month alone."""
    return last is not None and (last[5:10] >= day[5:] if "?" in last else last[:10] >= day)


def _before(first: str | None, day: str) -> bool:
    return first is not None and (first[5:10] <= day[5:] if "?" in first else first[:10] <= day)


_TESTS: dict[str, Callable[[Index, str], Test]] = {
    "q": _by_text,
    "type": _by_type,
    "grade": _by_grade,
    "status": _by_status,
    "place": _by_place,
    "source": _by_source,
    "kind": _by_kind,
    "since": _since,
    "until": _until,
}


def _order(index: Index, sort: str) -> Callable[[Event], tuple[object, ...]]:
    def disputes(event: Event) -> int:
        return sum(n for kind, _, n in marks(index, index.told.get(event.id, ())) if kind in DISPUTES)

    if sort == "accounts":
        return lambda event: (-len(event.claims), *by_time(event))
    if sort == "disputed":
        return lambda event: (-disputes(event), -len(event.claims), *by_time(event))
    if sort == "independent":
        return lambda event: (-event.independence.lower, -event.independence.upper, *by_time(event))
    return by_time


def by_time(event: Event) -> tuple[object, ...]:
    """Dated events first, then those of an open year by day and month, then the undated."""
    return (*first_day(event), -len(event.claims), event.id)


def choices(index: Index) -> dict[str, tuple[Choice, ...]]:
    """What the list can be narrowed to."""
    events = index.events.values()
    statuses = ((c.status, e.id) for e in events for c in index.told.get(e.id, ()))
    places = Counter(name for e in events for name in dict.fromkeys(p.name for p in e.places))
    return {
        "type": _types(Counter(e.type for e in events)),
        "grade": _listed(Counter(map(grade_of, events)), GRADES),
        "status": _counted(Counter(status for status, _ in dict.fromkeys(statuses)), str),
        "place": _counted(places, str),
        "source": _sources(index),
    }


def _types(found: Counter[str]) -> tuple[Choice, ...]:
    groups: Counter[str] = Counter()
    for name, n in found.items():
        groups[name.partition(".")[0]] += n
    rows: list[Choice] = []
    for group in sorted(groups):
        rows.append(Choice(group, f"{group_word(group)}: all", groups[group]))
        rows += [
            Choice(t, f"{group_word(t)}: {type_word(t).lower()}", found[t])
            for t in sorted(found)
            if t.startswith(group + ".")
        ]
    return tuple(rows)


def _listed(found: Counter[str], order: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(value, value, found[value]) for value in (*order, "not assessed") if found[value])


def _counted(found: Counter[str], label: Callable[[str], str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(value, label(value), n) for value, n in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    )


def _sources(index: Index) -> tuple[Choice, ...]:
    def events_of(source: str) -> int:
        return len({claim.event for claim in index.heard.get(source, ()) if claim.event})

    told = [Choice(s.id, s.name, events_of(s.id)) for s in index.sources.values() if s.named]
    return tuple(sorted((c for c in told if c.events), key=lambda c: (-c.events, c.label.casefold(), c.value)))
