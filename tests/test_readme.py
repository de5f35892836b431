"""The README shows what the program prints."""

from __future__ import annotations

import re
from pathlib import Path

from rashomon.cli.group import COMMANDS
from tests.readme import BLOCK, README, shown

TEXT = README.read_text("utf-8")


def test_the_output_in_the_readme_is_the_demos_own(demo_case: Path) -> None:
    """When a stage has changed what it finds, `make docs` writes it anew."""
    block = BLOCK.search(TEXT)
    assert block
    assert block[0] == shown(demo_case), "run `make docs`"


def test_every_command_in_the_readme_exists() -> None:
    named = set(re.findall(r"^\S*rashomon ([a-z]+) ", "\n".join(_code()), re.MULTILINE))
    assert named <= set(COMMANDS)
    makefile = (README.parent / "Makefile").read_text("utf-8")
    for target in re.findall(r"(?:^ +|`)make ([a-z-]+)", TEXT, re.MULTILINE):
        assert f"\n{target}:" in makefile, f"make {target}"


def _code() -> list[str]:
    return [line.strip() for line in TEXT.splitlines() if line.startswith("    ")]
