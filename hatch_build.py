"""Builds the page's scripts, fonts and outline map when the package is built. Rule: with npm they are built; without
it, or without a network, what lies there already is taken, and a package without them still works, more plainly."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ISLANDS = Path("src/rashomon/draw/islands")
BUILT = Path("src/rashomon/draw/static/built")
SECONDS = 300
"""Time the packages of npm may take to arrive: they are 40 MB in all, and an installation must not hang for ever."""


class Islands(BuildHookInterface):  # type: ignore[type-arg]
    """Runs npm where the built files are missing or older than their sources."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it collects files."""
        root = Path(self.root)
        if not _is_fresh(root):
            told = _build(root / ISLANDS)
            if told:
                why = f"rashomon: the page's scripts were not built ({told}); the page works without them"
                print(why, file=sys.stderr)
        if (root / BUILT).is_dir():
            build_data["artifacts"].append(f"{BUILT.as_posix()}/*")


def _is_fresh(root: Path) -> bool:
    """True when everything was built after the last change of its sources; also in an sdist, which carries them."""
    made = root / BUILT / "fonts.css"
    folders = (root / ISLANDS, root / ISLANDS / "parts")
    sources = [path for one in folders for path in one.glob("*") if path.suffix in (".ts", ".mjs", ".json")]
    if not made.exists():
        return False
    return not shutil.which("npm") or all(path.stat().st_mtime <= made.stat().st_mtime + 1 for path in sources)


def _build(folder: Path) -> str:
    """What went wrong, "" when nothing did."""
    npm = shutil.which("npm")
    if npm is None:
        return "npm is not installed"
    for command in ([npm, "ci", "--no-audit", "--no-fund"], [npm, "run", "build"]):
        try:
            done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=SECONDS, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            return f"{command[1]}: {type(error).__name__}"
        if done.returncode:
            return f"npm {command[1]} gave {done.returncode}: {(done.stderr or done.stdout).strip().splitlines()[-1:]}"
    return ""
