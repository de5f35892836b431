"""Texts broken at a column are read as the paragraphs they were."""

from __future__ import annotations

import textwrap

import pytest

from rashomon.read.line import split_lines
from rashomon.read.wrapped import joined
from tests.read.pages import PARAGRAPHS, TITLE, of_kind, read_text


def broken(*lines: str, width: int = 72, end: str = "\n") -> str:
    return f"{end}{end}".join(end.join(textwrap.wrap(line, width, break_on_hyphens=False)) for line in lines)


@pytest.mark.parametrize("width", [60, 72, 80])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_paragraphs_are_joined_and_stand_where_they_stood(width, end):
    document = read_text(broken(TITLE, *PARAGRAPHS, width=width, end=end))
    assert document.title == TITLE
    assert [" ".join(words.split()) for words in of_kind(document, "paragraph")] == list(PARAGRAPHS)


def test_paragraphs_without_an_empty_line_between_end_with_a_short_line():
    text = broken(PARAGRAPHS[0]) + "\n" + broken(PARAGRAPHS[1]) + "\n" + broken(PARAGRAPHS[2])
    assert len(joined(text, split_lines(text))) == len(PARAGRAPHS)


def test_lists_of_headlines_and_texts_of_long_lines_stay_as_they_are():
    headlines = "\n".join(f"Council of Tarsan rejects the toll on bridge number {n} again" for n in range(20))
    for text in (headlines, "\n".join([TITLE, *PARAGRAPHS])):
        assert joined(text, split_lines(text)) == split_lines(text)


def test_bullets_begin_a_line_of_their_own():
    text = (
        broken(*PARAGRAPHS)
        + "\n\n"
        + "\n".join(f"• entry {n} of a list that nearly fills the column it is in" for n in range(4))
    )
    assert sum(line.bullet != "" for line in joined(text, split_lines(text))) == 4
