"""Directions: which words lead where, and what a movement told by its direction alone is called.

Rule: tables, read by claim/motion.py. Verbs with senses of their own are in lexicon/frames.py and come first.
"""

from __future__ import annotations

from rashomon.lexicon.inflect import verb_forms

BACK = frozenset({"back", "home", "homeward", "homewards"})
AWAY = frozenset("from out off away".split())
ALONG = frozenset(
    "to into onto toward towards across through over up down aboard past along around ashore inside".split()
)
PATHS = frozenset("into onto out off away toward towards across through aboard past".split())
"""Prepositions that tell of motion whatever the verb; "to" and "from" do so only where they lead somewhere."""

_WORDS_BY_USE = """
nopl | away back home off out through together
nol  | ashore free
nop  | down up
npl  | across around
nl   | aside forward
np   | in on over upon
l    | aboard abroad apart
n    | amok anchor at captive fire riot
p    | about dead round
"""
"""What a small word after a verb does, a row for each set of uses. n: a verb is named with it wherever it stands ("turned
the convoy back"); o: right after its object too, whatever the parse; p: right after the verb, as its particle; l: it leads
somewhere, and stands for a preposition in the conditions of a row."""


def _used_as(use: str) -> frozenset[str]:
    rows = (line.split("|") for line in _WORDS_BY_USE.strip().splitlines())
    return frozenset(word for uses, words in rows if use in uses for word in words.split())


NAMED_WITH, AFTER_OBJECTS, PARTICLES, LEADING = (_used_as(use) for use in "nopl")

_CIVILIANS = frozenset({"civilian", "captive", "victim"})
_ARMED = frozenset({"fighter", "force", "weapon", "warplane", "heavyarms"})
_ANYBODY = frozenset({"people"})

BY_DIRECTION: tuple[tuple[bool, str, frozenset[str], str], ...] = (
    (False, "back", _CIVILIANS, "movement.return"),
    (False, "back", _ARMED, "movement.withdrawal"),
    (False, "back", _ANYBODY | {"vehicle"}, "movement.return"),
    (False, "away", _CIVILIANS, "movement.flight"),
    (False, "away", _ARMED, "movement.withdrawal"),
    (False, "away", _ANYBODY, "movement.flight"),
    (False, "away", frozenset({"vehicle", "goods"}), "movement.transfer"),
    (False, "to", _CIVILIANS | _ARMED | _ANYBODY | {"vehicle", "goods"}, "movement.arrival"),
    (True, "back", _CIVILIANS, "movement.return"),
    (True, "back", _ARMED, "movement.withdrawal"),
    (True, "back", _ANYBODY, "movement.return"),
    (True, "back", frozenset({"vehicle", "goods"}), "movement.passage_blocked"),
    (True, "away", _CIVILIANS | _ANYBODY, "movement.evacuation"),
    (True, "away", _ARMED, "movement.withdrawal"),
    (True, "away", frozenset({"vehicle", "goods", "body"}), "movement.transfer"),
    (True, "to", _CIVILIANS | {"body"}, "movement.transfer"),
    (True, "to", _ARMED, "movement.deployment"),
    (True, "to", _ANYBODY | {"vehicle", "goods"}, "movement.transfer"),
)
"""(it is taken along, the way, what moves, type); the first that fits wins."""

STILL_FORMS = frozenset(
    form
    for lemma in (
        "look stare gaze peer point shout call yell cry fire shoot throw aim hurl listen talk speak write read knock "
        "vote elect invite join translate tune log sign phone be have do belong adapt stretch extend lead tie bind "
        "attach confine restrict limit dedicate devote bow kneel fall drop collapse sink burn grow spread tear rip "
        "shut rise climb pass watch hear see smell film photograph broadcast borrow buy sell earn profit benefit "
        "suffer recover hide stop refrain keep prevent stem result differ range hail originate emerge date come "
        "resign graduate retire appoint name nominate promote switch turn transform change develop divide break "
        "split cut crash slam plough plow plunge swerve detonate explode hit strike ram "
        "anchor moor berth park"
    ).split()
    for form in verb_forms(lemma)
)
"""Verbs with a direction that take nobody anywhere ("looked into the room"), or have rows of their own."""
