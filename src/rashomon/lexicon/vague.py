"""Vague quantities and the words that bound a number.

Rule: one table, read by the code and printed by the docs; a user overrides a row by passing other tables. Bounds are
closed. Sources: the table of DESIGN.md; "several" and "few" after the ranges found for English quantifiers
(Sanford and Moxey 1993: 3 to 9); plural scale words run from two of the unit to just below ten of it.
"""

from __future__ import annotations

from rashomon.record.grounded import Quantifier

ABOUT_SHARE = 0.10
"""About n = n ± 10 % (DESIGN.md)."""

VAGUE_WORDS: dict[str, tuple[int, int]] = {
    "several": (3, 9), "few": (3, 9), "a few": (3, 9), "some few": (3, 9), "quite a few": (4, 19),
    "handful": (3, 9), "a handful": (3, 9), "a handful of": (3, 9), "couple": (2, 2), "a couple": (2, 2), "a couple of": (2, 2),
    "half a dozen": (5, 7), "half-dozen": (5, 7), "a half-dozen": (5, 7), "half dozen": (5, 7),
    "tens": (20, 99), "dozens": (24, 99), "several dozen": (36, 99), "several dozens": (36, 99),
    "a few dozen": (36, 99), "few dozen": (36, 99), "scores": (40, 199), "hundreds": (200, 999),
    "several hundred": (300, 999), "several hundreds": (300, 999), "a few hundred": (300, 999),
    "few hundred": (300, 999), "thousands": (2_000, 9_999), "several thousand": (3_000, 9_999),
    "several thousands": (3_000, 9_999), "a few thousand": (3_000, 9_999), "few thousand": (3_000, 9_999),
    "tens of thousands": (20_000, 99_999), "several tens of thousands": (30_000, 99_999),
    "dozens of thousands": (24_000, 99_999), "hundreds of thousands": (200_000, 999_999),
    "millions": (2_000_000, 9_999_999), "several million": (3_000_000, 9_999_999),
    "tens of millions": (20_000_000, 99_999_999), "hundreds of millions": (200_000_000, 999_999_999),
    "billions": (2_000_000_000, 9_999_999_999), "tens of billions": (20_000_000_000, 99_999_999_999),
    "hundreds of billions": (200_000_000_000, 999_999_999_999),
}  # fmt: skip
"""Vague words and their closed bounds. "Many", "numerous" and "a number of" bound nothing: see UNBOUNDED."""

UNBOUNDED = (
    "many",
    "numerous",
    "countless",
    "a number of",
    "a large number of",
    "large numbers of",
    "a lot of",
    "most",
)
"""Vague words that give no bound: low and high stay open."""

BEFORE: dict[str, Quantifier] = {
    "about": "about", "around": "about", "approximately": "about", "approx.": "about", "approx": "about",
    "roughly": "about", "some": "about", "an estimated": "about", "estimated": "about", "an average of": "about",
    "circa": "about", "ca.": "about", "c.": "about", "close to": "about", "nearly": "about", "almost": "about",
    "in the region of": "about", "in the vicinity of": "about", "in the order of": "about", "on average": "about",
    "somewhere around": "about", "or so": "about", "~": "about", "roughly about": "about", "reportedly some": "about",
    "virtually": "about", "just about": "about", "just around": "about", "averaged": "about", "averaging": "about",
    "at least": "at least", "no fewer than": "at least", "no less than": "at least", "not less than": "at least",
    "a minimum of": "at least", "minimum of": "at least", "at the very least": "at least", "≥": "at least",
    "more than": "more than", "over": "more than", "above": "more than", "upwards of": "more than",
    "upward of": "more than", "in excess of": "more than", "exceeding": "more than", "exceeded": "more than",
    "exceeds": "more than", "exceed": "more than", "well over": "more than", "just over": "more than",
    "just above": "more than", "greater than": "more than", "higher than": "more than", "larger than": "more than",
    "bigger than": "more than", "older than": "more than", "longer than": "more than", "beyond": "more than",
    "surpassed": "more than", "surpassing": "more than", "topped": "more than", "topping": "more than", ">": "more than",
    "slightly more than": "more than", "slightly over": "more than", "a little over": "more than", "well above": "more than",
    "at most": "at most", "up to": "at most", "as many as": "at most", "as much as": "at most",
    "no more than": "at most", "not more than": "at most", "a maximum of": "at most", "maximum of": "at most",
    "≤": "at most",
    "less than": "less than", "fewer than": "less than", "under": "less than", "below": "less than",
    "just under": "less than", "just below": "less than", "well under": "less than", "lower than": "less than",
    "smaller than": "less than", "slightly less than": "less than", "a little under": "less than",
    "well below": "less than", "shy of": "less than", "<": "less than",
}  # fmt: skip
"""Words before a number and what they make of it."""

AFTER: dict[str, Quantifier] = {
    "or more": "at least", "or so": "about", "or less": "at most", "or fewer": "at most", "plus": "at least",
    "+": "at least", "at least": "at least", "at most": "at most", "or above": "at least", "or higher": "at least",
    "and up": "at least", "or thereabouts": "about", "on average": "about", "or over": "at least",
}  # fmt: skip
"""Words right after a number, or after what it counts."""

ONE_SIDED_ABOUT = ("nearly", "almost", "close to", "virtually")
"""About n, and not above it: n - 10 % to n."""
