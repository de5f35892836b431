"""Every case of the corpus is whole: its answer fits its pages, and it shares no page with another case."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.demo.answers import claims_of, faults

CORPUS = Path(__file__).resolve().parents[2] / "training" / "corpus"
CASES = sorted(path.parent for path in CORPUS.rglob("answer.yaml"))


LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times as fast, where yaml was built with it


@cache
def answer_of(case: Path) -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.load((case / "answer.yaml").read_text(encoding="utf-8"), LOADER)
    return loaded


def pages_of(case: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(case.glob("*.txt"))}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_answer_fits_the_pages(case: Path) -> None:
    """Quotes are verbatim and unique, triggers inside them, types and states known, furniture strings on the page."""
    assert faults(answer_of(case), pages_of(case)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_quotes_stand_inside_one_line(case: Path) -> None:
    """No quote runs over the border of a block."""
    pages = pages_of(case)
    for document in answer_of(case)["documents"]:
        lines = pages[document["file"]].splitlines()
        outside = [c["id"] for c in document["claims"] if not any(c["quote"] in line for line in lines)]
        assert outside == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_role_words_stand_on_the_page(case: Path) -> None:
    """A role is filled with words of its page."""
    pages = pages_of(case)
    for document in answer_of(case)["documents"]:
        for claim in document["claims"]:
            for words in claim.get("roles", {}).values():
                accepted = words if isinstance(words, list) else [words]
                assert all(choice in pages[document["file"]] for choice in accepted), claim["id"]


def test_a_quarter_is_kept_aside() -> None:
    """About every fourth case lies under heldout/."""
    aside = [case for case in CASES if case.parent.name == "heldout"]
    assert 0.2 <= len(aside) / len(CASES) <= 0.4


def test_no_page_and_no_claim_stands_twice() -> None:
    """No two cases share a page's text or a claim's id."""
    texts = [text for case in CASES for text in pages_of(case).values()]
    ids = [claim["id"] for case in CASES for claim in claims_of(answer_of(case))]
    assert len(texts) == len(set(texts))
    assert len(ids) == len(set(ids))
