"""Two claims of one page: does the later one go on about the earlier one's event, or is it a report of its own?

Rule: one page, two claims, the words between them. A page tells of several like events as a matter of course, so
nothing is joined here without a sign in the text: a definite phrase or pronoun that takes the affected up again, "among
those evacuated", "the attack", the title told once more, or the same figure of the same thing.
"""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.lexicon.characterisation import ANYBODY
from rashomon.lexicon.continuity import ANSWERS_BACK, ANY_AT_ALL, DEFINITE, POSSESSED, RELATIVE, TAKES_UP, part_words
from rashomon.lexicon.link_weights import WEIGHTS
from rashomon.lexicon.type_pairs import kinship
from rashomon.lexicon.wording import content_set, overlap, stem
from rashomon.link.evidence import vetoed
from rashomon.link.item import Evidence
from rashomon.link.names import head
from rashomon.link.profile import Profile, role_spans
from rashomon.link.retold import (
    ACCUSED_KINSHIP,
    QUOTED_SENTENCES,
    SAME_ACT_KINSHIP,
    accused,
    another_source,
    in_figures,
    last_source,
    other_doers,
    points,
    same_one,
    turns_away,
    where_own,
)
from rashomon.record import Claim, Count

REACH_SENTENCES = 3
"""How far back a definite phrase is taken to reach: beyond that another event has mostly come between."""
ANSWER_SENTENCES = 5
"""How far back words reach that hold one account against another ("speaks instead of")."""
LEDE_SENTENCES = 3
"""The title is told again in the first sentences, seldom later."""
CONTINUES_KINSHIP = 0.5
"""Kinship of types from which a part, a repeated figure or a title may belong to the same event."""
DENIED_SENTENCES = 8
"""A denial is told after the accounts, often at the end of a short report."""
OBJECT_REACH = 50
"""Characters after a denied act's noun in which its object stands."""
DENIED_KINSHIP = 0.6
"""A denial names the act by another word: an airstrike / the use of gas."""
DENIED_ALIKE = 0.3
"""Share of the words for those concerned that a denial repeats: it mostly says "its members" for "47 fighters"."""


def weigh_same_page(earlier: Claim, later: Claim, a: Profile, b: Profile) -> list[Evidence]:
    """Evidence about two claims of one page, the earlier first; PRIOR left out."""
    if vetoed(a, b) or kinship(a.type, b.type) < CONTINUES_KINSHIP:
        return [Evidence("page.separate_report", 0.0, "different times, places or kinds of event", veto=True)]
    found = [Evidence("type.same", 1.0, "kindred events on one page")]
    sign = _sign(earlier, later, a, b)
    if sign is not None:
        return [*found, sign]
    found.append(points("page.separate_report", "told as a report of its own on the same page"))
    if turns_away(earlier, later):
        found.append(points("page.new_event_words", "introduced as another event"))
    return found


def _sign(earlier: Claim, later: Claim, a: Profile, b: Profile) -> Evidence | None:
    if a.voice == "title" or b.voice == "title":
        return _title(a, b)
    if a.voice != b.voice:
        return None
    if a.polarity != b.polarity:
        return _denied(earlier, later, a, b)
    restated = _restated(earlier.counts, later.counts)
    if restated and kinship(a.type, b.type) >= CONTINUES_KINSHIP:
        return points("page.restates", f"the same figure of the same thing: {restated}")
    if _same_scene(a, b) and not turns_away(earlier, later):
        return points("page.same_scene", "the same day, place, act and people told again")
    if REACH_SENTENCES < b.sentence - a.sentence <= ANSWER_SENTENCES:
        return _answered_back(later, a, b)
    if not 0 <= b.sentence - a.sentence <= REACH_SENTENCES:
        return None
    return (
        _partitive(later)
        or _definite(earlier, later, a, b)
        or _taken_up(later, a, b)
        or _quoted(later, a, b)
        or _answered_back(later, a, b)
        or another_source(earlier, later, a, b)
        or in_figures(earlier, later, a, b)
        or accused(earlier, later, a, b)
    )


