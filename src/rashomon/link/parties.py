"""Who is spoken of on one page: a party for each chain of mentions and for each attribution step.

Rule: one page at a time. A party gathers what this page prints of somebody; nothing is joined across pages here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from rashomon.lexicon.role_families import slot_of
from rashomon.lexicon.wording import content_set, fold
from rashomon.link.names import bare, body_key, head, is_acronym, is_generic, looks_named, person_key
from rashomon.record import ARTICLE_KINDS, Claim, Description, Document, Mention, PageReading, Span, Step

NAMING_KINDS = ("person", "organisation", "group")
ACTING_KINDS = (*NAMING_KINDS, "place", "norp", "facility", "misc")
"""Kinds that may fill a role of a doer; a country is a party only where it acts or speaks."""
PARTY_SLOTS = ("actor", "affected", "party", "mediator", "permitter")
_JOINT = re.compile(r",?\s+and\s+|,\s+|\s+as well as\s+")
IS_THE_PARTY = 0.6
"""Share of a role's content words that a name must cover to be the party itself ("the SDF" and not "SDF fighters'
families"); half would let "ISIS commanders" be ISIS."""


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody on one page.

    key      (document id, page-local label): unique in a case, and the same whatever pages stand beside it
    names    the names printed here, sorted; () when the page only describes
    words    the words it is known by here: its fullest name, or the description
    person   True for a person, False for a body
    sure     False when only an attribution's words tell of it, so that `person` is a guess
    under    key of the outer attribution step of an unnamed source, None = none
    speaks_for  as printed
    """

    key: tuple[str, str]
    words: str
    names: tuple[str, ...] = ()
    person: bool = False
    sure: bool = True
    speaks_for: str | None = None
    described_as: tuple[Description, ...] = ()
    under: tuple[str, str] | None = None

    @property
    def named(self) -> bool:
        """True when the page names it."""
        return bool(self.names)


@dataclass(slots=True)
class PageParties:
    """The parties of one page, and which of them each attribution step and role span means."""

    parties: dict[tuple[str, str], Party] = field(default_factory=dict)
    steps: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    roles: dict[tuple[str, str], tuple[tuple[str, str], ...]] = field(default_factory=dict)


def page_parties(reading: PageReading) -> PageParties:
    """Every party of a page; steps keyed by (claim id, step number), roles by (claim id, role)."""
    found = PageParties()
    if reading.document is None:
        return found
    document = reading.document.id
    chains = _chains(reading.mentions)
    for claim in reading.claims:
        _add_roles(found, document, claim, reading.mentions, chains)
    for number, mentions in chains.items():
        told = [mention for mention in mentions if in_article(reading.document, mention.span)]
        naming = sum(mention.kind in NAMING_KINDS for mention in told)
        if naming and naming * 2 >= sum(mention.kind in ACTING_KINDS for mention in told) and _names(mentions):
            _chain_party(found, document, number, mentions)
    for claim in reading.claims:
        _add_steps(found, document, claim, reading.mentions, chains)
    if reading.document.outlet.name:
        _add_outlet(found, document, reading.document.outlet.name)
    _join_shortened(found)
    return found


def _join_shortened(found: PageParties) -> None:
    """ "The League" is the one body of this page whose name has that head; a surname the one person who bears it."""
    into: dict[tuple[str, str], tuple[str, str]] = {}
    for key, party in sorted(found.parties.items()):
        fuller = [
            other
            for other, full in found.parties.items()
            if other != key and (full.person == party.person or not party.sure) and _is_short_for(party, full)
        ]
        if len(fuller) == 1:
            into[key] = fuller[0]
    for key, target in into.items():
        while target in into and into[target] != key:
            target = into[target]
        short, full = found.parties.pop(key), found.parties[target]
        described = tuple(sorted({*full.described_as, *short.described_as}, key=lambda d: d.span))
        spoken = full.speaks_for or short.speaks_for
        names = tuple(sorted({*full.names, *short.names}))
        found.parties[target] = replace(full, names=names, described_as=described, speaks_for=spoken)
        found.steps.update({step: target for step, was in found.steps.items() if was == key})
        found.roles.update(
            {
                role: tuple(dict.fromkeys(target if was == key else was for was in keys))
                for role, keys in found.roles.items()
                if key in keys
            }
        )


def _is_short_for(short: Party, full: Party) -> bool:
    if not short.names or any(len(name.split()) > 1 or is_acronym(name) for name in short.names):
        return False
    longer = [name for name in full.names if len(name.split()) > 1]
    if full.person:
        return any(person_key(name)[-1:] == person_key(short.names[0]) for name in longer)
    return any(head(name) == short.names[0] for name in longer)


def in_article(document: Document, span: Span) -> bool:
    """True for words of the article or of a caption; a name in a reader's comment makes no source by itself."""
    return any(b.start <= span.start < b.end and b.kind in (*ARTICLE_KINDS, "caption") for b in document.blocks)


