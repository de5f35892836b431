"""Place names in a sentence, with the words around them that say what kind of place, and how it lies to the name.

Rule: finds words, asks no gazetteer for coordinates; the encoder's entities come first, capitals where there are none.
A demonym, a person, an organisation is no place.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from rashomon.ground.syntax import head_of_run, parsed, relation
from rashomon.lexicon.demonyms import demonym
from rashomon.lexicon.nouns import classes
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
_LISTABLE = ("admin1", "admin2", "admin3", "city", "town", "village", "quarter", "region")
"""Kinds whose plural is told of each name of a list."""
_PUT_IN = re.compile(r",\s+(?:in\s+)?(?:the\s+)?(?:[a-z]+ern\s+)?|\s+in\s+(?:the\s+)?(?:[a-z]+ern\s+)?|\s+\(")
_OF = re.compile(r"\s+of\s+(?:the\s+)?")
_LISTED = re.compile(r",?\s+(?:and|or|&)\s+(?:the\s+)?|,\s+")
_ADJECTIVES = frozenset({"US", "U.S.", "U.S", "USA", "UK", "U.K.", "UAE", "EU"})
"""Names without a demonym, which stand for one: "US troops", "the UK-based group"."""
_ACTORS = frozenset({"civilian", "people", "force", "fighter", "military"})
"""Classes of nouns that act: a name before one says whose, not where."""
_SPEECH = frozenset({"VERB", "AUX", "ADV", "ADP", "PRON", "DET", "SCONJ", "CCONJ", "PART"})
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
    labelled     the encoder calls it a place; facility: a building or a site
    antecedent   of words that stand for a place named before ("the town"): that name; else None
    plural       its generic word is a plural ("A and B counties")
    area         the name that the words right after it put it in ("Orlim, Texas"), "" = none
    listed       only a comma says so, which also parts the names of a list
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
    facility: bool = False
    area: str = ""
    listed: bool = False
    plural: bool = False
    antecedent: Toponym | None = None


def named_places(text: str, sentences: Iterable[Sentence]) -> frozenset[str]:
    """Names that the encoder calls a place at least as often as anything else: one name, one kind, within a page."""
    labels: dict[str, Counter[bool]] = defaultdict(Counter)
    for sentence in sentences:
        for entity in sentence.parse.entities:
            words = text[sentence.tokens[entity.start].start : sentence.tokens[entity.end - 1].end]
            labels[words][entity.label in _PLACE_LABELS] += 1
    return frozenset(words for words, count in labels.items() if count[True] >= count[False] and count[False])


def find_toponyms(
    text: str, sentence: Sentence, known: Callable[[str], bool], places: frozenset[str] = frozenset()
) -> list[Toponym]:
    """The place names of a sentence in text order; `known` tells whether the gazetteer holds a name, `places` are names
    that the page uses for places elsewhere."""
    runs = list(_labelled(text, sentence, places))
    taken = [(e.start, e.end) for e in sentence.parse.entities]
    runs += [
        (first, last, False)
        for first, last in _capitalised(sentence, taken, known, text, bool(sentence.parse.entities))
    ]
    runs += list(_partners(sentence, taken, {last: first for first, last, _ in runs}))
    runs = [run for run in runs if not _no_place(sentence, run[0], run[1])]
    described = [_described(text, sentence, first, last, labelled) for first, last, labelled in sorted(runs)]
    followers = [*described[1:], None]
    described = [
        a for a, b in zip(described, followers, strict=False) if b is None or not _is_adjective(text, a, b, known)
    ]
    for index in range(1, len(described)):
        described[index] = _like_its_partner(text, described[index - 1], described[index])
        described[index - 1] = _in_area(text, described[index - 1], described[index])
    _share_plural(text, described)
    sites = [sentence.tokens[e.start].start for e in sentence.parse.entities if e.label == "Facility"]
    return [replace(one, facility=True) if one.start in sites else one for one in described]


def _is_adjective(text: str, one: Toponym, after: Toponym, known: Callable[[str], bool]) -> bool:
    """ "the Korvenian town of Orlim": a word that no table holds, before a generic word with a name of its own, is an
    adjective."""
    if " " in one.full or not one.kind or known(one.full):
        return False
    return bool(_OF.fullmatch(text, one.end, after.start))


def _share_plural(text: str, described: list[Toponym]) -> None:
    """ "A, B and C counties", "the towns of A, B and C": a plural says what all of them are."""
    for one, other in [*pairwise(range(len(described)))][::-1]:
        if (
            described[other].plural
            and not described[one].kind
            and _LISTED.fullmatch(text[described[one].end : described[other].start])
        ):
            described[one] = replace(described[one], kind=described[other].kind, plural=True)
    for one, other in pairwise(range(len(described))):
        if (
            described[one].plural
            and not described[other].kind
            and _LISTED.fullmatch(text[described[one].end : described[other].start])
        ):
            described[other] = replace(described[other], kind=described[one].kind, plural=True)


def _in_area(text: str, one: Toponym, after: Toponym) -> Toponym:
    """ "A, B" and "A in B": B is where A lies."""
    joined = _PUT_IN.fullmatch(text, one.end, after.start)
    if not joined:
        return one
    comma = "in" not in joined[0].split() and after.kind not in ("admin1", "region")
    return replace(one, area=after.full, listed=comma)


def _like_its_partner(text: str, before: Toponym, one: Toponym) -> Toponym:
    """ "between A and B", "in A and B": what leads the first leads the second."""
    joined = text[before.end : one.start].strip() in ("and", "or", "&")
    return (
        replace(one, relation=before.relation, preposition=before.preposition)
        if joined and not one.preposition
        else one
    )


def _labelled(text: str, sentence: Sentence, places: frozenset[str]) -> Iterator[tuple[int, int, bool]]:
    for entity in sentence.parse.entities:
        words = text[sentence.tokens[entity.start].start : sentence.tokens[entity.end - 1].end]
        if entity.label in _PLACE_LABELS or (entity.label == "Organization" and words in places):
            for start, end in _pieces(sentence.tokens, entity.start, entity.end):
                first, last = _trimmed(sentence.tokens, start, end)
                if first < last and not _no_name(sentence.tokens, first, last):
                    yield first, last, True


def _no_place(sentence: Sentence, first: int, last: int) -> bool:
    """Words that say whose and not where, an abbreviation in brackets, a verb that was taken for a name."""
    tokens, upos = sentence.tokens, sentence.parse.upos
    words = [token.text for token in tokens[first:last]]
    if all(word.islower() for word in words) and all(tag in _SPEECH for tag in upos[first:last]) and upos:
        return True
    bracketed = first > 0 and last < len(tokens) and tokens[first - 1].text == "(" and tokens[last].text == ")"
    if bracketed and len(words) == 1 and words[0].isupper() and len(words[0]) > 1:
        return True
    hyphened = last < len(tokens) and tokens[last].text in ("-", "‑") and tokens[last].start == tokens[last - 1].end
    whose = _modified(sentence, first, last)
    return (words[-1] in _ADJECTIVES and (bool(whose) or hyphened)) or bool(classes(whose) & _ACTORS)


def _modified(sentence: Sentence, first: int, last: int) -> str:
    """The noun to the right that the words stand before ("troops" of "Tarvo troops"), "" = none."""
    if not parsed(sentence):
        return ""
    head = head_of_run(sentence, first, last)
    above = sentence.parse.heads[head]
    if above < last or relation(sentence, head) not in ("compound", "amod", "nmod", "nmod:poss", "nmod:unmarked"):
        return ""
    led = any(sentence.parse.heads[i] == head and relation(sentence, i) == "case" for i in range(first))
    return "" if led else sentence.tokens[above].text.casefold()


def _pieces(tokens: tuple[Token, ...], first: int, last: int) -> Iterator[tuple[int, int]]:
    """ "Orlim, Texas" is two names."""
    commas = [i for i in range(first, last) if tokens[i].text == ","]
    edges = [first - 1, *commas, last]
    for left, right in pairwise(edges):
        if left + 1 < right:
            yield left + 1, right


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
    plural = _is_plural(tokens[last - 1].text) and bool(kind)
    if (
        last < len(tokens)
        and tokens[last].text.casefold() in KINDS
        and tokens[last].start - end <= 1
        and KINDS[tokens[last].text.casefold()] != "site"
    ) or _site_follows(tokens, last, end):
        kind = KINDS[tokens[last].text.casefold()]
        plural = _is_plural(tokens[last].text)
        end = tokens[last].end
    lead, relation, direction, preposition, led = _lead(text, sentence, start)
    plural = plural or (
        not kind and bool(led) and _is_plural(text[lead:start].removesuffix("the ").split(" of ")[0].split()[-1])
    )
    kind = kind or led
    return Toponym(
        start,
        end,
        name,
        full,
        kind,
        relation,
        direction,
        lead,
        preposition,
        labelled,
        plural=plural and kind in _LISTABLE,
    )


def _is_plural(word: str) -> bool:
    return word.casefold().endswith("s")


def described(text: str, sentence: Sentence, start: int, end: int, kind: str) -> Toponym:
    """Words that describe a place without a name, with the words around them that say how it lies."""
    lead, relation, direction, preposition, _ = _lead(text, sentence, start)
    return Toponym(start, end, text[start:end], text[start:end], kind, relation, direction, lead, preposition)


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
