"""Sentences end where a reader would end them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.annotate.sentences import MAX_TOKENS, split
from rashomon.annotate.tokens import token_spans

SPLIT = [
    "Buses left Tarvo.|They reached Belno.",
    "Col. Orlan Teve spoke.|Mr. Mor did not.",
    "The U.S. Army left.|It did not return.",
    "He was born in the U.S.|The others were not.",
    "TARVO (AP) — Shells fell on the town.|Two people died.",
    "“We left.”|He did not.",
    "“We left,” she said. “Nobody stayed.”".replace(". “N", ".|“N"),
    "Did they leave?|Nobody knows!",
    "It fell at 5 p.m. on Monday.|Rescue came late.",
    "The toll rose to 3.5 million.|It grew.",
    "J. R. Mor spoke.|The hall was full.",
    "First line of a list\n|• one thing\n|• another thing",
    "A heading\n\n|The text begins here.",
]


def sentences_of(text: str) -> list[str]:
    tokens = token_spans(text)
    return [text[tokens[a][0] : tokens[b - 1][1]] for a, b in split(text, tokens)]


@pytest.mark.parametrize("case", SPLIT)
def test_sentences_end_where_a_reader_ends_them(case: str) -> None:
    text = case.replace("|", " ") if "\n" not in case else case.replace("|", "")
    assert sentences_of(text) == [part.strip() for part in case.split("|")]


def test_a_wrapped_line_does_not_end_a_sentence() -> None:
    text = "The convoy of nineteen buses that left the town of Tarvo in the\nmorning reached Belno at night."
    assert len(sentences_of(text)) == 1


@given(st.text(alphabet="aB .!?\n\"'”“U.S,(-5", max_size=120))
def test_every_token_lies_in_exactly_one_sentence(text: str) -> None:
    tokens = token_spans(text)
    bounds = split(text, tokens)
    assert [i for a, b in bounds for i in range(a, b)] == list(range(len(tokens)))


def test_a_text_without_stops_is_cut_at_the_limit() -> None:
    text = "word " * 5000
    bounds = split(text, token_spans(text))
    assert max(b - a for a, b in bounds) <= MAX_TOKENS
    assert sum(b - a for a, b in bounds) == 5000
