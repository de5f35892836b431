"""Words are cut as the UD English treebanks cut them, and no character is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate.tokens import token_spans

CUT = [
    ("They didn't leave.", "They did n't leave ."),
    ("They didn’t say it’s ours.", "They did n’t say it ’s ours ."),
    ("VANA's report", "VANA 's report"),
    ("the US-led coalition", "the US - led coalition"),
    ("the southern-eastern pocket", "the southern - eastern pocket"),
    ("in mid-December", "in mid-December"),
    ("Col. Orlan Teve of the U.S. Army", "Col. Orlan Teve of the U.S. Army"),
    ("about 1,250.5 tonnes, or 12%", "about 1,250.5 tonnes , or 12 %"),
    ("$5 million", "$ 5 million"),
    ("at 10:30 a.m. on 9/11", "at 10:30 a.m. on 9/11"),
    ("TARVO (AP) — Shells fell", "TARVO ( AP ) — Shells fell"),
    ("“We left,” he said.", "“ We left , ” he said ."),
    ("cannot", "can not"),
    ("see https://example.org/a?b=1, now", "see https://example.org/a?b=1 , now"),
    ("the fighters' buses", "the fighters ' buses"),
    ("J. R. Mor spoke...", "J. R. Mor spoke ..."),
    ("قال الناشط in Tarvo 😀", "قال الناشط in Tarvo 😀"),
    ("20 people", "20 people"),
    ("a 30km road", "a 30 km road"),
]


@pytest.mark.parametrize(("text", "words"), CUT)
def test_words_are_cut_as_the_treebanks_cut_them(text: str, words: str) -> None:
    assert [text[a:b] for a, b in token_spans(text)] == words.split()


@given(st.text(max_size=200))
def test_every_character_but_blanks_lies_in_one_token(text: str) -> None:
    spans = token_spans(text)
    covered = [i for a, b in spans for i in range(a, b)]
    assert covered == sorted(set(covered))
    assert all(text[i].isspace() for i in set(range(len(text))) - set(covered))


def test_a_part_of_a_text_gives_offsets_into_the_whole() -> None:
    text = "One. Two left."
    assert [text[a:b] for a, b in token_spans(text, 5, len(text))] == ["Two", "left", "."]


def test_a_hundred_thousand_characters_without_a_blank_are_cut_quickly() -> None:
    assert len(token_spans("a" * 100_000)) == 1
    assert len(token_spans("." * 100_000)) == 1
    assert token_spans("-a" * 50_000)
