"""How one page goes on about an event, and what joins two pages' accounts beside day and town."""

from __future__ import annotations

import pytest

from rashomon.link import link

from .build import PageDraft
from .test_events import same_event


def on_one_page(first: tuple, second: tuple) -> bool:
    """Whether two sentences (text, trigger, type, fields) of one page tell of one event."""
    page = PageDraft("a", f"{first[0]} {second[0]}")
    made = []
    for sentence, trigger, kind, fields in (first, second):
        fields = {**fields, "counts": [page.count(*count) for count in fields.get("counts", ())]}
        fields["places"] = [page.place(words, role, precision="P2") for words, role in fields.get("places", ())]
        made.append(page.claim(sentence, trigger, kind, **fields))
    return same_event(link([page.reading()]), *made)


LEFT = ("The residents left Velmar at dawn.", "left", "movement.flight",
        {"r_moved": "The residents", "places": [("Velmar", "origin")]})  # fmt: skip


@pytest.mark.parametrize(("words", "one"), [("They were taken to Ostrel.", True), ("They were taken to it.", False)])
def test_where_those_who_left_were_taken_is_the_same_journey(words, one):
    places = [("Ostrel", "destination")] if one else []
    assert on_one_page(LEFT, (words, "taken", "movement.transfer", {"r_moved": "They", "places": places})) is one


def test_the_killing_of_the_man_just_shot():
    shot = "Then they shot the baker.", "shot", "violence.attack", {"r_target": "the baker"}
    named = "Two others confirmed the killing of the baker.", "killing", "violence.killing", {"r_victim": "the baker"}
    other = "Two others told of the killing of the smith.", "killing", "violence.killing", {"r_victim": "the smith"}
    assert on_one_page(shot, named)
    assert not on_one_page(shot, other)


def test_how_many_there_were_of_those_just_told_of():
    whole = ("Gunmen and their relatives were driven out on Monday.", "driven", "movement.evacuation",
             {"r_moved": "Gunmen"})  # fmt: skip
    figures = ("Buses carrying 87 gunmen and 202 relatives left.", "carrying", "movement.transfer",
               {"counts": [("87", "gunmen", 87, 87), ("202", "relatives", 202, 202)]})  # fmt: skip
    others = ("Another bus carrying 87 gunmen left.", "carrying", "movement.transfer",
              {"counts": [("87", "gunmen", 87, 87)]})  # fmt: skip
    assert on_one_page(whole, figures)
    assert not on_one_page(whole, others)


def test_who_is_accused_of_what_was_just_told():
    blast = "A bomb went off at the gate.", "went off", "violence.bombing", {"said": [("the gate",)]}
    accused = ("The ministry accused the Reed Army of carrying it out.", "carrying", "violence.bombing",
               {"said": [("The ministry", "accuses")]})  # fmt: skip
    told = ("The ministry said the Reed Army was carrying one out.", "carrying", "violence.bombing",
            {"said": [("The ministry", "says")]})  # fmt: skip
    assert on_one_page(blast, accused)
    assert not on_one_page(blast, told)


def test_two_witnesses_of_one_scene():
    one = ("There men took eight boys off the fourth coach.", "took", "custody.detention",
           {"r_taken": "eight boys", "counts": [("eight", "boys", 8, 8)], "said": [("men",)]})  # fmt: skip
    other = ("It rained. Nobody slept. A rider of the fourth coach saw six boys led off.", "led", "custody.detention",
             {"r_taken": "six boys", "counts": [("six", "boys", 6, 6)], "said": [("A rider",)]})  # fmt: skip
    far = ("It rained. Nobody slept. A guard of the mill saw six boys led off.", "led", "custody.detention",
           {"r_taken": "six boys", "counts": [("six", "boys", 6, 6)], "said": [("A guard",)]})  # fmt: skip
    assert on_one_page(one, other)
    assert not on_one_page(one, far)


def test_a_page_does_not_deny_in_its_own_voice_what_it_tells():
    told = "The enemy shelled the lock.", "shelled", "violence.shelling", {"r_attacker": "The enemy"}
    denied = ("The army used no aircraft.", "used", "violence.airstrike",
              {"r_attacker": "The army", "polarity": -1, "status": "denied"})  # fmt: skip
    assert not on_one_page(told, denied)


def page(file: str, sentence: str, trigger: str, kind: str, *counts: tuple, title: str = "", **fields):
    draft = PageDraft(file, sentence, title=title)
    return draft, draft.claim(sentence, trigger, kind, counts=[draft.count(*count) for count in counts], **fields)


@pytest.mark.parametrize(("total", "one"), [(74, True), (73, False)])
def test_parts_that_add_up_to_the_others_figure(total, one):
    parts = ("22", "officers", 22, 22), ("52", "miners", 52, 52)
    first, a = page("a", "22 officers were swapped for 52 miners.", "swapped", "custody.release", *parts,
                    title="Swap on Velmar bridge")  # fmt: skip
    second, b = page("b", f"They exchanged {total} prisoners.", "exchanged", "custody.release",
                     (str(total), "prisoners", total, total), title="Prisoners cross Velmar bridge")  # fmt: skip
    assert same_event(link([first.reading(), second.reading()]), a, b) is one


def test_a_title_of_two_halves_is_held_against_the_body_half_by_half():
    title = "Flood drowns seven at the mill; mayor shot at home"
    draft = PageDraft("a", "The flood drowned seven people at the mill. The mayor was shot at home.", title=title)
    headline = draft.claim(title, "shot", "violence.killing", voice="title")
    shot = draft.claim("The mayor was shot at home.", "shot", "violence.killing", r_victim="The mayor")
    assert same_event(link([draft.reading()]), headline, shot)


def test_an_outlet_cited_with_its_own_source_is_sure():
    """Two pages of no day and no town: the one quotes the other's outlet, and whom that outlet has it from."""
    told = PageDraft("a", "Gunmen were taken off in buses, the Hill Agency said.", outlet="The Bearer")
    told.mention("Hill Agency", chain=1)
    own = told.claim(told.text, "taken", "movement.evacuation", said=[("Hill Agency",)], r_moved="Gunmen")
    text = "The Bearer, quoting the Hill Agency, has gunmen leaving."
    citing = PageDraft("b", text).mention("The Bearer", chain=1).mention("Hill Agency", chain=2)
    again = citing.claim(text, "leaving", "movement.withdrawal", said=[("The Bearer",), ("Hill Agency",)],
                         r_moved="gunmen")  # fmt: skip
    assert same_event(link([told.reading(), citing.reading()]), own, again)


def test_two_forces_that_leave_one_base_are_two_events():
    first, a = page("a", "A column of the Reed Command left Velmar.", "left", "movement.withdrawal",
                    title="Forces leave Velmar base", r_moved="A column of the Reed Command")  # fmt: skip
    second, b = page("b", "The Hill Guard had left Velmar.", "left", "movement.withdrawal",
                     title="Forces leave Velmar base", r_moved="The Hill Guard")  # fmt: skip
    assert not same_event(link([first.reading(), second.reading()]), a, b)
