"""Whole pages of invented sites without tags, and what each line of them is: `cases/NAME/page.txt`, `answer.yaml`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from rashomon.record import ARTICLE_KINDS, Document
from tests.read.pages import of_kind, read_text, words

CASES = sorted(path.parent for path in Path(__file__).parent.glob("cases/*/page.txt"))


@pytest.fixture(params=CASES, ids=lambda folder: folder.name)
def case(request: pytest.FixtureRequest) -> tuple[Document, dict[str, Any]]:
    folder: Path = request.param
    answer: dict[str, Any] = yaml.safe_load((folder / "answer.yaml").read_text("utf-8"))
    return read_text((folder / "page.txt").read_text("utf-8")), answer


def spoken(document: Document) -> str:
    return "\n".join(words(document, block) for block in document.blocks if block.kind in ARTICLE_KINDS)


def test_no_paragraph_of_the_article_is_lost_to_comments_or_furniture(case):
    document, answer = case
    kept = spoken(document)
    assert [line for line in answer["article"] if line.split(") - ")[-1] not in kept] == []


def test_what_the_site_says_of_itself_and_readers_say_stays_out(case):
    document, answer = case
    kept = spoken(document).split("\n")
    assert [line for line in answer["not_article"] if line in kept] == []


def test_title_outlet_and_day_are_the_pages_own(case):
    document, answer = case
    told = (document.title, document.outlet.name, document.published.earliest)
    assert told == (answer["title"], answer["outlet"], answer.get("published"))


def test_comments_are_as_many_as_were_written(case):
    document, answer = case
    assert len(of_kind(document, "comment")) == len(answer["comments"])
