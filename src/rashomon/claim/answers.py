"""Answers: denials, confirmations, refusals to comment, missing acknowledgements, and the claims they are about.

Rule: claims and cues of one document, in reading order. An answer is a claim record without a type: it says what
somebody did with a claim, not what happened.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.claim.arguments import subject
from rashomon.claim.cues import Cue
from rashomon.lexicon.cues import ANSWERABLE_NOUNS, NON_ANSWER_VERBS, NON_ANSWERS
from rashomon.lexicon.descriptions import singular
from rashomon.lexicon.hedges import CALLED_FALSE, NEGATIONS, UNTRUE
from rashomon.lexicon.inflect import verb_forms
from rashomon.record.tree import Tree

_NON_ANSWERS = tuple((act, re.compile(pattern)) for act, pattern in NON_ANSWERS)
_UNTRUE_HEADS = UNTRUE | {"foundation", "truth", "basis", "substance"}
_BACK = frozenset(["this", "that", "it", "which", "them", "these", "all"])
"""Words that take up a claim made before."""
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
    found += [a for i in calling if (a := _called_untrue(tree, i)) is not None]
    found += [a for i, word in enumerate(tree.lower) if word in _UNTRUE_HEADS and (a := _is_untrue(tree, i))]
    return found if found else _in_fixed_words(tree)


def _is_untrue(tree: Tree, i: int) -> Answer | None:
    """ "Reports that ... are untrue", "the assertions of X are without foundation", "are a lie from end to end"."""
    if not tree.kids(i, "cop") or (tree.lower[i] not in UNTRUE and not _unfounded(tree, i)):
        return None
    told = [k for k in tree.kids(i, "nsubj") if singular(tree.lower[k]) in ANSWERABLE_NOUNS]
    about = frozenset(k for noun in told for k in tree.subtree(noun))
    return Answer("denies", Cue(i, i, i + 1, "be", "denies", -1, frozenset()), about) if told else None


def _unfounded(tree: Tree, i: int) -> bool:
    return any(tree.lower[k] in ("without", "no") for k in tree.kids(i, "case", "det"))


def _in_fixed_words(tree: Tree) -> list[Answer]:
    """ "could not be reached", "received no reply", "stopped short of confirming", said by the subject of the verb."""
    words = tree.text[tree.sentence.start : tree.sentence.end].lower()
    for act, pattern in _NON_ANSWERS:
        mark = pattern.search(words)
        if mark is not None and (run := _run(tree, *mark.span())):
            return [_fixed(tree, act, run)]
    called = CALLED_FALSE.search(words)
    if called is not None and (run := _run(tree, *called.span("said"))):
        return [
            Answer(
                "denies", Cue(run[0], run[0], run[-1] + 1, "be", "denies", -1, frozenset()), frozenset(range(run[0]))
            )
        ]
    return []


def _run(tree: Tree, start: int, end: int) -> list[int]:
    """The tokens between two offsets of the sentence's text."""
    base = tree.sentence.start
    return [i for i, t in enumerate(tree.tokens) if start <= t.start - base and t.end - base <= end]


def _fixed(tree: Tree, act: str, run: Sequence[int]) -> Answer:
    verb = next((i for i in reversed(run) if tree.tag(i) == "VERB"), -1)
    source = subject(tree, verb) if verb >= 0 and not tree.passive(verb) else next(iter(tree.kids(verb, "nsubj")), -1)
    start = next((i for i in run if tree.lower[i] in NEGATIONS), run[0])
    return Answer(act, Cue(start, start, run[-1] + 1, "answer", act, source, frozenset()), frozenset())


def _called_untrue(tree: Tree, i: int) -> Answer | None:
    """ "X called the claim absurd", "X calls this a fairy tale"."""
    if tree.tag(i) != "VERB":
        return None
    words = {tree.lower[k] for kid in tree.kids(i, "xcomp", "obj", "obl", "ccomp", "advcl") for k in tree.subtree(kid)}
    source = subject(tree, i)
    if source < 0 or not words & UNTRUE:
        return None
    about = frozenset(k for noun in tree.kids(i, "obj") for k in tree.subtree(noun))
    return Answer("denies", Cue(i, i, i + 1, "call", "denies", source, frozenset()), about)


def _act(tree: Tree, cue: Cue) -> str | None:
    if cue.noun or cue.source < 0:
        return None
    negated = cue.negated or _declined(tree, cue.head) or _unable(tree, cue.head)
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


def _unable(tree: Tree, i: int) -> bool:
    """ "was not able to confirm", "was unable to confirm"."""
    head = tree.head(i)
    if tree.base_rel(i) != "xcomp" or head < 0 or tree.lower[head] not in ("able", "unable"):
        return False
    return tree.lower[head] == "unable" or any(tree.lower[k] in NEGATIONS for k in tree.kids(head, "advmod"))


def _answerable(tree: Tree, i: int) -> bool:
    objects = list(tree.kids(i, "obj", "nsubj:pass", "obl"))
    if tree.rel(i) == "acl:relcl" and tree.head(i) >= 0:
        objects.append(tree.head(i))  # "a charge the group rejects"
    return any(singular(tree.lower[k]) in ANSWERABLE_NOUNS or tree.lower[k] in _BACK for k in objects)
