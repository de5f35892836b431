"""Which event words of different texts name one event: linking by mentions, before any claim is read.

Rule: texts and the places of event words in them; no topic is given. Word stems and the company they keep decide, and
how far the texts tell one story.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from rashomon.lexicon.link_weights import MENTION_WEIGHTS, NEAR_CHARACTERS, STORY_RANGE
from rashomon.lexicon.wording import content_words, fold, overlap, stem
from rashomon.link.cluster import Edge, cluster
from rashomon.link.story import Stories, Text


@dataclass(frozen=True, slots=True)
class EventWord:
    """An event word: `text[start:end]` of the text called `text`, in the sentence `sentence` (start, end)."""

    id: str
    text: str
    start: int
    end: int
    sentence: tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Read:
    text: int
    stems: frozenset[str]
    near: frozenset[str]
    sentence: Mapping[str, float]


def group_event_words(texts: Iterable[Text], words: Iterable[EventWord]) -> dict[str, str]:
    """event word id -> id of the first word of its event. The order of the inputs does not matter."""
    pages = sorted(texts, key=lambda text: text.id)
    ordered = sorted(words, key=lambda word: word.id)
    read = _read(pages, ordered)
    stories = _story_points(Stories(pages))
    scores = {pair: _points(read[pair[0]], read[pair[1]], stories) for pair in _pairs(read, stories)}
    far = MENTION_WEIGHTS["not_compared"]
    edges = [Edge(a, b, points, "") for (a, b), points in scores.items() if points >= 0]
    groups, _ = cluster(range(len(ordered)), edges, lambda a, b: scores.get((min(a, b), max(a, b)), far))
    return {ordered[p].id: ordered[group[0]].id for group in groups for p in group}


def _points(one: _Read, other: _Read, stories: Mapping[tuple[int, int], float]) -> float:
    same_text = one.text == other.text
    story = 0.0 if same_text else stories.get((min(one.text, other.text), max(one.text, other.text)), STORY_RANGE[0])
    values = {"near": overlap(one.near, other.near), "story": story, "same_text": float(same_text)}
    if one.stems & other.stems:
        values |= {
            "same_stem": 1.0,
            "same_stem_sentence": math.sqrt(_cosine(one.sentence, other.sentence)),
            "same_stem_story": story,
            "same_stem_text": float(same_text),
        }
    return MENTION_WEIGHTS["prior"] + sum(MENTION_WEIGHTS[name] * value for name, value in values.items())


def _pairs(read: Sequence[_Read], stories: Mapping[tuple[int, int], float]) -> Iterator[tuple[int, int]]:
    """Pairs within a text, and of texts that may tell one story."""
    by_text: dict[int, list[int]] = defaultdict(list)
    for position, word in enumerate(read):
        by_text[word.text].append(position)
    for positions in by_text.values():
        yield from combinations(positions, 2)
    for one, other in stories:
        yield from ((min(a, b), max(a, b)) for a in by_text.get(one, ()) for b in by_text.get(other, ()))


def _story_points(stories: Stories) -> dict[tuple[int, int], float]:
    low, high = STORY_RANGE
    return {pair: max(low, min(high, stories.likeness(*pair).points)) for pair in stories.candidates()}


def _read(pages: Sequence[Text], words: Sequence[EventWord]) -> list[_Read]:
    positions = {page.id: position for position, page in enumerate(pages)}
    seen: Counter[str] = Counter()
    for page in pages:
        seen.update(set(content_words(page.text)))
    rarity = {word: math.log(len(pages) / times) for word, times in seen.items()}
    return [_read_one(word, positions[word.text], pages[positions[word.text]].text, rarity) for word in words]


def _read_one(word: EventWord, position: int, text: str, rarity: Mapping[str, float]) -> _Read:
    stems = frozenset(stem(part) for part in fold(text[word.start : word.end]).split())
    before = text[max(0, word.start - NEAR_CHARACTERS) : word.start]
    after = text[word.end : word.end + NEAR_CHARACTERS]
    sentence = [other for other in content_words(text[slice(*word.sentence)]) if other not in stems]
    return _Read(position, stems, frozenset(content_words(before) + content_words(after)), _unit(sentence, rarity))


def _unit(words: Iterable[str], rarity: Mapping[str, float]) -> dict[str, float]:
    weights = {word: rarity.get(word, 0.0) for word in words}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()} if length else {}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    return sum(weight * other[word] for word, weight in one.items() if word in other)
