"""Words by which one account sets itself against another: of one's own will, only, "twelve, not fourteen".

Rule: patterns over words only; what they mean for two claims is decided in `weigh.disputes`.
"""

from __future__ import annotations

import re

from rashomon.lexicon.numbers import ONES, TENS

FORCED = re.compile(
    r"\b(against (?:their|his|her|its) will|by force|at gunpoint|forc(?:ed|ing|es|ibly)|deport\w*|expel\w*|expulsion|"
    r"(?:drove|driv(?:en|ing)) (?!(?:to|by|in)\b)\w+)\b",
    re.I,
)
"""People did not go by choice."""

VOLUNTARY = re.compile(
    r"\b(voluntar(?:y|ily)|of (?:their|his|her|its) own (?:free )?(?:will|accord|volition|choice)|willingly|"
    r"by (?:their own )?choice|freely (?:chose|left|decided)|chose to (?:leave|go|stay|return))\b",
    re.I,
)
"""People went by choice."""

UNTRUE = re.compile(r"\b(not|never|nothing|anything but|hardly|so-called|no)\b(?:\W+\w+){0,3}\W+$", re.I)
"""What stands before words that are said not to hold ("not voluntary"), or only so called."""

OUGHT = re.compile(r"\b(should|must|ought to|may|let)\b[^.]*$", re.I)
"""Words of what ought not to be: no account of what was not."""

ONLY = re.compile(r"\b(only|solely|exclusively|nothing but|nobody but|no one but|none but)\b", re.I)
"""Words that shut out whatever else is told."""

ONLY_FIGURE = re.compile(r"\b(only|just|no more than|not more than|merely|a mere)\s+(?:about |some |around )?$", re.I)
"""What stands before a figure that is held against a higher one."""

_NUMBERS = "|".join(sorted({*ONES, *TENS}, key=lambda word: (-len(word), word)))  # "sixteen" before "six"
_FIGURE = rf"(?:\d[\d,.]*|(?:{_NUMBERS})(?:-[a-z]+)?)"
NOT_FIGURE = re.compile(
    rf"\b(?P<is>{_FIGURE})(?:\s+[a-z]+)?,?\s+(?:and\s+|but\s+)?(?:not|rather than|instead of)\s+(?P<isnt>{_FIGURE})\b|"
    rf"\bnot\s+(?P<isnt2>{_FIGURE})(?:\s+[a-z]+)?,?\s+but\s+(?P<is2>{_FIGURE})\b",
    re.I,
)
"""Two figures of which one is said to be wrong: "twelve trucks, not fourteen", "not six but nine"."""
