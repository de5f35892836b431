"""What every event of the case can be found by, as plain values: the data of a site on disk, where no server answers.
Rule: see view/__init__; the tests that a page makes with these values are those of `events.matching`."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.record import Event
from rashomon.view.events import DISPUTES, by_time, grade_of, marks
from rashomon.view.index import Index
from rashomon.view.spoken import where_words


@dataclass(frozen=True, slots=True)
class Facets:
    """One event. statuses, places, sources, kinds: sorted, each once; since, until: ISO days with "????" for an open
    year, "" = open or not told; text: all quotes, the type and the places, case-folded; disputes: how many relations of
    its accounts are disputes."""

    id: str
    type: str
    grade: str
    statuses: tuple[str, ...]
    places: tuple[str, ...]
    sources: tuple[str, ...]
    kinds: tuple[str, ...]
    since: str
    until: str
    text: str
    accounts: int
    disputes: int
    lower: int
    upper: int


def facets(index: Index) -> tuple[Facets, ...]:
    """Every event of the case, earliest first, as the first page of the list shows them."""
    return tuple(_facets(index, event) for event in sorted(index.events.values(), key=by_time))


def _facets(index: Index, event: Event) -> Facets:
    told = index.told.get(event.id, ())
    text = " ".join((*(claim.quote.text for claim in told), event.type, where_words(event.places)))
    return Facets(
        event.id,
        event.type,
        grade_of(event),
        tuple(sorted({claim.status for claim in told})),
        tuple(sorted({place.name for place in event.places})),
        _sources(index, event),
        tuple(sorted({r.kind for claim in told for r in index.relations.get(claim.id, ())})),
        (event.time.earliest or "") if event.time else "",
        (event.time.latest or "") if event.time else "",
        text.casefold(),
        len(event.claims),
        sum(n for kind, _, n in marks(index, told) if kind in DISPUTES),
        event.independence.lower,
        event.independence.upper,
    )


def _sources(index: Index, event: Event) -> tuple[str, ...]:
    """Everybody in its chains, and the outlets of its pages."""
    told = index.told.get(event.id, ())
    named = {step.source for claim in told for step in claim.attribution if step.source in index.sources}
    outlets = {index.outlets[claim.document].id for claim in told if claim.document in index.outlets}
    return tuple(sorted({key for key in named if key} | outlets))
