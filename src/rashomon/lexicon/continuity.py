"""How English takes up what was told before, names a part of it, or turns to something else.

Rule: patterns over words only; what they mean for two claims is decided where they are read (`link.continuation`,
`weigh.slots`).
"""

from __future__ import annotations

import re

DEFINITE = re.compile(
    r"^(the|those|these|this|that|they|them|their|he|him|his|she|her|it|its|both|all of (them|the))\b", re.I
)
"""A phrase that speaks of somebody already known."""

POSSESSED = re.compile(r"^(its|their|his|her)\s+\w", re.I)
"""A phrase about somebody's own people: known by their owner, not from what was told before."""

PARTITIVE = re.compile(
    r"\bamong (those|them|the\b)|\b(some|many|most|several|dozens|hundreds|\d+|one|half) of (them|those|these|whom)\b|"
    r"\bamong whom\b|(?<!number of )\bthose (evacuated|killed|wounded|injured|arrested|detained|released|displaced|moved|taken)\b",
    re.I,
)
"""Words that make what follows a part of a whole already told."""

NOBODY = re.compile(r"^(no|not one|not a (single )?|none of|neither of|nobody|no one)\b(?! (fewer|less|more))", re.I)
"""A phrase that says of whom it names that there was none."""

ANY_AT_ALL = re.compile(r"\b(any|ever|never|at all|whatsoever)\b", re.I)
"""Words by which a denial answers all that was told of its kind ("has not executed any prisoner")."""

NEW_EVENT = re.compile(
    r"\b(another|also|again|separate(ly)?|second|third|fourth|fifth|further|earlier|previous(ly)?|not the first|"
    r"elsewhere|meanwhile|in a different|other than|later|last (week|month|year)|since then)\b",
    re.I,
)
"""Words by which a page turns to another event of the same kind."""

ORDINALS: dict[str, int] = {
    word: n
    for n, words in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th"), 1
    )
    for word in words.split()
}
ORDERED = re.compile(
    rf"\b({'|'.join(ORDINALS)})\s+(?:\w+\s+)?(?:convoy|group|batch|wave|round|stage|phase|flight|contingent|column|shipment|"
    r"delivery|evacuation|airlift|attack|strike|raid|blast|explosion|bomb|offensive|assault|exchange|swap|truce|march)\b",
    re.I,
)
"""A happening counted among its like: "the second convoy", "a third round"."""

TAKES_UP = re.compile(
    r"\b(the|this|that|these|those|such)\s+((?!final|first|next|new|last|second|another)\w+\s+){0,2}$", re.I
)
"""Determiner and up to two words before a noun that names an event already told ("the dawn [raid]")."""

RELATIVE = re.compile(r"\b(who|which|that)\s+(had|have|has|were|was)(\s+been)?\s+$", re.I)
"""The start of a relative clause that tells again what happened to somebody ("the guards who had been [moved]")."""

SUMS_UP = re.compile(
    r"\b(in all|in total|altogether|all told|so far|to date|a total of)\b|"
    r"\b(has|have|had) (now |already )?(been )?\w+ [^.]{0,80}\bsince\b",
    re.I,
)
"""Words by which a figure sums up what several happenings brought."""

ANSWERS_BACK = re.compile(
    r"\b(instead( of)?|contrary to|on the contrary|by contrast|in contrast|contradict(s|ed|ing)?|disput(es|ed|ing)|"
    r"(a )?different (version|account|figure|number|picture))\b",
    re.I,
)
"""Words by which an account is held against the one told just before."""

IN_VAIN = re.compile(
    r"\b(attempt(s|ed)?|tried|trying|effort|bid)\b.*\b(fought off|beaten off|repelled|repulsed|thwarted|foiled|failed|"
    r"thrown back|driven back|pushed back|without success|in vain)\b",
    re.I | re.S,
)
"""A sentence that tells of a try which came to nothing."""

FIGURE_BEFORE = re.compile(
    r"\b(\d[\d,.]*|dozens?|hundreds|thousands|several|some|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)\b",
    re.I,
)
"""A figure in front of "among them": it names a part of that figure, unless a copula stands between."""

PART_FIGURE = re.compile(
    r"\b(among (them|whom)|of (them|whom)|including|most of them|some of them)\s+(an? |the |about )?$", re.I
)
"""What stands before a figure that is a part of another, told or not."""

COPULA_END = re.compile(r"\b(is|are|was|were|be|been)\s+$", re.I)

CORRECTS = re.compile(
    r"\b(correct(s|ed|ing)|revis(es|ed|ing)|rais(es|ed|ing) (the|its) (toll|figure|number|count)|"
    r"lower(s|ed|ing) (the|its) (toll|figure|number|count)|(up|down) from|had (earlier|first|initially) (said|put|given))\b",
    re.I,
)
"""Words by which a source takes back a figure it gave before."""


def part_words(quote: str) -> re.Match[str] | None:
    """The words by which a sentence names a part of what was told before; those that take up a figure of the same
    sentence ("9,400 people, among them 2,100 fighters") name none."""
    return next((match for match in PARTITIVE.finditer(quote) if not _internal(quote, match)), None)


def _internal(quote: str, match: re.Match[str]) -> bool:
    before = quote[: match.start()]
    if not match.group().lower().endswith(("them", "whom")) or COPULA_END.search(before):
        return False
    return bool(FIGURE_BEFORE.search(before))
