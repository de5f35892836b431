"""Claims become events: what joins, what stays apart, whatever the order."""

from __future__ import annotations

import random

from rashomon.link import link
from rashomon.record import Accounts

from .build import PageDraft, day, days


def report(
    file: str, when: str | None, where: str = "Velmar", who: str = "villagers", outlet: str | None = None, more=""
):
    page = PageDraft(file, f"Buses evacuated {who} from {where}, {outlet or 'the mayor'} said.{more}", outlet)
    place = page.place(
        where, "origin", id=f"geonames:{where}", lat=len(where) * 1.5, lon=10.0, precision="P2", radius_km=5.0
    )
    page.claim(
        page.text.split(".")[0] + ".", "evacuated", "movement.evacuation",
        time=day(when) if when else None, places=[place], r_moved=who, r_means="Buses",
    )  # fmt: skip
    return page


def events_of(*pages) -> list[set[str]]:
    accounts = link([page.reading() for page in pages])
    return [set(event.claims) for event in accounts.events]


def same_event(accounts: Accounts, one, other) -> bool:
    found = {claim.id: claim.event for claim in accounts.claims}
    return found[one.id] == found[other.id]


def test_same_day_and_town_is_one_event_whatever_the_number():
    one, two = report("a", "2021-03-04", who="40 villagers"), report("b", "2021-03-04", who="around 90 villagers")
    assert len(events_of(one, two)) == 1


def test_same_village_three_times_in_three_years_is_three_events():
    assert len(events_of(*(report(f"p{year}", f"{year}-03-04") for year in (2019, 2020, 2021)))) == 3


def test_two_like_events_in_one_month_stay_apart():
    assert len(events_of(report("a", "2021-03-04"), report("b", "2021-03-19"))) == 2


def test_open_year_day_joins_the_dated_day_and_not_another_day():
    assert len(events_of(report("a", "2021-03-04"), report("b", "????-03-04"))) == 1
    assert len(events_of(report("a", "2021-03-04"), report("b", "????-05-04"))) == 2


def test_an_undated_report_never_chains_two_dated_events():
    pages = [report("a", "2021-03-04"), report("b", "2021-03-19"), report("c", None)]
    groups = events_of(*pages)
    dated = {pages[0].claims[0].id, pages[1].claims[0].id}
    assert not any(dated <= group for group in groups)


def test_far_towns_on_one_day_stay_apart():
    assert len(events_of(report("a", "2021-03-04", "Velmar"), report("b", "2021-03-04", "Kostany Dol"))) == 2


def test_definite_phrase_goes_on_about_the_event_before():
    page = PageDraft("a", "Helicopters evacuated 12 guards from the mill. The guards were moved to Velmar.")
    dozen = [page.count("12 guards", "guards", 12, 12)]
    first = "Helicopters evacuated 12 guards from the mill."
    one = page.claim(
        first, "evacuated", "movement.evacuation", r_moved="12 guards", r_means="Helicopters", counts=dozen
    )
    two = page.claim("The guards were moved to Velmar.", "moved", "movement.transfer", r_moved="The guards")
    assert same_event(link([page.reading()]), one, two)


def test_part_joins_its_whole():
    page = PageDraft("a", "About 300 people were evacuated from Velmar. Some forty gunmen were among those evacuated.")
    one = page.claim(
        "About 300 people were evacuated from Velmar.", "evacuated", "movement.evacuation", r_moved="About 300 people"
    )
    start = page.text.index("Some forty")
    two = page.claim(page.text[start:], "evacuated", "movement.evacuation", r_moved="Some forty gunmen")
    assert same_event(link([page.reading()]), one, two)


def test_two_reports_of_one_page_stay_two():
    page = PageDraft(
        "a",
        "Helicopters evacuated guards from the mill on May 9. "
        "The agency also said that 12 guards were evacuated earlier in May.",
    )
    one = page.claim("Helicopters evacuated guards from the mill on May 9.", "evacuated", "movement.evacuation",
                     r_moved="guards", time=day("2021-05-09"))  # fmt: skip
    start = page.text.index("The agency")
    two = page.claim(page.text[start:], "evacuated", "movement.evacuation", r_moved="12 guards")
    assert not same_event(link([page.reading()]), one, two)


