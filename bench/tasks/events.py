"""`events FILE`: event triggers and their arguments; records {id, text, events[type, trigger, arguments[role, span]]}.

trigger_f1: exact characters and two levels of the type ("Life.Die"); trigger_span_f1 without the type. argument_f1:
with the triggers given, the role and the head word of the argument (its own head lies outside the span).
"""

from __future__ import annotations

from pathlib import Path

from bench.reading import Counted, Run, Text, encoder, records
from rashomon.models import Given
from rashomon.record.parse import Labelled, Parse

PEERS = "WikiEvents test, BART-large: trigger F1 about 65, argument head F1 about 65, triggers given (Li et al. 2021)"


def score(path: Path) -> dict[str, float]:
    """The figures of one file."""
    typed, bare, arguments = Counted(), Counted(), Counted()
    for record in records(path):
        text = Text(record["text"])
        wanted = {(_two(e["type"]), tuple(e["trigger"])) for e in record["events"]}
        told = {
            (t.label, text.chars(k, (t.start, t.end)))
            for k, parse in enumerate(encoder().parse(text.sentences, Given(events=True)))
            for t in parse.triggers
        }
        typed.add(told, wanted)
        bare.add({span for _, span in told}, {span for _, span in wanted})
        _arguments(record, text, arguments)
    return {"trigger_f1": typed.f1, "argument_f1": arguments.f1, "trigger_span_f1": bare.f1}


def _two(kind: str) -> str:
    return ".".join(kind.split(".")[:2])


def _arguments(record: dict[str, object], text: Text, counted: Counted) -> None:
    """Arguments of the given triggers, by role and head word; those of the trigger's own sentence and of others."""
    events = record["events"]
    assert isinstance(events, list)
    given: list[list[Labelled]] = [[] for _ in text.bounds]
    for e in events:
        i, j = text.words(*e["trigger"])
        k = text.sentence_of(i)
        base, end = text.bounds[k]
        mark = Labelled(_two(e["type"]), i - base, min(j, end) - base)
        if mark not in given[k]:
            given[k].append(mark)
    parses = encoder().parse(text.sentences, Given(triggers=given))
    told, wanted = set(), set()
    for k, parse in enumerate(parses):
        for trigger, found in zip(parse.triggers, parse.trigger_arguments, strict=True):
            at = text.bounds[k][0] + trigger.start
            told |= {(at, a.label, text.bounds[k][0] + _head(parse, (a.start, a.end))) for a in found}
    for e in events:
        at = text.words(*e["trigger"])[0]
        for a in e["arguments"]:
            i, j = text.words(*a["span"])
            k = text.sentence_of(i)
            base, end = text.bounds[k]
            wanted.add((at, a["role"], base + _head(parses[k], (i - base, min(j, end) - base))))
    counted.add(told, wanted)


def _head(parse: Parse, run: Run) -> int:
    return next((i for i in range(*run) if not run[0] <= parse.heads[i] < run[1]), run[0])
