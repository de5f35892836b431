"""`rashomon verify`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("verify")
@click.argument("where", metavar="CASE")
def command(where: str) -> int:
    """Hold everything in a case against its hashes and its words. Exit code 4 when anything is not as it was written.

    Pages, texts, spans, the chain of entries, every derived row, and the seal where there is one.

    \b
    Example:
      rashomon verify my-case
    """
    from rashomon.case import Case
    from rashomon.cli.group import INTEGRITY, OK
    from rashomon.cli.talk import say

    with Case.open(where) as case:
        faults = case.verify()
    for fault in faults:
        click.echo(f"{fault.where}: {fault.what}")
    if faults:
        say(f"{len(faults)} faults; the first one says where to look. Restore the case from a pack or a backup.")
        return INTEGRITY
    say("everything is as it was written")
    return OK
