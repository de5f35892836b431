"""Posts of social networks within an article are nobody's words but their authors'."""

from __future__ import annotations

import pytest

from tests.read.pages import PARAGRAPHS, TITLE, kinds, read_html, read_text

POST = "Twelve lorries just passed the bridge, people on the roofs, nobody knows where to. pic.twitter.example/a1"
SIGNED = "— Anna Lindte (@annalindte) March 4, 2031"


def authors(document, words: str) -> list[str | None]:
    return [b.author for b in document.blocks if words in document.text[b.start : b.end]]


@pytest.mark.parametrize(
    "lines",
    [
        (POST, SIGNED),
        (f"{POST}{SIGNED}",),
        ("Anna Lindte (@annalindte) · Mar 4", POST),
        ("Anna Lindte @annalindte", POST),
        ("View this post on Instagram", POST, "A post shared by Anna Lindte (@annalindte)"),
    ],
    ids=["signed below", "signed in its line", "card", "card without day", "instagram"],
)
def test_a_post_in_a_page_without_tags_is_told_by_its_signature(lines):
    document = read_text(TITLE, *PARAGRAPHS[:2], *lines, PARAGRAPHS[2], PARAGRAPHS[0].replace("twelve", "ten"))
    assert kinds(document, "on the roofs") == ["embedded"]
    assert "annalindte" in (authors(document, "on the roofs")[0] or "")
    assert kinds(document, PARAGRAPHS[2]) == ["paragraph"]


@pytest.mark.parametrize(
    "name",
    [
        "twitter-tweet",
        "instagram-media",
        "telegram-post",
        "tgme_widget_message",
        "fb-post",
        "bluesky-embed",
        "tiktok-embed",
    ],
)
def test_a_post_in_html_is_told_by_its_element(name):
    post = f'<blockquote class="{name}"><p>{POST}</p>{SIGNED}</blockquote>'
    document = read_html(
        f"<article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p>{post}<p>{PARAGRAPHS[2]}</p></article>"
    )
    assert kinds(document, "on the roofs") == ["embedded"]
    assert authors(document, "on the roofs") == ["Anna Lindte (@annalindte)"]
    assert kinds(document, PARAGRAPHS[2]) == ["paragraph"]


def test_a_post_in_a_saved_frame_is_kept():
    """SingleFile puts the page of a frame into an attribute."""
    inner = f"<html><body class='tweet'><p>{POST}</p></body></html>".replace("<", "&lt;")
    advert = "<html><body><p>Buy a new lorry today at half the price!</p></body></html>".replace("<", "&lt;")
    document = read_html(
        f"<article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p>{PARAGRAPHS[1]}</p><iframe srcdoc='{inner}'></iframe>"
        f'<p>{PARAGRAPHS[2]}</p></article><iframe srcdoc="{advert}"></iframe>'.replace("'tweet'", "tweet")
    )
    assert kinds(document, "on the roofs") == ["embedded"]
    assert kinds(document, "Buy a new lorry") == ["boilerplate"]


def test_a_byline_with_a_handle_is_no_post():
    document = read_text(TITLE, "Anna Lindte @annalindte", *PARAGRAPHS, "Follow her on Postwire @annalindte")
    assert [kinds(document, paragraph) for paragraph in PARAGRAPHS] == [["paragraph"]] * 3


def test_a_blogs_own_signature_makes_no_post_of_its_last_paragraph():
    document = read_text(TITLE, *PARAGRAPHS, "Posted by Anna Lindte on March 4, 2031 | Permalink")
    assert [kinds(document, paragraph) for paragraph in PARAGRAPHS] == [["paragraph"]] * 3
