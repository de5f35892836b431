"""Words of one meaning meet, and words that a page repeats tell none of its events from another."""

from __future__ import annotations

from rashomon.lexicon.senses import SENSES, senses_of
from rashomon.lexicon.wording import stem
from rashomon.link.context import rareness


def test_words_of_one_meaning_are_one_sense():
    assert senses_of("lorries") == senses_of("a truck")
    assert senses_of("dwellings were torched") & senses_of("they burned the houses") == senses_of("burned houses")


def test_a_stem_stands_in_one_row_only():
    rows = [{stem(word) for word in row.split()} for row in SENSES]
    assert sum(map(len, rows)) == len(set().union(*rows))


def test_a_word_of_no_row_stays_its_stem():
    assert senses_of("the piano") == {"piano"}


def test_what_stands_in_all_sentences_of_a_page_is_not_rare_there():
    told = rareness([frozenset({"harbour", "siege"}), frozenset({"harbour"}), frozenset({"harbour", "bakery"})])
    assert told["harbour"] < told["bakery"] == told["siege"]
