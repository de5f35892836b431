"""`rashomon export`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("export")
@click.argument("where", metavar="CASE")
@click.option("--format", "name", default="jsonl", show_default=True, metavar="NAME", help="jsonl")
@click.option("--out", "folder", required=True, metavar="DIR", help="Folder to write to; made when it is not there.")
def command(where: str, name: str, folder: str) -> None:
    """Write a case out for other tools. The names of the files written are printed.

    \b
    Example:
      rashomon export my-case --format jsonl --out my-export
    """
    from rashomon.case import Case

    with Case.open(where) as case:
        for path in case.export(name, folder):
            click.echo(path)
