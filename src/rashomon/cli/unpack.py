"""`rashomon unpack`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("unpack")
@click.argument("file", metavar="FILE")
@click.option("--case", "where", required=True, metavar="DIR", help="Folder of the new case, or a postgresql:// URL.")
def command(file: str, where: str) -> None:
    """Make a case from a packed one, after checking every hash in it. Exit code 4 when it is not as it was packed.

    \b
    Example:
      rashomon unpack my-case.zip --case their-case
    """
    from rashomon.case import Case
    from rashomon.cli.talk import say

    with Case.unpack(file, where) as case:
        say(f"unpacked and verified; {len(case.decisions())} decisions; the case is in {where}")
