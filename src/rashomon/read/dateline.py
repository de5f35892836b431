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
_MONTH_DAY = rf"(?i:{furniture.MONTH} \d{{1,2}}|\d{{1,2}} {furniture.MONTH})"
_DATE = rf"{_MONTH_DAY}(?:,? \d{{4}})?"
_FULL_DAY = rf"{_MONTH_DAY},? \d{{4}}"
_DAY = rf"(?:,? ?\(?(?i:{furniture.WEEKDAY},? )?{_DATE}\)?)?"
_AGENCY = r"[(\[/](?P<agency>[A-Z][\w .’'&-]{1,40}(?:/[A-Z][\w .’'&-]{1,40})?)[)\]/]"
_DASH = r"\.?\s?(?:--|[—–:-])\s+(?=\S)"
_LAND = r"(?: \([A-ZÀ-Þ][\w ’'-]{2,30}\))?"
_FULL = rf"(?:{_FULL_DAY}|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}})"
_FORMS = (
    re.compile(rf"{_UPPER_PLACE}{_MORE}{_LAND}{_DAY}(?: ?{_AGENCY})?{_DAY}{_DASH}"),
    re.compile(rf"{_PLACE}{_MORE}{_DAY} ?{_AGENCY}{_DAY}{_DASH}"),
    re.compile(rf"{_PLACE}{_MORE}, ?{_DATE}(?P<agency>){_DASH}"),
    # "Velmar (KTA) 14/06/2022 - The", "Velmar, June 24, 2015 (KTA) The"
    re.compile(rf"{_PLACE}{_MORE} ?{_AGENCY} {_FULL}{_DASH}"),
    re.compile(rf"{_PLACE}{_MORE}, ?{_FULL_DAY} {_AGENCY}\s+(?=[A-ZÀ-Þ])"),
    # "Velmar, 4 March 2021. In a joint operation"
    re.compile(rf"{_PLACE}{_MORE}, ?{_FULL_DAY}(?P<agency>)\.\s+(?=[A-ZÀ-Þ])"),
    # "VELMAR, 19 May. KTA. The number"
    re.compile(rf"{_UPPER_PLACE}{_MORE}, {_DATE}\. (?P<agency>[A-Z]{{2,8}})\.\s+(?=[A-ZÀ-Þ\d\"“])"),
    # "VELMAR, May 13. /KTA/. The number"
    re.compile(rf"{_UPPER_PLACE}{_MORE}, {_DATE}\. /(?P<agency>[A-Z][\w .’'&-]{{1,40}})/\.?\s+(?=\S)"),
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
