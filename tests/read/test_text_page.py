"""Pages whose tags are gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.read import read
from rashomon.settings import Settings
from tests.read.pages import PARAGRAPHS, TITLE, kinds, of_kind, page, read_text


def test_the_text_is_the_pages_own_code_point_for_code_point():
    raw = "\n\n".join([TITLE, *PARAGRAPHS]) + "\r\n  \n"
    document, _ = read(page(raw), Settings())
    assert document is not None
    assert document.text == raw


def test_title_paragraphs_and_furniture_are_told_apart():
    document = read_text("Skip to main content", "1,200 $", "MAY 2031", TITLE, *PARAGRAPHS, "Back To Top")
    assert document.title == TITLE
    assert of_kind(document, "paragraph") == list(PARAGRAPHS)
    assert of_kind(document, "boilerplate") == ["Skip to main content", "1,200 $", "MAY 2031", "Back To Top"]


def test_a_title_that_stands_twice_is_marked_where_it_stands_again():
    document = read_text(TITLE, "Support Valley Post", TITLE, *PARAGRAPHS)
    first, second = [block for block in document.blocks if block.kind == "title"]
    assert dict(second.meta)["duplicate_of"] == str(document.blocks.index(first))


def test_the_headline_is_not_mistaken_for_the_standfirst_below_it():
    standfirst = "Mayor of Tarsan says regional council sent lorries for several hundred residents who left"
    assert read_text(TITLE, standfirst, *PARAGRAPHS).title == TITLE


@pytest.mark.parametrize(
    "caption",
    [
        "Illustrative image, source: valley-press.example",
        "Lorries wait at a crossing north of Tarsan, May 2, 2030. (Photo by Ann Lee)",
        "Residents of Tarsan board a lorry on Monday (Valley Agency/file photo)",
        "May 2, 2030 – A lorry driver waits at a crossing during a break in Tarsan.",
    ],
)
def test_captions_are_captions_and_their_days_date_nothing(caption):
    document = read_text(TITLE, caption, *PARAGRAPHS)
    assert kinds(document, caption) == ["caption"]
    assert document.published.basis == "none"


def test_an_agency_in_brackets_at_the_end_of_a_sentence_makes_no_caption():
    sentence = "Twelve lorries left the town of Tarsan on Monday, according to the Valley News Agency (AP)."
    assert kinds(read_text(TITLE, sentence, *PARAGRAPHS), sentence) == ["paragraph"]


def test_a_headline_over_a_button_leads_to_another_story():
    text = "\n\n".join([TITLE, PARAGRAPHS[0], "Bridge near Tarsan reopens after a year\nRead More »", *PARAGRAPHS[1:]])
    document = read_text(text)
    assert kinds(document, "Bridge near Tarsan") == ["related"]
    assert of_kind(document, "paragraph") == list(PARAGRAPHS)


def test_a_dateline_stands_apart_from_the_sentence_it_opens():
    document = read_text(TITLE, f"TARSAN (AP) — {PARAGRAPHS[0]}", *PARAGRAPHS[1:])
    assert of_kind(document, "dateline") == ["TARSAN (AP) —"]
    assert document.dateline.name == "TARSAN"


def test_the_outlet_is_named_by_its_own_furniture():
    document = read_text(TITLE, *PARAGRAPHS, "© 2031 Valley Post. All rights reserved.")
    assert (document.outlet.name, document.outlet.basis) == ("Valley Post", "copyright line")
    assert document.published.basis == "none"


def test_a_day_below_the_title_is_the_publication_date_and_an_update_is_kept_apart():
    document = read_text(TITLE, "Published 3 May 2030, last updated May 4, 2030", *PARAGRAPHS)
    assert (document.published.earliest, document.published.basis) == ("2030-05-03", "visible text")
    assert document.updated.earliest == "2030-05-04"


def test_a_page_in_another_language_is_named_so():
    german = "Ein Konvoi von zwölf Lastwagen hat am Montag die Stadt Tarsan verlassen, sagte der Bürgermeister gestern."
    assert read_text("Bewohner verlassen die Stadt in einem Konvoi", german, german[3:]).language == "de"


def test_a_page_of_white_space_is_refused():
    document, refusals = read(page(" \n\t\n"), Settings())
    assert document is None
    assert [refusal.code for refusal in refusals] == ["empty"]


def test_bytes_that_are_no_utf8_are_read_and_the_guess_is_stated():
    document, refusals = read(page("\n".join([TITLE, *PARAGRAPHS]).encode() + b" caf\xe9"), Settings())
    assert document is not None
    assert document.text.endswith("café")
    assert [refusal.code for refusal in refusals] == ["not-utf8"]


@given(st.text(max_size=400))
def test_blocks_cover_all_that_is_visible_in_order_and_none_overlaps(text):
    """Whatever the text: what lies between two blocks is white space, and the counts add up."""
    document, _ = read(page(text.encode("utf-8", "replace")), Settings())
    if document is None:
        return
    position = 0
    for block in document.blocks:
        assert block.start >= position
        assert not document.text[position : block.start].strip()
        assert block.end > block.start
        position = block.end
    assert not document.text[position:].strip()
    counts = document.coverage
    assert counts.visible == counts.article + counts.other + counts.lost
    assert counts.lost == 0


FRENCH = "Le maire de la ville a déclaré lundi que douze camions avaient quitté la région avec plusieurs habitants."
ARABIC = "قال رئيس البلدية يوم الاثنين إن اثنتي عشرة شاحنة غادرت المدينة مع مئات من السكان."


def test_a_paragraph_in_another_language_is_kept_and_named():
    """The page is in English and is read; the statement it quotes in Arabic and in French carries its language."""
    document = read_text(TITLE, *PARAGRAPHS, ARABIC, FRENCH, PARAGRAPHS[0].replace("twelve", "ten"))
    told = {document.text[b.start : b.end]: dict(b.meta).get("language") for b in document.blocks}
    assert document.language == "en"
    assert told[ARABIC] == "ar"
    assert told[FRENCH] == "fr"
    assert not any(told[paragraph] for paragraph in PARAGRAPHS)


def test_a_part_in_another_language_is_listed():
    _, refusals = read(
        page("\n\n".join([TITLE, *PARAGRAPHS, ARABIC, PARAGRAPHS[0].replace("twelve", "ten")])), Settings()
    )
    (told,) = [refusal for refusal in refusals if refusal.code == "language-of-part"]
    assert "ar 1" in told.detail


def test_names_and_headlines_in_capitals_are_in_no_other_language():
    lists = ("Deir Hassan, Tell Amar, Umm Salat, Kafr Rumin, Jisr Shahin, Wadi Qel", "MAYOR LINDTE VISITS OSTLO MARKET")
    document = read_text(TITLE, *PARAGRAPHS, *lists, PARAGRAPHS[0].replace("twelve", "ten"))
    assert not any("language" in dict(block.meta) for block in document.blocks)
