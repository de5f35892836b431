"""Words pages use to say on whose side a source stands, and which sides oppose each other.

Rule: only what a page prints beside the source's name counts; a source that no page describes stands on no side here.
"""

from __future__ import annotations

import re
from functools import lru_cache

SIDES: tuple[tuple[str, str], ...] = (
    ("against the authorities", r"\b(pro-opposition|opposition|anti-government|rebel|insurgent|dissident|exiled)\b"),
    ("with the authorities", r"\b(pro-government|pro-regime|state-run|state-owned|state-controlled|state media|official|"
                             r"government-run|loyalist|regime)\b"),
)  # fmt: skip
"""(side, pattern over the words of a description); the first that fits decides."""


@lru_cache(maxsize=1 << 14)
def side_of(words: str) -> str:
    """The side that a description tells of, "" when it tells of none."""
    lowered = words.lower()
    return next((side for side, pattern in SIDES if re.search(pattern, lowered)), "")
