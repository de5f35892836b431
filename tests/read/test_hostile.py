"""Hostile inputs are read or refused, nothing is lost in silence, and the reading process stays below 512 MiB."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest

from tests.read.hostile import LAST, PAGES

MOST_MIB = 512

pytestmark = pytest.mark.slow


def ran(name: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.read.hostile", name]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600, check=True)
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["peak_mib"] < MOST_MIB
    return found


@pytest.mark.parametrize("name", sorted(PAGES))
def test_a_hostile_page_is_read_to_its_end_within_memory(name):
    found = ran(name)
    assert found["lost"] == 0
    assert found["end"] == LAST


def test_a_bomb_is_refused_before_it_fills_the_memory():
    found = ran("a gzip bomb of 1,000 to 1")
    assert found["growth"] > 900
    assert "bomb" in found["codes"]


def test_no_cut_of_a_crawl_is_silent():
    found = ran("a crawl cut at every kilobyte")
    assert found["cuts"] > 200
    assert found["silent"] == 0
