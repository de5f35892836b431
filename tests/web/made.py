"""A case made of numbers, as large as a test asks for: events with accounts, chains, places, times and relations."""

from __future__ import annotations

import random

from rashomon.record import (
    Accounts,
    Assessment,
    Block,
    Claim,
    Count,
    Coverage,
    Document,
    Event,
    Independence,
    Method,
    Named,
    Place,
    Relation,
    Source,
    Span,
    Step,
    Time,
    identify,
)

TYPES = ("movement.arrival", "movement.evacuation", "violence.attack", "deal.agreement", "relief.aid")
TOWNS = ("Port Vessen", "Kesmat", "Orlim", "Dorvat", "Sarnik", "Hadresk")
GRADES = ("contested", "single origin", "several independent", "insufficient")
PER_PAGE = 10
"""Claims of one page: a report of some length."""


def made_case(events: int, accounts: int = 2, seed: int = 0, towns: int = len(TOWNS)) -> Accounts:
    """`events` events of so many accounts each, in that many towns; the same for the same numbers."""
    draw = random.Random(seed)
    sources = [Source(f"source-{n}", f"Bureau {n}", (), "monitor") for n in range(max(4, events // 20))]
    documents = _Pages()
    told: list[Event] = []
    claims: list[Claim] = []
    relations: list[Relation] = []
    for n in range(events):
        event_id = f"event-{n:06d}"
        of = [_claim(draw, documents, sources, event_id, n, k, towns) for k in range(accounts)]
        told.append(_event(draw, event_id, of))
        claims += of
        if len(of) > 1 and draw.random() < 0.5:
            kind = draw.choice(("contradicts", "differs", "echoes", "same"))
            relations.append(
                Relation(f"relation-{n:06d}", of[0].id, of[1].id, "count", kind, "one says so, the other not")  # type: ignore[arg-type]
            )
    return Accounts(documents.closed(), tuple(claims), tuple(sources), tuple(told), tuple(relations))


class _Pages:
    """Pages of PER_PAGE sentences each."""

    def __init__(self) -> None:
        self.done: list[Document] = []
        self.lines: list[str] = []

    def add(self, line: str) -> tuple[str, int]:
        """The id of the page that a line goes to, and where it stands there."""
        if len(self.lines) == PER_PAGE:
            self._close()
        start = sum(len(other) + 2 for other in self.lines)
        self.lines.append(line)
        return identify("doc", f"page-{len(self.done)}"), start

    def closed(self) -> tuple[Document, ...]:
        """Every page."""
        if self.lines:
            self._close()
        return tuple(self.done)

    def _close(self) -> None:
        text, n = "\n\n".join(self.lines), len(self.done)
        blocks, at = [], 0
        for line in self.lines:
            blocks.append(Block("paragraph", at, at + len(line)))
            at += len(line) + 2
        self.done.append(
            Document(
                identify("doc", f"page-{n}"), f"{n:064x}", f"page-{n:05d}.txt", text, tuple(blocks),
                title=f"Report {n}", outlet=Named(f"Gazette {n % 40}"), language="en",
                coverage=Coverage(len(text), len(text)),
            )
        )  # fmt: skip
        self.lines = []


def _claim(draw: random.Random, pages: _Pages, sources: list[Source], event: str, n: int, k: int, towns: int) -> Claim:
    source, town, day = draw.choice(sources), _town(n % towns), f"2031-{n % 12 + 1:02d}-{n // 12 % 28 + 1:02d}"
    what, figure = draw.choice(("convoy", "column", "ferry")), draw.randint(10, 900)
    line = f"A {what} of {figure} people arrived at {town[0]} on {day} in report {n}-{k}, {source.name} said."
    document, start = pages.add(line)

    def span(words: str) -> Span:
        at = line.index(words)
        return Span(start + at, start + at + len(words), words)

    count = Count(f"{figure} people", span(f"{figure} people"), "people", figure, figure, "exact", "person")
    place = Place("place", town[0], span(town[0]), town[0], f"made:{town[0]}", town[1], town[2], "P2", "in", 5.0)
    day_of = None if n % 9 == 0 else Time(day, span(day), day, day, "T1", True, "absolute")
    return Claim(
        identify("claim", event, k), document, span(line.partition(",")[0]), span("arrived"), _type(n), event=event,
        roles=(("moved", (span(f"{figure} people"),)),), method=Method("made", "1"), confidence=0.5,
        attribution=(Step(source.name, "said", "says", False, span(source.name), source.id, span("said")),),
        status=draw.choice(("asserted", "asserted", "denied", "planned")), polarity=1, time=day_of,  # type: ignore[arg-type]
        places=() if n % 7 == 0 else (place,), counts=(count,),
    )  # fmt: skip


def _type(n: int) -> str:
    return TYPES[n % len(TYPES)]


def _town(n: int) -> tuple[str, float, float]:
    """Name, latitude, longitude: towns on a grid, so that none covers another."""
    name = TOWNS[n] if n < len(TOWNS) else f"Town {n}"
    return name, 30.0 + (n % 50) * 0.1, 40.0 + (n // 50) * 0.1


def _event(draw: random.Random, event_id: str, of: list[Claim]) -> Event:
    grade = draw.choice(GRADES)
    shared = draw.random() < 0.5
    groups = (tuple(c.id for c in of),) if shared else tuple((c.id,) for c in of)
    return Event(
        event_id, of[0].type or "", tuple(sorted(c.id for c in of)), of[0].time, of[0].places,
        tuple(count for c in of for count in c.counts), Independence(1, len(groups), (), groups),
        Assessment(grade, "A0", "made"),  # type: ignore[arg-type]
    )  # fmt: skip
