"""A claim's places: its own, with their roles, not the first of the page.

Rule: the words of the claim's locative roles first, then a role that is itself a place, then the encoder's event
places and the verb's locative arguments, then what stands with a preposition in the trigger's clause. Each toponym of
these words becomes one Place; the areas it lies in become "within".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rashomon.ground.resolve import Resolution
from rashomon.ground.syntax import clause_of, head_of_run, is_verb, parsed, relation, token_at, upward
from rashomon.ground.toponyms import Toponym, described
from rashomon.lexicon.places import (
    KIND_PRECISION,
    LOCATIVE_ROLES,
    NO_TOPONYM,
    REACH_KM,
    ROLE_OF_PREPOSITION,
    TAKEN_ROLES,
)
from rashomon.record import Claim, Place, Sentence, Span
from rashomon.record.grounded import PlacePrecision

Resolver = Callable[[Toponym], Resolution]
_MOVES = ("movement.", "custody.", "support.")
CLAUSE_WORDS = 25
"""Words of a clause at most, where no parse tells its end."""
_WHO_HAVE = re.compile(r",?\s+(?:who|that)\s+(?:have\s+|had\s+|were\s+)?")
PHRASE_GAP = 8
"""Words between the head of a place phrase and the name in its tail at most ("the last area held by X in the Y
valley")."""
_RANK = {"origin": 0, "destination": 0, "via": 0, "within": 1, "place": 2}
_BORDER = (";", ":", " that ", " which ", " who ", " while ", " but ")


def with_places(text: str, sentence: Sentence, claim: Claim, toponyms: Sequence[Toponym], resolver: Resolver) -> Claim:
    """The claim with its places, in text order within each role."""
    toponyms = sorted((*toponyms, *_unlisted(text, sentence, claim, toponyms)), key=lambda t: t.start)
    found = [(_rerouted(text, sentence, claim, role, t), t) for role, t in _by_roles(claim, toponyms)]
    roles = {role for role, _ in found}
    if not roles & {"place", "origin", "destination", "via"}:
        near = _around(text, sentence, claim, toponyms)
        found += [(_rerouted(text, sentence, claim, role, t), t) for role, t in near]
    places: dict[tuple[str, int], Place] = {}
    for role, toponym in found:
        places.setdefault((role, toponym.start), _place(text, role, toponym, resolver(toponym)))
    return replace(claim, places=_distinct(tuple(places.values())))


def _unlisted(text: str, sentence: Sentence, claim: Claim, toponyms: Sequence[Toponym]) -> Iterator[Toponym]:
    """One capitalised word that people are moved from or to is a place, whatever the encoder calls it: small places
    are in no training text."""
    if not (claim.type or "").startswith("movement."):
        return
    bodies = [(e.start, e.end) for e in sentence.parse.entities if e.label in ("Organization", "Misc")]
    for role in ("origin", "destination", "via"):
        for span in claim.role(role):
            run = token_at(sentence, span.start, span.end)
            named = re.fullmatch(r"[A-Z][a-z]{2,}", span.text) and span.text.casefold() not in NO_TOPONYM
            if named and run in bodies and not any(t.start < span.end and span.start < t.end for t in toponyms):
                yield described(text, sentence, span.start, span.end, "")


def _rerouted(text: str, sentence: Sentence, claim: Claim, role: str, toponym: Toponym) -> str:
    """A bare "place" of a movement that stands inside the phrase of its origin or destination belongs to that."""
    if role != "place" or not (claim.type or "").startswith(_MOVES):
        return role
    ends = [(other, span) for other in ("origin", "destination", "via") for span in claim.role(other)]
    ends.sort(key=lambda end: abs(toponym.start - end[1].end))
    if any(span.start <= toponym.start < span.end for _, span in ends):
        return role
    for other, span in ends:
        between = text[span.end : toponym.start]
        outside = not span.end <= claim.trigger.start < toponym.start
        if span.end <= toponym.start and len(between.split()) <= PHRASE_GAP and "," not in between and outside:
            return other
    return _role(text, sentence, claim, toponym)


def _distinct(places: tuple[Place, ...]) -> tuple[Place, ...]:
    """A toponym once: as what is moved from or to before an area around it, and that before a bare "place"."""
    best: dict[int, Place] = {}
    for place in places:
        held = best.get(place.span.start)
        if held is None or _RANK.get(place.role, 0) < _RANK.get(held.role, 0):
            best[place.span.start] = place
    return tuple(best[start] for start in sorted(best))


def _by_roles(claim: Claim, toponyms: Sequence[Toponym]) -> Iterator[tuple[str, Toponym]]:
    for role, spans in claim.roles:
        for span in spans:
            inside = [t for t in toponyms if span.start <= t.start and t.start < span.end]
            if role in LOCATIVE_ROLES:
                yield from _main_and_within(LOCATIVE_ROLES[role], inside)
            elif role in TAKEN_ROLES:
                yield from _itself(claim, span, inside)


def _main_and_within(role: str, inside: Sequence[Toponym]) -> Iterator[tuple[str, Toponym]]:
    """The first name is the place; a later one that is only "in" or "," is an area around it."""
    for index, toponym in enumerate(inside):
        if index == 0 or toponym.relation in ("between", "near") or "of" in toponym.relation:
            yield role, toponym
        else:
            yield "within", toponym


def _itself(claim: Claim, span: Span, inside: Sequence[Toponym]) -> Iterator[tuple[str, Toponym]]:
    """The role's words are a place ("Hajin", "the town of Hajin"), or end in where it is ("refugee camps in X")."""
    for toponym in inside:
        if toponym.start - span.start <= 3 or toponym.lead <= span.start + 4:
            yield "place", toponym
            return
        if toponym.preposition in ("in", "at", "near", "inside", "around", "between", "outside"):
            yield ("place" if not claim.type or not claim.type.startswith("movement.") else "origin"), toponym
            return
        if toponym.preposition == "from":
            yield "origin", toponym
            return


def _around(text: str, sentence: Sentence, claim: Claim, toponyms: Sequence[Toponym]) -> Iterator[tuple[str, Toponym]]:
    mine = [t for t in toponyms if sentence.start <= t.start < sentence.end]
    named = list(_by_encoder(sentence, claim, mine))
    if not named:
        in_clause = _in_clause if parsed(sentence) else _by_order
        named = [t for t in mine if t.preposition in ROLE_OF_PREPOSITION and in_clause(text, sentence, claim, t)]
    seen_place = False
    for toponym in named:
        role = _role(text, sentence, claim, toponym)
        yield ("within" if seen_place and role == "place" and toponym.relation == "in" else role), toponym
        seen_place = seen_place or role == "place"


def _role(text: str, sentence: Sentence, claim: Claim, toponym: Toponym) -> str:
    """For a movement, the role of the preposition that the whole phrase hangs by ("to a base near X": to)."""
    if not (claim.type or "").startswith(_MOVES):
        return "place"
    words = [toponym.preposition]
    if parsed(sentence):
        words += _outer_prepositions(sentence, claim, toponym)
    if len(words) == 1 and claim.trigger.end <= toponym.lead:
        words += list(reversed(text[claim.trigger.end : toponym.lead].casefold().split()))[:PHRASE_GAP]
    found = [ROLE_OF_PREPOSITION[word] for word in words if word in ROLE_OF_PREPOSITION]
    moved = [role for role in found if role != "place"]
    return moved[0] if moved else "place"


def _outer_prepositions(sentence: Sentence, claim: Claim, toponym: Toponym) -> list[str]:
    """The case words on the way from a name up to the trigger."""
    run = token_at(sentence, toponym.start, toponym.end)
    if run is None:
        return []
    words = []
    for above in upward(sentence, head_of_run(sentence, *run)):
        if is_verb(sentence, above):
            break
        words += [
            t.text.casefold()
            for i, t in enumerate(sentence.tokens)
            if sentence.parse.heads[i] == above and relation(sentence, i) == "case"
        ]
    return words


def _by_encoder(sentence: Sentence, claim: Claim, toponyms: Sequence[Toponym]) -> Iterator[Toponym]:
    """Toponyms in the event places, or in the locative arguments, of the trigger's frame."""
    run = token_at(sentence, claim.trigger.start, claim.trigger.end)
    if run is None:
        return
    parse = sentence.parse
    runs: list[tuple[int, int]] = []
    for number, frame in enumerate(parse.frames):
        if run[0] <= frame.index < run[1]:
            runs += parse.event_places[number] if number < len(parse.event_places) else ()
            runs += [(a.start, a.end) for a in frame.arguments if a.label in ("ARGM-LOC", "ARGM-DIR", "ARGM-GOL")]
    for toponym in toponyms:
        at = token_at(sentence, toponym.start, toponym.end)
        if at is not None and any(start < at[1] and at[0] < end for start, end in runs):
            yield toponym


def share_route(claims: Sequence[Claim], text: str) -> tuple[Claim, ...]:
    """ "took A from B and brought them to C": two movements of the same people, told in one breath, share their
    ends."""
    out = list(claims)
    for i, first in enumerate(out):
        for j, second in enumerate(out[i + 1 :], i + 1):
            if _one_journey(first, second, text):
                out[i], out[j] = _lent(out[i], out[j], "destination"), _lent(out[j], out[i], "origin")
            elif _who_fled(first, second, text):
                out[i] = _lent(out[i], out[j], "origin")
    return tuple(out)


def _one_journey(first: Claim, second: Claim, text: str) -> bool:
    """True when the second verb is coordinated with the first and moves "them"."""
    if first.quote != second.quote or not all((c.type or "").startswith("movement.") for c in (first, second)):
        return False
    between = text[first.trigger.end : second.trigger.start]
    moved = second.role("moved")
    pronoun = bool(moved) and moved[0].text.casefold() in ("them", "him", "her", "it")
    return (
        first.trigger.end <= second.trigger.start
        and pronoun
        and "and" in between.split()[-3:]
        and not any(mark in between for mark in ".;:")
    )


def _who_fled(first: Claim, second: Claim, text: str) -> bool:
    """ "brought to safety people who had fled from X": they were brought from X."""
    moves = all((c.type or "").startswith("movement.") for c in (first, second))
    moved = max((span.end for span in first.role("moved")), default=-1)
    return (
        moves
        and second.type == "movement.flight"
        and first.trigger.end <= moved <= second.trigger.start
        and bool(_WHO_HAVE.fullmatch(text, moved, second.trigger.start))
    )


def _lent(claim: Claim, other: Claim, role: str) -> Claim:
    if any(place.role == role for place in claim.places):
        return claim
    return replace(claim, places=(*claim.places, *(place for place in other.places if place.role == role)))


def _in_clause(text: str, sentence: Sentence, claim: Claim, toponym: Toponym) -> bool:
    """True when the toponym hangs on the trigger, or on the verb that carries it."""
    at, run = token_at(sentence, toponym.start, toponym.end), token_at(sentence, claim.trigger.start, claim.trigger.end)
    if at is None or run is None:
        return False
    trigger = set(range(*run))
    head = head_of_run(sentence, *run)
    carrier = (
        {clause_of(sentence, head)}
        if relation(sentence, head).split(":")[0] in ("obj", "nsubj", "obl", "compound", "nmod")
        else set()
    )
    for above in upward(sentence, head_of_run(sentence, *at)):
        if above in trigger or above in carrier:
            return True
        if is_verb(sentence, above):
            return False
    return False


def _by_order(text: str, sentence: Sentence, claim: Claim, toponym: Toponym) -> bool:
    """Without a parse: after the trigger with no clause border between, or right before it."""
    if toponym.start >= claim.trigger.end:
        between = text[claim.trigger.end : toponym.start]
        return not any(border in between for border in _BORDER) and len(between.split()) < CLAUSE_WORDS
    return len(text[toponym.end : claim.trigger.start].split()) < 8 and toponym.preposition in ("in", "at", "near")


def _place(text: str, role: str, toponym: Toponym, found: Resolution) -> Place:
    span = Span.of(text, toponym.start, toponym.end)
    entry = found.entry
    if entry is None:
        return _unknown(role, toponym, span, found)
    precision = _precision(toponym, entry.feature)
    reason = found.reason
    if toponym.kind in ("admin1", "admin2", "countryside") and not entry.feature.startswith("admin"):
        reason += "; the area is put at the town of its name"
    return Place(role, span.text, span, entry.name, entry.id, round(entry.lat, 5), round(entry.lon, 5), precision,
                 _relation(toponym), REACH_KM.get(precision), found.candidates, reason, entry.pcode)  # fmt: skip


def _unknown(role: str, toponym: Toponym, span: Span, found: Resolution) -> Place:
    return Place(
        role,
        span.text,
        span,
        toponym.full,
        None,
        None,
        None,
        "P9",
        _relation(toponym),
        None,
        found.candidates,
        found.reason,
    )


def _relation(toponym: Toponym) -> str:
    return toponym.relation if toponym.relation != "in" or not toponym.direction else "in"


def _precision(toponym: Toponym, feature: str) -> PlacePrecision:
    """The words' kind decides, then the entry's; a relation or a direction makes it wider."""
    kind = toponym.kind or feature
    precision = KIND_PRECISION.get(kind, KIND_PRECISION.get(feature, "P2"))
    if feature == "county":
        return "P5"
    if feature == "country":
        return "P6" if toponym.direction else "P7"
    if toponym.relation == "between":
        return "P6"
    if toponym.relation != "in" and toponym.relation != "at" and precision in ("P1", "P2"):
        return "P3"
    return precision
