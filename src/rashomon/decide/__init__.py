"""STAGE: what people decided, laid over what the machine found. Entered where the pipeline calls it:

    weigh_decisions   which decisions stand: undone, superseded, disputed and orphaned ones are told apart
    correct           before linking: rejected claims go aside, corrected slots are filled
    regroup           after linking: merges, splits, sources that are the same or different
    Drafter           writes decisions down: ids become anchors on words
    override          after weighing: grades that a person gave, and every ruling told

Rule: pure; decisions are found again by the words they stand on, never by a likeness. What the machine found is not
lost: it stands in the readings, and a ruling says what was laid over it.
"""

from __future__ import annotations

from rashomon.decide.anchors import anchor_of
from rashomon.decide.correct import check_value, correct
from rashomon.decide.draft import Drafter, source_anchor
from rashomon.decide.override import override
from rashomon.decide.regroup import regroup
from rashomon.decide.standing import Standing, weigh_decisions

__all__ = [
    "Drafter",
    "Standing",
    "anchor_of",
    "check_value",
    "correct",
    "override",
    "regroup",
    "source_anchor",
    "weigh_decisions",
]
