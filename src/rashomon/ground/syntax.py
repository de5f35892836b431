"""Small questions to a sentence's parse, which may be imperfect or empty.

Rule: answers from token positions only; where the parse says nothing, the answer says so, and the caller falls back
to the order of the words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from rashomon.record import Sentence, Span

_CLAUSE = ("advcl", "ccomp", "acl", "acl:relcl", "parataxis", "csubj")
MOST_STEPS = 60


def parsed(sentence: Sentence) -> bool:
    """True when heads are there and make a tree of more than a star of roots."""
    heads = sentence.parse.heads
    return len(heads) == len(sentence.tokens) > 0 and any(head >= 0 for head in heads)


def token_at(sentence: Sentence, start: int, end: int) -> tuple[int, int] | None:
    """The tokens (half-open) that text[start:end] touches; None when it touches none."""
    touched = [i for i, token in enumerate(sentence.tokens) if token.start < end and start < token.end]
    return (touched[0], touched[-1] + 1) if touched else None


def head_of_run(sentence: Sentence, first: int, last: int) -> int:
    """The token of the run whose head lies outside it; the run's last where the parse is silent."""
    heads = sentence.parse.heads
    if len(heads) != len(sentence.tokens):
        return last - 1
    outside = [i for i in range(first, last) if not first <= heads[i] < last]
    content = [i for i in outside if sentence.parse.deprels[i] not in ("case", "mark", "punct", "det", "cc")]
    return (content or outside or [last - 1])[0]


def upward(sentence: Sentence, index: int) -> Iterator[int]:
    """The token's ancestors, nearest first."""
    heads = sentence.parse.heads
    for _ in range(MOST_STEPS):
        index = heads[index] if 0 <= index < len(heads) else -1
        if index < 0:
            return
        yield index


def is_verb(sentence: Sentence, index: int) -> bool:
    """True for a verb or a predicate that heads a clause."""
    upos = sentence.parse.upos
    return index < len(upos) and upos[index] == "VERB"


def subtree(sentence: Sentence, index: int) -> list[int]:
    """The token and all below it, in order."""
    kept = {index}
    heads = sentence.parse.heads
    for _ in range(MOST_STEPS):
        more = {i for i, head in enumerate(heads) if head in kept} - kept
        if not more:
            break
        kept |= more
    return sorted(kept)


def clause_of(sentence: Sentence, index: int) -> int:
    """The verb (or root) whose clause the token stands in."""
    if is_verb(sentence, index):
        return index
    for above in upward(sentence, index):
        if is_verb(sentence, above) or sentence.parse.heads[above] < 0:
            return above
    return index


def relation(sentence: Sentence, index: int) -> str:
    """The token's dependency relation, "" when the parse is silent."""
    return sentence.parse.deprels[index] if index < len(sentence.parse.deprels) else ""


def sentence_of(sentences: Sequence[Sentence], starts: Sequence[int], span: Span) -> Sentence | None:
    """The sentence that holds the span's first character."""
    at = bisect_right(starts, span.start) - 1
    return sentences[at] if at >= 0 and sentences[at].end > span.start else None
