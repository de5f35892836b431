"""Grounding one page: claims' words for when, where and how many become intervals, entries and bounds.

Rule: order only; what each step decides stands in its own file. Pure: the gazetteer is asked through its port.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from rashomon.ground.context import Context, context_of
from rashomon.ground.counts import with_counts
from rashomon.ground.quantities import Quantity, find_quantities
from rashomon.ground.resolve import Resolution, candidates_of, resolve
from rashomon.ground.syntax import sentence_of
from rashomon.ground.times import Dated, page_times
from rashomon.ground.toponyms import Toponym, find_toponyms
from rashomon.ground.when import with_times
from rashomon.ground.where import share_route, with_places
from rashomon.ports import Gazetteer
from rashomon.record import ARTICLE_KINDS, Annotation, Claim, Document, Refusal, Sentence


def ground(
    document: Document, annotation: Annotation, claims: Sequence[Claim], gazetteer: Gazetteer
) -> tuple[tuple[Claim, ...], tuple[Refusal, ...]]:
    """The claims with time, said_at, places and counts filled where the words give them, and what could not be used
    (an impossible date). Claims without such words come back as they were."""
    if not claims:
        return (), ()
    page = _Page(document, annotation, gazetteer)
    grounded = share_route([_grounded(page, claim) for claim in claims], document.text)
    return grounded, page.refusals


def _grounded(page: _Page, claim: Claim) -> Claim:
    sentence = page.sentence(claim)
    if sentence is None:
        return claim
    text = page.document.text
    dated = page.dated(page.document.blocks[sentence.block].kind)
    claim = with_times(page.document, sentence, claim, dated)
    claim = with_counts(text, sentence, claim, page.quantities(sentence, dated), dated)
    return with_places(text, sentence, claim, page.toponyms(sentence), page.resolve)


@dataclass(eq=False)
class _Page:
    """What is worked out once a page: its times, its toponyms and what they mean together."""

    document: Document
    annotation: Annotation
    gazetteer: Gazetteer
    _quantities: dict[int, list[Quantity]] = field(default_factory=dict)
    _toponyms: dict[int, list[Toponym]] = field(default_factory=dict)
    _dated: dict[tuple[str, ...], tuple[tuple[Dated, ...], tuple[Refusal, ...]]] = field(default_factory=dict)
    _resolved: dict[tuple[str, str, str], Resolution] = field(default_factory=dict)

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.annotation.sentences]

    @property
    def refusals(self) -> tuple[Refusal, ...]:
        return tuple(refusal for _, refused in self._dated.values() for refusal in refused)

    def sentence(self, claim: Claim) -> Sentence | None:
        return sentence_of(self.annotation.sentences, self._starts, claim.trigger)

    def dated(self, kind: str) -> tuple[Dated, ...]:
        """The times of the article, or of all blocks of the kind where the claim stands elsewhere."""
        kinds = tuple(ARTICLE_KINDS) if kind in ARTICLE_KINDS else (kind,)
        if kinds not in self._dated:
            self._dated[kinds] = page_times(self.document, kinds)
        return self._dated[kinds][0]

    def quantities(self, sentence: Sentence, dated: Sequence[Dated]) -> list[Quantity]:
        if sentence.start not in self._quantities:
            taken = [(d.expression.start, d.expression.end) for d in dated]
            self._quantities[sentence.start] = find_quantities(self.document.text, sentence, taken)
        return self._quantities[sentence.start]

    def toponyms(self, sentence: Sentence) -> list[Toponym]:
        if sentence.start not in self._toponyms:
            self._toponyms[sentence.start] = find_toponyms(self.document.text, sentence, self._known)
        return self._toponyms[sentence.start]

    def _known(self, name: str) -> bool:
        return any(c.score >= 1 for c in self.gazetteer.lookup(name))

    @cached_property
    def _context(self) -> Context:
        article = [s for s in self.annotation.sentences if self.document.blocks[s.block].kind in ARTICLE_KINDS]
        offers = [(t, candidates_of(self.gazetteer, t)) for s in article for t in self.toponyms(s)]
        words = [token.text for s in article for token in s.tokens if token.text[:1].isupper()]
        return context_of(offers, words)

    def resolve(self, toponym: Toponym) -> Resolution:
        key = (toponym.full, toponym.name, toponym.kind)
        if key not in self._resolved:
            self._resolved[key] = resolve(toponym, candidates_of(self.gazetteer, toponym), self._context)
        return self._resolved[key]
