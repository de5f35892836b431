"""The review of a case, key by key. Rule: a table of keys; each calls the library and says what was recorded. Reads
single keys from a terminal, first letters of lines from a pipe."""

from __future__ import annotations

import sys
from collections.abc import Callable

import click

from rashomon.case import Case, Drafter, source_anchor
from rashomon.cli import text
from rashomon.cli.talk import say
from rashomon.errors import RashomonError
from rashomon.record import Accounts, Claim, Decision, DecisionKind
from rashomon.view import claim_view, event_view


class Session:
    """One reviewer going through claims. The claims are those of `event_id`, or all that tell of an event, by page."""

    def __init__(self, case: Case, accounts: Accounts, who: str, event_id: str | None = None) -> None:
        self.case, self.accounts, self.who = case, accounts, who
        told = [c for c in accounts.claims if (c.event == event_id if event_id else c.event or c.type)]
        self.claims = sorted(told, key=lambda c: (c.document, c.trigger.start, c.id))
        self.at = 0
        self.made: list[Decision] = []

    def run(self) -> None:
        """Until q, the end of the input, or the last claim."""
        if not self.claims:
            say("there are no claims to review")
        while 0 <= self.at < len(self.claims):
            self._show()
            key = self._key()
            if key == "q":
                break
            known = KEYS.get(key)
            if known is None:
                say(f"no key {key!r}; press ? for the keys")
                continue
            try:
                known[1](self)
            except RashomonError as error:
                say(f"Not recorded: {error}")
        say(f"{len(self.made)} decisions recorded as {self.who}")

    @property
    def claim(self) -> Claim:
        """The claim on the screen."""
        return self.claims[self.at]

    def _show(self) -> None:
        marks = f"  ({', '.join(self.claim.reviewed)})" if self.claim.reviewed else ""
        say(f"\n{self.at + 1} of {len(self.claims)}{marks}")
        for line in text.claim(claim_view(self.accounts, self.claim.id)):
            say(line)

    def _key(self) -> str:
        if sys.stdin.isatty():
            say("[a]ccept [r]eject [c]orrect [n]ext [p]revious [e]vent [?] keys [q]uit")
            return click.getchar(echo=False)
        return (sys.stdin.readline().strip() or "q")[:1]

    def ask(self, what: str) -> str:
        """A line of words."""
        if sys.stdin.isatty():
            words: str = click.prompt(what, default="", show_default=False, err=True)
            return words
        return sys.stdin.readline().strip()

    def record(self, make: Callable[..., Decision], *arguments: object) -> None:
        """Records a decision and says so."""
        made = self.case.decide(make(*arguments))
        self.made.append(made)
        say(f"recorded: {made.kind} {made.slot} {made.value}".rstrip())


def _drafts(session: Session, why: str = "") -> Drafter:
    return session.case.drafter(session.accounts, session.who, why)


def _accept(session: Session) -> None:
    session.record(_drafts(session).about_claim, "accept", session.claim.id)
    session.at += 1


def _reject(session: Session) -> None:
    why = session.ask("why")
    session.record(_drafts(session, why).about_claim, "reject", session.claim.id)
    session.at += 1


def _correct(session: Session) -> None:
    slot = session.ask("slot (type, status, polarity, roles, attribution, time, places, counts, ...)")
    value = session.ask("value, as JSON (see docs/review.md)")
    session.record(_drafts(session, session.ask("why")).about_claim, "correct", session.claim.id, slot, value)


def _merge(session: Session) -> None:
    other = session.ask("id of the event that is the same happening")
    session.record(_drafts(session, session.ask("why")).merge, [session.claim.event or "", other])


def _split(session: Session) -> None:
    say("this claim tells of another happening than the rest of its event")
    session.record(_drafts(session, session.ask("why")).split, session.claim.event or "", [session.claim.id])


def _same(session: Session) -> None:
    _sources(session, "same_source")


def _different(session: Session) -> None:
    _sources(session, "different_source")


def _sources(session: Session, kind: DecisionKind) -> None:
    asked = [session.ask(f"{which} source, by name or id") for which in ("one", "other")]
    names = [source_anchor(session.accounts, name) for name in asked]
    session.record(_drafts(session, session.ask("why")).sources, kind, names)


def _override(session: Session) -> None:
    grade = session.ask("grade of the event")
    session.record(_drafts(session, session.ask("why")).override, session.claim.event or "", grade)


def _comment(session: Session) -> None:
    session.record(_drafts(session).note, "comment", session.claim.id, session.ask("comment"))


def _tag(session: Session) -> None:
    session.record(_drafts(session).note, "tag", session.claim.id, session.ask("tag"))


def _undo(session: Session) -> None:
    if not session.made:
        say("nothing was recorded in this session; `rashomon review CASE --list` lists older decisions")
        return
    last = session.made[-1]
    session.record(_drafts(session).undo, last)
    session.made = session.made[:-2]


def _event(session: Session) -> None:
    if session.claim.event:
        for line in text.event(event_view(session.accounts, session.claim.event)):
            say(line)


def _next(session: Session) -> None:
    session.at += 1


def _previous(session: Session) -> None:
    session.at = max(0, session.at - 1)


def _help(session: Session) -> None:
    for key, (words, _) in KEYS.items():
        say(f"  {key}  {words}")


KEYS: dict[str, tuple[str, Callable[[Session], None]]] = {
    "a": ("accept the claim", _accept),
    "r": ("reject it, with a reason", _reject),
    "c": ("correct a slot of it", _correct),
    "m": ("merge its event with another", _merge),
    "s": ("split it off its event", _split),
    "=": ("two sources are the same", _same),
    "x": ("two sources are different", _different),
    "g": ("give its event a grade of your own, with a reason", _override),
    "k": ("comment on it", _comment),
    "t": ("tag it", _tag),
    "u": ("undo the last decision of this session", _undo),
    "e": ("show its event", _event),
    "n": ("next claim", _next),
    "p": ("previous claim", _previous),
    "?": ("these keys", _help),
}
