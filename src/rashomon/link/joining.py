"""Which parties of different pages are one source: names, acronyms given in a text, persons, known aliases.

Rule: names only; no claim, no event. Every join has its reason in words, and the answer does not depend on the order
of the pages: each rule asks the whole case ("is there exactly one body with these initials?") before it joins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from rashomon.lexicon.aliases import ALIAS_GROUPS
from rashomon.lexicon.source_kinds import PERSON_TITLES
from rashomon.lexicon.wording import FUNCTION_WORDS, fold
from rashomon.link.names import body_key, initials, is_acronym, is_generic, person_key, skeleton
from rashomon.link.parties import Party
from rashomon.link.unite import Groups

Key = tuple[str, str]


@dataclass(slots=True)
class Joined:
    """groups of party keys that are one source, and why: root key -> reasons."""

    groups: Groups[Key]
    reasons: dict[Key, set[str]] = field(default_factory=lambda: defaultdict(set))

    def join(self, one: Key, other: Key, reason: str) -> None:
        """Joins two parties unless they are one already; the reason stays with both sides."""
        if self.groups.unite(one, other):
            self.reasons[one].add(reason)


LEAST_SHORT_WORDS = 3
"""Content words from which a name is taken to be one body's also where a longer name goes on after it."""
PLAIN_TITLES = frozenset("mr mrs ms dr sir lord lady us uk british russian syrian turkish foreign state".split())
"""Titles that many bear: they tell nobody apart."""
_KNOWN_KEYS = frozenset(body_key(name) for row in ALIAS_GROUPS for name in row)


def join_parties(parties: Sequence[Party]) -> Joined:
    """Groups of parties; `parties` sorted by key."""
    joined = Joined(Groups(party.key for party in parties))
    known = {person_key(name) for party in parties if party.person for name in party.names}
    persons = [party for party in parties if party.named and _is_person(party, known)]
    bodies = [party for party in parties if party.named and not _is_person(party, known)]
    _same_name(joined, bodies)
    _acronyms(joined, bodies)
    _known_aliases(joined, bodies)
    _initials(joined, bodies)
    _longer_names(joined, bodies)
    _persons(joined, persons, _bodies_by_page(joined, bodies))
    _hung_on_one_source(joined, [party for party in parties if not party.named])
    return joined


def _is_person(party: Party, known: set[tuple[str, ...]]) -> bool:
    """A party that only an attribution tells of is a person where another page knows a person by that name."""
    return party.person or (not party.sure and any(person_key(name) in known for name in party.names))


def full_keys(party: Party) -> set[str]:
    """Keys of the names that are neither acronyms nor one common word."""
    return {body_key(name) for name in party.names if not is_acronym(name) and not is_generic(name)}


def short_keys(party: Party) -> set[str]:
    """Keys of the acronyms of a party."""
    return {body_key(name) for name in party.names if is_acronym(name)}


def _same_name(joined: Joined, bodies: Sequence[Party]) -> None:
    for key, same in sorted(_index(bodies, full_keys).items()):
        for party in same[1:]:
            joined.join(same[0].key, party.key, f"printed with the same name: {_printed(same[0], key)}")


def _acronyms(joined: Joined, bodies: Sequence[Party]) -> None:
    """An acronym joins where the whole case knows one full name for it, or none at all; the world-known ones are left
    to `_known_aliases`, so that one page's unusual expansion ("the Union of Nurses (UN)") stays that page's."""
    for key, same in sorted(_index(bodies, short_keys).items()):
        if key in _KNOWN_KEYS:
            continue
        spelt = [party for party in same if full_keys(party)]
        roots = {joined.groups.root(party.key) for party in spelt}
        if len(roots) > 1:
            continue
        for party in same[1:]:
            joined.join(same[0].key, party.key, _acronym_reason(key, spelt))


def _acronym_reason(key: str, spelt: Sequence[Party]) -> str:
    short = key.lstrip("=").upper()
    if not spelt:
        return f"printed with the same short name: {short}"
    return f"{short} stands beside {spelt[0].words} on a page, and no page spells it otherwise"


def _known_aliases(joined: Joined, bodies: Sequence[Party]) -> None:
    index = _index(bodies, lambda party: full_keys(party) | short_keys(party))
    for row in ALIAS_GROUPS:
        keys = {body_key(name) for name in row}
        same = sorted({party.key: party for key in keys for party in index.get(key, ())}.items())
        fitting = [party for _, party in same if _no_other_name(party, keys, row)]
        for party in fitting[1:]:
            joined.join(fitting[0].key, party.key, f"known names of one body: {row[0]} (lexicon/aliases.py)")


def _no_other_name(party: Party, keys: set[str], row: Sequence[str]) -> bool:
    """False when the page itself spells the short name otherwise."""
    full = full_keys(party)
    return not full or bool(full & keys) or any(name.casefold().startswith(row[0].casefold()) for name in party.names)


def _initials(joined: Joined, bodies: Sequence[Party]) -> None:
    """ "NRC" alone on one page and "Northern Relief Council" alone on another: one body when nothing else fits."""
    full: dict[str, set[Key]] = defaultdict(set)
    for party in bodies:
        for name in party.names:
            if not is_acronym(name) and len(name.split()) > 1 and len(initials(name)) > 2:
                full[initials(name)].add(joined.groups.root(party.key))
    for key, same in sorted(_index(bodies, short_keys).items()):
        fitting = full.get(key.lstrip("=").upper(), set())
        if len(fitting) == 1 and not any(full_keys(party) for party in same):
            reason = f"{key.lstrip('=').upper()} are its initials, and no other body's"
            joined.join(next(iter(fitting)), same[0].key, reason)


