"""The displacement figure that an excerpt reports, in the terms of the Internal Displacement Monitoring Centre.

Rule: the quantities are the project's own; this file only says which of them stands with a word of displacement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.ground.quantities import Quantity
from rashomon.record import Sentence

TERMS: tuple[tuple[str, str], ...] = (
    ("Partially Destroyed Housing", r"(?:partially|partly)\s+(?:destroy|damag|collaps)\w*"),
    (
        "Destroyed Housing",
        r"destroy\w*|destruction|collaps\w*|buried|lost\s+their\s+(?:houses?)|washed\s+away|demolish\w*",
    ),
    (
        "In Relief Camp",
        r"(?:relief|displace\w*|evacuation|IDP)\s+camps?|took\s+shelter|sheltering\s+in\s+(?:\w+\s+)?camps",
    ),
    ("Homeless", r"homeless|lost\s+their\s+homes|without\s+homes|roofless|sin\s+hogar\w*|sans[\s-]abris?"),
    ("Relocated", r"relocat\w*|resettl\w*|moved\s+to\s+safe\w*|transferred"),
    ("Evacuated", r"evacuat\w*|evacuees?|evacuad\w*|évacué\w*"),
    (
        "Forced to Flee",
        r"forc\w+\s+(?:[\w,.]+\s+){0,5}?(?:out\b|to\s+(?:flee|leave)|from)|flee\w*|fled|(?:leave|left)\s+their|driven\s+out",
    ),
    ("Displaced", r"displac\w*|(?:IDP|PDI)s?\b|uprooted|desplaza\w*|d[ée]plac\w*"),
    ("Sheltered", r"shelter\w*|accommodat\w*|housed|hosted|lodged"),
)
"""Term -> the words that report it; of two that stand equally near, the earlier row wins."""
LAST_RESORT = ("Partially Destroyed Housing", r"damag(?:ed|ing)")
"""Read only where no other word of displacement stands in the excerpt."""
_HOUSES = re.compile(
    r"(?:house|home(?!less)|dwelling|hut|famil|household|building|apartment|residence|vivienda|casa)", re.IGNORECASE
)
_NO_FIGURE = re.compile(
    r"\b(?:shelter|camp|cent(?:re|er)|district|village|province|canton|street|count(?:y|ie)|tree|death)s?\b",
    re.IGNORECASE,
)
_PART = re.compile(r"\b(?:of\s+wh(?:ich|om)|including|among\s+them)\b[^.]{0,30}$|\([^)]{0,12}$", re.IGNORECASE)
_ITSELF = re.compile(r"\s+of\s+wh(?:ich|om)\b", re.IGNORECASE)
"""After a figure: what follows is told of this figure, a part or not ("85,000 of whom were relocated")."""
_IN = re.compile(r"\b[Ii]n\s+(?:the\s+)?([A-Z]\w+|\d{4})")
WHERE_REACH = 60
"""Characters from a figure to its own place: a short clause."""
ALIKE = 10
"""Cost below which a further figure is told of the same term."""
FAR = 10_000
BORDER_COST, SENTENCE_COST, PART_COST = 6, 8, 12
"""Words that a comma or "and", the end of a sentence, and being a part of another figure count for."""


def reported(text: str, found: Sequence[tuple[Sentence, Quantity]]) -> tuple[float | None, str | None, str | None]:
    """Figure, unit ("People" or "Households") and term of an excerpt; None where it tells none. Like figures of several
    places are added up."""
    counted = [quantity for _, quantity in found if _counts(quantity)]
    for terms in (TERMS, (LAST_RESORT,)):
        ranked = sorted((_nearest(text, quantity, terms) for quantity in counted), key=lambda hit: hit[0])
        if ranked and ranked[0][0] < FAR:
            cost, term, quantity = ranked[0]
            alike = [
                q for c, t, q in ranked[1:] if t == term and c < max(cost, ALIKE) and _unit(q, t) == _unit(quantity, t)
            ]
            return _total(text, quantity, alike), _unit(quantity, term), term
    if len(counted) == 1:
        return counted[0].values[0], _unit(counted[0], ""), "Displaced"
    return None, None, None


def _total(text: str, first: Quantity, alike: Sequence[Quantity]) -> float:
    """The figure with those told of other places or years ("31 houses ... in A, 36 in B"), each told once."""
    total, told = first.values[0], {first.values[0]}
    for other in alike:
        one, two = sorted((first, other), key=lambda quantity: quantity.start)
        listed = not text[one.end : two.start].strip(" ;")
        if other.values[0] not in told and (listed or (_where(text, one) != _where(text, two))):
            total += other.values[0]
            told.add(other.values[0])
    return total


def _where(text: str, quantity: Quantity) -> str:
    """The place or year of a figure's clause, "" = none is told."""
    after = _IN.search(text, quantity.number_end, min(len(text), quantity.number_end + WHERE_REACH))
    before = list(_IN.finditer(text, max(0, quantity.start - WHERE_REACH), quantity.start))
    return after[1] if after else before[-1][1] if before else ""


def _counts(quantity: Quantity) -> bool:
    known = quantity.unit in ("person", "household", "building", "thing") and quantity.values[0] > 0
    return known and not _NO_FIGURE.search(quantity.of_text)


def _nearest(text: str, quantity: Quantity, terms: Sequence[tuple[str, str]]) -> tuple[float, str, Quantity]:
    """How far the nearest word of displacement stands, and its term."""
    best: tuple[float, str] = (FAR, "")
    part = PART_COST if _PART.search(text[: quantity.start]) and not _ITSELF.match(text, quantity.number_end) else 0
    for rank, (term, pattern) in enumerate(terms):
        for match in re.finditer(rf"\b(?:{pattern})", text, re.IGNORECASE):
            cost = _distance(text, quantity, *match.span()) + part + rank / 100
            if cost < best[0]:
                best = (cost, term)
    return (*best, quantity)


def _distance(text: str, quantity: Quantity, start: int, end: int) -> int:
    between = text[quantity.number_end : start] if quantity.number_end <= start else text[end : quantity.number_start]
    borders = len(re.findall(r"[,;:(]|\band\b|\bwhile\b", between))
    return len(between.split()) + BORDER_COST * borders + SENTENCE_COST * len(re.findall(r"[.!?]\s", between))


def _unit(quantity: Quantity, term: str) -> str:
    if quantity.unit in ("household", "building") or _HOUSES.search(quantity.of_text) or term.endswith("Housing"):
        return "Households"
    return "People"
