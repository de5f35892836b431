"""Arguments: which phrases belong to a predicate, and what they are by nature.

Rule: one tree; heads of phrases in, heads and classes out. Knows subjects, objects, control and relative clauses;
knows no event type.
"""

from __future__ import annotations

from rashomon.lexicon.nouns import classes
from rashomon.record.tree import Tree

PLACE_LABELS = frozenset({"Location", "Facility"})
_PEOPLE = frozenset({"civilian", "fighter", "captive"})
_PERSON = frozenset("he she him her who whom".split())
_GROUP = frozenset("they them themselves we us who whom".split())
_QUANTITY_HEADS = frozenset(
    (
        "dozen dozens hundreds thousands scores number numbers group groups couple handful majority most some "
        "many all several each none half part lot batch wave rest series member members tonne tonnes ton tons "
        "kilo kilos litre litres sack sacks box boxes crate crates load loads truckload truckloads busload "
        "busloads total tens millions few convoy contingent"
    ).split()
)
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def antecedent(tree: Tree, i: int) -> int:
    """The noun a relative pronoun stands for; i itself for any other word."""
    if tree.lower[i] not in _RELATIVE:
        return i
    for above in tree.ancestors(i):
        if tree.rel(above) == "acl:relcl" and tree.head(above) >= 0:
            return tree.head(above)
    return i


def label_at(tree: Tree, i: int) -> str:
    """The entity label that covers token i, "" when none does."""
    return next((e.label for e in tree.parse.entities if e.start <= i < e.end), "")


def nature(tree: Tree, i: int) -> frozenset[str]:
    """Classes of a phrase by its head i: lexicon classes, what it is made of ("dozens of trucks" are vehicles), and
    "people", "armed", "toponym" from named entities and pronouns."""
    i = antecedent(tree, i)
    found: set[str] = set()
    for k in tree.conjuncts(i):
        made_of = [n for p, n in tree.obliques(k) if p == "of"] if _quantity(tree, k) else []
        for noun in made_of or [k]:
            found |= _own_nature(tree, noun)
    if found & _PEOPLE:
        found.add("people")
    if "fighter" in found or "weapon" in found:
        found.add("armed")
    return frozenset(found)


def _counted(tree: Tree, i: int) -> bool:
    """A plural noun in no class that is counted ("twelve islanders"): most are people."""
    return tree.lower[i].endswith(("ers", "ors", "ists", "ians", "ees", "ans")) and bool(tree.kids(i, "nummod"))


def _quantity(tree: Tree, i: int) -> bool:
    """ "a group of 210 residents" is residents."""
    return tree.lower[i] in _QUANTITY_HEADS or tree.tag(i) == "NUM"


def _own_nature(tree: Tree, i: int) -> set[str]:
    word, label = tree.lower[i], label_at(tree, i)
    found = set(classes(word))
    if label in PLACE_LABELS:
        found |= {"place", "toponym"} | ({"force"} if label == "Location" else {"building"})
    if label in ("Organization", "NORP"):
        found |= {"force", "fighter"} if not found else set()
    if label == "Person":
        found |= {"people", "force"}
    if word in _PERSON:
        found.add("people")
    if word in _GROUP:
        found |= {"people", "civilian", "fighter", "force"}
    if word == "it":
        found.add("force" if tree.base_rel(i) == "nsubj" else "place")
    if not found and not label and (tree.tag(i) == "NUM" or word.endswith(("men", "women")) or _counted(tree, i)):
        found |= {"people", "civilian"}
    if tree.tag(i) == "PROPN" and not found and not label:
        found |= {"force", "place", "toponym"}
    return found


def subject(tree: Tree, i: int) -> int:
    """Head of the logical subject of predicate i, through coordination, control and participles; -1 when not told."""
    return _logical(tree, i, active=True, seen=frozenset())


def object_(tree: Tree, i: int) -> int:
    """Head of the logical object of predicate i, -1 when not told."""
    return _logical(tree, i, active=False, seen=frozenset())


def _logical(tree: Tree, i: int, active: bool, seen: frozenset[int]) -> int:
    if i in seen:
        return -1
    if is_passive(tree, i):
        return _agent(tree, i) if active else _surface_subject(tree, i, seen | {i})
    if not active:
        found = tree.kid(i, "obj")
        found = found if found >= 0 else _after_particle(tree, i)
        return found if found >= 0 else _relative_object(tree, i)
    return _surface_subject(tree, i, seen | {i})


