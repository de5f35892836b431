"""Which party each step of an attribution chain means: a mention, a name known on the page, or words of its own.

Rule: one page, after its chains have been made parties.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.lexicon.wording import fold
from rashomon.link.chains import Chains, covers
from rashomon.link.names import bare, body_key, head, is_generic, looks_named, person_key
from rashomon.link.party import PageParties, Party
from rashomon.record import Claim, Description, Mention, Step


def add_steps(found: PageParties, document: str, claim: Claim, chains: Chains) -> None:
    """Notes the party of every step of a claim's attribution chain, outermost first."""
    outer: tuple[str, str] | None = None
    for number, step in enumerate(claim.attribution):
        key = _step_party(found, document, step, chains, outer)
        found.steps[claim.id, number] = key
        outer = key


def _step_party(
    found: PageParties,
    document: str,
    step: Step,
    chains: Chains,
    outer: tuple[str, str] | None,
) -> tuple[str, str]:
    mention = chains.at(step.span) if step.span else None
    if mention is not None and _is_it(mention, step):
        key = chains.party(mention.chain)
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
    return fold(bare(step.name)) in named or bool(step.span and covers(mention.span, step.span))


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
