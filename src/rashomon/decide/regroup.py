"""Merges and splits of events and of sources, laid over what was linked. Rule: whole groups move; times, places, counts
and grades are weighed afterwards, from the groups as people hold them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from rashomon.decide.sources import same_and_different
from rashomon.decide.standing import Standing
from rashomon.record import Accounts, Claim, Event, identify


def regroup(accounts: Accounts, standing: Standing) -> Accounts:
    """The accounts with events and sources as people hold them."""
    if standing.together or standing.splits:
        accounts = _events(accounts, standing)
    return same_and_different(accounts, standing)


def _events(accounts: Accounts, standing: Standing) -> Accounts:
    before = {event.claims: event for event in accounts.events}
    claims = {claim.id: claim for claim in accounts.claims}
    groups = _united([set(event.claims) for event in accounts.events], standing)
    for side, other in standing.splits:
        groups = _split(groups, side, other)
    groups = _kept_apart(groups, standing)
    events = [before.get(tuple(sorted(group))) or _event(group, claims) for group in groups]
    of_claim = {claim: event.id for event in events for claim in event.claims}
    return replace(
        accounts,
        events=tuple(sorted(events, key=lambda event: event.id)),
        claims=tuple(replace(claim, event=of_claim.get(claim.id)) for claim in accounts.claims),
    )


def _united(groups: Sequence[set[str]], standing: Standing) -> list[set[str]]:
    """Events that hold claims of one merge become one."""
    merged = list(groups)
    for a, b in sorted(standing.together):
        one = next((group for group in merged if a in group), None)
        other = next((group for group in merged if b in group), None)
        if one is not None and other is not None and one is not other:
            merged = [group for group in merged if group is not one and group is not other] + [one | other]
    return merged


def _split(groups: Sequence[set[str]], side: set[str], other: set[str]) -> list[set[str]]:
    """Claims of one side leave an event that holds claims of both; claims nobody ruled on stay with the other side."""
    result = []
    for group in groups:
        leaving = group & side
        if leaving and group & other:
            result += [leaving, group - leaving]
        else:
            result.append(group)
    return result


def _kept_apart(groups: Iterable[set[str]], standing: Standing) -> list[set[str]]:
    """What several decisions together still hold in one event against somebody's word: the later id leaves."""
    result = []
    for group in groups:
        held = set(group)
        for a, b in sorted(standing.apart):
            if a in held and b in held:
                held.discard(b)
                result.append({b})
        result.append(held)
    return result


def _event(group: Iterable[str], claims: dict[str, Claim]) -> Event:
    """An event that people made; its id is that of its first claim, as for any event."""
    ids = tuple(sorted(group))
    types = Counter(claims[claim].type or "" for claim in ids)
    kind = min(types, key=lambda name: (-types[name], name))
    return Event(identify("event", ids[0]), kind, ids, weakest="grouped by a reviewer")
