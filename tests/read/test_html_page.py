"""Pages with their tags."""

from __future__ import annotations

from tests.read.pages import PARAGRAPHS, TITLE, kinds, of_kind, read_html

ARTICLE = f"<article><h1>{TITLE}</h1>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</article>"
NAV = "<nav><ul><li><a href=/>Front page</a><li><a href=/w>World news</a></ul></nav>"


def test_article_navigation_and_footer_are_told_apart():
    document = read_html(NAV + ARTICLE + "<footer>Valley Post is printed in Tarsan</footer>")
    assert document.title == TITLE
    assert of_kind(document, "paragraph") == list(PARAGRAPHS)
    assert kinds(document, "World news") == kinds(document, "printed in Tarsan") == ["boilerplate"]


def test_script_and_hidden_text_is_not_visible():
    document = read_html(f"<script>var x</script><p hidden>secret</p><p style='display: none'>secret</p>{ARTICLE}")
    assert "secret" not in document.text
    assert "var x" not in document.text


def test_comment_elements_become_comments_with_author_and_parent():
    def comment(number: int, author: str, said: str, inner: str = "") -> str:
        return f"<li class=comment id=comment-{number}><cite>{author}</cite><p>{said}</p><a>Reply</a>{inner}</li>"

    inner = "<ol>" + comment(2, "Bo", "They had papers.") + "</ol>"
    thread = f"<div id=comments><ol>{comment(1, 'Ann Lee', 'Why did nobody stop them?', inner)}</ol></div>"
    document = read_html(ARTICLE + thread)
    first, second = [block for block in document.blocks if block.kind == "comment"]
    assert (first.author, second.author, second.depth) == ("Ann Lee", "Bo", 1)
    assert second.parent == document.blocks.index(first)
    assert kinds(document, "Reply") == ["boilerplate", "boilerplate"]


def test_captions_and_related_boxes_are_kept_apart():
    body = ARTICLE.replace("<p>", "<figure><figcaption>Lorries on the road</figcaption></figure><p>", 1)
    related = "<div class=related><h3>Related stories</h3><a href=/x>Bridge near Tarsan reopens</a></div>"
    document = read_html(body + related)
    assert kinds(document, "Lorries on the road") == ["caption"]
    assert kinds(document, "Bridge near Tarsan") == ["related"]


def test_json_ld_gives_dates_outlet_and_author_with_their_basis():
    json_ld = (
        '{"@type": "NewsArticle", "datePublished": "2031-03-04T10:00:00Z", "dateModified": "2031-03-05", '
        '"publisher": {"name": "Valley Post"}, "author": [{"name": "Ann Lee"}]}'
    )
    document = read_html(ARTICLE, f'<script type="application/ld+json">{json_ld}</script>')
    assert (document.published.earliest, document.published.basis) == ("2031-03-04", "json-ld")
    assert document.updated.earliest == "2031-03-05"
    assert (document.outlet.name, document.byline.name) == ("Valley Post", "Ann Lee")


def test_text_nested_five_thousand_deep_and_all_after_it_is_read():
    deep = "<div>" * 5000 + f"<p>{PARAGRAPHS[1]}</p>" + "</div>" * 5000
    document = read_html(f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p>{deep}<p>{PARAGRAPHS[2]}</p>")
    assert of_kind(document, "paragraph") == list(PARAGRAPHS)


def test_a_page_without_any_article_element_is_still_all_there():
    document = read_html("<div>Home</div><div>Search</div>")
    assert document.coverage.lost == 0
    assert document.text == "Home\n\nSearch"
