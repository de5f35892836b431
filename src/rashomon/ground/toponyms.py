"""Place names in a sentence, with the words around them that say what kind of place, and how it lies to the name.

Rule: finds words, asks no gazetteer for coordinates; the encoder's entities come first, capitals where there are none.
A demonym, a person, an organisation is no place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from rashomon.lexicon.demonyms import demonym
from rashomon.lexicon.places import DIRECTIONS, KINDS, NO_TOPONYM, RELATIONS
from rashomon.record import Sentence, Token

_PLACE_LABELS = ("Location", "Facility")
_OTHER_LABELS = ("Person", "Organization", "NORP", "Product", "Date", "Money", "Misc")
_PARTICLES = frozenset(
    "al el ad as ash an ar at az ed es et ez en er de del la las los le les da do dos san of the -".split()
)


def _alternatives(words: Iterable[str]) -> str:
    """The words as one group of a pattern, longest first, with any blanks."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_RELATION_LEAD = re.compile(
    rf"\b({_alternatives(RELATIONS)})\s+(?:(?:the|an|a|this|that|its|their|both)\s+)?"
    rf"(?:(?:{_alternatives(DIRECTIONS)})\s+)?$",
    re.IGNORECASE,
)
_KIND_LEAD = re.compile(
    rf"\b(?:the\s+)?((?:[a-z'’-]+\s+){{0,2}}?)({_alternatives(KINDS)})\s+of\s+(?:the\s+)?$", re.IGNORECASE
)
_DIRECTION_LEAD = re.compile(rf"\b({_alternatives(DIRECTIONS)})\s+$", re.IGNORECASE)
_LOCATED = re.compile(r"\b(?:in|at|near|from|around|outside|between|toward|towards)\s+(?:the\s+)?$")
LEAD_REACH = 48
"""Characters looked back for "near the town of" and the like."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """text[start:end] = the name with its own generic words ("Deir Ezzor governorate" when printed so).

    name      the proper name ("Deir Ezzor"); full: with its capitalised generic word ("Middle Euphrates River Valley")
    kind      of lexicon.KINDS as the words say, "" = they do not
    relation  of lexicon.RELATIONS; direction: "eastern" where the words cut a part out
    lead      where the words that say so begin
    preposition  the last one before it, lower case, "" = none
    """

    start: int
    end: int
    name: str
    full: str
    kind: str = ""
    relation: str = "in"
    direction: str = ""
    lead: int = 0
    preposition: str = ""
    labelled: bool = False


def find_toponyms(text: str, sentence: Sentence, known: Callable[[str], bool]) -> list[Toponym]:
    """The place names of a sentence in text order; `known` tells whether the gazetteer holds a name."""
    runs = list(_labelled(sentence))
    taken = [(e.start, e.end) for e in sentence.parse.entities]
    runs += [
        (first, last, False)
        for first, last in _capitalised(sentence, taken, known, text, bool(sentence.parse.entities))
    ]
    runs += list(_partners(sentence, taken, {last: first for first, last, _ in runs}))
    described = [_described(text, sentence, first, last, labelled) for first, last, labelled in sorted(runs)]
    for index in range(1, len(described)):
        described[index] = _like_its_partner(text, described[index - 1], described[index])
    return described


def _like_its_partner(text: str, before: Toponym, one: Toponym) -> Toponym:
    """ "between A and B", "in A and B": what leads the first leads the second."""
    joined = text[before.end : one.start].strip() in ("and", "or", "&")
    return (
        replace(one, relation=before.relation, preposition=before.preposition)
        if joined and not one.preposition
        else one
    )


def _labelled(sentence: Sentence) -> Iterator[tuple[int, int, bool]]:
    for entity in sentence.parse.entities:
        if entity.label in _PLACE_LABELS:
            first, last = _trimmed(sentence.tokens, entity.start, entity.end)
            if first < last and not _no_name(sentence.tokens, first, last):
                yield first, last, True


def _no_name(tokens: tuple[Token, ...], first: int, last: int) -> bool:
    """A demonym alone, or a body's name that was taken for a place."""
    word = tokens[first].text
    return last - first == 1 and (demonym(word) is not None or word.casefold() in NO_TOPONYM)


def _trimmed(tokens: tuple[Token, ...], first: int, last: int) -> tuple[int, int]:
    while first < last and (
        tokens[first].text.casefold() in ("the", "a", "an")
        or (tokens[first].text.casefold() in DIRECTIONS and tokens[first].text.islower())
    ):
        first += 1
    while last > first and tokens[last - 1].text in ("'s", "’s", ",", "."):
        last -= 1
    return first, last


