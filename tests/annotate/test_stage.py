"""Which blocks of a page are read."""

from __future__ import annotations

from rashomon.annotate import annotate
from rashomon.record import Block, Document


class Asked:
    """An encoder that keeps what it was asked."""

    def __init__(self) -> None:
        self.sentences: list[list[str]] = []

    def parse(self, sentences):
        self.sentences += sentences
        return []


def test_a_block_in_another_language_and_one_that_stands_twice_are_not_read():
    text = "Le maire a parlé.\n\nThe mayor spoke."
    blocks = (
        Block("paragraph", 0, 17, meta=(("language", "fr"),)),
        Block("paragraph", 19, len(text), meta=(("duplicate_of", "0"),)),
    )
    encoder = Asked()
    annotation = annotate(Document("doc", "page", "a.txt", text, blocks), encoder)
    assert encoder.sentences == []
    assert annotation.sentences == ()
