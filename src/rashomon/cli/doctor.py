"""`rashomon doctor`. Rule: see cli/__init__."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("doctor")
@click.option("--folder", default=".", metavar="DIR", help="Folder in which cases are to be made.")
def command(folder: str) -> int:
    """Check this installation: Python, SQLite, model, gazetteer, and a folder that can be written to.

    \b
    Example:
      rashomon doctor --folder cases/
    """
    from rashomon.case import health
    from rashomon.cli.group import ERROR, OK

    checks = health(Path(folder))
    for name, well, found in checks:
        click.echo(f"{'ok  ' if well else 'BAD '} {name:10} {found}")
    return OK if all(well for _, well, _ in checks) else ERROR
