"""Head nouns of definite descriptions ("the monitoring group", "the sources") and what they can stand for.

Rule: tables of lemmas, read by annotate/chains.py. The kind says which earlier names a description may take up.
"""

from __future__ import annotations

from rashomon.lexicon.inflect import noun_forms

HEADS: dict[str, str] = {
    "organisation": "group monitor agency observatory coalition alliance organisation organization ministry army channel "
    "newspaper outlet network party movement militia government regime centre center site body council committee watchdog "
    "force command administration authority office bloc union commission institute foundation charity mission newsroom "
    "broadcaster daily paper department directorate brigade front corps service company",
    "person": "spokesman spokeswoman spokesperson commander minister president head official activist director chief "
    "mayor governor leader general colonel envoy ambassador secretary resident witness doctor man woman officer "
    "politician lawyer analyst driver teacher survivor sergeant major captain lieutenant nurse medic soldier fighter "
    "policeman policewoman boy girl student farmer trader merchant shopkeeper engineer worker passenger prisoner priest "
    "imam monk nun mother father villager neighbour neighbor journalist reporter correspondent volunteer aide adviser "
    "advisor expert researcher professor judge guard pilot sailor fisherman tailor baker miner superintendent admiral "
    "chairman chairwoman coordinator manager captive militant elder sheikh refugee evacuee",
    "people": "source activist official resident witness militant terrorist fighter insurgent rebel soldier villager "
    "civilian commander evacuee prisoner troop jihadist medic rescuer observer monitor volunteer elder local reporter "
    "correspondent authority family hostage",
}
"""kind of referent -> lemmas. "people": plural descriptions, taken up only by the same noun or a synonym."""

ARMED = frozenset(
    (
        "terrorist militant armed extremist jihadist jihadi insurgent rebel islamist fundamentalist separatist "
        "paramilitary"
    ).split()
)
"""Modifiers that say that a group bears arms ("the terrorist group")."""

WATCHING = frozenset(
    "monitoring monitor watchdog rights observer observation tracking war-monitor observatory watch".split()
)
"""Modifiers that say that a group watches and reports ("the UK-based monitoring group")."""

FEMALE = frozenset(
    "woman girl mother wife widow daughter sister grandmother spokeswoman chairwoman policewoman".split()
)
MALE = frozenset(
    "man boy father husband widower son brother grandfather spokesman chairman policeman sheikh imam".split()
)
"""Nouns that say whether "she" or "he" may stand for somebody."""

REPORTING = frozenset(
    "news media press broadcaster channel newspaper agency outlet network site website daily paper".split()
)
"""Words that say that a body publishes."""

SYNONYMS: tuple[frozenset[str], ...] = (
    frozenset({"terrorist", "militant", "jihadist", "insurgent", "fighter", "extremist", "commander"}),
    frozenset({"resident", "villager", "local", "inhabitant"}),
)
"""Nouns by which a page takes up the same people again."""

TITLES = frozenset(
    (
        "mr mrs ms dr prof gen col lt maj capt sgt president minister secretary general colonel captain commander "
        "sheikh sheik imam father sister king queen prince senator governor mayor spokesman spokeswoman spokesperson "
        "head chief director ambassador envoy chairman chancellor premier pope judge officer activist"
    ).split()
)
"""Words before a person's name that are no part of it."""


def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for kind, words in HEADS.items():
        for lemma in words.split():
            forms = noun_forms(lemma)
            for form, number in forms.items():
                plural = number == "plural"
                if kind == "organisation" and plural and lemma != "force":
                    continue
                if (kind == "people") == plural or (kind == "organisation"):
                    found.setdefault(form, set()).add(kind)
    for form in ("spokesmen", "police"):
        found.setdefault(form, set()).add("people")
    return {form: frozenset(kinds) for form, kinds in found.items()}


KINDS_BY_FORM = _kinds()
"""written form -> kinds of referent."""


def singular(word: str) -> str:
    """The word without a plural ending; a key for comparing head nouns, not a lemma."""
    lowered = word.casefold()
    for ending, put in (("ies", "y"), ("ses", "s"), ("s", "")):
        if lowered.endswith(ending) and len(lowered) > len(ending) + 2 and not lowered.endswith("ss"):
            return lowered[: -len(ending)] + put
    return lowered


def same_people(a: str, b: str) -> bool:
    """True when two head nouns are the same or stand in one row of SYNONYMS."""
    a, b = singular(a), singular(b)
    return a == b or any(a in row and b in row for row in SYNONYMS)
