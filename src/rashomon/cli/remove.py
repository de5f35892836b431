"""`rashomon remove`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("remove")
@click.argument("where", metavar="CASE")
@click.argument("page", metavar="PAGE")
@click.option("--why", required=True, metavar="WORDS", help="The reason; it stays in the case.")
@click.option("--as", "who", metavar="NAME", help="Who removes it; default: the name you are logged in by.")
def command(where: str, page: str, why: str, who: str | None) -> None:
    """Take a page (file name or SHA-256) out of a case, with all that quotes it. A tombstone with the reason stays.

    The ids of the pages removed are printed. Packs, exports and backups made before still hold them.

    \b
    Example:
      rashomon remove my-case page.html --why "names a witness"
    """
    from rashomon.case import Case
    from rashomon.cli.talk import reviewer

    with Case.open(where) as case:
        for gone in case.remove(page, reviewer(who), why):
            click.echo(gone)
