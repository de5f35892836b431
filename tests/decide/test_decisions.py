"""What people decide is laid over what the machine found, and never overwrites it."""

from __future__ import annotations

import json
import random
from dataclasses import replace

import pytest

from rashomon.decide import anchor_of, check_value, source_anchor
from rashomon.decide.draft import GRADES
from rashomon.errors import InputError, NotFound
from rashomon.pipeline import weigh_accounts
from rashomon.record import Claim, to_plain
from tests.decide.case import TEXTS, Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()


def event_of(desk: Desk, words: str) -> str:
    event = desk.claim(words).event
    assert event
    return event


def apart(desk: Desk) -> tuple[str, str]:
    """Two claims that the machine holds to be two happenings."""
    one, other = desk.claim("forty"), desk.claim("buses")
    if one.event == other.event:
        desk.decide(desk.drafter("setup").split(one.event or "", [other.id]))
    return one.id, other.id


def test_without_decisions_nothing_changes(desk: Desk) -> None:
    accounts = desk.accounts()
    assert accounts.rulings == ()
    assert all(claim.reviewed == () for claim in accounts.claims)


def test_an_accepted_claim_says_so(desk: Desk) -> None:
    made = desk.decide(desk.drafter().about_claim("accept", desk.claim("forty").id))
    assert desk.claim("forty").reviewed == ("accepted",)
    assert (desk.ruling(made).state, desk.ruling(made).targets) == ("applied", (desk.claim("forty").id,))


def test_a_rejected_claim_stays_and_tells_of_no_event(desk: Desk) -> None:
    claim = desk.claim("forty")
    desk.decide(desk.drafter().about_claim("reject", claim.id))
    accounts = desk.accounts()
    (kept,) = [c for c in accounts.claims if c.id == claim.id]
    assert (kept.event, kept.reviewed) == (None, ("rejected",))
    assert all(claim.id not in event.claims for event in accounts.events)
    assert all(claim.id not in (r.a, r.b) for r in accounts.relations)


@pytest.mark.parametrize(
    ("slot", "value"),
    [("status", "possible"), ("polarity", -1), ("type", "movement.flight"), ("act", "denies"), ("counts", [])],
)
def test_a_corrected_slot_holds_what_the_reviewer_gave(desk: Desk, slot: str, value: object) -> None:
    desk.decide(desk.drafter().about_claim("correct", desk.claim("forty").id, slot, json.dumps(value)))
    claim = desk.claim("forty")
    assert to_plain(getattr(claim, slot)) == value
    assert claim.reviewed == (f"corrected {slot}",)


def test_a_correction_can_hold_words_of_the_page_and_no_others(desk: Desk) -> None:
    claim = desk.claim("forty")
    document = next(d for d in desk.accounts().documents if d.id == claim.document)
    start = document.text.index("forty families")
    count = {"text": "forty families", "of": "families", "low": 40, "high": 40}
    good = [{**count, "span": {"start": start, "end": start + 14, "text": "forty families"}}]
    desk.decide(desk.drafter().about_claim("correct", claim.id, "counts", json.dumps(good)))
    assert desk.claim("forty").counts[0].low == 40
    bad = [{**count, "span": {"start": start + 1, "end": start + 15, "text": "forty families"}}]
    with pytest.raises(InputError, match="does not stand"):
        desk.drafter().about_claim("correct", claim.id, "counts", json.dumps(bad))


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("quote", "{}"),
        ("status", '"sure"'),
        ("type", '"movement.flying"'),
        ("polarity", "3"),
        ("time", "12"),
        ("roles", "[1]"),
        ("status", "sure"),
    ],
)
def test_what_is_no_value_of_a_slot_is_refused(desk: Desk, slot: str, value: str) -> None:
    claim = desk.claim("forty")
    document = next(d for d in desk.accounts().documents if d.id == claim.document)
    with pytest.raises(ValueError, match=r".+"):
        check_value(slot, value, claim, document)


def test_a_merge_makes_one_event_and_a_split_makes_two(desk: Desk) -> None:
    one, other = apart(desk)
    merged = desk.decide(desk.drafter().merge([event_of(desk, "forty"), event_of(desk, "buses")]))
    if desk.ruling(merged).state == "disputed":  # the set-up's reviewer held them apart
        desk.made = [d for d in desk.made if d.who != "setup"]
    assert event_of(desk, "forty") == event_of(desk, "buses")
    desk.decide(desk.drafter().split(event_of(desk, "forty"), [other]))
    assert event_of(desk, "forty") != event_of(desk, "buses")
    claims = {c for e in desk.accounts().events for c in e.claims}
    assert {one, other} <= claims


