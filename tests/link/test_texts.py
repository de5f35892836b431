"""Linking by texts and by event words, where nothing has been read from the pages yet."""

from __future__ import annotations

from bench.linking.metrics import score_clusters
from bench.linking.own_texts import EVENTS

from rashomon.link.coref import EventWord, group_event_words
from rashomon.link.story import Stories, Text, group_stories

DAY = 737000


def stories() -> list[Text]:
    return [Text(f"{number}{side}", text, DAY + number * 40) for number, pair in enumerate(EVENTS)
            for side, text in zip("ab", pair, strict=True)]  # fmt: skip


def test_reports_of_one_event_are_one_story_and_of_others_are_not():
    found = group_stories(stories())
    gold = {text.id: text.id[0] for text in stories()}
    assert score_clusters(gold, found)["b3_f1"] > 0.85


def test_the_order_of_texts_does_not_matter():
    assert group_stories(reversed(stories())) == group_stories(stories())


def test_a_likeness_never_travels_without_its_reason():
    likeness = Stories(stories()).likeness(0, 1)
    assert "days apart" in likeness.reason
    assert "%" in likeness.reason


def test_event_words_of_one_stem_join_within_a_story_and_not_across():
    texts = [
        Text("a", "Guards shot the miller at the Kelder mill. The shooting was at dawn."),
        Text("b", "The Kelder miller was shot by guards at the mill."),
        Text("c", "A hunter shot a wolf in the Orlen forest on a winter evening."),
    ]
    words = [EventWord(t.id + w, t.id, t.text.index(w), t.text.index(w) + len(w), (0, len(t.text)))
             for t in texts for w in ("shot", "shooting") if w in t.text]  # fmt: skip
    found = group_event_words(texts, words)
    assert found["ashot"] == found["bshot"]
    assert found["cshot"] != found["ashot"]


def test_nothing_is_grouped_to_nothing():
    assert group_stories([]) == {}
    assert group_event_words([], []) == {}
