"""What commands say on stderr. Rule: talk only, never data; progress only where a person watches."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rashomon.record import Refusal, Ruling, Stamp

STEPS = {"read": "reading pages", "link": "linking accounts", "store": "storing the ledger"}


def say(words: str) -> None:
    """One line on stderr."""
    click.echo(words, err=True)


@contextlib.contextmanager
def progress() -> Iterator[Callable[[str, str], None]]:
    """A function that a build tells its steps: a spinner on a terminal, silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda step, name: None
        return
    from rich.console import Console

    pages = 0
    with Console(stderr=True).status("starting") as status:

        def tell(step: str, name: str) -> None:
            nonlocal pages
            pages += step == "read"
            status.update(f"{STEPS[step]} {pages or ''} {name}")

        yield tell


def reviewer(given: str | None) -> str:
    """The name under which decisions are recorded."""
    import getpass

    from rashomon.errors import InputError

    try:
        name = (given or getpass.getuser()).strip()
    except (OSError, KeyError, ImportError):
        name = ""
    if not name:
        raise InputError("who decides is part of a decision; say it with --as NAME")
    return name


def list_rulings(rulings: tuple[Ruling, ...]) -> None:
    """Every decision and what became of it, by time, on stdout."""
    for ruling in sorted(rulings, key=lambda r: (r.decision.at, r.id)):
        told = ruling.decision
        words = " ".join(part for part in (told.kind, told.slot, told.value) if part)
        click.echo(f"{told.at[:19]}  {told.who}  {words}  [{ruling.state}]  {ruling.id}")
        for line in (told.why, ruling.note, *(anchor.quote for anchor in told.claims[:1])):
            if line:
                click.echo(f"    {' '.join(line.split())[:100]}")


def list_refusals(refusals: tuple[Refusal, ...]) -> None:
    """Why each input failed, one line each."""
    for refusal in refusals:
        say(f"  {refusal.code}: {refusal.detail}")


def say_stamp(stamp: Stamp) -> None:
    """What a proof of time proves, in one line on stderr."""
    when = f"existed at {stamp.at}" if stamp.state == "proven" else f"{stamp.at or 'no time yet'}"
    say(f"  {stamp.state}: seal {stamp.seal}, {when}, says {stamp.by} ({stamp.kind}): {stamp.why}")
