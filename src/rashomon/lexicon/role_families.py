"""Role names that answer the same question, whatever the event type calls them.

Rule: a table over the role names of ontology.yaml; the slot names are those of `record.Relation.slot`.
"""

from __future__ import annotations

ROLE_SLOTS: dict[str, str] = {
    "actor": "actor", "attacker": "actor", "taker": "actor", "besieger": "actor", "giver": "actor", "releaser": "actor",
    "granter": "actor", "preventer": "actor", "authority": "actor", "escort": "actor", "surrenderer": "actor",
    "protester": "actor", "cause": "actor",
    "moved": "affected", "affected": "affected", "target": "affected", "victim": "affected", "besieged": "affected",
    "blocked": "affected", "user": "affected", "taken": "affected", "released": "affected", "recipient": "affected",
    "object": "affected", "area": "affected", "present": "affected", "loser": "affected",
    "party": "party", "side": "party",
    "means": "means", "weapon": "means", "device": "means", "agent": "means", "goods": "means",
    "origin": "origin", "destination": "destination", "route": "place", "place": "place", "via": "via", "host": "place",
    "subject": "terms", "terms": "terms", "exchanged_for": "terms", "mediator": "mediator", "permitter": "permitter",
}  # fmt: skip
"""role -> slot; a role that is not listed stands for itself."""

PLACE_SLOTS = ("place", "origin", "destination", "via", "within")
"""Roles of `record.Place`."""


def slot_of(role: str) -> str:
    """The slot a role answers for."""
    return ROLE_SLOTS.get(role, role)
