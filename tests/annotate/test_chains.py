"""Which mentions name the same entity, by written rules."""

from rashomon.annotate.chains import REACH_CHARS, Register

NONE: frozenset[str] = frozenset()


def test_an_explained_acronym_is_the_long_name() -> None:
    """ "IRM" is the Ilmar Rights Monitor once the text says so."""
    register = Register()
    register.explain("Ilmar Rights Monitor", "IRM")
    long_name = register.named("the Ilmar Rights Monitor", "organisation", 0)
    assert register.named("IRM", "organisation", 100) is long_name
    assert long_name.name == "Ilmar Rights Monitor"


def test_a_watching_group_is_the_body_that_spoke_last() -> None:
    """ "The coast-based monitoring group" takes up a body that has been quoted, not one that has not."""
    register = Register()
    monitor = register.named("Ilmar Rights Monitor", "organisation", 0)
    register.named("Free Hill Army", "organisation", 50)
    monitor.voiced = 10
    found = register.described("group", frozenset({"monitoring"}), "coast-based monitoring group", 200, definite=True)
    assert found is monitor


def test_an_armed_group_is_the_last_body_with_fighters() -> None:
    """ "The militant group" takes up a body said to have fighters."""
    register = Register()
    army = register.named("Free Hill Army", "organisation", 0)
    army.armed = True
    register.named("Ilmar Rights Monitor", "organisation", 50)
    assert register.described("group", frozenset({"militant"}), "militant group", 90, definite=True) is army


def test_an_indefinite_description_is_somebody_new() -> None:
    """ "A resident" twice is two residents."""
    register = Register()
    first = register.described("resident", NONE, "a resident", 0, definite=False)
    assert register.described("resident", NONE, "a resident", 90, definite=False) is not first


def test_the_sources_are_the_sources_named_before() -> None:
    """A definite plural takes up the same noun."""
    register = Register()
    first = register.described("sources", NONE, "local sources", 0, definite=False)
    assert register.described("sources", NONE, "the sources", 90, definite=True) is first


def test_nothing_is_taken_up_from_too_far() -> None:
    """Beyond the reach, a description stands for itself."""
    register = Register()
    first = register.described("sources", NONE, "local sources", 0, definite=False)
    assert register.described("sources", NONE, "the sources", REACH_CHARS + 1, definite=True) is not first


def test_he_is_the_person_who_spoke_last() -> None:
    """Speaking counts for more than standing nearer."""
    register = Register()
    speaker = register.named("Dara Venn", "person", 0)
    speaker.voiced = 200
    register.named("Radim Tesk", "person", 100)
    assert register.pronoun(300, ("person",)) is speaker
