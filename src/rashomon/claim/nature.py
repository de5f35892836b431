"""Nature: what a phrase is, by its head: people, a force, a vehicle, a place, a weapon.

Rule: one tree and the tables of lexicon/nouns.py; classes out. Knows no predicate and no event type.
"""

from __future__ import annotations

from rashomon.lexicon.frames import NOUN_FRAMES
from rashomon.lexicon.nouns import NO_AGENTS, classes
from rashomon.record.tree import Tree, remembered

PLACE_LABELS = frozenset({"Location", "Facility"})
_PEOPLE = frozenset({"civilian", "fighter", "captive"})
_ANYBODY = frozenset("nobody everybody anybody somebody someone everyone anyone".split())
_SOMEBODY = frozenset(
    "man men woman women people person persons group groups individual individuals youth youths".split()
)
_ARMED = frozenset("armed masked hooded uniformed camouflaged plainclothes".split())
_BARE = frozenset("dozens hundreds thousands scores millions many several others some most all both few".split())
_PERSON = frozenset("he she him her who whom nobody everybody anybody somebody someone everyone anyone".split())
_GROUP = frozenset("they them themselves we us who whom".split())
_QUANTITY_HEADS = frozenset(
    (
        "much part parts portion swathe swathes section sections "
        "last first rest remainder remnants bulk quarter third fraction stream flow influx trickle surge swarm flood "
        "team crew column line lines band party crowd most "
        "dozen dozens hundreds thousands scores number numbers group groups couple handful majority most some "
        "many all several each none half part lot batch wave rest series member members "
        "bag bags bale bales barrel barrels carton cartons shipment shipments "
        "consignment consignments cargo pile piles tonne tonnes ton tons "
        "kilo kilos litre litres sack sacks box boxes crate crates load loads truckload truckloads busload "
        "busloads total tens millions few convoy contingent convoys "
        "hail volley burst salvo canister canisters cylinder cylinders"
    ).split()
)
_OF_IDEAS = (
    *("tion", "tions", "ment", "ments", "ness", "ity", "ities", "ism", "ance", "ence", "ship", "hood", "ing", "ings"),
    *("sion", "sions", "cy", "ics", "logy", "th", "ure", "ures", "age", "ages"),
)
"""Endings of nouns for what cannot be carried from place to place."""
RELATIVE = frozenset({"who", "which", "that", "whom"})


def antecedent(tree: Tree, i: int) -> int:
    """The noun a relative pronoun stands for; i itself for any other word."""
    if tree.lower[i] not in RELATIVE:
        return i
    for above in tree.ancestors(i):
        if tree.rel(above) == "acl:relcl" and tree.head(above) >= 0:
            return tree.head(above)
        if tree.lower[i] == "that" and above < i and _stressed(tree, above):
            return above
    return i


def _stressed(tree: Tree, i: int) -> bool:
    """ "It was the army that looted the shops": the noun said to be the one who did."""
    told = tree.kids(i, "expl", "nsubj") if tree.tag(i) in ("NOUN", "PROPN") and tree.kids(i, "cop") else ()
    return any(tree.lower[k] == "it" for k in told)


@remembered
def label_at(tree: Tree, i: int) -> str:
    """The entity label that covers token i, "" when none does."""
    return next((e.label for e in tree.parse.entities if e.start <= i < e.end), "")


@remembered
def nature(tree: Tree, i: int) -> frozenset[str]:
    """Classes of a phrase by its head i: lexicon classes, what it is made of ("dozens of trucks" are vehicles), and
    "people", "armed", "toponym" from named entities and pronouns."""
    i = antecedent(tree, i)
    found: set[str] = set()
    for k in (*tree.conjuncts(i), *_apposed(tree, i)):
        made_of = [n for p, n in tree.obliques(k) if p == "of"] if is_quantity(tree, k) else []
        for noun in made_of or [k]:
            found |= _own_nature(tree, noun)
    if found & _PEOPLE:
        found.add("people")
    if found & {"worker", "speaker"}:
        found |= {"people", "civilian"}
    if "fighter" in found or "weapon" in found:
        found.add("armed")
    return frozenset(found or ({"unknown"} if _thing(tree, i) else ()))


def _thing(tree: Tree, i: int) -> bool:
    """A noun in no class that may well be somebody or something that moves: no event, no idea."""
    word = tree.lower[i]
    return tree.tag(i) == "NOUN" and word not in NOUN_FRAMES and not word.endswith(_OF_IDEAS)


