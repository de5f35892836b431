"""The learned part of reading, and the pages that would break it."""

from __future__ import annotations

import pytest

from rashomon.read import read
from rashomon.read.features import features
from rashomon.read.line import MOST_LINES, split_lines
from rashomon.read.zones import ZONES, _forests, zones
from rashomon.settings import Settings
from tests.read.pages import PARAGRAPHS, TITLE, page


def lines(*texts):
    return split_lines("\n".join(texts))


def test_a_page_without_lines_has_no_zones():
    assert zones(()) == ()


def test_each_line_has_one_zone_and_paragraphs_are_article():
    found = zones(lines("Home", "Search", TITLE, *PARAGRAPHS, "Privacy policy"))
    assert set(found) <= set(ZONES)
    assert found[3:6] == ("article",) * 3
    assert found[-1] == "boilerplate"


def test_zones_do_not_depend_on_empty_lines():
    texts = ["Home", TITLE, *PARAGRAPHS, "Privacy policy"]
    assert zones(lines(*texts)) == zones(split_lines("\n\n\n".join(texts)))


def test_the_forest_gives_probabilities():
    first, _, _ = _forests()
    told = first.predict(features(lines(TITLE, *PARAGRAPHS)))
    assert told.shape == (4, len(ZONES))
    assert told.sum(axis=1) == pytest.approx([1.0] * 4, abs=1e-5)


def test_a_page_of_too_many_lines_is_kept_whole_and_named():
    text = "\n".join([TITLE, *PARAGRAPHS, *(f"entry {n}" for n in range(MOST_LINES))])
    document, refusals = read(page(text), Settings())
    assert document is not None
    assert "too-many-lines" in [refusal.code for refusal in refusals]
    assert document.coverage.lost == 0
    assert document.blocks[-1].kind == "boilerplate"
