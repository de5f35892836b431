"""An invented case for the page's tests: three pages on a ferry that was stopped, with chains, a denial, a
contradiction, an echo, Arabic, emoji and a reader's comment."""

# ruff: noqa: E501
from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

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
    Mention,
    Method,
    Named,
    Place,
    Refusal,
    Relation,
    Source,
    Span,
    Step,
    Time,
    identify,
)

METHOD = Method("stand-in", "1")


def made_document(file: str, blocks: list[tuple[str, str]], outlet: str = "", language: str = "en") -> Document:
    """A document of (kind, words) blocks, separated by blank lines."""
    text, found = "", []
    for kind, words in blocks:
        text += "\n\n" if text else ""
        found.append(Block(kind, len(text), len(text) + len(words)))  # type: ignore[arg-type]
        text += words
    title = next((words for kind, words in blocks if kind == "title"), None)
    seen = len("".join(text.split()))
    return Document(
        identify("doc", file), "0" * 64, file, text, tuple(found), title=title, outlet=Named(outlet or None),
        language=language, coverage=Coverage(seen, seen),
    )  # fmt: skip


def span(document: Document, words: str) -> Span:
    """Where words stand first."""
    start = document.text.index(words)
    return Span.of(document.text, start, start + len(words))


def made_claim(
    document: Document, quote: str, trigger: str, event: str = "", chain: tuple[Step, ...] = (), **more: Any
) -> Claim:
    """A claim at the words of a quote."""
    at = span(document, quote)
    start = at.start + quote.index(trigger)
    word = Span.of(document.text, start, start + len(trigger))
    told: dict[str, Any] = {
        "type": "movement.arrival",
        "event": event or None,
        "method": METHOD,
        "confidence": 0.5,
        **more,
    }
    return Claim(identify("claim", document.id, start, quote), document.id, at, word, attribution=chain, **told)


FERRY, DENIAL, ARABIC = "event-ferry", "event-denial", "event-arabic"

HARBOUR = made_document(
    "01-harbour.txt",
    [
        ("boilerplate", "Menu   Search"),
        ("title", "Ferry reaches Port Vessen 🚢 after two days"),
        (
            "paragraph",
            "The ferry Alda arrived at Port Vessen on 4 May 2031 with 212 passengers, the harbour office said.",
        ),
        ("paragraph", "Some \U0001f468‍\U0001f469‍\U0001f467 families 👍🏽 waited at the pier."),
        ("comment", "They never arrived, my cousin says"),
    ],
    "Harbour Post",
)
ISLAND = made_document(
    "02-island.txt",
    [
        ("title", "Harbour office: Alda in port"),
        (
            "paragraph",
            "The Harbour Post, citing the harbour office, said the ferry Alda arrived with about 200 people.",
        ),
        ("paragraph", "The Coast Guard denied that the ferry arrived on 4 May."),
    ],
    "Island Radio",
)
ARABIC_PAGE = made_document(
    "03-mina.txt",
    [
        ("title", "وصول العبارة"),
        ("paragraph", "قال مكتب الميناء إن العبارة وصلت إلى الميناء يوم الأحد 😀 وعلى متنها 212 راكبا."),
    ],
    "",
    "ar",
)

OFFICE = Source("source-office", "the harbour office", ("harbour office",), "government")
POST = Source("source-post", "Harbour Post", ("The Harbour Post",), "outlet")
RADIO = Source("source-radio", "Island Radio", (), "outlet")
GUARD = Source("source-guard", "Coast Guard", ("The Coast Guard",), "military", speaks_for="Vessen")


def _step(document: Document, words: str, source: Source, act: str = "says", cue: str = "said") -> Step:
    return Step(words, cue, act, False, span(document, words), source.id, span(document, cue))


def _count(document: Document, words: str, of: str, low: int, high: int) -> Count:
    return Count(words, span(document, words), of, low, high, "exact" if low == high else "about", "person")


