"""A Sentence seen as a dependency tree (Universal Dependencies): the questions that stages ask of it.

Rule: look-ups over one parsed sentence, derived, never stored; no word list, no event, no source. Every method takes
and gives token positions in the sentence; a broken parse gives fewer answers, never an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, cached_property, wraps
from typing import Any, TypeVar

from rashomon.record.annotation import Sentence, Token
from rashomon.record.parse import Frame
from rashomon.record.span import Span

_WITH_CASE = frozenset({"obl", "nmod", "advmod", "advcl", "obj", "ccomp", "xcomp"})
NOUN_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@cache
def _base(rel: str) -> str:
    return rel.partition(":")[0]


Answer = TypeVar("Answer")


def remembered(question: Callable[[Tree, int], Answer]) -> Callable[[Tree, int], Answer]:
    """A question of one token that is answered once a tree; the answer must depend on the tree alone, and be frozen."""

    @wraps(question)
    def asked(tree: Tree, i: int) -> Answer:
        found: Answer
        try:
            found = tree.known[question, i]
        except KeyError:
            found = tree.known[question, i] = question(tree, i)
        return found

    return asked


class Tree:
    """One sentence. Positions are token indexes; -1 stands for no token where an int is asked for.

    known  what `remembered` questions found
    """

    def __init__(self, sentence: Sentence, text: str) -> None:
        self.sentence = sentence
        self.text = text
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.parse = sentence.parse
        n = len(self.tokens)
        self._tags = (*self.parse.upos[:n], *("X",) * (n - len(self.parse.upos)))
        self._rels = (*self.parse.deprels[:n], *("dep",) * (n - len(self.parse.deprels)))
        self._base_rels = tuple(map(_base, self._rels))
        self._kids: dict[tuple[int, tuple[str, ...]], tuple[int, ...]] = {}
        self._obliques: dict[int, tuple[tuple[str, int], ...]] = {}
        self.known: dict[tuple[Callable[..., Any], int], Any] = {}

    def __len__(self) -> int:
        return len(self.tokens)

    @cached_property
    def lower(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(token.text.casefold() for token in self.tokens)

    @cached_property
    def heads(self) -> tuple[int, ...]:
        """Head of every token, -1 for a root. A circle in a broken parse is cut at its first token, and a head outside
        the sentence is none, so that every walk ends."""
        n = len(self.tokens)
        heads = [h if 0 <= h < n and h != i else -1 for i, h in enumerate(self.parse.heads[:n])]
        heads += [-1] * (n - len(heads))
        cleared = [False] * n
        for i in range(n):
            path = []
            while i >= 0 and not cleared[i] and i not in path:
                path.append(i)
                i = heads[i]
            if i in path:
                heads[min(path[path.index(i) :])] = -1
            for seen in path:
                cleared[seen] = True
        return tuple(heads)

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """Dependents of every token, in order."""
        found: list[list[int]] = [[] for _ in self.tokens]
        for child, head in enumerate(self.heads):
            if head >= 0:
                found[head].append(child)
        return tuple(tuple(row) for row in found)

    def tag(self, i: int) -> str:
        """Universal part of speech, "X" where the parse is too short."""
        return self._tags[i]

    def rel(self, i: int) -> str:
        """Dependency relation with its subtype."""
        return self._rels[i]

    def base_rel(self, i: int) -> str:
        """Dependency relation without its subtype."""
        return self._base_rels[i]

    def head(self, i: int) -> int:
        """Position of the head, -1 for the root."""
        return self.heads[i]

    def kids(self, i: int, *rels: str) -> tuple[int, ...]:
        """Dependents of i with one of the relations (with or without subtype), in order."""
        mine = self.children[i]
        if not mine:
            return ()
        found = self._kids.get((i, rels))
        if found is None:
            full, base = self._rels, self._base_rels
            found = self._kids[i, rels] = tuple([k for k in mine if base[k] in rels or full[k] in rels])
        return found

    def kid(self, i: int, *rels: str) -> int:
        """The first such dependent, -1 when there is none."""
        found = self.kids(i, *rels)
        return found[0] if found else -1

    def ancestors(self, i: int) -> Iterator[int]:
        """The heads above i, nearest first."""
        heads = self.heads
        head = heads[i]
        while head >= 0:
            yield head
            head = heads[head]

    def below(self, i: int, top: int) -> bool:
        """True when i is `top` or stands under it."""
        return i == top or top in self.ancestors(i)

    def subtree(self, i: int, without: tuple[str, ...] = (), own: tuple[str, ...] = ()) -> tuple[int, ...]:
        """Positions of i and all under it, in order; branches hanging by a relation of `without` left out, and those
        hanging on i itself by a relation of `own`."""
        return tuple(sorted(self._under(i, without, own)))

    def _under(self, i: int, without: tuple[str, ...], own: tuple[str, ...]) -> set[int]:
        full, base, children = self._rels, self._base_rels, self.children
        found, stack = {i}, [i]
        dropped = (*without, *own)
        while stack:
            below = children[stack.pop()]
            if below and dropped:
                below = tuple([k for k in below if full[k] not in dropped and base[k] not in dropped])
            dropped = without
            found.update(below)
            stack += below
        return found

    def run(self, i: int, without: tuple[str, ...] = (), own: tuple[str, ...] = ()) -> tuple[int, int]:
        """The unbroken half-open run of the subtree of i that holds i; see `subtree` for what is left out."""
        inside = self._under(i, without, own)
        start, end = i, i + 1
        while start - 1 in inside:
            start -= 1
        while end in inside:
            end += 1
        return start, end

    def span(self, start: int, end: int) -> Span:
        """The words of a half-open run of tokens."""
        return Span.of(self.text, self.tokens[start].start, self.tokens[end - 1].end)

    @cached_property
    def frames(self) -> dict[int, Frame]:
        """The frame of every predicate; the first where a parse names one twice."""
        return {frame.index: frame for frame in reversed(self.parse.frames)}

    def passive(self, i: int) -> bool:
        """True when i is a passive predicate."""
        return bool(self.kids(i, "nsubj:pass", "aux:pass"))

    def marked(self, i: int, *words: str) -> bool:
        """True when i has one of the words as its mark ("to leave", "that they left")."""
        return any(self.lower[k] in words for k in self.kids(i, "mark"))

    def obliques(self, i: int) -> tuple[tuple[str, int], ...]:
        """Prepositional dependents of i as (preposition in lower case, words joined by "_"; head noun), in order."""
        if not self.children[i]:
            return ()
        known = self._obliques.get(i)
        if known is None:
            known = self._obliques[i] = tuple(self._with_case(i))
        return known

    def _with_case(self, i: int) -> list[tuple[str, int]]:
        found = []
        for kid in self.children[i]:
            if self._base_rels[kid] in _WITH_CASE:
                case = self.kids(kid, "case")
                if case:
                    found.append((self._case(case), kid))
        return found

    def _case(self, case: tuple[int, ...]) -> str:
        words = [self.lower[k] for c in case for k in (c, *self.kids(c, "fixed"))]
        return "_".join(words)

    def conjuncts(self, i: int) -> tuple[int, ...]:
        """i and what is coordinated with it."""
        return (i, *self.kids(i, "conj"))

    @cached_property
    def root(self) -> int:
        """The root, -1 in an empty sentence."""
        return next((i for i in range(len(self)) if self.head(i) < 0), -1)
