"""Which decisions stand. Rule: the last word of each reviewer counts; where two reviewers differ neither is laid over
the machine's finding, and both are shown; for what is one or two, "different" beats "same"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, product

from rashomon.decide.anchors import Gone, Pages
from rashomon.record import Decision, PageReading, Ruling
from rashomon.record.decision import RulingState

Pair = tuple[str, str]

KEYED = {"accept": "verdict", "reject": "verdict", "correct": "slot", "override": "grade"}
"""Kinds of which a reviewer's later one replaces the earlier on the same words, and the name of what they rule on."""
GROUPING = ("merge", "split")
SOURCES = ("same_source", "different_source")


@dataclass
class Standing:
    """Decisions sorted out, with ids of claims in the place of anchors.

    verdicts     claim id -> "accepted", "rejected" or "disputed"
    corrections  claim id -> slot -> the decision that fills it
    together, apart  pairs of claim ids that people hold to be one happening, or two
    """

    rulings: dict[str, Ruling] = field(default_factory=dict)
    verdicts: dict[str, str] = field(default_factory=dict)
    corrections: dict[str, dict[str, Decision]] = field(default_factory=lambda: defaultdict(dict))
    together: set[Pair] = field(default_factory=set)
    apart: set[Pair] = field(default_factory=set)
    splits: list[tuple[set[str], set[str]]] = field(default_factory=list)
    sources: list[Decision] = field(default_factory=list)
    overrides: list[Decision] = field(default_factory=list)
    disputed: set[str] = field(default_factory=set)
    moved: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def state(self, decision: Decision, state: RulingState, note: str = "", targets: Sequence[str] = ()) -> None:
        """Says what became of a decision."""
        self.rulings[decision.id] = Ruling(decision, state, tuple(targets), note)

    def retarget(self, decision: Decision, targets: Sequence[str]) -> None:
        """Says on what a ruling stands now."""
        self.rulings[decision.id] = replace(self.rulings[decision.id], targets=tuple(targets))


def weigh_decisions(decisions: Iterable[Decision], readings: Iterable[PageReading]) -> Standing:
    """Sorts decisions out against the claims that are read now; the order of neither matters."""
    standing, pages = Standing(), Pages(readings)
    ordered = sorted(decisions, key=lambda decision: (decision.at, decision.id))
    live = [d for d in _not_undone(standing, ordered) if d.kind != "undo"]
    found = {d.id: claims for d in live if (claims := _found(standing, pages, d)) is not None}
    live = [decision for decision in live if decision.id in found]
    _keyed(standing, [d for d in live if d.kind in KEYED], found)
    _grouped(standing, [d for d in live if d.kind in GROUPING], found, pages)
    for decision in live:
        if decision.kind in ("comment", "tag"):
            standing.state(decision, "noted", targets=sorted(found[decision.id][0]))
    standing.sources = _sources(standing, [d for d in live if d.kind in SOURCES])
    return standing


def _not_undone(standing: Standing, ordered: Sequence[Decision]) -> list[Decision]:
    """Read from the end, so that an undo that was itself undone undoes nothing."""
    known = {decision.id: decision for decision in ordered}
    undone: dict[str, Decision] = {}
    for decision in reversed(ordered):
        if decision.kind != "undo" or decision.id in undone:
            continue
        if decision.answers not in known:
            standing.state(decision, "orphaned", f"there is no decision {decision.answers} in this case")
            continue
        if known[decision.answers].who != decision.who:
            standing.state(decision, "orphaned", f"{decision.answers} is {known[decision.answers].who}'s own to undo")
            continue
        standing.state(decision, "applied", targets=(decision.answers,))
        undone[decision.answers] = decision
    for target, undo in undone.items():
        standing.state(known[target], "undone", f"by {undo.who}" + (f": {undo.why}" if undo.why else ""))
    return [decision for decision in ordered if decision.id not in undone]


def _found(standing: Standing, pages: Pages, decision: Decision) -> tuple[set[str], set[str]] | None:
    """Claim ids of both sides; None, and orphaned, when words it needs are gone."""
    sides: list[set[str]] = []
    for anchors in (decision.claims, decision.others):
        results = [pages.find(anchor) for anchor in anchors]
        gone = [result.reason for result in results if isinstance(result, Gone)]
        here = {result for result in results if isinstance(result, str)}
        if anchors and (not here or (gone and decision.kind not in (*GROUPING, "override", "comment", "tag"))):
            standing.state(decision, "orphaned", gone[0])
            return None
        sides.append(here)
    return sides[0], sides[1]


