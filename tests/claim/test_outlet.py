"""The page's own outlet is no link of a chain, under any of the names that the page gives it."""

import pytest

from rashomon.claim.outlet import Outlet
from rashomon.record import Block, Document, Span, Step
from rashomon.record.document import Named


def page(*lines: tuple[str, str], outlet: str | None = None) -> Document:
    """A document of one block a line: (kind, words)."""
    text, blocks = "", []
    for kind, words in lines:
        blocks.append(Block(kind, len(text), len(text) + len(words)))  # type: ignore[arg-type]
        text += words + "\n"
    return Document("d", "p", "f", text, tuple(blocks), outlet=Named(outlet, "visible text"))


def step(words: str) -> Step:
    """Somebody who says something, in these words."""
    return Step(words, "said", "says", False, Span(0, len(words), words))


PANEL = page(
    ("title", "JOINT REVIEW PANEL OF THE UPLAND COALITION"),
    ("boilerplate", "For immediate release"),
    ("paragraph", "The Panel has found that two houses were hit."),
)
WIRE = page(
    ("boilerplate", "Harbour Wire (HW)"),
    ("dateline", "ORLIM, Vessia (Harbour) -"),
    ("paragraph", "Soldiers fired, a doctor told Harbour Wire."),
    outlet="Harbour Wire",
)


@pytest.mark.parametrize("words", ["The Panel", "Joint Review Panel", "we", "our estimate", "our own information"])
def test_who_publishes_a_statement_is_no_source_of_it(words: str) -> None:
    """A heading in capitals names the publisher; the first person is the publisher too."""
    assert Outlet(PANEL).is_it(step(words))


@pytest.mark.parametrize(
    "words", ["Harbour Wire", "HW", "Harbour", "Harbour Wire's reporter", "HW journalists", "the reporter"]
)
def test_an_outlets_own_people_are_the_outlet(words: str) -> None:
    """What its reporters saw is told in the page's own voice."""
    assert Outlet(WIRE).is_it(step(words))


@pytest.mark.parametrize("words", ["The coalition", "our lawyer", "a villager", "Staff", "The team", "this commission"])
def test_others_stay_sources(words: str) -> None:
    """Whom the publisher belongs to, employs or talks to is somebody else."""
    assert not Outlet(PANEL).is_it(step(words))
