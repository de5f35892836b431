"""Conditions of a row of lexicon/frames.py, held against one predicate of one tree.

Rule: arguments and their nature in, yes or no out; knows no event type. The slots are listed in lexicon/frames.py.
"""

from __future__ import annotations

from functools import cache

from rashomon.claim.arguments import object_, subject
from rashomon.claim.nature import is_quantity, nature
from rashomon.claim.status import negated
from rashomon.lexicon.inflect import verb_forms
from rashomon.lexicon.motion import LEADING
from rashomon.record.tree import Tree, remembered

_OPEN = frozenset("people civilian force fighter place building vehicle goods weapon settlement".split())
"""Classes of so many nouns that one in no class may well be of them."""
_INTO = frozenset("into onto toward towards across out_of".split())


def holds(tree: Tree, i: int, slot: str, wanted: tuple[str, ...]) -> bool:
    """True when the condition `slot:wanted` holds for predicate i; ValueError names a slot that is in no table."""
    if slot == "obj":  # the second of two objects as well: "brought them water"
        found = object_(tree, i)
        return any(k >= 0 and is_a(tree, k, wanted) for k in (found, *tree.kids(i, "obj")))
    if slot == "subj":
        found = subject(tree, i)
        return found >= 0 and is_a(tree, found, wanted)
    if slot == "notobj":
        found = object_(tree, i)
        return found >= 0 and not is_a(tree, found, wanted)
    if slot == "notsubj":
        found = subject(tree, i)
        return found < 0 or not is_a(tree, found, wanted)
    if slot == "with":
        return any(
            is_a(tree, noun, (*wanted, *_more(p, wanted))) for p, noun in _phrases(tree, i) if tree.lower[noun] != "it"
        )
    if slot == "of":
        owners = (i, object_(tree, i)) if tree.tag(i) == "VERB" else (i,)  # "fired forty rounds of artillery"
        return any(p == "of" and is_a(tree, noun, wanted) for k in owners if k >= 0 for p, noun in tree.obliques(k))
    if slot == "many":
        return _several(tree, subject(tree, i))
    if slot == "counted":
        found = subject(tree, i)
        return found >= 0 and (is_quantity(tree, found) or bool(tree.kids(found, "nummod")))
    if slot == "agentless":
        return subject(tree, i) < 0
    if slot == "intr":
        found = object_(tree, i)
        return found < 0 or tree.lower[found] in LEADING  # "trickling home"
    if slot == "noinf":
        return tree.lower[i + 1 : i + 2] != ("to",) and not any(tree.marked(k, "to") for k in tree.kids(i, "xcomp"))
    if slot == "to":
        agreed = bool(tree.kids(i, "xcomp")) or any(tree.marked(k, "to") for k in tree.kids(i, "ccomp"))
        agreed |= any(p in ("to", "on") for p, _ in tree.obliques(i))
        return agreed or (bool(tree.kids(i, "expl")) and bool(tree.kids(i, "ccomp", "csubj")))
    if slot in ("prep", "notprep"):
        return _around(tree, i).isdisjoint(wanted) == (slot == "notprep")
    if slot == "under":
        above = next(iter(tree.ancestors(i)), -1)
        above = tree.head(above) if above >= 0 and tree.base_rel(i) == "acl" else above  # "gave them an hour to leave"
        governed = above >= 0 and tree.base_rel(i) in ("xcomp", "acl")
        return governed and any(tree.lower[above] in _forms(lemma) for lemma in wanted)
    if slot == "not":
        return negated(tree, i)
    raise ValueError(f"unknown condition {slot!r} in lexicon/frames.py")


@cache
def _forms(lemma: str) -> frozenset[str]:
    return frozenset(verb_forms(lemma))


def may_hold(tree: Tree, i: int, slot: str, wanted: tuple[str, ...]) -> bool:
    """True when nothing tells against a condition on an argument: it is of no known class, and a class asked for has
    more nouns than any table."""
    if slot not in ("obj", "subj") or not _OPEN & set(wanted):
        return False
    found = object_(tree, i) if slot == "obj" else subject(tree, i)
    return found >= 0 and bool(nature(tree, found)) and nature(tree, found) <= {"unknown", "named"}


def named(tree: Tree, i: int, slot: str) -> bool:
    """True when the argument is a name, which may stand for anything."""
    found = object_(tree, i) if slot == "obj" else subject(tree, i) if slot == "subj" else -1
    return found >= 0 and tree.tag(found) == "PROPN"


@remembered
def _around(tree: Tree, i: int) -> frozenset[str]:
    """The words that hang on predicate i or its object: prepositions, what they govern, complements, adverbs."""
    around = {word for p, noun in _phrases(tree, i) for word in (p, tree.lower[noun])}
    around |= {tree.lower[k] for k in tree.kids(i, "xcomp", "advcl", "obj")}
    around |= {tree.lower[k] for k in tree.kids(i, "compound:prt", "advmod")}
    around |= {p.partition("_")[0] for p in around if p.partition("_")[0] in LEADING | {"from"}}
    return frozenset(around | _directions(tree, i))


@remembered
def _phrases(tree: Tree, i: int) -> tuple[tuple[str, int], ...]:
    """Prepositional phrases of predicate i, and those that parsers hang on its object, on a noun in its object's
    phrase or on an adverb of direction: "drove the people of two hamlets from their homes"."""
    found = object_(tree, i)
    nouns = [found, *(n for p, n in tree.obliques(found) if p == "of"), *tree.kids(found, "conj")] if found >= 0 else []
    nouns += [k for noun in nouns[1:] for k in tree.kids(noun, "conj")]
    adverbs = [k for k in tree.kids(i, "advmod", "compound:prt") if tree.lower[k] in LEADING]
    hung = [pair for k in dict.fromkeys((*nouns, *adverbs)) for pair in tree.obliques(k) if pair[0] != "of"]
    return (*tree.obliques(i), *hung)


def _more(preposition: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """ "into the glade": what one moves into is a place, known or not."""
    return ("unknown", "building") if "place" in wanted and preposition in _INTO else ()


def _directions(tree: Tree, i: int) -> set[str]:
    """The adverbs of direction right after the predicate or its object, whatever the parse: "pulled two men out of the
    shaft", "trickling home"."""
    found = object_(tree, i)
    after = [i + 1, *([max(found, *tree.subtree(found)) + 1, found + 1] if found > i else [])]
    return {tree.lower[k] for k in after if k < len(tree) and tree.lower[k] in LEADING}


def _several(tree: Tree, i: int) -> bool:
    """A counted or plural noun: "two families", "the villagers", "people"."""
    word = tree.lower[i] if i >= 0 else ""
    plural = word.endswith(("s", "men", "women")) or word in ("people", "children", "they", "we")
    return i >= 0 and (plural or is_quantity(tree, i) or bool(tree.kids(i, "nummod")))


def is_a(tree: Tree, i: int, wanted: tuple[str, ...]) -> bool:
    """True when the phrase headed by i is of one of the wanted classes."""
    found = nature(tree, i)
    if not found.isdisjoint(wanted):
        return True
    if "arms" in wanted and tree.lower[i] in ("arm", "arms"):
        return True
    return "force" in wanted and "fighter" in found
