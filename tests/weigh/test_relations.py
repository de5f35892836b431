"""Slot by slot and across events: what accounts say against each other, each with a reason."""

from __future__ import annotations

from rashomon.link import link
from rashomon.record import Count, Relation, Span, from_plain, to_plain
from rashomon.weigh import weigh
from rashomon.weigh.counts import compare_counts

from ..link.build import PageDraft, day


def weighed(*pages: PageDraft):
    return weigh(link([page.reading() for page in pages]))


def kinds(accounts, slot: str) -> set[str]:
    return {relation.kind for relation in accounts.relations if relation.slot == slot}


def report(
    file: str, text: str, who: str, outlet: str | None = None, iso="2021-03-04", count=None, **fields
) -> PageDraft:
    page = PageDraft(file, text, outlet)
    place = page.place("Velmar", "origin", id="geonames:1", lat=10.0, lon=10.0, precision="P2", radius_km=5.0)
    counts = [page.count(*count)] if count else []
    page.claim(
        text, "evacuated", "movement.evacuation", time=day(iso), places=[place], counts=counts, r_moved=who, **fields
    )
    return page


def number(low, high, **fields) -> Count:
    known = {"of": "people", "unit": "person", **fields}
    return Count(f"{low}-{high}", Span(0, 3, "abc"), low=low, high=high, **known)


def test_civilians_and_fighters_contradict():
    one = report("a", "Buses evacuated families from Velmar.", "families")
    two = report("b", "Buses evacuated gunmen from Velmar.", "gunmen")
    found = [r for r in weighed(one, two).relations if r.slot == "affected"]
    assert [r.kind for r in found] == ["contradicts"]
    assert "civilians / fighters" in found[0].reason or "fighters / civilians" in found[0].reason
    assert {s.span.text for s in found[0].spans} == {"families", "gunmen"}


def test_numbers_finer_broader_differs_not_comparable():
    assert compare_counts(number(22, 22), number(21, None))[0] == "finer"
    assert compare_counts(number(21, None), number(22, 22))[0] == "broader"
    assert compare_counts(number(10, 10), number(47, 47))[0] == "differs"
    assert compare_counts(number(10, 10), number(900, 900, aggregation="cumulative"))[0] == "not_comparable"
    assert compare_counts(number(3, 3, unit="vehicle", of="trucks"), number(3, 3)) is None


def test_at_least_some_and_many_more_are_two_figures():
    """ "At least 19" leaves room for 23, and yet the accounts give two figures."""
    assert compare_counts(number(19, None), number(23, 23))[0] == "differs"
    assert compare_counts(number(19, None), number(301, None))[0] == "differs"


def test_a_figure_without_a_day_is_held_against_a_total():
    total = number(11, 11, aggregation="cumulative")
    assert compare_counts(total, number(9, 9))[0] == "not_comparable"
    assert compare_counts(total, number(9, 9), of_one=True)[0] == "differs"


def test_parts_add_up_to_the_total():
    pages = [
        report("a", "Buses evacuated 46 people from Velmar.", "46 people", count=("46 people", "people", 46, 46)),
        report("b", "Buses evacuated 25 people from Velmar.", "25 people", count=("25 people", "people", 25, 25)),
        report("c", "Buses evacuated 21 people from Velmar.", "21 people", count=("21 people", "people", 21, 21)),
    ]
    sums = [r for r in weighed(*pages).relations if r.kind == "adds_up"]
    assert {r.reason for r in sums} == {"25 + 21 = 46"}
    assert len(sums) == 2


def test_denial_stands_against_what_it_denies():
    one = report("a", "Buses evacuated families from Velmar.", "families")
    two = report("b", "No bus evacuated families from Velmar.", "families", polarity=-1, status="denied")
    assert "denies" in kinds(weighed(one, two), "happened")


