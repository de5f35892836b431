"""Which accounts of one event rest on one another: same origin, a cited page of the case, a report confirmed.

Rule: what the pages say about their sources, and nothing else; each link says which words tell it. Text reuse stands in
`echo`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.record import Claim, Document, Relation, Span
from rashomon.weigh.case_view import CaseView
from rashomon.weigh.publisher import credits, houses
from rashomon.weigh.relate import between

ALL_PAIRS = 12
"""Events with more claims are linked to the first of each origin only: the pairs in between follow."""


def dependences(view: CaseView, claims: Sequence[Claim]) -> Iterator[Relation]:
    """Dependence among the claims of one event, sorted by page and position."""
    for a, b in _pairs(view, claims):
        found = _of_pair(view, a, b)
        if found is not None:
            yield found


def _pairs(view: CaseView, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    if len(claims) <= ALL_PAIRS:
        yield from combinations(claims, 2)
        return
    first: dict[str, Claim] = {}
    for claim in claims:
        for source in (*view.chain(claim), view.outlet(claim.document) or claim.document):
            if first.setdefault(source, claim) is not claim:
                yield first[source], claim


def _of_pair(view: CaseView, a: Claim, b: Claim) -> Relation | None:
    for resting, ground in ((a, b), (b, a)):
        reason = _rests(view, resting, ground)
        if reason:
            return between(resting, ground, "event", "rests_on", reason, _chain_words(resting, ground))
    one, other = view.origin(a), view.origin(b)
    if one.key == other.key:
        told = f"both from {view.name(one.key)}" if a.attribution else f"both are {one.words}"
        return between(a, b, "event", "same_origin", told, _chain_words(a, b))
    through = _through(view, a, b)
    if through:
        return between(a, b, "event", "same_origin", f"both have it through {through}", _chain_words(a, b))
    return _of_pages(view, a, b)


def _of_pages(view: CaseView, a: Claim, b: Claim) -> Relation | None:
    """Two pages' own words: one agency credited by both, an agency's own page, one house under two names."""
    if a.document == b.document or a.attribution or b.attribution:
        return None
    one, other = view.documents[a.document], view.documents[b.document]
    credited, theirs = _credited(view, one), _credited(view, other)
    for agency in sorted(credited.keys() & theirs.keys()):
        words = [(a, credited[agency]), (b, theirs[agency])]
        return between(a, b, "event", "same_origin", f"both pages credit {credited[agency].text}", words)
    for resting, ground, known, page in ((a, b, credited, other), (b, a, theirs, one)):
        agency = next((key for key in sorted(known) if key in _houses(view, page)), "")
        if agency:
            words = [(resting, known[agency]), (ground, ground.trigger)]
            reason = f"credits {known[agency].text}, whose own page tells it"
            return between(resting, ground, "event", "rests_on", reason, words)
    shared = _houses(view, one) & _houses(view, other)
    if shared:
        reason = f"one house publishes both pages: {view.name_or(min(shared).removeprefix('address '))}"
        return between(a, b, "event", "same_origin", reason)
    return None


def _credited(view: CaseView, document: Document) -> dict[str, Span]:
    """The agencies that a page credits, by their source where the case knows one."""
    return {view.called(span.text) or key: span for key, span in credits(document)}


def _houses(view: CaseView, document: Document) -> frozenset[str]:
    outlet = view.outlet(document.id)
    return houses(document) | ({outlet} if outlet else set())


def _through(view: CaseView, a: Claim, b: Claim) -> str:
    """The named source that both chains of two pages pass through, though one goes on to whom that source heard."""
    if a.document == b.document:
        return ""
    shared = [source for source in view.chain(a) if source in view.chain(b) and view.sources[source].named]
    return view.name(shared[-1]) if shared else ""


def _rests(view: CaseView, resting: Claim, ground: Claim) -> str:
    """Why one claim rests on the other, "" when nothing says so."""
    if resting.document == ground.document and _confirms_report_of(view, resting, ground):
        return f"said to confirm the report of {view.name(ground.attribution[0].source)}"
    outlet = view.outlet(ground.document)
    if outlet and resting.document != ground.document and outlet in view.chain(resting):
        return f"cites {view.name(outlet)}, whose own page tells it"
    inner = view.origin(ground)
    if ground.attribution and inner.key in view.chain(resting)[:-1]:
        return f"its chain passes through {view.name(inner.key)}"
    return ""


def _confirms_report_of(view: CaseView, resting: Claim, ground: Claim) -> bool:
    """True when the words between cue and trigger name the other's source ("confirmed the Agency's report")."""
    if not any(step.act == "confirms" for step in resting.attribution) or not ground.attribution:
        return False
    named = [view.sources[step.source] for step in ground.attribution if step.source in view.sources]
    own = {step.source for step in resting.attribution}
    cue = min((s.cue_span.start for s in resting.attribution if s.cue_span is not None), default=resting.quote.start)
    text = view.documents[resting.document].text[cue : resting.trigger.start]
    return any(
        source.named and source.id not in own and any(name in text for name in (source.name, *source.aliases))
        for source in named
    )


def _chain_words(*claims: Claim) -> list[tuple[Claim, Span]]:
    return [(claim, step.span) for claim in claims for step in claim.attribution if step.span is not None]
