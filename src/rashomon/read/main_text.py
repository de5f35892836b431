"""Which lines of an HTML page trafilatura takes for the article.

Lives here: the one call to the library and the matching of its answer to our lines. Must not know: labels.

Its text is never used, only its choice: the lines are ours, so that every character of the page stays accounted for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from lxml import html

from rashomon.read.line import Line

RUN = 4
"""Words compared at a time: runs of four words seldom stand twice in one page by chance."""

SHARE = 0.7
"""Share of a line's runs that must stand in the library's text; it drops words inside links now and then."""

_WORD = re.compile(r"\w+")


def main_lines(root: html.HtmlElement, lines: Sequence[Line]) -> frozenset[int] | None:
    """Indexes of the lines that the library takes for the article, None when it found none."""
    text = _extract(root)
    if not text:
        return None
    wholes = {tuple(_WORD.findall(line.casefold())) for line in text.splitlines()}
    runs = {run for whole in wholes for run in _runs(whole)}
    chosen = frozenset(i for i, line in enumerate(lines) if _stands_in(line.words, wholes, runs))
    return chosen or None


def _stands_in(line: str, wholes: set[tuple[str, ...]], runs: set[tuple[str, ...]]) -> bool:
    spoken = tuple(_WORD.findall(line.casefold()))
    if not spoken:
        return False
    own = _runs(spoken)
    return spoken in wholes or (bool(own) and sum(run in runs for run in own) >= SHARE * len(own))


def _runs(spoken: tuple[str, ...]) -> list[tuple[str, ...]]:
    return [spoken[i : i + RUN] for i in range(len(spoken) - RUN + 1)]


def _extract(root: html.HtmlElement) -> str:
    from trafilatura import bare_extraction

    try:
        found: Any = bare_extraction(deepcopy(root), fast=True, include_comments=False, include_tables=True)
    except Exception:  # the library raises whatever its parts raise; its failure only costs us its opinion
        return ""
    return str(found.text or "") if found is not None else ""
