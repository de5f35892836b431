"""`rashomon build`. Rule: see cli/__init__."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from rashomon.cli.group import OK, SOME_FAILED


@click.command("build")
@click.argument("pages", nargs=-1, metavar="PAGES...")
@click.option("--case", "where", required=True, metavar="DIR", help="Folder of the case, or a postgresql:// URL.")
@click.option("--settings", "settings_file", type=click.Path(path_type=Path), help="TOML file; see docs/settings.md.")
@click.option("--workers", type=click.IntRange(0), help="Processes that read pages; 0 = one for each core (default).")
def command(pages: tuple[str, ...], where: str, settings_file: Path | None, workers: int | None) -> int:
    """Read PAGES (files or folders of .txt and .html) into a case.

    Pages that the case holds already are left as they are. What cannot be read is told, kept in the case as a
    refusal, and the exit code is 3. Without PAGES the case is linked again under what people decided.

    \b
    Example:
      rashomon build pages/ more/page.html --case my-case
    """
    from rashomon.case import Case
    from rashomon.cli.talk import list_refusals, progress, say
    from rashomon.settings import Settings

    settings = Settings.from_toml(settings_file) if settings_file else Settings(workers=0)
    if workers is not None:
        settings = dataclasses.replace(settings, workers=workers)
    with Case.create(where, settings) as case, progress() as tell:
        report = case.build(pages, tell)
    say(f"{report.read} pages read, {report.known} known already, {len(report.failed)} inputs failed")
    list_refusals(report.failed)
    say(f"the case is in {where}; `rashomon show {where}` shows its ledger")
    return SOME_FAILED if report.failed else OK
