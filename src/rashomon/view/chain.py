"""The chain of a claim: from the page that carries it to whoever said it first. Rule: see view/__init__."""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.record import Claim, Source
from rashomon.view.index import Index

VOICES = {
    "title": "in its title",
    "caption": "in a caption",
    "comment": "a reader's comment",
    "related": "in a box about another story",
    "embedded": "an embedded post",
}


@dataclass(frozen=True, slots=True)
class Link:
    """One speaker of a chain.

    name    as this page names it; source: id of the linked Source, "" where none is known
    kind    the source's kind in a word ("monitor"), "" when unknown; named False for "local sources"
    act     how this speaker passes it on ("says", "denies"); cue: the page's words for it; direct: quoted directly
    described_as  the words the page uses for the speaker
    """

    name: str
    source: str = ""
    kind: str = ""
    named: bool = True
    act: str = ""
    cue: str = ""
    direct: bool = False
    described_as: tuple[str, ...] = ()


def chain_of(index: Index, claim: Claim) -> tuple[Link, ...]:
    """Outlet first, innermost source last; a chain of one is the page's own word."""
    return (_outlet_link(index, claim), *(_step_links(index, claim)))


def _outlet_link(index: Index, claim: Claim) -> Link:
    source = index.outlets.get(claim.document)
    told = claim.document in index.documents and index.documents[claim.document].outlet.name
    kind = VOICES.get(claim.voice) or (source.kind if source else "outlet" if told else "outlet not told")
    act = "passes on" if claim.attribution else (claim.act or _own_act(claim)).replace("_", " ")
    author = _author(index, claim)
    if author:
        return Link(author, "", kind, act=act)
    return Link(index.outlet(claim.document), source.id if source else "", kind, act=act)


def _own_act(claim: Claim) -> str:
    return "says in its own voice" if claim.polarity > 0 else "denies in its own voice"


def _author(index: Index, claim: Claim) -> str:
    if claim.voice not in ("comment", "embedded"):
        return ""
    blocks = index.documents[claim.document].blocks if claim.document in index.documents else ()
    return next((b.author or "" for b in blocks if b.start <= claim.trigger.start < b.end), "")


def _step_links(index: Index, claim: Claim) -> list[Link]:
    def link(position: int) -> Link:
        step = claim.attribution[position]
        source = index.sources.get(step.source or "")
        return Link(
            step.name,
            source.id if source else "",
            _kind(source),
            source.named if source else True,
            step.act.replace("_", " "),
            step.cue,
            step.direct,
            step.described_as,
        )

    return [link(position) for position in range(len(claim.attribution))]


def _kind(source: Source | None) -> str:
    return "" if source is None or source.kind == "unknown" else source.kind


def origin_link(chain: tuple[Link, ...]) -> Link:
    """Whose word it is in the end."""
    return chain[-1]
