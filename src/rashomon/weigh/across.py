"""Contradictions between different events: a deal negotiated / refused / struck / never made.

Rule: two claims about deals of the same parties, and neither time nor place keeps them apart. Every relation says what
makes them comparable. Who was moved stands in `scenes`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.lexicon.type_pairs import stage_conflict
from rashomon.lexicon.wording import content_set
from rashomon.record import Claim, Relation
from rashomon.weigh.case_view import COUNTED_VOICES, CaseView, role_spans, role_words
from rashomon.weigh.disputes import disputes
from rashomon.weigh.relate import between
from rashomon.weigh.scenes import kept_apart, scene_contradictions

STAGE_SLOTS = ("party", "actor", "affected")
MOST_PARTIES = 40
"""In a case with more parties to deals, a deal without parties may be anybody's."""
PART_OF_GROUP = re.compile(r"\b(some|several|many|most|few|dozens?|hundreds|part|half|\d+)\b.*\bof\b", re.I)
"""A part of a group: that it refuses leaves the deal as it is."""
WORDING = re.compile(r"\b(terms?|words?|wording|expression|figures?|claims?|charges?|accusations?|reports?)$", re.I)
"""What can be rejected without any deal."""
_IF = re.compile(r"\b(if|whether|unless)\b", re.I)
_MATTER = re.compile(r"\b(?:to|on|for)\s+(\w.*)$", re.I | re.S)
"""What a deal is about, in the words for it."""
FULL_BLOCK = 200
"""Claims about one party beyond which only those of a like date are compared."""


def contradictions_across(view: CaseView) -> Iterator[Relation]:
    """Relations between claims of different events."""
    told = [claim for claim in view.accounts.claims if claim.type and claim.voice in COUNTED_VOICES]
    yield from _stages(view, [claim for claim in told if (claim.type or "").startswith("deal.")])
    yield from scene_contradictions(view, told)
    yield from disputes(view, told)


def _stages(view: CaseView, deals: Sequence[Claim]) -> Iterator[Relation]:
    blocks: dict[str, list[Claim]] = defaultdict(list)
    loose = [claim for claim in deals if _has_unnamed(view, claim)]
    for claim in deals:
        for source in sorted(view.parties(claim, *STAGE_SLOTS)):
            blocks[source].append(claim)
    pairs = [pair for block in blocks.values() if len(block) <= FULL_BLOCK for pair in combinations(block, 2)]
    if len(loose) <= FULL_BLOCK:
        pairs += [(one, other) for one in loose for other in deals if one.id != other.id]
    known = frozenset(blocks) if len(blocks) <= MOST_PARTIES else frozenset()
    ordered = {(min(a.id, b.id), max(a.id, b.id)) for a, b in pairs}
    for one_id, other_id in sorted(ordered):
        yield from _stage_pair(view, view.claims[one_id], view.claims[other_id], known)


def _stage_pair(view: CaseView, a: Claim, b: Claim, known: frozenset[str]) -> Iterator[Relation]:
    stages = _stages_in_words(a, b)
    if not stages or a.event == b.event or _one_breath(view, a, b) or kept_apart(a, b):
        return
    if not (_whole(a) and _whole(b)) or _other_matter(a, b):
        return
    parties = _same_parties(view, a, b, known if a.polarity != b.polarity else frozenset())
    if parties:
        words = [(c, c.trigger) for c in (a, b)]
        words += [(c, span) for c in (a, b) for span in role_spans(c, "party")]
        yield between(a, b, "terms", "contradicts", f"{stages}; {parties}", words)


def _whole(claim: Claim) -> bool:
    """True for what is told as so, of a deal as a whole: not for a part of a group that refuses, nor for a word."""
    if claim.status in ("planned", "failed") or _IF.search(claim.quote.text[: claim.trigger.start - claim.quote.start]):
        return False
    partly = any(PART_OF_GROUP.search(span.text) for span in role_spans(claim, *STAGE_SLOTS))
    return not partly and not any(WORDING.search(span.text) for span in role_spans(claim, "terms"))


def _other_matter(a: Claim, b: Claim) -> bool:
    """True when one says what the deal is to bring about ("an offer to exchange prisoners") and the other's sentence
    has no word of it."""
    for claim, other in ((a, b), (b, a)):
        match = _MATTER.search(role_words(claim, "terms"))
        if match and not content_set(match.group(1)) & content_set(other.quote.text):
            return True
    return False


def _stages_in_words(a: Claim, b: Claim) -> str:
    """What two claims about a deal say against each other, "" when both may hold."""
    if a.polarity != b.polarity:
        return "said to be so / said not to be so" if a.type == b.type else ""
    return stage_conflict(a.type or "", b.type or "") if a.polarity > 0 else ""


def _one_breath(view: CaseView, a: Claim, b: Claim) -> bool:
    """True for one page telling both on one word: that is a course of events, no contradiction of accounts."""
    return a.document == b.document and view.origin(a).key == view.origin(b).key


def _same_parties(view: CaseView, a: Claim, b: Claim, known: frozenset[str]) -> str:
    """Why the two speak of one deal, "" when they need not; `known` are the parties of any deal of the case, where the
    like deal said to be and not to be needs no name: talks and an agreement of nobody named may be of two deals."""
    one, other = view.parties(a, *STAGE_SLOTS), view.parties(b, *STAGE_SLOTS)
    if one & other:
        told = f"both name {_names(view, one & other)}"
        rest = (one | other) - (one & other)
        return f"{told} (beside {_names(view, rest)})" if rest else told
    if _has_unnamed(view, a) and _has_unnamed(view, b):
        both = frozenset(key for key in known if view.speaks_of(a.document, key) and view.speaks_of(b.document, key))
        return f"neither names both parties, and both pages speak of {_names(view, both)}" if both else ""
    for loose, named in ((a, other), (b, one)):
        if named and _has_unnamed(view, loose) and all(view.speaks_of(loose.document, key) for key in named):
            return f"one leaves its parties unnamed on a page that speaks of {_names(view, named)}"
    return ""


def _names(view: CaseView, keys: frozenset[str]) -> str:
    return ", ".join(sorted(view.name(key) for key in keys))


def _has_unnamed(view: CaseView, claim: Claim) -> bool:
    spans = role_spans(claim, "party")
    return len(spans) > len(view.parties(claim, "party")) or not view.parties(claim, *STAGE_SLOTS)
