"""The group of commands, each loaded when it is called. Rule: names, one line of help each, and exit codes."""

from __future__ import annotations

import sys
import warnings
from importlib import import_module
from typing import Any

import click

from rashomon import __version__
from rashomon.errors import IntegrityError, MigrationNotice, RashomonError

COMMANDS: dict[str, str] = {
    "build": "Read pages into a case: who says what happened, on whose word.",
    "show": "Show the ledger of a case, one event, or one claim down to its page.",
    "report": "Show a case on one sheet: agreements, echoes, contradictions.",
    "serve": "Look at a case in a browser, on this machine alone.",
    "review": "Accept, reject, correct, merge and split, with the keyboard.",
    "diff": "Show what changed between the last two runs over a case.",
    "export": "Write a case out for other tools.",
    "import": "Add decisions that were made on another machine.",
    "verify": "Hold everything in a case against its hashes and its words.",
    "seal": "Write down what a case is now.",
    "timestamp": "Get, keep and check proofs of time over a seal.",
    "pack": "Write a case into one file to hand over.",
    "unpack": "Make a case from a packed one.",
    "remove": "Take a page out of a case, and leave a tombstone.",
    "migrate": "Bring a case of an older version to this one's schema.",
    "gazetteer": "Add, list, remove and search tables of places.",
    "demo": "Build the demo case that ships with rashomon, and show it.",
    "doctor": "Check this installation.",
}
"""Command -> help in the list; the command is `rashomon.cli.NAME:command`."""

OK, ERROR, USAGE, SOME_FAILED, INTEGRITY, GATE, INTERRUPTED = 0, 1, 2, 3, 4, 5, 130
"""Exit codes; see docs/commands.md."""


class LazyGroup(click.Group):
    """A click group that knows its commands by name and imports one when it runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of a case's life."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command, imported now."""
        if name not in COMMANDS:
            return None
        command: click.Command = import_module(f"rashomon.cli.{_module(name)}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


def _module(name: str) -> str:
    """`import` is a word of Python's own."""
    return "import_" if name == "import" else name


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="rashomon")
def group() -> None:
    """One event, many accounts: who says what happened, on whose word.

    \b
    Example:
      rashomon build pages/ --case my-case
      rashomon show my-case
    """


def main(arguments: list[str] | None = None) -> None:
    """Runs a command and exits with its code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """The exit code of a command line; errors and notices are told on stderr in one line."""
    with warnings.catch_warnings():
        warnings.simplefilter("always", MigrationNotice)
        otherwise = warnings.showwarning

        def tell(message: Warning | str, category: type[Warning], *rest: Any, **more: Any) -> None:
            if issubclass(category, MigrationNotice):
                click.echo(f"Note: {message}", err=True)
            else:
                otherwise(message, category, *rest, **more)

        warnings.showwarning = tell
        return _run(arguments)


def _run(arguments: list[str]) -> int:
    try:
        result: Any = group.main(arguments, prog_name="rashomon", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        exec("")  # CPython remembers an interrupt within exec (dataclasses use it) until the next, and then dies of it
        click.echo("interrupted; what was stored before stays", err=True)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone; there is nobody to tell
        return OK
    except IntegrityError as error:
        click.echo(f"Integrity: {error}", err=True)
        return INTEGRITY
    except RashomonError as error:
        click.echo(f"Error: {error}", err=True)
        return ERROR
    return result if isinstance(result, int) else OK
