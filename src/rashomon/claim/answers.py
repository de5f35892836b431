"""Answers: denials, confirmations, refusals to comment, missing acknowledgements, and the claims they are about.

Rule: claims and cues of one document, in reading order. An answer is a claim record without a type: it says what
somebody did with a claim, not what happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.claim.cues import Cue
from rashomon.lexicon.cues import ANSWERABLE_NOUNS, NON_ANSWER_VERBS
from rashomon.lexicon.descriptions import singular
from rashomon.record.tree import Tree

REACH_SENTENCES = 4
"""How far back "these claims" may reach, in sentences."""


@dataclass(frozen=True, slots=True)
class Answer:
    """act: "denies", "confirms", "no_comment" or "no_acknowledgement"; head: the word that performs it; about:
    tokens of what it answers in its own sentence, () when it looks back; cue: the reporting word, with its source."""

    act: str
    cue: Cue
    about: frozenset[int]


def find_answers(tree: Tree, cues: Sequence[Cue]) -> list[Answer]:
    """Answers of one sentence: negated acknowledgements and comments, denials and confirmations of a named report."""
    found = []
    for cue in cues:
        act = _act(tree, cue)
        if act is not None:
            found.append(Answer(act, cue, cue.scope))
    return found


def _act(tree: Tree, cue: Cue) -> str | None:
    if cue.noun or cue.source < 0:
        return None
    negated = cue.negated or _declined(tree, cue.head)
    if negated and cue.lemma in NON_ANSWER_VERBS:
        if cue.lemma in ("acknowledge", "admit", "confirm", "recognise", "recognize", "concede") and not _declined(
            tree, cue.head
        ):
            return "no_acknowledgement"
        return "no_comment"
    if cue.act in ("denies", "confirms") and not negated and _answerable(tree, cue.head):
        return cue.act
    return None


def _declined(tree: Tree, i: int) -> bool:
    """ "refused to comment", "declined to confirm"."""
    head = tree.head(i)
    return (
        tree.base_rel(i) == "xcomp"
        and head >= 0
        and tree.lower[head] in ("refused", "declined", "refuses", "declines", "refusing", "declining")
    )


def _answerable(tree: Tree, i: int) -> bool:
    return any(singular(tree.lower[k]) in ANSWERABLE_NOUNS for k in tree.kids(i, "obj", "nsubj:pass", "obl"))
