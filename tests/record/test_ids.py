"""Ids are hashes over length-prefixed fields."""

from hypothesis import given
from hypothesis import strategies as st

from rashomon.record import Span, digest, identify, page_id

FIELD = st.one_of(st.none(), st.integers(), st.text(), st.binary())


@given(st.lists(FIELD, max_size=5), st.lists(FIELD, max_size=5))
def test_two_field_lists_share_an_id_only_when_they_are_the_same(a: list[object], b: list[object]) -> None:
    """Neither joining nor splitting fields, nor 1 for "1", gives another list's digest."""
    same = [type(x) for x in a] == [type(x) for x in b] and a == b
    assert (digest(*a) == digest(*b)) == same  # type: ignore[arg-type]


def test_a_page_id_is_what_any_tool_prints() -> None:
    """SHA-256 of the empty file, as sha256sum prints it."""
    assert page_id(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_an_id_names_its_kind() -> None:
    """An id can be told from another kind's at sight."""
    assert identify("claim", "x").startswith("claim-")
    assert identify("claim", "x") != identify("event", "x").replace("event", "claim")


@given(st.text(min_size=1), st.data())
def test_a_span_is_the_words(text: str, data: st.DataObject) -> None:
    """text[start:end] is the quoted words, in code points, whatever the script."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert text[span.start : span.end] == span.text
