"""One event as its accounts tell it: accounts by slots, origin by origin, and every comparison in words.
Rule: see view/__init__."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rashomon.lexicon.role_families import slot_of
from rashomon.record import Claim, Event, Relation
from rashomon.view.chain import Link, chain_of
from rashomon.view.events import EventRow, event_row, quote_parts
from rashomon.view.index import Index
from rashomon.view.spoken import (
    SLOTS,
    TIME_BASIS,
    count_note,
    kind_word,
    place_words,
    slot_word,
    time_words,
)
from rashomon.view.versions import Answered, versions, with_numbers

PER_PAGE = 60
"""Accounts on one page of an event: a matrix beyond that is no longer read side by side."""
WHOLE = ("event", "text")
"""Slots that say something of the whole account, not of a cell."""
CARRIED = ("relative to publication", "to another event", "context of the page", "context of other pages")
"""Bases of a time that its words alone do not show."""
STATUS = {
    "asserted": "said to have happened",
    "completed": "said to be over",
    "ongoing": "said to be going on",
    "possible": "said to be possible",
    "planned": "said to be planned",
    "denied": "said not to have happened",
    "failed": "said to have failed",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """How an account stands to another in one slot: kind and the word for it, the other's number on the page (0 when it
    belongs to another event), its claim or document id, that event's id, its speaker, and the reason."""

    kind: str
    word: str
    slot: str
    number: int
    other: str
    event: str
    says: str
    reason: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one account says in one slot: its words, what they come to, how that stands to the others."""

    slot: str
    words: tuple[str, ...]
    value: tuple[str, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Account:
    """One claim of an event. number: from 1, as other accounts point to it; start: where the quote stands; happened:
    its status in words; rests: what it echoes or rests on."""

    id: str
    number: int
    document: str
    file: str
    start: int
    voice: str
    chain: tuple[Link, ...]
    quote: tuple[str, str, str]
    happened: str
    denied: bool
    type: str
    cells: tuple[Cell, ...]
    rests: tuple[Mark, ...]
    extractor: str

    def cell(self, slot: str) -> Cell | None:
        """What it says in a slot; None when it says nothing there."""
        return next((cell for cell in self.cells if cell.slot == slot), None)


@dataclass(frozen=True, slots=True)
class Origin:
    """Accounts that go back to one origin, as far as the pages tell; name: whose word it is."""

    number: int
    name: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two accounts compared, as a sentence can say it; a and b are numbers, 0 = not of this event."""

    kind: str
    word: str
    slot: str
    a: int
    a_says: str
    b: int
    b_says: str
    reason: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A claim about the claims: a denial, a refusal to comment. about: numbers of the accounts it answers."""

    id: str
    document: str
    file: str
    act: str
    chain: tuple[Link, ...]
    quote: tuple[str, str, str]
    about: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The page of one event. slots: (slot, heading) that some account fills, in order, but for a slot that all fill
    alike, which `agreed` holds as (heading, value); accounts on this page only; weakest: the join of accounts that
    rests on least, in words."""

    row: EventRow
    rule: str
    why: tuple[str, ...]
    weakest: str
    slots: tuple[tuple[str, str], ...]
    agreed: tuple[tuple[str, str], ...]
    versions: tuple[Answered, ...]
    origins: tuple[Origin, ...]
    answers: tuple[Answer, ...]
    comparisons: tuple[Comparison, ...]
    page: int
    pages: int

    @property
    def accounts(self) -> tuple[Account, ...]:
        """In the order of their numbers."""
        return tuple(account for origin in self.origins for account in origin.accounts)


