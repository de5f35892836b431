"""Mentions: who and what a document names or describes, joined into chains.

Rule: reads parses and the tables of lexicon/, asks chains.Register which entity each mention takes up; decides
nothing about events. Comments have chains of their own: a reader's "they" is nobody the article named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rashomon.annotate.chains import Entity, Register
from rashomon.annotate.names import acronyms, clean
from rashomon.annotate.portraits import Portrait, portray
from rashomon.lexicon.cues import VERB_FORMS
from rashomon.lexicon.descriptions import KINDS_BY_FORM, TITLES
from rashomon.lexicon.nouns import classes
from rashomon.record import Document, Mention, Sentence, Span
from rashomon.record.annotation import MentionKind
from rashomon.record.tree import Tree

KINDS: dict[str, MentionKind] = {
    "Person": "person",
    "Organization": "organisation",
    "Location": "place",
    "NORP": "norp",
    "Facility": "facility",
    "Product": "product",
    "Misc": "misc",
}
_PRONOUNS = frozenset({"he", "she", "him", "her", "they", "it"})
_DEFINITE = frozenset("the this that these those its their his her".split())
_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of tokens that may be a mention; head: its head token; kind: of a name, or "description"."""

    start: int
    end: int
    head: int
    kind: MentionKind


def find_mentions(document: Document, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """All mentions in text order; chain numbers are dense and unique within the document."""
    found: list[Mention] = []
    for group in _voices(document, sentences):
        reader = _Reader(document.text, group, first_chain=max((m.chain for m in found), default=-1) + 1)
        found += reader.read()
    return tuple(sorted(found, key=lambda m: (m.span.start, m.span.end)))


def _voices(document: Document, sentences: Sequence[Sentence]) -> Iterable[list[Sentence]]:
    article = [s for s in sentences if document.blocks[s.block].kind not in ("comment", "related", "embedded")]
    yield article
    others: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        if document.blocks[sentence.block].kind in ("comment", "related", "embedded"):
            others.setdefault(sentence.block, []).append(sentence)
    yield from others.values()


class _Reader:
    """Reads the sentences of one voice, in order."""

    def __init__(self, text: str, sentences: Sequence[Sentence], first_chain: int) -> None:
        self.text = text
        self.sentences = sentences
        self.register = Register(first_chain)
        self.known: dict[str, MentionKind] = {}
        self.explained: dict[int, tuple[int, int]] = {}
        self._learn_acronyms()

    def read(self) -> list[Mention]:
        found: list[tuple[Mention, Entity]] = []
        for sentence in self.sentences:
            found += self._sentence(Tree(sentence, self.text))
        return [replace(mention, name=entity.name) for mention, entity in found]

    def _learn_acronyms(self) -> None:
        for sentence in self.sentences:
            words = self.text[sentence.start : sentence.end]
            for start, end, short_start, short_end in acronyms(words):
                self.register.explain(words[start:end], words[short_start:short_end])
                self.explained[sentence.start + start] = (sentence.start + end, sentence.start + short_start)
                for name in (words[short_start:short_end], clean(words[start:end])):
                    self.known[name.casefold()] = "organisation"

    def _sentence(self, tree: Tree) -> list[tuple[Mention, Entity]]:
        found: list[tuple[Mention, Entity]] = []
        by_head: dict[int, Entity] = {}
        named = _named(tree, self.known, self.explained)
        portraits = {c.head: portray(tree, c.start, c.end, c.head) for c in named}
        for candidate in _candidates(tree, named):
            entity = self._entity(tree, candidate, by_head)
            if entity is None:
                continue
            by_head[candidate.head] = entity
            self._observe(tree, candidate, entity)
            found.append((self._mention(tree, candidate, entity, portraits.get(candidate.head)), entity))
        return found

    def _entity(self, tree: Tree, candidate: Candidate, by_head: dict[int, Entity]) -> Entity | None:
        at = tree.tokens[candidate.start].start
        words = tree.span(candidate.start, candidate.end).text
        if candidate.kind != "description":
            return self.register.named(words, candidate.kind, at)
        head = tree.lower[candidate.head]
        if head in _PRONOUNS:
            return self.register.pronoun(at, head)
        inner = [k for k in tree.kids(candidate.head, "compound", "flat", "appos", "nmod:desc") if k in by_head]
        after = next((k for k in (candidate.head + 1,) if k in by_head and by_head[k].named and tree.head(k) <= k), -1)
        inner += [after] if after >= 0 and tree.tag(after) == "PROPN" and after not in inner else []
        for kid in inner:
            near = tree.rel(kid) != "compound" or (_apposed(head) and _adjacent(tree, kid, candidate.head))
            based = "based" in tree.lower[kid + 1 : kid + 3]  # "the Orlim-based group"
            elsewhere = based or (by_head[kid].kind in ("place", "norp") and tree.rel(kid) != "appos")
            if by_head[kid].named and near and not elsewhere:
                by_head[kid].heads.append(clean(words))
                return by_head[kid]
        first = tree.lower[candidate.start]
        modifiers = frozenset(p for w in tree.lower[candidate.start : candidate.head] for p in (w, *w.split("-")))
        return self.register.described(head, modifiers, clean(words), at, definite=first in _DEFINITE)

    def _observe(self, tree: Tree, candidate: Candidate, entity: Entity) -> None:
        governor = tree.head(candidate.head)
        if governor < 0:
            return
        rel = tree.base_rel(candidate.head)
        if (rel == "nsubj" and tree.lower[governor] in VERB_FORMS) or "according" in tree.lower[
            max(0, candidate.start - 3) : candidate.start
        ]:
            entity.voiced = tree.tokens[candidate.start].start
        if rel in ("compound", "nmod", "amod") and "fighter" in classes(tree.lower[governor]):
            entity.armed = True

    def _mention(self, tree: Tree, candidate: Candidate, entity: Entity, portrait: Portrait | None) -> Mention:
        span = tree.span(candidate.start, candidate.end)
        described: tuple[Span, ...] = ()
        speaks_for = None
        if portrait is not None:
            described = tuple(tree.span(a, b) for a, b in portrait.described)
            speaks_for = self._body_name(tree, portrait.speaks_for)
            entity.heads += [tree.lower[h] for h in portrait.heads]
        kind = entity.kind if candidate.kind == "description" and entity.named else candidate.kind
        return Mention(span, kind, entity.chain, entity.name, described, speaks_for)

    def _body_name(self, tree: Tree, run: tuple[int, int] | None) -> str | None:
        if run is None:
            return None
        words = clean(tree.span(*run).text)
        words = re.sub(r"\s*\([^)]*\)\s*$", "", words)
        for entity in self.register.entities:
            if entity.kind in ("organisation", "group", "place") and any(
                words.casefold() == n.casefold() for n in entity.names
            ):
                return entity.name
        short = [
            e
            for e in self.register.entities
            if e.kind == "organisation" and e.named and words in e.name and words != e.name
        ]
        return short[-1].name if short else words


def _adjacent(tree: Tree, name: int, head: int) -> bool:
    """ "the Free Hill Army (FHA) group": only a bracket stands between a name and the noun it names."""
    return all(tree.tag(k) in ("PROPN", "PUNCT") for k in range(name + 1, head))


def _apposed(head: str) -> bool:
    return bool(KINDS_BY_FORM.get(head, frozenset()) & {"organisation"})


def _candidates(tree: Tree, named: Sequence[Candidate]) -> list[Candidate]:
    covered = {i for c in named for i in range(c.start, c.end)}
    described = [c for c in _described(tree) if c.head not in covered]
    return sorted([*named, *described], key=lambda c: (_reading_order(tree, c), c.end))


def _reading_order(tree: Tree, candidate: Candidate) -> float:
    """Names by their first word, descriptions by their head, and after the name that follows ("the outlet NAME")."""
    if candidate.kind != "description":
        return candidate.start
    followed = candidate.head + 1 < len(tree) and tree.tag(candidate.head + 1) == "PROPN"
    return candidate.head + (1.5 if followed else 0)


def _named(tree: Tree, known: dict[str, MentionKind], explained: dict[int, tuple[int, int]]) -> list[Candidate]:
    runs = [(KINDS[e.label], *_trimmed(tree, e.start, e.end)) for e in tree.parse.entities if e.label in KINDS]
    runs = [(kind, start, end) for kind, start, end in runs if start < end]
    taken = {i for _, start, end in runs for i in range(start, end)}
    for i, word in enumerate(tree.lower if known else ()):
        if word in known and i not in taken and tree.tokens[i].text[:1].isupper():
            runs.append((known[word], i, i + 1))
    runs = _with_explained(tree, runs + _unlabelled(tree, {i for _, a, b in runs for i in range(a, b)}), explained)
    return [
        Candidate(start, end, _head(tree, start, end), kind) for kind, start, end in sorted(runs, key=lambda r: r[1:])
    ]


def _unlabelled(tree: Tree, taken: set[int]) -> list[tuple[MentionKind, int, int]]:
    """Runs of proper nouns that the encoder left without a label: names all the same, of no told kind."""
    found: list[tuple[MentionKind, int, int]] = []
    i, count = 0, len(tree)
    while i < count:
        end = i
        while end < count and end not in taken and tree.tag(end) == "PROPN" and tree.tokens[end].text[:1].isupper():
            end += 1
        if end > i and not all(w in _CALENDAR or w.rstrip(".") in TITLES for w in tree.lower[i:end]):
            found.append(("misc", i, end))
        i = max(end, i + 1)
    return found


def _with_explained(
    tree: Tree, runs: list[tuple[MentionKind, int, int]], explained: dict[int, tuple[int, int]]
) -> list[tuple[MentionKind, int, int]]:
    """Runs inside an explained long name give way to the whole name."""
    at = {t.start: i for i, t in enumerate(tree.tokens)}
    ends = {t.end: i + 1 for i, t in enumerate(tree.tokens)}
    for first, (last, _) in explained.items():
        if first in at and last in ends:
            start, end = at[first], ends[last]
            inside = [r for r in runs if r[1] < end and start < r[2]]
            kind: MentionKind = inside[-1][0] if inside and inside[-1][0] in ("place", "facility") else "organisation"
            runs = [r for r in runs if r not in inside] + [(kind, start, end)]
    return runs


def _trimmed(tree: Tree, start: int, end: int) -> tuple[int, int]:
    while start < end and (
        tree.tag(start) in ("DET", "PUNCT") or (tree.lower[start].rstrip(".") in TITLES and end - start > 1)
    ):
        start += 1
    while start < end and (tree.tag(end - 1) == "PUNCT" or tree.lower[end - 1] in ("'s", "’s", "’", "'")):
        end -= 1
    return start, end


def _head(tree: Tree, start: int, end: int) -> int:
    """The token of the run whose head stands outside it."""
    return next((i for i in range(start, end) if not start <= tree.head(i) < end), end - 1)


def _reports(tree: Tree, i: int) -> bool:
    """ "it said": the only "it" that stands for somebody."""
    return tree.base_rel(i) == "nsubj" and tree.head(i) >= 0 and tree.lower[tree.head(i)] in VERB_FORMS


def _described(tree: Tree) -> Iterable[Candidate]:
    for i, word in enumerate(tree.lower):
        if (
            word in _PRONOUNS
            and tree.tag(i) == "PRON"
            and tree.base_rel(i) != "nmod"
            and (word != "it" or _reports(tree, i))
        ):
            yield Candidate(i, i + 1, i, "description")
        elif tree.tag(i) in ("NOUN", "PROPN") and word in KINDS_BY_FORM and tree.base_rel(i) != "compound":
            start, _ = tree.run(i, ("acl", "appos", "conj", "parataxis", "dep"), ("case", "cc", "punct", "nmod"))
            yield Candidate(start, i + 1, i, "description")
