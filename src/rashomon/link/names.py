"""When two printed names may be one name: keys, acronyms, titles, and what is no name at all.

Rule: functions over a name as printed; no page, no other names. What joins names across pages stands in `joining`.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rashomon.lexicon.source_kinds import GENERIC_BODIES, PERSON_TITLES, PLACE_MODIFIERS
from rashomon.lexicon.wording import FUNCTION_WORDS, fold, word_set

SHORT_CAPITALS = 3
"""Names of up to so many capitals ("IS", "WHO") are also words; they match in capitals only."""
ACRONYM = re.compile(r"^(?:[A-Z][A-Za-z]?\.?){1,7}[A-Z]s?\.?$")
_ARTICLE = re.compile(r"^(the|a|an)\s+", re.IGNORECASE)
_MODIFIERS = re.compile(PLACE_MODIFIERS, re.IGNORECASE)
_HEAD_END = re.compile(
    r"\s+(?:of|for|in|from|at|on|with|familiar|who|which|close|near|inside|among|and|,)\b|,", re.IGNORECASE
)
_BASED = re.compile(r"\b[\w.]+(-[\w.]+)*-based\b", re.IGNORECASE)
"""Where somebody sits names nobody ("the Oslo-based group"); who leads it may ("the Danish-led coalition")."""
_PEOPLE_HEADS = word_set(
    """
    sources source activists activist officials official residents resident villagers witnesses witness reports
    report diplomats authorities doctors medics locals people fighters commanders experts analysts observers
    journalists reporters correspondents allies opponents critics rebels militants insurgents families relatives
    civilians troops soldiers policemen police investigators prosecutors lawyers leaders ministers lawmakers
    aides media allies he she it they we who survivors refugees anybody everybody nobody somebody anyone everyone
    sides parties both
    """
)
"""Heads of phrases that speak of people without naming them."""


@lru_cache(maxsize=1 << 16)
def bare(name: str) -> str:
    """The name without article and without describing modifiers ("Oslo-based"), as printed otherwise."""
    text = _ARTICLE.sub("", " ".join(name.split())).strip(" ,;:'’\"“”")
    stripped = _MODIFIERS.sub("", text)
    return stripped if len(stripped.split()) > 1 else text


@lru_cache(maxsize=1 << 16)
def is_acronym(name: str) -> bool:
    """True for "SDF", "U.N.", "UNHCR", "YPGs": two to eight capitals."""
    return bool(ACRONYM.match(name)) and sum(ch.isupper() for ch in name) >= 2 and " " not in name


@lru_cache(maxsize=1 << 16)
def body_key(name: str) -> str:
    """What two printings of one body's name share; "=IS" for short capitals, that they meet no common word."""
    text = bare(name)
    capitals = text.replace(".", "")
    if capitals.isupper() and capitals.isalpha() and len(capitals) <= SHORT_CAPITALS:
        return "=" + capitals
    return fold(text.replace(".", "") if is_acronym(text) else text)


@lru_cache(maxsize=1 << 16)
def person_key(name: str) -> tuple[str, ...]:
    """The folded words of a person's name, titles and roles before it left out."""
    tokens = fold(bare(name)).split()
    while len(tokens) > 1 and tokens[0] in PERSON_TITLES:
        tokens = tokens[1:]
    return tuple(tokens)


@lru_cache(maxsize=1 << 16)
def initials(name: str) -> str:
    """The initials of a body's name without its function words: "Northern Relief Council" gives "NRC"."""
    return "".join(word[0] for word in fold(bare(name)).split() if word not in FUNCTION_WORDS).upper()


@lru_cache(maxsize=1 << 16)
def head(name: str) -> str:
    """The head noun of a name or description: the last word before the first preposition."""
    text = _HEAD_END.split(" ".join(name.split()), maxsplit=1)[0].split()
    return text[-1] if text else ""


@lru_cache(maxsize=1 << 16)
def is_generic(name: str) -> bool:
    """True for "the Observatory", "the army": one common word that means a body only on its own page."""
    tokens = fold(bare(name)).split()
    return len(tokens) == 1 and tokens[0] in GENERIC_BODIES


@lru_cache(maxsize=1 << 16)
def looks_named(name: str) -> bool:
    """True when the words name somebody ("Northern Relief Council", "the Turkish army") rather than describe
    ("local sources", "Syrian activists", "a senior official")."""
    text = _BASED.sub("", bare(name)).strip()
    last = head(text)
    if not last or last.lower() in _PEOPLE_HEADS or fold(last) in FUNCTION_WORDS:
        return False
    if last[:1].isupper():
        return True
    capitalised = any(word[:1].isupper() for word in text.split())
    return capitalised and last.lower() in GENERIC_BODIES


@lru_cache(maxsize=1 << 16)
def skeleton(tokens: tuple[str, ...]) -> str:
    """The consonants of a transliterated name: "abd al rahman", "Abdel Rahman" and "Abdulrahman" meet in one key.

    Folds articles, vowels, doubled letters and digraphs that transliterations of Arabic, Persian and Russian vary in.
    """
    text = "".join(token for token in tokens if token not in ("al", "el", "as", "ar", "ad", "an", "az", "bin", "ibn"))
    for digraph, letter in (("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ph", "f"), ("q", "k")):
        text = text.replace(digraph, letter)
    text = re.sub(r"(?<=d)[aeu]l(?=r)", "", text)
    text = re.sub(r"[aeiouyhw'`-]", "", text)
    return re.sub(r"(.)\1+", r"\1", text)
