"""Grounding a page: whose time, whose place, whose count."""

from __future__ import annotations

from dataclasses import replace

from rashomon.ground import ground
from rashomon.record.parse import Labelled, Parse
from tests.ground.make import Table, claim, page, town

ORLIM = town("Orlim", 35.0, 40.0, "SY", 50_000)
FAR = town("Orlim", -10.0, 100.0, "ID", 40_000, admin1="x")
SYRIA = town("Syria", 35.0, 38.0, "SY", 17_000_000, "country")


def test_the_day_of_the_saying_is_not_the_day_of_the_event() -> None:
    document, annotation = page(
        "On March 9, a monitor revealed that trucks evacuated the wounded from Orlim on March 8."
    )
    made = claim(document, "evacuated", cue="revealed")
    (grounded,), _ = ground(document, annotation, [made], Table(ORLIM))
    assert grounded.time is not None
    assert grounded.time.earliest == grounded.time.latest == "????-03-08"
    assert grounded.said_at is not None
    assert grounded.said_at.earliest == "????-03-09"


def test_a_past_event_without_a_date_lies_before_the_day_it_was_told() -> None:
    document, annotation = page("The agency said on May 4 that trucks had evacuated the wounded.")
    (grounded,), _ = ground(document, annotation, [claim(document, "evacuated", cue="said")], Table())
    assert grounded.time is not None
    assert (grounded.time.earliest, grounded.time.latest, grounded.time.precision) == (None, "????-05-04", "T6")
    assert "not after" in grounded.time.narrowed[0].reason


def test_a_publication_day_is_used_with_its_basis() -> None:
    document, annotation = page("Trucks evacuated the wounded on Friday.", published="2019-01-12")
    (grounded,), _ = ground(document, annotation, [claim(document, "evacuated")], Table())
    assert grounded.time is not None
    assert (grounded.time.latest, grounded.time.basis) == ("2019-01-11", "relative to publication")
    assert "2019-01-12" in grounded.time.narrowed[0].reason


def test_a_weekday_on_a_page_without_dates_stays_a_weekday() -> None:
    document, annotation = page("Trucks evacuated the wounded on Friday.")
    (grounded,), _ = ground(document, annotation, [claim(document, "evacuated")], Table())
    assert grounded.time is not None
    assert (grounded.time.earliest, grounded.time.weekday, grounded.time.precision) == (None, "Friday", "T9")


def test_a_full_date_shortly_before_lends_its_year_with_a_reason() -> None:
    document, annotation = page("The siege began on December 27, 2017.", "Trucks evacuated the wounded on January 3.")
    (grounded,), _ = ground(document, annotation, [claim(document, "evacuated")], Table())
    assert grounded.time is not None
    assert (grounded.time.earliest, grounded.time.basis) == ("2018-01-03", "context of the page")
    assert grounded.time.narrowed[0].span is not None


def test_an_impossible_date_is_refused_and_the_claim_is_kept() -> None:
    document, annotation = page("Trucks evacuated the wounded on 31 February 2018.")
    (grounded,), refused = ground(document, annotation, [claim(document, "evacuated")], Table())
    assert grounded.time is None
    assert [refusal.code for refusal in refused] == ["impossible-date"]


def test_a_running_total_keeps_its_window_and_its_part() -> None:
    document, annotation = page(
        "Some 900 people, including 60 fighters, have fled the pocket since the start of March."
    )
    made = claim(document, "fled", "movement.flight", moved="Some 900 people, including 60 fighters")
    (grounded,), _ = ground(document, annotation, [made], Table())
    whole, part = grounded.counts
    assert (whole.low, whole.high, whole.aggregation, whole.window) == (
        810,
        990,
        "cumulative",
        "since the start of March",
    )
    assert (part.low, part.part_of) == (60, "Some 900 people")


def test_a_count_of_another_clause_is_not_taken() -> None:
    document, annotation = page("Twelve buses evacuated the wounded, while 300 soldiers stood by.")
    made = claim(document, "evacuated", means="Twelve buses", moved="the wounded")
    (grounded,), _ = ground(document, annotation, [made], Table())
    assert [count.low for count in grounded.counts] == [12]


def test_an_unknown_name_is_kept_and_empties_no_other() -> None:
    document, annotation = page(
        "Trucks evacuated the wounded from an area near the town of Kefr Zebad to Orlim in Syria."
    )
    made = claim(document, "evacuated", origin="an area near the town of Kefr Zebad", destination="Orlim in Syria")
    (grounded,), _ = ground(document, annotation, [made], Table(ORLIM, SYRIA))
    origin, destination, within = grounded.places
    assert (origin.role, origin.name, origin.id, origin.precision, origin.relation) == (
        "origin",
        "Kefr Zebad",
        None,
        "P9",
        "near",
    )
    assert (destination.role, destination.id) == ("destination", "test:Orlim-SY")
    assert (within.role, within.name) == ("within", "Syria")


