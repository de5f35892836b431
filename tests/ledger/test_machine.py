"""Whatever is done to a case in whatever order, its record holds: nothing acknowledged is lost, the chain verifies,
rebuilding changes nothing, and what travels arrives."""

from __future__ import annotations

import itertools
import shutil
import tempfile
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from rashomon.case import Case
from rashomon.engine import SingleEngine
from rashomon.errors import InputError
from rashomon.ledger import verify
from rashomon.record import Decision
from tests.ledger.conftest import fresh_database
from tests.standin import StandInReader

WHO = ("The ministry", "The Ilmar League", "Local sources", "A spokesman")
WHAT = ("forty families of Orlim were evacuated", "nobody was evacuated", "several buses were evacuated")
REVIEWERS = st.sampled_from(["lena", "omar"])


class CaseMachine(RuleBasedStateMachine):
    """Adds pages, decides, undoes, merges, splits, rebuilds, exports and imports."""

    new_place: Any = staticmethod(lambda: tempfile.mkdtemp(prefix="rashomon-machine-"))
    made = Bundle("made")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="rashomon-pages-"))
        self.case = Case.create(self.new_place())
        self.acknowledged: dict[str, Decision] = {}
        self.pages = 0
        self.numbers = itertools.count()

    def teardown(self) -> None:
        """Takes the folders away."""
        self.case.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        if "://" not in self.case.ledger.where:
            shutil.rmtree(self.case.ledger.where, ignore_errors=True)

    @rule(lines=st.lists(st.tuples(st.sampled_from(WHO), st.sampled_from(WHAT)), min_size=1, max_size=3))
    def add(self, lines: list[tuple[str, str]]) -> None:
        """A page more."""
        number = next(self.numbers)
        text = f"Page {number}\n" + "\n".join(f"{who} said {what}" for who, what in lines) + "\n"
        (self.folder / f"{number}.txt").write_text(text)
        report = self.case.build([self.folder], engine=SingleEngine(), read=StandInReader())
        assert report.read == 1
        self.pages += 1

    def decide(self, draft: Decision) -> Decision:
        made = self.case.decide(draft)
        self.acknowledged[made.id] = made
        return made

    @precondition(lambda self: self.pages)
    @rule(target=made, who=REVIEWERS, kind=st.sampled_from(["accept", "reject"]), data=st.data())
    def verdict(self, who: str, kind: Any, data: st.DataObject) -> Decision:
        """Accept or reject a claim."""
        accounts = self.case.accounts()
        claim = data.draw(st.sampled_from([c.id for c in accounts.claims]))
        return self.decide(self.case.drafter(accounts, who).about_claim(kind, claim))

    @precondition(lambda self: self.pages)
    @rule(target=made, who=REVIEWERS, polarity=st.sampled_from(["1", "-1"]), data=st.data())
    def correct(self, who: str, polarity: str, data: st.DataObject) -> Decision:
        """Correct a claim."""
        accounts = self.case.accounts()
        claim = data.draw(st.sampled_from([c.id for c in accounts.claims]))
        return self.decide(self.case.drafter(accounts, who).about_claim("correct", claim, "polarity", polarity))

    @precondition(lambda self: len(self.case.accounts().events) > 1)
    @rule(target=made, who=REVIEWERS, data=st.data())
    def merge(self, who: str, data: st.DataObject) -> Decision:
        """Two events are one."""
        accounts = self.case.accounts()
        events = data.draw(
            st.lists(st.sampled_from([e.id for e in accounts.events]), min_size=2, max_size=2, unique=True)
        )
        return self.decide(self.case.drafter(accounts, who).merge(events))

    @rule(who=REVIEWERS, data=st.data())
    def split(self, who: str, data: st.DataObject) -> None:
        """A claim leaves its event."""
        accounts = self.case.accounts()
        large = [e for e in accounts.events if len(e.claims) > 1]
        if large:
            event = data.draw(st.sampled_from(large))
            claim = data.draw(st.sampled_from(event.claims))
            self.decide(self.case.drafter(accounts, who).split(event.id, [claim]))

    @rule(who=REVIEWERS, decision=made)
    def undo(self, who: str, decision: Decision) -> None:
        """Only one's own."""
        drafter = self.case.drafter(self.case.accounts(), who)
        if decision.who == who:
            self.decide(drafter.undo(decision))
        else:
            with pytest.raises(InputError):
                drafter.undo(decision)

    @rule()
    def rebuild(self) -> None:
        """Laying decisions over the accounts, twice, changes nothing the second time."""
        self.case.refresh()
        before = self.case.accounts()
        self.case.ledger.rebuild(self.case._weighed())
        assert self.case.accounts() == before

    @rule()
    def travel(self) -> None:
        """Decisions to another machine that has the same pages: the same accounts there."""
        self.case.refresh()
        with Case.create(tempfile.mkdtemp(prefix="rashomon-there-")) as there:
            there.build([self.folder], engine=SingleEngine(), read=StandInReader())
            file = self.case.export_decisions(self.folder.with_name(self.folder.name + "-out"))
            assert there.import_decisions(file) == len(self.acknowledged)
            assert there.import_decisions(file) == 0
            there.refresh()
            assert there.accounts().claims == self.case.accounts().claims
            assert there.accounts().events == self.case.accounts().events
            assert there.accounts().rulings == self.case.accounts().rulings
            shutil.rmtree(there.ledger.where)
            shutil.rmtree(file.parent)

    @rule()
    def reopen(self) -> None:
        """Closed and opened again."""
        where = self.case.ledger.where if "://" not in self.case.ledger.where else self.url
        self.case.close()
        self.case = Case.open(where)

    @invariant()
    def nothing_acknowledged_is_lost(self) -> None:
        """Every decision is there as it was made."""
        assert {d.id: d for d in self.case.decisions()} == self.acknowledged

    @invariant()
    def the_case_verifies(self) -> None:
        """Chain, pages, spans, derived rows."""
        assert verify(self.case.ledger) == []

    @invariant()
    def every_claim_is_in_one_event_or_rejected(self) -> None:
        """And events hold each claim once."""
        accounts = self.case.accounts()
        held = [claim for event in accounts.events for claim in event.claims]
        assert len(held) == len(set(held))
        assert set(held) == {c.id for c in accounts.claims if "rejected" not in c.reviewed}


SHORT = settings(
    max_examples=4, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
LONG = settings(max_examples=60, stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck))


def test_a_case_holds_its_invariants_on_sqlite() -> None:
    run_state_machine_as_test(CaseMachine, settings=SHORT)


@pytest.mark.slow
def test_a_case_holds_its_invariants_on_sqlite_for_long() -> None:
    run_state_machine_as_test(CaseMachine, settings=LONG)


@pytest.mark.slow
def test_a_case_holds_its_invariants_on_postgres(postgres_url: str) -> None:
    class OnPostgres(CaseMachine):
        def new_place(self) -> str:
            self.url = fresh_database(postgres_url)
            return self.url

    run_state_machine_as_test(OnPostgres, settings=settings(SHORT, max_examples=4))
