"""Names as the text explains them, and as it takes them up again."""

import pytest

from rashomon.annotate.names import acronyms, clean, person_words, shortens_body, shortens_person


@pytest.mark.parametrize(
    ("text", "long_name", "short"),
    [
        ("The Ilmar Rights Monitor (IRM) said so.", "Ilmar Rights Monitor", "IRM"),
        ("The Committee for the Defence of the Coast (CDC) met.", "Committee for the Defence of the Coast", "CDC"),
        ("Fighters of the Free Hill Army (FHA) left.", "Free Hill Army", "FHA"),
        ("The North-West Relief Service (“NWRS”) agreed.", "North-West Relief Service", "NWRS"),
    ],
)
def test_an_acronym_in_parentheses_explains_the_name_before_it(text: str, long_name: str, short: str) -> None:
    """The long name is the run of words whose initials the acronym is."""
    ((start, end, short_start, short_end),) = acronyms(text)
    assert (text[start:end], text[short_start:short_end]) == (long_name, short)


@pytest.mark.parametrize("text", ["The town fell (Monday).", "He left (see below).", "the army left (FHA) later"])
def test_other_parentheses_explain_nothing(text: str) -> None:
    """No initials, no name."""
    assert not list(acronyms(text))


def test_a_person_is_taken_up_by_the_last_names() -> None:
    """Titles are no part of the name."""
    assert shortens_person("Venn", "Dara Venn")
    assert shortens_person("Colonel Radim Tesk", "Radim Tesk")
    assert not shortens_person("Dara", "Dara Venn")
    assert person_words("President Dara Venn") == ("dara", "venn")


def test_a_body_is_taken_up_by_its_acronym_or_by_its_own_words() -> None:
    """ "the Monitor" for the Ilmar Rights Monitor; the first word alone (a nationality, a place) is not enough."""
    assert shortens_body("Monitor", "Ilmar Rights Monitor")
    assert shortens_body("IRM", "Ilmar Rights Monitor")
    assert not shortens_body("Ilmar", "Ilmar Rights Monitor")
    assert not shortens_body("monitor", "Ilmar Rights Monitor")


def test_clean_drops_article_and_possessive() -> None:
    """The name itself stays."""
    assert clean("the Free Hill Army’s") == "Free Hill Army"
