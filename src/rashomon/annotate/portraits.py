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
    """What the sentence says of the name at tokens start..end. Position comes first, since an apposition is plain to
    see between its commas and hard on a parser; the tree gives what stands elsewhere."""
    described: list[Run] = []
    before = _before(tree, start)
    if before is not None:
        described.append(before)
    role, speaks_for = _apposition(tree, start, end)
    if role is not None:
        described.append(role)
    heads = [i for run in described for i in range(*run) if _is_role(tree, i)]
    for noun in _role_nouns(tree, head, start, end):
        heads.append(noun)
        speaks_for = speaks_for or _spoken_for(tree, noun)
    return Portrait(
        tuple(dict.fromkeys(described)), _title_body(tree, before) or speaks_for, tuple(dict.fromkeys(heads))
    )


def _apposition(tree: Tree, start: int, end: int) -> tuple[Run | None, Run | None]:
    """(role phrase, body) of "NAME, a spokesman for the BODY," and of "the head of the BODY, Colonel NAME,"."""
    if end < len(tree) and tree.lower[end] == ",":
        role = next((i for i in range(end + 1, min(end + 9, len(tree))) if _is_role(tree, i)), -1)
        if role > 0 and not _predicates(tree, end + 1, role):
            return _role_and_body(tree, end + 1, role, len(tree))
    first = start
    while first > 0 and tree.lower[first - 1].rstrip(".") in TITLES and tree.tag(first - 1) != "VERB":
        first -= 1
    if first > 2 and tree.lower[first - 1] == ",":
        role = next((i for i in range(first - 2, max(first - 16, -1), -1) if _is_role(tree, i)), -1)
        if role >= 0 and not _predicates(tree, role, first - 1):
            return _role_and_body(tree, role, role, first - 1)
    return None, None


def _predicates(tree: Tree, start: int, end: int) -> bool:
    return any(tree.tag(i) in ("VERB", "AUX") and tree.lower[i] != "based" for i in range(start, end))


def _role_and_body(tree: Tree, start: int, role: int, limit: int) -> tuple[Run, Run | None]:
    if role + 2 > limit or tree.lower[role + 1 : role + 2] == () or tree.lower[role + 1] not in _ROLE_PREPOSITIONS:
        return (start, role + 1), None
    first = role + 2
    while first < limit and tree.tag(first) == "DET":
        first += 1
    last = first
    while last < limit and (
        tree.tag(last) not in ("PUNCT", "VERB", "AUX", "PRON", "SCONJ") or tree.lower[last] in ("-", "based")
    ):
        last += 1
    return (start, max(last, role + 1)), ((first, last) if last > first else None)


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


def _role_nouns(tree: Tree, head: int, start: int, end: int) -> list[int]:
    around = [
        *tree.kids(head, "appos"),
        *([tree.head(head)] if tree.base_rel(head) in ("appos", "flat", "compound") else []),
    ]
    return [i for i in dict.fromkeys(around) if i >= 0 and not start <= i < end and _is_role(tree, i)]


def _spoken_for(tree: Tree, role: int) -> Run | None:
    for kid in tree.kids(role, "nmod"):
        cases = [tree.lower[c] for c in tree.kids(kid, "case")]
        if any(c in _ROLE_PREPOSITIONS for c in cases):
            return tree.run(kid, ("appos", "acl", "parataxis"), ("case", "punct", "cc", "conj"))
        if "'s" in cases or "’s" in cases:
            return tree.run(kid, (), ("case", "punct"))
    return None
