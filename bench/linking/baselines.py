"""What the linking figures stand beside: the plain ways of doing the same, run on the same file.

Rule: nothing of `rashomon.link` is used here, so that a mistake there cannot help the baseline or hurt it.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import numpy as np

_WORD = re.compile(r"[a-z0-9']+")
_SUFFIX = re.compile(r"(ations?|ments?|ings?|ers?|ors?|ions?|ies|ied|ed|es|s|e)$")


def tfidf_groups(texts: Mapping[str, str], threshold: float, average: bool) -> dict[str, Hashable]:
    """Texts whose TF-IDF cosine reaches a threshold: connected components, or average linkage."""
    ids = sorted(texts)
    cosine = _cosines([texts[key] for key in ids])
    labels = _average_linkage(cosine, threshold) if average else _components(cosine >= threshold)
    return {key: labels[position] for position, key in enumerate(ids)}


def same_lemma_groups(words: Mapping[str, str]) -> dict[str, Hashable]:
    """Event words grouped by their lemmas over the whole collection (the corpus-level lemma baseline)."""
    return {key: " ".join(_lemma(word) for word in _WORD.findall(text.lower())) for key, text in words.items()}


def _lemma(word: str) -> str:
    base = _SUFFIX.sub("", word) if len(word) > 4 else word
    return base[:-1] if len(base) > 3 and base[-1] == base[-2] else base


def _cosines(texts: Sequence[str]) -> np.ndarray[Any, Any]:
    bags = [Counter(_WORD.findall(text.lower())) for text in texts]
    seen: Counter[str] = Counter(word for bag in bags for word in bag)
    column = {word: number for number, word in enumerate(sorted(word for word, times in seen.items() if times > 1))}
    table = np.zeros((len(texts), len(column)), dtype=np.float32)
    for row, bag in enumerate(bags):
        for word, times in bag.items():
            if word in column:
                table[row, column[word]] = (1 + math.log(times)) * math.log(len(texts) / seen[word])
    table /= np.linalg.norm(table, axis=1, keepdims=True) + 1e-9
    cosine = table @ table.T
    np.fill_diagonal(cosine, -1.0)
    return cosine


def _components(joined: np.ndarray[Any, Any]) -> list[int]:
    parent = list(range(len(joined)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for a, b in zip(*np.where(joined), strict=True):
        parent[root(int(a))] = root(int(b))
    return [root(node) for node in range(len(joined))]


def _average_linkage(cosine: np.ndarray[Any, Any], threshold: float) -> list[int]:
    cosine, size = cosine.copy(), np.ones(len(cosine))
    label = np.arange(len(cosine))
    groups: dict[int, list[int]] = defaultdict(list, {node: [node] for node in range(len(cosine))})
    while len(groups) > 1:
        a, b = divmod(int(cosine.argmax()), len(cosine))
        if cosine[a, b] < threshold:
            break
        row = (cosine[a] * size[a] + cosine[b] * size[b]) / (size[a] + size[b])
        row[a] = -1.0
        cosine[a], cosine[:, a], cosine[b], cosine[:, b] = row, row, -1.0, -1.0
        size[a] += size[b]
        groups[a] += groups.pop(b)
        label[groups[a]] = a
    return [int(value) for value in label]
