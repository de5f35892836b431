"""The only file that knows the order of the stages.

    per page, any order, any machine     read → annotate → claim → ground
    across pages, one pass               link → weigh
    laid over it, where people decided   correct → (link) → regroup → (weigh) → override

Rule: order only. No decision, no I/O, no clock: records in, records out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rashomon.annotate import annotate
from rashomon.claim import find_claims
from rashomon.decide import correct, override, regroup, weigh_decisions
from rashomon.ground import ground
from rashomon.link import link
from rashomon.ports import Encoder, Gazetteer
from rashomon.read import read
from rashomon.record import Accounts, Decision, Page, PageReading
from rashomon.record.years import with_years
from rashomon.settings import Settings
from rashomon.weigh import weigh


def read_page(page: Page, encoder: Encoder, gazetteer: Gazetteer, settings: Settings) -> PageReading:
    """The per-page half: one page to its document, mentions, claims and refusals."""
    document, refusals = read(page, settings)
    if document is None:
        return PageReading(page.id, refusals=refusals)
    if document.language not in settings.languages:
        return PageReading(page.id, document, refusals=refusals)
    annotation = annotate(document, encoder)
    document = replace(document, sentences=tuple((s.start, s.end) for s in annotation.sentences))
    claims, unclaimed = find_claims(document, annotation)
    claims, ungrounded = ground(document, annotation, claims, gazetteer, settings.vague)
    return PageReading(page.id, document, annotation.mentions, claims, (*refusals, *unclaimed, *ungrounded))


def weigh_accounts(readings: Iterable[PageReading], decisions: Iterable[Decision] = ()) -> Accounts:
    """The across-page half: all readings of a case to its sources, events and relations, as people have decided."""
    return AcrossPages().weigh(readings, decisions)


class AcrossPages:
    """The across-page half, again and again over a case that grows: events that nothing new touches are not linked
    anew. What comes out is what `weigh_accounts` gives, whatever came before."""

    def __init__(self) -> None:
        self._linked: Accounts | None = None

    def weigh(self, readings: Iterable[PageReading], decisions: Iterable[Decision] = ()) -> Accounts:
        """All readings of a case to its sources, events and relations, as people have decided."""
        readings = tuple(readings)
        standing = weigh_decisions(decisions, readings)
        self._linked = link(correct(readings, standing), self._linked)
        return override(weigh(with_years(regroup(self._linked, standing))), readings, standing)
