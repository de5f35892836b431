"""What speaks for and against two claims being one event: points, each with its reason in words.

Rule: pure functions of two profiles; the points stand in `lexicon.link_weights`. Counts never decide: an equal number
adds a little, another number takes nothing away.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from rashomon.lexicon import link_weights as table
from rashomon.lexicon.characterisation import ANYBODY
from rashomon.lexicon.type_pairs import kinship
from rashomon.lexicon.wording import content_set, jaccard, overlap
from rashomon.link.context import WHERE
from rashomon.link.item import Evidence, scored
from rashomon.link.profile import Profile
from rashomon.link.standing import standing
from rashomon.record import Place
from rashomon.record.distance import DEFAULT_RADIUS_KM, PlaceCompared, compare_places
from rashomon.record.interval import TimeCompared, Window, compare_windows

MOVERS = frozenset({"movement.withdrawal", "movement.deployment"})
"""Types whose doer is the one who moves: two forces that move are two events, in one place and on one day too."""
LEAST_CONTAINED = 5
LARGE = 50
"""An exact figure from which two accounts share it by chance once in a hundred times."""
MOST_PARTS = 5
"""Figures of one claim whose sums are looked at."""
STRANGERS = 0.1
"""Share of names and title words in common below which two pages mostly tell of two matters."""
CONTAINED = 0.6
"""A short sentence told again within a long one: its share of words found there counts for so much of a Jaccard index,
from so many content words on."""


def weigh_pair(a: Profile, b: Profile) -> list[Evidence]:
    """All evidence about two claims of different pages, PRIOR left out; stops at the first veto."""
    found: list[Evidence] = []
    for part in (_type(a, b), _running(a, b), _time(a, b), _place(a, b)):
        found.extend(part)
        if any(item.veto for item in found):
            return found
    found.extend(_death(a, b) or [*_actor(a, b), *_affected(a, b), *_means(a, b)])
    found.extend([*_count(a, b), *_text(a, b), *_names(a, b), *_denial(a, b), *_story(a, b), *standing(a, b)])
    return found


def total(found: list[Evidence], prior: float = table.PRIOR) -> float:
    """Points of a pair with PRIOR, or another; minus infinity when a veto stands."""
    if any(item.veto for item in found):
        return float("-inf")
    return prior + sum(item.points for item in found)


def vetoed(a: Profile, b: Profile) -> bool:
    """True when two claims can never be one event, whatever stands between them."""
    hard = (*_type_veto(a, b), *_running(a, b), *_time(a, b), *_place(a, b))
    return any(item.veto for item in hard)


def in_words(found: list[Evidence]) -> str:
    """The reasons that moved the points, strongest first."""
    told = sorted((item for item in found if item.points), key=lambda item: (-abs(item.points), item.feature))
    return "; ".join(f"{item.reason} ({item.points:+.1f})" for item in told)


def _veto(feature: str, reason: str) -> Evidence:
    return Evidence(feature, 0.0, reason, veto=True)


def _type(a: Profile, b: Profile) -> Iterator[Evidence]:
    yield from _type_veto(a, b)
    kin = kinship(a.type, b.type)
    if kin == 1.0:
        yield scored("type.same", f"both are {a.type}")
        if a.harms & b.harms:
            yield scored("harm.same", f"both tell of {_list(a.harms & b.harms)}")
    elif kin:
        yield scored("type.kin" if kin >= 0.6 else "type.distant", f"{a.type} and {b.type} may be one happening")


def _type_veto(a: Profile, b: Profile) -> Iterator[Evidence]:
    if not kinship(a.type, b.type):
        yield _veto("type", f"{a.type} and {b.type} are different happenings")
    elif a.harms and b.harms and not a.harms & b.harms:
        yield _veto("type", f"{_list(a.harms)} / {_list(b.harms)}: two figures of one attack, not two versions")


def _running(a: Profile, b: Profile) -> Iterator[Evidence]:
    """A sum over many happenings is none of them; what has no day or place of its own may be told of the sum."""
    if a.running != b.running:
        one = b if a.running else a
        if one.window is not None or _where(one) or a.document == b.document:
            yield _veto("time", "one sums up many happenings, the other tells of one")
        else:
            yield scored("time.sum", "one sums up many happenings, the other may")


def _time(a: Profile, b: Profile) -> Iterator[Evidence]:
    compared = compare_windows(a.window, b.window)
    if compared.kind == "apart":
        yield _apart(compared)
    elif compared.kind == "same" and a.window and (a.window.days or 99) <= 2:
        open_year = a.window.yearless or bool(b.window and b.window.yearless)
        yield scored("time.same_day_open_year" if open_year else "time.same_day", compared.reason)
    elif compared.kind in ("same", "finer", "broader"):
        yield _within(a, b, compared)
    elif compared.kind == "overlaps":
        yield scored("time.overlaps", compared.reason)
    elif compared.kind == "same weekday":
        dated = any(w is not None and w.low is not None for w in (a.window, b.window))
        yield scored("time.weekday_of_date" if dated else "time.same_weekday", compared.reason)
    elif compared.kind == "other weekday":
        yield scored("time.other_weekday", compared.reason)
    else:
        yield _lent_time(a, b, compared)


def _as_reported(days: Window | None) -> Window | None:
    """What is told on a day without saying when it happened ("until then") mostly happened shortly before."""
    if days is None or days.low is not None or days.high is None:
        return days
    return Window(days.high - table.REPORTED_DAYS, days.high, days.yearless, days.weekday)


def _reported(compared: TimeCompared) -> Evidence:
    if compared.kind == "apart":
        if compared.gap is None or compared.gap >= table.REPORTED_VETO:
            return _veto("time", f"reported long before or after: {compared.reason}")
        return scored("time.reported_apart", f"reported on a day that does not fit: {compared.reason}")
    return scored("time.reported_near", "reported within days of the other")


def _lent_time(a: Profile, b: Profile, told: TimeCompared) -> Evidence:
    """Where a time is not told: the days that the page told last before."""
    if a.window is None or b.window is None:
        compared = compare_windows(a.window or a.context.window, b.window or b.context.window)
        if compared.kind in ("same", "finer", "broader", "overlaps", "same weekday"):
            return scored("time.context", f"by the day told just before: {compared.reason}")
        if compared.kind == "other weekday" or (compared.kind == "apart" and (compared.gap or 9) >= table.VETO_DAYS):
            return scored("time.context_apart", f"by the day told just before: {compared.reason}")
    feature = "time.open" if a.window is not None and b.window is not None else "time.unknown"
    return scored(feature, told.reason)


def _apart(compared: TimeCompared) -> Evidence:
    if compared.gap is None or compared.gap >= table.VETO_DAYS:
        return _veto("time", compared.reason)
    return scored("time.next_day", compared.reason)


def _within(a: Profile, b: Profile, compared: TimeCompared) -> Evidence:
    reported = _as_reported(a.window), _as_reported(b.window)
    if reported != (a.window, b.window):
        return _reported(compare_windows(*reported))
    longest = max((w.days or 9999) if w else 9999 for w in (a.window, b.window))
    if longest <= 7:
        return scored("time.within_days", compared.reason)
    if longest <= 31:
        return scored("time.within_month", compared.reason)
    return scored("time.unknown", f"{compared.reason}, and it spans more than a month")


def comparable(a: Place, b: Place) -> bool:
    """True when two places answer the same question: where it happened, where to, which way."""
    return a.role == b.role or (a.role in WHERE and b.role in WHERE)


def _place(a: Profile, b: Profile) -> Iterator[Evidence]:
    pairs = [(p, q, compare_places(p, q)) for p in a.places for q in b.places if comparable(p, q)]
    scored = [_placed(p, q, compared) for p, q, compared in pairs if compared.kind != "unknown"]
    if scored:
        yield max(scored, key=lambda item: (not item.veto, item.points, item.reason))
    elif not pairs:
        yield from _lent_place(a, b)


def _lent_place(a: Profile, b: Profile) -> Iterator[Evidence]:
    """Where one names no place: the one that its page told last before."""
    mine, other = _where(a) or a.context.places, _where(b) or b.context.places
    known = [(max(_reach(p), _reach(q)), compare_places(p, q)) for p in mine for q in other]
    near = [(reach, compared) for reach, compared in known if compared.kind not in ("unknown", "apart")]
    if near:
        reach, compared = min(near, key=lambda item: (item[0], item[1].reason))
        feature = "place.context" if reach <= table.TOWN_KM else "place.context_area"
        if reach <= table.AREA_KM:
            yield scored(feature, f"by the place told just before: {compared.reason}")
    elif any(compared.kind == "apart" for _, compared in known):
        reason = min(compared.reason for _, compared in known if compared.kind == "apart")
        yield scored("place.context_apart", f"by the place told just before: {reason}")


def _where(item: Profile) -> tuple[Place, ...]:
    return tuple(place for place in item.places if place.role in WHERE)


def _placed(p: Place, q: Place, compared: PlaceCompared) -> Evidence:
    reach = max(_reach(p), _reach(q))
    if compared.kind == "apart":
        far = compared.km is None or compared.km - _reach(p) - _reach(q) > table.NEAR_MISS_KM
        return _veto("place", compared.reason) if far else scored("place.near_miss", compared.reason)
    if compared.kind == "overlaps":
        return scored("place.overlaps", compared.reason)
    grade = "town" if reach <= table.TOWN_KM else "area" if reach <= table.AREA_KM else "country"
    return scored(f"place.{'same' if compared.kind == 'same' else 'within'}_{grade}", compared.reason)


def _reach(place: Place) -> float:
    return place.radius_km if place.radius_km is not None else DEFAULT_RADIUS_KM.get(place.precision, table.TOWN_KM)


def _actor(a: Profile, b: Profile) -> Iterator[Evidence]:
    movers = [item.actors | item.affected for item in (a, b)]
    named = [item.affected_names - _place_words(item) for item in (a, b)]
    other = all(movers) and not movers[0] & movers[1]
    unlike = not all(movers) and all(named) and not named[0] & named[1] and not movers[0] & movers[1]
    if {a.type, b.type} <= MOVERS and (other or unlike):
        yield scored("actor.other_mover", "another force is said to have moved")
    elif a.actors and b.actors:
        same = bool(a.actors & b.actors)
        yield scored("actor.same" if same else "actor.other", "the same actor" if same else "another actor is named")
    elif a.actor_words and b.actor_words and overlap(a.actor_words, b.actor_words) >= 0.5:
        yield scored("actor.words", "the actor is called alike")


def _death(a: Profile, b: Profile) -> list[Evidence]:
    """A person dies once: by whatever words and whosever doing."""
    deaths = all(item.type == "violence.killing" or "killed" in item.harms for item in (a, b))
    return [scored("affected.death", "the same person's death")] if deaths and a.persons & b.persons else []


def _affected(a: Profile, b: Profile) -> Iterator[Evidence]:
    if a.affected & b.affected:
        yield scored("affected.same", "the same party is affected")
    elif a.affected_words and b.affected_words:
        named = a.affected_names & b.affected_names
        if len(named) >= 2 and not named & (_place_words(a) | _place_words(b)):
            yield scored("affected.named", f"the same {' '.join(sorted(named))} is concerned")
        elif _unlike(a, b):
            yield scored("affected.other_class", f"{_list(a.people)} / {_list(b.people)}")
        elif _retold(a, b) or _retold(b, a):
            yield scored("affected.words", "those affected are called alike")
        elif not (a.affected_words - ANYBODY and b.affected_words - ANYBODY):
            return
        else:
            yield scored("affected.other", "those affected are called differently")


def _unlike(a: Profile, b: Profile) -> bool:
    """People of other classes, called by other words: a name in the phrase for both ("left the pocket held by") is not
    enough to make them alike."""
    told = a.affected_words - ANYBODY and b.affected_words - ANYBODY
    apart = a.people and b.people and not a.people & b.people
    return bool(told and apart) and overlap(a.affected_words, b.affected_words) < 0.5


def _place_words(item: Profile) -> frozenset[str]:
    return frozenset(word for place in (*item.places, *item.context.places) for word in content_set(place.text))


def _retold(a: Profile, b: Profile) -> bool:
    """True when the words for those affected in one stand in the other's phrase, or its names in the other's quote."""
    if overlap(a.affected_words, b.affected_words) >= 0.5:
        return True
    named = a.affected_words & a.story
    return len(named) >= 2 and overlap(named, b.words) >= 0.5


def _means(a: Profile, b: Profile) -> Iterator[Evidence]:
    if a.means and b.means:
        same = bool(a.means & b.words or b.means & a.words)
        yield scored("means.same" if same else "means.other", "the same means" if same else "other means")


def _count(a: Profile, b: Profile) -> Iterator[Evidence]:
    shared = {
        (low, high) for low, high, of in a.numbers for p, q, to in b.numbers if (low, high) == (p, q) and high > 2
    }
    odd = [low for low, high in shared if low == high and low > 10 and low % 10]
    alike = {(low, high) for low, high, of in a.numbers & b.numbers if high > 2}
    total = "" if odd else _adds_up(a, b) or _adds_up(b, a)
    if odd:
        feature = "count.same_large" if max(odd) >= LARGE and a.type == b.type else "count.same_odd"
        yield scored(feature, f"the same number ({max(odd):g})")
    elif total:
        yield scored("count.adds_up", total)
    elif alike:
        low, high = max(alike)
        told = f"{low:g}" if low == high else f"{low:g} to {high:g}"
        yield scored("count.same", f"the same number of the same ({told})")


def _adds_up(a: Profile, b: Profile) -> str:
    """ "52 and 22" of one and "74" of the other: the reason in words, "" when they do not. Round figures and small ones
    add up by chance."""
    parts = sorted({low for low, high, _ in a.numbers if low == high and low > 10})[:MOST_PARTS]
    totals = {low for low, high, _ in b.numbers if low == high and low % 10 and low > 20}
    sums = {one + other: (one, other) for one, other in combinations(parts, 2)}
    return next((f"{sums[n][0]:g} + {sums[n][1]:g} = {n:g}" for n in sorted(totals & sums.keys())), "")


def _text(a: Profile, b: Profile) -> Iterator[Evidence]:
    share = jaccard(a.words, b.words)
    if min(len(a.words), len(b.words)) >= LEAST_CONTAINED:
        share = max(share, overlap(a.words, b.words) * CONTAINED)
    if share >= table.VERBATIM and min(len(a.words), len(b.words)) >= 5:
        yield scored("text.verbatim", "told in the same words")
    elif share > 0.1:
        reason = f"{share:.0%} of the content words in common"
        yield scored("text.shared", reason, min(table.TEXT_MOST, share))


def _names(a: Profile, b: Profile) -> Iterator[Evidence]:
    shared = a.names & b.names
    if shared:
        reason = f"both sentences name {', '.join(sorted(shared)[:4])}"
        yield scored("names.shared", reason, min(table.NAMES_MOST, len(shared)))


def _denial(a: Profile, b: Profile) -> Iterator[Evidence]:
    if a.polarity == b.polarity:
        return
    who = bool(a.actors & b.actors) or overlap(a.actor_words, b.actor_words) >= 0.5
    whom = bool(a.affected & b.affected) or _retold(a, b) or _retold(b, a)
    denial, told = (a, b) if a.polarity < 0 else (b, a)
    called_alike = a.type == b.type and bool(content_set(a.trigger) & content_set(b.trigger))
    others = bool(denial.affected_words - ANYBODY and told.affected_words - ANYBODY)
    if whom or ((who or called_alike) and not others):
        yield scored("denial", "one denies what the other tells")


def _story(a: Profile, b: Profile) -> Iterator[Evidence]:
    share = overlap(a.story, b.story)
    if share >= 0.3 and a.type == b.type and a.context.only and b.context.only:
        yield scored("story.only_one", "each of two like pages tells of one such event")
    if share >= 0.3:
        yield scored("story.shared", f"{share:.0%} of the pages' names and title words in common", share)
    elif share < STRANGERS:
        yield scored("story.other", "the pages share hardly a name")


def _list(words: frozenset[str]) -> str:
    return ", ".join(sorted(words))
