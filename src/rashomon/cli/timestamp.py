"""`rashomon timestamp`. Rule: see cli/__init__."""

from __future__ import annotations

from pathlib import Path

import click

_FILE = click.Path(path_type=Path)


@click.command("timestamp")
@click.argument("where", metavar="CASE")
@click.option("--ask", multiple=True, metavar="URL", help="Ask this RFC 3161 authority for a token over the last seal.")
@click.option("--calendar", multiple=True, metavar="URL", help="Ask this OpenTimestamps calendar for a proof over it.")
@click.option("--complete", metavar="URL", help="Ask this calendar what its promise has become, some hours later.")
@click.option("--request", type=_FILE, metavar="FILE", help="Write a request (.tsq), to be sent from another machine.")
@click.option("--add", multiple=True, type=_FILE, metavar="FILE", help="Keep a .tsr or .ots that was got elsewhere.")
@click.option("--save", type=_FILE, metavar="DIR", help="Write every proof as a file, for openssl and ots.")
@click.option(
    "--certificate", multiple=True, type=_FILE, metavar="FILE", help="The authority's certificates, PEM or DER."
)
@click.option(
    "--headers", multiple=True, type=_FILE, metavar="FILE", help='Block headers, a line "HEIGHT HEADER" each.'
)
def command(
    where: str,
    ask: tuple[str, ...],
    calendar: tuple[str, ...],
    complete: str | None,
    request: Path | None,
    add: tuple[Path, ...],
    save: Path | None,
    certificate: tuple[Path, ...],
    headers: tuple[Path, ...],
) -> int:
    """Get, keep and check proofs of time over the last seal of a case. Without options the proofs are listed.

    Nothing is asked over the network but the addresses named here; they are told one SHA-256. Exit code 4 when a proof
    is not what it should be.

    \b
    Example:
      rashomon timestamp my-case --ask https://tsa.example.org/tsr --certificate authority.pem
      rashomon timestamp my-case --request seal.tsq
      rashomon timestamp my-case --add seal.tsr
      rashomon timestamp my-case --certificate authority.pem
    """
    from rashomon.case import Case
    from rashomon.cli.group import INTEGRITY, OK
    from rashomon.cli.talk import say, say_stamp

    with Case.open(where) as case:
        if request:
            _write(request, case.stamp_request())
        for url in ask:
            case.ask_proof("rfc3161", url, certificate)
        for url in calendar:
            case.ask_proof("opentimestamps", url)
        if complete:
            case.complete_proofs(complete)
        for file in add:
            case.add_proof(file, certificate)
        for path in case.save_proofs(save) if save else ():
            click.echo(path)
        stamps = case.stamps(certificate, headers)
    for stamp in stamps:
        say_stamp(stamp)
    if not stamps and not request:
        say("no proof of time is kept in this case")
    return INTEGRITY if any(stamp.state == "wrong" for stamp in stamps) else OK


def _write(file: Path, raw: bytes) -> None:
    from rashomon.errors import InputError

    try:
        file.write_bytes(raw)
    except OSError as error:
        raise InputError(f"{file}: cannot be written ({error.strerror}); name another file") from error
    click.echo(file)
