"""The tables of furniture: what a line is asked for, and when."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.lexicon import furniture
from rashomon.read.shape import is_floating

ASKED = [
    (name, pattern)
    for name, needles in furniture.NEEDLES.items()
    for pattern in (furniture.BOILERPLATE.get(name) or getattr(furniture, name))
    if needles and is_floating(pattern)
]


@pytest.mark.parametrize(("name", "pattern"), ASKED)
def test_what_a_slow_pattern_matches_holds_a_needle(name: str, pattern: str) -> None:
    """No line is passed over because it is not asked for the pattern."""

    @settings(max_examples=60, deadline=None)
    @given(st.from_regex(re.compile(pattern), fullmatch=True, alphabet=string.printable + "©°−"))
    def holds(line: str) -> None:
        assert any(needle in line.casefold() for needle in furniture.NEEDLES[name])

    holds()


def test_needles_belong_to_tables() -> None:
    """A typing error in a name would leave its patterns unasked or slow."""
    for name in furniture.NEEDLES:
        assert name in furniture.BOILERPLATE or hasattr(furniture, name)
