"""Tokens to sentences, by rule.

Rule: pure and total: every token lies in exactly one sentence, sentences are half-open ranges of token positions, in
order. A blank line always ends a sentence; a line end does so unless the line looks wrapped. No sentence has more than
MAX_TOKENS tokens: a text without stops is cut where the limit falls, at a comma or a line end when one is near.
"""

from __future__ import annotations

from rashomon.annotate.tokens import TAILS

MAX_TOKENS = 160  # the longest sentence of the treebanks has 159 tokens; the encoder's window is of this order
WRAP_WIDTH = 50  # characters: a line at least this long, followed by a small letter, was wrapped

_ENDERS = frozenset((".", "!", "?", "…", "...", "?!", "!!", "!?", "??", "!!!", "???", "。", "؟", "۔", "।"))
_CLOSERS = frozenset(('"', "”", "'", "’", ")", "]", "»", "''", "}"))
_OPENERS = frozenset(('"', "“", "'", "‘", "(", "[", "«", "``", "{"))
_BULLETS = frozenset(("•", "*", "·", "●", "▪", "◦", "‣", "■", "►", "–", "-", "—"))
_TAIL_WORDS = frozenset(word + "." for word in TAILS)


def split(text: str, tokens: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of `text`, as half-open ranges of positions in `tokens` (made by `tokens.token_spans`)."""
    bounds: list[tuple[int, int]] = []
    begin, i, count = 0, 0, len(tokens)
    while i < count:
        if _ends(text, tokens, i):
            i = _past_closers(text, tokens, i)
        elif not _breaks_line(text, tokens, i):
            i += 1
            continue
        i += 1
        _add(text, tokens, begin, i, bounds)
        begin = i
    if begin < count:
        _add(text, tokens, begin, count, bounds)
    return bounds


def _ends(text: str, tokens: list[tuple[int, int]], i: int) -> bool:
    """Does token i end a sentence, apart from closing marks?"""
    a, b = tokens[i]
    last = text[b - 1]
    if last not in ".!?…。؟۔।":
        return False
    word = text[a:b]
    if word in _ENDERS or all(c in ".!?" for c in word):
        return _may_begin(text, tokens, i, word)
    if last != "." or b - a < 2:
        return False
    lower = word.lower()
    if lower in _TAIL_WORDS or (lower.count(".") > 1 and word[0].isalpha()):
        return _begins_after_tail(text, tokens, i)
    return False


def _may_begin(text: str, tokens: list[tuple[int, int]], i: int, word: str) -> bool:
    """May a sentence begin after the ender at i? An ellipsis and marks inside a line need a capital after them."""
    j = _past_closers(text, tokens, i) + 1
    if j >= len(tokens):
        return True
    glued = tokens[i][1] == tokens[i + 1][0]
    a = tokens[j][0]
    if word == "." and glued and j == i + 1 and not text[a].isupper():
        return False
    k = j
    while k < len(tokens) - 1 and text[tokens[k][0] : tokens[k][1]] in _OPENERS:
        k += 1
    first = text[tokens[k][0]]
    if first.islower() and (word in ("...", "…", "..") or j > i + 1):
        return False
    if first in ",;:":
        return False
    return not (first.islower() and word == "." and "\n" not in text[tokens[i][1] : a] and glued)


def _begins_after_tail(text: str, tokens: list[tuple[int, int]], i: int) -> bool:
    """After "U.S.", "Inc.", "p.m.": a sentence begins where a function word or a quotation in capitals follows."""
    if i + 1 >= len(tokens):
        return True
    a, b = tokens[i + 1]
    if "\n" in text[tokens[i][1] : a]:
        return text[a].isupper()
    word = text[a:b]
    if word in _OPENERS and i + 2 < len(tokens):
        return text[tokens[i + 2][0]].isupper() and word != "("
    return word in _STARTERS


_STARTERS = frozenset(
    (
        "The A An In On At It He She They We I But And This That These Those His Her Their Our If When While After "
        "Before As For From With By However Meanwhile Although There What Who Some Many Most You Since Until Also Its "
        "Both Such No Not Now Then According Earlier Last One Two Asked"
    ).split()
)


def _past_closers(text: str, tokens: list[tuple[int, int]], i: int) -> int:
    """The last of the closing marks glued to token i, or i."""
    while i + 1 < len(tokens):
        a, b = tokens[i + 1]
        mark = text[a:b]
        opens = mark in "\"'" and text[b : b + 1].isalnum()
        if a != tokens[i][1] or opens or not (mark in _CLOSERS or mark in _ENDERS):
            return i
        i += 1
    return i


def _breaks_line(text: str, tokens: list[tuple[int, int]], i: int) -> bool:
    """Does the line end after token i end the sentence?"""
    if i + 1 >= len(tokens):
        return False
    b, a = tokens[i][1], tokens[i + 1][0]
    if a - b < 1:
        return False
    gap = text[b:a]
    if gap == " " or "\n" not in gap:
        return False
    if gap.count("\n") > 1:
        return True
    if text[tokens[i + 1][0] : tokens[i + 1][1]] in _BULLETS:
        return True
    width = b - (text.rfind("\n", 0, b) + 1)
    return width < WRAP_WIDTH or not text[a].islower()


def _add(text: str, tokens: list[tuple[int, int]], begin: int, end: int, bounds: list[tuple[int, int]]) -> None:
    """Add one sentence, cut where it is longer than the limit."""
    while end - begin > MAX_TOKENS:
        cut = begin + MAX_TOKENS
        for k in range(cut, cut - MAX_TOKENS // 3, -1):
            if text[tokens[k - 1][0] : tokens[k - 1][1]] in ",;:" or "\n" in text[tokens[k - 1][1] : tokens[k][0]]:
                cut = k
                break
        bounds.append((begin, cut))
        begin = cut
    bounds.append((begin, end))
