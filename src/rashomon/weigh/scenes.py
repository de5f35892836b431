"""Contradictions about who was moved, hit or held in one scene: civilians / fighters, some / nobody.

Rule: two claims of different events and different origins, of one place (or one page), whose times do not keep them
apart; a claim without a place may be of any place its page prints. "Only", "not one" and a denial make a
contradiction; without them, or with an unknown time, they differ.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from rashomon.lexicon.characterisation import people_classes
from rashomon.lexicon.type_pairs import kinship
from rashomon.lexicon.wording import content_set, fold
from rashomon.record import Claim, Place, Relation
from rashomon.record.distance import compare_places
from rashomon.record.interval import compare_times
from rashomon.weigh.case_view import CaseView, role_spans, role_words
from rashomon.weigh.relate import between
from rashomon.weigh.slots import exclusive, is_denial

SAME_PAGE_KINSHIP = 0.8
"""Kinship of types from which two claims of one page may show one scene: evacuated / moved, and not withdrawn."""
SAME_PLACE_KINSHIP = 0.5
"""The same for two pages that name the place: evacuated / fled / withdrew are three pages' words for one scene."""
FULL_BLOCK = 150
"""Claims of one place beyond which only those of different pages and a like date are worth the work."""
NEAR_DAYS = 31
"""Reports told more than a month apart are a course of events, no contradiction."""
CLOSE = ("P1", "P2", "P3", "P4", "P9")
"""Precisions of a place that can be a scene; a province or a country cannot."""
WHERE = ("place", "origin", "within")
ONLY_REACH = 14
"""Characters before the words for the people within which "only" is said of them."""
_ONLY = re.compile(r"\b(only|solely|exclusively|nobody but|none but|not one|no one|all of them)\b", re.I)
_NAME = re.compile(r"[A-Z][\w'’-]*(?:\s+(?:(?:al|el|of|de|la)[ -])?[A-Z][\w'’-]*)*")
_KNOWN_TIME = ("same", "finer", "broader", "overlaps", "same weekday")


def scene_contradictions(view: CaseView, told: Sequence[Claim]) -> Iterator[Relation]:
    """Relations between claims of different events that speak of people of one scene."""
    moving = [c for c in told if _may_part(c) and people_classes(role_words(c, "affected"))]
    scenes = {key for claim in moving for key in _own_places(claim)}
    printed: dict[str, set[str]] = {}
    blocks: dict[str, list[Claim]] = defaultdict(list)
    for claim in moving:
        if not _own_places(claim) and claim.document not in printed:
            printed[claim.document] = scenes & _capitalised_runs(view.article(claim.document))
        for key in {f"page {claim.document}", *(_own_places(claim) or printed[claim.document])}:
            blocks[key].append(claim)
    pairs = {
        (min(a.id, b.id), max(a.id, b.id))
        for block in blocks.values()
        if len(block) <= FULL_BLOCK
        for a, b in combinations(block, 2)
        if a.event != b.event
    }
    for one, other in sorted(pairs):
        yield from _pair(view, view.claims[one], view.claims[other])


def _may_part(claim: Claim) -> bool:
    """Casualties of one attack may be civilians and fighters both, and a plan contradicts nothing."""
    return not (claim.type or "").startswith("harm") and claim.status != "planned"


def kept_apart(a: Claim, b: Claim) -> bool:
    """True when time or place says that the two cannot be about one thing."""
    compared = compare_times(a.time, b.time)
    if compared.kind == "apart" and (compared.gap or NEAR_DAYS) >= NEAR_DAYS:
        return True
    places = [compare_places(p, q).kind for p in a.places for q in b.places if p.role == q.role]
    return bool(places) and all(kind == "apart" for kind in places)


def _pair(view: CaseView, a: Claim, b: Claim) -> Iterator[Relation]:
    least = SAME_PAGE_KINSHIP if a.document == b.document else SAME_PLACE_KINSHIP
    if kinship(a.type or "", b.type or "") < least or view.origin(a).key == view.origin(b).key:
        return
    if a.document != b.document and "possible" in (a.status, b.status):
        return
    time = compare_times(a.time, b.time)
    if time.kind == "apart" or kept_apart(a, b) or (a.document == b.document and not (a.attribution and b.attribution)):
        return
    one, other = role_words(a, "affected"), role_words(b, "affected")
    kinds = people_classes(one), people_classes(other)
    words = [(c, span) for c in (a, b) for span in role_spans(c, "affected")]
    if is_denial(a) != is_denial(b) and kinds[0] & kinds[1]:
        denial, denied = (a, b) if is_denial(a) else (b, a)
        told = f"one says that {', '.join(sorted(kinds[0] & kinds[1]))} were concerned, the other that they were not"
        yield between(denial, denied, "happened", "denies", f"{told}: {one} / {other}", words)
    elif is_denial(a) == is_denial(b) and exclusive(*kinds):
        known = a.status == b.status == "asserted" and time.kind in _KNOWN_TIME
        sure = _says_only(a) or _says_only(b) or known
        if not sure and not (_one_page(a, b) if a.document == b.document else _one_ride(a, b)):
            return
        told = f"{', '.join(sorted(kinds[0]))} / {', '.join(sorted(kinds[1]))}: {one} / {other}"
        yield between(a, b, "affected", "contradicts" if sure else "differs", told, words)


def _one_ride(a: Claim, b: Claim) -> bool:
    """True when both tell of the same vehicles, of a place that both name: who sat in them?"""
    means = [content_set(role_words(claim, "means")) for claim in (a, b)]
    return bool(means[0] & means[1]) and bool(_own_places(a) & _own_places(b))


def _one_page(a: Claim, b: Claim) -> bool:
    """True when nothing in either keeps two accounts of one page apart: a day that only one names, other vehicles."""
    means = [content_set(role_words(claim, "means")) for claim in (a, b)]
    return (a.time is None) == (b.time is None) and (not all(means) or bool(means[0] & means[1]))


def _says_only(claim: Claim) -> bool:
    """True when the words for the people themselves say "only" or "not one"."""
    for span in role_spans(claim, "affected"):
        lead = claim.quote.text[max(0, span.start - claim.quote.start - ONLY_REACH) : span.end - claim.quote.start]
        if _ONLY.search(lead):
            return True
    return False


def _own_places(claim: Claim) -> set[str]:
    return {_key(place) for place in claim.places if place.role in WHERE and place.precision in CLOSE}


def _capitalised_runs(text: str) -> set[str]:
    """Runs of one to three capitalised words as place keys: where a claim names no place, any that its page prints."""
    names = _NAME.findall(text)
    parts = [name.split() for name in names]
    return {
        f"place {fold(' '.join(words[start : start + size]))}"
        for words in parts
        for size in (1, 2, 3)
        for start in range(len(words) - size + 1)
    }


def _key(place: Place) -> str:
    return f"place {fold(place.name).removeprefix('the ')}"
