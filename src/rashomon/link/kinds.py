"""What kind of source a name, or words that name nobody, tell of.

Rule: one look-up in the tables of `lexicon.source_kinds`. A kind says what a source is, never what its word is worth.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import cast

from rashomon.lexicon.source_kinds import NAMED_KINDS, UNNAMED_KINDS
from rashomon.lexicon.wording import fold
from rashomon.record.linked import SourceKind


def named_kind(names: Iterable[str], descriptions: Iterable[str], person: bool) -> SourceKind:
    """The kind of a named source: by the words pages use to describe it where they say "state-run", else by its
    names, else by the descriptions. A person has no kind of its own but what the descriptions say."""
    described = tuple(descriptions)
    if any("state" in text.lower() and _search(NAMED_KINDS[:1], text) for text in described):
        return "state media"
    by_name = "" if person else _first(NAMED_KINDS, names)
    return _checked(by_name or _first(NAMED_KINDS, described))


def unnamed_kind(words: str) -> SourceKind:
    """The kind of a source that is only described."""
    return _checked(_search(UNNAMED_KINDS, words) or "unnamed other")


def _first(table: tuple[tuple[str, str], ...], texts: Iterable[str]) -> str:
    found = {_search(table, text) for text in texts}
    return next((kind for kind, _ in table if kind in found), "")


@lru_cache(maxsize=1 << 14)
def _search(table: tuple[tuple[str, str], ...], text: str) -> str:
    folded = fold(text)
    return next((kind for kind, pattern in table if re.search(pattern, folded) or re.search(pattern, text.lower())), "")


def _checked(kind: str) -> SourceKind:
    return cast(SourceKind, kind or "unknown")
