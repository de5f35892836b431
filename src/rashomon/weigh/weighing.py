"""The order of weighing: echoes, dependence, slots, answers, contradictions, bounds, grades.

Rule: order only; each finding is made in its own file. Relations are sorted by id and each is kept once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, pairwise

from rashomon.record import Accounts, Claim, Event, Relation
from rashomon.weigh.across import contradictions_across
from rashomon.weigh.acts import answers
from rashomon.weigh.assess import Brief, assess
from rashomon.weigh.case_view import CaseView
from rashomon.weigh.counts import Figure, adding_up
from rashomon.weigh.dependence import dependences
from rashomon.weigh.echo import echoes, echoes_of_claims
from rashomon.weigh.fill import with_values
from rashomon.weigh.independence import independence
from rashomon.weigh.slots import compare_claims
from rashomon.weigh.versions import versions

ALL_PAIRS = 40
"""Events with more claims are compared along the order of their claims only, so that work grows with the claims."""


def weigh(accounts: Accounts) -> Accounts:
    """Accounts with relations, and events with values, independence and assessment."""
    view = CaseView(accounts)
    members = {event.id: view.members(event) for event in accounts.events}
    pages = tuple(echoes(view))
    within = [item for claims in members.values() for item in _within(view, claims)]
    found = [*pages, *echoes_of_claims(pages, members.values()), *within, *answers(view), *contradictions_across(view)]
    relations = {item.id: item for item in sorted(found, key=lambda item: (item.id, item.reason))}
    of_claim = _by_claim(relations.values())
    events = tuple(_graded(view, event, members[event.id], of_claim) for event in accounts.events)
    return replace(accounts, events=events, relations=tuple(relations[key] for key in sorted(relations)))


def _within(view: CaseView, claims: Sequence[Claim]) -> Iterator[Relation]:
    pairs = combinations(claims, 2) if len(claims) <= ALL_PAIRS else pairwise(claims)
    for a, b in pairs:
        yield from compare_claims(view, a, b)
    yield from adding_up([Figure(claim, count) for claim in claims for count in claim.counts])
    yield from dependences(view, claims)


def _by_claim(relations: Iterable[Relation]) -> dict[str, list[Relation]]:
    index: dict[str, list[Relation]] = defaultdict(list)
    for item in relations:
        index[item.a].append(item)
        index[item.b].append(item)
    return index


def _graded(view: CaseView, event: Event, claims: Sequence[Claim], of_claim: dict[str, list[Relation]]) -> Event:
    touching = {item.id: item for claim in claims for item in of_claim.get(claim.id, ())}
    relations = [touching[key] for key in sorted(touching)]
    told = versions(view, claims, relations)
    event = replace(event, independence=independence(view, claims, relations), versions=told)
    event = with_values(event, claims)
    return replace(event, assessment=assess(Brief(view, event, claims, relations)))
