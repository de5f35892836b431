"""`python -m bench.quality TASK FILE`: rashomon held against a file with answers.

Rule: this file only dispatches. A task is a module `bench/tasks/TASK.py` (a dash in its name is an underscore there)
with `score(path) -> dict[str, float]` and, where peers have published figures, `PEERS: str`. What a task prints comes
first, then the peers' figures with their source, then one line of JSON: figures between 0 and 1.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys
from pathlib import Path

from bench import tasks
from rashomon.errors import RashomonError


def names() -> list[str]:
    """Every task, as typed on the command line."""
    return sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules(tasks.__path__) if not m.name.startswith("_"))


def main(arguments: list[str] | None = None) -> int:
    """Score one task; exit code 1 with one line on stderr when the file cannot be used."""
    parser = argparse.ArgumentParser(prog="python -m bench.quality", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("task", choices=names())
    parser.add_argument("file", type=Path, help="a file of the shape that the task's own text describes")
    given = parser.parse_args(arguments)
    module = importlib.import_module(f"bench.tasks.{given.task.replace('-', '_')}")
    try:
        figures: dict[str, float] = module.score(given.file)
    except (OSError, KeyError, ValueError, RashomonError) as error:
        print(f"{given.task}: {given.file} cannot be scored: {type(error).__name__}: {error}", file=sys.stderr)
        return 1
    _print_table(figures, getattr(module, "PEERS", ""))
    print(json.dumps({key: round(value, 4) for key, value in figures.items()}))
    return 0


def _print_table(figures: dict[str, float], peers: str) -> None:
    width = max((len(key) for key in figures), default=0)
    for key, value in figures.items():
        print(f"{key:<{width}}  {value:.4f}")
    print(f"peers: {peers or 'none published'}")


if __name__ == "__main__":
    sys.exit(main())
