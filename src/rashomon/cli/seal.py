"""`rashomon seal`. Rule: see cli/__init__."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("seal")
@click.argument("where", metavar="CASE")
@click.option("--why", default="", metavar="WORDS", help="Kept with the seal.")
@click.option(
    "--timestamp", multiple=True, metavar="URL", help="Ask this RFC 3161 authority for a token over the seal."
)
@click.option("--calendar", multiple=True, metavar="URL", help="Ask this OpenTimestamps calendar for a proof over it.")
@click.option(
    "--certificate",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="The authority's certificates: the token is checked by them, and they are kept with it.",
)
def command(
    where: str, why: str, timestamp: tuple[str, ...], calendar: tuple[str, ...], certificate: tuple[Path, ...]
) -> None:
    """Write down what the case is now: the hash of its last entry, which covers all before it.

    The seal is printed, and lies in the case as seal.json. Keep a copy elsewhere: whoever can change the case can
    change that file as well. With --timestamp or --calendar the address you name is told one SHA-256 of that hash, and
    what it answers is kept in the case; without, nothing leaves this machine.

    \b
    Example:
      rashomon seal my-case --why "handed to the court" > my-case.seal.json
      rashomon seal my-case --timestamp https://tsa.example.org/tsr --certificate authority.pem
    """
    import dataclasses
    import json

    from rashomon.case import Case
    from rashomon.cli.talk import say_stamp

    with Case.open(where) as case:
        click.echo(json.dumps(dataclasses.asdict(case.seal(why))))
        for url in timestamp:
            say_stamp(case.ask_proof("rfc3161", url, certificate))
        for url in calendar:
            say_stamp(case.ask_proof("opentimestamps", url))
