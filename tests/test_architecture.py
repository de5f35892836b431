"""ARCHITECTURE.md says what the sources say."""

from __future__ import annotations

import ast
import re
from pathlib import Path

from tests.test_imports import EDGES, SRC, STAGES

TEXT = (Path(__file__).parents[1] / "ARCHITECTURE.md").read_text("utf-8")
ROOMS = [
    (names, meaning)
    for first, meaning in re.findall(r"^\| (`[^|]+`) \| (.+) \|$", TEXT, re.M)
    for names in re.findall(r"`(\w+)`", first)
]


def sources() -> set[str]:
    folders = {p.name for p in SRC.iterdir() if p.is_dir() and any(p.glob("*.py"))}
    return folders | {p.stem for p in SRC.glob("*.py") if not p.stem.startswith("__")}


def test_every_room_is_told_and_no_room_is_invented() -> None:
    assert {name for name, _ in ROOMS} == sources()


def test_stages_and_edges_are_told_as_such() -> None:
    assert {name for name, meaning in ROOMS if meaning.startswith("STAGE")} == STAGES & sources()
    assert {name for name, meaning in ROOMS if meaning.startswith("EDGE")} == EDGES & sources()


def test_the_order_told_is_the_order_of_the_pipeline() -> None:
    """The stages' names in the drawing stand in the order in which pipeline.py calls them."""
    drawn = re.search(r"pages ──> (.+) ──> ledger", TEXT)
    assert drawn
    told = [name.strip() for name in drawn[1].split("──>")]
    calls = [
        (node.lineno, -node.col_offset, node.func.id)
        for node in ast.walk(ast.parse((SRC / "pipeline.py").read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    ]
    called = [name.replace("find_claims", "claim") for _, _, name in sorted(calls)]
    assert [name for name in called if name in told] == told
