"""Grades that a person gave, and every ruling told. Rule: the machine's grade and rule stay in the reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from rashomon.decide.correct import rejected
from rashomon.decide.standing import Standing
from rashomon.record import Accounts, Assessment, Decision, Event, PageReading


def override(accounts: Accounts, readings: Iterable[PageReading], standing: Standing) -> Accounts:
    """The accounts with grades overridden, rejected claims put back, and the rulings."""
    events = {event.id: event for event in accounts.events}
    of_claim = {claim: event.id for event in accounts.events for claim in event.claims}
    for decision in standing.overrides:
        targets = {of_claim[claim] for claim in standing.rulings[decision.id].targets if claim in of_claim}
        if len(targets) != 1:
            standing.state(decision, "orphaned", f"its claims stand in {len(targets)} events now, not in one")
            continue
        (target,) = targets
        events[target] = _graded(events[target], decision)
        standing.retarget(decision, [target])
    _retarget_notes(standing, of_claim)
    claims = (*accounts.claims, *rejected(readings, standing))
    return replace(
        accounts,
        events=tuple(events[key] for key in sorted(events)),
        claims=tuple(sorted(claims, key=lambda claim: claim.id)),
        rulings=tuple(standing.rulings[key] for key in sorted(standing.rulings)),
    )


def _graded(event: Event, decision: Decision) -> Event:
    machine = event.assessment
    told = f"the machine: {machine.grade} ({machine.rule}: {machine.reason})" if machine else "the machine gave none"
    reason = f"{decision.who}: {decision.why or 'no reason given'}; {told}"
    return replace(event, assessment=Assessment(decision.value, "review", reason))  # type: ignore[arg-type]


def _retarget_notes(standing: Standing, of_claim: dict[str, str]) -> None:
    """Comments and tags about an event follow its claims."""
    for ruling in list(standing.rulings.values()):
        if ruling.state == "noted" and ruling.decision.slot == "event":
            events = {of_claim[claim] for claim in ruling.targets if claim in of_claim}
            standing.retarget(ruling.decision, sorted(events))
