"""`rashomon demo`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("demo")
@click.option("--case", "where", default="demo-case", show_default=True, metavar="DIR", help="Folder of the case.")
def command(where: str) -> int:
    """Build a case from the demo pages that ship with rashomon, and print its ledger.

    The pages are invented: twelve accounts of one contested evacuation.

    \b
    Example:
      rashomon demo --case demo-case
    """
    from rashomon import view
    from rashomon.case import Case, demo_pages
    from rashomon.cli import text
    from rashomon.cli.group import OK, SOME_FAILED
    from rashomon.cli.talk import list_refusals, progress, say
    from rashomon.settings import Settings

    with Case.create(where, Settings(workers=0)) as case:
        with progress() as tell:
            report = case.build([demo_pages()], tell)
        text.out(view.report_view(case.accounts()), text.report, as_json=False)
    list_refusals(report.failed)
    say(f"\nThe case is in {where}. Walk down from an event to the words on its page:")
    say(f"  rashomon show {where}\n  rashomon show {where} --event ID\n  rashomon show {where} --claim ID")
    return SOME_FAILED if report.failed else OK
