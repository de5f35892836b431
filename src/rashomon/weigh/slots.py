"""Slot by slot: what one claim of an event says against another of the same event.

Rule: two claims at a time, each comparison yields at most one relation a slot, with its reason and the words it rests
on. Nothing here says which side is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from rashomon.lexicon.characterisation import (
    EXCLUSIVE_ACTS,
    EXCLUSIVE_PEOPLE,
    act_classes,
    doer_classes,
    people_classes,
)
from rashomon.lexicon.continuity import CORRECTS, IN_VAIN, NOBODY, PART_FIGURE, part_words
from rashomon.lexicon.wording import content_set, overlap
from rashomon.record import Claim, Count, Place, Relation
from rashomon.record.distance import compare_places
from rashomon.record.interval import compare_times
from rashomon.record.linked import RelationKind
from rashomon.weigh.case_view import CaseView, role_spans, role_words
from rashomon.weigh.counts import compare_counts
from rashomon.weigh.relate import between

WORDS_ALIKE = 0.5
"""Share of the content words of the shorter phrase from which two phrases are taken to say the same."""
PART_REACH = 80
"""Characters between "among them" and the act whose people it names a part of."""
WHERE = ("place", "origin", "within")


def compare_claims(view: CaseView, a: Claim, b: Claim) -> Iterator[Relation]:
    """All slot relations of two claims of one event. A denial is held against what it denies, and no further."""
    yield from _happened(a, b)
    if is_denial(a) != is_denial(b):
        return
    yield from _time(a, b)
    yield from _places(a, b)
    yield from _actor(view, a, b)
    yield from affected(a, b)
    yield from _means(a, b)
    yield from _counts(view, a, b)
    yield from _words_for_it(a, b)


def _happened(a: Claim, b: Claim) -> Iterator[Relation]:
    denied = [claim for claim in (a, b) if is_denial(claim)]
    if len(denied) == 1:
        denial, other = (a, b) if denied[0] is a else (b, a)
        yield between(denial, other, "happened", "denies", "one says it did not happen, the other that it did")
    elif _in_vain(a) != _in_vain(b) and not denied and {"asserted", "completed"} & {a.status, b.status}:
        words = [(claim, claim.trigger) for claim in (a, b)]
        yield between(a, b, "happened", "contradicts", "told as done / told as tried and not brought about", words)
    elif {a.status, b.status} >= {"planned"} and a.status != b.status:
        yield between(a, b, "happened", "not_comparable", f"{a.status} / {b.status}")
    elif not denied and a.status == b.status == "asserted":
        yield between(a, b, "happened", "same", "both say that it happened")


def is_denial(claim: Claim) -> bool:
    """True when the claim says that the event did not happen, or that nobody took part in it ("not one guard left")."""
    nobody = any(NOBODY.match(span.text) for span in role_spans(claim, "affected", "actor"))
    return claim.polarity < 0 or claim.status == "denied" or nobody


def _in_vain(claim: Claim) -> bool:
    return claim.status == "failed" or bool(IN_VAIN.search(claim.quote.text))


def _time(a: Claim, b: Claim) -> Iterator[Relation]:
    if a.time is None or b.time is None:
        return
    compared = compare_times(a.time, b.time)
    kinds: dict[str, RelationKind] = {
        "same": "same", "finer": "finer", "broader": "broader", "overlaps": "same", "apart": "differs",
        "same weekday": "same",
    }  # fmt: skip
    kind = kinds.get(compared.kind)
    if kind is not None:
        words = [(c, t.span) for c, t in ((a, a.time), (b, b.time)) if t.span is not None]
        yield between(a, b, "time", kind, f"{_when(a)} / {_when(b)}: {compared.reason}", words)


def _when(claim: Claim) -> str:
    time = claim.time
    return "not told" if time is None else time.text or time.edtf or f"{time.earliest} to {time.latest}"


def _places(a: Claim, b: Claim) -> Iterator[Relation]:
    for slot, roles in (("place", WHERE), ("destination", ("destination",)), ("via", ("via",))):
        pairs = [(p, q) for p in a.places for q in b.places if p.role in roles and q.role in roles]
        found = [_place_pair(p, q) for p, q in pairs]
        best = min((item for item in found if item), key=lambda item: _PLACE_ORDER[item[0]], default=None)
        if best is not None:
            kind, reason, p, q = best
            named = "origin" if p.role == q.role == "origin" else slot
            yield between(a, b, named, kind, reason, [(a, p.span), (b, q.span)])


_PLACE_ORDER: dict[RelationKind, int] = {"same": 0, "finer": 1, "broader": 1, "differs": 2}


def _place_pair(p: Place, q: Place) -> tuple[RelationKind, str, Place, Place] | None:
    compared = compare_places(p, q)
    kinds: dict[str, RelationKind] = {
        "same": "same", "finer": "finer", "broader": "broader", "overlaps": "same", "apart": "differs",
    }  # fmt: skip
    kind = kinds.get(compared.kind)
    return (kind, f"{p.text} / {q.text}: {compared.reason}", p, q) if kind else None


def _actor(view: CaseView, a: Claim, b: Claim) -> Iterator[Relation]:
    one, other = view.parties(a, "actor"), view.parties(b, "actor")
    if not one or not other:
        yield from _doers(a, b)
        return
    names = f"{_names(view, one)} / {_names(view, other)}"
    words = [(c, span) for c in (a, b) for span in role_spans(c, "actor")]
    if one & other:
        kind: RelationKind = "same" if one == other else "finer" if one > other else "broader"
        yield between(a, b, "actor", kind, f"who did it: {names}", words)
    elif {view.body(key) for key in one} & {view.body(key) for key in other}:
        yield between(a, b, "actor", "finer", f"who did it: {names}, of whom one speaks for the other", words)
    else:
        violent = (a.type or "").startswith(("violence", "harm"))
        yield between(a, b, "actor", "contradicts" if violent else "differs", f"who did it: {names}", words)


def _doers(a: Claim, b: Claim) -> Iterator[Relation]:
    """Doers without a name: "the army" / "retreating rebels"."""
    one, other = role_words(a, "actor"), role_words(b, "actor")
    sides = doer_classes(one), doer_classes(other)
    if all(len(side) == 1 for side in sides) and sides[0] != sides[1]:
        words = [(c, span) for c in (a, b) for span in role_spans(c, "actor")]
        both = a.status == b.status == "asserted" and (a.type or "").startswith(("violence", "harm"))
        yield between(a, b, "actor", "contradicts" if both else "differs", f"who did it: {one} / {other}", words)


def _names(view: CaseView, keys: frozenset[str]) -> str:
    return ", ".join(sorted(view.name(key) for key in keys))


def affected(a: Claim, b: Claim) -> Iterator[Relation]:
    """Who was moved, hit, held: the same, or another kind of people."""
    one, other = role_words(a, "affected"), role_words(b, "affected")
    if not content_set(one) or not content_set(other):
        return
    words = [(c, span) for c in (a, b) for span in role_spans(c, "affected")]
    kinds = people_classes(one), people_classes(other)
    part = _part(a, b)
    if part is not None:
        kind: RelationKind = "finer" if part is a else "broader"
        yield between(a, b, "affected", kind, f"one tells of a part of the others: {one} / {other}", words)
        return
    if exclusive(*kinds):
        told = f"{', '.join(sorted(kinds[0]))} / {', '.join(sorted(kinds[1]))}: {one} / {other}"
        both = a.status == b.status == "asserted"
        yield between(a, b, "affected", "contradicts" if both else "differs", told, words)
    elif kinds[0] and kinds[1] and kinds[0] != kinds[1]:
        yield between(a, b, "affected", "finer" if kinds[0] > kinds[1] else "broader", f"{one} / {other}", words)
    elif overlap(content_set(one), content_set(other)) >= WORDS_ALIKE or (kinds[0] and kinds[0] == kinds[1]):
        yield between(a, b, "affected", "same", f"{one} / {other}", words)


def _part(a: Claim, b: Claim) -> Claim | None:
    """Which of two claims of one page tells of a part of the other's people ("among those evacuated")."""
    if a.document != b.document:
        return None
    return next((claim for claim in (b, a) if _names_part(claim)), None)