def _denied(earlier: Claim, later: Claim, a: Profile, b: Profile) -> Evidence | None:
    """A denial after what it denies: a kindred event, and the same people or party, or nobody named in particular; or
    two sources, one right after the other, that say the opposite."""
    denial, told = (a, b) if a.polarity < 0 else (b, a)
    gap = b.sentence - a.sentence
    whole_page = denial is b and a.type == b.type and ANY_AT_ALL.search(later.quote.text)
    if not 0 <= gap <= (DENIED_SENTENCES if denial is b else REACH_SENTENCES) and not whole_page:
        return None
    if kinship(a.type, b.type) < DENIED_KINSHIP:
        return None
    ours, theirs = last_source(earlier), last_source(later)
    opposite = a.type == b.type and gap <= 1 and bool(ours) and bool(theirs) and ours != theirs
    claims = (earlier, later) if denial is a else (later, earlier)
    if not earlier.attribution and not later.attribution and not same_one(a, b):
        return None
    if opposite or (_same_concerned(denial, told, denial is b or a.type == b.type) and not _own_object(*claims)):
        sourced = WEIGHTS["page.denies_source"] if ours and theirs and ours != theirs else 0.0
        reason = "one says that it did not happen, after the other"
        return Evidence("page.denies", WEIGHTS["page.denies"] + sourced, reason)
    return None


def _own_object(denial: Claim, told: Claim) -> bool:
    """ "Denies the looting of aid convoys": what the denied act was done to, which the other claim does not name."""
    after = denial.quote.text[denial.trigger.end - denial.quote.start :][:OBJECT_REACH]
    if not after.lower().startswith(" of "):
        return False
    return not content_set(after) & content_set(told.quote.text)


def _same_concerned(denial: Profile, told: Profile, in_place: bool) -> bool:
    """True when a denial may be about those of the other claim; `in_place`: it follows, or is of the same type."""
    whom, other = denial.affected_words - ANYBODY, told.affected_words - ANYBODY
    alike = overlap(denial.affected_words | denial.actor_words, told.affected_words | told.actor_words) >= DENIED_ALIKE
    named = bool(whom) and overlap(whom, told.words) >= 0.5
    party = bool((denial.actors | denial.affected) & (told.actors | told.affected)) and not (whom and other)
    if denial.position < told.position:
        return in_place and (alike or party)
    return alike or named or party or not whom


def _title(a: Profile, b: Profile) -> Evidence | None:
    title, body = (a, b) if a.voice == "title" else (b, a)
    if body.voice != "article" or not title.words:
        return None
    alike = overlap(title.words, body.words)
    lede = body.sentence - title.sentence <= LEDE_SENTENCES
    if alike >= 0.5 or (lede and alike >= 0.3):
        points = WEIGHTS["page.title"] + alike + (WEIGHTS["page.lede"] if lede else 0.0)
        return Evidence("page.title", points, f"the title tells it too ({alike:.0%} of its words)")
    return None


def _same_scene(a: Profile, b: Profile) -> bool:
    if a.type != b.type or a.window is None or a.window != b.window or a.window.days != 1:
        return False
    one = {place.id or place.name for place in where_own(a)}
    return bool(one & {place.id or place.name for place in where_own(b)}) and bool(
        overlap(a.affected_words - ANYBODY, b.affected_words - ANYBODY) >= 0.5
    )


def _restated(one: Iterable[Count], other: Iterable[Count]) -> str:
    for count in one:
        for again in other:
            same = (count.low, count.high) == (again.low, again.high) != (None, None)
            if same and (count.high is None or count.high > 2) and _one_thing(count.of, again.of):
                return count.text
    return ""


def _one_thing(one: str, other: str) -> bool:
    return stem(head(one).lower()) == stem(head(other).lower())


def _partitive(later: Claim) -> Evidence | None:
    match = part_words(later.quote.text)
    if match and abs(later.quote.start + match.start() - later.trigger.start) < 80:
        return points("page.continues", f'a part of what was told before ("{match.group()}")')
    return None


