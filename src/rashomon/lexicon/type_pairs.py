"""Which event types may be one happening, told in other words; and which types are stages that exclude each other.

Rule: tables over the types of ontology.yaml. `kinship` is read by linking (may these two claims be one event?),
`STAGES` and `ENTAILED` by weighing (can both be true of the same parties?).
"""

from __future__ import annotations

from functools import lru_cache

FAMILIES: tuple[tuple[float, tuple[str, ...]], ...] = (
    (0.9, ("movement.evacuation", "movement.transfer")),
    (0.7, ("movement.evacuation", "movement.withdrawal", "movement.transfer")),
    (0.6, ("movement.evacuation", "movement.flight")),
    (0.6, ("movement.evacuation", "movement.expulsion")),
    (0.5, ("movement.evacuation", "movement.arrival", "movement.transfer")),
    (0.6, ("movement.flight", "movement.withdrawal")),
    (0.6, ("movement.expulsion", "movement.flight", "movement.transfer")),
    (0.5, ("movement.arrival", "movement.return", "movement.flight")),
    (0.5, ("movement.arrival", "movement.deployment", "movement.transfer")),
    (0.8, ("territory.offensive", "violence.clash")),
    (0.6, ("territory.offensive", "violence.attack", "violence.airstrike", "violence.shelling")),
    (0.4, ("territory.offensive", "territory.capture")),
    (0.5, ("territory.siege", "state.presence")),
    (0.5, ("territory.siege", "movement.passage_blocked")),
    (0.7, ("violence.airstrike", "violence.attack", "violence.bombing")),
    (0.7, ("violence.shelling", "violence.attack")),
    (0.6, ("violence.airstrike", "violence.shelling")),
    (0.8, ("violence.bombing", "violence.attack")),
    (0.6, ("violence.clash", "violence.attack")),
    (0.8, ("violence.killing", "harm.casualties")),
    (0.7, ("violence.attack", "violence.killing")),
    (0.6, ("violence.chemical", "violence.attack")),
    (0.5, ("harm.damage", "violence.airstrike", "violence.shelling", "violence.bombing", "violence.attack")),
    (0.6, ("violence.chemical", "violence.airstrike")),
    (0.5, ("custody.release", "movement.transfer")),
    (0.6, ("custody.release", "movement.flight")),
    (0.5, ("deal.surrender", "movement.withdrawal")),
    (0.5, ("deal.agreement", "deal.negotiation")),
    (0.5, ("movement.passage_opened", "support.aid")),
)  # fmt: skip
"""(kinship in [0, 1], types any two of which may be one happening). 1 = the same type, 0 = never one event."""

STAGES: tuple[tuple[str, str, str], ...] = (
    ("deal.negotiation", "deal.refusal", "talks still under way / an agreement refused"),
    ("deal.agreement", "deal.refusal", "an agreement reached / an agreement refused"),
    ("deal.agreement", "deal.negotiation", "an agreement reached / talks still under way"),
    ("movement.evacuation", "movement.passage_blocked", "taken out / not let through"),
    ("movement.passage_opened", "movement.passage_blocked", "let through / not let through"),
    ("custody.release", "custody.detention", "released / held"),
)
"""Pairs of types that cannot both hold of the same parties at the same time, with the words for the reason."""

ENTAILED: tuple[tuple[str, str, str], ...] = (
    ("territory.capture", "violence.clash", "taken / no fighting there"),
    ("territory.offensive", "violence.clash", "attacked / no fighting there"),
    ("violence.attack", "violence.clash", "attacked / no fighting there"),
    ("movement.deployment", "state.presence", "sent / not there"),
    ("movement.arrival", "state.presence", "came / not there"),
    ("movement.arrival", "territory.capture", "entered / not taken"),
    ("territory.offensive", "territory.capture", "stormed / not taken"),
    ("movement.withdrawal", "territory.capture", "left / not lost"),
    ("support.aid", "movement.arrival", "supplied / nothing came"),
    ("support.aid", "movement.passage_opened", "supplied / nothing came"),
)
"""(type told, type denied, words): who denies the second does not let the first stand, of the same place or party."""

FAMILY_OF = {
    "movement": "movement", "territory": "force", "violence": "force", "harm": "force", "deal": "deal",
    "custody": "custody", "support": "support", "protest": "protest", "state": "state",
}  # fmt: skip
"""The first part of a type -> the block in which claims meet."""


@lru_cache(maxsize=4096)
def kinship(one: str, other: str) -> float:
    """How well two types may name one happening, in [0, 1]."""
    if one == other:
        return 1.0
    return max((score for score, types in FAMILIES if one in types and other in types), default=0.0)


@lru_cache(maxsize=4096)
def denied_with(told: str, denied: str) -> str:
    """The words for an act that falls with a denial of another, "" when it does not."""
    return next((why for one, other, why in ENTAILED if (one, other) == (told, denied)), "")


@lru_cache(maxsize=4096)
def stage_conflict(one: str, other: str) -> str:
    """The words for two stages that exclude each other, "" when they do not."""
    return next((why for a, b, why in STAGES if {a, b} == {one, other}), "")
