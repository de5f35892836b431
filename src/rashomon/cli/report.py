"""`rashomon report`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("report")
@click.argument("where", metavar="CASE")
@click.option("--json", "as_json", is_flag=True, help="The same as one JSON object.")
def command(where: str, as_json: bool) -> None:
    """Show a case on one sheet: its pages, events, agreements, echoes, contradictions and refusals.

    \b
    Example:
      rashomon report my-case > report.txt
    """
    from rashomon import view
    from rashomon.case import Case
    from rashomon.cli import text

    with Case.open(where) as case:
        text.out(view.report_view(case.accounts()), text.report, as_json)