def is_passive(tree: Tree, i: int) -> bool:
    """True when i is passive: by its auxiliary, or a past participle that modifies a noun ("civilians evacuated")."""
    if tree.passive(i):
        return True
    rel = tree.base_rel(i)
    if rel == "conj" and tree.head(i) >= 0 and not tree.kids(i, "nsubj", "aux", "obj"):
        return is_passive(tree, tree.head(i))
    bare = not tree.kids(i, "nsubj", "obj", "aux", "mark")
    return (
        rel in ("acl", "amod", "advcl", "xcomp") and bare and _participle(tree.lower[i]) and tree.rel(i) != "acl:relcl"
    )


def _participle(word: str) -> bool:
    return word.endswith(("ed", "en", "t", "n")) and not word.endswith("ing")


def _agent(tree: Tree, i: int) -> int:
    for preposition, kid in tree.obliques(i):
        if preposition == "by" and "vehicle" not in nature(tree, kid):
            return kid
    return -1


def _surface_subject(tree: Tree, i: int, seen: frozenset[int]) -> int:
    own = tree.kids(i, "nsubj", "nsubj:pass")
    if own:
        return antecedent(tree, own[0])
    head, rel = tree.head(i), tree.base_rel(i)
    if head < 0 or head in seen:
        return -1
    if rel == "conj" and tree.tag(head) in ("VERB", "AUX", "ADJ", "NOUN"):
        return _of_coordinated(tree, i, head, seen)
    if rel in ("acl", "amod"):
        return head
    if rel in ("xcomp", "advcl", "ccomp", "obl"):
        return _controller(tree, i, head, rel, seen)
    return -1


def _of_coordinated(tree: Tree, i: int, head: int, seen: frozenset[int]) -> int:
    """The first conjunct's surface subject; its logical subject when one is passive and the other is not."""
    if is_passive(tree, i) or not is_passive(tree, head):
        return _surface_subject(tree, head, seen | {i})
    return _agent(tree, head)


def _controller(tree: Tree, i: int, head: int, rel: str, seen: frozenset[int]) -> int:
    """Who a clause without a subject is about: the object of the governing verb ("accused X of ...", "allow X to
    ..."), else its subject."""
    governed = tree.kid(head, "obj", "iobj")
    if governed >= 0 and (rel == "xcomp" or (tree.kids(i, "mark", "case") and governed < i and _of_marked(tree, i))):
        return governed
    if is_passive(tree, head):
        return _surface_subject(tree, head, seen | {i})
    return _logical(tree, head, True, seen | {i})


def _of_marked(tree: Tree, i: int) -> bool:
    return any(tree.lower[k] in ("of", "from") for k in tree.kids(i, "mark", "case"))


def _after_particle(tree: Tree, i: int) -> int:
    """ "laid down their arms", with the particle read as a preposition: the noun is the object all the same."""
    return next((noun for preposition, noun in tree.obliques(i) if preposition in ("down", "up", "off")), -1)


def _relative_object(tree: Tree, i: int) -> int:
    """Of "the fighters the army captured": the antecedent, when the clause has a subject of its own and no object."""
    if (
        tree.rel(i) == "acl:relcl"
        and tree.kids(i, "nsubj")
        and not any(tree.lower[k] in _RELATIVE for k in tree.kids(i, "nsubj"))
    ):
        return tree.head(i)
    return -1


def phrase(tree: Tree, i: int) -> tuple[int, int]:
    """The half-open run of tokens of the phrase headed by i: its preposition, relative clause and possessive mark
    left out, a comma-separated apposition kept."""
    i = antecedent(tree, i)
    start, end = tree.run(i, ("acl:relcl", "parataxis", "advcl"), ("case", "cc:preconj", "mark", "ccomp", "cop", "aux"))
    while end - start > 1 and tree.tag(end - 1) in ("PUNCT", "CCONJ"):
        end -= 1
    while end - start > 1 and (tree.tag(start) in ("PUNCT", "CCONJ", "ADP")):
        start += 1
    return start, end
