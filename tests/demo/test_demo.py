"""The demo case is whole: its answer fits its pages, and its two forms hold the same words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from lxml import html

from rashomon import demo

from .answers import claims_of, faults

ANSWER = yaml.safe_load(demo.answer_path().read_text(encoding="utf-8"))
PAGES = {path.name: path.read_text(encoding="utf-8") for path in demo.text_pages()}
UNSEEN = {"script", "style", "head"}


def visible_words(path: Path) -> list[str]:
    """The words of an HTML page that a reader sees, in order; a bullet is no word."""
    body = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8")).find("body")
    runs = [run for run in body.xpath(".//text()") if run.getparent().tag not in UNSEEN]
    return "\n".join(runs).split()


def test_twelve_pages_in_both_forms() -> None:
    """Every page ships as HTML and as text."""
    assert [p.stem for p in demo.html_pages()] == [p.stem for p in demo.text_pages()]
    assert len(PAGES) == 12


def test_the_answer_fits_the_pages() -> None:
    """Quotes are verbatim and unique, triggers inside them, types and states known, furniture strings on the page."""
    assert faults(ANSWER, PAGES) == []


@pytest.mark.parametrize("path", demo.html_pages(), ids=lambda p: p.stem)
def test_html_and_text_hold_the_same_words(path: Path) -> None:
    """Both forms of a page say the same words in the same order."""
    text = PAGES[path.stem + ".txt"].replace("•", " ")
    assert text.split() == visible_words(path)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_quotes_stand_inside_one_line(name: str) -> None:
    """No quote runs over the border of a block."""
    document = next(d for d in ANSWER["documents"] if d["file"] == name)
    lines = PAGES[name].splitlines()
    assert all(any(c["quote"] in line for line in lines) for c in document["claims"])


def test_pages_are_short() -> None:
    """A page has 120 to 300 words."""
    assert all(120 <= len(text.split()) <= 300 for text in PAGES.values())


def test_comments_are_counted_as_they_stand() -> None:
    """The number of reader comments in the answer is the number of bullets on the page."""
    counted = {d["file"]: d["comments"] for d in ANSWER["documents"]}
    assert counted == {name: len(re.findall("•", text)) for name, text in PAGES.items()}


def test_the_case_shows_what_it_is_for() -> None:
    """An echo, an update, contradictions, chains of two and three, open years, a running total, denials, an act."""
    claims = claims_of(ANSWER)
    across = ANSWER["across"]
    assert across["echo"]
    assert across["updates"]
    assert len(across["contradictions"]) >= 2
    assert {len(c["sources"]) for c in claims} >= {0, 1, 2, 3}
    assert any("cumulative" in c for c in claims)
    assert {c.get("status") for c in claims} >= {"asserted", "possible", "planned", "denied"}
    assert {c.get("act") for c in claims} >= {"no_comment", "no_acknowledgement", "denies"}
    assert any(c.get("time", {}).get("earliest", "").startswith("????") for c in claims)