def matrix(index: Index, event_id: str, page: int = 1) -> Matrix:
    """The accounts of an event side by side; raises NotFound."""
    event = index.event(event_id)
    groups = _groups(index, event)
    numbers = {claim.id: number for number, claim in enumerate((c for g in groups for c in g), start=1)}
    pages = max(1, -(-len(numbers) // PER_PAGE))
    shown = range((min(page, pages) - 1) * PER_PAGE + 1, min(page, pages) * PER_PAGE + 1)
    origins = _origins(index, groups, numbers, shown)
    agreed = tuple(slot for slot in _filled(origins) if slot[0] == "happened" and _shared(origins, slot[0]))
    return Matrix(
        event_row(index, event),
        event.assessment.rule if event.assessment else "",
        event.independence.why,
        with_numbers(event.weakest, numbers),
        tuple(slot for slot in _filled(origins) if slot not in agreed),
        tuple((heading, _shared(origins, slot)) for slot, heading in agreed),
        versions(event, numbers),
        origins,
        _answers(index, numbers),
        _comparisons(index, numbers),
        min(page, pages),
        pages,
    )


def _shared(origins: Iterable[Origin], slot: str) -> str:
    """What several accounts say alike in a slot, with no mark but that they are the same; "" otherwise."""
    accounts = [account for origin in origins for account in origin.accounts]
    cells = [account.cell(slot) for account in accounts]
    values = {cell.value for cell in cells if cell is not None and not cell.words}
    calm = all(mark.kind == "same" for cell in cells if cell for mark in cell.marks)
    return ", ".join(values.pop()) if len(accounts) > 1 and len(values) == 1 and None not in cells and calm else ""


def _groups(index: Index, event: Event) -> list[list[Claim]]:
    """Claims by origin, the origin most accounts go back to first; claims of no group stand alone."""
    claims = {claim.id: claim for claim in index.told.get(event.id, ())}
    groups = [[claims.pop(c) for c in group if c in claims] for group in event.independence.groups]
    groups += [[claim] for claim in claims.values()]
    order = {claim.id: i for i, claim in enumerate(index.told.get(event.id, ()))}
    sorted_groups = [sorted(group, key=lambda c: order[c.id]) for group in groups if group]
    return sorted(sorted_groups, key=lambda group: (-len(group), order[group[0].id]))


def _origins(index: Index, groups: list[list[Claim]], numbers: dict[str, int], shown: range) -> tuple[Origin, ...]:
    found = []
    for number, group in enumerate(groups, start=1):
        accounts = tuple(_account(index, claim, numbers) for claim in group if numbers[claim.id] in shown)
        if accounts:
            found.append(Origin(number, accounts[0].chain[-1].name, accounts))
    return tuple(found)


def _account(index: Index, claim: Claim, numbers: dict[str, int]) -> Account:
    marks = [_mark(index, relation, claim.id, numbers) for relation in index.relations.get(claim.id, ())]
    marks = [mark for mark in marks if mark.number or mark.kind not in ("not_comparable", "same")]
    document = index.documents.get(claim.document)
    return Account(
        claim.id,
        numbers[claim.id],
        claim.document,
        document.file if document else "",
        claim.quote.start,
        claim.voice,
        chain_of(index, claim),
        quote_parts(claim),
        STATUS.get(claim.status, claim.status),
        claim.polarity < 0,
        claim.type or "",
        _cells(claim, [mark for mark in marks if mark.slot not in WHOLE]),
        tuple(mark for mark in marks if mark.slot in WHOLE),
        f"{claim.method.extractor} {claim.method.version}",
    )


def _mark(index: Index, relation: Relation, seen_from: str, numbers: dict[str, int]) -> Mark:
    turned = relation.b == seen_from
    other = relation.a if turned else relation.b
    kind, word = kind_word(relation.kind, turned)
    event = index.claims[other].event if other in index.claims else None
    speaker = says(index, other)
    return Mark(kind, word, relation.slot, numbers.get(other, 0), other, event or "", speaker, relation.reason)


def says(index: Index, end: str) -> str:
    """Who stands behind an end of a relation: the innermost source of a claim, the outlet of a page."""
    claim = index.claims.get(end)
    if claim is None:
        return index.outlet(end)
    chain = chain_of(index, claim)
    return chain[-1].name if len(chain) < 2 else f"{chain[-1].name} (in {chain[0].name})"


def _cells(claim: Claim, marks: list[Mark]) -> tuple[Cell, ...]:
    told: dict[str, tuple[list[str], list[str]]] = {"happened": ([], [STATUS.get(claim.status, claim.status)])}

    def tell(slot: str, words: str, value: str) -> None:
        cell = told.setdefault(slot, ([], []))
        for kept, new in zip(cell, (words, value), strict=True):
            if new and new not in kept:
                kept.append(new)

    _tell_grounded(claim, tell)
    for role, spans in claim.roles:
        slot = slot_of(role)
        if role not in ("place", "time") and not (slot in ("origin", "destination", "via", "place") and slot in told):
            for span in spans:
                tell(slot, span.text, "")
    for mark in marks:
        told.setdefault(mark.slot, ([], []))
    return tuple(
        Cell(slot, tuple(words), tuple(v for v in value if v not in words), tuple(m for m in marks if m.slot == slot))
        for slot, (words, value) in told.items()
    )


def _tell_grounded(claim: Claim, tell: Callable[[str, str, str], None]) -> None:
    if claim.time is not None:
        told = time_words(claim.time)
        tell("time", claim.time.text, told if told != "not told" else "")
        tell("time", "", TIME_BASIS.get(claim.time.basis, "") if claim.time.basis in CARRIED else "")
    for place in claim.places:
        slot = "place" if place.role == "within" else place.role
        tell(slot, place.text, place_words(place) if place_words(place) != place.text else "")
    for count in claim.counts:
        tell("count", count.text, count_note(count))


def _filled(origins: Iterable[Origin]) -> tuple[tuple[str, str], ...]:
    found = {cell.slot for origin in origins for account in origin.accounts for cell in account.cells}
    order = list(SLOTS)
    in_order = sorted(found, key=lambda s: (order.index(s) if s in order else len(order), s))
    return tuple((slot, slot_word(slot)) for slot in in_order)


def _answers(index: Index, numbers: dict[str, int]) -> tuple[Answer, ...]:
    claims = {c.id: c for told in numbers for c in index.answers.get(told, ()) if c.id not in numbers}
    return tuple(_answer(index, claim, numbers) for claim in claims.values())


def _answer(index: Index, claim: Claim, numbers: dict[str, int]) -> Answer:
    return Answer(
        claim.id,
        claim.document,
        index.documents[claim.document].file if claim.document in index.documents else "",
        (claim.act or "answers").replace("_", " "),
        chain_of(index, claim),
        quote_parts(claim),
        tuple(sorted(numbers[c] for c in claim.answers if c in numbers)),
    )


_WEIGHT = ("contradicts", "denies", "differs", "updates", "echoes", "rests_on", "same_origin", "confirms", "adds_up",
           "finer", "broader", "same", "not_comparable")  # fmt: skip


def _comparisons(index: Index, numbers: dict[str, int]) -> tuple[Comparison, ...]:
    relations = {r.id: r for claim in numbers for r in index.relations.get(claim, ())}.values()
    told = [r for r in relations if r.kind in _WEIGHT]
    told.sort(key=lambda r: (_WEIGHT.index(r.kind), r.slot, numbers.get(r.a, 0), numbers.get(r.b, 0), r.id))
    return tuple(_comparison(index, relation, numbers) for relation in told)


def _comparison(index: Index, relation: Relation, numbers: dict[str, int]) -> Comparison:
    kind, word = kind_word(relation.kind)
    a, b = says(index, relation.a), says(index, relation.b)
    ends = (numbers.get(relation.a, 0), a, numbers.get(relation.b, 0), b)
    return Comparison(kind, word, slot_word(relation.slot), *ends, relation.reason)
