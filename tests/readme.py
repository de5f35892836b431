"""The output shown in README.md: `python -m tests.readme` writes it, tests/test_readme.py holds it against the demo.

The event shown is the one of the demo case on the most pages, with the fewest claims among those.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

LINES = 42
"""Lines shown: the claims of an event, and the first of its relations."""
README = Path(__file__).parents[1] / "README.md"
BLOCK = re.compile(r"(?<=```text\n).*?(?=```)", re.DOTALL)


def shown(case_folder: Path) -> str:
    """The first lines of what `rashomon show CASE --event ID` prints of that event."""
    from rashomon.case import Case
    from rashomon.cli import text
    from rashomon.view import event_view, ledger_view

    with Case.open(case_folder) as case:
        lines = ledger_view(case.accounts()).events
        chosen = min(lines, key=lambda line: (-line.pages, line.claims, line.id)).id
        printed = list(text.event(event_view(case.event(chosen), chosen)))
    return "\n".join([*printed[:LINES], "..."] if len(printed) > LINES else printed) + "\n"


def main() -> None:
    """Builds the demo case and writes its event into the README."""
    from tests.conftest import here

    with tempfile.TemporaryDirectory() as folder:
        done = here("demo", "--case", Path(folder) / "case")
        if done.returncode:
            sys.exit(done.stderr)
        output = shown(Path(folder) / "case")
    README.write_text(BLOCK.sub(lambda _: output, README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    main()