def outlet_key(document: str) -> tuple[str, str]:
    """The key of the party that publishes a document."""
    return (document, "outlet")


def _add_outlet(found: PageParties, document: str, name: str) -> None:
    found.parties[outlet_key(document)] = Party(outlet_key(document), name, (name,))


def _chains(mentions: Iterable[Mention]) -> dict[int, list[Mention]]:
    chains: dict[int, list[Mention]] = {}
    for mention in sorted(mentions, key=lambda m: (m.span.start, m.span.end)):
        chains.setdefault(mention.chain, []).append(mention)
    return chains


def _chain_party(found: PageParties, document: str, number: int, mentions: Sequence[Mention]) -> tuple[str, str]:
    key = (document, f"chain {number}")
    if key in found.parties:
        return key
    names = _names(mentions)
    persons = sum(mention.kind == "person" for mention in mentions)
    bodies = sum(mention.kind in ("organisation", "group", "norp", "place") for mention in mentions)
    spoken = next((mention.speaks_for for mention in mentions if mention.speaks_for and mention.kind == "person"), None)
    described = {Description(document, span) for mention in mentions for span in mention.described_as}
    if names:
        described |= {Description(document, mention.span) for mention in mentions if mention.kind == "description"}
    found.parties[key] = Party(
        key=key,
        words=max(names, key=lambda name: (len(name.split()), name)) if names else mentions[0].name,
        names=names,
        person=persons > bodies,
        speaks_for=spoken,
        described_as=tuple(sorted(described, key=lambda d: d.span)),
    )
    return key


def _names(mentions: Sequence[Mention]) -> tuple[str, ...]:
    printed = {bare(mention.span.text) for mention in mentions if mention.kind in ACTING_KINDS}
    resolved = {bare(mention.name) for mention in mentions if mention.kind != "description"}
    return tuple(sorted(name for name in printed | resolved if looks_named(name)))


def _add_steps(
    found: PageParties, document: str, claim: Claim, mentions: Sequence[Mention], chains: dict[int, list[Mention]]
) -> None:
    outer: tuple[str, str] | None = None
    for number, step in enumerate(claim.attribution):
        key = _step_party(found, document, step, mentions, chains, outer)
        found.steps[claim.id, number] = key
        outer = key


def _step_party(
    found: PageParties,
    document: str,
    step: Step,
    mentions: Sequence[Mention],
    chains: dict[int, list[Mention]],
    outer: tuple[str, str] | None,
) -> tuple[str, str]:
    mention = _mention_at(step.span, mentions) if step.span else None
    if mention is not None and _is_it(mention, step):
        key = _chain_party(found, document, mention.chain, chains[mention.chain])
        if found.parties[key].named or not looks_named(step.name):
            return _described(found, _under(found, key, outer), step)
    known = _by_name(found, document, step.name)
    if known is not None:
        return _described(found, known, step)
    again = _taken_up(found, step.name, outer)
    if again is not None:
        return again
    key = (document, f"words {fold(step.name)}")
    names = (bare(step.name),) if looks_named(step.name) else ()
    found.parties.setdefault(key, Party(key, step.name, names, sure=False))
    return _described(found, _under(found, key, outer), step)


def _taken_up(found: PageParties, name: str, outer: tuple[str, str] | None) -> tuple[str, str] | None:
    """ "The sources" are the local sources named before on this page, under the same agency."""
    if looks_named(name) or not name.lower().startswith(("the ", "these ", "those ")):
        return None
    same = [
        key
        for key, party in found.parties.items()
        if not party.named and key in found.steps.values() and head(party.words) == head(name) and party.under == outer
    ]
    return same[-1] if same else None


