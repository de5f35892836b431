"""Labels of names made consistent within a document: one name, one kind.

Rule: parses in, parses out; only labels of entities change. A name that the encoder calls a place four times and a
person once is a place: one sense per discourse (Gale, Church & Yarowsky 1992). Ties stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from rashomon.record import Labelled, Parse, Token

FIXED = frozenset({"Date", "Money"})
"""Labels that say how something is written, not what a name means: never changed."""


def consistent(sentences: Sequence[Sequence[Token]], parses: Sequence[Parse]) -> list[Parse]:
    """The parses, each name with the label it has most often in this document; as many as were given."""
    seen: dict[str, Counter[str]] = {}
    for tokens, parse in zip(sentences, parses, strict=True):
        for entity in parse.entities:
            seen.setdefault(_words(tokens, entity), Counter())[entity.label] += 1
    usual = {name: label for name, labels in seen.items() if (label := _most_common(labels))}
    return [
        replace(parse, entities=tuple(_relabelled(tokens, e, usual) for e in parse.entities))
        for tokens, parse in zip(sentences, parses, strict=True)
    ]


def _most_common(labels: Counter[str]) -> str | None:
    """The label that more than half of the occurrences have, None when there is none."""
    label, count = labels.most_common(1)[0]
    return label if 2 * count > labels.total() else None


def _relabelled(tokens: Sequence[Token], entity: Labelled, usual: dict[str, str]) -> Labelled:
    label = usual.get(_words(tokens, entity), entity.label)
    return entity if {label, entity.label} & FIXED else replace(entity, label=label)


def _words(tokens: Sequence[Token], entity: Labelled) -> str:
    words = [token.text.casefold() for token in tokens[entity.start : entity.end]]
    return " ".join(word for word in words if word != "the")
