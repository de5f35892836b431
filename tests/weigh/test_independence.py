"""Echoes, dependence, bounds and grades."""

from __future__ import annotations

from dataclasses import replace

from rashomon.link import link
from rashomon.weigh import weigh

from ..link.build import PageDraft, day

STORY = (
    "Forty buses left the lakeside town of Velmar before dawn with families who had sheltered in the grain mill since "
    "the first snow. Drivers said the road over the pass was clear of mines and that two bridges had been repaired "
    "overnight by army engineers. A nurse who travelled with the column counted eleven stretchers and a newborn child."
)


def weighed(*pages: PageDraft):
    return weigh(link([page.reading() for page in pages]))


def told(
    file: str, source: str | None, outlet: str | None = None, chain: tuple[str, ...] = (), more: str = ""
) -> PageDraft:
    said = (*chain, source) if source else ()
    lead = " citing ".join(said) + " said " if said else ""
    text = f"{lead}buses evacuated families from Velmar.{more}"
    page = PageDraft(file, text, outlet)
    for number, name in enumerate(said):
        if name[0].isupper():
            page.mention(name, chain=number + 1)
    place = page.place("Velmar", "origin", id="geonames:1", lat=10.0, lon=10.0, precision="P2", radius_km=5.0)
    page.claim(text.split(".")[0] + ".", "evacuated", "movement.evacuation", said=[(name,) for name in said],
               time=day("2021-03-04"), places=[place], r_moved="families")  # fmt: skip
    return page


def bounds(accounts) -> tuple[int, int]:
    (event,) = accounts.events
    return event.independence.lower, event.independence.upper


def test_two_named_bodies_are_two_origins():
    accounts = weighed(told("a", "Lakeside Observatory"), told("b", "Hill Commission"))
    assert bounds(accounts) == (2, 2)
    assert accounts.events[0].assessment.rule == "A7-several-independent"


def test_one_body_through_two_outlets_is_one_origin():
    accounts = weighed(told("a", "Lakeside Observatory"), told("b", "Lakeside Observatory", chain=("Harbour Wire",)))
    assert bounds(accounts) == (1, 1)
    assert {r.kind for r in accounts.relations if r.slot == "event"} == {"same_origin"}
    assert accounts.events[0].assessment.grade == "single origin"


def test_own_voice_may_rest_on_anybody():
    accounts = weighed(told("a", "Lakeside Observatory"), told("b", None, "Hill Post"))
    assert bounds(accounts) == (1, 2)
    assert accounts.events[0].assessment.grade == "insufficient"
    assert any("for all the page says" in why for why in accounts.events[0].independence.why)


def test_unnamed_sources_of_two_pages_may_be_one():
    assert bounds(weighed(told("a", "local sources"), told("b", "local sources"))) == (1, 2)


def test_a_page_that_cites_a_page_of_the_case_rests_on_it():
    accounts = weighed(told("a", None, "Harbour Wire"), told("b", "Harbour Wire", "Hill Post"))
    assert "rests_on" in {r.kind for r in accounts.relations}
    assert bounds(accounts)[1] == 1


def test_copy_is_an_echo_with_spans_on_both_sides():
    one = PageDraft("a", STORY, "Harbour Post", "2021-03-04")
    two = PageDraft("b", "VELMAR. " + STORY.replace("Drivers", "Two drivers"), "Hill Post", "2021-03-06")
    (echo,) = [r for r in weighed(one, two).relations if r.kind == "echoes"]
    assert (echo.a, echo.b) == (two.id, one.id)
    assert "published later" in echo.reason
    assert {span.document for span in echo.spans} == {one.id, two.id}


def test_texts_on_one_subject_are_no_echo():
    one = PageDraft("a", STORY)
    retold = (
        "In Velmar families left the grain mill on buses on Thursday. The army cleared mines from the pass and mended "
        "bridges. Among those on board was a baby, said a nurse, who had seen the wounded."
    )
    two = PageDraft("b", retold)
    assert not [r for r in weighed(one, two).relations if r.kind == "echoes"]


