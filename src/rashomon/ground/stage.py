"""Grounding one page: claims' words for when, where and how many become intervals, entries and bounds.

Rule: order only; what each step decides stands in its own file. Pure: the gazetteer is asked through its port.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from rashomon.ground.anaphora import antecedents, find_anaphors, standing_for
from rashomon.ground.context import Context, context_of
from rashomon.ground.counts import with_counts
from rashomon.ground.numerals import Vague
from rashomon.ground.quantities import Quantity, find_quantities
from rashomon.ground.resolve import Resolution, candidates_of, resolve
from rashomon.ground.stamps import stamped
from rashomon.ground.syntax import sentence_of
from rashomon.ground.times import Dated, page_times
from rashomon.ground.toponyms import Toponym, find_toponyms, named_places
from rashomon.ground.when import with_times
from rashomon.ground.where import share_route, with_places
from rashomon.ports import Gazetteer
from rashomon.record import ARTICLE_KINDS, Annotation, Claim, Document, Refusal, Sentence, Span

LOOKED_BACK = 12
"""Sentences looked back over, other blocks (captions, comments) among them."""


def ground(
    document: Document, annotation: Annotation, claims: Sequence[Claim], gazetteer: Gazetteer, vague: Vague = ()
) -> tuple[tuple[Claim, ...], tuple[Refusal, ...]]:
    """The claims with time, said_at, places and counts filled where the words give them, and what could not be used
    (an impossible date, words that could stand for several places). Claims without such words come back as they were.
    `vague` words (word, least, most) mean what is said there, before lexicon/vague.py."""
    if not claims:
        return (), ()
    page = _Page(document, annotation, gazetteer, vague)
    grounded = share_route([_grounded(page, claim) for claim in claims], document.text)
    return grounded, page.refusals


def _grounded(page: _Page, claim: Claim) -> Claim:
    sentence = page.sentence(claim)
    if sentence is None:
        return claim
    text = page.document.text
    dated = page.dated(page.document.blocks[sentence.block].kind)
    claim = page.timed(claim, sentence)
    claim = with_counts(text, sentence, claim, page.quantities(sentence, dated), dated)
    placed = with_places(text, sentence, claim, page.toponyms(sentence), page.resolve)
    return placed if placed.places else with_places(text, sentence, claim, page.anaphors(sentence), page.resolve)


@dataclass(eq=False)
class _Page:
    """What is worked out once a page: its times, its toponyms and what they mean together."""

    document: Document
    annotation: Annotation
    gazetteer: Gazetteer
    vague: Vague = ()
    _quantities: dict[int, list[Quantity]] = field(default_factory=dict)
    _toponyms: dict[int, list[Toponym]] = field(default_factory=dict)
    _dated: dict[tuple[str, ...], tuple[tuple[Dated, ...], tuple[Refusal, ...]]] = field(default_factory=dict)
    _resolved: dict[tuple[str, str, str], Resolution] = field(default_factory=dict)
    _anaphors: dict[int, list[Toponym]] = field(default_factory=dict)
    _ambiguous: list[Refusal] = field(default_factory=list)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.annotation.sentences]

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        return (*(refusal for _, refused in self._dated.values() for refusal in refused), *self._ambiguous)

    def sentence(self, claim: Claim) -> Sentence | None:
        return sentence_of(self.annotation.sentences, self._starts, claim.trigger)

    def dated(self, kind: str) -> tuple[Dated, ...]:
        """The times of the article, or of all blocks of the kind where the claim stands elsewhere."""
        kinds = tuple(ARTICLE_KINDS) if kind in ARTICLE_KINDS else (kind,)
        if kinds not in self._dated:
            self._dated[kinds] = page_times(self.document, kinds)
        return self._dated[kinds][0]

    def timed(self, claim: Claim, sentence: Sentence) -> Claim:
        kind = self.document.blocks[sentence.block].kind
        over = self._stamps.get(sentence.block) if kind in ARTICLE_KINDS else None
        return with_times(self.document, sentence, claim, self.dated(kind), over)

    @cached_property
    def _stamps(self) -> Mapping[int, Dated]:
        return stamped(self.document, self.dated("paragraph"))

    def quantities(self, sentence: Sentence, dated: Sequence[Dated]) -> list[Quantity]:
        if sentence.start not in self._quantities:
            taken = [(d.expression.start, d.expression.end) for d in dated]
            taken += [(r.span.start, r.span.end) for r in self.refusals if r.span is not None]
            self._quantities[sentence.start] = find_quantities(self.document.text, sentence, taken, self.vague)
        return self._quantities[sentence.start]

    def toponyms(self, sentence: Sentence) -> list[Toponym]:
        if sentence.start not in self._toponyms:
            self._toponyms[sentence.start] = find_toponyms(self.document.text, sentence, self._known, self._places)
        return self._toponyms[sentence.start]

    def anaphors(self, sentence: Sentence) -> list[Toponym]:
        """Words of the sentence that stand for a place named before, each with its name; ambiguous ones are refused."""
        if sentence.start not in self._anaphors:
            self._anaphors[sentence.start] = list(self._standing(sentence))
        return self._anaphors[sentence.start]

    def _standing(self, sentence: Sentence) -> Iterator[Toponym]:
        text = self.document.text
        kind = self.document.blocks[sentence.block].kind
        for anaphor in find_anaphors(text, sentence, self.toponyms(sentence)):
            before = [s for s in self._before(sentence) if _as_article(self.document.blocks[s.block].kind, kind)]
            names = antecedents(text, anaphor, before, self.toponyms, self.resolve)
            if len(names) == 1:
                yield standing_for(anaphor, names[0])
            elif names:
                self._ambiguous.append(_ambiguous(self.document, anaphor, len(names)))

    def _before(self, sentence: Sentence) -> list[Sentence]:
        """The sentence and those before it, the nearest first."""
        at = bisect_right(self._starts, sentence.start)
        return list(reversed(self.annotation.sentences[max(0, at - LOOKED_BACK) : at]))

    def _known(self, name: str) -> bool:
        return any(c.score >= 1 for c in self.gazetteer.lookup(name))

    @cached_property
    def _places(self) -> frozenset[str]:
        return named_places(self.document.text, self.annotation.sentences)

    @cached_property
    def _context(self) -> Context:
        article = [s for s in self.annotation.sentences if self.document.blocks[s.block].kind in ARTICLE_KINDS]
        offers = [(t, candidates_of(self.gazetteer, t)) for s in article for t in self.toponyms(s)]
        words = [token.text for s in article for token in s.tokens if token.text[:1].isupper()]
        return context_of(offers, words)

    def resolve(self, toponym: Toponym) -> Resolution:
        if toponym.antecedent is not None:
            words = self.document.text[toponym.start : toponym.end]
            found = self.resolve(toponym.antecedent)
            return replace(found, reason=f"{words!r} stands for {toponym.full!r}, named before; {found.reason}")
        key = (toponym.full, toponym.name, toponym.kind)
        if key not in self._resolved:
            self._resolved[key] = resolve(toponym, candidates_of(self.gazetteer, toponym), self._context)
        return self._resolved[key]


def _as_article(kind: str, own: str) -> bool:
    """True for blocks that one may refer to from a block of the kind `own`."""
    return kind == own or (kind in ARTICLE_KINDS and own in ARTICLE_KINDS)


def _ambiguous(document: Document, anaphor: Toponym, names: int) -> Refusal:
    span = Span.of(document.text, anaphor.start, anaphor.end)
    detail = f"these words could stand for {names} places named before, and nothing tells which; the place stays open"
    return Refusal("ground", "ambiguous-place", detail, document.file, document.page, document.id, span)
