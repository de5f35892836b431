"""Names become sources: what joins, what stays apart."""

from __future__ import annotations

from rashomon.link import link

from .build import PageDraft


def names_of(accounts) -> list[set[str]]:
    return [{source.name, *source.aliases} for source in accounts.sources if source.named]


def together(accounts, *names: str) -> bool:
    return any(set(names) <= known for known in names_of(accounts))


def test_acronym_explained_on_one_page_joins_its_use_on_another():
    one = PageDraft("a", "The Northern Relief Council (NRCX) spoke.")
    one.mention("Northern Relief Council", chain=1).mention("NRCX", chain=1, name="Northern Relief Council")
    two = PageDraft("b", "NRCX denied it.").mention("NRCX", chain=4)
    assert together(link([one.reading(), two.reading()]), "Northern Relief Council", "NRCX")


def test_acronym_that_two_pages_spell_differently_joins_neither():
    pages = []
    for file, full in (("a", "Northern Relief Council"), ("b", "National River Commission")):
        page = PageDraft(file, f"The {full} (NRC) spoke.").mention(full, chain=1).mention("NRC", chain=1, name=full)
        pages.append(page.reading())
    alone = PageDraft("c", "NRC spoke.").mention("NRC", chain=1)
    accounts = link([*pages, alone.reading()])
    assert not together(accounts, "Northern Relief Council", "National River Commission")


def test_initials_join_when_only_one_body_fits():
    one = PageDraft("a", "The Coastal Defence League advanced.").mention("Coastal Defence League", chain=1)
    two = PageDraft("b", "The CDL advanced.").mention("CDL", chain=1)
    assert together(link([one.reading(), two.reading()]), "Coastal Defence League", "CDL")


def test_common_word_means_a_body_on_its_own_page_only():
    pages = [PageDraft(file, "The Observatory spoke.").mention("Observatory", chain=1).reading() for file in ("a", "b")]
    assert len(names_of(link(pages))) == 2


def test_known_aliases_join_but_the_page_comes_first():
    one = PageDraft("a", "The United Nations spoke.").mention("United Nations", chain=1)
    two = PageDraft("b", "The UN spoke.").mention("UN", chain=1)
    own = PageDraft("c", "The Union of Nurses (UN) spoke.")
    own.mention("Union of Nurses", chain=1).mention("UN", chain=1, name="Union of Nurses")
    assert together(link([one.reading(), two.reading()]), "United Nations", "UN")
    assert not together(link([one.reading(), two.reading(), own.reading()]), "United Nations", "Union of Nurses")


def test_person_speaks_for_the_body_by_its_fullest_name():
    page = PageDraft("a", "Observatory head Ilse Brandt spoke for the Lakeside Observatory.")
    page.mention("Lakeside Observatory", chain=1)
    page.mention("Ilse Brandt", "person", chain=2, speaks_for="Observatory")
    source = next(s for s in link([page.reading()]).sources if s.name == "Ilse Brandt")
    assert source.speaks_for == "Lakeside Observatory"


def test_two_spellings_of_a_transliterated_name_are_one_person():
    one = PageDraft("a", "Karim Abdel Rahman spoke.").mention("Karim Abdel Rahman", "person", chain=1)
    two = PageDraft("b", "Kareem Abdul-Rahman spoke.").mention("Kareem Abdul-Rahman", "person", chain=1)
    assert together(link([one.reading(), two.reading()]), "Karim Abdel Rahman", "Kareem Abdul-Rahman")


def test_persons_with_one_surname_stay_two():
    one = PageDraft("a", "Anna Brandt spoke.").mention("Anna Brandt", "person", chain=1)
    two = PageDraft("b", "Ilse Brandt spoke.").mention("Ilse Brandt", "person", chain=1)
    assert len(names_of(link([one.reading(), two.reading()]))) == 2


def test_unnamed_sources_join_only_under_one_outlet():
    def page(file: str, agency: str) -> PageDraft:
        draft = PageDraft(file, f"Local sources told {agency} that guards left the mill.")
        draft.mention(agency, chain=1)
        draft.claim(draft.text, "left", "movement.withdrawal", said=[(agency,), ("Local sources",)], r_moved="guards")
        return draft

    accounts = link(
        [page("a", "Harbour Wire").reading(), page("b", "Harbour Wire").reading(), page("c", "Hill Press").reading()]
    )
    unnamed = [source for source in accounts.sources if not source.named]
    assert len(unnamed) == 2
    assert {source.kind for source in unnamed} == {"unnamed local"}
    inner = [claim.attribution[1].source for claim in accounts.claims]
    assert len(set(inner)) == 2


def test_every_step_has_its_source():
    page = PageDraft("a", "The Harbour Wire said guards left the mill.").mention("Harbour Wire", chain=1)
    page.claim(page.text, "left", "movement.withdrawal", said=[("the Harbour Wire",)], r_moved="guards")
    accounts = link([page.reading()])
    known = {source.id: source.name for source in accounts.sources}
    assert [known[step.source] for claim in accounts.claims for step in claim.attribution] == ["Harbour Wire"]
