"""One claim sets itself against others in so many words: what it contradicts, and what it leaves alone."""

from __future__ import annotations

import pytest

from rashomon.link import link
from rashomon.weigh import weigh

from ..link.build import PageDraft, day

AGAINST = ("contradicts", "differs", "denies")


def against(*pages: PageDraft) -> list[tuple[str, str]]:
    accounts = weigh(link([page.reading() for page in pages]))
    claims = {claim.id for claim in accounts.claims}
    return sorted((r.slot, r.kind) for r in accounts.relations if r.kind in AGAINST and {r.a, r.b} <= claims)


def page(file: str, *claims: tuple, names: tuple[str, ...] = ("Velmar", "Ostrel", "Tessin")) -> PageDraft:
    """claims: (sentence, trigger, type, who says it, fields); every page prints the same names."""
    opening = f"Papers from {' and from '.join(names)} came."
    draft = PageDraft(file, " ".join([opening, *(claim[0] for claim in claims)]))
    for number, (sentence, trigger, kind, who, fields) in enumerate(claims):
        if who[:1].isupper():
            draft.mention(who, chain=number + 1)
        fields = {**fields, "counts": [draft.count(*count) for count in fields.get("counts", ())]}
        fields["places"] = [draft.place(words, precision="P2") for words in fields.get("places", ())]
        draft.claim(sentence, trigger, kind, said=[(who,)], **fields)
    return draft


DENIED = {"polarity": -1, "status": "denied"}


def test_of_their_own_will_contradicts_by_force():
    text = "Guards drove the villagers from Velmar, the League said.", "drove", "movement.expulsion", "League"
    free = "The villagers had left of their own free will, the Board said.", "left", "movement.flight", "Board"
    people = {"r_moved": "villagers"}
    assert against(page("a", (*text, people), (*free, people))) == [("terms", "contradicts")]
    assert against(page("a", (*text, people)), page("b", (*free, people))) == [("terms", "contradicts")]


def test_not_voluntary_is_no_choice():
    text = "Guards drove the villagers from Velmar, the League said.", "drove", "movement.expulsion", "League"
    free = "The villagers had not left voluntarily, the Board said.", "left", "movement.flight", "Board"
    assert against(page("a", (*text, {"r_moved": "villagers"}), (*free, {"r_moved": "villagers"}))) == []


@pytest.mark.parametrize(("target", "found"), [("the clinic", [("affected", "contradicts")]), ("fuel depots", [])])
def test_only_shuts_out_what_another_tells(target, found):
    one = f"A rocket hit {target} at four, the League said.", "hit", "violence.shelling", "League", {"r_target": target}
    only = "The Board said only fuel depots were hit.", "hit", "violence.shelling", "Board", {"r_target": "fuel depots"}
    assert [item for item in against(page("a", one, only)) if item[0] == "affected"] == found


def buses(told: str, other: str) -> list[tuple[str, str]]:
    count = (told, "trucks", 14, 14, "vehicle")
    one = (f"The League said {told} trucks drove off.", "drove", "movement.transfer", "League", {"counts": [count]})
    counts = [("12", "trucks", 12, 12, "vehicle"), ("14", "trucks", 14, 14, "vehicle")]
    two = (f"The Board said {other} left at dawn.", "left", "movement.evacuation", "Board", {"counts": counts})
    return [item for item in against(page("a", one), page("b", two)) if item[0] == "count"]


@pytest.mark.parametrize("words", ["12 trucks, not 14,", "not 14 but 12 trucks"])
def test_a_figure_said_to_be_wrong_contradicts_who_gives_it(words):
    assert buses("14", words) == [("count", "contradicts")]


def test_two_figures_of_one_sentence_deny_nothing():
    assert buses("14", "12 trucks and 14 more") == []


def test_only_a_few_are_fewer_than_another_tells():
    many = (
        "The coaches took 610 gunmen away, the League said.",
        "took",
        "movement.transfer",
        "League",
        {"r_means": "coaches", "counts": [("610", "gunmen", 610, 610)]},
    )
    few = (
        "Only 350 fighters left on the coaches, the Board said.",
        "left",
        "movement.withdrawal",
        "Board",
        {"r_means": "coaches", "counts": [("350", "fighters", 350, 350)]},
    )
    assert ("count", "differs") in against(page("a", many), page("b", few))


def test_no_fighting_in_a_town_is_against_its_capture():
    taken = "The League said it had retaken Velmar.", "retaken", "territory.capture", "League", {"places": ["Velmar"]}
    calm = "There is no fighting in Velmar, the Board said.", "fighting", "violence.clash", "Board"
    away = "There is no fighting in Ostrel, the Board said.", "fighting", "violence.clash", "Board"
    assert against(page("a", taken), page("b", (*calm, {**DENIED, "places": ["Velmar"]}))) == [("happened", "denies")]
    assert against(page("a", taken), page("b", (*away, {**DENIED, "places": ["Ostrel"]}))) == []


def shots(denied: str, **fields) -> tuple:
    return denied, "fired", "violence.shelling", "Board", {**DENIED, **fields}


def test_a_denial_alone_answers_the_one_event_of_its_kind():
    told = "Rebels fired mortars at the gate, the League said.", "fired", "violence.shelling", "League"
    one = (*told, {"r_attacker": "Rebels"})
    denial = shots("Not one shell was fired, the Board said.")
    assert ("happened", "denies") in against(page("a", one), page("b", denial))


def test_a_denial_answers_none_of_several_events():
    told = (
        "The League said rebels fired at the gate.",
        "fired",
        "violence.shelling",
        "League",
        {"time": day("2021-03-04")},
    )
    more = (
        "The League said rebels fired at the mill.",
        "fired",
        "violence.shelling",
        "League",
        {"time": day("2021-01-09")},
    )
    denial = shots("Not one shell was fired, the Board said.")
    assert against(page("a", told, more), page("b", denial)) == []


def test_a_denial_of_another_day_or_of_strangers_answers_nothing():
    told = (
        "The League said rebels fired at the gate.",
        "fired",
        "violence.shelling",
        "League",
        {"time": day("2021-03-04")},
    )
    late = shots("Not one shell was fired on Friday, the Board said.", time=day("2021-03-12"))
    assert against(page("a", told), page("b", late)) == []
    far = page("b", shots("Not one shell was fired, the Board said."), names=("Kesk", "Aldan", "Brome"))
    assert against(page("a", told), far) == []


def test_what_ought_not_to_be_is_no_denial():
    told = "The League said rebels fired at the gate.", "fired", "violence.shelling", "League", {}
    ought = shots("Nobody should have fired, the Board said.")
    assert against(page("a", told), page("b", ought)) == []
