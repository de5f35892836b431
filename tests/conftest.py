"""What many tests share: the demo case, built once by the command line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest


def rashomon(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Runs the command line in a process of its own."""
    command = [sys.executable, "-m", "rashomon", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[str]]:
    """The folder of the demo case, and what `rashomon demo` said."""
    where = tmp_path_factory.mktemp("demo") / "case"
    return where, rashomon("demo", "--case", where)


@pytest.fixture(scope="session")
def demo_case(demo: tuple[Path, subprocess.CompletedProcess[str]]) -> Path:
    """The folder of the demo case; read only in tests, please."""
    where, done = demo
    assert done.returncode == 0, done.stderr
    return where
