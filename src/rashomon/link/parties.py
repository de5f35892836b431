"""Who is spoken of on one page: a party for each chain of mentions, for each attribution step and for the outlet.

Rule: one page at a time, and order only: chains, steps, roles and shortened names are each read in a room of their own.
Nothing is joined across pages here.
"""

from __future__ import annotations

from rashomon.link.chains import ACTING_KINDS, NAMING_KINDS, Chains
from rashomon.link.party import PageParties, Party, in_article, outlet_key
from rashomon.link.roles import add_roles
from rashomon.link.shortened import join_shortened
from rashomon.link.steps import add_steps
from rashomon.record import PageReading

__all__ = ["PageParties", "Party", "outlet_key", "page_parties"]


def page_parties(reading: PageReading) -> PageParties:
    """Every party of a page; steps keyed by (claim id, step number), roles by (claim id, role)."""
    found = PageParties()
    if reading.document is None:
        return found
    document = reading.document
    chains = Chains(found, document, reading.mentions)
    for claim in reading.claims:
        add_roles(found, claim, chains)
    for number, mentions in chains.by_number.items():
        told = [mention for mention in mentions if in_article(document, mention.span)]
        naming = sum(mention.kind in NAMING_KINDS for mention in told)
        if naming and naming * 2 >= sum(mention.kind in ACTING_KINDS for mention in told) and chains.names(number):
            chains.party(number)
    for claim in reading.claims:
        add_steps(found, document.id, claim, chains)
    if document.outlet.name:
        _add_outlet(found, document.id, document.outlet.name)
    join_shortened(found, document)
    return found


def _add_outlet(found: PageParties, document: str, name: str) -> None:
    found.parties[outlet_key(document)] = Party(outlet_key(document), name, (name,))
