"""Sentences too long for the encoder: cut into parts before, joined into one parse after.

Rule: pure. A part is read as a sentence of its own; the roots of later parts hang from the first part's root.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from rashomon.models.windows import LONGEST
from rashomon.record.parse import Frame, Happening, Labelled, Parse, Quoting

Run = tuple[int, int]


class Part(NamedTuple):
    """The words first..last (exclusive) of one sentence."""

    sentence: int
    first: int
    last: int


def cut(sentence: int, pieces: Sequence[tuple[int, ...]]) -> list[Part]:
    """The parts of one sentence that fit the encoder, by the word pieces of its words; nearly always one."""
    found, first, held = [], 0, 0
    for i, piece in enumerate(pieces):
        if held + len(piece) > LONGEST:
            found.append(Part(sentence, first, i))
            first, held = i, 0
        held += len(piece)
    return [*found, Part(sentence, first, len(pieces))]


def join(count: int, parts: Sequence[Part], parses: Sequence[Parse]) -> list[Parse]:
    """One parse for each of `count` sentences."""
    found = [Parse((), (), ())] * count
    for part, parse in zip(parts, parses, strict=True):
        found[part.sentence] = _appended(found[part.sentence], parse, part.first) if part.first else parse
    return found


def _appended(whole: Parse, part: Parse, at: int) -> Parse:
    root = whole.heads.index(-1)
    return Parse(
        upos=whole.upos + part.upos,
        heads=whole.heads + tuple(h + at if h >= 0 else root for h in part.heads),
        deprels=whole.deprels + tuple("parataxis" if r == "root" else r for r in part.deprels),
        entities=whole.entities + _labels(part.entities, at),
        frames=whole.frames + tuple(Frame(f.index + at, f.roleset, _labels(f.arguments, at)) for f in part.frames),
        quotings=whole.quotings + tuple(_quoting(q, at) for q in part.quotings),
        factuality=whole.factuality + part.factuality,
        triggers=whole.triggers + _labels(part.triggers, at),
        trigger_arguments=whole.trigger_arguments + tuple(_labels(a, at) for a in part.trigger_arguments),
        event_places=whole.event_places + tuple(_runs(p, at) for p in part.event_places),
        happenings=whole.happenings + tuple(Happening(h.index + at, h.types) for h in part.happenings),
    )


def _quoting(q: Quoting, at: int) -> Quoting:
    of = (q.of[0] + at, q.of[1] + at) if q.back == 0 else q.of
    return replace(q, cue=_runs(q.cue, at), source=_runs(q.source, at), content=_runs(q.content, at), of=of)


def _runs(found: Iterable[Run], at: int) -> tuple[Run, ...]:
    return tuple((a + at, b + at) for a, b in found)


def _labels(found: Iterable[Labelled], at: int) -> tuple[Labelled, ...]:
    return tuple(Labelled(s.label, s.start + at, s.end + at) for s in found)
