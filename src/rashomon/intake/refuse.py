"""Refusals of this edge: one table of codes and what a person can do about each.

Rule: every input that gives no page gives one of these, and no detail quotes the page. "account" declines nothing: it
tells what became of an archive's records.
"""

from __future__ import annotations

from rashomon.record import Refusal

WHAT_TO_DO: dict[str, str] = {
    "no-such-path": "check the spelling, or that the disk is mounted",
    "vanished": "it was there when the folder was listed; collect it again",
    "unreadable": "check its permissions",
    "empty": "collect it again",
    "binary": "give pages as text, HTML or a web archive",
    "too-large": "raise page_bytes in the settings if it is a page",
    "broken": "collect it again, or repair it with the tool that made it",
    "truncated": "collect it again; what was there is read",
    "bomb": "unpack it by hand if it is what it seems",
    "nested": "unpack it by hand if it is what it seems",
    "too-many": "split the archive",
    "encoding": "unpack it by hand",
    "digest-mismatch": "the bytes are not those that were archived; what was there is read",
    "missing-member": "get the whole archive",
    "no-hashes": "nothing vouches for the archive's members; what was there is read",
    "revisit-unresolved": "give the archive that holds the first visit too",
    "account": "",
    "empty-folder": "check that it is the folder meant",
}


NOTES = frozenset(("account", "no-hashes"))
"""Codes that tell of something rightly left aside: no failure of an input."""


def refuse(code: str, name: str, what: str) -> Refusal:
    """The refusal of input `name`: what was found there, and what to do next."""
    name = printable(name)
    then = f"; {WHAT_TO_DO[code]}" if WHAT_TO_DO[code] else ""
    return Refusal("intake", code, f"{name}: {what}{then}", name)


def printable(name: str) -> str:
    """A file name that can be written as UTF-8: bytes that are no text become U+FFFD."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
