"""Authors' names: in lines that say "by", and alone.

Lives here: one line in, the name out. Must not know: where on the page the line stands.
"""

from __future__ import annotations

import re

from rashomon.lexicon import furniture
from rashomon.read.shape import matches

_PERSON = re.compile(
    r"(?:Dr\.? )?[A-ZÀ-Þ][\w'’-]+(?: (?:[A-Z]\.|de|van|von|al|el|bin|ben|da|del|di|[A-ZÀ-Þ][\w'’-]*)){1,3}"
)
_NO_PERSON = re.compile(
    r"\b(?:news|the|of|for|and|desk|staff|team|live|share|read|topics?|press|photos?|reports?)\b", re.I
)
_ADDRESS = re.compile(r"[\s,|·•(]*\S+@\S+.*|[\s,|·•(]+@\w+.*")


def byline_in(line: str) -> str | None:
    """The author whom a line names with "by", None where it names none; e-mail addresses and handles left out."""
    found = matches("BYLINES", line) or matches("FURTHER_BYLINES", line)
    if not found or (found.groupdict().get("when") and not any(c.isdigit() for c in found["when"])):
        return None
    return _ADDRESS.sub("", found["name"]).strip(" ,")


def is_person_like(line: str) -> bool:
    """True of two to four capitalised words that can be a person's name."""
    low = line.casefold()
    own = not _NO_PERSON.search(line) and low not in furniture.SECTIONS
    return own and not set(low.split()) & set(furniture.MASTHEADS) and _PERSON.fullmatch(line) is not None
