"""`rashomon seal`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("seal")
@click.argument("where", metavar="CASE")
@click.option("--why", default="", metavar="WORDS", help="Kept with the seal.")
def command(where: str, why: str) -> None:
    """Write down what the case is now: the hash of its last entry, which covers all before it.

    The seal is printed, and lies in the case as seal.json. Keep a copy elsewhere: whoever can change the case can
    change that file as well.

    \b
    Example:
      rashomon seal my-case --why "handed to the court" > my-case.seal.json
    """
    import dataclasses
    import json

    from rashomon.case import Case

    with Case.open(where) as case:
        click.echo(json.dumps(dataclasses.asdict(case.seal(why))))
