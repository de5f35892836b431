"""Number words, and what they are worth.

Rule: tables only; how words join to a number stands in ground/numerals.py.
"""

from __future__ import annotations

ONES: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS: dict[str, int] = {
    "twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80,
    "ninety": 90,
}  # fmt: skip
SCALES: dict[str, int] = {
    "hundred": 100, "thousand": 1000, "lakh": 100_000, "million": 1_000_000, "crore": 10_000_000,
    "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
}  # fmt: skip
SCALE_SIGNS: dict[str, int] = {
    "k": 1000, "m": 1_000_000, "mn": 1_000_000, "mil": 1_000_000, "mm": 1_000_000, "mln": 1_000_000, "b": 1_000_000_000,
    "bn": 1_000_000_000, "bln": 1_000_000_000, "tn": 1_000_000_000_000, "trn": 1_000_000_000_000,
}  # fmt: skip
"""Signs that follow a figure without a blank ("5k", "3.2bn"); a lone m is a metre unless money stands before it."""
GROUPS: dict[str, int] = {"dozen": 12, "score": 20, "couple": 2, "pair": 2}
"""Nouns that count: "a dozen", "two score", "a couple"."""

ORDINALS: dict[str, int] = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21, "thirtieth": 30,
}  # fmt: skip
FRACTIONS: dict[str, float] = {
    "a third of": 1 / 3, "one-third of": 1 / 3, "one third of": 1 / 3, "two-thirds of": 2 / 3, "two thirds of": 2 / 3, "a quarter of": 0.25,
    "one-quarter of": 0.25, "three-quarters of": 0.75, "three quarters of": 0.75, "half of": 0.5, "half the": 0.5, "one fourth of": 0.25, "one-fourth of": 0.25, "a fifth of": 0.2, "one-fifth of": 0.2,
    "a tenth of": 0.1, "one-tenth of": 0.1, "two-fifths of": 0.4,
}  # fmt: skip
"""Shares in words; the "of" keeps ordinals and the quarters of the year apart."""
FRACTION_SIGNS: dict[str, float] = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