def _capitalised(
    sentence: Sentence, taken: list[tuple[int, int]], known: Callable[[str], bool], text: str, read: bool
) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words outside the entities, which the gazetteer holds or a place word announces."""
    tokens = sentence.tokens
    index = 0
    while index < len(tokens):
        last = _run_end(tokens, index, taken)
        if last == index:
            index += 1
            continue
        first = index
        index = last
        while first < last and (
            tokens[first].text.casefold() in NO_TOPONYM
            or (demonym(tokens[first].text) is not None and not known(text[tokens[first].start : tokens[last - 1].end]))
        ):
            first += 1
        if first < last and _is_place(tokens, first, last, text, known, read):
            yield first, last


def _partners(
    sentence: Sentence, taken: list[tuple[int, int]], ends: dict[int, int]
) -> Iterator[tuple[int, int, bool]]:
    """A capitalised run right after "A and" is a place where A is one; in "between A and B" whatever the encoder
    calls it."""
    tokens = sentence.tokens
    for end, first in ends.items():
        if end + 1 >= len(tokens) or tokens[end].text not in ("and", "or", "&"):
            continue
        between = any(token.text.casefold() == "between" for token in tokens[max(0, first - 4) : first])
        last = _run_end(tokens, end + 1, [] if between else taken)
        word = tokens[end + 1].text
        if last > end + 1 and last not in ends and word.casefold() not in NO_TOPONYM and demonym(word) is None:
            yield end + 1, last, False


def _run_end(tokens: tuple[Token, ...], first: int, taken: list[tuple[int, int]]) -> int:
    last = first
    at = first
    while at < len(tokens) and not any(s <= at < e for s, e in taken):
        word = tokens[at].text
        joined = at > first and tokens[at].start - tokens[at - 1].end <= 1
        if word[:1].isupper() and (at == first or joined):
            at += 1
            last = at
        elif (
            word.casefold() in _PARTICLES
            and word != "the"
            and word != "of"
            and (at == first or joined)
            and at + 1 < len(tokens)
            and tokens[at + 1].text[:1].isupper()
        ) or (
            word in ("-", "’", "'")
            and at > first
            and joined
            and at + 1 < len(tokens)
            and tokens[at + 1].start == tokens[at].end
        ):
            at += 1
        elif re.match(r"(?:al|el|ad|as|ash|ar|an|at|az|ez|es|ed)-[A-Z]", word):
            at += 1
            last = at
        else:
            break
    return last


def _is_place(
    tokens: tuple[Token, ...], first: int, last: int, text: str, known: Callable[[str], bool], read: bool
) -> bool:
    words = text[tokens[first].start : tokens[last - 1].end]
    before = text[max(0, tokens[first].start - LEAD_REACH) : tokens[first].start]
    generic = tokens[last - 1].text.casefold() in KINDS and last - first > 1
    following = tokens[last].text.casefold() if last < len(tokens) else ""
    if _KIND_LEAD.search(before) or generic or (following in KINDS and KINDS[following] not in ("area", "site")):
        return True
    if len(words) < 4 and words.isupper():
        return words in ("US", "UK", "UAE") and not read
    located = bool(
        re.search(
            r"\b(?:in|at|near|from|to|into|around|outside|inside|between|toward|towards|of|and|,)\s+(?:the\s+)?(?:[a-z]+ern\s+)?$",
            before,
        )
    )
    if last - first == 1 and words.isupper() and len(words) < 6:
        return False
    return (known(words) and (located or not read)) or bool(_LOCATED.search(before))


def _described(text: str, sentence: Sentence, first: int, last: int, labelled: bool) -> Toponym:
    tokens = sentence.tokens
    start, end = tokens[first].start, tokens[last - 1].end
    full = text[start:end]
    name, kind = _core(tokens, first, last, text)
    if (
        last < len(tokens)
        and tokens[last].text.casefold() in KINDS
        and tokens[last].start - end <= 1
        and KINDS[tokens[last].text.casefold()] != "site"
    ) or _site_follows(tokens, last, end):
        kind = KINDS[tokens[last].text.casefold()]
        end = tokens[last].end
    lead, relation, direction, preposition, led = _lead(text, sentence, start)
    kind = kind or led
    return Toponym(start, end, name, full, kind, relation, direction, lead, preposition, labelled)


def _site_follows(tokens: tuple[Token, ...], last: int, end: int) -> bool:
    """ "al-Omar oil field": one word may stand before the generic one."""
    return last < len(tokens) and tokens[last].start - end <= 1 and KINDS.get(tokens[last].text.casefold()) == "site"


def _core(tokens: tuple[Token, ...], first: int, last: int, text: str) -> tuple[str, str]:
    """The name without its generic last word and direction words, and the kind that word says."""
    kind = KINDS.get(tokens[last - 1].text.casefold(), "") if last - first > 1 else ""
    end = (
        last - 1
        if kind in ("admin1", "admin2", "admin3", "countryside", "city", "town", "village", "area", "region")
        else last
    )
    begin = first
    while begin < end - 1 and tokens[begin].text.casefold() in DIRECTIONS and kind:
        begin += 1
    return text[tokens[begin].start : tokens[end - 1].end], kind


def _lead(text: str, sentence: Sentence, start: int) -> tuple[int, str, str, str, str]:
    """Where the leading words begin, the relation, the direction, the preposition and the kind they say."""
    window = max(sentence.start, start - LEAD_REACH)
    before, lead = text[window:start], start
    direction = kind = ""
    found = _DIRECTION_LEAD.search(before)
    if found:
        direction, lead = found[1].casefold(), window + found.start()
        before = before[: found.start()]
    typed = _KIND_LEAD.search(before)
    if typed:
        kind, lead = KINDS[typed[2].casefold()], window + typed.start(2)
        before = before[: typed.start()] if typed[0].casefold().startswith("the") else before[: typed.start(2)]
        before = (
            re.sub(r"(?:\b(?:the|a|an)\s+)?(?:[a-z]+(?:ern)?\s+)?$", "", before)
            if not _RELATION_LEAD.search(before)
            else before
        )
    related = _RELATION_LEAD.search(before)
    relation, preposition = "in", ""
    if related:
        words = " ".join(related[1].casefold().split())
        relation, lead = RELATIONS[words], window + related.start()
        preposition = words.split()[0] if words not in ("out of", "outskirts of") else words
    if kind == "outskirts":
        relation = "near"
    return lead, relation, direction, preposition, kind
