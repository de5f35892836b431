"""Conditions of a row of lexicon/frames.py, held against one predicate of one tree.

Rule: arguments and their nature in, yes or no out; knows no event type. The slots are listed in lexicon/frames.py.
"""

from __future__ import annotations

from rashomon.claim.arguments import object_, subject
from rashomon.claim.nature import is_quantity, nature
from rashomon.claim.status import negated
from rashomon.record.tree import Tree

_LEADING = frozenset(
    "out back home away off through across ashore forward together abroad around aboard apart aside free".split()
)
"""Adverbs of direction, which parsers hang on many a word."""


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
    if slot == "with":
        return any(
            is_a(tree, noun, (*wanted, *_more(p, wanted))) for p, noun in tree.obliques(i) if tree.lower[noun] != "it"
        )
    if slot == "of":
        return any(p == "of" and is_a(tree, noun, wanted) for p, noun in tree.obliques(i))
    if slot == "many":
        return _several(tree, subject(tree, i))
    if slot == "counted":
        found = subject(tree, i)
        return found >= 0 and (is_quantity(tree, found) or bool(tree.kids(found, "nummod")))
    if slot == "agentless":
        return subject(tree, i) < 0
    if slot == "intr":
        return object_(tree, i) < 0
    if slot == "to":
        return bool(tree.kids(i, "xcomp")) or any(p in ("to", "on") for p, _ in tree.obliques(i))
    if slot in ("prep", "notprep"):
        return bool(_around(tree, i) & set(wanted)) == (slot == "prep")
    if slot == "not":
        return negated(tree, i)
    raise ValueError(f"unknown condition {slot!r} in lexicon/frames.py")


def _around(tree: Tree, i: int) -> set[str]:
    """The words that hang on predicate i or its object: prepositions, what they govern, complements, adverbs."""
    around = {p for p, _ in tree.obliques(i)} | {tree.lower[k] for _, k in tree.obliques(i)}
    around |= {tree.lower[k] for k in tree.kids(i, "xcomp", "advcl", "obj")}
    around |= {tree.lower[k] for k in tree.kids(i, "compound:prt", "advmod")}
    around |= {p for o in (object_(tree, i),) if o >= 0 for p, _ in tree.obliques(o)}
    around |= {p.partition("_")[0] for p in around if p.partition("_")[0] in _LEADING | {"from"}}
    return around | _directions(tree, i)


def _more(preposition: str, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """ "into the glade": what one moves into is a place, known or not."""
    return ("unknown", "building") if "place" in wanted and preposition in _INTO else ()


def _directions(tree: Tree, i: int) -> set[str]:
    """The adverbs of direction right after the predicate or its object, whatever the parse: "pulled two men out of the
    shaft", "trickling home"."""
    found = object_(tree, i)
    after = [i + 1, *([max(found, *tree.subtree(found)) + 1, found + 1] if found > i else [])]
    return {tree.lower[k] for k in after if k < len(tree) and tree.lower[k] in _LEADING}


def _several(tree: Tree, i: int) -> bool:
    """A counted or plural noun: "two families", "the villagers", "people"."""
    word = tree.lower[i] if i >= 0 else ""
    plural = word.endswith(("s", "men", "women")) or word in ("people", "children", "they", "we")
    return i >= 0 and (plural or is_quantity(tree, i) or bool(tree.kids(i, "nummod")))


def is_a(tree: Tree, i: int, wanted: tuple[str, ...]) -> bool:
    """True when the phrase headed by i is of one of the wanted classes."""
    found = nature(tree, i)
    if found & set(wanted):
        return True
    if "arms" in wanted and tree.lower[i] in ("arm", "arms"):
        return True
    return "force" in wanted and "fighter" in found
