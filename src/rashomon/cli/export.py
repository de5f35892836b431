"""`rashomon export`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("export")
@click.argument("where", metavar="CASE")
@click.option(
    "--format",
    "name",
    default="jsonl",
    show_default=True,
    metavar="NAME",
    help="csv, followthemoney, geojson, html, jsonl, parquet, prov or webannotation.",
)
@click.option("--decisions", is_flag=True, help="Only what people decided, for `rashomon import` on another machine.")
@click.option("--redact", "profiles", multiple=True, metavar="PROFILE", help="persons or places; may be given twice.")
@click.option("--out", "folder", required=True, metavar="DIR", help="Folder to write to; made when it is not there.")
def command(where: str, name: str, decisions: bool, profiles: tuple[str, ...], folder: str) -> None:
    """Write a case out for other tools. The names of the files written are printed.

    \b
    Example:
      rashomon export my-case --format jsonl --out my-export
      rashomon export my-case --format csv --redact persons --out public-tables
      rashomon export my-case --decisions --out my-decisions
    """
    from rashomon.case import Case

    if decisions and profiles:
        raise click.UsageError("decisions stand on the words of pages and cannot be masked; leave out --redact")

    with Case.open(where) as case:
        for path in [case.export_decisions(folder)] if decisions else case.export(name, folder, profiles):
            click.echo(path)
