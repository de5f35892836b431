"""`rashomon show`. Rule: see cli/__init__."""

from __future__ import annotations

import click


@click.command("show")
@click.argument("where", metavar="CASE")
@click.option("--event", "event_id", metavar="ID", help="One event: its claims, and how they stand to each other.")
@click.option("--claim", "claim_id", metavar="ID", help="One claim, down to the quoted words and the page.")
@click.option("--find", "words", metavar="WORDS", help="The 50 claims that fit the words best, by page.")
@click.option("--json", "as_json", is_flag=True, help="The same as one JSON object.")
def command(where: str, event_id: str | None, claim_id: str | None, words: str | None, as_json: bool) -> None:
    """Show the ledger of a case, an event of it, or a claim.

    \b
    Example:
      rashomon show my-case
      rashomon show my-case --event event-3f29c0…
      rashomon show my-case --claim claim-81d2aa…
      rashomon show my-case --find "buses north road"
    """
    from rashomon import view
    from rashomon.case import Case
    from rashomon.cli import text

    if sum(map(bool, (event_id, claim_id, words))) > 1:
        raise click.UsageError("--event, --claim and --find cannot be shown at once; give one of them")
    with Case.open(where) as case:
        if claim_id:
            text.out(view.claim_view(case.claim(claim_id), claim_id), text.claim, as_json)
        elif words:
            found = case.find(words)
            text.out(view.claim_lines(found, list(found.claims)), text.claims, as_json)
        elif event_id:
            text.out(view.event_view(case.event(event_id), event_id), text.event, as_json)
        else:
            text.out(view.ledger_of_lots(case.event_lots(), case.how_many()), text.ledger, as_json)
