"""Contradictions between claims of different events where one claim sets itself against others: denials here, other
words in `wording`.

Rule: the others stand on its page or on pages that speak of the same matter; two claims at a time, different origins,
and neither time, place, doers nor people keep them apart. A denial without a word for which of several like events it
means is held against none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rashomon.lexicon.characterisation import ANYBODY, doer_classes
from rashomon.lexicon.opposition import OUGHT
from rashomon.lexicon.type_pairs import denied_with
from rashomon.lexicon.wording import content_set
from rashomon.record import Claim, Relation
from rashomon.record.interval import compare_times
from rashomon.weigh.case_view import CaseView, role_words
from rashomon.weigh.matter import Matters, named_targets, places_of
from rashomon.weigh.relate import between
from rashomon.weigh.slots import is_denial
from rashomon.weigh.wording import Reader, before, one_class, set_against

CHARACTERS_NEAR = 1200
"""How far apart on one page a claim and what it sets itself against may stand: about eight sentences."""
CHARACTERS_NEXT = 300
"""The same where nothing but the nearness tells what is meant: about two sentences."""


def disputes(view: CaseView, told: Sequence[Claim]) -> Iterator[Relation]:
    """Relations from each claim that sets itself against others to those it means."""
    matters = Matters(view, told)
    joined = _joined_denials(told)
    for claim in told:
        readers = _readers(claim, joined)
        if readers:
            for document in (claim.document, *matters.near(claim)):
                others = [other for other in matters.claims(document) if _may_meet(view, claim, other)]
                for reader in readers:
                    yield from reader(view, claim, others)


def _joined_denials(told: Sequence[Claim]) -> frozenset[str]:
    """Events that hold both a denial and what it denies: those need no more looking for."""
    sides: dict[str, set[bool]] = {}
    for claim in told:
        if claim.event:
            sides.setdefault(claim.event, set()).add(is_denial(claim))
    return frozenset(event for event, found in sides.items() if len(found) > 1)


def _readers(claim: Claim, joined: frozenset[str]) -> list[Reader]:
    found: list[Reader] = []
    if claim.voice == "title" or OUGHT.search(before(claim, claim.trigger.start, 25)):
        return found
    if is_denial(claim):
        if not (claim.type or "").startswith(("deal.", "harm.")) and claim.event not in joined:
            found.append(_denied)
        found.append(_entailed)
    elif claim.status != "planned":
        found += set_against(claim)
    return found


def _may_meet(view: CaseView, a: Claim, b: Claim) -> bool:
    """True for two claims of two origins that are not told of different days or places."""
    if a.id == b.id or view.origin(a).key == view.origin(b).key:
        return False
    if is_denial(a) and a.event == b.event and a.event:
        return False
    if b.status in ("planned", "possible") or is_denial(b) or b.voice == "title":
        return False
    if a.document == b.document and abs(a.trigger.start - b.trigger.start) > CHARACTERS_NEAR:
        return False
    if compare_times(a.time, b.time).kind in ("apart", "other weekday"):
        return False
    places = places_of(a), places_of(b)
    return not (places[0] and places[1]) or bool(places[0] & places[1])


# ---------------------------------------------------------------- denials


def _denied(view: CaseView, denial: Claim, others: Sequence[Claim]) -> Iterator[Relation]:
    """Of each page the one event of the denied kind; where it tells of several, none is meant."""
    same = [
        claim
        for claim in others
        if claim.type == denial.type and _same_people(view, denial, claim)
        if _near(denial, claim) or _meant(view, denial, claim)
    ]
    if len({claim.event for claim in same}) == 1:
        for claim in same:
            yield between(denial, claim, "happened", "denies", "one says it did not happen, the other that it did")


def _near(a: Claim, b: Claim) -> bool:
    return a.document == b.document and abs(a.trigger.start - b.trigger.start) <= CHARACTERS_NEAR // 2


def _meant(view: CaseView, denial: Claim, claim: Claim) -> bool:
    """True when some word of the denial is of the other's event: its act, its doer, those concerned or its place."""
    acts = content_set(denial.trigger.text) & content_set(claim.trigger.text)
    people = content_set(role_words(denial, "affected")) & content_set(role_words(claim, "affected")) - ANYBODY
    doers = view.parties(denial, "actor") & view.parties(claim, "actor")
    sides = doer_classes(role_words(denial, "actor")) & doer_classes(role_words(claim, "actor"))
    return bool(acts or people or doers or sides or places_of(denial) & places_of(claim))


def _entailed(view: CaseView, denial: Claim, others: Sequence[Claim]) -> Iterator[Relation]:
    """ "There was no fighting in the town" / "retook the town": an act that cannot be without the denied one."""
    for claim in others:
        told = denied_with(claim.type or "", denial.type or "")
        anchor = _anchor(view, denial, claim) if told else ""
        if anchor:
            yield between(denial, claim, "happened", "denies", f"{told}; {anchor}")


def _anchor(view: CaseView, denial: Claim, claim: Claim) -> str:
    """What the two have in common beside the page, "" for nothing."""
    if (places_of(denial) | named_targets(denial)) & places_of(claim):
        return "the same place"
    parties = {p for _, p in denial.parties} & {p for _, p in claim.parties}
    if parties:
        return f"the same party: {', '.join(sorted(view.name(key) for key in parties))}"
    if denial.document != claim.document or abs(denial.trigger.start - claim.trigger.start) > CHARACTERS_NEXT:
        return ""
    named = sorted({view.name(p) for _, p in claim.parties} - {""})
    answering = next((name for name in named if name in denial.quote.text), "")
    if answering:
        return f"{answering} is named by one and answers in the other"
    return "one is told right after the other, by another source" if denial.attribution and claim.attribution else ""


def _same_people(view: CaseView, denial: Claim, claim: Claim) -> bool:
    """True when those who act and those concerned may be the same."""
    doers = view.parties(denial, "actor"), view.parties(claim, "actor")
    if all(doers) and not _bodies(view, doers[0]) & _bodies(view, doers[1]):
        return False
    sides = doer_classes(role_words(denial, "actor")), doer_classes(role_words(claim, "actor"))
    if all(sides) and not sides[0] & sides[1]:
        return False
    mine, theirs = (content_set(role_words(c, "affected")) - ANYBODY for c in (denial, claim))
    if mine and not role_words(claim, "affected"):
        return False
    return not (mine and theirs) or bool(mine & theirs) or one_class(denial, claim)


def _bodies(view: CaseView, keys: frozenset[str]) -> set[str]:
    return {view.body(key) for key in keys}