def _described(found: PageParties, key: tuple[str, str], step: Step) -> tuple[str, str]:
    """The span of the step itself, where the page describes there instead of naming."""
    party = found.parties[key]
    if step.span is not None and party.named and not looks_named(step.span.text):
        spans = {*party.described_as, Description(key[0], step.span)}
        found.parties[key] = replace(party, described_as=tuple(sorted(spans, key=lambda d: d.span)))
    return key


def _is_it(mention: Mention, step: Step) -> bool:
    """True when the mention is the step's source and not a part of its description ("officials of the ministry")."""
    named = fold(bare(mention.name)), fold(bare(mention.span.text))
    return fold(bare(step.name)) in named or bool(step.span and _covers(mention.span, step.span))


def _under(found: PageParties, key: tuple[str, str], outer: tuple[str, str] | None) -> tuple[str, str]:
    """Unnamed sources hang on whoever passed their words on: "local sources" of two agencies stay two parties."""
    party = found.parties[key]
    if party.named or outer is None or party.under == outer:
        return key
    if party.under is None and key not in found.steps.values():
        found.parties[key] = replace(party, under=outer)
        return key
    hung = (key[0], f"{key[1]} under {outer[1]}")
    found.parties.setdefault(hung, replace(party, key=hung, under=outer))
    return hung


def _by_name(found: PageParties, document: str, name: str) -> tuple[str, str] | None:
    """The party of this page that is called so, or whose name ends or begins so ("the Observatory")."""
    if not looks_named(name):
        return None
    wanted, words = body_key(name), person_key(name)
    for key, party in found.parties.items():
        if any(body_key(known) == wanted or person_key(known) == words for known in party.names):
            return key
    partly = [
        key
        for key, party in found.parties.items()
        if any(_shortens(words, person_key(known), party.person or is_generic(name)) for known in party.names)
    ]
    return partly[0] if len(partly) == 1 else None


def _shortens(short: tuple[str, ...], full: tuple[str, ...], loosely: bool) -> bool:
    if not short or len(short) >= len(full):
        return False
    return full[-len(short) :] == short or (loosely and set(short) <= set(full))


def _add_roles(
    found: PageParties, document: str, claim: Claim, mentions: Sequence[Mention], chains: dict[int, list[Mention]]
) -> None:
    for role, spans in claim.roles:
        if slot_of(role) not in PARTY_SLOTS:
            continue
        pieces = [piece for span in spans for piece in _conjuncts(span)]
        keys = [_role_party(found, document, piece, mentions, chains, slot_of(role)) for piece in pieces]
        found.roles[claim.id, role] = tuple(dict.fromkeys(key for key in keys if key is not None))


def _conjuncts(span: Span) -> Iterator[Span]:
    """ "the army and the Front": each of them may be a party of its own."""
    start = 0
    for joint in [*_JOINT.finditer(span.text), None]:
        end = joint.start() if joint else len(span.text)
        if span.text[start:end].strip():
            yield Span(span.start + start, span.start + end, span.text[start:end])
        start = joint.end() if joint else end


def _role_party(
    found: PageParties,
    document: str,
    span: Span,
    mentions: Sequence[Mention],
    chains: dict[int, list[Mention]],
    slot: str,
) -> tuple[str, str] | None:
    mention = _mention_at(span, mentions)
    if mention is None or not _names(chains[mention.chain]) or not _covers(mention.span, span):
        return None
    if slot == "affected" and mention.kind not in NAMING_KINDS:
        return None
    return _chain_party(found, document, mention.chain, chains[mention.chain])


def _covers(name: Span, phrase: Span) -> bool:
    whole = content_set(phrase.text)
    if not whole:
        return name.contains(phrase)
    return len(content_set(name.text) & whole) / len(whole) >= IS_THE_PARTY or name.contains(phrase)


def _mention_at(span: Span, mentions: Sequence[Mention]) -> Mention | None:
    """The mention that shares most characters with a span; the earlier of equals."""
    shared = [(min(m.span.end, span.end) - max(m.span.start, span.start), -m.span.start, m.chain) for m in mentions]
    best = max(shared, default=(0, 0, 0))
    return mentions[shared.index(best)] if best[0] > 0 else None
