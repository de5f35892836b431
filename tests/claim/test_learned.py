"""The tables come first; where no row holds, the encoder must be sure."""

from __future__ import annotations

import pytest

from rashomon.claim.triggers import find_triggers
from rashomon.lexicon.frames import USUAL_FRAMES
from rashomon.lexicon.ontology import TYPES
from rashomon.record import Labelled, Sentence, Token
from rashomon.record.parse import Happening, Parse
from rashomon.record.tree import Tree


def tree(*told: Happening, words: str = "Gunmen unmade the bridge", relation: str = "root") -> Tree:
    """A sentence of subject, verb, article and object."""
    tokens, at = [], 0
    for word in words.split():
        tokens.append(Token(at, at + len(word), word))
        at += len(word) + 1
    rels = ("nsubj", relation, "det", "obj")
    parse = Parse(("NOUN", "VERB", "DET", "NOUN"), (1, -1, 3, 1), rels, happenings=told)
    return Tree(Sentence(0, 0, len(words), tuple(tokens), parse), words)


def types(found: Tree) -> list[str]:
    return [trigger.frame.type for trigger in find_triggers(found)]


def test_a_word_of_no_table_takes_the_likeliest_type_and_the_roles_of_its_usual_verb() -> None:
    (found,) = find_triggers(tree(Happening(1, (("harm.damage", 0.9), ("violence.attack", 0.05)))))
    assert (found.head, found.start, found.end) == (1, 1, 2)
    assert found.frame == USUAL_FRAMES["harm.damage"]


@pytest.mark.parametrize("sure", [0.3, 0.7])
def test_a_word_of_which_the_encoder_is_not_sure_is_no_trigger(sure: float) -> None:
    assert types(tree(Happening(1, (("harm.damage", sure),)))) == []


def test_of_a_word_with_rows_only_a_type_of_its_rows_is_taken() -> None:
    """ "held" may detain or hold a place, never destroy."""
    told = Happening(1, (("harm.damage", 0.8), ("custody.detention", 0.15)))
    assert types(tree(told, words="Something held the thing")) == ["custody.detention"]


def test_less_is_asked_where_a_row_has_the_likeliest_type() -> None:
    told = (("custody.detention", 0.75), ("harm.damage", 0.05))
    assert types(tree(Happening(1, told), words="Something held the thing")) == ["custody.detention"]
    assert types(tree(Happening(1, told))) == []


def test_what_people_of_a_kind_do_is_no_event() -> None:
    """ "Those who unmake bridges": no row, no matter how sure the encoder is."""
    tokens, words = (
        (Token(0, 5, "those"), Token(6, 9, "who"), Token(10, 16, "unmake"), Token(17, 24, "bridges")),
        "those who unmake bridges",
    )
    told = (Happening(2, (("harm.damage", 0.99),)),)
    parse = Parse(
        ("PRON", "PRON", "VERB", "NOUN"), (-1, 2, 0, 2), ("root", "nsubj", "acl:relcl", "obj"), happenings=told
    )
    assert types(Tree(Sentence(0, 0, len(words), tokens, parse), words)) == []


def test_a_noun_in_a_name_is_no_event() -> None:
    tokens, words = (
        (Token(0, 7, "Evening"), Token(8, 15, "Falcons"), Token(16, 20, "goes"), Token(21, 23, "on")),
        "Evening Falcons goes on",
    )
    told = (Happening(0, (("territory.offensive", 0.99),)),)
    parse = Parse(
        ("NOUN", "PROPN", "VERB", "ADP"), (2, 0, -1, 2), ("nsubj", "flat", "root", "compound:prt"), happenings=told
    )
    assert types(Tree(Sentence(0, 0, len(words), tokens, parse), words)) == []


def test_where_a_row_holds_the_head_is_not_asked() -> None:
    told = Happening(1, (("harm.damage", 0.99),))
    assert types(tree(told, words="Gunmen attacked the bridge")) == ["violence.attack"]


def test_a_word_that_says_what_somebody_is_like_is_no_trigger() -> None:
    assert types(tree(Happening(1, (("harm.damage", 0.99),)), relation="acl")) == []


def test_saying_is_no_event() -> None:
    assert types(tree(Happening(1, (("violence.attack", 0.99),)), words="Gunmen said the thing")) == []


def test_every_type_has_a_usual_verb() -> None:
    assert set(USUAL_FRAMES) == set(TYPES)


def test_what_cannot_be_done_is_no_event_for_the_head_either() -> None:
    """ "Gunmen cannot unmake": nothing was done, and nothing is denied."""
    words, tokens, at = "Gunmen can not unmake it", [], 0
    for word in words.split():
        tokens.append(Token(at, at + len(word), word))
        at += len(word) + 1
    rels = ("nsubj", "aux", "advmod", "root", "obj")
    told = (Happening(3, (("harm.damage", 0.99),)),)
    parse = Parse(("NOUN", "AUX", "PART", "VERB", "PRON"), (3, 3, 3, -1, 3), rels, happenings=told)
    assert types(Tree(Sentence(0, 0, len(words), tuple(tokens), parse), words)) == []


def test_a_name_may_be_whatever_the_row_asks_for_where_the_head_names_the_rows_type() -> None:
    """ "The army took Brod": nothing but the encoder says that Brod is a place."""
    words = "The army took Brod"
    tokens, at = [], 0
    for word in words.split():
        tokens.append(Token(at, at + len(word), word))
        at += len(word) + 1
    for told, found in ((0.7, ["territory.capture"]), (0.3, [])):
        parse = Parse(
            ("DET", "NOUN", "VERB", "PROPN"),
            (1, 2, -1, 2),
            ("det", "nsubj", "root", "obj"),
            entities=(Labelled("Person", 3, 4),),
            happenings=(Happening(2, (("territory.capture", told),)),),
        )
        assert types(Tree(Sentence(0, 0, len(words), tuple(tokens), parse), words)) == found


def test_what_is_let_through_is_not_held_up() -> None:
    """A row of what is not done asks for a negation of the head's triggers too."""
    told = Happening(1, (("movement.passage_blocked", 0.99),))
    assert types(tree(told, words="Gunmen let the thing")) == []
