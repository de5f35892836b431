"""Words by which one claim sets itself against others: "of their own will", "only fuel depots", "only 350 left",
"twelve, not fourteen".

Rule: a reader for each, given the claims that may be meant; which those are is decided in `disputes`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rashomon.lexicon.characterisation import ANYBODY, people_classes
from rashomon.lexicon.opposition import FORCED, NOT_FIGURE, ONLY, ONLY_FIGURE, UNTRUE, VOLUNTARY
from rashomon.lexicon.type_pairs import kinship
from rashomon.lexicon.wording import content_set, overlap
from rashomon.record import Claim, Count, Relation
from rashomon.weigh.case_view import CaseView, role_spans, role_words
from rashomon.weigh.counts import same_thing
from rashomon.weigh.matter import places_of
from rashomon.weigh.relate import between
from rashomon.weigh.slots import exclusive

MANNER_REACH = 70
"""Characters around the act in which words for its manner belong to it."""
KIN = 0.5
"""Kinship of types from which two figures may be of one happening."""
ONE_ACT = 0.8
"""Kinship from which "only" is about the same act."""
Reader = Callable[[CaseView, Claim, Sequence[Claim]], Iterator[Relation]]


def set_against(claim: Claim) -> list[Reader]:
    """The readers for which a claim has words."""
    found: list[Reader] = [_own_will] if _manner(claim) == "free" else []
    found += [_only] if _says_only(claim) else []
    found += [_fewer] if any(_held_low(claim, count) for count in claim.counts) else []
    found += [_other_figure] if _not_figures(claim) else []
    return found


def before(claim: Claim, position: int, reach: int) -> str:
    """Up to `reach` characters of the claim's sentence before a position."""
    upto = position - claim.quote.start
    return claim.quote.text[max(0, upto - reach) : max(0, upto)]


def one_class(a: Claim, b: Claim) -> bool:
    """True when those concerned are told to be of one class of people."""
    return bool(people_classes(role_words(a, "affected")) & people_classes(role_words(b, "affected")))


# ---------------------------------------------------------------- of their own will


def _manner(claim: Claim) -> str:
    """ "free" for people who are said to have gone by choice, "forced" for the opposite, "" for neither."""
    if not (claim.type or "").startswith("movement."):
        return ""
    start = max(0, claim.trigger.start - claim.quote.start - MANNER_REACH)
    near = claim.quote.text[start : claim.trigger.end - claim.quote.start + MANNER_REACH]
    free, forced = VOLUNTARY.search(near), FORCED.search(near)
    if free and not UNTRUE.search(near[: free.start()]):
        return "free"
    if claim.type == "movement.expulsion" or (forced and not UNTRUE.search(near[: forced.start()])):
        return "forced"
    return ""


def _own_will(view: CaseView, claim: Claim, others: Sequence[Claim]) -> Iterator[Relation]:
    for other in others:
        if _manner(other) == "forced" and _may_be_the_same(claim, other):
            yield between(claim, other, "terms", "contradicts", "of their own will / by force")


def _may_be_the_same(a: Claim, b: Claim) -> bool:
    """True when the words for those who moved meet, or one of the claims has none of its own ("the inhabitants")."""
    kinds = people_classes(role_words(a, "affected")), people_classes(role_words(b, "affected"))
    if exclusive(*kinds):
        return False
    mine, theirs = (content_set(role_words(c, "affected")) - ANYBODY for c in (a, b))
    return not mine or not theirs or bool(mine & theirs) or bool(kinds[0] & kinds[1])


# ---------------------------------------------------------------- only


def _says_only(claim: Claim) -> bool:
    """ "Only fuel depots were hit": said of things; of people `scenes` asks which kind they were."""
    for span in role_spans(claim, "affected"):
        lead = ONLY.match(span.text)
        rest = span.text[lead.end() :] if lead else span.text if ONLY.search(before(claim, span.start, 12)) else ""
        if rest and not any(count.span.start <= span.end - len(rest) + 8 <= count.span.end for count in claim.counts):
            return bool(content_set(rest) - ANYBODY)
    return False


def _only(view: CaseView, claim: Claim, others: Sequence[Claim]) -> Iterator[Relation]:
    mine = content_set(role_words(claim, "affected"))
    for other in others:
        if claim.document != other.document and not places_of(claim) & places_of(other):
            continue
        theirs = content_set(role_words(other, "affected")) - ANYBODY
        alike = overlap(mine, theirs) > 0 or one_class(claim, other) or not theirs
        harmful = (claim.type or "").startswith(("violence.", "harm.damage"))
        if (
            harmful
            and not alike
            and kinship(claim.type or "", other.type or "") >= ONE_ACT
            and other.status == "asserted"
        ):
            told = f"only {role_words(claim, 'affected')} / {role_words(other, 'affected')}"
            words = [(c, span) for c in (claim, other) for span in role_spans(c, "affected")]
            yield between(claim, other, "affected", "contradicts", told, words)


# ---------------------------------------------------------------- figures


def _held_low(claim: Claim, count: Count) -> bool:
    """ "Only 350 drivers": a figure held against a higher one."""
    only = ONLY_FIGURE.search(before(claim, count.span.start, 25)) or ONLY.match(count.text)
    return only is not None and count.high is not None


def _fewer(view: CaseView, claim: Claim, others: Sequence[Claim]) -> Iterator[Relation]:
    for count in claim.counts:
        for other in others if _held_low(claim, count) else ():
            if kinship(claim.type or "", other.type or "") < KIN or not _one_scene(claim, other):
                continue
            for more in other.counts:
                if same_thing(count, more) and more.low is not None and more.low > (count.high or 0):
                    words = [(claim, count.span), (other, more.span)]
                    yield between(claim, other, "count", "differs", f"only {count.text} / {more.text}", words)


def _one_scene(a: Claim, b: Claim) -> bool:
    """True when both name the same vehicles or the same place."""
    means = [content_set(role_words(claim, "means")) for claim in (a, b)]
    return bool(means[0] & means[1]) or bool(places_of(a) & places_of(b))


def _not_figures(claim: Claim) -> list[tuple[Count, Count]]:
    """(the figure that holds, the one that does not) of "twelve trucks, not fourteen"."""
    found = []
    for match in NOT_FIGURE.finditer(claim.quote.text):
        side = "" if match.group("is") else "2"
        at = [claim.quote.start + match.start(f"{name}{side}") for name in ("is", "isnt")]
        counts = [next((c for c in claim.counts if c.span.start <= start < c.span.end), None) for start in at]
        if counts[0] is not None and counts[1] is not None:
            found.append((counts[0], counts[1]))
    return found


def _other_figure(view: CaseView, claim: Claim, others: Sequence[Claim]) -> Iterator[Relation]:
    for holds, wrong in _not_figures(claim):
        for other in others:
            for count in other.counts if kinship(claim.type or "", other.type or "") >= KIN else ():
                if (count.low, count.high) == (wrong.low, wrong.high) and same_thing(holds, count):
                    words = [(claim, holds.span), (other, count.span)]
                    reason = f"{holds.text}, and not {wrong.text} / {count.text}"
                    yield between(claim, other, "count", "contradicts", reason, words)
