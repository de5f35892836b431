"""Which accounts of one event rest on one another: same origin, a cited page of the case, a report confirmed.

Rule: what the pages say about their sources, and nothing else; each link says which words tell it. Text reuse stands in
`echo`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.record import Claim, Relation, Span
from rashomon.weigh.case_view import CaseView
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
    return None


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
