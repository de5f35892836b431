"""How many independent origins an event has: never one number, but the fewest and the most that the pages allow.

Rule: the most (`upper`) joins only what is known to be one: the same origin, a rest on another account, an echo. The
fewest (`lower`) also joins what may be one for all the pages say: a page's own voice, sources without a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rashomon.record import Claim, Independence, Relation
from rashomon.weigh.case_view import CaseView, Origin

DEPENDENT = ("echoes", "rests_on", "same_origin")


def independence(view: CaseView, claims: Sequence[Claim], links: Iterable[Relation]) -> Independence:
    """Bounds over the claims of one event (or of one value of a slot); `links` are relations between claim ids."""
    if not claims:
        return Independence(0, 0)
    origins = {claim.id: view.origin(claim) for claim in claims}
    parent = {claim.id: claim.id for claim in claims}
    why: set[str] = set()
    for a, b, reason in [*_by_key(claims, origins), *_own_voice(view, claims), *_by_links(links, parent)]:
        if _unite(parent, a, b):
            why.add(reason)
    groups = _groups(parent)
    known = [group for group in groups if any(origins[claim].known for claim in group)]
    loose = [group for group in groups if group not in known]
    why |= {f"may rest on another account, for all the page says: {_words(group, origins)}" for group in loose}
    return Independence(
        lower=max(1, len(known)),
        upper=len(groups),
        why=tuple(sorted(why)),
        groups=tuple(tuple(group) for group in groups),
    )


def _by_key(claims: Sequence[Claim], origins: dict[str, Origin]) -> list[tuple[str, str, str]]:
    first: dict[str, str] = {}
    found = []
    for claim in claims:
        origin = origins[claim.id]
        if first.setdefault(origin.key, claim.id) != claim.id:
            found.append((first[origin.key], claim.id, f"one origin: {origin.words}"))
    return found


def _own_voice(view: CaseView, claims: Sequence[Claim]) -> list[tuple[str, str, str]]:
    """A page that attributes the event to somebody does not count again for telling it in its own voice."""
    attributed = {claim.document: claim.id for claim in reversed(claims) if claim.attribution}
    return [
        (claim.id, attributed[claim.document], f"{view.publisher(claim.document)} attributes it on the same page")
        for claim in claims
        if not claim.attribution and claim.document in attributed
    ]


def _by_links(links: Iterable[Relation], known: dict[str, str]) -> list[tuple[str, str, str]]:
    return [
        (link.a, link.b, f"{link.kind.replace('_', ' ')}: {link.reason}")
        for link in links
        if link.kind in DEPENDENT and link.a in known and link.b in known
    ]


def _unite(parent: dict[str, str], a: str, b: str) -> bool:
    low, high = sorted((_root(parent, a), _root(parent, b)))
    parent[high] = low
    return low != high


def _root(parent: dict[str, str], claim: str) -> str:
    while parent[claim] != claim:
        claim = parent[claim]
    return claim


def _groups(parent: dict[str, str]) -> list[list[str]]:
    groups: dict[str, list[str]] = {}
    for claim in sorted(parent):
        groups.setdefault(_root(parent, claim), []).append(claim)
    return [groups[root] for root in sorted(groups)]


def _words(group: Sequence[str], origins: dict[str, Origin]) -> str:
    return ", ".join(sorted({origins[claim].words for claim in group}))
