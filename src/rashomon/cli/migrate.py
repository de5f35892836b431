"""`rashomon migrate`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("migrate")
@click.argument("where", metavar="CASE")
@click.option("--check", is_flag=True, help="Only say of which schema the case is; nothing is touched.")
def command(where: str, check: bool) -> None:
    """Bring a case of an older rashomon to this one's schema. Every command does so when it opens such a case.

    The case is copied first, byte for byte, into its folder backups/. What is not whole is not migrated.

    \b
    Example:
      rashomon migrate my-case --check
      rashomon migrate my-case
    """
    from rashomon.case import Case, schema_of
    from rashomon.cli.talk import say

    before, ours = schema_of(where)
    if check:
        click.echo(f"{where}: schema {before}; this rashomon reads and writes schema {ours}")
        return
    Case.open(where).close()
    say(f"{where}: is of schema {ours}" + (" already; nothing was done" if before == ours else " now"))
