"""Sources: who they are, who rests on whom. Rule: see view/__init__; reliability is never told, described_as holds the
pages' own words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rashomon.record import Claim, Source
from rashomon.view.chain import Link, chain_of
from rashomon.view.events import quote_parts
from rashomon.view.index import Index
from rashomon.view.spoken import time_words, type_word


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source. heard: claims whose chain names it; origin: claims that go back to it; pages: documents that name or
    are published by it; events: how many events it is heard on; own: pages it publishes."""

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: str
    named: bool
    speaks_for: str
    described_as: tuple[str, ...]
    heard: int
    origin: int
    events: int
    pages: int
    own: int


@dataclass(frozen=True, slots=True)
class SourceList:
    """Every source, most heard first; named ones before unnamed ones of the same weight."""

    rows: tuple[SourceRow, ...]
    named: int
    unnamed: int


@dataclass(frozen=True, slots=True)
class SourceClaim:
    """One claim that a source is heard on."""

    id: str
    document: str
    file: str
    event: str
    title: str
    when: str
    chain: tuple[Link, ...]
    quote: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source with every claim it is heard on. described: (words, document id, file, start); neighbours: (source id
    or "", name, how many claims) who carries its word, and whose word it carries."""

    row: SourceRow
    merged: tuple[str, ...]
    described: tuple[tuple[str, str, str, int], ...]
    carried_by: tuple[tuple[str, str, int], ...]
    carries: tuple[tuple[str, str, int], ...]
    claims: tuple[SourceClaim, ...]
    pages: tuple[tuple[str, str, str], ...]


def source_list(index: Index) -> SourceList:
    """Every source of the case."""
    rows = sorted(
        (source_row(index, source) for source in index.sources.values()),
        key=lambda r: (-r.heard - r.own, not r.named, r.name.casefold(), r.id),
    )
    named = sum(row.named for row in rows)
    return SourceList(tuple(rows), named, len(rows) - named)


def source_row(index: Index, source: Source) -> SourceRow:
    """One source, in a row."""
    heard = index.heard.get(source.id, ())
    own = [d for d, outlet in index.outlets.items() if outlet.id == source.id]
    own_claims = [c for d in own for c in index.on_page.get(d, ()) if not c.attribution]
    return SourceRow(
        source.id,
        source.name,
        source.aliases,
        "" if source.kind == "unknown" else source.kind,
        source.named,
        source.speaks_for or "",
        tuple(dict.fromkeys(d.span.text for d in source.described_as)),
        len(heard) + len(own_claims),
        sum(c.attribution[-1].source == source.id for c in heard) + len(own_claims),
        len({c.event for c in (*heard, *own_claims) if c.event}),
        len({c.document for c in heard} | set(own)),
        len(own),
    )


def source_view(index: Index, source_id: str) -> SourceView:
    """The page of one source; raises NotFound."""
    source = index.source(source_id)
    own = sorted(
        (d for d, outlet in index.outlets.items() if outlet.id == source.id), key=lambda d: index.documents[d].file
    )
    claims = (*index.heard.get(source.id, ()), *(c for d in own for c in index.on_page.get(d, ()) if not c.attribution))
    chains = [chain_of(index, claim) for claim in claims]
    files = {d.id: d.file for d in index.accounts.documents}
    return SourceView(
        source_row(index, source),
        source.merged,
        tuple((d.span.text, d.document, files.get(d.document, ""), d.span.start) for d in source.described_as),
        _neighbours(chains, source.id, -1),
        _neighbours(chains, source.id, +1),
        tuple(_source_claim(index, claim) for claim in claims),
        tuple((d, index.documents[d].title or index.documents[d].file, index.documents[d].file) for d in own),
    )


def _neighbours(chains: list[tuple[Link, ...]], source: str, step: int) -> tuple[tuple[str, str, int], ...]:
    found: Counter[tuple[str, str]] = Counter()
    for chain in chains:
        for i, link in enumerate(chain):
            if link.source == source and 0 <= i + step < len(chain):
                found[chain[i + step].source, chain[i + step].name] += 1
    return tuple((key, name, n) for (key, name), n in sorted(found.items(), key=lambda item: (-item[1], item[0])))


def _source_claim(index: Index, claim: Claim) -> SourceClaim:
    return SourceClaim(
        claim.id,
        claim.document,
        index.documents[claim.document].file if claim.document in index.documents else "",
        claim.event or "",
        type_word(claim.type),
        time_words(claim.time),
        chain_of(index, claim),
        quote_parts(claim),
    )
