"""What only the line model takes for a reader's comment stays article, and says so."""

from __future__ import annotations

import pytest

from rashomon.read.line import split_lines
from rashomon.read.marks import author_at, is_head, is_moment
from rashomon.read.thread import find_thread
from tests.read.pages import PARAGRAPHS

REMARKS = (
    "I do not believe a word of it, not after last year in Tarsan.",
    "And who paid for the lorries, I ask you all?",
)


def thread(*tail: str):
    lines = split_lines("\n".join([*PARAGRAPHS, *tail]))
    zones = ("article",) * len(PARAGRAPHS) + ("comment",) * len(tail)
    return find_thread(lines, 1, zones)


def test_a_comment_that_nothing_else_tells_is_doubtful():
    found = thread(*REMARKS)
    assert (found.nodes, found.doubtful) == ((), {3, 4})


@pytest.mark.parametrize(
    "tail",
    [
        ("2 Comments", *REMARKS),
        ("Anna says:", REMARKS[0], "Reply", "Bo says:", REMARKS[1]),
        ("Anna", "3 days ago", REMARKS[0], "Bo", "2 days ago", REMARKS[1], "Reply"),
    ],
    ids=["head", "says", "ago"],
)
def test_heads_authors_and_times_make_a_thread(tail):
    assert thread(*tail).nodes


def test_a_counter_above_the_article_opens_no_thread():
    lines = split_lines("\n".join(["12 Comments", *PARAGRAPHS, *REMARKS]))
    zones = ("boilerplate", "article", "article", "article", "comment", "comment")
    assert not find_thread(lines, 2, zones).nodes


@pytest.mark.parametrize(("line", "told"), [("3 Comments", True), ("Response", False), ("Best", False)])
def test_a_heading_of_a_report_is_no_head_of_comments(line, told):
    assert is_head(line) is told


@pytest.mark.parametrize(
    ("line", "told"),
    [("4 March 2031 at 10:12", True), ("2 hours ago", True), ("4 March 2031", False), ("20:55", False)],
)
def test_a_moment_has_the_day_and_the_hour(line, told):
    """Diaries give the day alone, live tickers the hour alone."""
    assert is_moment(line) is told


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("Anna R. says:", "Anna R."),
        ("Anna - March 4, 2031", "Anna"),
        ("Tuesday - March 4, 2031", None),
        ("Reply", None),
    ],
)
def test_authors_are_named_by_what_follows_them(line, author):
    assert author_at(split_lines(line), 0) == author