def _apposed(tree: Tree, i: int) -> list[int]:
    """ "Sellin, the last town in the valley": what a name is said to be."""
    return [k for k in tree.kids(i, "appos") if tree.tag(k) == "NOUN"]


def _counted(tree: Tree, i: int) -> bool:
    """A plural noun in no class that ends like those of people who do something ("twelve islanders")."""
    word = tree.lower[i]
    if word in NO_AGENTS or tree.tag(i) != "NOUN":
        return False
    return word.endswith(("ers", "ors", "ists", "ians", "ees")) or (
        word.endswith("ans") and bool(tree.kids(i, "nummod"))
    )


def is_quantity(tree: Tree, i: int) -> bool:
    """ "a group of 210 residents" is residents."""
    return tree.lower[i] in _QUANTITY_HEADS or tree.tag(i) == "NUM"


def _own_nature(tree: Tree, i: int) -> set[str]:
    word, label = tree.lower[i], label_at(tree, i)
    joined = _of_compound(tree, i)
    found = set(classes(word) | joined) - ({"chemical"} if "smallarms" in joined else set())
    if label in PLACE_LABELS:
        found |= {"place", "toponym"} | ({"force"} if label == "Location" else {"building"})
    if label in ("Organization", "NORP"):
        found |= {"force", "fighter"} if not found or tree.tag(i) == "PROPN" else set()
    if word in _SOMEBODY and _armed(tree, i):
        found |= {"fighter", "force"}
    if label == "Person":
        found |= {"people", "force"}
    if word in _PERSON:
        found |= {"people", "civilian"} if word in _ANYBODY else {"people"}
    if word in ("old", "olds") and i > 0 and tree.lower[i - 1] in ("-", "year"):
        found |= {"people", "civilian"}  # "a 19-year-old"
    if word == "those" or (word in _BARE and not any(p == "of" for p, _ in tree.obliques(i))):
        found |= {"people", "civilian", "fighter", "force"}
    if word == "force" and any(tree.lower[k] == "air" for k in tree.kids(i, "compound", "amod")):
        found.add("warplane")
    if "weapon" in found and (made := _made_of(tree, i)):
        found |= made
    if word in _GROUP:
        found |= {"people", "civilian", "fighter", "force"}
    if word == "it":
        found.add("force" if tree.rel(i) == "nsubj" else "place")
    if not found and not label and (tree.tag(i) == "NUM" or word.endswith(("men", "women")) or _counted(tree, i)):
        found |= {"people", "civilian"}
    if tree.tag(i) == "ADJ" and not found and tree.kids(i, "nummod", "det"):
        found |= {"people", "civilian"}  # "the seventeen worst", "a 19-year-old"
    if tree.tag(i) == "PROPN":
        found |= _named_kind(tree, i) | {"named"}
        if found == {"named"} and label in ("", "Misc"):
            found |= {"force", "place", "toponym"}
    return found


def _armed(tree: Tree, i: int) -> bool:
    """ "masked men", "uniformed attackers"."""
    return any(tree.lower[k] in _ARMED for k in tree.kids(i, "amod", "compound"))


def _of_compound(tree: Tree, i: int) -> frozenset[str]:
    """Classes of a noun by the word before it, which the tables join with a hyphen: "tear gas", "roadside bomb"."""
    before = i - 2 if i >= 2 and tree.lower[i - 1] == "-" else i - 1
    return classes(f"{tree.lower[before]}-{tree.lower[i]}") if before >= 0 else frozenset()


def _made_of(tree: Tree, i: int) -> set[str]:
    """Kinds of weapons by their modifier: "chemical weapons", "heavy weapons"."""
    before = {tree.lower[k] for k in tree.kids(i, "amod", "compound")}
    return ({"chemical"} if before & {"chemical", "toxic", "nerve"} else set()) | (
        {"heavyarms"} if "heavy" in before else set()
    )


def _named_kind(tree: Tree, i: int) -> set[str]:
    """ "the ferry Santa Livia": the common noun right before a name says what it names."""
    start = i
    while start > 0 and tree.tag(start - 1) == "PROPN":
        start -= 1
    noun = start - 1
    if noun < 1 or tree.tag(noun) != "NOUN" or tree.tag(noun - 1) not in ("DET", "ADJ", "NOUN") or tree.head(noun) < 0:
        return set()
    return set(classes(tree.lower[noun])) & {"vehicle", "warplane"}