def _names_part(claim: Claim) -> bool:
    match = part_words(claim.quote.text)
    return match is not None and abs(claim.quote.start + match.start() - claim.trigger.start) < PART_REACH


def exclusive(one: frozenset[str], other: frozenset[str]) -> bool:
    """True when two sets of classes cannot both describe the same people."""
    if one & other:
        return False
    return any(frozenset({p, q}) in EXCLUSIVE_PEOPLE for p in one for q in other)


def _means(a: Claim, b: Claim) -> Iterator[Relation]:
    one, other = role_words(a, "means"), role_words(b, "means")
    if not content_set(one) or not content_set(other):
        return
    alike = _means_alike(a, one, b, other)
    words = [(c, span) for c in (a, b) for span in role_spans(c, "means")]
    yield between(a, b, "means", "same" if alike else "differs", f"by what means: {one} / {other}", words)


def _means_alike(a: Claim, one: str, b: Claim, other: str) -> bool:
    """True when the words for the means meet, or stand in the other's sentence."""
    mine, theirs = (frozenset(w for w in content_set(text) if not w.isdigit()) for text in (one, other))
    told = bool(mine & content_set(b.quote.text)) or bool(theirs & content_set(a.quote.text))
    return told or overlap(mine, theirs) >= WORDS_ALIKE


