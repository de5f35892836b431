"""One person told by the article alone."""

from __future__ import annotations

from dataclasses import replace

from rashomon.ground import ground
from rashomon.record import Count
from rashomon.record.parse import Parse
from tests.ground.make import Table, claim, page


def _counts(
    text: str, words: str, upos: str, heads: tuple[int, ...], rels: str, polarity: int = 1
) -> tuple[Count, ...]:
    document, annotation = page(text)
    body = Parse(tuple(upos.split()), heads, tuple(rels.split()))
    annotation = replace(annotation, sentences=(replace(annotation.sentences[0], parse=body),))
    made = replace(claim(document, "killed", "harm.casualties", victim=words), polarity=polarity)
    (grounded,), _ = ground(document, annotation, [made], Table())
    return grounded.counts


def test_a_person_told_with_an_article_is_one() -> None:
    found = _counts(
        "A farmer was killed.",
        "A farmer",
        "DET NOUN AUX VERB PUNCT",
        (1, 3, 3, -1, 3),
        "det nsubj:pass aux:pass root punct",
    )
    assert [(c.text, c.of, c.low, c.high, c.unit) for c in found] == [("A", "farmer", 1, 1, "person")]


def test_nobody_is_counted_where_it_is_denied() -> None:
    found = _counts(
        "A farmer was killed.",
        "A farmer",
        "DET NOUN AUX VERB PUNCT",
        (1, 3, 3, -1, 3),
        "det nsubj:pass aux:pass root punct",
        -1,
    )
    assert found == ()


def test_a_group_and_a_person_with_others_are_not_one() -> None:
    rels = "det nsubj:pass aux:pass root punct"
    assert _counts("A family was killed.", "A family", "DET NOUN AUX VERB PUNCT", (1, 3, 3, -1, 3), rels) == ()
    others = _counts(
        "A farmer and sons were killed.",
        "A farmer and sons",
        "DET NOUN CCONJ NOUN AUX VERB PUNCT",
        (1, 5, 3, 1, 5, -1, 5),
        "det nsubj:pass cc conj aux:pass root punct",
    )
    assert others == ()
