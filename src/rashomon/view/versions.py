"""An event answer by answer: each question its accounts answer, who gives which answer, and on how many independent
words. Rule: see view/__init__."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.record import Event
from rashomon.record.linked import Version
from rashomon.view.spoken import SLOTS, edtf_words, slot_word


@dataclass(frozen=True, slots=True)
class Answered:
    """One answer to one question about the event. slot, heading: the question; words: the answer as told; accounts: the
    numbers of those that give it; lower, upper, why: on how many independent words; first: the first of its slot, and
    rows: how many answers the slot has."""

    slot: str
    heading: str
    words: str
    accounts: tuple[int, ...]
    lower: int
    upper: int
    why: tuple[str, ...]
    first: bool
    rows: int


_CLAIM = re.compile(r"claim-[0-9a-f]+")


def with_numbers(told: str, numbers: dict[str, int]) -> str:
    """Words about claims, with the numbers they have on the page in the place of their ids."""
    return _CLAIM.sub(lambda found: f"account {numbers.get(found[0], 0) or found[0]}", told)


def versions(event: Event, numbers: dict[str, int]) -> tuple[Answered, ...]:
    """Answers in the order of slots, those most accounts give first. `numbers` are those of the event's claims."""
    return tuple(_versions(event, numbers))


def _versions(event: Event, numbers: dict[str, int]) -> Iterable[Answered]:
    order = list(SLOTS)
    told: dict[str, list[Version]] = {}
    for version in event.versions:
        told.setdefault("place" if version.slot == "within" else version.slot, []).append(version)
    for slot in sorted(told, key=lambda s: (order.index(s) if s in order else len(order), s)):
        answers = sorted(told[slot], key=lambda v: (-len(v.claims), -v.independence.lower, v.words))
        for n, version in enumerate(answers):
            accounts = tuple(sorted(numbers[claim] for claim in version.claims if claim in numbers))
            words = edtf_words(version.words) if slot == "time" else version.words
            bounds = (version.independence.lower, version.independence.upper, version.independence.why)
            yield Answered(slot, slot_word(slot), words, accounts, *bounds, n == 0, len(answers))
