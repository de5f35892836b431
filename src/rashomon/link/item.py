"""One answer about a pair of claims: points with their reason. Rule: a record and how it is made.

No rule of linking stands here.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.lexicon.link_weights import WEIGHTS


@dataclass(frozen=True, slots=True)
class Evidence:
    """One answer about a pair: feature of `lexicon.link_weights`, points, reason; veto True keeps the pair apart.
    `share` is what the feature's weight was multiplied by."""

    feature: str
    points: float
    reason: str
    veto: bool = False
    share: float = 1.0


def scored(feature: str, reason: str, share: float = 1.0) -> Evidence:
    """Evidence with the points of its weight, times `share`."""
    return Evidence(feature, WEIGHTS[feature] * share, reason, share=share)
