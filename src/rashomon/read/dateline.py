"""Datelines: the place, and sometimes the agency and the day, in front of a report's first sentence.

Lives here: one grammar, in the form the agencies' style books give ("BEIRUT (AP) —", "ADEN, Yemen, 3 May (Reuters) -").
Must not know: blocks, gazetteers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from rashomon.lexicon import furniture

LONGEST = 110
"""Characters in front of the dash; the longest datelines name two towns, a country, a day and an agency."""

_WORD = r"[A-ZÀ-Þ][\w'’.-]+"
_UPPER_WORD = r"[A-ZÀ-Þ][A-ZÀ-Þ'’.-]"
_UPPER_PLACE = rf"(?P<place>{_UPPER_WORD}+(?:[ /]{_UPPER_WORD}*){{0,4}})"
_PLACE = rf"(?P<place>{_WORD}(?: {_WORD}){{0,3}})"
_MORE = rf"(?P<more>(?:,? ?(?:and )?{_WORD}(?: {_WORD}){{0,3}}){{0,3}})"
_DATE = rf"(?i:{furniture.MONTH} \d{{1,2}}|\d{{1,2}} {furniture.MONTH})(?:,? \d{{4}})?"
_DAY = rf"(?:,? ?\(?(?i:{furniture.WEEKDAY},? )?{_DATE}\)?)?"
_AGENCY = r"[(\[/](?P<agency>[A-Z][\w .’'&-]{1,40}(?:/[A-Z][\w .’'&-]{1,40})?)[)\]/]"
_DASH = r"\s?(?:--|[—–:-])\s+(?=\S)"
_FORMS = (
    re.compile(rf"{_UPPER_PLACE}{_MORE}{_DAY}(?: ?{_AGENCY})?{_DAY}{_DASH}"),
    re.compile(rf"{_PLACE}{_MORE}{_DAY} ?{_AGENCY}{_DAY}{_DASH}"),
    re.compile(rf"{_PLACE}{_MORE}, ?{_DATE}(?P<agency>){_DASH}"),
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """place, as printed; agency in brackets, "" = none; length: characters up to the first word of the report."""

    place: str
    agency: str
    length: int


def find_dateline(paragraph: str) -> Dateline | None:
    """The dateline a paragraph opens with, None when it opens with none."""
    head = paragraph[:LONGEST]
    for pattern in _FORMS:
        found = pattern.match(head)
        if found and found.end() < len(paragraph):
            place = (found["place"] + (found["more"] or "")).strip(" ,")
            return Dateline(place, found["agency"] or "", found.end())
    return None


def split_dateline(paragraph: str) -> int:
    """Characters before the first word of the report, 0 when there is no dateline."""
    found = find_dateline(paragraph)
    return found.length if found else 0
