"""Which numbers are no quantities: names with a number in them, results of games, list numbers, the pronoun "one".

Rule: looks at the words right around a number; says yes or no, and nothing of its worth.
"""

from __future__ import annotations

import re

from rashomon.ground.numerals import Numeral
from rashomon.lexicon.units import UNIT_SIGNS
from rashomon.lexicon.vague import BEFORE
from rashomon.record import Sentence

REACH = 24
"""Characters looked at on each side."""
_NAMED = re.compile(
    r"(?:\b(?:[Nn]os?|[Nn]umbers?|Highway|Route|Flight|Unit|Brigade|Division|Battalion|Regiment|Corps|Article|Resolution|"
    r"Section|Room|Road|[Pp]ages?|Chapter|Group|Act|Protocol|Phase|Apollo|Boeing|Airbus|Windows|Covid|COVID|Channel|"
    r"Volume|Vol|Figure|Fig|Table|Part|Area|District|Zone|Block|Gate|Pier|Platform|Line|Interstate|Bill|Rule|Title|"
    r"Level|Grade|Type|Formula|World\s+War|Model|Row|[Cc]ategory|[Cc]lass|Item|Step|Camp|Sector|Checkpoint|Hall|Base|Pillar|"
    r"versus|vs|top|bottom|last|final|[Ee]pisode|[Ss]eason|[Rr]ound|Week|Day|Game)[.]?[\s-]*|[#§&@/]\s*|[A-Z][\w&]*-|\b(?:last|under)-)$"
)
_AGES = re.compile(r"\baged?\s+(?:between\s+)?(?:\d+\s*(?:-|–|to|and)\s*)?$", re.IGNORECASE)
_AFTER = re.compile(r"(?:st|nd|rd|th)\b|s\b|/\d|:\d|-[A-Z]{2}|[’']s\b(?!\s+\d)")
_LETTERS = re.compile(r"[A-Za-z]+")
_CAPITAL = re.compile(r"(?:^|[\s(“\"])((?:[A-Za-z]?[A-Z][\w.&’'-]*))\s+$")
_GOES_ON = re.compile(r"\s*(?:%|per\s*cent|percent|[a-z])|[-–][a-z]")
_NO_NOUN = re.compile(
    r"\s+(?:is|are|was|were|has|have|had|will|would|rose|fell|gained|lost|slid|and|or|in|on|at|to|from|by|for|with|of|as|which|that|"
    r"who|ended|closed|climbed|dropped|edged|index|after|before|when|while|also|can|could|may|features?|comes?|deal)\b"
)
_NAME_COMMA = re.compile(r"[A-Z][\w.’'-]+,\s*$|[A-Z][\w.’'-]+\s*\($")
LARGEST_NAME = 9_999
"""Numbers in names have four digits at most (S&P 500, Resolution 2254)."""
OLDEST = 110
"""Years; a larger figure between commas is no age."""
_ONE_BEFORE = re.compile(
    r"\b(?:no|any|some|every|each|this|that|another|the|which|only|last|first|next|number|day|and|old|new|same|good|big|right)\s+$|-$",
    re.IGNORECASE,
)
_ONE_AFTER = re.compile(
    r"[\s-]+(?!day\b|another\b|who\b|that\b|is\b|was\b|to\b|can\b|in\b|side\b|has\b|would\b|could\b|should\b|may\b|by\b)[a-z]"
)


def is_quantity(text: str, sentence: Sentence, number: Numeral) -> bool:
    """False for a number that names, ranks or scores instead of counting."""
    before = text[max(sentence.start, number.start - REACH) : number.start]
    after = text[number.end : min(sentence.end, number.end + REACH)]
    if number.low == number.high == 1 and number.kind == "word":
        return not _ONE_BEFORE.search(before) and bool(_ONE_AFTER.match(after))
    if number.kind != "figure":
        return True
    if _AFTER.match(after) or _NAMED.search(before) or _AGES.search(before):
        return False
    letters = _LETTERS.match(after)
    if letters and letters[0] not in UNIT_SIGNS:
        return False
    if _is_age(before, after, number):
        return False
    return not _in_a_name(text, sentence, number, before, after) and not _is_score(before, after, number)


def _in_a_name(text: str, sentence: Sentence, number: Numeral, before: str, after: str) -> bool:
    """ "S&P 500 gained", "iPhone 11": a plain figure after a capitalised word, with no noun of its own."""
    named = _CAPITAL.search(before)
    if not named or number.scale != 1 or number.high > LARGEST_NAME or "," in text[number.start : number.end]:
        return False
    opens = number.start - len(named[1]) - 1 <= sentence.start
    if named[1].rstrip(".").casefold() in BEFORE or (opens and named[1][1:].lower() == named[1][1:]):
        return False
    return not _GOES_ON.match(after) or bool(_NO_NOUN.match(after))


def _is_age(before: str, after: str, number: Numeral) -> bool:
    """ "Lena Orsk, 25, said"."""
    return bool(number.low <= OLDEST and _NAME_COMMA.search(before) and re.match(r"\s*[,)]", after))


def _is_score(before: str, after: str, number: Numeral) -> bool:
    """ "2-1 down", "won 3-0": two small figures, the second not the larger or with no noun after them."""
    second = re.match(r"[-–](\d{1,2})\b(.*)", after)
    if second:
        return number.low >= int(second[1]) or not _noun_after(second[2])
    first = re.search(r"\b(\d{1,2})[-–]$", before)
    return bool(first) and (int(first[1]) >= number.low or not _noun_after(after))  # type: ignore[index]


def _noun_after(after: str) -> bool:
    return bool(_GOES_ON.match(after) or re.match(r"[A-Za-z]", after)) and not _NO_NOUN.match(after)
