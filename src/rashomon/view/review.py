"""The review of claims, one at a time: what a reviewer looks at, what was decided before, what else it could be.
Rule: see view/__init__; it shows decisions and makes none."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from rashomon.lexicon.ontology import TYPES
from rashomon.record import ARTICLE_KINDS, Claim, Decision, Document, Event
from rashomon.record.claim import Status
from rashomon.record.linked import AssessmentGrade
from rashomon.view.document import PageClaim, page_claim
from rashomon.view.events import by_time, gist, grade_of
from rashomon.view.index import Index
from rashomon.view.slots import SlotRows, slot_rows
from rashomon.view.spoken import group_word, time_words, type_word, where_words

AROUND = 240
"""Characters of the page shown on each side of the quote: about three lines."""
OTHERS = 80
"""Other events offered for a merge, those of the same kind first: a list that can still be read."""


@dataclass(frozen=True, slots=True)
class Made:
    """A decision in words. state: "applied", "undone", ...; "" until the ledger is rebuilt under it."""

    id: str
    who: str
    at: str
    kind: str
    words: str
    why: str
    state: str
    note: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be chosen: value for a form, label for a person."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class ReviewView:
    """The claim at hand. number: from 1, 0 when there is none; before, after: the page's words around the quote;
    decided: how many claims of the queue have a verdict of this reviewer; waiting: decisions not yet in the ledger."""

    claim: PageClaim | None
    document: str
    file: str
    before: str
    after: str
    siblings: int
    grade: str
    number: int
    total: int
    decided: int
    waiting: int
    reviewed: tuple[str, ...]
    made: tuple[Made, ...]
    latest: tuple[Made, ...]
    events: tuple[Offer, ...]
    sources: tuple[Offer, ...]
    types: tuple[Offer, ...]
    statuses: tuple[str, ...]
    grades: tuple[str, ...]
    slots: SlotRows | None


def review_view(index: Index, decisions: Iterable[Decision], who: str, number: int, event: str = "") -> ReviewView:
    """The claim with that number in the queue (of one event, or of all), and what was decided on it."""
    queue = [c for c in index.claims.values() if (c.event == event if event else c.event or c.type)]
    told = list(decisions)
    verdicts = {a for d in told if d.who == who and d.kind in ("accept", "reject") for a in _keys(d)}
    decided = sum(_key(index, claim) in verdicts for claim in queue)
    claim = queue[min(max(number, 1), len(queue)) - 1] if queue else None
    document = index.documents.get(claim.document) if claim else None
    states: States = {ruling.decision.id: (ruling.state, ruling.note) for ruling in index.accounts.rulings}
    made = [_made(d, who, states) for d in told]
    on_it = [m for m, d in zip(made, told, strict=True) if claim and _key(index, claim) in _keys(d)]
    at_hand = index.events.get(claim.event or "") if claim else None
    return ReviewView(
        page_claim(index, claim) if claim else None,
        claim.document if claim else "",
        document.file if document else "",
        _around(document, claim, -1),
        _around(document, claim, +1),
        len(at_hand.claims) - 1 if at_hand else 0,
        grade_of(at_hand) if at_hand else "",
        min(max(number, 1), len(queue)) if queue else 0,
        len(queue),
        decided,
        sum(d.id not in states for d in told),
        claim.reviewed if claim else (),
        tuple(on_it),
        tuple(reversed(made[-8:])),
        _events(index, claim),
        tuple(Offer(s.id, s.name) for s in sorted(index.sources.values(), key=lambda s: (s.name.casefold(), s.id))),
        tuple(Offer(name, f"{group_word(name)}: {type_word(name).lower()}") for name in sorted(TYPES)),
        tuple(get_args(Status)),
        tuple(get_args(AssessmentGrade)),
        slot_rows(claim) if claim else None,
    )


Key = tuple[str, str, str, int]
States = dict[str, tuple[str, str]]


def _key(index: Index, claim: Claim) -> Key:
    """A claim by its words, as a decision's anchor names them; the nth of the same words is left out."""
    page = index.documents[claim.document].page if claim.document in index.documents else ""
    return page, claim.quote.text, claim.trigger.text, claim.trigger.start - claim.quote.start


def _keys(decision: Decision) -> set[Key]:
    return {(a.page, a.quote, a.trigger, a.offset) for a in (*decision.claims, *decision.others)}


def _around(document: Document | None, claim: Claim | None, side: int) -> str:
    if document is None or claim is None:
        return ""
    text, start, end = document.text, claim.quote.start, claim.quote.end
    first, last = _passage(document, claim)
    if side < 0:
        near = max(first, start - AROUND)
        cut = text.find(" ", near, start) + 1 if near > first else first
        return _BREAKS.sub("\n", ("… " if cut else "") + text[cut:start])
    near = min(last, end + AROUND)
    cut = text.rfind(" ", end, near) if near < last else last
    return _BREAKS.sub("\n", text[end:cut] + (" …" if 0 <= cut < len(text) else "")) if cut >= end else ""


_BREAKS = re.compile(r"\s*\n\s*")


def _passage(document: Document, claim: Claim) -> tuple[int, int]:
    """Where the blocks lie that belong with the claim's own: the article's for a claim of the article, and so on."""
    of_article = [block.kind in (*ARTICLE_KINDS, "byline", "caption") for block in document.blocks]
    at = [n for n, b in enumerate(document.blocks) if b.start < claim.quote.end and claim.quote.start < b.end]
    if not at:
        return 0, len(document.text)
    low, high = at[0], at[-1]
    while low > 0 and of_article[low - 1] == of_article[at[0]]:
        low -= 1
    while high + 1 < len(of_article) and of_article[high + 1] == of_article[at[-1]]:
        high += 1
    return document.blocks[low].start, document.blocks[high].end


def _made(decision: Decision, who: str, states: States) -> Made:
    state, note = states.get(decision.id, ("", ""))
    names = " / ".join(source.name for source in decision.sources)
    words = " ".join(part for part in (decision.slot, decision.value, names) if part)
    kind = decision.kind.replace("_", " ")
    mine = decision.who == who and state != "undone" and decision.kind != "undo"
    at = decision.at[:16].replace("T", " ")
    return Made(decision.id, decision.who, at, kind, words, decision.why, state, note, mine)


def _dated(event: Event) -> str:
    told = time_words(event.time)
    return "" if told == "not told" else told


def _told(index: Index, event: Event) -> str:
    return f"“{gist(index, event)}”"


def _events(index: Index, claim: Claim | None) -> tuple[Offer, ...]:
    if claim is None or not claim.event:
        return ()
    others = [e for e in index.events.values() if e.id != claim.event]
    others.sort(key=lambda e: (e.type != claim.type, *by_time(e)))
    return tuple(
        Offer(e.id, ", ".join(w for w in (type_word(e.type), _dated(e), where_words(e.places), _told(index, e)) if w))
        for e in others[:OTHERS]
    )
