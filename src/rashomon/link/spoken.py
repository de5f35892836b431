"""Whom a person speaks for on one page: "the Council's spokesman, A. B.", "A. B., who heads the Council".

Rule: one person's mentions and the words around them; the body is a name that this page prints. What the annotation
says of it comes first where it names a body, and is resolved where it only describes one ("the group").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rashomon.lexicon.source_kinds import BODY_NOUNS, PERSON_TITLES
from rashomon.lexicon.wording import fold
from rashomon.link.names import bare, looks_named
from rashomon.record import Document, Mention

_POST = (
    r"(?:spokes(?:man|woman|person)|head|chief|leader|director|commander|coordinator|chair(?:man|woman|person)?|"
    r"secretary(?:[- ]general)?|representative|envoy|manager|president|founder|press officer)"
)
_BEFORE = re.compile(rf"(?:\b(its|their|our|whose)|['’]s?)\s+(?:[\w-]+\s+){{0,2}}{_POST}\b[^.;:!?]{{0,30}}$", re.I)
_AFTER = re.compile(
    rf"^,?\s+(?:who\s+(?:heads|leads|runs|commands|directs|chairs|founded|speaks\s+for)|"
    rf"(?:(?:a|an|the)\s+)?(?:[\w-]+\s+){{0,2}}{_POST}\s+(?:of|for|at))\s+(?:the\s+)?$",
    re.I,
)
_AFTER_POSSESSIVE = re.compile(rf"^['’]s?\s+(?:[\w-]+\s+){{0,2}}{_POST}\b", re.I)
_OPENS = re.compile(r"^,\s+(?:the\s+)?$", re.I)
_OFFICE = re.compile(rf"^(?:['’]s?)?\s+(?:[a-z][\w-]*\s+){{0,2}}{_POST}\s*$", re.I)
""" "Front [spokesman] A. B.": what stands between the name of a body and its speaker's."""
_OWN = re.compile(r"^['’]s?\s+$")
_KINDS_OF_BODY = "|".join(sorted(BODY_NOUNS))
_GENERIC = re.compile(rf"^(?:the\s+)?(?:{_KINDS_OF_BODY})$")
BODIES = ("organisation", "group")
REACH = 90
"""Characters before or after a person's name within which its office and body stand."""
BACK = 400
"""Characters within which "its" finds the body told before: about two sentences."""


def spoken_for(document: Document, person: Sequence[Mention], mentions: Sequence[Mention]) -> str | None:
    """The fullest name of the body, None where the page does not say; `mentions`: all of the page."""
    bodies = [m for m in mentions if m.kind in BODIES and looks_named(m.name) and not _is_part(document.text, m)]
    named = [m for m in person if m.kind == "person"]
    said = next((m.speaks_for for m in named if m.speaks_for and not _is_title(m.speaks_for)), None)
    if said and looks_named(said):
        return said
    found = next((body for m in named for body in _around(document.text, m, bodies)), None)
    found = found or next((body for m in named for body in _in_front(document.text, m, mentions, bodies)), None)
    return found or _described(document.text, said, named, bodies) or said


def _in_front(text: str, person: Mention, mentions: Sequence[Mention], bodies: Sequence[Mention]) -> Iterator[str]:
    """ "Front spokesman A. B.", "the League's A. B.": the body right before its speaker's name, by a name of the page's
    own; the office may be a part of the person's mention."""
    start = person.span.start
    lead = text[max(0, start - REACH) : start]
    for body in bodies:
        between = text[body.span.end : start]
        if len(between) <= len("'s  ") and _OWN.match(between):
            yield body.name
    chains = {body.chain: body.name for body in bodies}
    known = {m.span.text: chains[m.chain] for m in mentions if m.chain in chains} | {m.name: m.name for m in bodies}
    for name, full in sorted(known.items(), key=lambda item: (-len(item[0]), item)):
        at = lead.rfind(name)
        if at >= 0 and not lead[:at][-1:].isalnum() and _OFFICE.match(lead[at + len(name) :]):
            yield full


def _around(text: str, person: Mention, bodies: Sequence[Mention]) -> Iterator[str]:
    lead = text[max(0, person.span.start - REACH) : person.span.start]
    match = _BEFORE.search(lead)
    if match and match.group(1):
        yield from _told_before(text, person.span.start - len(lead) + match.start(), bodies)
    elif match:
        yield from (m.name for m in bodies if m.span.end == person.span.start - len(lead) + match.start())
    for body in bodies:
        between = text[person.span.end : body.span.start]
        if 0 < len(between) <= REACH and _AFTER.match(between):
            yield body.name
        rest = text[body.span.end : body.span.end + REACH]
        if 0 < len(between) <= REACH and _OPENS.match(between) and _AFTER_POSSESSIVE.match(rest):
            yield body.name


def _told_before(text: str, position: int, bodies: Sequence[Mention]) -> Iterator[str]:
    """The body that "its" takes up: the one that a sentence before begins with, else the nearest."""
    before = [m for m in bodies if position - BACK <= m.span.start < position]
    opening = [m for m in before if re.search(r"(?:^|[.!?]['\"”’]?\s|\n)(?:the\s+)?$", text[: m.span.start], re.I)]
    nearest = (opening or before)[-1:]
    yield from (m.name for m in nearest)


def _described(text: str, said: str | None, person: Iterable[Mention], bodies: Sequence[Mention]) -> str | None:
    """ "The group" by the name that the page gives it; the nearest where it gives several, and the body told last where
    it gives none."""
    if said is None:
        return None
    wanted = fold(bare(said))
    start = min((m.span.start for m in person), default=0)
    same = [m for m in bodies if fold(bare(m.span.text)) == wanted]
    if same:
        return min(same, key=lambda m: (abs(m.span.start - start), m.span.start)).name
    return next(_told_before(text, start, bodies), None) if _GENERIC.match(said.lower()) else None


def _is_part(text: str, mention: Mention) -> bool:
    """ "Oslo" of "the Oslo-based group", and that group by no other name."""
    return text[mention.span.end : mention.span.end + 1] == "-" or f"{mention.name}-" in mention.span.text


def _is_title(words: str) -> bool:
    return all(word in PERSON_TITLES or word == "lieutenant" for word in fold(words).split())
