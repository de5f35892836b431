"""A made-up world whose events are known: pages with their mentions and claims, as the per-page half would give them.

Rule: everything is drawn from a seed; towns, bodies and outlets are made of syllables; the number of events, towns and
outlets grows with the pages, as it does in a real collection. Each claim's true event is told beside it.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from rashomon.record import (
    Block,
    Claim,
    Count,
    Dated,
    Document,
    Mention,
    Named,
    PageReading,
    Place,
    Span,
    Step,
    Time,
    identify,
    page_id,
)

PAGES_PER_EVENT = 3.0
PAGES_PER_TOWN = 25
PAGES_PER_OUTLET = 60
COPIES = 0.12
"""Share of pages that are another page's text under another outlet's name."""
FIRST_DAY = date(2019, 1, 1)
DAYS = 900
KINDS = (
    ("movement.evacuation", "evacuated", "moved", ("villagers", "families", "gunmen", "patients"), ("buses", "trucks")),
    ("violence.airstrike", "bombed", "target", ("a depot", "a market", "a barracks"), ("jets", "drones")),
    ("custody.detention", "arrested", "taken", ("teachers", "officers", "smugglers"), ()),
    ("harm.casualties", "killed", "victim", ("herders", "guards", "children"), ()),
)
_SYLLABLES = "ba do fen gar hol im jor kal lem mun nor ost pel rin sal tor ul ven wel zar".split()


@dataclass(frozen=True, slots=True)
class Happening:
    """One event of the world. place: number of its town; low..high: how many are told of by different sources."""

    number: int
    kind: int
    town: int
    day: date
    actor: int
    people: str
    means: str
    size: int


@dataclass(slots=True)
class World:
    """Pages in order, and for each claim id its event's number; `copies` are (copy, original) document ids."""

    readings: list[PageReading] = field(default_factory=list)
    truth: dict[str, int] = field(default_factory=dict)
    copies: list[tuple[str, str]] = field(default_factory=list)


def make_world(pages: int, seed: int = 7) -> World:
    """A world of so many pages; the same for the same arguments on every machine."""
    return _Maker(pages, seed).made()


