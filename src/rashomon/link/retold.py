"""More on what a page has just told: another source, how many there were, who is accused; and what the rules of one
page share.

Rule: one page, two claims, the later told soon after the earlier without a day or a place of its own.
"""

from __future__ import annotations

from rashomon.lexicon.characterisation import ANYBODY, VEHICLES
from rashomon.lexicon.continuity import NEW_EVENT
from rashomon.lexicon.link_weights import WEIGHTS
from rashomon.lexicon.type_pairs import kinship
from rashomon.lexicon.wording import content_set, fold, overlap
from rashomon.link.context import WHERE
from rashomon.link.item import Evidence
from rashomon.link.profile import Profile
from rashomon.record import Claim, Place

QUOTED_SENTENCES = 2
"""How soon after a report a quotation is taken to be about it."""
SCENE_SENTENCES = 4
"""How soon another source on what was told follows, where both sentences show the same scene."""
SCENE_ALIKE = 0.4
"""Share of the shorter sentence's content words that then stand in the other."""
ACCUSED_KINSHIP = 0.6
"""An accusation names the doer of what was just told, in stronger or weaker words: shelled / fired on the column."""
SAME_ACT_KINSHIP = 0.8
"""Kinship from which "them" or "the guards" takes up the act and not only the people: evacuated / moved, and not
evacuated / fled."""


def another_source(earlier: Claim, later: Claim, a: Profile, b: Profile) -> Evidence | None:
    """ "At least three were killed, a doctor said. The ministry confirmed one death.": more on what was just told, the
    same source's or another's, without a time or place of its own. One source with two figures tells of two events."""
    reach = SCENE_SENTENCES if _one_scene(a, b) else QUOTED_SENTENCES
    if not 0 < b.sentence - a.sentence <= reach or kinship(a.type, b.type) < SAME_ACT_KINSHIP:
        return None
    if b.window is not None or where_own(b) or b.running or turns_away(earlier, later):
        return None
    ours, theirs = last_source(earlier), last_source(later)
    figures = {of: (low, high) for low, high, of in a.numbers}
    again = {of: (low, high) for low, high, of in b.numbers}
    other_figure = any(figures[of] != again[of] for of in figures.keys() & again.keys())
    alike = overlap(a.affected_words - ANYBODY, b.affected_words - ANYBODY) >= 0.5
    if ours and theirs and ours != theirs and (other_figure or alike or _counted_harm(earlier, later)):
        return points("page.another_source", "another source on what was told just before")
    if alike and not other_figure:
        return points("page.another_source", "more on the same people, told just after")
    return None


def _one_scene(a: Profile, b: Profile) -> bool:
    """True when the two sentences share words for what is neither people nor the act ("the fourth coach")."""
    shared = (a.words & b.words) - (ANYBODY - VEHICLES) - content_set(a.trigger) - content_set(b.trigger)
    return len(shared) >= 2 and overlap(a.words, b.words) >= SCENE_ALIKE


def in_figures(earlier: Claim, later: Claim, a: Profile, b: Profile) -> Evidence | None:
    """ "Fighters and their families were taken out. Nine buses carrying 80 fighters and 200 of their families left.":
    how many there were of those just told of, without a figure, a time or a place of its own."""
    if not 0 < b.sentence - a.sentence <= QUOTED_SENTENCES or kinship(a.type, b.type) < SAME_ACT_KINSHIP:
        return None
    if a.numbers or b.window is not None or where_own(b) or b.running or turns_away(earlier, later):
        return None
    people = [content_set(count.of) - ANYBODY for count in later.counts if count.unit == "person"]
    if people and all(words and words & a.words for words in people):
        return points("page.in_figures", "how many there were of those just told of")
    return None


def accused(earlier: Claim, later: Claim, a: Profile, b: Profile) -> Evidence | None:
    """ "The ministry accused the Front of carrying out both.": who did what was just told."""
    if not later.attribution or later.attribution[-1].act != "accuses" or kinship(a.type, b.type) < ACCUSED_KINSHIP:
        return None
    if b.affected_words or later.counts or b.window is not None or where_own(b) or a.actors & b.actors:
        return None
    if other_doers(a, b) or turns_away(earlier, later):
        return None
    return points("page.continues", "somebody is accused of what was told before")


def _counted_harm(earlier: Claim, later: Claim) -> bool:
    return (earlier.type or "").startswith("harm.") and bool(earlier.counts) and bool(later.counts)


def same_one(a: Profile, b: Profile) -> bool:
    """True when those concerned are called alike, by more than words for anybody ("the killing of the baker")."""
    return overlap(a.affected_words - ANYBODY, b.affected_words - ANYBODY) >= 0.5


def other_doers(a: Profile, b: Profile) -> bool:
    """A town that one side took and another is to retake is taken twice."""
    return bool(a.actor_words and b.actor_words) and not (a.actor_words & b.actor_words or a.actors & b.actors)


def turns_away(earlier: Claim, later: Claim) -> bool:
    """True when the page turns to another event; "the fourth coach" of both sentences is no fourth event."""
    before = fold(earlier.quote.text)
    return any(fold(match.group()) not in before for match in NEW_EVENT.finditer(later.quote.text))


def where_own(item: Profile) -> list[Place]:
    """The places that a claim itself names as where it happened."""
    return [place for place in item.places if place.role in WHERE]


def last_source(claim: Claim) -> str | None:
    """Whoever stands at the end of its chain, by id or name; None where nobody does."""
    return claim.attribution[-1].source or claim.attribution[-1].name if claim.attribution else None


def points(feature: str, reason: str) -> Evidence:
    """Evidence with the points of `lexicon.link_weights`."""
    return Evidence(feature, WEIGHTS[feature], reason)
