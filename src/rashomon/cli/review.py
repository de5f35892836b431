"""`rashomon review`. Rule: see cli/__init__; what a key does stands in review_keys."""

from __future__ import annotations

import click


@click.command("review")
@click.argument("where", metavar="CASE")
@click.option("--as", "who", metavar="NAME", help="Your name in the record; default: the name you are logged in by.")
@click.option("--event", "event_id", metavar="ID", help="Only the claims of one event.")
@click.option("--list", "only_list", is_flag=True, help="List the decisions and what became of them, and stop.")
def command(where: str, who: str | None, event_id: str | None, only_list: bool) -> None:
    """Go through the claims of a case with the keyboard: accept, reject, correct, merge, split, comment, tag, undo.

    Every decision is on the disk as soon as its key was pressed. The ledger is rebuilt under them at the end. Press ?
    for the keys.

    \b
    Example:
      rashomon review my-case
      rashomon review my-case --event event-3f29c0… --as mina
      rashomon review my-case --list
    """
    from rashomon.case import Case
    from rashomon.cli.review_keys import Session
    from rashomon.cli.talk import list_rulings, reviewer

    with Case.open(where) as case:
        if not only_list:
            accounts = case.event(event_id) if event_id else case.accounts()
            Session(case, accounts, reviewer(who), event_id).run()
            case.refresh()
        list_rulings(case.accounts().rulings)
