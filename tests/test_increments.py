"""The demo's text pages through `rashomon build`: in any order, in any split, with any number of workers, the exports
are the same bytes; a case that stays open links anew only what is touched, and gives the same accounts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rashomon.case
from rashomon.case import Case, PageReader
from rashomon.engine import SingleEngine
from rashomon.pipeline import AcrossPages, weigh_accounts
from rashomon.record import PageReading
from rashomon.settings import Settings
from tests.conftest import here

PAGES = sorted((Path(rashomon.case.__file__).parent / "demo" / "pages-text").iterdir())


def built(case: Path, *lots: Sequence[Path], workers: int = 1) -> dict[str, bytes]:
    """The JSON Lines of a case that the command line built lot by lot."""
    for lot in lots:
        assert here("build", *lot, "--case", case, "--workers", workers).returncode == 0
    out = case.parent / f"{case.name}-export"
    assert here("export", case, "--format", "jsonl", "--out", out).returncode == 0
    return {file.name: file.read_bytes() for file in sorted(out.iterdir())}


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return built(tmp_path_factory.mktemp("once") / "case", PAGES)


@pytest.fixture(scope="module")
def readings() -> list[PageReading]:
    """The pages' readings, as the bundled model reads them."""
    from rashomon.intake import open_paths
    from rashomon.record import Page

    read, known = PageReader(Settings()), Settings()
    return [read(page) for page in open_paths([str(file) for file in PAGES], known) if isinstance(page, Page)]


@pytest.mark.parametrize("workers", [1, 2])
def test_two_builds_in_another_order_export_the_same_bytes(tmp_path: Path, at_once, workers: int) -> None:
    turned = PAGES[::-1]
    assert built(tmp_path / "case", turned[:5], turned[5:], workers=workers) == at_once


@settings(max_examples=10, deadline=None)
@given(st.permutations(range(len(PAGES))), st.lists(st.integers(1, len(PAGES) - 1), max_size=3))
def test_any_order_and_split_give_one_result(readings: list[PageReading], order: list[int], cuts: list[int]) -> None:
    """What a case that stays open links step by step is what one run over all pages gives, ids and all."""
    pages, across = [readings[number] for number in order], AcrossPages()
    steps = [across.weigh(pages[:upto]) for upto in [*sorted(set(cuts)), len(pages)]]
    assert steps[-1] == weigh_accounts(readings)


def test_an_open_case_links_step_by_step(tmp_path: Path, readings: list[PageReading]) -> None:
    """One Case object, built page by page, stores what a case built at once stores."""
    known = {reading.page: reading for reading in readings}
    with Case.create(tmp_path / "one") as one, Case.create(tmp_path / "two") as two:
        one.build(PAGES, engine=SingleEngine(), read=lambda page: known[page.id])
        for file in PAGES:
            two.build([file], engine=SingleEngine(), read=lambda page: known[page.id])
        assert one.accounts() == two.accounts()
