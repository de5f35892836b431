"""`rashomon diff`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("diff")
@click.argument("where", metavar="CASE")
@click.option("--runs", is_flag=True, help="List the runs over the case, and stop.")
@click.option(
    "--from", "one", type=click.IntRange(0), metavar="ENTRY", help="The earlier run; default: the one before."
)
@click.option("--to", "two", type=click.IntRange(1), metavar="ENTRY", help="The later run; default: the last one.")
@click.option("--json", "as_json", is_flag=True, help="The same as one JSON object.")
def command(where: str, runs: bool, one: int | None, two: int | None, as_json: bool) -> None:
    """Show what changed between two runs over a case: the last one and the one before, or those you name.

    A run is a build, or a review that was finished. What is compared is what was stored; where other versions read or
    linked, that is told first.

    \b
    Example:
      rashomon diff my-case
      rashomon diff my-case --runs
      rashomon diff my-case --from 41 --to 77
    """
    from rashomon.case import Case
    from rashomon.cli import text
    from rashomon.view import diff_view, run_line

    with Case.open(where) as case:
        if runs:
            text.out(tuple(run_line(run) for run in case.runs()), text.runs, as_json)
        else:
            text.out(diff_view(case.difference(one, two)), text.diff, as_json)