def _longer_names(joined: Joined, bodies: Sequence[Party]) -> None:
    """ "Union of Ferry Workers" and "Union of Ferry Workers of the North Shore": one body when nothing else goes on so.
    A name of fewer words ("Ministry of Defence") is borne by many."""
    index = _index(bodies, full_keys)
    longer: dict[str, set[str]] = defaultdict(set)
    for key in index:
        words = key.split()
        for cut in (n for n, word in enumerate(words) if word in ("of", "for", "in")):
            short = " ".join(words[:cut])
            if short in index and sum(word not in FUNCTION_WORDS for word in words[:cut]) >= LEAST_SHORT_WORDS:
                longer[short].add(key)
    for short, keys in sorted(longer.items()):
        if len({joined.groups.root(index[key][0].key) for key in keys}) == 1:
            full = index[min(keys)][0]
            reason = f"{_printed(full, min(keys))} is the only name in the case that goes on so"
            joined.join(index[short][0].key, full.key, reason)


def _bodies_by_page(joined: Joined, bodies: Sequence[Party]) -> dict[str, set[Key]]:
    pages: dict[str, set[Key]] = defaultdict(set)
    for party in bodies:
        pages[party.key[0]].add(joined.groups.root(party.key))
    return pages


def _persons(joined: Joined, persons: Sequence[Party], bodies: Mapping[str, set[Key]]) -> None:
    index: dict[tuple[str, ...], list[Party]] = defaultdict(list)
    for party in persons:
        for tokens in sorted({person_key(name) for name in party.names}):
            index[tokens].append(party)
    for tokens, same in sorted(index.items()):
        if len(tokens) > 1:
            _join_all(joined, same, f"printed with the same name: {' '.join(tokens)}")
    _spelt_otherwise(joined, index)
    _by_surname(joined, index, bodies)


def _spelt_otherwise(joined: Joined, index: dict[tuple[str, ...], list[Party]]) -> None:
    spelt: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for tokens in index:
        if len(tokens) > 1 and len(skeleton(tokens)) >= 4:
            spelt[tokens[0][:1] + skeleton(tokens)].append(tokens)
    for _, variants in sorted(spelt.items()):
        same = [party for tokens in sorted(variants) for party in index[tokens]]
        _join_all(joined, same, f"one name in several spellings: {' / '.join(' '.join(v) for v in sorted(variants))}")


def _by_surname(joined: Joined, index: dict[tuple[str, ...], list[Party]], bodies: Mapping[str, set[Key]]) -> None:
    """A surname alone joins the one person who bears it and speaks for the same body; with a courtesy title ("Mr
    Talley", as of somebody known) also where the two pages tell of one body."""
    bearers: dict[tuple[str, ...], set[Key]] = defaultdict(set)
    speakers = {party.key: party for same in index.values() for party in same}
    for tokens, same in index.items():
        for cut in range(1, len(tokens)):
            bearers[tokens[cut:]] |= {joined.groups.root(party.key) for party in same}
    for tokens, same in sorted(index.items()):
        roots = bearers.get(tokens, set()) - {joined.groups.root(party.key) for party in same if len(tokens) > 1}
        if len(roots) != 1:
            continue
        root = next(iter(roots))
        for party in same:
            others = [speakers[key] for key in joined.groups.members(root)]
            if _same_body(party, others):
                joined.join(root, party.key, f"the only {' '.join(tokens)} in the case who speaks for the same body")
            elif _same_rank(party, others):
                joined.join(root, party.key, f"the only {' '.join(tokens)} in the case, with the same rank or office")
            elif party.called and any(bodies.get(party.key[0], set()) & bodies.get(o.key[0], set()) for o in others):
                joined.join(root, party.key, f"the only {' '.join(tokens)} in the case, on pages that name one body")


def _same_body(party: Party, others: Iterable[Party]) -> bool:
    mine = body_key(party.speaks_for) if party.speaks_for else ""
    return bool(mine) and any(other.speaks_for and body_key(other.speaks_for) == mine for other in others)


def _same_rank(party: Party, others: Iterable[Party]) -> bool:
    mine = _ranks(party)
    return bool(mine) and any(mine & _ranks(other) for other in others)


def _ranks(party: Party) -> set[str]:
    words = {word for item in party.described_as for word in fold(item.span.text).split()}
    return ((words & PERSON_TITLES) | set(party.offices)) - PLAIN_TITLES


def _hung_on_one_source(joined: Joined, unnamed: Sequence[Party]) -> None:
    """ "Local sources" of two pages are one only where the same outlet passed their words on."""
    index: dict[tuple[Key, str], list[Party]] = defaultdict(list)
    for party in unnamed:
        if party.under is not None and party.under in joined.groups:
            index[joined.groups.root(party.under), body_key(party.words)].append(party)
    for (_, words), same in sorted(index.items()):
        _join_all(joined, same, f"the same words ({words}) passed on by one source")


def _join_all(joined: Joined, same: Sequence[Party], reason: str) -> None:
    for party in same[1:]:
        joined.join(same[0].key, party.key, reason)


def _index(parties: Sequence[Party], keys: Callable[[Party], set[str]]) -> dict[str, list[Party]]:
    index: dict[str, list[Party]] = defaultdict(list)
    for party in parties:
        for key in keys(party):
            index[key].append(party)
    return index


def _printed(party: Party, key: str) -> str:
    return next((name for name in party.names if body_key(name) == key), party.words)
