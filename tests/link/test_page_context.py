"""What a page lends its sentences, and what it tells apart."""

from __future__ import annotations

from rashomon.link import link
from rashomon.weigh import weigh

from .build import PageDraft, day
from .test_events import same_event


def town(page: PageDraft, words: str = "Velmar"):
    return page.place(words, "place", id=f"geonames:{words}", lat=10.0, lon=10.0, precision="P2", radius_km=5.0)


def two_sentences(file: str, second: str, trigger: str, number: int) -> tuple[PageDraft, object]:
    """A page that names its town and day first, and tells of arrests in a sentence of its own."""
    page = PageDraft(file, f"Police stormed the theatre of Velmar. {second}", title="Theatre of Velmar cleared")
    page.claim("Police stormed the theatre of Velmar.", "stormed", "territory.offensive", time=day("2021-03-04"),
               places=[town(page)], r_actor="Police")  # fmt: skip
    count = page.count(str(number), "students", number, number)
    return page, page.claim(second, trigger, "custody.detention", counts=[count], r_taken=f"{number} students")


def test_place_and_day_told_before_stand_in_for_a_claims_own():
    one, first = two_sentences("a", "The police arrested 63 students.", "arrested", 63)
    two, second = two_sentences("b", "In the end 63 students were led away.", "led", 63)
    assert same_event(link([one.reading(), two.reading()]), first, second)


def test_the_killed_and_the_wounded_are_two_figures():
    page = PageDraft("a", "The blast killed 19 people. It wounded 41 people.")
    dead = page.claim("The blast killed 19 people.", "killed", "harm.casualties", r_victim="19 people",
                      time=day("2021-03-04"), places=[page.place("blast")])  # fmt: skip
    other = PageDraft("b", "The blast wounded 41 people.")
    hurt = other.claim("The blast wounded 41 people.", "wounded", "harm.casualties", r_victim="41 people",
                       time=day("2021-03-04"), places=[other.place("blast")])  # fmt: skip
    assert not same_event(link([page.reading(), other.reading()]), dead, hurt)


def test_a_denial_answers_what_was_told_before_by_another():
    page = PageDraft("a", "Medics said planes bombed the market. The army denied that planes had struck the market.")
    told = page.claim("Medics said planes bombed the market.", "bombed", "violence.airstrike", said=[("Medics",)],
                      r_target="the market")  # fmt: skip
    denied = page.claim("The army denied that planes had struck the market.", "struck", "violence.airstrike",
                        said=[("The army", "denies")], polarity=-1, status="denied", r_target="the market")  # fmt: skip
    accounts = weigh(link([page.reading()]))
    assert {(r.kind, r.slot) for r in accounts.relations if {r.a, r.b} == {told.id, denied.id}} >= {
        ("denies", "happened")
    }


def test_another_source_on_what_was_just_told_is_the_same_event():
    page = PageDraft("a", "At least 30 people died, a doctor said. The ministry confirmed 12 deaths.")
    one = page.claim("At least 30 people died, a doctor said.", "died", "harm.casualties", said=[("a doctor",)],
                     counts=[page.count("30", "people", 30, None)], r_victim="30 people")  # fmt: skip
    two = page.claim("The ministry confirmed 12 deaths.", "deaths", "harm.casualties", said=[("The ministry",)],
                     counts=[page.count("12", "deaths", 12, 12)], r_victim="12")  # fmt: skip
    assert same_event(link([page.reading()]), one, two)


def test_what_a_page_tells_apart_no_other_page_joins():
    page = PageDraft("a", "Buses evacuated 40 villagers. Two days later trucks moved 90 miners.")
    first = page.claim("Buses evacuated 40 villagers.", "evacuated", "movement.evacuation", r_moved="40 villagers")
    second = page.claim("Two days later trucks moved 90 miners.", "moved", "movement.evacuation", r_moved="90 miners")
    other = PageDraft("b", "Buses evacuated 40 villagers and 90 miners, a clerk said.")
    other.claim("Buses evacuated 40 villagers and 90 miners, a clerk said.", "evacuated", "movement.evacuation",
                r_moved="40 villagers and 90 miners")  # fmt: skip
    assert not same_event(link([page.reading(), other.reading()]), first, second)


def source(accounts, name: str):
    return next(s for s in accounts.sources if name in (s.name, *s.aliases))


def test_a_short_name_in_brackets_is_the_name_before_it():
    page = PageDraft("a", "The Vandari State Information Agency (VASIA) spoke. VASIA spoke again.")
    page.mention("Vandari State Information Agency", chain=1).mention("VASIA", chain=2)
    assert source(link([page.reading()]), "VASIA").name == "Vandari State Information Agency"


def test_a_header_spells_out_what_the_page_calls_itself():
    page = PageDraft("a", "A cousin told the Spark about it.", title="Evening Spark")
    page.mention("Spark", chain=1)
    assert "Evening Spark" in {source(link([page.reading()]), "Spark").name}


def test_titles_and_kinds_are_shown_among_the_names():
    page = PageDraft("a", "Rufin Talley spoke for the Uplands Militia. Mr Talley left. Then the militia left.")
    page.mention("Rufin Talley", "person", chain=1).mention("Talley", "person", chain=1, name="Rufin Talley", after=20)
    page.mention("Uplands Militia", chain=2).mention("the militia", chain=2, name="Uplands Militia")
    accounts = link([page.reading()])
    assert "Mr Talley" in source(accounts, "Rufin Talley").aliases
    assert "the militia" in source(accounts, "Uplands Militia").aliases


def test_an_office_beside_a_name_says_whom_it_speaks_for():
    for words in (
        "The Valley Watch wrote. Its head, Leila Torr, agreed.",
        "The Valley Watch wrote, and Leila Torr, who heads the Valley Watch, agreed.",
        "The Valley Watch's spokeswoman, Leila Torr, agreed.",
    ):
        page = PageDraft("a", words).mention("Valley Watch", chain=1)
        if words.count("Valley Watch") > 1:
            page.mention("Valley Watch", chain=1, after=words.rindex("Valley Watch"))
        page.mention("Leila Torr", "person", chain=2)
        assert source(link([page.reading()]), "Leila Torr").speaks_for == "Valley Watch", words
