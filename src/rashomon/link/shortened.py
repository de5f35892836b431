"""Parties of one page that are one, since the page prints a short name beside a full one.

Rule: one page. "The League" is the one body of the page whose name has that head, a surname the one person who bears
it, "NRC" what the page glosses so, "the Herald" the page itself where its header reads "Northern Herald".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.lexicon.source_kinds import BODY_NOUNS
from rashomon.link.names import bare, body_key, head, initials, is_acronym, person_key
from rashomon.link.party import PageParties, Party
from rashomon.link.printed import glosses, own_names
from rashomon.record import Document

Key = tuple[str, str]
OUTLET_NOUNS = frozenset("news agency newswire wire media press radio tv television online service".split())
"""What may follow a short name in the header of its own pages: "VELT News" is VELT."""


def join_shortened(found: PageParties, document: Document) -> None:
    """Joins the page's parties that bear a short and a full name of one body or person."""
    _join_glossed(found, document)
    _give_own_names(found, document)
    _join_heads(found, document)
    into: dict[Key, Key] = {}
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
        _merge(found, key, target)


def _join_glossed(found: PageParties, document: Document) -> None:
    for full, short in glosses(document):
        long_key, short_key = _called(found, full), _called(found, short)
        if long_key and short_key and long_key != short_key:
            _merge(found, short_key, long_key)
        elif long_key or short_key:
            _rename(found, long_key or short_key, (full, short))


def _join_heads(found: PageParties, document: Document) -> None:
    """ "The ministry" is the one ministry that the page names."""
    for noun, keys in _by_head(found).items():
        full = [key for key in keys if any(len(name.split()) > 1 for name in found.parties[key].names)]
        plain = [key for key in keys if not found.parties[key].named and bare(found.parties[key].words).lower() == noun]
        said = re.search(rf"\bthe {noun}\b(?! of| for)", document.text, re.I)
        if len(full) == 1 and len(plain) == len(keys) - 1 and said:
            party = found.parties[full[0]]
            found.parties[full[0]] = replace(party, called=tuple(sorted({*party.called, f"the {noun}"})))
            for key in plain:
                _merge(found, key, full[0])


def _by_head(found: PageParties) -> dict[str, list[Key]]:
    """Common noun for a body -> the parties whose name or description has it as its head."""
    heads: dict[str, list[Key]] = {}
    for key, party in sorted(found.parties.items()):
        for noun in sorted({head(name).lower() for name in party.names or (party.words,)}):
            if not party.person and noun in BODY_NOUNS:
                heads.setdefault(noun, []).append(key)
    return heads


def _called(found: PageParties, name: str) -> Key | None:
    wanted = body_key(name)
    same = (key for key, p in sorted(found.parties.items()) if any(body_key(n) == wanted for n in p.names))
    return next(same, None)


def _rename(found: PageParties, key: Key | None, names: Sequence[str]) -> None:
    if key is not None and not found.parties[key].person:
        party = found.parties[key]
        found.parties[key] = replace(party, names=tuple(sorted({*party.names, *names})))


def _give_own_names(found: PageParties, document: Document) -> None:
    """ "Told the Herald", "(NNS)": a short name that only the page's own header spells out."""
    own = [*own_names(document), *([document.outlet.name] if document.outlet.name else [])]
    own = list(dict.fromkeys(own))
    for key, party in sorted(found.parties.items()):
        if party.person or not party.names or any(len(name.split()) > 1 for name in party.names):
            continue
        fitting = [name for name in own if any(_spells_out(name, short) for short in party.names)]
        if len(fitting) == 1:
            _rename(found, key, fitting)


def _spells_out(full: str, short: str) -> bool:
    words = full.casefold().split()
    if is_acronym(short) and len(short) > 2 and initials(full) == short.replace(".", "").upper():
        return True
    if is_acronym(short):
        return len(words) > 1 and words[0] == short.casefold() and set(words[1:]) <= OUTLET_NOUNS
    return short.casefold() in (words[0], words[-1])


def _merge(found: PageParties, key: Key, target: Key) -> None:
    short, full = found.parties.pop(key), found.parties[target]
    found.parties[target] = replace(
        full,
        names=tuple(sorted({*full.names, *short.names})),
        called=tuple(sorted({*full.called, *short.called})),
        described_as=tuple(sorted({*full.described_as, *short.described_as}, key=lambda d: d.span)),
        speaks_for=full.speaks_for or short.speaks_for,
    )
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