def test_different_beats_same_between_reviewers(desk: Desk) -> None:
    apart(desk)
    desk.made.clear()
    events = {event_of(desk, "forty"), event_of(desk, "buses")}
    if len(events) == 1:
        desk.decide(desk.drafter("omar").split(events.pop(), [desk.claim("buses").id]))
    else:
        joined = desk.decide(desk.drafter("lena").merge(sorted(events)))
        desk.decide(desk.drafter("omar").split(event_of(desk, "forty"), [desk.claim("buses").id]))
        assert desk.ruling(joined).state == "disputed"
    again = desk.decide(desk.drafter("mina").merge([event_of(desk, "forty"), event_of(desk, "buses")]))
    assert event_of(desk, "forty") != event_of(desk, "buses")
    assert desk.ruling(again).state == "disputed"


def test_reviewers_who_differ_leave_the_machines_finding_and_both_are_shown(desk: Desk) -> None:
    claim = desk.claim("forty")
    one = desk.decide(desk.drafter("lena").about_claim("accept", claim.id))
    other = desk.decide(desk.drafter("omar").about_claim("reject", claim.id))
    assert desk.claim("forty").reviewed == ("disputed",)
    assert desk.claim("forty").event is not None
    for made in (one, other):
        ruling = desk.ruling(made)
        assert ruling.state == "disputed"
        assert "lena" in ruling.note
        assert "omar" in ruling.note


def test_reviewers_who_correct_differently_leave_the_machines_value(desk: Desk) -> None:
    claim = desk.claim("forty")
    desk.decide(desk.drafter("lena").about_claim("correct", claim.id, "status", '"possible"'))
    desk.decide(desk.drafter("omar").about_claim("correct", claim.id, "status", '"failed"'))
    assert desk.claim("forty").status == claim.status


def test_the_last_word_of_a_reviewer_counts(desk: Desk) -> None:
    claim = desk.claim("forty")
    first = desk.decide(desk.drafter().about_claim("reject", claim.id))
    desk.decide(desk.drafter().about_claim("accept", claim.id))
    assert desk.claim("forty").reviewed == ("accepted",)
    assert desk.ruling(first).state == "superseded"


def test_an_undo_is_an_entry_and_can_be_undone(desk: Desk) -> None:
    claim = desk.claim("forty")
    made = desk.decide(desk.drafter().about_claim("reject", claim.id))
    undo = desk.decide(desk.drafter().undo(made))
    assert desk.claim("forty").event is not None
    assert desk.ruling(made).state == "undone"
    desk.decide(desk.drafter().undo(undo))
    assert desk.claim("forty").event is None
    assert len(desk.made) == 3


def test_nobody_undoes_what_another_decided(desk: Desk) -> None:
    made = desk.decide(desk.drafter("lena").about_claim("reject", desk.claim("forty").id))
    with pytest.raises(InputError, match="lena"):
        desk.drafter("omar").undo(made)
    undo = replace(desk.drafter("lena").undo(made), who="omar")
    assert desk.ruling(desk.decide(undo)).state == "orphaned"
    assert desk.claim("forty").reviewed == ("rejected",)


def test_an_override_keeps_what_the_machine_said(desk: Desk) -> None:
    event = event_of(desk, "forty")
    machine = next(e for e in desk.accounts().events if e.id == event).assessment
    assert machine
    made = desk.decide(desk.drafter(why="I was there").override(event, GRADES[2]))
    (after,) = [e for e in desk.accounts().events if e.id == event]
    assert after.assessment
    assert (after.assessment.grade, after.assessment.rule) == (GRADES[2], "review")
    assert machine.grade in after.assessment.reason
    assert "I was there" in after.assessment.reason
    assert desk.ruling(made).targets == (event,)


def test_comments_and_tags_are_noted_where_they_belong(desk: Desk) -> None:
    event = event_of(desk, "forty")
    on_event = desk.decide(desk.drafter().note("tag", event, "north road"))
    on_claim = desk.decide(desk.drafter().note("comment", desk.claim("buses").id, "which buses?"))
    assert desk.ruling(on_event).targets == (event,)
    assert desk.ruling(on_claim).targets == (desk.claim("buses").id,)
    assert {desk.ruling(on_event).state, desk.ruling(on_claim).state} == {"noted"}


