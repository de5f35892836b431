"""Whether the clause around some words looks back or ahead, from its words alone.

Rule: a hint for choosing between last and next Friday, nothing more; 0 where the words do not say.
"""

from __future__ import annotations

import re

REACH = 90
"""Characters looked at on each side: about one clause of news text."""
_AHEAD = re.compile(
    r"\b(?:will|won['’]t|would|shall|['’]ll|is|are|be|to)\s+(?:be\s+)?(?:\w+ly\s+)?(?:expected|scheduled|due|set|likely|planned|going|slated|poised|"
    r"supposed|begin|start|meet|hold|end|open|take\s+place|visit|travel|leave|arrive|return|expire|vote|announce|report)\b|"
    r"\b(?:will|won['’]t|shall|must|to|would)\s+(?:not\s+)?(?:\w+ly\s+)?be\s+(?:\w+ly\s+)?\w{3,}(?:ed|en|wn)\b|"
    r"\b(?:will|won['’]t|shall|going\s+to|deadline|planned|expected|scheduled|upcoming|hopes?\s+to|want(?:s|ed)?\s+to|vowed\s+to|urged|expects?|plans?|planning|scheduled|expire[sd]?|expiration|slated|payable|effective)\b|['’]ll\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"\b(?:was|were|had|did|said|told|has|have|been|took|went|came|left|fell|rose|saw|made|began|gave|got|found|held|"
    r"killed|broke|struck|met|won|lost|led|sent|brought|became|grew|kept|cut|hit|shot|fled|\w{3,}ed)\b",
    re.IGNORECASE,
)
_STOP = re.compile(r"[;:\n]|[.!?]['\"”’]*\s")


_DUE = re.compile(
    r"\b(?:deadline|as\s+(?:soon|early)\s+as|until|starting|beginning|effective|scheduled\s+for|set\s+for|due|next|coming)\s+(?:on\s+|at\s+|of\s+)?$",
    re.IGNORECASE,
)
"""Words right before a date that put it ahead whatever the tense."""


def tense_around(text: str, start: int, end: int) -> int:
    """-1 past, 1 future, 0 not told: the nearest telling verb in the clause of text[start:end]."""
    before = _STOP.split(text[max(0, start - REACH) : start])[-1]
    if _DUE.search(before):
        return 1
    after = _STOP.split(text[end : end + REACH])[0]
    back = _nearest(_BACK, before, after)
    ahead = _nearest(_AHEAD, before, after)
    if back is None and ahead is None:
        return 0
    if ahead is None or (back is not None and back < ahead):
        return -1
    return 1


def _nearest(pattern: re.Pattern[str], before: str, after: str) -> int | None:
    distances = [len(before) - match.end() for match in pattern.finditer(before)]
    distances += [match.start() for match in pattern.finditer(after)][:1]
    return min(distances, default=None)
