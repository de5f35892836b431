"""`srl FILE`: PropBank arguments, predicates given; records {id, tokens, predicates[index, roleset, arguments]}.

srl_f1 is micro-averaged over exact runs with the right role (all roles, C- and R- too); roleset is the share of
predicates whose lemma and sense are right; predicate_f1 is for predicates found by ourselves.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from bench.reading import Counted, encoder, records
from rashomon.models import Given

PEERS = "about 85 with BERT on web text; CoNLL-2012: BERT-base 85.5, large 86.5 (Shi and Lin 2019)"


def score(path: Path) -> dict[str, float]:
    """The figures of one file; sentences with one beginning of their ids are read together."""
    spans, found, rolesets, asked = Counted(), Counted(), 0, 0
    for _, group in groupby(records(path), key=lambda r: r["id"].rpartition("-")[0]):
        rows = list(group)
        texts = [r["tokens"] for r in rows]
        given = Given(predicates=[[p["index"] for p in r["predicates"]] for r in rows])
        for r, parse, own in zip(rows, encoder().parse(texts, given), encoder().parse(texts), strict=True):
            frames = {f.index: f for f in parse.frames}
            found.add({f.index for f in own.frames}, {p["index"] for p in r["predicates"]})
            for p in r["predicates"]:
                asked += 1
                rolesets += frames[p["index"]].roleset == p["roleset"]
                spans.add(
                    {(a.label, a.start, a.end) for a in frames[p["index"]].arguments},
                    {(a["role"], a["start"], a["end"]) for a in p["arguments"]},
                )
    return {"srl_f1": spans.f1, "roleset": rolesets / max(asked, 1), "predicate_f1": found.f1}
