"""`event-place FILE`: where a verb's event happened; records {id, text, verb [start, end), locations[[start, end)]}.

token_f1 over the words of all places (micro), token_f1_placed over those of verbs with a place; exact_f1 over whole
places; none_right is the share of verbs without a place that are left without one. In the file of Al-Masdar many verbs
have no place although the sentence states one, so look at token_f1_placed too.
"""

from __future__ import annotations

from pathlib import Path

from bench.reading import Counted, Text, encoder, records
from rashomon.models import Given

PEERS = "best known token F1: 0.83 (Halterman, event_location, neural; as quoted in the issue)"


def score(path: Path) -> dict[str, float]:
    """The figures of one file."""
    words, whole, placed, empty, kept = Counted(), Counted(), Counted(), 0, 0
    for n, record in enumerate(records(path)):
        text = Text(record["text"])
        verb = text.words(*record["verb"])[0]
        k = text.sentence_of(verb)
        base = text.bounds[k][0]
        given = Given(predicates=[[verb - base] if i == k else [] for i in range(len(text.bounds))])
        parse = encoder().parse(text.sentences, given)[k]
        told = {(n, base + a, base + b) for runs in parse.event_places for a, b in runs}
        wanted = {(n, *text.words(a, b)) for a, b in record["locations"]}
        whole.add(told, wanted)
        by_word = [{(n, i) for _, a, b in many for i in range(a, b)} for many in (told, wanted)]
        words.add(*by_word)
        if wanted:
            placed.add(*by_word)
        if not wanted:
            empty += 1
            kept += not told
    return {
        "token_f1": words.f1,
        "token_f1_placed": placed.f1,
        "exact_f1": whole.f1,
        "none_right": kept / max(empty, 1),
    }
