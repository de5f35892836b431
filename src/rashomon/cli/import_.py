"""`rashomon import`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("import")
@click.argument("where", metavar="CASE")
@click.argument("file", metavar="FILE")
def command(where: str, file: str) -> None:
    """Add decisions that were made on another machine. Those that the case holds already add nothing.

    \b
    Example:
      rashomon import my-case their-decisions/decisions.jsonl
    """
    from rashomon.case import Case
    from rashomon.cli.talk import list_rulings, say

    with Case.open(where) as case:
        say(f"{case.import_decisions(file)} new decisions")
        case.refresh()
        list_rulings(case.accounts().rulings)
