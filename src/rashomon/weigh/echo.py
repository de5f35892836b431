"""Echoes: a page that repeats another page's words, with the shared spans on both sides and the direction where dates
or citations tell it.

Rule: article text only; a menu or a footer that an outlet prints on every page is no echo. Candidates come from shared
shingles, so that the work grows with the pages and not with their pairs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from zlib import crc32

from rashomon.lexicon.wording import content_set, jaccard
from rashomon.record import ARTICLE_KINDS, Claim, Dated, Document, Relation, SharedSpan, Span
from rashomon.weigh.case_view import CaseView
from rashomon.weigh.relate import between, relation
from rashomon.weigh.reuse import Reuse, Word, compare_words, read_words

SHINGLE = 4
WINDOW = 4
"""Winnowing (Schleimer, Wilkerson & Aiken 2003): of each 4 shingles of 4 words one is kept; a shared run of 7 words is
always found."""
COMMON = 40
"""Pages that may share a shingle before it is held to be a formula of the trade."""
SHARED_SHINGLES = 3
"""Kept shingles two pages must share to be compared."""
SAME_SENTENCE = 0.7
LEAST_CONTENT = 9
"""Share of content words (Jaccard) from which two sentences of so many are one, reworded: two reporters who write of
one event on their own share a third to a half."""
SHOWN_RUNS = 6
"""Longest shared runs that a relation shows."""


@dataclass(frozen=True, slots=True)
class Article:
    """A document's article words."""

    document: Document
    words: tuple[Word, ...]


def echoes(view: CaseView) -> Iterator[Relation]:
    """Echo relations between documents, the echoing one first where that is known."""
    articles = [Article(document, article_words(document)) for document in view.accounts.documents]
    for one, other in candidates([article.words for article in articles]):
        reuse = compare_words(articles[one].words, articles[other].words)
        if reuse.verdict:
            yield _echo(view, articles[one], articles[other], reuse)


def article_words(document: Document) -> tuple[Word, ...]:
    """The words of the article's blocks, at their places in the document's text."""
    found: list[Word] = []
    for block in document.blocks:
        if block.kind in ARTICLE_KINDS and not any(key == "duplicate_of" for key, _ in block.meta):
            text = document.text[block.start : block.end]
            found.extend(replace(w, start=w.start + block.start, end=w.end + block.start) for w in read_words(text))
    return tuple(found)


def echoes_of_claims(pages: Sequence[Relation], events: Iterable[Sequence[Claim]]) -> Iterator[Relation]:
    """Echo relations between claims of one event whose quotes lie in words that two pages share."""
    by_pair = {(item.a, item.b): item for item in pages}
    for claims in events:
        for a in claims:
            for b in claims:
                page = by_pair.get((a.document, b.document))
                if page is not None and _in_shared(a, page) and _in_shared(b, page):
                    yield between(a, b, "text", "echoes", page.reason, [(a, a.quote), (b, b.quote)])
                elif a.id < b.id and a.document != b.document and (b.document, a.document) not in by_pair:
                    yield from _told_alike(a, b)


def _told_alike(a: Claim, b: Claim) -> Iterator[Relation]:
    """A sentence of one page in a sentence of another, reworded: the same content words, but for a few."""
    share = jaccard(content_set(a.quote.text), content_set(b.quote.text))
    if share >= SAME_SENTENCE and min(len(content_set(c.quote.text)) for c in (a, b)) >= LEAST_CONTENT:
        reason = f"one sentence told in the words of the other: {share:.0%} of the content words in common"
        first, second = sorted((a, b), key=lambda claim: claim.id)
        yield between(first, second, "text", "echoes", reason, [(a, a.quote), (b, b.quote)])


def _in_shared(claim: Claim, page: Relation) -> bool:
    whole_page = page.reason.startswith(("a copy", "an edited"))
    return whole_page or any(s.document == claim.document and s.span.overlaps(claim.quote) for s in page.spans)


def candidates(texts: Sequence[Sequence[Word]]) -> list[tuple[int, int]]:
    """Sorted pairs of positions that share kept shingles; near-linear in the number of texts."""
    import numpy as np

    kept = [(shingle, number) for number, words in enumerate(texts) for shingle in _kept_shingles(words)]
    if not kept:
        return []
    table = np.array(kept, dtype=np.uint32)
    table = table[np.lexsort((table[:, 1], table[:, 0]))]
    starts = np.flatnonzero(np.r_[True, table[1:, 0] != table[:-1, 0]])
    ends = np.r_[starts[1:], len(table)]
    shared: Counter[tuple[int, int]] = Counter()
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        if 1 < end - start <= COMMON:
            shared.update(combinations(table[start:end, 1].tolist(), 2))
    return sorted(pair for pair, times in shared.items() if times >= SHARED_SHINGLES)


def _kept_shingles(words: Sequence[Word]) -> set[int]:
    hashes = [
        crc32(" ".join(word.folded for word in words[start : start + SHINGLE]).encode())
        for start in range(len(words) - SHINGLE + 1)
    ]
    return {min(hashes[start : start + WINDOW]) for start in range(max(1, len(hashes) - WINDOW + 1)) if hashes}


def _echo(view: CaseView, one: Article, other: Article, reuse: Reuse) -> Relation:
    spans = []
    for run in sorted(reuse.runs, key=lambda r: (-r.size, r.a))[:SHOWN_RUNS]:
        spans.append(_span(one, run.a, run.size))
        spans.append(_span(other, run.b, run.size))
    later, earlier, why = _direction(view, one.document, other.document)
    return relation(later.id, earlier.id, "text", "echoes", f"{reuse.reason}; {why}", spans)


def _span(article: Article, first: int, size: int) -> SharedSpan:
    start, end = article.words[first].start, article.words[first + size - 1].end
    return SharedSpan(article.document.id, Span.of(article.document.text, start, end))


def _direction(view: CaseView, one: Document, other: Document) -> tuple[Document, Document, str]:
    for citing, cited in ((one, other), (other, one)):
        outlet = view.outlet(cited.id)
        if outlet and outlet != view.outlet(citing.id) and outlet in view.cited(citing.id):
            return citing, cited, f"it cites {view.name(outlet)}"
    if _before(other.published, one.published):
        return one, other, f"published later ({one.published.earliest} after {other.published.latest})"
    if _before(one.published, other.published):
        return other, one, f"published later ({other.published.earliest} after {one.published.latest})"
    first, second = sorted((one, other), key=lambda document: document.id)
    return first, second, "neither dates nor citations tell which came first"


def _before(one: Dated, other: Dated) -> bool:
    return bool(one.latest and other.earliest and one.latest < other.earliest)
