"""`python -m bench.quality coref FILE`: which event words name one event, across texts (linking/ecb-*).

Gold event words of the validated sentences, no topics given; singletons count. `same_lemma_conll_f1` is the
corpus-level lemma baseline on the same file. `conll_f1_own` takes the predicates that the encoder finds in the
validated sentences for event words: one that is no gold word counts against precision, a missed one against recall.
"""

from __future__ import annotations

import pathlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bench import reading
from bench.linking.baselines import same_lemma_groups
from bench.linking.files import rows
from bench.linking.metrics import score_clusters
from rashomon.link.coref import EventWord, group_event_words
from rashomon.link.story import Text

PEERS = (
    "ECB+ test, CoNLL F1: corpus-level lemma 61.3, LH heuristic 76.3 (Ahmed et al. 2023); "
    "cross-encoders 83 to 86 (Held et al. 2021; Yu et al. 2022; Caciularu et al. 2021)"
)


def score(path: pathlib.Path) -> dict[str, float]:
    """conll_f1 on gold event words, its parts, and the same-lemma baseline's conll_f1."""
    articles = list(rows(path))
    texts = [Text(article["id"], article["text"]) for article in articles]
    words = [word for article in articles for word in _gold_words(article)]
    gold = {
        word.id: chain
        for article in articles
        for word, chain in zip(_gold_words(article), _chains(article), strict=True)
    }
    figures = score_clusters(gold, group_event_words(texts, words))
    spelt = {article["id"]: article["text"] for article in articles}
    lemma = score_clusters(gold, same_lemma_groups({w.id: spelt[w.text][w.start : w.end] for w in words}))
    own = {"conll_f1_own": _score_own(articles, texts, gold, words)}
    return {"conll_f1": figures.pop("conll_f1"), **own, **figures, "same_lemma_conll_f1": lemma["conll_f1"]}


def _score_own(
    articles: Sequence[dict[str, Any]], texts: Sequence[Text], gold: dict[str, str], words: Sequence[EventWord]
) -> float:
    """CoNLL F1 with our own event words; one that touches a gold word stands for it."""
    gold_at = {(w.text, place): w.id for w in words for place in range(w.start, w.end)}
    found: dict[str, EventWord] = {}
    for article in articles:
        for word in _own_words(article):
            touched = (gold_at.get((word.text, place)) for place in range(word.start, word.end))
            key = next((known for known in touched if known), word.id)
            found.setdefault(key, replace(word, id=key))
    return score_clusters(gold, group_event_words(texts, found.values()))["conll_f1"]


def _own_words(article: dict[str, Any]) -> Iterator[EventWord]:
    """The predicates of the validated sentences."""
    text = reading.Text(article["text"])
    counted = [sentence["span"] for sentence in article["sentences"] if sentence["number"] in set(article["validated"])]
    for number, parse in enumerate(reading.encoder().parse(text.sentences)):
        for frame in parse.frames:
            start, end = text.chars(number, (frame.index, frame.index + 1))
            inside = next((span for span in counted if span[0] <= start < span[1]), None)
            if inside is not None:
                yield _word(f"{article['id']} own {start:06}", article["id"], (start, end), inside)


def _counted(article: dict[str, Any]) -> Iterator[dict[str, Any]]:
    validated = set(article["validated"])
    return (event for event in article["events"] if event["sentence"] in validated)


def _gold_words(article: dict[str, Any]) -> Sequence[EventWord]:
    spans = {sentence["number"]: sentence["span"] for sentence in article["sentences"]}
    return [
        _word(f"{article['id']} {number:04}", article["id"], event["span"], spans[event["sentence"]])
        for number, event in enumerate(_counted(article))
    ]


def _word(key: str, text: str, span: Sequence[int], sentence: Sequence[int]) -> EventWord:
    return EventWord(key, text, span[0], span[1], (sentence[0], sentence[1]))


def _chains(article: dict[str, Any]) -> list[str]:
    """Chains that stay within one document are told apart by the document."""
    local = ("INTRA", "SINGLE")
    return [
        f"{article['id']} {event['chain']}" if event["chain"].startswith(local) else event["chain"]
        for event in _counted(article)
    ]
