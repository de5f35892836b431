"""What many tests share: the demo case, built once by the command line."""

from __future__ import annotations

import contextlib
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import hypothesis
import pytest

# examples are bounded by number: a deadline in milliseconds fails on a busy machine and finds nothing. The same
# examples each time, so that a red run is about the change at hand; `make wide` draws new ones, and more.
hypothesis.settings.register_profile("here", deadline=None, derandomize=True)
hypothesis.settings.register_profile("wide", deadline=None, max_examples=1000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "here"))


def rashomon(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Runs the command line in a process of its own."""
    command = [sys.executable, "-m", "rashomon", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)


@dataclass(frozen=True)
class Said:
    """What a command printed, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def here(*arguments: object, keys: str = "") -> Said:
    """Runs the command line in this process, with `keys` on its standard input: a tenth of the time."""
    from rashomon.cli.group import run

    out, err, before = io.StringIO(), io.StringIO(), sys.stdin
    sys.stdin = io.StringIO(keys)
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = run([str(argument) for argument in arguments])
    finally:
        sys.stdin = before
    return Said(code, out.getvalue(), err.getvalue())


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
