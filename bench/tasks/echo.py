"""`python -m bench.quality echo FILE`: which of two texts was made from the other.

FILE has a, b, text_a, text_b and gold (echo, independent or different); `python -m bench.linking.echo_set` makes one.
Right is an echo called an echo; an independent report or another event called an echo counts against precision.
"""

from __future__ import annotations

import pathlib

from bench.linking.files import rows
from bench.linking.metrics import f1
from rashomon.weigh.reuse import compare_texts

PEERS = "none published on such a set; near-duplicate tools (datasketch, rensa) report candidates, not echoes"


def score(path: pathlib.Path) -> dict[str, float]:
    """precision, recall, f1 of the echoes; false_independent, false_different: share of those called an echo."""
    called = [(pair["gold"], bool(compare_texts(pair["text_a"], pair["text_b"]).verdict)) for pair in rows(path)]
    told = [gold for gold, echo in called if echo]
    echoes = [echo for gold, echo in called if gold == "echo"]
    precision = told.count("echo") / len(told) if told else 1.0
    recall = sum(echoes) / len(echoes) if echoes else 1.0
    wrong = {
        f"false_{answer}": sum(echo for gold, echo in called if gold == answer)
        / max(1, sum(g == answer for g, _ in called))
        for answer in ("independent", "different")
    }
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall), **wrong}
