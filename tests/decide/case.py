"""A small case for decisions: pages, readings, and a clock that only counts."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from rashomon.decide import Drafter
from rashomon.pipeline import weigh_accounts
from rashomon.record import Accounts, Claim, Decision, PageReading, Ruling, identify
from tests.standin import StandInReader, page

TEXTS = {
    "a.txt": "North road\nThe ministry of Tolvia said forty families of Orlim were evacuated\n",
    "b.txt": "South road\nThe Ilmar League said nobody was evacuated\nLocal sources said buses were evacuated\n",
    "c.txt": "Hospital\nA spokesman said wards were evacuated\nA spokesman said wards were evacuated\n",
}


@dataclass
class Desk:
    """Readings, and decisions in the order in which they were made."""

    texts: dict[str, str] = field(default_factory=lambda: dict(TEXTS))
    made: list[Decision] = field(default_factory=list)
    ticks: Iterable[int] = field(default_factory=itertools.count)

    def readings(self) -> list[PageReading]:
        """Every page, read."""
        return [StandInReader()(page(text, name)) for name, text in self.texts.items()]

    def accounts(self) -> Accounts:
        """The accounts under all decisions made."""
        return weigh_accounts(self.readings(), self.made)

    def drafter(self, who: str = "mina", why: str = "I know") -> Drafter:
        """Writes drafts about the accounts as they are now."""
        as_read = {c.id: (c, r.document) for r in self.readings() if r.document for c in r.claims}
        return Drafter(self.accounts(), as_read, who, why)

    def decide(self, draft: Decision) -> Decision:
        """Records a draft, as the ledger does."""
        tick = next(iter(self.ticks))
        made = replace(draft, id=identify("decision", str(draft), tick), at=f"2031-05-04T00:00:00.{tick:06}Z")
        self.made.append(made)
        return made

    def claim(self, words: str) -> Claim:
        """The first claim, by place, whose quote holds the words."""
        found = [c for c in self.accounts().claims if words in c.quote.text]
        return min(found, key=lambda c: (c.document, c.trigger.start))

    def ruling(self, decision: Decision) -> Ruling:
        """What became of a decision."""
        return next(r for r in self.accounts().rulings if r.id == decision.id)
