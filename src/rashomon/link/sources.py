"""From joined parties to Sources, and from each attribution step to its Source's id.

Rule: writes records; decides only which of the printed names stands for the source (the fullest) and its kind.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from rashomon.lexicon.wording import fold
from rashomon.link.joining import Joined, Key, join_parties
from rashomon.link.kinds import named_kind, unnamed_kind
from rashomon.link.names import body_key, is_acronym, is_generic, looks_named, person_key
from rashomon.link.parties import PageParties, Party, outlet_key
from rashomon.record import Claim, Source, identify
from rashomon.record.linked import SourceKind


@dataclass(frozen=True, slots=True)
class SourceBook:
    """All sources of a case, and the id of the source behind each party of each page."""

    sources: tuple[Source, ...]
    of_party: dict[Key, str]


def find_sources(pages: Sequence[PageParties]) -> SourceBook:
    """Sources of a case, sorted by id; the order of `pages` does not matter."""
    parties = sorted((party for page in pages for party in page.parties.values()), key=lambda party: party.key)
    by_key = {party.key: party for party in parties}
    joined = join_parties(parties)
    groups = [[by_key[key] for key in group] for group in joined.groups.groups()]
    fullest = {party.key: _fullest(group) for group in groups for party in group}
    spoken = _Spokes(by_key, fullest)
    sources: dict[str, Source] = {}
    of_party: dict[Key, str] = {}
    for group in groups:
        source = _source(group, joined, spoken)
        while source.id in sources:
            source = replace(source, id=identify("source", source.id, *group[0].key))
        sources[source.id] = source
        of_party.update((party.key, source.id) for party in group)
    return SourceBook(tuple(sources[key] for key in sorted(sources)), of_party)


def with_sources(claim: Claim, page: PageParties, book: SourceBook) -> Claim:
    """The claim with the source of every attribution step and the parties of its roles filled in."""
    steps = tuple(
        replace(step, source=book.of_party[page.steps[claim.id, number]])
        for number, step in enumerate(claim.attribution)
    )
    parties = tuple(
        (role, book.of_party[key]) for role, _ in claim.roles for key in page.roles.get((claim.id, role), ())
    )
    return replace(claim, attribution=steps, parties=parties)


class _Spokes:
    """Whom a party speaks for, by the fullest name the case knows for that body."""

    def __init__(self, by_key: dict[Key, Party], fullest: dict[Key, str]) -> None:
        self._pages: dict[str, list[Party]] = {}
        self._fullest = fullest
        for key, party in by_key.items():
            if party.named:
                self._pages.setdefault(key[0], []).append(party)

    def body(self, party: Party) -> str | None:
        if party.speaks_for is None:
            return None
        here = [other for other in self._pages.get(party.key[0], ()) if other.key != party.key]
        return next((self._fullest[other.key] for other in here if _called(other, party.speaks_for)), party.speaks_for)


def _called(party: Party, name: str) -> bool:
    wanted = body_key(name)
    if any(body_key(known) == wanted for known in party.names):
        return True
    return is_generic(name) and any(wanted in fold(known).split() for known in party.names)


def _source(group: Sequence[Party], joined: Joined, spokes: _Spokes) -> Source:
    names = sorted({name for party in group for name in party.names})
    called = {name for party in group for name in party.called}
    sure = [party for party in group if party.sure] or group
    person = sum(party.person for party in sure) * 2 > len(sure)
    described = sorted({item for party in group for item in party.described_as}, key=lambda d: (d.document, d.span))
    spoken = Counter(body for body in map(spokes.body, group) if body)
    name = _fullest(group)
    words = [item.span.text for item in described]
    return Source(
        id=_source_id(group, name, person),
        name=name,
        aliases=tuple(other for other in sorted({*names, *called}) if other != name),
        kind=_kind(group, names, words, person),
        named=bool(names),
        speaks_for=min(spoken, key=lambda body: (not looks_named(body), -spoken[body], body)) if spoken else None,
        described_as=tuple(described),
        merged=tuple(sorted({why for party in group for why in joined.reasons.get(party.key, ())})),
    )


def _kind(group: Sequence[Party], names: Sequence[str], described: Sequence[str], person: bool) -> SourceKind:
    if not names:
        return unnamed_kind(group[0].words)
    kind = named_kind(names, described, person)
    publishes = any(party.key == outlet_key(party.key[0]) for party in group)
    return "outlet" if publishes and kind == "unknown" else kind


def _source_id(group: Sequence[Party], name: str, person: bool) -> str:
    if not any(party.named for party in group):
        return identify("source", "unnamed", *group[0].key)
    if person:
        return identify("source", "person", " ".join(person_key(name)))
    return identify("source", "body", body_key(name), *((group[0].key[0],) if is_generic(name) else ()))


def _fullest(group: Sequence[Party]) -> str:
    """The fullest name printed: most words, acronyms last; the words themselves where nobody is named."""
    names = Counter(name for party in group for name in party.names)
    if not names:
        return group[0].words
    return min(names, key=lambda name: (is_acronym(name), -len(name.split()), -names[name], name))
