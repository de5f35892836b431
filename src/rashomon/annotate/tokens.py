"""Text to words: the token borders of the UD English treebanks, by rule.

Rule: pure and total. Nothing is normalised or dropped but blanks: every character that is not a blank lies in one
token only, tokens are half-open code point ranges of the text given, in order, and never overlap. The encoder was
trained on words cut here, so a change of the cut is a change of the model.

Source of the conventions: the guidelines of UD English-EWT and GUM (clitics apart, hyphens apart, abbreviations with
their stop).
"""

from __future__ import annotations

import re

# Abbreviations that keep their stop. Those of TITLES never end a sentence; those of TAILS may.
TITLES = frozenset(
    (
        "mr mrs ms dr prof rev gen col lt sgt maj capt cpl pvt adm cmdr brig sr jr st gov sen rep sens reps pres hon "
        "amb atty messrs mme mlle fr supt insp det ald eng sheik sh vs v cf e.g i.e viz al fig figs no nos op vol pp "
        "sec ch ed eds approx ca lt.gen maj.gen brig.gen mt ft ave blvd rd"
    ).split()
)
TAILS = frozenset(
    (
        "inc corp co ltd plc llc bros cos etc jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu "
        "thur thurs fri sat sun a.m p.m est esq ph.d m.d b.a m.a ariz ark calif colo conn del fla ga ill ind kan ky "
        "la md mass mich minn miss mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo dept univ assn gov't "
        "intl sq hr hrs min oz lb lbs km cm mm kg approx est"
    ).split()
)
# Written alike as words that end sentences ("no.", "sat.", "may."): an abbreviation only before a digit, or never.
_BEFORE_DIGIT = frozenset("no nos fig figs pp p vol op sec ch art ver".split())
_CAPITAL_ONLY = frozenset(
    (
        "mar sat sun wed fri mon ill ind miss mass ore pa la ga mo del wash ark mt ft ed eds st hon rep reps sen sens "
        "al v ch sec co cos gov gen fr det eng est min sh jan jun jul nov dec col lt sr jr ave no nos"
    ).split()
)
_STEMS = TITLES | TAILS

_CLITIC = re.compile(r"(?i)(?<=\w)(?:n['’]t|['’](?:s|re|ve|ll|d|m))$")
_JOINED = {
    "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3, "whatcha": 4, "dunno": 2,
    "dont": 2, "doesnt": 4, "didnt": 3, "isnt": 2, "wasnt": 3, "arent": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6,
    "havent": 4, "hasnt": 3, "hadnt": 3, "werent": 4, "im": 1, "ive": 1, "thats": 4,
}  # fmt: skip
# "mar." counts as an abbreviation only where it is capitalised.

_TOKEN = re.compile(
    r"""
    (?P<plain>(?<!\S)[A-Za-z]++(?!\S))
  | (?P<url>(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}'’»…]
      |(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}
      |(?<![\w-])[a-zA-Z0-9-]{2,63}(?:\.[a-zA-Z0-9-]{1,63}){0,8}\.(?:com|org|net|gov|edu|info|tv|co\.uk|ru|ua|fr)\b(?:/[^\s<>"“”]*[^\s<>"“”.,;:!?)\]}'’»…])?)
  | (?P<emoticon>(?<!\w)[:;=8][-^]?[)(DPp/|](?!\w))
  | (?P<handle>(?<!\w)[@\#]\w+)
  | (?P<initials>\b(?:[A-Za-z]\.){2,}(?!\w)|\b(?:[A-Z]\.)+[A-Z]\b(?!\.))
  | (?P<clock>\b\d{1,2}(?::\d\d){1,2}(?!\d))
  | (?P<date>\b\d{1,4}[/]\d{1,2}(?:/\d{1,4})?\b|\b\d{4}-\d\d-\d\d\b|\b\d{3}-\d{3}-\d{4}\b|\b\d{3}-\d{4}\b)
  | (?P<number>(?<![\w.])[-+]?(?<=[\s(\[])[-+]?\d[\d,.]*\d(?!\w)|\d+(?:[.,]\d+)+(?!\d)|(?<!\w)\.\d+)
  | (?P<ordinal>\d+(?:st|nd|rd|th|s|['’]s)\b)
  | (?P<amount>\d+(?=[a-zA-Z]{1,3}\b))
  | (?P<affixed>(?<![\w-])(?i:non|anti|pro|re|mid|pre|co|un|e|post|multi|semi)-[^\W\d_]\w*)
  | (?P<word>[^\W_](?:[\w\u0300-\u036f\u200c\u200d]|(?<=\w)['’](?=\w)|(?<=\w)&(?=\w)|(?<=[^\W\d])\.(?=[^\W\d]{2}))*
      |['’]\d\ds?\b)
  | (?P<clitic>['’](?:s|re|ve|ll|d|m)\b)
  | (?P<dots>\.{2,}|…|-{2,}|–+|—+|\*+|=+|~+|_+|\#+|[!?]+|``|''|<+|>+)
  | (?P<other>\S)
    """,
    re.VERBOSE,
)


def token_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The words and punctuation marks of text[start:end], as half-open code point ranges of `text`, in order."""
    spans: list[tuple[int, int]] = []
    stop = len(text) if end is None else end
    for match in _TOKEN.finditer(text, start, stop):
        a, b = match.span()
        kind = match.lastgroup
        if kind == "plain" or kind == "word" or kind == "clitic":
            _add_word(text, a, b, spans)
        elif kind == "other" and text[a] == "." and spans and spans[-1][1] == a and _keeps_stop(text, *spans[-1], stop):
            spans[-1] = (spans[-1][0], b)
        else:
            spans.append((a, b))
    return spans


def is_abbreviation(word: str) -> bool:
    """True of a word that carries the stop of its abbreviation ("U.S.", "Col.", "J.")."""
    return len(word) > 1 and word.endswith(".") and word[0].isalpha()


def _add_word(text: str, a: int, b: int, spans: list[tuple[int, int]]) -> None:
    """Cut clitics off one run of letters and add the parts."""
    word = text[a:b]
    cut = _JOINED.get(word.lower()) if b - a < 9 else None
    if cut is not None and not (word in ("IM", "im", "Im") and word != "im"):
        spans.append((a, a + cut))
        spans.append((a + cut, b))
        return
    if "'" in word or "’" in word:
        match = _CLITIC.search(word)
        if match is not None:
            spans.append((a, a + match.start()))
            spans.append((a + match.start(), b))
            return
    spans.append((a, b))


def _keeps_stop(text: str, a: int, b: int, stop: int) -> bool:
    """Does the stop after text[a:b] belong to the word?"""
    word = text[a:b]
    stem = word.lower()
    if len(word) == 1:
        return word.isalpha() and word.isupper() and word != "I" and text[b + 1 : b + 2] in (" ", "\xa0", "")
    if stem not in _STEMS:
        return False
    if stem in _CAPITAL_ONLY and not word[0].isupper():
        return False
    if stem in _BEFORE_DIGIT:
        return text[b + 1 : min(b + 3, stop)].strip()[:1].isdigit()
    return True