MAY = Time("4 May 2031", None, "2031-05-04", "2031-05-04", "T1", True, "absolute")
PORT = Place(
    "destination", "Port Vessen", span(HARBOUR, "Port Vessen"), "Port Vessen", "geonames:1", 35.0, 36.0, "P2", "in", 5.0
)

TOLD = made_claim(
    HARBOUR, "The ferry Alda arrived at Port Vessen on 4 May 2031 with 212 passengers", "arrived", FERRY,
    (_step(HARBOUR, "the harbour office", OFFICE),), time=replace(MAY, span=span(HARBOUR, "4 May 2031")), places=(PORT,),
    counts=(_count(HARBOUR, "212 passengers", "passengers", 212, 212),), roles=(("moved", (span(HARBOUR, "The ferry Alda"),)),),
)  # fmt: skip
RETOLD = made_claim(
    ISLAND, "the ferry Alda arrived with about 200 people", "arrived", FERRY,
    (_step(ISLAND, "The Harbour Post", POST, cue="citing"), _step(ISLAND, "the harbour office", OFFICE)),
    counts=(_count(ISLAND, "about 200 people", "people", 180, 220),),
)  # fmt: skip
DENIED = made_claim(
    ISLAND, "the ferry arrived on 4 May", "arrived", FERRY, (_step(ISLAND, "The Coast Guard", GUARD, "denies", "denied"),),
    status="denied", polarity=-1, time=replace(MAY, text="4 May", span=span(ISLAND, "4 May"), earliest="????-05-04",
    latest="????-05-04", year_known=False),
)  # fmt: skip
COMMENTED = made_claim(
    HARBOUR, "They never arrived, my cousin says", "arrived", DENIAL, (), voice="comment", polarity=-1, status="denied"
)
IN_ARABIC = made_claim(ARABIC_PAGE, "العبارة وصلت إلى الميناء يوم الأحد 😀 وعلى متنها 212 راكبا", "وصلت", ARABIC)

RELATIONS = (
    Relation(
        "relation-1", TOLD.id, DENIED.id, "happened", "contradicts", "one says it happened, the other that it did not"
    ),
    Relation("relation-2", RETOLD.id, TOLD.id, "text", "echoes", "cites the Harbour Post"),
    Relation("relation-3", TOLD.id, RETOLD.id, "count", "finer", "212 lies within about 200"),
)
EVENTS = (
    Event(
        FERRY, "movement.arrival", tuple(sorted((TOLD.id, RETOLD.id, DENIED.id))), MAY, (PORT,), (*TOLD.counts, *RETOLD.counts),
        Independence(1, 2, ("one origin: the harbour office",), ((TOLD.id, RETOLD.id), (DENIED.id,))),
        Assessment("contested", "A3", "the Coast Guard denies it"),
    ),
    Event(DENIAL, "movement.arrival", (COMMENTED.id,), None),
    Event(ARABIC, "movement.arrival", (IN_ARABIC.id,), Time("", None, "2031-05-01", None, "T6")),
)  # fmt: skip
REFUSED = Refusal("ground", "no-such-place", "no gazetteer entry is called 'Vessen'", "02-island.txt", None, ISLAND.id)

CASE = Accounts(
    (HARBOUR, ISLAND, ARABIC_PAGE),
    (TOLD, RETOLD, DENIED, COMMENTED, IN_ARABIC),
    (GUARD, OFFICE, POST, RADIO),
    EVENTS,
    RELATIONS,
    (REFUSED,),
)


@dataclass
class HeldCase:
    """A stand-in for a case: its accounts, and what its pages mention."""

    told: Accounts = CASE
    named: tuple[Mention, ...] = ()
    changes: list[int] = field(default_factory=lambda: [0])

    def accounts(self) -> Accounts:
        """The accounts as given."""
        return self.told

    def stamp(self) -> str:
        """Changes when a test says so."""
        return str(self.changes[0])

    def mentions(self, page_id: str) -> tuple[Mention, ...]:
        """The same for every page."""
        return self.named
