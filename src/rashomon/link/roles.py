"""Which parties the roles of a claim name. Rule: one page; a role that only describes names nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rashomon.lexicon.role_families import slot_of
from rashomon.link.chains import NAMING_KINDS, Chains, covers
from rashomon.link.party import PageParties
from rashomon.record import Claim, Span

PARTY_SLOTS = ("actor", "affected", "party", "mediator", "permitter")
_RELATED = re.compile(
    r"\b(of|by|with|from|to|for|near|against|under|behind|beside)\b|['’]s?\s|\b(his|her|their|its)\b", re.I
)
_JOINT = re.compile(r",?\s+and\s+|,\s+|\s+as well as\s+")


def add_roles(found: PageParties, claim: Claim, chains: Chains) -> None:
    """Notes the parties that a claim's roles name."""
    for role, spans in claim.roles:
        if slot_of(role) not in PARTY_SLOTS:
            continue
        pieces = [piece for span in spans for piece in _conjuncts(span)]
        keys = [_role_party(piece, chains, slot_of(role)) for piece in pieces]
        found.roles[claim.id, role] = tuple(dict.fromkeys(key for key in keys if key is not None))


def _conjuncts(span: Span) -> Iterator[Span]:
    """ "the army and the Front": each of them may be a party of its own."""
    start = 0
    for joint in [*_JOINT.finditer(span.text), None]:
        end = joint.start() if joint else len(span.text)
        if span.text[start:end].strip():
            yield Span(span.start + start, span.start + end, span.text[start:end])
        start = joint.end() if joint else end


def _is_called(name: Span, phrase: Span) -> bool:
    """ "Second engineer A. B.", "the baker A. B.": a person's name at the end of a phrase without a preposition."""
    before = phrase.text[: max(0, name.start - phrase.start)]
    return name.start > phrase.start and name.end == phrase.end and not _RELATED.search(before)


def _role_party(span: Span, chains: Chains, slot: str) -> tuple[str, str] | None:
    mention = chains.at(span)
    if mention is None or not chains.names(mention.chain) or not covers(mention.span, span):
        mention = next((m for m in chains.mentions if m.kind == "person" and _is_called(m.span, span)), None)
    if mention is None or not chains.names(mention.chain):
        return None
    if slot == "affected" and mention.kind not in NAMING_KINDS:
        return None
    return chains.party(mention.chain)
