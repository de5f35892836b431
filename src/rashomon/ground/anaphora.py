"""Words that stand for a place named before: "there", "the town", "the area".

Rule: looks back over the sentences right before, for names that the words can stand for; one name is taken, with the
reason, and of several none. It reads words and resolved names, and chooses no gazetteer entry.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rashomon.ground.resolve import TOWNS, Resolution
from rashomon.ground.syntax import relation
from rashomon.ground.toponyms import Toponym, described
from rashomon.lexicon.places import ANAPHORS, KINDS, NO_ANAPHOR_AFTER
from rashomon.record import Sentence

SENTENCES_BACK = 3
"""Sentences before its own in which the name is looked for: farther back the page speaks of something else."""
_DESCRIBED = re.compile(
    rf"\b(?:the|this|that)\s+(?:(?:same|besieged|surrounded|encircled|embattled|captured|disputed|nearby|whole|entire)\s+)?"
    rf"(?P<noun>{'|'.join(sorted(ANAPHORS, key=len, reverse=True))})\b(?!['’]s?\s+[A-Z])",
    re.IGNORECASE,
)
_THERE = re.compile(
    r"\bthere\b(?!\s+(?:is|are|was|were|has|have|had|will|would|may|might|can|could|be|been|remain\w*)\b)"
)
_NAMED_AFTER = re.compile(
    rf"\s+(?:(?:{'|'.join(NO_ANAPHOR_AFTER)})\b|of\s+(?:the\s+)?[A-Z]|[A-Z]|called\b|known\b|named\b)|-"
)


_ENDS = re.compile(
    r"\s*(?:[^\w\s]|$|(?:and|or|but|in|on|at|to|from|for|with|by|near|after|before|since|when|where|who|which|that|as|while|"
    r"is|are|was|were|has|have|had|will|would)\b)"
)
"""After a name that is a place by itself, and not part of what follows ("US controlled territory")."""


def find_anaphors(text: str, sentence: Sentence, named: Sequence[Toponym]) -> list[Toponym]:
    """The words of a sentence that may stand for a place named elsewhere, as Toponyms of no name; `named` are the names
    of the sentence."""
    found = [*_described_places(text, sentence, named), *_theres(text, sentence)]
    return sorted(found, key=lambda one: one.start)


def _described_places(text: str, sentence: Sentence, named: Sequence[Toponym]) -> Iterator[Toponym]:
    for match in _DESCRIBED.finditer(text, sentence.start, sentence.end):
        inside = any(t.lead <= match.start() < t.end or t.start <= match.end() <= t.end for t in named)
        if not inside and not _NAMED_AFTER.match(text, match.end()):
            yield described(text, sentence, *match.span(), KINDS[match["noun"].casefold()])


def _theres(text: str, sentence: Sentence) -> Iterator[Toponym]:
    for match in _THERE.finditer(text, sentence.start, sentence.end):
        index = next((i for i, t in enumerate(sentence.tokens) if t.start == match.start()), -1)
        if index >= 0 and relation(sentence, index) != "expl":
            one = described(text, sentence, *match.span(), "")
            yield one if one.preposition else replace(one, preposition="there")


Names = Callable[[Sentence], Sequence[Toponym]]


def antecedents(
    text: str, anaphor: Toponym, before: Sequence[Sentence], names: Names, resolve: Callable[[Toponym], Resolution]
) -> list[Toponym]:
    """The names that the words can stand for, one for each, in the nearest sentence that has any; `before` are the
    anaphor's own sentence and those before it, the nearest first."""
    noun = text[anaphor.start : anaphor.end].split()[-1].casefold()
    for sentence in before[: SENTENCES_BACK + 1]:
        fitting = [t for t in names(sentence) if t.end <= anaphor.start and _fits(text, noun, anaphor, t, resolve(t))]
        alike = [t for t in fitting if _same_noun(text, noun, t)]
        found = {t.full.casefold(): t for t in (alike or fitting)}
        if found:
            return list(found.values())
    return []


def _same_noun(text: str, noun: str, toponym: Toponym) -> bool:
    return noun in text[toponym.lead : toponym.end].casefold().split()


def _fits(text: str, noun: str, anaphor: Toponym, toponym: Toponym, found: Resolution) -> bool:
    """True when the words can stand for the name: by what the page, or else the gazetteer, says it is."""
    kind = toponym.kind or (found.entry.feature if found.entry is not None else "")
    if noun == "there":
        return bool(toponym.preposition or toponym.kind) and bool(_ENDS.match(text, toponym.end))
    if anaphor.kind == "site":
        return _same_noun(text, noun, toponym)
    if anaphor.kind in TOWNS:
        return kind in (*TOWNS, "")
    if anaphor.kind.startswith("admin"):
        return kind.startswith("admin")
    return kind not in ("country", "continent", "water", "border")


def standing_for(anaphor: Toponym, name: Toponym) -> Toponym:
    """The words with the name they stand for."""
    return replace(anaphor, name=name.name, full=name.full, kind=name.kind or anaphor.kind, antecedent=name)