def _definite(earlier: Claim, later: Claim, a: Profile, b: Profile) -> Evidence | None:
    """ "The commanders were moved ..." after "evacuated 47 commanders"; "they were taken ..."."""
    for span in role_spans(later, "means"):
        vehicles = {word for words in role_spans(earlier, "means", "affected") for word in content_set(words.text)}
        if DEFINITE.match(span.text) and not POSSESSED.match(span.text) and stem(head(span.text).lower()) in vehicles:
            return points("page.continues", f'"{span.text}" takes up what was told before')
    charged = bool(later.attribution) and later.attribution[-1].act == "accuses"
    least = ACCUSED_KINSHIP if charged else CONTINUES_KINSHIP if _next_leg(earlier, later, a, b) else SAME_ACT_KINSHIP
    if kinship(a.type, b.type) < least:
        return None
    if a.type.startswith("territory.") and other_doers(a, b):
        return None
    for span in role_spans(later, "affected"):
        known = DEFINITE.match(span.text) and not POSSESSED.match(span.text)
        named = charged and bool(role_spans(earlier, "affected"))
        if known and (named or _takes_up(span.text, earlier, a, b)):
            return points("page.continues", f'"{span.text}" takes up what was told before')
    return None


def _next_leg(earlier: Claim, later: Claim, a: Profile, b: Profile) -> bool:
    """ "The residents left the town. They were taken to the coast.": where those just told of were brought to."""
    if not (a.type.startswith("movement.") and b.type.startswith("movement.")) or b.sentence - a.sentence > 1:
        return False
    onward = any(place.role == "destination" for place in b.places) and b.window is None and not where_own(b)
    return onward and not any(p.role == "destination" for p in a.places) and not turns_away(earlier, later)


def _takes_up(text: str, earlier: Claim, a: Profile, b: Profile) -> bool:
    if len(text.split()) == 1:
        return True
    before = [span.text for span in role_spans(earlier, "affected", "means")]
    heads = {stem(head(words).lower()) for words in before}
    return stem(head(text).lower()) in heads or bool(a.people & b.people) or not before


def _taken_up(later: Claim, a: Profile, b: Profile) -> Evidence | None:
    """ "the evacuation", "these airstrikes"; "the guards, who had been moved"."""
    offset = later.trigger.start - later.quote.start
    before = later.quote.text[: max(0, offset)]
    nominal = TAKES_UP.search(before)
    behind = any(span.start > later.trigger.end for span in role_spans(later, "affected"))
    named = behind and same_one(a, b) and kinship(a.type, b.type) >= ACCUSED_KINSHIP
    if nominal and (named or (kinship(a.type, b.type) >= SAME_ACT_KINSHIP and not role_spans(later, "affected"))):
        return points("page.continues", f'"{nominal.group().strip()} {later.trigger.text}" takes the event up again')
    relative = RELATIVE.search(before)
    if relative and content_set(later.trigger.text) & content_set(a.trigger):
        return points("page.continues", "a relative clause takes the event up again")
    return None


def _quoted(later: Claim, a: Profile, b: Profile) -> Evidence | None:
    """A voice quoted right after a report, without a time or place of its own, speaks of what was just told."""
    direct = bool(later.attribution) and later.attribution[-1].direct
    near = b.sentence - a.sentence <= QUOTED_SENTENCES
    if direct and near and a.type == b.type and b.window is None and not b.places and not later.counts:
        return points("page.continues", "a quotation about what was just told")
    return None


def _answered_back(later: Claim, a: Profile, b: Profile) -> Evidence | None:
    """ "The monitor speaks instead of a forced removal ..." """
    before = later.quote.text[: max(0, later.trigger.start - later.quote.start)]
    match = ANSWERS_BACK.search(before)
    if match and 0 < b.sentence - a.sentence <= ANSWER_SENTENCES:
        return points("page.answers", f'held against what was told just before ("{match.group()}")')
    return None