def _keyed(standing: Standing, live: Sequence[Decision], found: dict[str, tuple[set[str], set[str]]]) -> None:
    """Verdicts, corrections and grades: the last of each reviewer; disputed where reviewers differ."""
    last: dict[tuple[str, ...], dict[str, Decision]] = defaultdict(dict)
    for decision in live:
        key = (KEYED[decision.kind], decision.slot, *sorted(found[decision.id][0]))
        before = last[key].get(decision.who)
        if before is not None:
            standing.state(before, "superseded", f"by {decision.id}")
        last[key][decision.who] = decision
    for key, by_reviewer in last.items():
        _apply_or_dispute(standing, key[2:], [by_reviewer[who] for who in sorted(by_reviewer)])


def _apply_or_dispute(standing: Standing, claims: tuple[str, ...], rulings: Sequence[Decision]) -> None:
    said = {(decision.kind, decision.value) for decision in rulings}
    if len(said) > 1:
        who = " and ".join(f"{d.who} ({_in_words(d)})" for d in rulings)
        for decision in rulings:
            standing.state(decision, "disputed", f"reviewers differ: {who}; what the machine found stands", claims)
        if rulings[0].kind != "override":
            standing.disputed.update(claims)
        return
    for decision in rulings:
        standing.state(decision, "applied", targets=claims)
    _lay_over(standing, claims, rulings[-1])


def _lay_over(standing: Standing, claims: tuple[str, ...], decision: Decision) -> None:
    if decision.kind == "override":
        standing.overrides.append(decision)
    elif decision.kind == "correct":
        standing.corrections[claims[0]][decision.slot] = decision
    else:
        standing.verdicts[claims[0]] = f"{decision.kind}ed"


def _in_words(decision: Decision) -> str:
    return f"{decision.kind} {decision.value}".strip()


def _grouped(
    standing: Standing, live: Sequence[Decision], found: dict[str, tuple[set[str], set[str]]], pages: Pages
) -> None:
    """Pairs held together or apart: within a reviewer the last word, between reviewers "different" beats "same"."""
    rules: dict[str, dict[Pair, Decision]] = defaultdict(dict)
    for decision in live:
        side, other = found[decision.id]
        pairs = combinations(sorted(side), 2) if decision.kind == "merge" else product(sorted(side), sorted(other))
        for a, b in pairs:
            rules[decision.who][min(a, b), max(a, b)] = decision
    for by_pair in rules.values():
        for pair, decision in by_pair.items():
            (standing.together if decision.kind == "merge" else standing.apart).add(pair)
    standing.together -= standing.apart
    for decision in live:
        mine = [pair for pair, last in rules[decision.who].items() if last is decision]
        beaten = decision.kind == "merge" and any(pair in standing.apart for pair in mine)
        targets = sorted(found[decision.id][0] | found[decision.id][1])
        if not mine and len(targets) > 1:
            standing.state(decision, "superseded", f"by a later decision of {decision.who}")
        elif beaten:
            standing.state(
                decision, "disputed", 'another reviewer holds them apart, and "different" beats "same"', targets
            )
        else:
            standing.state(decision, "applied", targets=targets)
        if decision.kind == "split" and mine:
            standing.splits.append(found[decision.id])


def _sources(standing: Standing, live: Sequence[Decision]) -> list[Decision]:
    """The last of each reviewer on a pair of names; "same" first, so that "different" has the last word."""
    last: dict[tuple[str, frozenset[tuple[str, str]]], Decision] = {}
    for decision in live:
        names = frozenset((source.name, source.page or "") for source in decision.sources)
        before = last.get((decision.who, names))
        if before is not None:
            standing.state(before, "superseded", f"by {decision.id}")
        last[decision.who, names] = decision
        standing.state(decision, "applied")
    apart = {names for (_, names), decision in last.items() if decision.kind == "different_source"}
    for (_, names), decision in last.items():
        if decision.kind == "same_source" and names in apart:
            standing.state(decision, "disputed", 'another reviewer holds them apart, and "different" beats "same"')
    kept = [d for (_, names), d in last.items() if d.kind == "different_source" or names not in apart]
    return sorted(kept, key=lambda d: (d.kind != "same_source", d.at, d.id))
