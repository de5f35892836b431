"""Accounts with everything in them: places found and not, open counts, chains, acts, decisions, words that bite."""

from __future__ import annotations

from dataclasses import replace

from rashomon.record import (
    Accounts,
    Anchor,
    Assessment,
    Claim,
    Count,
    Decision,
    Document,
    Event,
    Independence,
    Method,
    Named,
    Page,
    Place,
    Refusal,
    Relation,
    Ruling,
    Source,
    Span,
    Step,
    Time,
    page_id,
)
from tests.standin import StandInReader

TEXT = (
    "Families leave Orlim\n"
    '=SUM(A1) Dara Venn said forty families of\u2028Orlim, "all" of them, were evacuated\n'
    "The mayor said nobody was evacuated 🚌\n"
)


def accounts() -> Accounts:
    """One page, two claims and a denial, one event, one decision."""
    raw = TEXT.encode()
    reading = StandInReader()(Page(page_id(raw), "a.txt", None, None, "text/plain", raw))
    document = replace(_given(reading.document), outlet=Named("The Tolvia Post", "meta"), url="https://post.example/1")
    first, second = (_told(claim, document) for claim in reading.claims)
    denial = replace(second, id="claim-denial", type=None, act="denies", answers=(first.id,), event=None, time=None)
    claims = tuple(sorted((first, replace(second, places=(), counts=()), denial), key=lambda claim: claim.id))
    ids = tuple(sorted((first.id, second.id)))
    grade = Assessment("contested", "contested-1", "one says forty, the other nobody")
    event = Event("event-1", first.type or "", ids, first.time, first.places, first.counts, Independence(1, 2), grade)
    sources = (
        Source("source-1", "Dara Venn", ("Venn",), "witness", speaks_for="the council"),
        Source("source-2", "The mayor", (), "government"),
    )
    relation = Relation("relation-1", *ids, "count", "contradicts", "forty against nobody")
    anchor = Anchor(document.page, first.quote.text, 0, 1, first.trigger.text, 0, first.type)
    decision = Decision("decision-1", "mina", "2031-05-05T00:00:00.000000Z", "accept", (anchor,), why="seen, =1+1")
    refusal = Refusal("intake", "empty", "x: nothing in it", "x")
    rulings = (Ruling(decision, "applied", (first.id,)),)
    return Accounts((document,), claims, sources, (event,), (relation,), (refusal,), rulings)


def _given(document: Document | None) -> Document:
    assert document is not None
    return document


def _told(claim: Claim, document: Document) -> Claim:
    def span(words: str) -> Span:
        at = document.text.index(words)
        return Span.of(document.text, at, at + len(words))

    orlim = span("Orlim")
    places = (
        Place("origin", "Orlim", orlim, "Orlim", "geonames:1", 34.1234567, 40.5, "P2", radius_km=3.0),
        Place("destination", "Orlim", orlim, "Orlim", None, precision="P9", reason="two of this name"),
    )
    count = Count("forty families", span("forty families"), "families", 40, None, "at least", "household")
    who = claim.attribution[0].name
    source = "source-1" if "Venn" in who else "source-2"
    return replace(
        claim,
        event="event-1",
        places=places,
        counts=(count,),
        time=Time(
            "on Saturday", None, "2031-05-03", "2031-05-04", "T2", basis="absolute", edtf="2031-05-03/2031-05-04"
        ),
        attribution=(Step(who, "said", "says", source=source, span=claim.attribution[0].span),),
        parties=(("actor", "source-2"),),
        method=Method("rules", "1"),
    )
