"""Names that pages shorten or spell out, and whom a person speaks for."""

from __future__ import annotations

import pytest

from rashomon.link import link

from .build import PageDraft
from .test_sources import together


def speaks_for(page: PageDraft, name: str) -> str | None:
    return next(source.speaks_for for source in link([page.reading()]).sources if source.name == name)


@pytest.mark.parametrize(
    "text", ["Front spokesman Ulo Brenn denied it.", "The camp was empty, said the Front's Ulo Brenn, and left."]
)
def test_a_body_right_before_its_speaker_is_spoken_for(text):
    page = PageDraft("a", f"The Harbour Front (HF) met. {text}")
    page.mention("Harbour Front", chain=1).mention("Front", chain=1, name="Harbour Front", after=24)
    page.mention("Ulo Brenn", "person", chain=2)
    assert speaks_for(page, "Ulo Brenn") == "Harbour Front"


def test_a_country_before_an_office_is_no_body():
    page = PageDraft("a", "Valdean minister Ulo Brenn denied it.")
    page.mention("Valdean", "norp", chain=1).mention("Ulo Brenn", "person", chain=2)
    assert speaks_for(page, "Ulo Brenn") is None


def test_the_group_is_the_body_told_before():
    page = PageDraft("a", "Dockside Legal Aid counted nine. They are held, said Ada Moll, the group's coordinator.")
    page.mention("Dockside Legal Aid", chain=1).mention("Ada Moll", "person", chain=2, speaks_for="group")
    assert speaks_for(page, "Ada Moll") == "Dockside Legal Aid"


def test_an_outlets_short_name_is_its_first_word():
    page = PageDraft("a", "A guard told VELT that the bridge fell.", outlet="VELT News")
    page.mention("VELT", chain=1)
    assert together(link([page.reading()]), "VELT", "VELT News")


def test_a_header_may_print_the_short_name_first():
    page = PageDraft("a", "(NCA) The bridge fell.", outlet="NCA", title="NCA Northern Coast Agency / English service")
    page.mention("NCA", chain=1, after=20)
    assert together(link([page.reading()]), "NCA", "Northern Coast Agency")


def test_a_longer_name_joins_where_it_is_the_only_one():
    short = PageDraft("a", "The Union of Ferry Workers met.").mention("Union of Ferry Workers", chain=1)
    long = PageDraft("b", "The Union of Ferry Workers of the North Shore met.")
    long.mention("Union of Ferry Workers of the North Shore", chain=1)
    other = PageDraft("c", "The Union of Ferry Workers of the Lake met.")
    other.mention("Union of Ferry Workers of the Lake", chain=1)
    names = "Union of Ferry Workers", "Union of Ferry Workers of the North Shore"
    assert together(link([short.reading(), long.reading()]), *names)
    assert not together(link([short.reading(), long.reading(), other.reading()]), *names)


def test_a_ministry_is_not_the_ministry_of_a_country():
    short = PageDraft("a", "The Ministry of Defence met.").mention("Ministry of Defence", chain=1)
    long = PageDraft("b", "The Ministry of Defence of Valdea met.").mention("Ministry of Defence of Valdea", chain=1)
    assert not together(link([short.reading(), long.reading()]), "Ministry of Defence", "Ministry of Defence of Valdea")


@pytest.mark.parametrize(("body", "one"), [("Salt Board", True), ("Lamp Board", False)])
def test_a_surname_with_a_title_is_the_only_bearer_on_pages_of_one_body(body, one):
    full = PageDraft("a", "Ivo Tarn of the Salt Board spoke.")
    full.mention("Ivo Tarn", "person", chain=1).mention("Salt Board", chain=2)
    short = PageDraft("b", f"The {body} wrote to Mr Tarn.").mention(body, chain=1)
    short.mention("Tarn", "person", chain=2)
    assert together(link([full.reading(), short.reading()]), "Ivo Tarn", "Mr Tarn") is one


def test_a_surname_that_nobody_typed_is_the_pages_person():
    page = PageDraft("a", "Brigadier Ola Reck spoke. Reck denied the raid.")
    page.mention("Ola Reck", "person", chain=1).mention("Reck", "misc", chain=2, after=20)
    page.claim("Reck denied the raid.", "denied", None, act="denies", said=[("Reck", "denies")])
    assert together(link([page.reading()]), "Ola Reck", "Reck")


def test_the_ministry_is_the_one_that_the_page_names():
    text = "The Ministry of Harbours met. The ministry denied that the bridge fell."
    page = PageDraft("a", text).mention("Ministry of Harbours", chain=1)
    page.claim("The ministry denied that the bridge fell.", "fell", "harm.damage", said=[("ministry", "denies")])
    found = link([page.reading()])
    assert together(found, "Ministry of Harbours", "the ministry")
    assert {step.source for claim in found.claims for step in claim.attribution} == {found.sources[0].id}


def test_a_ministry_among_two_is_neither():
    page = PageDraft("a", "The Ministry of Harbours and the Ministry of Roads met. The ministry left.")
    page.mention("Ministry of Harbours", chain=1).mention("Ministry of Roads", chain=2)
    assert all("the ministry" not in source.aliases for source in link([page.reading()]).sources)


def test_an_office_stands_for_its_holder():
    page = PageDraft("a", "Chief Harbour Inspector A. B. Moll left.")
    page.mention("A. B. Moll", "person", chain=1, described=("Chief Harbour Inspector",))
    assert together(link([page.reading()]), "A. B. Moll", "Chief Harbour Inspector")


def test_a_surname_with_the_same_calling_is_one_person():
    full = PageDraft("a", "The engineer Pal Dorn was buried.")
    full.mention("engineer", "person", chain=1, name="Pal Dorn").mention("Pal Dorn", "person", chain=1)
    short = PageDraft("b", "They wept for the engineer Dorn.")
    short.mention("engineer", "person", chain=1, name="Dorn").mention("Dorn", "person", chain=1)
    cook = PageDraft("c", "They wept for the cook Dorn.")
    cook.mention("cook", "person", chain=1, name="Dorn").mention("Dorn", "person", chain=1)
    assert together(link([full.reading(), short.reading()]), "Pal Dorn", "Dorn")
    assert not together(link([full.reading(), cook.reading()]), "Pal Dorn", "Dorn")


def test_one_person_dies_once():
    one = PageDraft("a", "The engineer Pal Dorn was shot dead.").mention("Pal Dorn", "person", chain=1)
    one.claim("The engineer Pal Dorn was shot dead.", "shot", "violence.killing", r_victim="The engineer Pal Dorn")
    two = PageDraft("b", "A bomb killed Pal Dorn.").mention("Pal Dorn", "person", chain=1)
    two.claim("A bomb killed Pal Dorn.", "killed", "harm.casualties", r_victim="Pal Dorn")
    assert [len(event.claims) for event in link([one.reading(), two.reading()]).events] == [2]


def test_a_rank_before_a_surname_is_what_a_person_is_called():
    page = PageDraft("a", "Pal Dorn came. General Dorn left.")
    page.mention("Pal Dorn", "person", chain=1).mention("Dorn", "person", chain=1, name="Pal Dorn", after=20)
    assert together(link([page.reading()]), "Pal Dorn", "General Dorn")
