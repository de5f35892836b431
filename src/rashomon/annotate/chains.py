"""Chains: which mentions of one document name the same entity.

Rule: one pass over the mentions in reading order, a register of entities, and written rules for taking one up again;
no model, no page beside this one. A mention that no rule joins starts a chain of its own: nothing is merged on a guess.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from rashomon.annotate.names import clean, shortens_body, shortens_person
from rashomon.lexicon.descriptions import ARMED, FEMALE, KINDS_BY_FORM, MALE, REPORTING, WATCHING, same_people
from rashomon.record.annotation import MentionKind

BODIES: frozenset[str] = frozenset({"organisation", "group"})
REACH_CHARS = 1500
"""How far back a description or pronoun may reach, in characters: about two paragraphs of news copy."""


@dataclass(slots=True)
class Entity:
    """One entity of the document while it is read. at: where it was last named, voiced: where it last spoke, in
    characters; introduced: first named with "a" ("a relief official")."""

    chain: int
    kind: MentionKind
    names: list[str] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)
    at: int = 0
    voiced: int = -1
    armed: bool = False
    gender: str = ""
    introduced: bool = False

    @property
    def named(self) -> bool:
        """True when a proper name is known."""
        return bool(self.names)

    @property
    def name(self) -> str:
        """The fullest name, or the words of its first description."""
        return max(self.names, key=lambda n: (len(n), n)) if self.names else (self.heads[0] if self.heads else "")


class Register:
    """The entities of one voice of one document, in reading order."""

    def __init__(self, first_chain: int = 0) -> None:
        self.entities: list[Entity] = []
        self._first = first_chain
        self._long: dict[str, str] = {}

    def explain(self, long_name: str, acronym: str) -> None:
        """Notes that the text explains `acronym` as `long_name`."""
        self._long[acronym.casefold()] = clean(long_name)

    def named(self, words: str, kind: MentionKind, at: int) -> Entity:
        """The entity that a proper name takes up, or a new one."""
        name = clean(words)
        full = self._long.get(name.casefold(), name)
        found = self._known(full, kind) or self._known(name, kind) or self._new(kind)
        for form in dict.fromkeys((name, full)):
            if form not in found.names:
                found.names.append(form)
        found.at = at
        return found

    def described(self, head: str, modifiers: frozenset[str], words: str, at: int, definite: bool) -> Entity:
        """The entity that a description takes up, or a new one; `head` in lower case."""
        kinds = KINDS_BY_FORM.get(head, frozenset())
        found = self._same_head(head, words, at) if definite else None
        if found is None and definite and "organisation" in kinds:
            found = self._body(modifiers, head, at)
        if found is None and definite and "person" in kinds:
            found = self._latest(at, lambda e: e.kind == "person" and head in e.heads)
        if found is None:
            found = self._new("description")
            found.introduced = not definite
        if words not in found.heads:
            found.heads.append(words)
        found.at = at
        return found

    def pronoun(self, at: int, word: str) -> Entity | None:
        """The entity that a pronoun most likely takes up: who spoke last, else was named last, of those it fits."""
        gender = "f" if word in ("she", "her") else "m" if word in ("he", "him") else ""
        near = [e for e in self.entities if at - e.at <= REACH_CHARS and _stands_for(word, e)]
        if gender:
            near = [e for e in near if (e.gender or _gender(e) or gender) == gender]
        found = max(near, key=lambda e: (max(e.voiced, e.at), e.chain), default=None)
        if found is not None and gender:
            found.gender = gender
        return found

    def _new(self, kind: MentionKind) -> Entity:
        entity = Entity(self._first + len(self.entities), kind)
        self.entities.append(entity)
        return entity

    def _known(self, name: str, kind: MentionKind) -> Entity | None:
        key = name.casefold()
        for entity in reversed(self.entities):
            if key in map(str.casefold, entity.names):
                return entity
        for entity in reversed(self.entities):
            if any(_shortens(name, kind, known, entity.kind) for known in entity.names):
                return entity
        return None

    def _same_head(self, head: str, words: str, at: int) -> Entity | None:
        def fits(entity: Entity) -> bool:
            if entity.named and entity.kind == "person":
                return any(h.split()[-1] == head for h in entity.heads if h)
            names = (*entity.heads, *(n for n in entity.names if entity.kind in BODIES))
            return any(_same_people(n.split()[-1].casefold(), head) for n in names if n.split())

        return self._latest(at, fits)

    def _body(self, modifiers: frozenset[str], head: str, at: int) -> Entity | None:
        if modifiers & ARMED:
            return self._latest(at, lambda e: e.kind in BODIES and e.armed)
        if modifiers & WATCHING or head in ("monitor", "watchdog", "observatory"):
            watching = self._latest(at, lambda e: e.kind in BODIES and _watches(e))
            return watching or self._latest(at, lambda e: e.kind in BODIES and e.voiced >= 0)
        if modifiers & REPORTING or head in REPORTING:
            return self._latest(at, lambda e: e.kind in BODIES and e.voiced >= 0)
        if head in ("group", "organisation", "organization", "body"):
            return self._latest(at, lambda e: e.kind in BODIES)
        return self._latest(at, lambda e: e.kind in BODIES and any(head in n.casefold().split() for n in e.names))

    def _latest(self, at: int, fits: Callable[[Entity], bool]) -> Entity | None:
        found: Entity | None = None
        for entity in reversed(self.entities):  # of two at one place the later one: the chain's number is higher
            nearer = found is None or entity.at > found.at
            if nearer and 0 <= at - entity.at <= REACH_CHARS and fits(entity):
                found = entity
        return found


_same_people = lru_cache(maxsize=65536)(same_people)


def _stands_for(word: str, entity: Entity) -> bool:
    """True when a pronoun may stand for an entity of this kind: "he" for a person, "it" for a body, "they" for many."""
    if (
        entity.kind == "description"
        and (entity.voiced < 0 or not (entity.introduced or word == "it"))
        and word != "they"
    ):
        return False
    last = [h.split()[-1] for h in entity.heads if h.split()] if entity.kind == "description" else []
    kinds = frozenset(kind for head in last for kind in KINDS_BY_FORM.get(head, ()))
    if word == "they":
        return entity.kind == "group" or "people" in kinds
    if word == "it":
        return entity.kind in BODIES or "organisation" in kinds
    return entity.kind == "person" or "person" in kinds


def _gender(entity: Entity) -> str:
    words = {word for head in entity.heads for word in head.casefold().split()}
    return "f" if words & FEMALE else "m" if words & MALE else ""


def _watches(entity: Entity) -> bool:
    """True for a body whose name or description says that it watches and reports."""
    words = {word for name in (*entity.names, *entity.heads) for word in name.casefold().replace("-", " ").split()}
    return bool(words & WATCHING)


def _shortens(name: str, kind: MentionKind, known: str, known_kind: MentionKind) -> bool:
    if "person" in (kind, known_kind):
        return kind == known_kind and (shortens_person(name, known) or shortens_person(known, name))
    if kind in ("place", "norp") or known_kind in ("place", "norp"):
        return False
    return shortens_body(name, known) or shortens_body(known, name)
