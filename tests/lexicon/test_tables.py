"""The word tables are whole: every type is of the ontology, every word inflects as English does."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest

from rashomon.lexicon.cues import VERB_FORMS, VERBS
from rashomon.lexicon.frames import NOUN_FRAMES, NOUN_ROWS, VERB_FRAMES, VERB_ROWS, EventFrame, rows
from rashomon.lexicon.inflect import noun_forms, verb_forms
from rashomon.lexicon.nouns import CLASSES
from rashomon.lexicon.ontology import TYPES

BY_CLASS = ("obj", "notobj", "subj", "notsubj", "with", "of")
"""Conditions on the class of an argument."""
FRAMES = [f for rows in (*VERB_FRAMES.values(), *NOUN_FRAMES.values()) for f, _ in rows]


SLOTS = set(
    "obj notobj subj notsubj with of many counted agentless intr to noinf prep notprep not under carrier".split()
)


def test_every_frame_names_a_type_of_the_ontology() -> None:
    """A typing error in a row would make a claim of no type."""
    assert {f.type for f in FRAMES} <= set(TYPES)


def test_every_type_has_a_frame() -> None:
    """No type of the ontology is out of reach."""
    assert set(TYPES) <= {f.type for f in FRAMES}


def test_every_condition_names_a_known_class() -> None:
    """A condition on a class that no noun is in would never hold."""
    known = set(CLASSES) | {"people", "toponym", "armed", "arms", "named", "unknown"}
    for frame in FRAMES:
        for slot, wanted in frame.conditions:
            assert slot in SLOTS, frame
            if slot in BY_CLASS:
                assert set(wanted) <= known, frame


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("deny", "deny denies denied denying"),
        ("stop", "stop stops stopped stopping"),
        ("withhold", "withhold withholds withheld withholding"),
        ("overtake", "overtake overtakes overtook overtaken overtaking"),
        ("flee", "flee flees fled fleeing"),
        ("evacuate", "evacuate evacuates evacuated evacuating"),
        ("withdraw", "withdraw withdraws withdrew withdrawn withdrawing"),
        ("pull out", "pull_out pulls_out pulled_out pulling_out"),
        ("die", "die dies died dying"),
        ("transfer", "transfer transfers transferred transferring"),
        ("shelter", "shelter shelters sheltered sheltering"),
        ("agree", "agree agrees agreed agreeing"),
    ],
)
def test_verbs_inflect(lemma: str, forms: str) -> None:
    """Every form a page may print is known, and no other."""
    assert set(verb_forms(lemma)) == {form.replace("_", " ") for form in forms.split()}


def test_nouns_inflect() -> None:
    """The plural of the last word."""
    assert set(noun_forms("air strike")) == {"air strike", "air strikes"}
    assert set(noun_forms("casualty")) == {"casualty", "casualties"}


def test_a_cue_has_one_act() -> None:
    """Every written form of a reporting verb performs one act."""
    assert VERB_FORMS["denied"][1] == "denies"
    assert VERB_FORMS["told"][:2] == ("tell", "says")


def test_every_type_and_act_is_documented() -> None:
    """docs/claims.md lists what can be found."""
    text = (Path(__file__).parents[2] / "docs" / "claims.md").read_text("utf-8")
    assert all(f"| `{name}` |" in text for name in TYPES)
    assert all(f"| {act} |" in text for act in VERBS)


def _met_wherever(frame: EventFrame, other: EventFrame) -> bool:
    """True when every sentence that meets the conditions of `other` meets those of `frame`."""
    return all(
        any(slot == name and (not wanted or set(classes) <= set(wanted)) for name, classes in other.conditions)
        for slot, wanted in frame.conditions
    )


def test_no_row_stands_behind_one_that_takes_all_it_would() -> None:
    """The first row that fits wins: a row behind a wider one of its verb would never be read."""
    for frames in by_lemma(VERB_ROWS).values():
        for place, frame in enumerate(frames):
            wider = [earlier for earlier in frames[:place] if _met_wherever(earlier, frame)]
            assert not wider, f"{frame.lemma}: {frame.type} stands behind {wider[0].type} {wider[0].conditions}"


def test_a_noun_has_one_row_of_a_type_and_its_conditions() -> None:
    told = [f"{f.lemma}: {f.type} {f.conditions}" for frames in by_lemma(NOUN_ROWS).values() for f in frames]
    assert repeated(told) == []


def test_no_class_says_a_word_twice() -> None:
    assert {name: twice for name, words in CLASSES.items() if (twice := repeated(words.split()))} == {}


def by_lemma(table: str) -> dict[str, list[EventFrame]]:
    found: dict[str, list[EventFrame]] = defaultdict(list)
    for frame in rows(table):
        found[frame.lemma].append(frame)
    return found


def repeated(words: Iterable[str]) -> list[str]:
    return [word for word, times in Counter(words).items() if times > 1]