def test_the_responsible_party_confirms():
    page = PageDraft("a", "The Coastal League said it evacuated families from Velmar.")
    page.mention("Coastal League", chain=1).mention("it", "description", chain=1, name="Coastal League")
    page.claim(
        page.text, "evacuated", "movement.evacuation", said=[("The Coastal League",)], r_actor="it", r_moved="families"
    )
    assert weighed(page).events[0].assessment.rule == "A3-responsible-party"


def test_denied_only():
    page = PageDraft("a", "The Coastal League denied that guards shelled Velmar.")
    page.claim(page.text, "shelled", "violence.shelling", polarity=-1, status="denied", r_actor="guards")
    assert weighed(page).events[0].assessment.rule == "A1-denied-only"


def test_every_event_has_a_grade_and_its_rule():
    accounts = weighed(told("a", "Lakeside Observatory"), told("b", None), told("c", "local sources"))
    assert all(event.assessment and event.assessment.rule and event.assessment.reason for event in accounts.events)


def test_each_answer_has_its_own_bounds():
    """Three pages of two bodies, one of them denying: the denial rests on one word, the report on another."""
    one, two = told("a", "Lakeside Observatory"), told("b", "Hill Commission")
    two.claims[0] = replace(two.claims[0], polarity=-1, status="denied")
    (event,) = weighed(one, two, told("c", "Lakeside Observatory", chain=("Harbour Wire",))).events
    happened = {
        v.words: (len(v.claims), v.independence.lower, v.independence.upper)
        for v in event.versions
        if v.slot == "happened"
    }
    assert happened == {"it happened": (2, 1, 1), "it did not happen": (1, 1, 1)}


def addressed(page: PageDraft, url: str):
    reading = page.reading()
    return replace(reading, document=replace(reading.document, url=url))


def own_voice(file: str, lead: str, outlet: str | None = None) -> PageDraft:
    """A page that tells the evacuation in its own voice, after a lead of its own."""
    text = f"{lead} Buses evacuated families from Velmar. {file} adds nothing else."
    page = PageDraft(file, text, outlet)
    place = page.place("Velmar", "origin", id="geonames:1", lat=10.0, lon=10.0, precision="P2", radius_km=5.0)
    page.claim("Buses evacuated families from Velmar.", "evacuated", "movement.evacuation", time=day("2021-03-04"),
               places=[place], r_moved="families")  # fmt: skip
    return page


def test_two_pages_that_credit_one_agency_are_one_origin():
    accounts = weighed(own_voice("a", "VELMAR (Harbour Wire) -"), own_voice("b", "VELMAR, March 4 (Harbour Wire) -"))
    (link_,) = [r for r in accounts.relations if r.kind == "same_origin"]
    assert link_.reason == "both pages credit Harbour Wire"
    assert {shared.span.text for shared in link_.spans} == {"Harbour Wire"}
    assert len(link_.spans) == 2
    assert bounds(accounts) == (1, 1)


def test_a_page_that_credits_an_agency_rests_on_the_agencys_own():
    accounts = weighed(own_voice("a", "VELMAR (Harbour Wire) -", "Hill Post"), own_voice("b", "News.", "Harbour Wire"))
    (link_,) = [r for r in accounts.relations if r.kind == "rests_on"]
    assert link_.reason == "credits Harbour Wire, whose own page tells it"
    assert len({shared.document for shared in link_.spans}) == 2


def test_one_house_under_two_addresses_is_one_origin():
    pages = own_voice("a", "News."), own_voice("b", "More news.")
    readings = [addressed(pages[0], "https://www.hillpost.com/x"), addressed(pages[1], "https://en.hillpost.co.uk/y")]
    accounts = weigh(link(readings))
    (link_,) = [r for r in accounts.relations if r.kind == "same_origin"]
    assert link_.reason == "one house publishes both pages: hillpost"
    assert bounds(accounts) == (1, 1)


def test_two_houses_are_two():
    readings = [addressed(own_voice("a", "News."), "https://hillpost.com/x"),
                addressed(own_voice("b", "More news."), "https://valley.com/y")]  # fmt: skip
    assert not [r for r in weigh(link(readings)).relations if r.kind in ("same_origin", "rests_on")]
