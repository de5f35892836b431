"""The language of a text, offline.

Lives here: one call to the language identifier and when not to trust it. Must not know: blocks, pages.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

SHORTEST = 40
"""Letters. Below this the identifier is right less often than nine times in ten."""

LONGEST = 20_000
"""Characters looked at; more changes no answer and costs time."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, None when the text is too short to tell."""
    sample = text[:LONGEST]
    if sum(character.isalpha() for character in sample) < SHORTEST:
        return None
    code: str = _identifier().classify(sample)[0]
    return code


@lru_cache(maxsize=1)
def _identifier() -> Any:
    import py3langid

    return py3langid
