"""`rashomon verify`. Rule: see cli/__init__."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.case import Case
    from rashomon.record import Stamp

_FILE = click.Path(path_type=Path)


@click.command("verify")
@click.argument("where", metavar="CASE")
@click.option(
    "--certificate", multiple=True, type=_FILE, metavar="FILE", help="Certificates to check tokens of time by."
)
@click.option("--headers", multiple=True, type=_FILE, metavar="FILE", help="Block headers to check OpenTimestamps by.")
def command(where: str, certificate: tuple[Path, ...], headers: tuple[Path, ...]) -> int:
    """Hold everything in a case against its hashes and its words. Exit code 4 when anything is not as it was written.

    Pages, texts, spans, the chain of entries, every derived row, what earlier runs held, every file in the folder, the
    seal where there is one, and proofs of time, offline.

    \b
    Example:
      rashomon verify my-case
      rashomon verify my-case --certificate authority.pem
    """
    from rashomon.case import Case
    from rashomon.cli.group import INTEGRITY, OK
    from rashomon.cli.talk import say, say_stamp

    with Case.open(where) as case:
        faults = [f"{fault.where}: {fault.what}" for fault in case.verify()]
        stamps = _stamps(case, certificate, headers)
    for stamp in stamps:
        say_stamp(stamp)
    faults += [f"timestamp over seal {stamp.seal}: {stamp.why}" for stamp in stamps if stamp.state == "wrong"]
    for fault in faults:
        click.echo(fault)
    if faults:
        say(f"{len(faults)} faults; the first one says where to look. Restore the case from a pack or a backup.")
        return INTEGRITY
    say("everything is as it was written")
    return OK


def _stamps(case: Case, certificate: tuple[Path, ...], headers: tuple[Path, ...]) -> list[Stamp]:
    """Proofs of time; without the extra they are left unchecked, unless something to check them by was given."""
    from rashomon.cli.talk import say
    from rashomon.errors import MissingExtra

    try:
        return case.stamps(certificate, headers)
    except MissingExtra as error:
        if certificate or headers:
            raise
        say(f"proofs of time were not checked: {error}")
        return []
