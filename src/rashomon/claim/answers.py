"""Answers: denials, confirmations, refusals to comment, missing acknowledgements, and the claims they are about.

Rule: claims and cues of one document, in reading order. An answer is a claim record without a type: it says what
somebody did with a claim, not what happened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.claim.arguments import subject
from rashomon.claim.cues import Cue
from rashomon.lexicon.cues import ANSWERABLE_NOUNS, NON_ANSWER_VERBS
from rashomon.lexicon.descriptions import singular
from rashomon.lexicon.hedges import UNTRUE
from rashomon.lexicon.inflect import verb_forms
from rashomon.record.tree import Tree

_CALLING = frozenset(verb_forms("call")) | frozenset(verb_forms("describe"))
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
    """Answers of one sentence: negated acknowledgements and comments, denials and confirmations of a named report, and
    claims called untrue."""
    found = [Answer(act, cue, cue.scope) for cue in cues if (act := _act(tree, cue)) is not None]
    taken = {answer.cue.head for answer in found}
    calling = [i for i, word in enumerate(tree.lower) if word in _CALLING and i not in taken]
    return found + [a for i in calling if (a := _called_untrue(tree, i)) is not None]


def _called_untrue(tree: Tree, i: int) -> Answer | None:
    """ "X called the claim absurd", "X calls this a fairy tale"."""
    if tree.tag(i) != "VERB":
        return None
    words = {tree.lower[k] for kid in tree.kids(i, "xcomp", "obj", "obl", "ccomp") for k in tree.subtree(kid)}
    source = subject(tree, i)
    if source < 0 or not words & UNTRUE:
        return None
    return Answer("denies", Cue(i, i, i + 1, "call", "denies", source, frozenset()), frozenset())


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
    objects = tree.kids(i, "obj", "nsubj:pass", "obl")
    return any(singular(tree.lower[k]) in ANSWERABLE_NOUNS or tree.lower[k] in ("this", "that", "it") for k in objects)
