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
        r"destroy\w*|destruction|collaps\w*|buried|lost\s+their\s+(?:houses?|homes?)|washed\s+away|demolish\w*|burn\w*",
    ),
    (
        "In Relief Camp",
        r"(?:relief|displace\w*|evacuation|IDP)\s+camps?|in\s+(?:\w+\s+)?camps|took\s+shelter\s+in\s+\w+\s+camps",
    ),
    ("Sheltered", r"shelter\w*|accommodat\w*|housed|hosted|lodged"),
    ("Homeless", r"homeless|lost\s+their\s+homes|without\s+homes|roofless"),
    ("Relocated", r"relocat\w*|resettl\w*|moved\s+to\s+safe\w*|transferred"),
    ("Evacuated", r"evacuat\w*|evacuees?|rescued"),
    (
        "Forced to Flee",
        r"forced\s+(?:\w+\s+){0,4}?(?:out|to\s+(?:flee|leave)|from)|flee\w*|fled|leave\s+their|left\s+their|driven\s+out",
    ),
    ("Displaced", r"displac\w*|IDPs?|uprooted"),
)
"""Term -> the words that report it; of two that stand equally near, the earlier row wins."""
_HOUSES = re.compile(
    r"\b(?:house|home|dwelling|hut|famil|household|building|apartment|residence|unit|farm)", re.IGNORECASE
)
_PEOPLE_TERMS = ("Displaced", "Evacuated", "Forced to Flee", "Relocated", "Homeless", "In Relief Camp", "Sheltered")
FAR = 10_000


def reported(text: str, found: Sequence[tuple[Sentence, Quantity]]) -> tuple[float | None, str | None, str | None]:
    """Figure, unit ("People" or "Households") and term of an excerpt; None where it tells none."""
    ranked = sorted((_distance(text, sentence, q) for sentence, q in found if _counts(text, q)), key=lambda hit: hit[0])
    if not ranked or ranked[0][0] >= FAR:
        return None, None, None
    _, term, quantity = ranked[0]
    figure = quantity.values[0]
    return figure, _unit(text, quantity, term), term


def _counts(text: str, quantity: Quantity) -> bool:
    return quantity.unit in ("person", "household", "building", "thing") and quantity.values[0] > 0


def _distance(text: str, sentence: Sentence, quantity: Quantity) -> tuple[float, str, Quantity]:
    """How far the nearest word of displacement stands in the same sentence, and its term."""
    best: tuple[float, str] = (FAR, "")
    for rank, (term, pattern) in enumerate(TERMS):
        for match in re.finditer(rf"\b(?:{pattern})", text[sentence.start : sentence.end], re.IGNORECASE):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            between = (
                text[quantity.number_end : start] if quantity.number_end <= start else text[end : quantity.number_start]
            )
            cost = len(between.split()) + 6 * len(re.findall(r"[,;:]|\band\b|\bwhile\b", between)) + rank / 100
            if cost < best[0]:
                best = (cost, term)
    return (*best, quantity)


def _unit(text: str, quantity: Quantity, term: str) -> str:
    named = quantity.of_text or text[quantity.number_end : quantity.number_end + 30]
    if quantity.unit in ("household", "building") or _HOUSES.search(named) or term.endswith("Housing"):
        return "Households"
    return "People"
