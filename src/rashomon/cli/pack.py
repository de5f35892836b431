"""`rashomon pack`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("pack")
@click.argument("where", metavar="CASE")
@click.argument("file", metavar="FILE")
@click.option("--redact", "profiles", multiple=True, metavar="PROFILE", help="persons or places; may be given twice.")
def command(where: str, file: str, profiles: tuple[str, ...]) -> None:
    """Write a case into one file to hand over. The hash of its last entry is printed.

    With --redact the pages stay behind and names are masked; the chain of hashes goes along, so that the copy can be
    held against the case it came from.

    \b
    Example:
      rashomon pack my-case my-case.zip
      rashomon pack my-case public.zip --redact persons --redact places
    """
    from rashomon.case import Case

    with Case.open(where) as case:
        click.echo(case.pack(file, profiles))
