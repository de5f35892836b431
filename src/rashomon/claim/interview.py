"""Questions and answers: who speaks in the sentences of an interview.

Rule: the sentences of a document and its mentions in; for each sentence that stands in an answer, the mention of the
person who gives it. Whoever was named last before the first question is the one who answers; where nobody was, nobody
is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.record import ARTICLE_KINDS, Block, Document, Mention, Sentence

_QUESTION = re.compile(r"(?:Q|Question|Journalist|Reporter|Interviewer)(?:\s*\([^)]{1,60}\))?\s*[.:]\s")
_ANSWER = re.compile(r"(?:A|Answer|Reply|Spokes(?:man|woman|person))\s*[.:]\s")


def answering(document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> dict[int, Mention]:
    """Index of a sentence -> who answers in it; empty for a page that is no interview."""
    asked = [s for s in sentences if _QUESTION.match(document.text, s.start)]
    if not asked:
        return {}
    before = [m for m in mentions if m.kind == "person" and m.span.end <= asked[0].start]
    if not before:
        return {}
    opened = _opening(document, asked[0].start)
    guests = [m for m in before if opened is not None and opened.start <= m.span.start < opened.end]
    guest = max(guests or before, key=lambda m: m.span.start)
    found: dict[int, Mention] = {}
    answers = False
    for n, sentence in enumerate(sentences):
        if guests and opened is not None and sentence.start >= opened.end and not found:
            answers = True
        if document.blocks[sentence.block].kind not in ARTICLE_KINDS:
            continue
        if _QUESTION.match(document.text, sentence.start):
            answers = False
        elif _ANSWER.match(document.text, sentence.start):
            answers = True
        if answers:
            found[n] = guest
    return found


def _opening(document: Document, before: int) -> Block | None:
    """ "The spokesman, NAME, opened the briefing:": the paragraph that hands over to who speaks before any question."""
    paragraphs = [b for b in document.blocks if b.kind in ARTICLE_KINDS and b.end <= before]
    return next((b for b in paragraphs if document.text[b.start : b.end].rstrip().endswith(":")), None)
