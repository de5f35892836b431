"""Answer by answer: which claims of an event give the same answer to one question, on how many independent words.

Rule: equal values only (the same bounds of the same thing, the same days, the same place, the same party): what is
finer or broader is a version of its own, and the relations say how the versions stand to each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rashomon.lexicon.characterisation import people_classes
from rashomon.lexicon.role_families import slot_of
from rashomon.lexicon.wording import fold, stem
from rashomon.record import Claim, Relation, Version
from rashomon.weigh.case_view import CaseView, role_words
from rashomon.weigh.independence import independence

Answer = tuple[str, str, str]
"""Slot, key by which equal answers meet, the answer in words."""


def versions(view: CaseView, claims: Sequence[Claim], links: Iterable[Relation]) -> tuple[Version, ...]:
    """All answers that the claims of one event give, by slot and words; each with its own bounds of independence."""
    known = list(links)
    givers: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    words: dict[tuple[str, str], str] = {}
    for claim in claims:
        for slot, key, told in dict.fromkeys(_answers(view, claim)):
            givers[slot, key].append(claim)
            words.setdefault((slot, key), told)
    made = [
        Version(slot, words[slot, key], tuple(sorted({c.id for c in told})), independence(view, told, known))
        for (slot, key), told in givers.items()
    ]
    return tuple(sorted(made, key=lambda version: (version.slot, version.words, version.claims)))


def _answers(view: CaseView, claim: Claim) -> Iterator[Answer]:
    yield ("happened", *(("no", "it did not happen") if claim.polarity < 0 else ("yes", "it happened")))
    if claim.time is not None and (claim.time.earliest or claim.time.latest):
        days = f"{claim.time.earliest or '..'}/{claim.time.latest or '..'}"
        yield "time", days, claim.time.text or days
    for place in claim.places:
        yield place.role, place.id or fold(place.name), place.name
    for count in claim.counts:
        of = stem(fold(count.of).split()[-1]) if fold(count.of) else ""
        yield "count", f"{of} {count.low} {count.high} {count.aggregation}", f"{count.text} {count.of}".strip()
    for role, source in claim.parties:
        if slot_of(role) in ("actor", "party"):
            yield slot_of(role), source, view.name(source)
    classes = people_classes(role_words(claim, "affected"))
    if classes:
        yield "affected", " ".join(sorted(classes)), ", ".join(sorted(classes))
