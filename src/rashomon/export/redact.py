"""Accounts with names masked, for a copy that leaves the house. Rule: pure; a masked name is as long as it was, so that
every span still is the words of its text; nothing that was masked stands elsewhere in the record.

    persons   every name of a person, and every word of three letters or more in it
    places    every name of a place; coordinates, gazetteer entries and candidates go too

Not masked: ids (hashes; of a source they are hashes over its name, which somebody who guesses the name can check) and
the SHA-256 of pages. URLs and bylines are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rashomon.errors import InputError
from rashomon.record import Accounts, from_plain, to_plain

PROFILES = {
    "persons": "names of persons",
    "places": "names of places, coordinates, gazetteer entries",
}
MASK = "█"
SHORTEST = 3
"""Letters of a word of a name that is masked alone: below are initials, "al", "de"."""

Mask = Callable[[str], str]


def redact(accounts: Accounts, names: Mapping[str, Iterable[str]], profiles: Iterable[str]) -> Accounts:
    """The accounts with the names of each profile masked; `names`: profile -> names as printed anywhere in the case.
    Raises InputError for an unknown profile."""
    chosen = set(profiles)
    unknown = sorted(chosen - PROFILES.keys())
    if unknown or not chosen:
        raise InputError(f"no redaction profile is called {unknown or ''}; profiles are {', '.join(PROFILES)}")
    hidden = {word for profile in chosen for name in names.get(profile, ()) for word in _words(name, profile)}
    mask = _mask(hidden)
    texts = {document.id: mask(document.text) for document in accounts.documents}
    plain = _masked(to_plain(accounts), "", _Rules(mask, texts, "places" in chosen))
    return from_plain(Accounts, plain)


def _words(name: str, profile: str) -> set[str]:
    parts = re.findall(r"\w+", name) if profile == "persons" else []
    return {name.strip(), *(part for part in parts if len(part) >= SHORTEST)} - {""}


def _mask(hidden: set[str]) -> Mask:
    if not hidden:
        return lambda text: text
    longest_first = sorted(hidden, key=lambda word: (-len(word), word))
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)
    return lambda text: pattern.sub(lambda found: MASK * len(found[0]), text)


class _Rules:
    """What is masked, and where spans find their words."""

    def __init__(self, mask: Mask, texts: dict[str, str], places: bool) -> None:
        self.mask, self.texts, self.places = mask, texts, places


_UNLOCATED: dict[str, Any] = {
    "id": None,
    "lat": None,
    "lon": None,
    "radius_km": None,
    "candidates": [],
    "reason": "redacted",
}


def _masked(value: Any, text: str, rules: _Rules) -> Any:
    """A plain value, masked; `text` is the masked text of the document it is about."""
    if isinstance(value, list):
        return [_masked(item, text, rules) for item in value]
    if isinstance(value, str):
        return rules.mask(value)
    if not isinstance(value, dict):
        return value
    if {"start", "end", "text"} == value.keys():
        return {**value, "text": text[value["start"] : value["end"]]}
    about = value.get("document") or value.get("id")
    here = rules.texts.get(about, text) if isinstance(about, str) else text
    masked = {key: _masked(item, here, rules) for key, item in value.items()}
    if "text" in masked and isinstance(about, str) and about in rules.texts and "blocks" in value:
        masked |= {"text": here, "url": None, "byline": {"name": None, "basis": "redacted"}}
    if rules.places and {"role", "radius_km"} <= value.keys():
        masked |= _UNLOCATED
    return masked
