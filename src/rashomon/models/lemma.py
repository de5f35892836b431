"""A written form of a predicate to its lemma, by a table of what was seen and the rules of English spelling.

Rule: pure; the table comes with the model. Source of the rules: Quirk et al., 1985, 3.5 to 3.11.
"""

from __future__ import annotations

from collections.abc import Container, Mapping

_VOWELS = "aeiou"


def lemma(form: str, upos: str, seen: Mapping[str, str], lemmas: Container[str]) -> str:
    """The lemma of one word, small letters: what was seen with it, else the first rule whose result is a known lemma,
    else the plain rule."""
    word = form.lower()
    known = seen.get(word)
    if known is not None:
        return known
    if upos not in ("VERB", "AUX", "NOUN") or not word.isalpha():
        return word
    guesses = _guesses(word, upos)
    return next((g for g in guesses if g in lemmas), guesses[0])


def _guesses(word: str, upos: str) -> list[str]:
    """Lemmas that the spelling allows, the likeliest first."""
    for ending in ("ies", "ied"):
        if word.endswith(ending) and len(word) > 4:
            return [word[:-3] + "y", word[:-1]]
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return [word[:-2], word[:-1]]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return [word[:-1]]
    if upos == "NOUN":
        return [word]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2 and any(c in "aeiouy" for c in word[: -len(ending)]):
            return _stems(word[: -len(ending)])
    return [word]


def _stems(stem: str) -> list[str]:
    """A stem that lost -ed or -ing: as it is, with e, or with one of its doubled letters."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return [stem[:-1], stem]
    with_e = (
        stem[-1] in "cgsuvz"
        or stem.endswith(("at", "iz", "ol", "bl", "pl", "tl", "dl", "gl", "kl", "yl"))
        or (len(stem) == 3 and stem[-1] not in "wxy" and stem[-2] in _VOWELS)
    )
    if stem.endswith(("ss", "us", "ens")):
        with_e = False
    doubled = [stem[:-1]] if len(stem) > 3 and stem[-1] == stem[-2] else []
    return [stem + "e", stem, *doubled] if with_e else [stem, *doubled, stem + "e"]