def test_two_names_can_be_held_to_be_one_source_and_parted_again(desk: Desk) -> None:
    accounts = desk.accounts()
    names = [source_anchor(accounts, desk.claim(words).attribution[0].source or "") for words in ("nobody", "forty")]
    desk.decide(desk.drafter().sources("same_source", names))
    joined = {desk.claim(words).attribution[0].source for words in ("nobody", "forty")}
    assert len(joined) == 1
    (source,) = [s for s in desk.accounts().sources if s.id in joined]
    assert {anchor.name for anchor in names} <= {source.name, *source.aliases}
    assert any("mina" in why for why in source.merged)
    desk.decide(desk.drafter().sources("different_source", names))
    assert len({desk.claim(words).attribution[0].source for words in ("nobody", "forty")}) == 2


def test_a_decision_whose_words_are_gone_is_orphaned_and_not_moved(desk: Desk) -> None:
    made = desk.decide(desk.drafter().about_claim("reject", desk.claim("forty").id))
    del desk.texts["a.txt"]
    desk.texts["d.txt"] = TEXTS["a.txt"] + "A line more\n"
    assert desk.ruling(made).state == "orphaned"
    assert desk.claim("forty").reviewed == ()


def test_of_two_equal_sentences_the_one_that_was_meant_is_found(desk: Desk) -> None:
    first, second = sorted(
        (c for c in desk.accounts().claims if "wards" in c.quote.text), key=lambda c: c.trigger.start
    )
    desk.decide(desk.drafter().about_claim("reject", second.id))
    kept = {c.id: c.reviewed for c in desk.accounts().claims}
    assert (kept[first.id], kept[second.id]) == ((), ("rejected",))


def test_an_anchor_counts_how_often_its_words_stand_on_the_page(desk: Desk) -> None:
    claim = max((c for c in desk.accounts().claims if "wards" in c.quote.text), key=lambda c: c.trigger.start)
    document = next(d for d in desk.accounts().documents if d.id == claim.document)
    anchor = anchor_of(claim, document)
    assert (anchor.nth, anchor.of) == (1, 2)


def test_the_order_of_decisions_and_readings_does_not_matter(desk: Desk) -> None:
    """They are taken by their times."""
    claim = desk.claim("forty")
    desk.decide(desk.drafter("lena").about_claim("reject", claim.id))
    desk.decide(desk.drafter("lena").about_claim("accept", claim.id))
    desk.decide(desk.drafter("omar").note("tag", claim.id, "north"))
    desk.decide(desk.drafter("omar").about_claim("correct", claim.id, "status", '"possible"'))
    before = desk.accounts()
    readings = desk.readings()
    for seed in range(3):
        random.Random(seed).shuffle(readings)
        random.Random(seed).shuffle(desk.made)
        assert weigh_accounts(readings, desk.made) == before


def test_drafts_that_could_not_be_applied_are_refused(desk: Desk) -> None:
    event, claim = event_of(desk, "forty"), desk.claim("forty")
    held = next(e for e in desk.accounts().events if e.id == event).claims
    for refused in (
        lambda: desk.drafter().merge([event]),
        lambda: desk.drafter().split(event, list(held)),
        lambda: desk.drafter().split(event, ["claim-other"]),
        lambda: desk.drafter().override(event, "certain"),
        lambda: desk.drafter(why="").override(event, GRADES[0]),
        lambda: desk.drafter().note("comment", claim.id, "  "),
    ):
        with pytest.raises(InputError):
            refused()
    for unknown in (
        lambda: desk.drafter().about_claim("accept", "claim-none"),
        lambda: desk.drafter().merge([event, "event-none"]),
        lambda: source_anchor(desk.accounts(), "source-none"),
    ):
        with pytest.raises(NotFound):
            unknown()


def test_corrections_on_one_claim_do_not_hinder_each_other(desk: Desk) -> None:
    claim: Claim = desk.claim("forty")
    for slot, value in (("status", '"possible"'), ("polarity", "-1")):
        desk.decide(desk.drafter().about_claim("correct", claim.id, slot, value))
    assert (desk.claim("forty").status, desk.claim("forty").polarity) == ("possible", -1)
    assert desk.claim("forty").reviewed == ("corrected polarity", "corrected status")
