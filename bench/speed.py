"""`python -m bench.speed NAME`: how fast a part is, beside a bare or a published figure.

Rule: this file only dispatches. A measure is a module `bench/timing/NAME.py` with `measure() -> dict[str, float]`; the
last line printed is one line of JSON. Times are of this machine at this moment: take ratios from here.
"""

from __future__ import annotations

import argparse
import importlib
import json
import pkgutil
import sys

from bench import timing


def names() -> list[str]:
    """Every measure, as typed on the command line."""
    return sorted(m.name.replace("_", "-") for m in pkgutil.iter_modules(timing.__path__) if not m.name.startswith("_"))


def main(arguments: list[str] | None = None) -> int:
    """Measure one part."""
    parser = argparse.ArgumentParser(prog="python -m bench.speed", description=(__doc__ or "").split("\n\n")[0])
    parser.add_argument("name", choices=names())
    given = parser.parse_args(arguments)
    module = importlib.import_module(f"bench.timing.{given.name.replace('-', '_')}")
    figures: dict[str, float] = module.measure()
    for key, value in figures.items():
        print(f"{key:<24}  {value:,.3f}")
    print(json.dumps({key: round(value, 4) for key, value in figures.items()}))
    return 0


if __name__ == "__main__":
    sys.exit(main())
