"""A party for each chain of mentions of one page: its names, what it is called and described as, whom it speaks for.

Rule: mentions of one page; claims are looked at in `steps` and `roles`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rashomon.lexicon.source_kinds import PERSON_TITLES
from rashomon.lexicon.wording import content_set, fold
from rashomon.link.names import bare, head, looks_named
from rashomon.link.party import PageParties, Party
from rashomon.link.spoken import spoken_for
from rashomon.record import Description, Document, Mention, Span

NAMING_KINDS = ("person", "organisation", "group")
ACTING_KINDS = (*NAMING_KINDS, "place", "norp", "facility", "misc")
"""Kinds that may fill a role of a doer; a country is a party only where it acts or speaks."""
IS_THE_PARTY = 0.6
"""Share of a role's content words that a name must cover to be the party itself ("the SDF" and not "SDF fighters'
families"); half would let "ISIS commanders" be ISIS."""
_OFFICE = re.compile(r"^(?:[A-Z][\w-]+\s+){1,4}[A-Z][a-z-]+(?:er|or|man|woman|person|ary|ent|al|ist|ief|ge)$")
""" "District Relief Commissioner": an office printed like a name, which stands for its holder."""
_TITLE = re.compile(
    r"\b(Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Lord|Lady|Sheikh|Imam|General|Colonel|Major|"
    r"Captain|Commander|Governor|Mayor|President|Senator|Judge|Commissioner)\.?\s+$"
)


class Chains:
    """The mentions of one page by chain, and the parties made of them."""

    def __init__(self, found: PageParties, document: Document, mentions: Sequence[Mention]) -> None:
        self.found, self.document, self.mentions = found, document, mentions
        self.by_number = _chains(mentions)

    def party(self, number: int) -> tuple[str, str]:
        """The key of a chain's party, made now if it has not been."""
        key = (self.document.id, f"chain {number}")
        if key not in self.found.parties:
            self.found.parties[key] = self._made(key, self.by_number[number])
        return key

    def names(self, number: int) -> tuple[str, ...]:
        """The names that a chain prints, () when it only describes."""
        return _names(self.by_number[number])

    def at(self, span: Span) -> Mention | None:
        """The mention that shares most characters with a span; the earlier of equals."""
        shared = [
            (min(m.span.end, span.end) - max(m.span.start, span.start), -m.span.start, m.chain) for m in self.mentions
        ]
        best = max(shared, default=(0, 0, 0))
        return self.mentions[shared.index(best)] if best[0] > 0 else None

    def _made(self, key: tuple[str, str], mentions: Sequence[Mention]) -> Party:
        names = _names(mentions)
        persons = sum(mention.kind == "person" for mention in mentions)
        bodies = sum(mention.kind in ("organisation", "group", "norp", "place") for mention in mentions)
        described = {Description(self.document.id, span) for mention in mentions for span in mention.described_as}
        if names:
            told = [mention for mention in mentions if mention.kind == "description"]
            described |= {Description(self.document.id, mention.span) for mention in told}
        return Party(
            key=key,
            words=max(names, key=lambda name: (len(name.split()), name)) if names else mentions[0].name,
            names=names,
            person=persons > bodies,
            sure=bool(persons or bodies),
            speaks_for=spoken_for(self.document, mentions, self.mentions) if persons > bodies else None,
            described_as=tuple(sorted(described, key=lambda d: d.span)),
            called=_called(self.document, mentions, names),
            offices=_offices(mentions, names) if persons > bodies else (),
        )


def _chains(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    chains: dict[int, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: (m.span.start, m.span.end)):
        chains.setdefault(mention.chain, []).append(mention)
    return chains


def _names(mentions: Sequence[Mention]) -> tuple[str, ...]:
    printed = {bare(mention.span.text) for mention in mentions if mention.kind in ACTING_KINDS}
    resolved = {bare(mention.name) for mention in mentions if mention.kind != "description"}
    return tuple(sorted(name for name in printed | resolved if looks_named(name) and not _is_title(name)))


def _is_title(name: str) -> bool:
    return all(word in PERSON_TITLES for word in fold(name).split())


def _called(document: Document, mentions: Sequence[Mention], names: Sequence[str]) -> tuple[str, ...]:
    """ "Ms Brasch" of a person, "the militia" of a body whose name ends so."""
    heads = {fold(head(name)) for name in names if len(name.split()) > 1}
    found: set[str] = set()
    for mention in mentions:
        found |= {span.text for span in mention.described_as if mention.kind == "person" and _OFFICE.match(span.text)}
        title = _TITLE.search(document.text[max(0, mention.span.start - 12) : mention.span.start])
        if mention.kind == "person" and title:
            found.add(f"{title.group(1)} {mention.span.text}")
        elif mention.span.text.lower().startswith("the ") and fold(bare(mention.span.text)) in heads:
            found.add(f"the {bare(mention.span.text)}")
    return tuple(sorted(found - set(names)))


def _offices(mentions: Sequence[Mention], names: Sequence[str]) -> tuple[str, ...]:
    """ "Second engineer" and "the engineer" of a person: what the page calls it beside its name."""
    named = {word for name in names for word in fold(name).split()}
    words = [m.span.text for m in mentions] + [span.text for m in mentions for span in m.described_as]
    return tuple(sorted({word for text in words for word in content_set(text) if len(word) > 3} - named))


def covers(name: Span, phrase: Span) -> bool:
    """True when a name is the party that a phrase speaks of, and not a part of its description."""
    whole = content_set(phrase.text)
    if not whole:
        return name.contains(phrase)
    return len(content_set(name.text) & whole) / len(whole) >= IS_THE_PARTY or name.contains(phrase)
