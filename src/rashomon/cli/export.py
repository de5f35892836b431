"""`rashomon export`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("export")
@click.argument("where", metavar="CASE")
@click.option("--format", "name", default="jsonl", show_default=True, metavar="NAME", help="html or jsonl.")
@click.option("--decisions", is_flag=True, help="Only what people decided, for `rashomon import` on another machine.")
@click.option("--out", "folder", required=True, metavar="DIR", help="Folder to write to; made when it is not there.")
def command(where: str, name: str, decisions: bool, folder: str) -> None:
    """Write a case out for other tools. The names of the files written are printed.

    \b
    Example:
      rashomon export my-case --format jsonl --out my-export
      rashomon export my-case --decisions --out my-decisions
    """
    from rashomon.case import Case

    with Case.open(where) as case:
        for path in [case.export_decisions(folder)] if decisions else case.export(name, folder):
            click.echo(path)
