"""Portraits: the words by which a page describes a name where it stands ("pro-opposition", "a spokesman for ...").

Rule: one sentence, one name; runs of tokens out. The words are kept as printed: nothing is rated.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.lexicon.descriptions import TITLES
from rashomon.lexicon.nouns import classes
from rashomon.record.tree import Tree

Run = tuple[int, int]
_ROLE_PREPOSITIONS = frozenset({"for", "of", "at", "from", "with"})


@dataclass(frozen=True, slots=True)
class Portrait:
    """described: runs of describing words; speaks_for: the run that names whom it speaks for; heads: role nouns."""

    described: tuple[Run, ...] = ()
    speaks_for: Run | None = None
    heads: tuple[int, ...] = ()


def portray(tree: Tree, start: int, end: int, head: int) -> Portrait:
    """What the sentence says of the name at tokens start..end."""
    described: list[Run] = []
    heads: list[int] = []
    before = _before(tree, start)
    if before is not None:
        described.append(before)
    speaks_for = _title_body(tree, before)
    for role in _role_nouns(tree, head, start, before):
        heads.append(role)
        run = tree.run(role, ("acl", "punct", "cc", "conj", "appos", "parataxis")) if not start <= role < end else None
        if run is not None and (run[1] <= start or run[0] >= end) and run not in described:
            described.append(run)
        speaks_for = speaks_for or _spoken_for(tree, role)
    return Portrait(tuple(described), speaks_for, tuple(heads))


def _before(tree: Tree, start: int) -> Run | None:
    """Describing words right before the name, article left out ("pro-opposition", "Observatory head")."""
    first = start
    while (
        first > 0
        and tree.tag(first - 1) in ("ADJ", "NOUN", "PROPN", "ADP", "PUNCT", "VERB", "ADV")
        and _describes(tree, first - 1, start)
    ):
        first -= 1
    while first < start and tree.tag(first) in ("PUNCT", "ADP"):
        first += 1
    return (first, start) if first < start else None


def _describes(tree: Tree, i: int, start: int) -> bool:
    if tree.tag(i) == "PUNCT" and tree.lower[i] != "-":
        return False
    if tree.tag(i) == "ADP" and not (
        (i > 0 and tree.lower[i - 1] == "-") or (i + 1 < start and tree.lower[i + 1] == "-")
    ):
        return False
    head = tree.head(i)
    return (
        head >= i
        and head <= start + 8
        and tree.base_rel(i) in ("amod", "compound", "flat", "punct", "nmod", "case", "appos", "obl", "advmod")
    )


def _title_body(tree: Tree, before: Run | None) -> Run | None:
    """Of "Observatory head NAME" or "SDF spokesman NAME": the run that names the body."""
    if before is None:
        return None
    start, end = before
    role = next((i for i in range(end - 1, start - 1, -1) if _is_role(tree, i)), -1)
    if role <= start:
        return None
    first = role
    while (
        first > start
        and tree.tag(first - 1) in ("PROPN", "NOUN", "PUNCT")
        and tree.tokens[first - 1].text[:1] not in ",;"
    ):
        first -= 1
    return (first, role) if first < role and tree.tokens[first].text[:1].isupper() else None


def _is_role(tree: Tree, i: int) -> bool:
    return "speaker" in classes(tree.lower[i]) or tree.lower[i] in TITLES


def _role_nouns(tree: Tree, head: int, start: int, before: Run | None) -> list[int]:
    around = [
        *tree.kids(head, "appos"),
        *([tree.head(head)] if tree.base_rel(head) in ("appos", "flat", "compound") else []),
    ]
    inside = range(*before) if before is not None else ()
    return [i for i in dict.fromkeys((*around, *inside)) if i >= 0 and _is_role(tree, i)]


def _spoken_for(tree: Tree, role: int) -> Run | None:
    for kid in tree.kids(role, "nmod"):
        cases = [tree.lower[c] for c in tree.kids(kid, "case")]
        if any(c in _ROLE_PREPOSITIONS for c in cases):
            return tree.run(kid, ("appos", "acl", "parataxis"), ("case", "punct", "cc", "conj"))
        if "'s" in cases or "’s" in cases:
            return tree.run(kid, (), ("case", "punct"))
    return None