def test_the_country_of_the_page_decides_between_two_towns() -> None:
    document, annotation = page("Fighting went on in Syria.", "Trucks evacuated the wounded from Orlim.")
    made = claim(document, "evacuated", origin="Orlim")
    (grounded,), _ = ground(document, annotation, [made], Table(FAR, ORLIM, SYRIA))
    assert grounded.places[0].id == "test:Orlim-SY"


def test_two_towns_that_nothing_tells_apart_are_an_abstention_with_candidates() -> None:
    document, annotation = page("Trucks evacuated the wounded from Orlim.")
    made = claim(document, "evacuated", origin="Orlim")
    (grounded,), _ = ground(document, annotation, [made], Table(FAR, ORLIM))
    place = grounded.places[0]
    assert (place.id, place.precision) == (None, "P9")
    assert len(place.candidates) == 2
    assert "could be" in place.reason


def test_an_eastern_part_is_wider_than_a_town() -> None:
    document, annotation = page("Trucks evacuated the wounded from eastern Syria.")
    made = claim(document, "evacuated", origin="eastern Syria")
    (grounded,), _ = ground(document, annotation, [made], Table(SYRIA))
    assert (grounded.places[0].precision, grounded.places[0].name) == ("P6", "Syria")


def test_between_two_places_names_both() -> None:
    document, annotation = page("Trucks evacuated the wounded from the area between Orlim and Kefr Zebad.")
    made = claim(document, "evacuated", origin="the area between Orlim and Kefr Zebad")
    (grounded,), _ = ground(document, annotation, [made], Table(ORLIM))
    assert [(p.name, p.relation) for p in grounded.places] == [("Orlim", "between"), ("Kefr Zebad", "between")]


def test_grounding_twice_gives_the_same() -> None:
    document, annotation = page(
        "On March 9, a monitor revealed that 12 trucks evacuated the wounded from Orlim on March 8."
    )
    made = claim(document, "evacuated", cue="revealed", origin="Orlim")
    assert ground(document, annotation, [made], Table(ORLIM)) == ground(document, annotation, [made], Table(ORLIM))


def test_a_number_told_after_what_it_counts_is_the_claim_s() -> None:
    document, annotation = page("The number of people evacuated from Orlim was 386, the group said.")
    made = claim(document, "evacuated", cue="said", moved="people", origin="Orlim")
    (grounded,), _ = ground(document, annotation, [made], Table(ORLIM))
    assert [(count.low, count.of, count.unit) for count in grounded.counts] == [(386, "people", "person")]


def test_one_word_that_people_are_moved_from_is_a_place_whatever_the_encoder_calls_it() -> None:
    document, annotation = page("The wounded were evacuated from Orlim.")
    body = Parse((), (), (), (Labelled("Organization", 5, 6),))
    annotation = replace(annotation, sentences=(replace(annotation.sentences[0], parse=body),))
    made = claim(document, "evacuated", origin="Orlim")
    (grounded,), _ = ground(document, annotation, [made], Table(ORLIM))
    assert [(p.role, p.id) for p in grounded.places] == [("origin", "test:Orlim-SY")]
    (other,), _ = ground(document, annotation, [replace(made, type="deal.agreement")], Table(ORLIM))
    assert other.places == ()


def test_a_user_says_what_vague_words_mean() -> None:
    document, annotation = page("Trucks evacuated several men and a clutch of boys.")
    made = claim(document, "evacuated", moved="several men and a clutch of boys")
    (grounded,), _ = ground(document, annotation, [made], Table(), (("Several", 3, 7), ("a clutch of", 4, 12)))
    assert [(count.low, count.high) for count in grounded.counts] == [(3, 7), (4, 12)]
    (plain,), _ = ground(document, annotation, [made], Table())
    assert [(count.low, count.high) for count in plain.counts] == [(3, 9)]


def test_a_role_that_holds_the_part_alone_takes_the_whole_s_number() -> None:
    document, annotation = page("Hundreds of people, mostly children, fled Orlim.")
    made = claim(document, "fled", "movement.flight", moved="mostly children", origin="Orlim")
    (grounded,), _ = ground(document, annotation, [made], Table(ORLIM))
    assert [(count.low, count.of) for count in grounded.counts] == [(200, "people")]


def test_a_role_that_leaves_its_number_out_has_it_all_the_same() -> None:
    document, annotation = page("The paper has dozens of fighters leaving on the buses.")
    made = claim(document, "leaving", "movement.withdrawal", moved="fighters", means="the buses")
    (grounded,), _ = ground(document, annotation, [made], Table())
    assert [(count.low, count.of) for count in grounded.counts] == [(24, "fighters")]
