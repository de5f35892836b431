"""`python -m tests.fuzz TARGET SECONDS`: fuzzes one target with atheris for a bounded time. Exits with 0 if sound."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["rashomon.read", "rashomon.intake"]):
    from tests.fuzz.seeds import SEEDS
    from tests.fuzz.targets import TARGETS


def main() -> None:
    """Runs until the time is up or a promise is broken; the input that broke it is left in the folder."""
    name, seconds = sys.argv[1], int(sys.argv[2])
    corpus = tempfile.mkdtemp(prefix=f"fuzz-{name}-")
    Path(corpus, "seed").write_bytes(SEEDS[name])
    options = [f"-max_total_time={seconds}", "-max_len=20000", "-timeout=20", "-rss_limit_mb=2048", corpus]
    atheris.Setup([sys.argv[0], *options], TARGETS[name])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
