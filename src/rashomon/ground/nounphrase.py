"""The noun phrase that a number counts.

Rule: looks forward from a number over the words of its sentence, by the encoder's tags where they are there and by
word lists where they are not; "25,000 people", "dozens of ISIS commanders", "300 of the fighters".
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.lexicon.units import UNIT_OF, singular
from rashomon.record import Sentence, Token

_NOMINAL = {"NOUN", "PROPN", "ADJ", "NUM", "X", "SYM"}
_THROUGH = frozenset(
    "more other additional further others extra new of the its their his our these those such - about 's ’s".split()
)
_STOP_WORDS = frozenset(
    "were was are is be been being have has had who which that whom whose where when while and or but nor in "
    "on at to from into by for with without near inside outside around between after before during since "
    "until as than if because so will would could can may might must should shall did do does not also still "
    "remain remains remained left fled said say says including mainly mostly among under over within across "
    "along through against per each a an it they he she we killed wounded injured evacuated displaced trapped "
    "besieged arrested detained captured arrived came went".split()
)
_NUMERIC_DEAD = frozenset(
    "killed wounded injured dead missing displaced homeless arrested detained others captured".split()
)
MOST_WORDS = 7
"""Words of a counted phrase at most; longer runs are lists or headlines."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """text[start:end], its head noun and the head's token index in the sentence (-1 = unknown)."""

    start: int
    end: int
    head: str
    index: int


def counted_phrase(text: str, sentence: Sentence, after: int) -> Phrase | None:
    """The phrase counted by a number that ends at `after`; None when none follows."""
    first = _first_token(sentence, after)
    if first is None:
        return None
    tokens, tags = sentence.tokens, sentence.parse.upos
    tagged = len(tags) == len(tokens) and any(tag not in ("", "X", "_") for tag in tags)
    start = end = None
    index = first
    while index < len(tokens) and index - first < MOST_WORDS + 3:
        word = tokens[index].text.casefold()
        if (
            start is None
            and word in _THROUGH
            and not (word == "of" and index != first and tokens[index - 1].text.casefold() == "the")
        ):
            index += 1
            continue
        begun = (
            start is not None and any(tags[i] in ("NOUN", "PROPN") for i in range(start, index))
            if tagged
            else start is not None
        )
        if not _belongs(tokens, tags, index, tagged, begun):
            if start is not None and word in ("and", "or") and _goes_on(tokens, tags, index + 1, tagged):
                index += 1
                continue
            break
        start = index if start is None else start
        end = index
        index += 1
    if start is None or end is None:
        return _fallen(text, tokens, first)
    head = _head(tokens, tags, start, end, tagged)
    last = end if tagged or head == end or tokens[head + 1].text.casefold() in ("and", "or") else head
    return Phrase(tokens[start].start, tokens[last].end, tokens[head].text, head)


def _first_token(sentence: Sentence, after: int) -> int | None:
    return next((i for i, token in enumerate(sentence.tokens) if token.start >= after), None)


def _belongs(tokens: tuple[Token, ...], tags: tuple[str, ...], index: int, tagged: bool, begun: bool) -> bool:
    word = tokens[index].text
    low = word.casefold()
    if word == "%" or low in ("percent",):
        return True
    if low in ("'s", "’s"):
        return begun
    if low == "of":
        return False
    if not any(ch.isalpha() for ch in word) or (low in _STOP_WORDS and not (word.isupper() and len(word) > 1)):
        return word == "-" and begun
    if tagged:
        participle = tags[index] == "VERB" and not begun and low.endswith(("ed", "ing")) and _noun_follows(tags, index)
        return tags[index] in _NOMINAL or participle
    return True


def _noun_follows(tags: tuple[str, ...], index: int) -> bool:
    return index + 1 < len(tags) and tags[index + 1] in ("NOUN", "PROPN", "ADJ")


def _goes_on(tokens: tuple[Token, ...], tags: tuple[str, ...], index: int, tagged: bool) -> bool:
    """ "fighters and commanders": the next noun is of the same kind, and no number or name begins it."""
    if index >= len(tokens):
        return False
    low = tokens[index].text.casefold()
    return low in UNIT_OF or singular(low) in UNIT_OF


def _fallen(text: str, tokens: tuple[Token, ...], first: int) -> Phrase | None:
    """ "600 were killed", "46 killed": the word for what befell them stands for people."""
    for index in range(first, min(first + 3, len(tokens))):
        if tokens[index].text.casefold() in _NUMERIC_DEAD:
            return Phrase(tokens[index].start, tokens[index].end, "people", index)
    return None


def _head(tokens: tuple[Token, ...], tags: tuple[str, ...], start: int, end: int, tagged: bool) -> int:
    """The first run's last noun: "ISIS field commanders" -> commanders; "members of the force" -> members."""
    for index in range(start, end + 1):
        if tokens[index].text.casefold() in ("and", "or", "of"):
            return max(start, index - 1)
    if tagged:
        nouns = [i for i in range(start, end + 1) if tags[i] in ("NOUN", "PROPN", "SYM")]
        return nouns[-1] if nouns else end
    known = [i for i in range(start, end + 1) if singular(tokens[i].text) in UNIT_OF]
    if not known:
        return end
    return next((i for i in known if i + 1 not in known), end)