def test_confirmed_report_is_the_confirmed_event():
    text = (
        "Local men told the Harbour Wire that boats evacuated traders from the pier. "
        "The Lakeside Observatory confirmed the Harbour Wire's report, saying the traders evacuated were smugglers."
    )
    page = PageDraft("a", text)
    page.mention("Harbour Wire", chain=1).mention("Lakeside Observatory", chain=2)
    page.mention("Harbour Wire", chain=1, after=text.index("confirmed"))
    one = page.claim(text.split(". ")[0] + ".", "evacuated", "movement.evacuation",
                     said=[("Harbour Wire",), ("Local men",)], r_moved="traders")  # fmt: skip
    second = text[text.index("The Lakeside") :]
    two = page.claim(second, "evacuated", "movement.evacuation",
                     said=[("The Lakeside Observatory", "confirms", "confirmed")], r_moved="the traders")  # fmt: skip
    assert same_event(link([page.reading()]), one, two)


def test_comment_claims_never_join():
    one, two = report("a", "2021-03-04"), report("b", "2021-03-04")
    two.claims[:] = [
        type(two.claims[0])(
            **{**{f: getattr(two.claims[0], f) for f in two.claims[0].__dataclass_fields__}, "voice": "comment"}
        )
    ]
    assert len(events_of(one, two)) == 2


def test_order_of_pages_does_not_matter():
    pages = [report(f"p{n}", f"2021-03-{4 + n // 2:02}", who=f"{n} villagers").reading() for n in range(10)]
    first = link(pages)
    for seed in range(5):
        mixed = pages[:]
        random.Random(seed).shuffle(mixed)
        assert link([*mixed, mixed[0]]) == first


def test_act_answers_the_claim_that_accuses_its_source():
    text = "Rebels said the Coastal League shelled the mill. Rebels burned a barn. The Coastal League denied it."
    page = PageDraft("a", text)
    page.mention("Coastal League", chain=1).mention("Coastal League", chain=1, after=60)
    accused = page.claim(text[:48], "shelled", "violence.shelling", r_actor="Coastal League", r_target="the mill")
    page.claim(text[49:71], "burned", "harm.damage", r_actor="Rebels", r_object="a barn")
    denial = page.claim(text[72:], "denied", None, act="denies", said=[("The Coastal League", "denies", "denied")])
    accounts = link([page.reading()])
    found = next(claim for claim in accounts.claims if claim.id == denial.id)
    assert found.answers == (accused.id,)


def test_a_siege_of_a_year_is_one_siege():
    """What lasts is no sum of happenings, however long it is told of."""
    long = PageDraft("a", "Velmar has been under siege for a year.")
    place = long.place("Velmar", id="geonames:1", lat=10.0, lon=10.0, precision="P2")
    text = "Velmar has been under siege for a year."
    long.claim(
        text, "siege", "territory.siege", r_besieged="Velmar", time=days("2020-03-01", "2021-03-01"), places=[place]
    )
    short = PageDraft("b", "Troops laid siege to Velmar in March.")
    place = short.place("Velmar", id="geonames:1", lat=10.0, lon=10.0, precision="P2")
    text = "Troops laid siege to Velmar in March."
    short.claim(
        text, "siege", "territory.siege", r_besieged="Velmar", time=days("2020-03-01", "2020-03-31"), places=[place]
    )
    assert [len(event.claims) for event in link([long.reading(), short.reading()]).events] == [2]


def test_a_denial_of_any_at_all_answers_the_whole_page():
    told, denied = "Guards shot two prisoners.", "The Board denied that any prisoner was shot."
    page = PageDraft("a", " ".join([told, *["Rain fell."] * 12, denied]))
    page.claim(told, "shot", "violence.killing", r_victim="two prisoners", said=[("Council",)])
    page.claim(
        denied,
        "shot",
        "violence.killing",
        r_victim="any prisoner",
        said=[("Board", "denies")],
        polarity=-1,
        status="denied",
    )
    assert [len(event.claims) for event in link([page.reading()]).events] == [2]
