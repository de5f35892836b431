"""`rashomon gazetteer`. Rule: see cli/__init__."""

from __future__ import annotations

from pathlib import Path

import click

ACTIONS = ("add", "list", "remove", "search")
MOST_BAD_ROWS = 20
"""Rows left out that are told one by one; the others are counted."""


@click.command("gazetteer")
@click.argument("action", type=click.Choice(ACTIONS))
@click.argument("value", required=False)
@click.option("--name", metavar="NAME", help="Name of the table that `add` makes; the file's own name if not given.")
def command(action: str, value: str | None, name: str | None) -> int:
    """Add, list, remove and search tables of places.

    `add FILE` takes a GeoNames country dump or code table, a Who's On First table, a table with P-codes, or a CSV or
    JSON list of your own, packed or not. `remove NAME` takes an added table away, `search NAME` shows what a name could
    mean. Tables are kept once for each user.

    \b
    Example:
      rashomon gazetteer add wof-sy.tsv.gz --name syria
      rashomon gazetteer search "Deir ez-Zor"
    """
    from rashomon.cli.group import OK

    if action != "list" and not value:
        raise click.UsageError(f"`gazetteer {action}` needs {'a FILE' if action == 'add' else 'a NAME'}")
    if action == "add":
        return _add(Path(str(value)), name)
    {"list": _list, "remove": _remove, "search": _search}[action](str(value))
    return OK


def _add(file: Path, name: str | None) -> int:
    from rashomon.case import gazetteers
    from rashomon.cli.group import OK, SOME_FAILED
    from rashomon.cli.talk import say

    added = gazetteers().add_table(file, name)
    for row in added.bad[:MOST_BAD_ROWS]:
        say(f"row {row.number}: {row.reason}")
    if added.bad:
        say(f"{len(added.bad)} rows of {file} were left out")
    say(f"{added.table.name}: {added.table.entries:,} places; pages built from now on are read with it")
    return SOME_FAILED if added.bad else OK


def _list(_: str) -> None:
    from rashomon.case import gazetteers

    gazetteers().load_gazetteer()
    for table in gazetteers().list_tables():
        click.echo(f"{table.name}\t{table.entries}\t{'bundled' if table.bundled else 'added'}\t{table.path}")


def _remove(name: str) -> None:
    from rashomon.case import gazetteers
    from rashomon.cli.talk import say

    gazetteers().remove_table(name)
    say(f"{name} is removed")


def _search(name: str) -> None:
    from rashomon.case import gazetteers
    from rashomon.cli.talk import say

    found = gazetteers().search_places(name)
    for place in found:
        where = ", ".join(part for part in (place.admin1, place.country) if part)
        point = f"{place.lat:.4f}\t{place.lon:.4f}" if place.lat is not None else "\t"
        told = [place.id, place.name, where, place.feature, point, place.reason, place.pcode]
        click.echo("\t".join(told).rstrip())
    if not found:
        say(f"no table knows {name!r}; `rashomon gazetteer add FILE` brings more places")
