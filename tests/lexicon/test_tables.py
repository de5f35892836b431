"""The word tables are whole: every type is of the ontology, every word inflects as English does."""

from pathlib import Path

import pytest

from rashomon.lexicon.cues import VERB_FORMS, VERBS
from rashomon.lexicon.frames import NOUN_FRAMES, VERB_FRAMES
from rashomon.lexicon.inflect import noun_forms, verb_forms
from rashomon.lexicon.nouns import CLASSES
from rashomon.lexicon.ontology import TYPES

FRAMES = [f for rows in (*VERB_FRAMES.values(), *NOUN_FRAMES.values()) for f, _ in rows]


def test_every_frame_names_a_type_of_the_ontology() -> None:
    """A typing error in a row would make a claim of no type."""
    assert {f.type for f in FRAMES} <= set(TYPES)


def test_every_type_has_a_frame() -> None:
    """No type of the ontology is out of reach."""
    assert set(TYPES) <= {f.type for f in FRAMES}


def test_every_condition_names_a_known_class() -> None:
    """A condition on a class that no noun is in would never hold."""
    known = set(CLASSES) | {"people", "toponym", "armed", "arms", "named"}
    for frame in FRAMES:
        for slot, wanted in frame.conditions:
            assert slot in ("obj", "notobj", "subj", "with", "of", "many", "agentless", "intr", "to", "prep"), frame
            if slot in ("obj", "notobj", "subj", "with", "of"):
                assert set(wanted) <= known, frame


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("deny", "deny denies denied denying"),
        ("stop", "stop stops stopped stopping"),
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
