"""The language of a text, offline.

Lives here: the sure signs of English, one call to the language identifier for all else, and when not to trust it.
Must not know: blocks, pages.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

SHORTEST = 40
"""Letters. Below this the identifier is right less often than nine times in ten."""

LONGEST = 4_000
"""Characters looked at; more changes no answer and costs time."""

_WORD = re.compile(r"[^\W\d_]+")

_ENGLISH = frozenset(
    "the of and to that with for from which this have has had were been they their would should".split()
)
"""Words that are common in English and rare or missing in its neighbours: no "in", "is", "was", "an", "on"."""

ENGLISH_SHARE = 0.12
"""Share of such words from which a text is English: running English has a fifth to a third, no other language that
shares some of them (Dutch "of", "had", "have") comes near; names and headlines go to the identifier."""


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, None when the text is too short to tell."""
    sample = text[:LONGEST]
    spoken = _WORD.findall(sample.casefold())
    if sum(map(len, spoken)) < SHORTEST:
        return None
    if sum(word in _ENGLISH for word in spoken) >= ENGLISH_SHARE * len(spoken):
        return "en"
    code: str = _identifier().classify(sample)[0]
    return code


@lru_cache(maxsize=1)
def _identifier() -> Any:
    import py3langid

    return py3langid
