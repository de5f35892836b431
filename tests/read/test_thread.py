"""Threads of reader comments in pages whose tags are gone."""

from __future__ import annotations

from tests.read.pages import PARAGRAPHS, TITLE, kinds, read_text

BULLETED = """  • Ann Lee

    Why did nobody stop them?
    Twelve lorries are hard to miss.

    • Bo

      They had papers from the council.

      I saw one of them.

      • Cy
  • Dee
  • The council has sent lorries like these to the valley for ten years now, and nobody has ever asked it why.
  • Eve

    No idea."""


def thread():
    document = read_text("\n\n".join([TITLE, *PARAGRAPHS]) + "\n\n\n" + BULLETED)
    return document, [block for block in document.blocks if block.kind == "comment"]


def test_each_bullet_of_a_thread_is_one_comment():
    _, comments = thread()
    assert [comment.author for comment in comments] == ["Ann Lee", "Bo", "Cy", "Dee", None, "Eve"]


def test_indentation_gives_depth_and_parent():
    document, comments = thread()
    assert [comment.depth for comment in comments] == [0, 1, 2, 0, 0, 0]
    first = document.blocks.index(comments[0])
    assert [comment.parent for comment in comments] == [None, first, first + 1, None, None, None]


def test_a_comment_holds_all_its_paragraphs():
    document, comments = thread()
    assert document.text[comments[1].start : comments[1].end].endswith("I saw one of them.")


def test_a_list_in_an_article_is_no_thread():
    document = read_text(TITLE, PARAGRAPHS[0], "• twelve lorries of the council", "• three buses", *PARAGRAPHS[1:])
    assert kinds(document, "three buses") == ["list"]


def test_a_flat_thread_begins_at_its_head_and_a_wide_gap_parts_comments():
    tail = "Notify of\nOldest\nAnn Lee\n\nI saw them pass my house in the morning.\n\n\nNobody here saw anything of it."
    document = read_text(TITLE, *PARAGRAPHS, tail, "Would love your thoughts, please comment.")
    comments = [block for block in document.blocks if block.kind == "comment"]
    assert [comment.author for comment in comments] == ["Ann Lee", None]
    assert kinds(document, "Would love your thoughts") == ["boilerplate"]
