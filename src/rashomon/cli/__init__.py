"""The command line: one file a verb. Rule: no logic; arguments in, Case called, views printed. Data goes to stdout,
talk to stderr. Nothing heavier than click is imported before a command runs."""

from __future__ import annotations

from rashomon.cli.group import main

__all__ = ["main"]
