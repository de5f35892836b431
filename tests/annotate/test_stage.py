"""Which blocks of a page are read, and where their sentences end."""

from __future__ import annotations

import pytest

from rashomon.annotate import annotate
from rashomon.record import Block, Document


class EnoughError(Exception):
    """The encoder was asked: more is not looked at."""


class Asked:
    """An encoder that keeps what it was asked, and answers nothing."""

    def __init__(self) -> None:
        self.sentences: list[list[str]] = []

    def parse(self, sentences):
        self.sentences += sentences
        if sentences:
            raise EnoughError
        return []


def document(text: str, *blocks: Block) -> Document:
    return Document("doc", "page", "a.txt", text, blocks)


def test_a_block_in_another_language_and_one_that_stands_twice_are_not_read():
    text = "Le maire a parlé.\n\nThe mayor spoke."
    french = Block("paragraph", 0, 17, meta=(("language", "fr"),))
    again = Block("paragraph", 19, len(text), meta=(("duplicate_of", "0"),))
    encoder = Asked()
    assert annotate(document(text, french, again), encoder).sentences == ()
    assert encoder.sentences == []


def test_a_line_that_ends_within_a_paragraph_ends_no_sentence():
    """The paragraph was broken at a column, here before a name."""
    text = "The convoy was sent by the council, and it was stopped by the Valley\nRescue Front at the bridge."
    encoder = Asked()
    with pytest.raises(EnoughError):
        annotate(document(text, Block("paragraph", 0, len(text))), encoder)
    assert len(encoder.sentences) == 1
