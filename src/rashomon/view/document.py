"""A page as it was read: its text untouched, its blocks, and every record that rests on some of its words.
Rule: see view/__init__; a mark is a pair of offsets into the text, in code points, and never changes the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rashomon.record import ARTICLE_KINDS, Block, Claim, Dated, Document, Mention, Named, Span
from rashomon.view.chain import Link, chain_of
from rashomon.view.events import quote_parts
from rashomon.view.index import Index
from rashomon.view.matrix import STATUS
from rashomon.view.spoken import count_note, time_basis, time_words, type_word, where_words

LAYERS = {
    "claim": "Claims",
    "attribution": "Attributions",
    "people": "People and bodies",
    "place": "Places",
    "time": "Times",
    "count": "Counts",
}
"""Layer -> heading, in the order the legend shows them; the style of each stands in the style sheet."""
BLOCKS = {
    "title": "Title",
    "dateline": "Dateline",
    "byline": "Byline",
    "paragraph": "Paragraph",
    "quote": "Quotation",
    "list": "List",
    "caption": "Caption",
    "related": "Another story",
    "comment": "Comment",
    "embedded": "Embedded post",
    "boilerplate": "Page furniture",
}
BASIS = {"none": "not on the page", "json-ld": "in the page's data", "meta": "in the page's head"}


@dataclass(frozen=True, slots=True)
class TextMark:
    """Words of the page that a record rests on: start..end in code points, half-open; record: a claim id."""

    layer: str
    start: int
    end: int
    record: str
    label: str


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A block with the white space before it. reason: why it has its label; language: where it is told."""

    kind: str
    label: str
    gap: str
    text: str
    start: int
    article: bool
    depth: int
    author: str
    reason: str
    language: str


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that stand together, either all of the article or none; label: what a folded run holds."""

    article: bool
    label: str
    blocks: tuple[TextBlock, ...]


@dataclass(frozen=True, slots=True)
class PageClaim:
    """A claim beside the text. about: ids of the claims it answers; event "" when it belongs to none."""

    id: str
    event: str
    title: str
    status: str
    denied: bool
    voice: str
    chain: tuple[Link, ...]
    quote: tuple[str, str, str]
    start: int
    end: int
    when: str
    when_note: str
    where: str
    counts: tuple[str, ...]
    places: tuple[tuple[str, str], ...]
    extractor: str
    confidence: float


@dataclass(frozen=True, slots=True)
class PageView:
    """One page. facts: (what, value, basis) of its head; tail: white space after the last block; layers: (layer,
    heading, how many marks); article: share of its visible characters, in [0, 1], None when it has none."""

    id: str
    title: str
    file: str
    url: str
    sha256: str
    language: str
    right_to_left: bool
    facts: tuple[tuple[str, str, str], ...]
    folds: tuple[Fold, ...]
    tail: str
    marks: tuple[TextMark, ...]
    layers: tuple[tuple[str, str, int], ...]
    claims: tuple[PageClaim, ...]
    refusals: tuple[tuple[str, str, str], ...]
    article: float | None


RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ps", "ckb", "yi", "dv", "sd", "ug")
"""Languages written from right to left (ISO 639-1 and -3)."""


def page_view(index: Index, document_id: str, mentions: Iterable[Mention] = ()) -> PageView:
    """The page with its marks; raises NotFound. `mentions` of its reading add people and places nobody claims."""
    document = index.document(document_id)
    claims = index.on_page.get(document.id, ())
    marks = text_marks(claims, mentions)
    counted = {layer: sum(mark.layer == layer for mark in marks) for layer in LAYERS}
    seen = document.coverage.visible
    return PageView(
        document.id,
        document.title or document.file,
        document.file,
        document.url or "",
        document.page,
        document.language or "",
        document.language in RIGHT_TO_LEFT,
        _facts(document),
        tuple(_folds(document)),
        document.text[document.blocks[-1].end :] if document.blocks else document.text,
        marks,
        tuple((layer, heading, counted[layer]) for layer, heading in LAYERS.items()),
        tuple(page_claim(index, claim) for claim in claims),
        tuple((r.stage, r.code, r.detail) for r in index.accounts.refusals if r.document == document.id),
        document.coverage.article / seen if seen else None,
    )


def _facts(document: Document) -> tuple[tuple[str, str, str], ...]:
    named = [("Outlet", document.outlet), ("By", document.byline), ("Dateline", document.dateline)]
    dated = [("Published", document.published), ("Updated", document.updated)]
    told = [(what, fact.name or "not told", _basis(fact)) for what, fact in named if fact.name or what == "Outlet"]
    return (*told, *((w, _date(d), _basis(d)) for w, d in dated if d.earliest or d.latest or w == "Published"))


def _basis(fact: Named | Dated) -> str:
    return BASIS.get(fact.basis, fact.basis)


def _date(fact: Dated) -> str:
    if not (fact.earliest or fact.latest):
        return "not told"
    return fact.earliest or "" if fact.earliest == fact.latest else f"{fact.earliest or '…'} to {fact.latest or '…'}"


def _folds(document: Document) -> Iterator[Fold]:
    blocks: list[TextBlock] = []
    position = 0
    for block in document.blocks:
        shown = _text_block(document, block, position)
        if blocks and blocks[0].article != shown.article:
            yield _fold(blocks)
            blocks = []
        blocks.append(shown)
        position = block.end
    if blocks:
        yield _fold(blocks)


def _fold(blocks: list[TextBlock]) -> Fold:
    kinds: dict[str, int] = {}
    for block in blocks:
        kinds[block.label] = kinds.get(block.label, 0) + 1
    label = ", ".join(f"{kind.lower()} ({n})" if n > 1 else kind.lower() for kind, n in kinds.items())
    return Fold(blocks[0].article, label, tuple(blocks))


def _text_block(document: Document, block: Block, position: int) -> TextBlock:
    meta = dict(block.meta)
    return TextBlock(
        block.kind,
        BLOCKS.get(block.kind, block.kind),
        document.text[position : block.start],
        document.text[block.start : block.end],
        block.start,
        block.kind in ARTICLE_KINDS or block.kind in ("byline", "caption"),
        block.depth,
        block.author or "",
        meta.get("reason", "") or ("stands twice on the page" if "duplicate_of" in meta else ""),
        meta.get("language", ""),
    )


def page_claim(index: Index, claim: Claim) -> PageClaim:
    """A claim as it is shown beside its page."""
    return PageClaim(
        claim.id,
        claim.event or "",
        type_word(claim.type) if claim.type else (claim.act or "answers").replace("_", " ").capitalize(),
        STATUS.get(claim.status, claim.status) if claim.type else "an answer to another claim",
        claim.polarity < 0,
        claim.voice,
        chain_of(index, claim),
        quote_parts(claim),
        claim.quote.start,
        claim.quote.end,
        time_words(claim.time),
        time_basis(claim.time),
        where_words(claim.places),
        tuple(count_note(count) for count in claim.counts),
        tuple((place.text, place.reason) for place in claim.places if place.id is None),
        f"{claim.method.extractor} {claim.method.version}",
        claim.confidence,
    )


def text_marks(claims: Iterable[Claim], mentions: Iterable[Mention] = ()) -> tuple[TextMark, ...]:
    """Every run of words that a record rests on, by position; the same words in one layer of one record once."""
    found = {(m.layer, m.start, m.end, m.record): m for claim in claims for m in _claim_marks(claim)}
    for mention in mentions:
        layer = "place" if mention.kind in ("place", "facility") else "people"
        if mention.kind != "description" and not any(
            k[:3] == (layer, mention.span.start, mention.span.end) for k in found
        ):
            mark = _mark(layer, mention.span, "", mention.name)
            found[mark.layer, mark.start, mark.end, ""] = mark
    return tuple(sorted(found.values(), key=lambda m: (m.start, -m.end, m.layer, m.record)))


def _claim_marks(claim: Claim) -> Iterator[TextMark]:
    title = type_word(claim.type)
    yield _mark("claim", claim.quote, claim.id, title)
    for step in claim.attribution:
        for span in (step.span, step.cue_span):
            if span is not None:
                yield _mark("attribution", span, claim.id, f"{step.name} {step.act}".replace("_", " "))
    for role, spans in claim.roles:
        for span in spans:
            if role not in ("place", "time", "origin", "destination", "via"):
                yield _mark("people", span, claim.id, role)
    if claim.time is not None:
        for where in (claim.time.span, *(step.span for step in claim.time.narrowed)):
            if where is not None:
                yield _mark("time", where, claim.id, time_words(claim.time))
    yield from (_mark("place", place.span, claim.id, place.name) for place in claim.places)
    yield from (_mark("count", count.span, claim.id, count_note(count)) for count in claim.counts)


def _mark(layer: str, span: Span, record: str, label: str) -> TextMark:
    return TextMark(layer, span.start, span.end, record, label)
