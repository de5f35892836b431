"""`rashomon serve`. Rule: see cli/__init__."""

from __future__ import annotations

from typing import TextIO

import click


@click.command("serve")
@click.argument("where", metavar="CASE")
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Default: any that is free.")
@click.option("--no-open", is_flag=True, help="Print the address, and open no browser.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Beyond this machine a password is needed.")
@click.option("--password-file", type=click.File("r"), help="File whose first line is the password.")
def command(where: str, port: int, no_open: bool, host: str, password_file: TextIO | None) -> None:
    """Look at a case in a browser. The address is printed; it opens the page once.

    \b
    Example:
      rashomon serve my-case
      rashomon serve my-case --port 8080 --no-open
    """
    from pathlib import Path

    from rashomon.case import Case
    from rashomon.cli.talk import say
    from rashomon.web import Where, serve, what_is_missing

    password = password_file.readline().rstrip("\r\n") if password_file else None
    for line in what_is_missing():
        say(line)
    with Case.open(where) as case:
        name = Path(where).resolve().name if "://" not in where else where.rpartition("/")[2].partition("?")[0]
        say("Serving until you press Ctrl-C. Nothing leaves this machine.")
        serve(case, name, Where(host, port, password, not no_open), click.echo)