def deal(file: str, text: str, trigger: str, kind: str, *parties: str) -> PageDraft:
    page = PageDraft(file, text)
    for number_, party in enumerate(parties):
        if party[0].isupper():
            page.mention(party, chain=number_ + 1)
    page.claim(text, trigger, kind, r_party=list(parties))
    return page


def test_a_deal_refused_contradicts_talks_under_way():
    one = deal(
        "a",
        "The Coastal League and Hill Front are negotiating.",
        "negotiating",
        "deal.negotiation",
        "Coastal League",
        "Hill Front",
    )
    two = deal(
        "b",
        "The Hill Front refused a deal with the Coastal League.",
        "refused",
        "deal.refusal",
        "Hill Front",
        "Coastal League",
    )
    found = [r for r in weighed(one, two).relations if r.slot == "terms"]
    assert [r.kind for r in found] == ["contradicts"]
    assert "Coastal League" in found[0].reason


def test_deals_of_strangers_are_left_alone():
    one = deal(
        "a",
        "The Coastal League and Hill Front are negotiating.",
        "negotiating",
        "deal.negotiation",
        "Coastal League",
        "Hill Front",
    )
    two = deal(
        "b",
        "The Miners Union refused a deal with the Steel Board.",
        "refused",
        "deal.refusal",
        "Miners Union",
        "Steel Board",
    )
    assert kinds(weighed(one, two), "terms") == set()


def test_unnamed_parties_are_compared_where_the_page_names_them():
    one = deal(
        "a",
        "The Hill Front refused a deal with the Coastal League.",
        "refused",
        "deal.refusal",
        "Hill Front",
        "Coastal League",
    )
    text = "The Coastal League met the Hill Front. A deal had been struck between the two sides."
    two = PageDraft("b", text).mention("Coastal League", chain=1).mention("Hill Front", chain=2)
    two.claim(text[39:], "struck", "deal.agreement", status="possible", r_party="the two sides")
    assert kinds(weighed(one, two), "terms") == {"contradicts"}


def test_silence_is_no_denial():
    text = "Rebels said the Coastal League shelled the mill. The Coastal League did not comment."
    page = PageDraft("a", text)
    page.mention("Coastal League", chain=1).mention("Coastal League", chain=1, after=50)
    page.claim(text[:48], "shelled", "violence.shelling", r_actor="Coastal League", r_target="the mill")
    page.claim(text[49:], "comment", None, act="no_comment", said=[("The Coastal League", "no_comment", "comment")])
    found = [r for r in weighed(page).relations if r.slot == "happened"]
    assert [r.kind for r in found] == ["not_comparable"]


def test_relations_survive_the_round_trip():
    one = report("a", "Buses evacuated families from Velmar.", "families")
    two = report("b", "Buses evacuated gunmen from Velmar.", "gunmen")
    for relation in weighed(one, two).relations:
        assert from_plain(Relation, to_plain(relation)) == relation


def test_event_keeps_every_version_of_a_number():
    one = report("a", "Buses evacuated 46 people from Velmar.", "46 people", count=("46 people", "people", 46, 46))
    two = report("b", "Buses evacuated 90 people from Velmar.", "90 people", count=("90 people", "people", 90, 90))
    (event,) = weighed(one, two).events
    assert sorted(count.low for count in event.counts) == [46, 90]
    assert event.time is not None
    assert event.time.earliest == "2021-03-04"


def test_a_part_belongs_to_the_figure_of_its_own_account():
    part = number(142, 142, of="children", part_of="386 people")
    assert compare_counts(part, number(386, 386, of="people")) is None
    whole = Count("386", Span(0, 3, "386"), of="people", low=386, high=386, unit="person")
    assert compare_counts(part, whole)[0] == "finer"


def test_a_plan_and_casualties_contradict_nothing():
    one = report("a", "By noon buses will have evacuated families from Velmar.", "families", status="planned")
    two = report("b", "Trucks evacuated gunmen from Velmar, a guard said.", "gunmen", iso="2021-03-09")
    assert "contradicts" not in kinds(weighed(one, two), "affected")