class _Maker:
    def __init__(self, pages: int, seed: int) -> None:
        self.chance = random.Random(seed)
        self.pages = pages
        self.towns = [self._town(number) for number in range(max(4, pages // PAGES_PER_TOWN))]
        self.outlets = [f"{self._word().title()} Post" for _ in range(max(5, pages // PAGES_PER_OUTLET))]
        kinds = ("Brigade", "Army", "Observatory", "Council", "Agency")
        self.bodies = [f"{self._word().title()} {kind}" for kind in kinds for _ in range(max(2, pages // 400))]
        self.happenings = [self._happening(number) for number in range(max(3, int(pages / PAGES_PER_EVENT)))]

    def made(self) -> World:
        world = World()
        drafts: list[tuple[PageReading, list[int]]] = []
        for number in range(self.pages):
            copied = drafts and self.chance.random() < COPIES
            if copied:
                original, events = self.chance.choice(drafts[-200:])
                reading = self._copy(original, number)
                world.copies.append((_document_id(reading), _document_id(original)))
            else:
                told = self._near(number)
                reading, events = self._page(number, told), [happening.number for happening in told]
                drafts.append((reading, events))
            world.readings.append(reading)
            world.truth |= {claim.id: event for claim, event in zip(reading.claims, events, strict=True)}
        return world

    def _near(self, number: int) -> list[Happening]:
        """One to three happenings of like days: pages follow the calendar."""
        centre = int(number / self.pages * len(self.happenings))
        at = min(len(self.happenings) - 1, max(0, centre + self.chance.randint(-2, 2)))
        return [
            self.happenings[min(len(self.happenings) - 1, at + step)]
            for step in range(self.chance.choice((1, 1, 1, 2)))
        ]

    def _happening(self, number: int) -> Happening:
        kind = self.chance.randrange(len(KINDS))
        day = FIRST_DAY + timedelta(days=int(number / max(1, self.pages / PAGES_PER_EVENT) * DAYS))
        actor = self.chance.randrange(len(self.bodies))
        people, means = self.chance.choice(KINDS[kind][3]), self.chance.choice(KINDS[kind][4] or ("",))
        town = self.chance.randrange(len(self.towns))
        return Happening(number, kind, town, day, actor, people, means, self.chance.randint(2, 400))

    def _page(self, number: int, told: list[Happening]) -> PageReading:
        draft = _Draft(f"page-{number:06}.txt", self.chance.choice(self.outlets), told[0].day)
        for happening in told:
            self._sentence(draft, happening)
            draft.add(f" {' '.join(self._word() for _ in range(30)).capitalize()}.")
        return draft.reading()

    def _sentence(self, draft: _Draft, happening: Happening) -> None:
        kind, verb, role, _, _ = KINDS[happening.kind]
        start = len(draft.text)
        actor, town = self.bodies[happening.actor], self.towns[happening.town]
        size = max(1, int(happening.size * self.chance.choice((1.0, 1.0, 1.1, 0.8))))
        open_year = self.chance.random() < 0.2
        draft.add(" The " if draft.text else "The ")
        who = draft.name(actor)
        draft.add(" ")
        trigger = draft.add(verb)
        draft.add(" ")
        affected = draft.add(
            f"{size} {happening.people}" if not happening.people.startswith("a ") else happening.people
        )
        if happening.means:
            draft.add(" with ")
        means = draft.add(happening.means) if happening.means else None
        draft.add(" near ")
        where = draft.add(town[0])
        when = draft.add(f" on {happening.day:%-d %B}")
        steps = self._said(draft)
        draft.add(".")
        roles = {"actor": (who,), role: (affected,), "place": (where,)} | ({"means": (means,)} if means else {})
        iso = happening.day.isoformat()
        counts = (
            []
            if happening.people.startswith("a ")
            else [Count(str(size), affected, happening.people, size, size, unit="person")]
        )
        place = Place(
            "place", where.text, where, town[0], f"world:{happening.town}", town[1], town[2], "P2", "near", 8.0
        )
        earliest = f"????{iso[4:]}" if open_year else iso
        draft.claims.append(
            Claim(
                id=identify("claim", draft.file, kind, trigger.start, trigger.end),
                document=draft.id,
                quote=Span.of(draft.text, start, len(draft.text)),
                trigger=trigger,
                type=kind,
                roles=tuple(sorted(roles.items())),
                attribution=steps,
                places=(place,),
                counts=tuple(counts),
                time=Time(when.text, when, earliest, earliest, "T1", not open_year, "absolute"),
                confidence=0.9,
            )
        )

    def _said(self, draft: _Draft) -> tuple[Step, ...]:
        drawn = self.chance.random()
        if drawn < 0.3:
            return ()
        draft.add(", ")
        if drawn < 0.5:
            span = draft.add("residents")
            draft.add(" said")
            return (Step("residents", "said", "says", span=span),)
        name = self.chance.choice(self.bodies)
        span = draft.name(name)
        draft.add(" said")
        return (Step(name, "said", "says", span=span),)

    def _copy(self, original: PageReading, number: int) -> PageReading:
        document = original.document
        assert document is not None
        draft = _Draft(f"page-{number:06}.txt", self.chance.choice(self.outlets), FIRST_DAY)
        draft.text = document.text
        draft.mentions = list(original.mentions)
        for claim in original.claims:
            fields = {name: getattr(claim, name) for name in claim.__dataclass_fields__}
            fields |= {"id": identify("claim", draft.file, claim.type, claim.trigger.start), "document": draft.id}
            draft.claims.append(Claim(**fields))
        return draft.reading()

    def _town(self, number: int) -> tuple[str, float, float]:
        return f"{self._word().title()}{number}", self.chance.uniform(-60, 60), self.chance.uniform(-180, 180)

    def _word(self) -> str:
        return "".join(self.chance.choice(_SYLLABLES) for _ in range(self.chance.randint(2, 4)))


class _Draft:
    """A page under construction: text grows, spans are told as it grows."""

    def __init__(self, file: str, outlet: str, day: date) -> None:
        self.file, self.outlet, self.day = file, outlet, day
        self.id = identify("doc", file)
        self.text = ""
        self.mentions: list[Mention] = []
        self.claims: list[Claim] = []

    def add(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return (
            Span.of(self.text, start + len(words) - len(words.lstrip()), len(self.text))
            if words.strip()
            else Span(0, 0, "")
        )

    def name(self, words: str) -> Span:
        span = self.add(words)
        known = {mention.name: mention.chain for mention in self.mentions}
        self.mentions.append(Mention(span, "organisation", known.get(words, len(known)), words))
        return span

    def reading(self) -> PageReading:
        page = page_id(f"{self.file}\n{self.text}".encode())
        dated = Dated(self.day.isoformat(), self.day.isoformat(), "meta")
        document = Document(
            self.id, page, self.file, self.text, (Block("paragraph", 0, len(self.text)),), tuple(_sentences(self.text)),
            None, Named(self.outlet, "visible text"), published=dated, language="en",
        )  # fmt: skip
        return PageReading(page, document, tuple(self.mentions), tuple(self.claims))


def _document_id(reading: PageReading) -> str:
    return reading.document.id if reading.document else ""


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find(". ", start)
        end = len(text) if end < 0 else end + 1
        yield start, end
        start = end + 1
