"""Questions and answers: who speaks in the sentences of an interview.

Rule: the sentences of a document and its mentions in; for each sentence that stands in an answer, the mention of the
person who gives it. Whoever was named last before the first question is the one who answers; where nobody was, nobody
is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.record import ARTICLE_KINDS, Document, Mention, Sentence

_QUESTION = re.compile(r"(?:Q|Question)\s*[.:]\s")
_ANSWER = re.compile(r"(?:A|Answer|Reply)\s*[.:]\s")


def answering(document: Document, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> dict[int, Mention]:
    """Index of a sentence -> who answers in it; empty for a page that is no interview."""
    asked = [s for s in sentences if _QUESTION.match(document.text, s.start)]
    if not asked:
        return {}
    before = [m for m in mentions if m.kind == "person" and m.span.end <= asked[0].start]
    if not before:
        return {}
    guest = max(before, key=lambda m: m.span.start)
    found: dict[int, Mention] = {}
    answers = False
    for n, sentence in enumerate(sentences):
        if document.blocks[sentence.block].kind not in ARTICLE_KINDS:
            continue
        if _QUESTION.match(document.text, sentence.start):
            answers = False
        elif _ANSWER.match(document.text, sentence.start):
            answers = True
        if answers:
            found[n] = guest
    return found
