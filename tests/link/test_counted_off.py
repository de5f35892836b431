"""Happenings counted off among their like, and what is told on the word of another page's outlet."""

from __future__ import annotations

from rashomon.link import link
from rashomon.record import Accounts
from tests.link.build import PageDraft


def _joined(accounts: Accounts, *claims: str) -> bool:
    return any(set(claims) <= set(event.claims) for event in accounts.events)


def _convoy(file: str, words: str) -> tuple[PageDraft, str]:
    page = PageDraft(file, f"A {words} convoy carried 90 people out of Orlim in March.")
    made = page.claim(
        f"A {words} convoy carried 90 people out of Orlim in March.",
        "carried",
        "movement.evacuation",
        r_means=f"A {words} convoy",
        r_moved="90 people",
    )
    return page, made.id


def test_the_second_of_its_kind_is_another_pages_second() -> None:
    """Same words but the number: the second convoy is the second, and never the third."""
    (one, second), (other, again), (third, last) = (
        _convoy("a.txt", "second"), _convoy("b.txt", "second"), _convoy("c.txt", "third"),
    )  # fmt: skip
    accounts = link([one.reading(), other.reading(), third.reading()])
    assert _joined(accounts, second, again)
    assert not _joined(accounts, second, last)


def test_what_is_told_on_an_outlets_word_is_what_its_page_tells() -> None:
    """A page that says no place and no day joins the page of the outlet it cites."""
    first = "Dozens of gunmen of the Reed Army were taken to Sellin on buses."
    told = PageDraft("herald.txt", first, outlet="The Hill Herald").mention("Reed Army", chain=1)
    own = told.claim(
        first, "taken", "movement.evacuation", r_moved="Dozens of gunmen of the Reed Army",
        counts=[told.count("Dozens of gunmen", "gunmen", 24, 99)],
    )  # fmt: skip
    second = "The Hill Herald has dozens of gunmen of the Reed Army leaving."
    citing = PageDraft("blog.txt", second).mention("The Hill Herald").mention("Reed Army", chain=1)
    retold = citing.claim(
        second, "leaving", "movement.withdrawal", said=[("The Hill Herald", "says")],
        r_moved="dozens of gunmen of the Reed Army", counts=[citing.count("dozens of gunmen", "gunmen", 24, 99)],
    )  # fmt: skip
    assert _joined(link([told.reading(), citing.reading()]), own.id, retold.id)
