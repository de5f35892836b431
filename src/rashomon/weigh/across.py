"""Contradictions between different events: a deal negotiated / refused / struck, civilians / fighters of one scene.

Rule: two claims of different events that a reader would lay side by side: the same parties or the same page, and
neither time nor place keeps them apart. Every relation says what makes them comparable.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.lexicon.type_pairs import kinship, stage_conflict
from rashomon.record import Claim, Relation
from rashomon.record.distance import compare_places
from rashomon.record.interval import compare_times
from rashomon.weigh.case_view import COUNTED_VOICES, CaseView, role_spans
from rashomon.weigh.relate import between
from rashomon.weigh.slots import affected

STAGE_SLOTS = ("party", "actor", "affected")
FULL_BLOCK = 200
"""Claims about one party beyond which only those of a like date are compared."""
SAME_SCENE = 0.8
"""Kinship of types from which two claims of one page may show one scene: evacuated / moved, and not withdrawn."""
NEAR_DAYS = 31
"""Stages of a deal told more than a month apart are a course of events, no contradiction."""


def contradictions_across(view: CaseView) -> Iterator[Relation]:
    """Relations between claims of different events."""
    told = [c for c in view.accounts.claims if c.type and c.voice in COUNTED_VOICES and c.polarity > 0]
    yield from _stages(view, [claim for claim in told if (claim.type or "").startswith("deal.")])
    yield from _scenes(view, told)


def _stages(view: CaseView, deals: Sequence[Claim]) -> Iterator[Relation]:
    blocks: dict[str, list[Claim]] = defaultdict(list)
    loose = [claim for claim in deals if _has_unnamed(view, claim)]
    for claim in deals:
        for source in sorted(view.parties(claim, *STAGE_SLOTS)):
            blocks[source].append(claim)
    pairs = [pair for block in blocks.values() if len(block) <= FULL_BLOCK for pair in combinations(block, 2)]
    if len(loose) <= FULL_BLOCK:
        pairs += [(one, other) for one in loose for other in deals if one.id != other.id]
    ordered = {(min(a.id, b.id), max(a.id, b.id)) for a, b in pairs}
    for one_id, other_id in sorted(ordered):
        yield from _stage_pair(view, view.claims[one_id], view.claims[other_id])


def _stage_pair(view: CaseView, a: Claim, b: Claim) -> Iterator[Relation]:
    stages = stage_conflict(a.type or "", b.type or "")
    if not stages or a.event == b.event or _one_breath(view, a, b) or _kept_apart(a, b):
        return
    parties = _same_parties(view, a, b)
    if parties:
        words = [(c, c.trigger) for c in (a, b)]
        words += [(c, span) for c in (a, b) for span in role_spans(c, "party")]
        yield between(a, b, "terms", "contradicts", f"{stages}; {parties}", words)


def _one_breath(view: CaseView, a: Claim, b: Claim) -> bool:
    """True for one page telling both on one word: that is a course of events, no contradiction of accounts."""
    return a.document == b.document and view.origin(a).key == view.origin(b).key


def _same_parties(view: CaseView, a: Claim, b: Claim) -> str:
    """Why the two speak of one deal, "" when they need not."""
    one, other = view.parties(a, *STAGE_SLOTS), view.parties(b, *STAGE_SLOTS)
    if one & other:
        told = f"both name {_names(view, one & other)}"
        rest = (one | other) - (one & other)
        return f"{told} (beside {_names(view, rest)})" if rest else told
    for loose, named in ((a, other), (b, one)):
        if named and _has_unnamed(view, loose) and all(view.speaks_of(loose.document, key) for key in named):
            return f"one leaves its parties unnamed on a page that speaks of {_names(view, named)}"
    return ""


def _names(view: CaseView, keys: frozenset[str]) -> str:
    return ", ".join(sorted(view.name(key) for key in keys))


def _has_unnamed(view: CaseView, claim: Claim) -> bool:
    spans = role_spans(claim, "party")
    return len(spans) > len(view.parties(claim, "party")) or not view.parties(claim, *STAGE_SLOTS)


def _kept_apart(a: Claim, b: Claim) -> bool:
    compared = compare_times(a.time, b.time)
    if compared.kind == "apart" and (compared.gap or NEAR_DAYS) >= NEAR_DAYS:
        return True
    places = [compare_places(p, q).kind for p in a.places for q in b.places if p.role == q.role]
    return bool(places) and all(kind == "apart" for kind in places)


def _scenes(view: CaseView, told: Sequence[Claim]) -> Iterator[Relation]:
    """On one page, two sources who call the people moved by words that exclude each other."""
    pages: dict[str, list[Claim]] = defaultdict(list)
    for claim in told:
        if claim.attribution and role_spans(claim, "affected"):
            pages[claim.document].append(claim)
    for _, claims in sorted(pages.items()):
        for a, b in combinations(claims, 2):
            if a.event != b.event and _one_scene(view, a, b):
                yield from (r for r in affected(a, b) if r.kind in ("contradicts", "differs"))


def _one_scene(view: CaseView, a: Claim, b: Claim) -> bool:
    kin = kinship(a.type or "", b.type or "")
    if kin < SAME_SCENE or view.origin(a).key == view.origin(b).key or _kept_apart(a, b):
        return False
    return compare_times(a.time, b.time).kind != "apart"
