"""Triggers that the encoder names where no row of the tables does.

Rule: how the learned head and the table agree. The table comes first: where a row holds, the head is not asked. Where
none does, the head must be sure that the word names an event; of the types that the word's own rows name the likeliest
is taken, and a word without rows gets the likeliest type of all, with the roles of that type's usual verb.
"""

from __future__ import annotations

from collections.abc import Mapping

from rashomon.claim.conditions import holds
from rashomon.claim.nominal import is_new
from rashomon.claim.once import Trigger
from rashomon.lexicon.cues import VERB_FORMS as CUE_FORMS
from rashomon.lexicon.frames import NOUN_FRAMES, USUAL_FRAMES, VERB_FRAMES, EventFrame
from rashomon.record.parse import Happening
from rashomon.record.tree import Tree

SURE = {"VERB": 0.93, "NOUN": 0.8}
"""Least probability that a word names an event, by part of speech. Measured on 25 coded cases that the encoder had not
seen (the head had): from 0.93 / 0.95 down to 0.93 / 0.8 another 2.5 of 100 claims are found at the same precision;
below it more than a fifth of the claims on the seed pages, which are coded more sparsely, were coded by nobody."""
OF_ONE_MIND = {"VERB": (0.75, 0.7), "NOUN": (0.65, 0.6)}
"""Least probability that a word names an event, and of its likeliest type, where a row of the word has that type:
another 1 of 100 claims, 0.3 of 100 less precise on the same cases."""
_DESCRIBING = frozenset({"acl", "amod"})
"""Relations of words that say what somebody is like."""
_TOLD_OF = frozenset({"nsubj", "obj", "root", "conj"})
"""Relations of nouns of which something is said."""
_NAMED_IN_PASSING = frozenset({"obl", "nmod", "xcomp", "ccomp"})
"""Relations in which a noun names an event that is news to the reader only where nothing points back to it."""
_ANYBODY = frozenset("those anyone anybody everyone everybody whoever people".split())
"""Heads of relative clauses that say of what kind people are."""
_OF_NO_EVENT = frozenset("for about regarding concerning against on backed".split())
"""Prepositions before what is not said to happen ("ready for talks", "a question about the attack")."""
AGREED = 0.6
"""Least probability that a word names an event, where a row of the word that nothing contradicts names its likeliest
type: more likely than not, with a margin."""
SURE_OF_TYPE = 0.5
"""Least probability of the type of a word that no row has."""


def learned_triggers(tree: Tree, named: set[int]) -> list[Trigger]:
    """Triggers of the words that the head names and the tables do not, `named` being the heads that they do."""
    return [
        Trigger(told.index, told.index, told.index + 1, frame, told.index if tree.tag(told.index) == "NOUN" else -1)
        for told in tree.parse.happenings
        if told.index not in named and (frame := _frame(tree, told)) is not None
    ]


def _frame(tree: Tree, told: Happening) -> EventFrame | None:
    word, tag = tree.lower[told.index], tree.tag(told.index)
    if tree.base_rel(told.index) in ("compound", "flat", "aux", "cop") or tree.rel(told.index) in _DESCRIBING:
        return None
    if tag == "NOUN" and tree.base_rel(told.index) not in _TOLD_OF and not _in_passing(tree, told.index):
        return None
    if _of_a_name(tree, told.index) or _of_those(tree, told.index):
        return None
    rows = {
        f.type: f for f, _ in (VERB_FRAMES if tag == "VERB" else NOUN_FRAMES).get(word, ()) if _as_denied(tree, told, f)
    }
    if sum(p for _, p in told.types) < _least(tag, told.types[0], rows):
        return None
    if rows:
        likeliest = [kind for kind, _ in told.types if kind in rows]
        return rows[likeliest[0]] if likeliest else None
    kind, sure = told.types[0]
    return USUAL_FRAMES[kind] if sure >= SURE_OF_TYPE and word not in CUE_FORMS else None


def _least(tag: str, likeliest: tuple[str, float], rows: Mapping[str, EventFrame]) -> float:
    """How sure the head must be; less so where it is sure of a type that a row of the word has."""
    agreed = likeliest[0] in rows and likeliest[1] >= OF_ONE_MIND[tag][1] if tag in SURE else False
    return OF_ONE_MIND[tag][0] if agreed else SURE.get(tag, 2.0)


def _of_a_name(tree: Tree, i: int) -> bool:
    """ "Operation Round Up troops": a noun in capitals before another word in capitals is part of a name."""
    return (
        tree.tag(i) == "NOUN"
        and tree.tokens[i].text[:1].isupper()
        and i + 1 < len(tree)
        and tree.tokens[i + 1].text.istitle()
    )


def _of_those(tree: Tree, i: int) -> bool:
    """ "Those who fight beside us": what people of a kind do, no event."""
    clause = next((k for k in (i, *tree.ancestors(i)) if tree.base_rel(k) != "conj"), i)
    return tree.rel(clause) == "acl:relcl" and tree.head(clause) >= 0 and tree.lower[tree.head(clause)] in _ANYBODY


def _as_denied(tree: Tree, told: Happening, frame: EventFrame) -> bool:
    """False for a row of what is not done ("did not let through") where the sentence does not deny it."""
    return all(slot != "not" or holds(tree, told.index, slot, wanted) for slot, wanted in frame.conditions)


def likeliest(tree: Tree, i: int) -> str:
    """The type that the encoder gives word i, "" where it more likely than not names no event."""
    told = next((h for h in tree.parse.happenings if h.index == i), None)
    return told.types[0][0] if told is not None and sum(p for _, p in told.types) >= AGREED else ""


def _in_passing(tree: Tree, i: int) -> bool:
    """ "after hours of clashes", "called it an attack": an event of the table that nothing points back to."""
    case = {tree.lower[k] for k in tree.kids(i, "case")}
    passing = tree.base_rel(i) in _NAMED_IN_PASSING and tree.rel(i) != "obl:agent" and not case & _OF_NO_EVENT
    return passing and tree.lower[i] in NOUN_FRAMES and is_new(tree, i)
