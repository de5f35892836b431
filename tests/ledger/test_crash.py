"""Nothing that was acknowledged is lost when a process is killed; see crash.py for the long run."""

from __future__ import annotations

import os

import pytest

from tests.ledger.crash import run


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_nothing_acknowledged_is_lost_by_a_kill() -> None:
    tally = run(kills=8, seed=3)
    assert tally["kills"] == 8
    assert tally["decisions_lost"] == 0
    assert tally["faults"] == []
