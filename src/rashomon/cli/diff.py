"""`rashomon diff`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("diff")
@click.argument("where", metavar="CASE")
@click.option("--json", "as_json", is_flag=True, help="The same as one JSON object.")
def command(where: str, as_json: bool) -> None:
    """Show what changed between the last run over a case and the one before.

    A run is a build, or a review that was finished. Both are linked by this version, so that what is shown comes from
    pages, readings and decisions.

    \b
    Example:
      rashomon diff my-case
    """
    from rashomon.case import Case
    from rashomon.cli import text
    from rashomon.view import diff_view

    with Case.open(where) as case:
        text.out(diff_view(*case.runs()), text.diff, as_json)
