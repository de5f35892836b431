"""Decisions made in the browser, on a real case: recorded, shown, undone, refused; a whole case judged by keyboard."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest

from rashomon.case import Case
from rashomon.draw import built_assets
from rashomon.engine import SingleEngine
from rashomon.record import Claim
from tests.standin import StandInReader, write_pages
from tests.web.browser import Watched, chromium
from tests.web.conftest import Answer, Site, running
from tests.web.fixture import HeldCase


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    """A case of three invented pages, on the disk."""
    with Case.create(tmp_path / "case") as made:
        made.build([write_pages(tmp_path / "pages")], engine=SingleEngine(), read=StandInReader())
        yield made


@pytest.fixture
def site(case: Case) -> Iterator[Site]:
    with running(case) as found:
        found.enter()
        yield found


def post(site: Site, **fields: str) -> Answer:
    """A form of the page, sent as the page sends it."""
    own = {"Origin": site.base, "Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}
    return site.ask("POST", "/review", own, urlencode(fields).encode())


def words(answer: Answer) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", answer.text)))


def test_a_case_that_takes_no_decisions_offers_no_review() -> None:
    with running(HeldCase()) as readonly:
        readonly.enter()
        assert "/review" not in readonly.get("/").text
        assert readonly.get("/review").status == 404


def test_a_verdict_is_on_the_disk_and_the_next_claim_follows(site: Site, case: Case) -> None:
    claim = case.accounts().claims[0].id
    answer = post(site, act="accept", claim=claim, n="1")
    assert (answer.status, answer.headers["location"]) == (303, "/review?n=2&said=made")
    (made,) = case.decisions()
    assert made.kind == "accept"
    assert made.claims[0].quote == next(c for c in case.accounts().claims if c.id == claim).quote.text
    assert "1 decision is recorded" in words(site.get("/review"))


def test_a_decision_carries_the_name_that_was_given(site: Site, case: Case) -> None:
    post(site, act="name", who="  Mina   Orlim ")
    post(site, act="comment", claim=case.accounts().claims[0].id, words="seen twice")
    assert [d.who for d in case.decisions()] == ["Mina Orlim"]


def test_the_ledger_is_rebuilt_under_the_decisions(site: Site, case: Case) -> None:
    claim = case.accounts().claims[0].id
    post(site, act="reject", claim=claim, why="hearsay")
    post(site, act="rebuild")
    assert next(c for c in case.accounts().claims if c.id == claim).reviewed == ("rejected",)
    assert "recorded, and not yet" not in words(site.get("/review"))


def test_an_undone_decision_does_not_count(site: Site, case: Case) -> None:
    post(site, act="reject", claim=case.accounts().claims[0].id)
    post(site, act="undo", decision=case.decisions()[0].id)
    post(site, act="rebuild")
    assert all(c.reviewed == () for c in case.accounts().claims)
    assert {r.state for r in case.accounts().rulings} == {"undone", "applied"}


@pytest.mark.parametrize(
    ("fields", "slot", "value"),
    [
        ({"slot": "status", "status": "denied"}, "status", "denied"),
        ({"slot": "type", "type": "movement.flight"}, "type", "movement.flight"),
        ({"slot": "polarity", "polarity": "-1"}, "polarity", -1),
        ({"slot": "voice", "voice": "caption"}, "voice", "caption"),
        ({"slot": "voice", "value": '"title"'}, "voice", "title"),
    ],
)
def test_a_slot_is_corrected(site: Site, case: Case, fields: dict[str, str], slot: str, value: object) -> None:
    claim = case.accounts().claims[0].id
    assert post(site, act="correct", claim=claim, **fields).status == 303
    post(site, act="rebuild")
    assert getattr(next(c for c in case.accounts().claims if c.id == claim), slot) == value


def test_a_time_is_corrected_by_its_days(site: Site, case: Case) -> None:
    post(
        site, act="correct", claim=case.accounts().claims[0].id, slot="time", earliest="2031-05-04", latest="2031-05-06"
    )
    told = json.loads(case.decisions()[0].value)
    assert (told["earliest"], told["latest"]) == ("2031-05-04", "2031-05-06")


def filled(site: Site, case: Case, **fields: str) -> Claim:
    """The claim on forty families after a form was sent for it."""
    claim = next(c for c in case.accounts().claims if "forty" in c.quote.text)
    answer = post(site, act="correct", claim=claim.id, **fields)
    assert answer.status == 303, words(answer)
    post(site, act="rebuild")
    return next(c for c in case.accounts().claims if c.id == claim.id)


def test_a_figure_is_corrected_by_its_fields(site: Site, case: Case) -> None:
    row = {"count.0.words": "forty families", "count.0.of": "families", "count.0.low": "40", "count.0.high": "40"}
    told = filled(site, case, slot="counts", **row, **{"count.0.unit": "household"})
    (count,) = told.counts
    assert (count.text, count.low, count.high, count.unit) == ("forty families", 40, 40, "household")
    assert told.reviewed == ("corrected counts",)
    emptied = filled(site, case, slot="counts", **{"count.0.words": ""})
    assert emptied.counts == ()


def test_a_place_is_corrected_by_its_fields(site: Site, case: Case) -> None:
    point = {"place.0.lat": "35.5", "place.0.lon": "40.25", "place.0.radius": "5"}
    told = filled(site, case, slot="places", **{"place.0.words": "Orlim", "place.0.role": "origin"}, **point)
    (place,) = told.places
    assert (place.text, place.role, place.lat, place.lon, place.radius_km) == ("Orlim", "origin", 35.5, 40.25, 5)
    assert place.reason == "placed by a person"
    moved = filled(site, case, slot="places", **{"place.0.role": "destination"})
    assert (moved.places[0].role, moved.places[0].lat) == ("destination", 35.5)
    gone = filled(site, case, slot="places", **{"place.0.pick": "none"})
    assert (gone.places[0].lat, gone.places[0].precision) == (None, "P9")


def test_roles_and_chain_are_corrected_by_their_fields(site: Site, case: Case) -> None:
    told = filled(site, case, slot="roles", **{"role.0.name": "moved", "role.0.words": "forty families"})
    assert [(role, [span.text for span in spans]) for role, spans in told.roles] == [("moved", ["forty families"])]
    before = told.attribution
    kept = filled(site, case, slot="attribution", **{"step.0.name": before[0].name, "step.0.act": "denies"})
    assert [(step.name, step.act) for step in kept.attribution] == [(before[0].name, "denies")]
    assert kept.attribution[0].span == before[0].span


def test_every_slot_has_its_fields(site: Site) -> None:
    """No slot asks for JSON."""
    text = site.get("/review").text
    for slot in ("status", "type", "polarity", "time", "said_at", "places", "counts", "roles", "attribution", "voice"):
        assert f'name="slot" value="{slot}"' in text
    assert "JSON" not in text


def test_events_are_merged_and_sources_told_apart(site: Site, case: Case) -> None:
    events, sources = case.accounts().events, [s for s in case.accounts().sources if s.named]
    if len(events) > 1:
        assert post(site, act="merge", event=events[0].id, other_event=events[1].id).status == 303
    made = post(site, act="different_source", source=sources[0].id, other_source=sources[1].id)
    assert made.status == 303
    assert post(site, act="override", event=events[0].id, grade="contested", why="two radios differ").status == 303
    assert {d.kind for d in case.decisions()} >= {"different_source", "override"}


@pytest.mark.parametrize(
    "fields",
    [
        {"act": "forget"},
        {"act": "accept"},
        {"act": "accept", "claim": "claim-none"},
        {"act": "correct", "claim": "{claim}", "slot": "status", "status": "maybe"},
        {"act": "correct", "claim": "{claim}", "slot": "quote", "value": "1"},
        {"act": "correct", "claim": "{claim}", "slot": "time"},
        {"act": "correct", "claim": "{claim}", "slot": "time", "earliest": "2031-05-06", "latest": "2031-05-04"},
        {"act": "correct", "claim": "{claim}", "slot": "places", "place.0.words": "nowhere on the page"},
        {"act": "correct", "claim": "{claim}", "slot": "counts", "count.0.words": "forty", "count.0.low": "many"},
        {"act": "correct", "claim": "{claim}", "slot": "roles", "role.0.words": "forty"},
        {"act": "merge", "event": "", "other_event": ""},
        {"act": "comment", "claim": "{claim}", "words": "  "},
        {"act": "undo", "decision": "decision-none"},
    ],
)
def test_what_cannot_be_decided_is_said_and_not_recorded(site: Site, case: Case, fields: dict[str, str]) -> None:
    claim = case.accounts().claims[0].id
    answer = post(site, **{name: value.format(claim=claim) for name, value in fields.items()})
    assert answer.status in (404, 409)
    assert "Not" in words(answer)
    assert case.decisions() == ()


def test_looking_records_nothing(site: Site, case: Case) -> None:
    for path in ("/review", "/review?n=2", "/review?n=999", "/review?n=-1", "/review?event=none&said=made"):
        assert site.get(path).status == 200
    assert case.decisions() == ()


OPEN = "(open) => document.querySelectorAll('details').forEach((one) => { one.open = open })"


@pytest.mark.skipif("review.js" not in built_assets(), reason="the page's scripts were not built")
def test_a_whole_case_is_reviewed_by_keyboard_alone(site: Site, case: Case) -> None:
    """Accept all but one, reject that, comment, undo the comment, rebuild: no pointer. axe-core finds nothing."""
    claims = [c for c in case.accounts().claims if c.event or c.type]
    with chromium() as browser:
        watched = Watched(browser, site.base, site.cookie)
        page = watched.open("/review")
        for everything in (False, True):
            page.evaluate(
                "(open) => document.querySelectorAll('details').forEach((d) => { d.open = open })", everything
            )
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                assert watched.faults() == []
        watched.open("/review")
        for number in range(len(claims)):
            with page.expect_navigation():
                page.keyboard.press("r" if number == 1 else "a")
        page.keyboard.press("t")
        page.keyboard.type("seen on two pages")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        with page.expect_navigation():
            page.keyboard.press("u")
        with page.expect_navigation():
            page.keyboard.press("b")
        assert watched.said == []
        watched.close()
    kinds = [d.kind for d in case.decisions()]
    assert kinds.count("accept") == len(claims) - 1
    assert kinds[-2:] == ["comment", "undo"]
    assert sum(c.reviewed == ("rejected",) for c in case.accounts().claims) == 1
