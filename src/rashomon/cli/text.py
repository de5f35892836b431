"""View records as plain text, for a terminal, a pipe or a file. Rule: layout only; every word comes from the view."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from typing import TypeVar

import click

from rashomon.view import (
    AnswerLine,
    ClaimLine,
    ClaimView,
    DiffView,
    EventLine,
    EventView,
    LedgerView,
    PageLine,
    RelationLine,
    Report,
    RunLine,
)

V = TypeVar("V")

WIDTH = 100
"""Columns: fits two windows side by side on a laptop."""


def out(view: V, layout: Callable[[V], Iterable[str]], as_json: bool) -> None:
    """Prints a view to stdout, laid out, or as one JSON object."""
    if as_json:
        import json

        from rashomon.record import to_plain

        click.echo(json.dumps(to_plain(view), ensure_ascii=False, indent=2))
        return
    for line in layout(view):
        click.echo(line)


def ledger(view: LedgerView) -> Iterable[str]:
    """Events, earliest first."""
    yield (
        f"{_many(view.pages, 'page')}, {_many(view.claims, 'claim')}, {_many(len(view.events), 'event')}, "
        f"{_many(view.sources, 'source')}, {_many(view.refusals, 'refusal')}"
    )
    for line in view.events:
        yield ""
        yield from _event_line(line)


def event(view: EventView) -> Iterable[str]:
    """An event with its claims and relations."""
    yield from _event_line(view.line)
    yield from _wrapped(view.line.reason, "  because ")
    for why in view.independence:
        yield from _wrapped(why, "  origins ")
    for number, group in enumerate(view.groups, 1):
        yield from _wrapped(f"{number}: {group}", "  origin  ")
    yield from _titled("Claims", view.claims, _claim_line)
    yield from _titled("Answers", view.versions, _version_line)
    yield from _titled("Answered by", view.answers, _claim_line)
    yield from _titled("How they stand to each other", view.relations, _relation_line)


def _version_line(line: AnswerLine) -> Iterable[str]:
    """An answer, who gives it and on how many independent words."""
    told = f"{_many(line.claims, 'claim')}, {line.independent} independent"
    yield from _wrapped(f"{line.slot}: {line.words} ({told}: {'; '.join(line.says)})", "  ")


def claims(lines: tuple[ClaimLine, ...]) -> Iterable[str]:
    """Claims, one after the other."""
    for line in lines:
        yield from _claim_line(line)


def claim(view: ClaimView) -> Iterable[str]:
    """A claim down to its page."""
    yield f"{view.line.id}  {view.line.type}  {view.line.status}"
    yield from _wrapped(view.line.says, "  says    ")
    yield from _wrapped(f"…{view.before}[[{view.quote}]]{view.after}…", "  words   ")
    yield f"  page    {view.line.file}, characters {view.start} to {view.end} of its text"
    yield f"          pages/{view.page[:2]}/{view.page}" + (f"  {view.url}" if view.url else "")
    yield f"  trigger {view.line.trigger!r}"
    for step in view.steps:
        words = f": {step.words!r} at {step.place}" if step.place else ": carried over from another sentence"
        yield from _wrapped(f"{step.name} ({step.act}, cue {step.cue!r}){words}", "  source  ")
    for role, words, place in view.spoken:
        yield from _wrapped(f"{role}: {words!r} at {place}", "  role    ")
    for name, lines in (("time", view.time), ("place", view.places), ("count", view.counts)):
        for line in lines:
            yield from _wrapped(line, f"  {name:8}")
    yield f"  event   {view.event or 'none'}"
    yield f"  read by {view.extractor}, confidence {view.confidence:.2f}"
    yield from _titled("How it stands to others", view.relations, _relation_line)


def report(view: Report) -> Iterable[str]:
    """A case on one sheet."""
    yield from ledger(view.ledger)
    yield from _titled("Pages", view.pages, _page_line)
    yield from _titled("Contradictions", view.contradictions, _relation_line)
    yield from _titled("Echoes and common origins", view.dependences, _relation_line)
    yield from _titled("Agreements", view.agreements, _relation_line)
    yield from _titled("Archives", view.archives, lambda r: _wrapped(r.detail, "  "))
    yield from _titled("Declined", view.refusals, lambda r: _wrapped(f"{r.stage}, {r.code}: {r.detail}", "  "))


def _page_line(line: PageLine) -> Iterable[str]:
    """A page, and what became of its visible characters."""
    yield f"{line.file}  {line.outlet}  {line.published}  {_many(line.claims, 'claim')}"
    kept = ", ".join(f"{kind} {count:,}" for kind, count in line.kept)
    yield from _wrapped(f"{_many(line.visible, 'character')}: {kept or 'none'}; {line.lost:,} lost", "  ")
    if line.left_out:
        why = ", ".join(f"{reason} {count:,}" for reason, count in line.left_out[:MOST_REASONS])
        yield from _wrapped(f"boilerplate because: {why}", "  ")


MOST_REASONS = 6
"""Reasons for boilerplate that a page's line names."""


def diff(view: DiffView) -> Iterable[str]:
    """Changes, one a line."""
    yield f"from entry {view.before} to entry {view.after}: {_many(len(view.changes), 'change')}"
    for words in view.versions:
        yield from _wrapped(words, "  ")
    for line in view.changes:
        slots = f" ({', '.join(line.slots)})" if line.slots else ""
        yield from _wrapped(f"{line.change} {line.kind}: {line.words}{slots}", "  ")
        yield f"    {line.id}"


def runs(lines: tuple[RunLine, ...]) -> Iterable[str]:
    """Runs, one a line, the first one first."""
    for line in lines:
        changes = "changes not kept" if line.changes is None else _many(line.changes, "change")
        yield f"entry {line.entry}  {line.at[:19]}  {changes}  {line.by}"


def _event_line(line: EventLine) -> Iterable[str]:
    yield f"{line.type}  [{line.grade}]  {line.id}"
    yield from _wrapped(f"{line.when}; {line.where}" + (f"; {line.counts}" if line.counts else ""), "  ")
    told = f"{_many(line.claims, 'claim')} on {_many(line.pages, 'page')}, {line.independent} independent"
    yield from _wrapped(f"{told}: {'; '.join(line.says)}", "  ")


def _claim_line(line: ClaimLine) -> Iterable[str]:
    mood = "" if line.polarity > 0 else ", not"
    yield f"  {line.id}  {line.status}{mood}  {line.file}"
    yield from _wrapped(f"{line.says}: {line.act}", "    ")
    yield from _wrapped(f'"{line.quote}"', "    ")
    slots = [line.when, line.where, line.counts]
    yield from _wrapped("; ".join(slot for slot in slots if slot), "    ")


def _relation_line(line: RelationLine) -> Iterable[str]:
    yield from _wrapped(f"{line.kind} ({line.slot}): {line.a_says} / {line.b_says}", "  ")
    yield from _wrapped(line.reason, "    ")
    yield f"    {line.a} {line.b}"


T = TypeVar("T")


def _titled(title: str, items: tuple[T, ...], layout: Callable[[T], Iterable[str]]) -> Iterable[str]:
    if items:
        yield from ("", f"{title} ({len(items)})")
    for item in items:
        yield from layout(item)


def _wrapped(words: str, indent: str) -> list[str]:
    flat = " ".join(words.split())
    return textwrap.wrap(flat, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent)) or []


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")
