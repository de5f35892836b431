"""Which whole texts tell one story: a score for two texts with its reasons, and groups of texts.

Rule: texts and days only, no claims: this is linking where nothing has been read from the pages yet, and it shares its
clustering with the claims. A word's weight is how rare it is among the texts at hand, so the groups are those of this
collection.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rashomon.lexicon.link_weights import STORY_COMMON, STORY_WEIGHTS, UNKNOWN_GAP_DAYS
from rashomon.link.cluster import Edge, cluster

OPENING_WORDS = 120
"""News tells the event in its first paragraphs (the inverted pyramid); background follows."""
CANDIDATE_SHARE = 0.04
"""Share of the rarest words' weight that two texts must have in common to be compared."""
POSTING_CAP = 150
"""Texts a word may stand in and still propose candidates."""
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_FIGURE = re.compile(
    r"\b\d{1,3}[- ]years?[- ]old|,\s\d{2},|\b\d+(?:th|st|nd|rd)?\s+(?:block of\s+)?[A-Z][a-z]+(?: [A-Z][a-z]+)?|"
    r"\b\d{1,2}[:.]\d\d"
)
"""Figures that tell one event from another like it: ages, house numbers with streets, times of day."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text to be grouped. `day`: a day number (proleptic ordinal) of publication, None = unknown."""

    id: str
    text: str
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far two texts tell one story: log-odds (0 = even), and why."""

    points: float
    reason: str


class Stories:
    """A collection of texts, weighed against each other."""

    def __init__(self, texts: Iterable[Text]) -> None:
        self._texts = sorted(texts, key=lambda text: text.id)
        self._bags = [_bag(text.text) for text in self._texts]
        self._openings = [_opening(text.text) for text in self._texts]
        self._figures = [frozenset(match.strip(", ").lower() for match in _FIGURE.findall(t.text)) for t in self._texts]
        self._names = [_capitalised(text.text) for text in self._texts]
        size = max(2, len(self._texts))
        self._rarity = _rarity(self._bags, size)
        self._figure_rarity = _rarity([Counter(figures) for figures in self._figures], size)
        self._rare = math.log(size / max(2.0, min(STORY_COMMON, size / 4)))
        self._vectors = [_unit(bag, self._rarity) for bag in self._bags]
        self._leads = [_unit(bag, self._rarity) for bag in self._openings]

    def groups(self) -> dict[str, str]:
        """text id -> id of the first text of its story."""
        scores = {pair: self.likeness(*pair).points for pair in self.candidates()}
        edges = [Edge(a, b, points, "") for (a, b), points in scores.items() if points >= 0]
        far = STORY_WEIGHTS["not_compared"]
        found, _ = cluster(range(len(self._texts)), edges, lambda a, b: scores.get((min(a, b), max(a, b)), far))
        return {self._texts[p].id: self._texts[group[0]].id for group in found for p in group}

    def likeness(self, a: int, b: int) -> Likeness:
        """Of two positions in the order of the ids."""
        shared = sorted(self._names[a] & self._names[b], key=lambda word: (-self._rarity.get(word, 0.0), word))
        rare = [word for word in shared if self._rarity.get(word, 0.0) > self._rare]
        figures = self._figures[a] & self._figures[b]
        gap = self._gap(a, b)
        values = {
            "words": math.sqrt(_dot(self._vectors[a], self._vectors[b])),
            "opening": _dot(self._leads[a], self._leads[b]),
            "rare_names": math.log1p(sum(self._rarity[word] for word in rare)),
            "figures": math.log1p(sum(self._figure_rarity.get(figure, 0.0) for figure in figures)),
            "days": math.log1p(UNKNOWN_GAP_DAYS if gap is None else gap),
        }
        points = STORY_WEIGHTS["prior"] + sum(STORY_WEIGHTS[name] * value for name, value in values.items())
        return Likeness(points, _reason(values["words"], rare, figures, gap))

    def candidates(self) -> list[tuple[int, int]]:
        """Pairs of positions that share enough rare words, sorted; near-linear in the number of texts."""
        postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for position, vector in enumerate(self._vectors):
            for word, weight in vector.items():
                postings[word].append((position, weight))
        shares: dict[tuple[int, int], float] = defaultdict(float)
        for posting in postings.values():
            if 1 < len(posting) <= POSTING_CAP:
                for number, (one, weight) in enumerate(posting):
                    for other, other_weight in posting[number + 1 :]:
                        shares[one, other] += weight * other_weight
        return sorted(pair for pair, share in shares.items() if share >= CANDIDATE_SHARE)

    def _gap(self, a: int, b: int) -> int | None:
        one, other = self._texts[a].day, self._texts[b].day
        return abs(one - other) if one is not None and other is not None else None


def group_stories(texts: Iterable[Text]) -> dict[str, str]:
    """text id -> id of the first text of its story. The order of `texts` does not matter."""
    return Stories(texts).groups()


def _reason(words: float, rare: Sequence[str], figures: Iterable[str], gap: int | None) -> str:
    told = [f"{words * words:.0%} alike in words"]
    told += [f"both name {', '.join(rare[:5])}"] if rare else []
    told += [f"the same figures: {', '.join(sorted(figures)[:3])}"] if figures else []
    told += [f"{gap} days apart"] if gap is not None else ["days unknown"]
    return "; ".join(told)


def _bag(text: str) -> Counter[str]:
    return Counter(word.lower() for word in _WORD.findall(text))


def _opening(text: str) -> Counter[str]:
    return _bag(" ".join(text.split()[:OPENING_WORDS]))


def _capitalised(text: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(text) if word[:1].isupper())


def _rarity(bags: Sequence[Counter[str]], size: int) -> dict[str, float]:
    """Inverse document frequency (Spärck Jones 1972) of the words that stand in more than one text."""
    seen: Counter[str] = Counter()
    for bag in bags:
        seen.update(bag.keys())
    return {word: math.log(size / times) for word, times in seen.items() if times > 1}


def _unit(bag: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    weights = {word: (1 + math.log(times)) * rarity[word] for word, times in bag.items() if word in rarity}
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items() if weight} if length else {}


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    small, large = (one, other) if len(one) <= len(other) else (other, one)
    return sum(weight * large[word] for word, weight in small.items() if word in large)
