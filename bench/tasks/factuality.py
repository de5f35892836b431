"""`factuality FILE`: did the event happen; records {id, text (words and blanks), events[start, end, label]}.

The label is in [-3, 3]; pearson over all events, mae in the units of the label.
"""

from __future__ import annotations

from pathlib import Path

from bench.reading import encoder, pearson, records
from rashomon.models import Given

PEERS = "UW test, Pearson r: BERT 0.83 (Jiang and de Marneffe 2021), bi-LSTM 0.77 (Rudinger et al. 2018)"


def score(path: Path) -> dict[str, float]:
    """The figures of one file; each record is read on its own."""
    told: list[float] = []
    wanted: list[float] = []
    for record in records(path):
        words = record["text"].split(" ")
        starts, at = {}, 0
        for i, word in enumerate(words):
            starts[at] = i
            at += len(word) + 1
        (parse,) = encoder().parse([words], Given(events=True))
        for event in record["events"]:
            told.append(parse.factuality[starts[event["start"]]])
            wanted.append(event["label"])
    if not told:
        raise ValueError("no event in the file")
    error = sum(abs(a - b) for a, b in zip(told, wanted, strict=True)) / len(told)
    return {"pearson": pearson(told, wanted), "mae": error}