def _counts(view: CaseView, a: Claim, b: Claim) -> Iterator[Relation]:
    of_one = a.time is None or b.time is None
    found = [(p, q, compare_counts(p, q, of_one)) for p in a.counts for q in b.counts if _a_part(a, p) == _a_part(b, q)]
    told = [(p, q, result) for p, q, result in found if result is not None]
    if not told:
        return
    p, q, (kind, reason) = min(told, key=lambda item: (_COUNT_ORDER.get(item[2][0], 9), item[2][1]))
    part = _part(a, b)
    if part is not None and kind == "differs":
        words = [(a, p.span), (b, q.span)]
        yield between(a, b, "count", "finer" if part is a else "broader", f"a part and its whole: {reason}", words)
        return
    if kind == "differs" and view.origin(a).known and view.origin(a).key == view.origin(b).key:
        yield from _updated(view, a, b, p, q)
        return
    yield between(a, b, "count", kind, reason, [(a, p.span), (b, q.span)])


def _a_part(claim: Claim, count: Count) -> bool:
    """True for the 12 of "the survivors, among them 12 children", whatever the whole was."""
    before = claim.quote.text[: max(0, count.span.start - claim.quote.start)]
    return count.part_of is None and bool(PART_FIGURE.search(before))


_COUNT_ORDER: dict[RelationKind, int] = {"same": 0, "finer": 1, "broader": 1, "differs": 2, "not_comparable": 3}


def _updated(view: CaseView, a: Claim, b: Claim, p: Count, q: Count) -> Iterator[Relation]:
    """The same source with another figure: an update where the pages tell which came later."""
    said = compare_times(a.said_at, b.said_at)
    words = [(a, p.span), (b, q.span)]
    source = view.origin(a).words
    correcting = [claim for claim in (a, b) if CORRECTS.search(claim.quote.text)]
    order = _published(view, a, b)
    if len(correcting) == 1:
        later, earlier = (a, b) if correcting[0] is a else (b, a)
        yield between(later, earlier, "count", "updates", f"{source} corrects its figure: {p.text} / {q.text}", words)
    elif said.kind == "apart" and a.said_at and b.said_at:
        later, earlier = (a, b) if (a.said_at.earliest or "") > (b.said_at.earliest or "") else (b, a)
        reason = f"{source} later gave another figure: {p.text} / {q.text}"
        yield between(later, earlier, "count", "updates", reason, words)
    elif order is not None:
        reason = f"{source} with another figure on a page published later: {p.text} / {q.text}"
        yield between(*order, "count", "updates", reason, words)
    else:
        reason = f"{source} with two figures, and no date to tell which is later: {p.text} / {q.text}"
        yield between(a, b, "count", "differs", reason, words)


def _published(view: CaseView, a: Claim, b: Claim) -> tuple[Claim, Claim] | None:
    """The two claims, the one on the page published later first; None where the pages do not tell."""
    one, other = view.documents[a.document].published, view.documents[b.document].published
    if one.earliest and other.latest and one.earliest > other.latest:
        return a, b
    return (b, a) if other.earliest and one.latest and other.earliest > one.latest else None


def _words_for_it(a: Claim, b: Claim) -> Iterator[Relation]:
    """ "liberated" / "seized": two words for one act, kept as a conflict of characterisation."""
    one, other = act_classes(a.trigger.text), act_classes(b.trigger.text)
    if any(frozenset({p, q}) in EXCLUSIVE_ACTS for p in one for q in other):
        yield between(a, b, "event", "differs", f"called by opposite words: {a.trigger.text} / {b.trigger.text}")
