"""Pronouns that speak: which earlier speaker a "he", "she", "it" or "they" may mean.

Rule: one source of an earlier report in, yes or no out. Number and kind decide; who is meant where several may be is
the caller's affair (who spoke last).
"""

from __future__ import annotations

from rashomon.claim.nature import label_at, nature
from rashomon.lexicon.descriptions import singular
from rashomon.lexicon.source_kinds import BODY_NOUNS
from rashomon.record import Mention
from rashomon.record.tree import Tree

MEANT: dict[str, frozenset[str]] = {
    "he": frozenset(),
    "she": frozenset(),
    "it": frozenset({"organisation", "group", "description"}),
    "they": frozenset({"organisation"}),
}
"""pronoun -> kinds of mention that it is left with."""
_SPEAKING = frozenset({"people", "speaker", "captive"})


def may_mean(tree: Tree, source: int, word: str, mention: Mention | None) -> bool:
    """True when the pronoun may take up the source of an earlier report, at token `source`."""
    if tree.tag(source) == "PRON":
        return tree.lower[source] == word
    kind = mention.kind if mention is not None else "description"
    body = kind in ("organisation", "group", "norp", "place", "facility") or label_at(tree, source) == "Organization"
    if word == "they":
        return _several(tree, source) and not (tree.tag(source) == "PROPN" and kind == "person")
    if word == "it":
        return body and not _several(tree, source)
    noun = tree.tag(source) == "NOUN" and tree.lower[source] not in BODY_NOUNS | {"family", "side"}
    one = kind == "person" or (noun and bool(nature(tree, source) & _SPEAKING))
    return one and not body and not _several(tree, source)


def _several(tree: Tree, i: int) -> bool:
    """True for a plural noun, or two speakers together."""
    plural = tree.tag(i) == "NOUN" and singular(tree.lower[i]) != tree.lower[i]
    return plural or tree.lower[i] in ("people", "police") or bool(tree.kids(i, "conj"))
