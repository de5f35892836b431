"""One name, one kind, within a document."""

from rashomon.annotate.labels import consistent
from rashomon.record import Labelled, Parse, Token


def _said(label: str) -> Parse:
    return Parse(("PROPN",), (-1,), ("root",), (Labelled(label, 0, 1),))


def test_a_name_takes_the_label_it_has_most_often() -> None:
    """Twice a place and once a person: a place."""
    tokens = [(Token(0, 7, "Hadresk"),)] * 3
    found = consistent(tokens, [_said("Location"), _said("Person"), _said("Location")])
    assert [parse.entities[0].label for parse in found] == ["Location"] * 3


def test_a_tie_stays_as_it_is() -> None:
    """No majority, no change."""
    tokens = [(Token(0, 7, "Hadresk"),)] * 2
    found = consistent(tokens, [_said("Location"), _said("Person")])
    assert [parse.entities[0].label for parse in found] == ["Location", "Person"]
