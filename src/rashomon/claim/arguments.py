"""Arguments: which phrases belong to a predicate, and what they are by nature.

Rule: one tree; heads of phrases in, heads and classes out. Knows subjects, objects, control and relative clauses;
knows no event type.
"""

from __future__ import annotations

from rashomon.claim.nature import RELATIVE, antecedent, label_at, nature
from rashomon.lexicon.cues import VERB_FORMS
from rashomon.lexicon.frames import VERB_FRAMES
from rashomon.lexicon.nouns import classes
from rashomon.record import Labelled
from rashomon.record.tree import Tree, remembered

_REMAINING = frozenset("remain remains remained stay stays stayed".split())
NOMINAL_TAGS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
_SCORES = frozenset("dozens hundreds thousands scores".split())
_BEFALLEN = frozenset(
    "wounded injured hurt arrested captured recaptured detained abducted displaced freed released evacuated".split()
)
_ABOUT = frozenset("about around some nearly almost over more than at least up to as many roughly another".split())
_LEADING = frozenset({"according", "to", "citing", "quoting"})


@remembered
def subject(tree: Tree, i: int) -> int:
    """Head of the logical subject of predicate i, through coordination, control and participles; -1 when not told."""
    return _logical(tree, i, active=True, seen=frozenset())


@remembered
def object_(tree: Tree, i: int) -> int:
    """Head of the logical object of predicate i, -1 when not told."""
    return _logical(tree, i, active=False, seen=frozenset())


def _logical(tree: Tree, i: int, active: bool, seen: frozenset[int]) -> int:
    if i in seen:
        return -1
    found = _by_grammar(tree, i, active, seen)
    found = found if found >= 0 else _by_labels(tree, i, active)
    return -1 if active and found >= 0 and found == _counted_before(tree, i) and is_passive(tree, i) else found


def _by_labels(tree: Tree, i: int, active: bool) -> int:
    """What the encoder's semantic roles say where grammar is silent: ARG0, or an ARG1 before an active verb, is its
    subject; an ARG1 after it, or before a passive one, its object."""
    frame = tree.frames.get(i)
    if frame is None:
        return -1
    passive = is_passive(tree, i)
    for argument in frame.arguments:
        before = argument.end <= i
        fits = (
            argument.label == "ARG0" or (argument.label == "ARG1" and before and not passive)
            if active
            else (argument.label == "ARG1" and before == passive)
        )
        if fits:
            heads = [k for k in range(argument.start, argument.end) if not _inside(tree, k, argument)]
            head = next((k for k in heads if tree.tag(k) not in ("DET", "ADJ")), heads[0] if heads else -1)
            nominal = head >= 0 and tree.tag(head) in NOMINAL_TAGS
            return head if nominal and (active or not tree.kids(head, "case")) else -1
    return -1


def _inside(tree: Tree, k: int, run: Labelled) -> bool:
    return run.start <= tree.head(k) < run.end or tree.tag(k) not in NOMINAL_TAGS or label_at(tree, k) == "Date"


def _by_grammar(tree: Tree, i: int, active: bool, seen: frozenset[int]) -> int:
    if is_passive(tree, i):
        return _agent(tree, i) if active else _surface_subject(tree, i, seen | {i})
    if not active:
        if tree.base_rel(i) == "acl" and _hung_the_wrong_way(tree, i) >= 0:
            return tree.head(i)
        found = next((k for k in tree.kids(i, "obj") if not misread_subject(tree, k, i)), -1)
        found = found if found >= 0 else _after_particle(tree, i)
        found = found if found >= 0 else _shared_object(tree, i)
        return found if found >= 0 else _relative_object(tree, i)
    return _surface_subject(tree, i, seen | {i})


@remembered
def is_passive(tree: Tree, i: int) -> bool:
    """True when i is passive: by its auxiliary, or a past participle that modifies a noun ("civilians evacuated")."""
    if tree.passive(i):
        return not _fires_on(tree, i)
    rel = tree.base_rel(i)
    if _hung_the_wrong_way(tree, i) >= 0:
        return False
    if _remaining(tree, i) >= 0:
        return True
    if rel == "conj" and tree.head(i) >= 0 and not tree.kids(i, "nsubj", "aux", "obj"):
        return is_passive(tree, tree.head(i))
    if rel == "conj" and tree.lower[i] in _BEFALLEN and tree.head(i) >= 0 and _counted_before(tree, i) == i - 1:
        return is_passive(tree, tree.head(i))  # "24 have been killed and at least 80 injured"
    bare = not tree.kids(i, "nsubj", "obj", "aux", "mark")
    if tree.tag(i) == "VERB" and tree.kids(i, "cop") and _participle(tree.lower[i]):
        return True  # "were still stranded", read as a state
    if rel == "ccomp" and tree.kids(tree.head(i), "obj"):
        rel = "xcomp"  # "ordered the reporter freed"
    return (
        rel in ("acl", "amod", "advcl", "xcomp") and bare and _participle(tree.lower[i]) and tree.rel(i) != "acl:relcl"
    )


def _fires_on(tree: Tree, i: int) -> bool:
    """ "snipers fired on a bus": without an auxiliary, and with a noun after its preposition, firing is active, though
    parsers read it as a passive."""
    bare = tree.lower[i] in ("fired", "shot") and not tree.kids(i, "aux", "aux:pass")
    return bare and any(p in ("on", "at", "upon") and noun > i + 1 for p, noun in tree.obliques(i))


def _participle(word: str) -> bool:
    return word.endswith(("ed", "en", "t", "n")) and not word.endswith("ing")


def _agent(tree: Tree, i: int) -> int:
    for preposition, kid in tree.obliques(i):
        if preposition == "by" and nature(tree, kid).isdisjoint(("vehicle", "period")):
            return kid
    return squeezed(tree, i)


def squeezed(tree: Tree, i: int) -> int:
    """ "The UN delivered medicine", read as one noun phrase: the noun before a verb that was taken for a participle of
    the root; -1 elsewhere."""
    noun = tree.head(i)
    if i == 0 or tree.base_rel(i) != "amod" or noun < i or tree.head(noun) >= 0 or tree.kids(noun, "nsubj", "cop"):
        return -1
    return (
        i - 1
        if tree.head(i - 1) == noun
        and tree.base_rel(i - 1) in ("compound", "nmod", "amod")
        and (tree.tag(i - 1) in ("NOUN", "PROPN"))
        else -1
    )


def _surface_subject(tree: Tree, i: int, seen: frozenset[int]) -> int:
    if (counted := _counted_before(tree, i)) >= 0:
        return counted
    own = [k for k in tree.kids(i, "nsubj", "nsubj:pass") if not tree.kids(k, "case")]
    if own:  # of two, the one next to its verb: the other was misread from the clause before
        return antecedent(tree, max((k for k in own if k < i), default=own[0]))
    if (noun := _hung_the_wrong_way(tree, i)) >= 0:
        return noun
    if (remaining := _remaining(tree, i)) >= 0:
        return _surface_subject(tree, remaining, seen)
    if (between := _between(tree, i)) >= 0:
        return between
    before = [k for k in tree.kids(i, "obj") if misread_subject(tree, k, i)]
    if before and not own:
        return before[-1]
    if _drawn_to_object(tree, i):
        return i - 1
    head, rel = tree.head(i), tree.base_rel(i)
    if head < 0 or head in seen:
        return -1
    if rel == "conj" and tree.tag(head) in ("VERB", "AUX", "ADJ", "NOUN"):
        return _of_coordinated(tree, i, head, seen)
    if rel in ("acl", "amod"):
        return head
    if rel == "ccomp" and is_passive(tree, i):
        return tree.kid(head, "obj")
    if rel in ("xcomp", "advcl", "obl") or (rel == "ccomp" and not tree.kids(i, "aux")):
        return _controller(tree, i, head, rel, seen)
    return -1


@remembered
def _hung_the_wrong_way(tree: Tree, i: int) -> int:
    """A verb right after a noun, hung on what follows it or taken for an adverb of it ("a group of residents left
    Orlim", "no fighter left"): the head of the noun phrase before it is its subject; -1 elsewhere."""
    if i == 0 or tree.tag(i - 1) not in ("NOUN", "PROPN"):
        return -1
    backwards = tree.base_rel(i) == "acl" and tree.head(i) > i
    adverb = tree.tag(i) == "ADV" and tree.head(i) == i - 1 and tree.base_rel(i - 1) in ("ccomp", "root", "parataxis")
    if not backwards and not adverb:
        return -1
    noun = i - 1
    while 0 <= tree.head(noun) < noun and tree.tag(tree.head(noun)) in ("NOUN", "PROPN"):
        noun = tree.head(noun)
    return noun


def _remaining(tree: Tree, i: int) -> int:
    """ "remain trapped": the verb of remaining right before a participle, whatever the parse; -1 without one."""
    near = i > 0 and tree.lower[i - 1] in _REMAINING and _participle(tree.lower[i])
    return i - 1 if near and tree.kids(i - 1, "nsubj", "nsubj:pass") else -1


def misread_subject(tree: Tree, k: int, i: int) -> bool:
    """An object before its verb that is no relative or question word ("an air strike hit a market") is its subject;
    beside a subject of its own it is that subject's other half ("the ferry NAME left")."""
    return k < i and tree.lower[k] not in RELATIVE and tree.tag(k) in ("NOUN", "PROPN") and tree.base_rel(i) != "acl"


def _between(tree: Tree, i: int) -> int:
    """ "four drowned and 19 are missing": a number or noun coordinated with the first verb, right before i, is i's
    subject; -1 when there is none."""
    head = tree.head(i)
    if tree.base_rel(i) != "conj" or head < 0:
        return -1
    near = [k for k in tree.kids(head, "conj") if head < k < i and tree.tag(k) in ("NUM", "NOUN", "PROPN")]
    return near[-1] if near and all(tree.tag(k) in ("AUX", "ADV") for k in range(near[-1] + 1, i)) else -1


@remembered
def _counted_before(tree: Tree, i: int) -> int:
    """ "17 people were killed and 41 wounded", "two soldiers were lightly wounded": a number, or a counted noun, that
    stands between a coordination and its verb is the verb's subject, whatever the parse; -1 without one."""
    if tree.base_rel(i) not in ("conj", "parataxis") or tree.tag(i) != "VERB":
        return -1
    k = i - 1
    while k > 0 and (tree.tag(k) == "AUX" or (tree.tag(k) == "ADV" and tree.lower[k] not in _SCORES)):
        k -= 1
    start = k
    if tree.tag(k) == "NOUN" and tree.lower[k] not in _SCORES:
        start = k - 1
        while start > 0 and tree.tag(start) in ("NOUN", "ADJ") and tree.lower[start] not in _SCORES:
            start -= 1
    if tree.tag(start) != "NUM" and tree.lower[start] not in _SCORES:
        return -1
    while start > 0 and (tree.lower[start - 1] in _ABOUT or tree.tag(start - 1) == "NUM"):
        start -= 1
    begins = start > 0 and (tree.tag(start - 1) == "CCONJ" or tree.lower[start - 1] in (",", ";", ":"))
    dated = label_at(tree, k) == "Date" or "period" in classes(tree.lower[k])
    return k if begins and not dated else -1


def _drawn_to_object(tree: Tree, i: int) -> bool:
    """ "the army retook part of it", its subject hung on the object as if the two were one name."""
    if i == 0 or tree.tag(i - 1) not in ("NOUN", "PROPN") or tree.base_rel(i - 1) not in ("compound", "nmod"):
        return False
    return tree.tag(i) == "VERB" and tree.head(i - 1) > i and tree.head(i - 1) in tree.kids(i, "obj")


def _of_coordinated(tree: Tree, i: int, head: int, seen: frozenset[int]) -> int:
    """The first conjunct's surface subject; its logical subject when one is passive and the other is not."""
    if is_passive(tree, i) or not is_passive(tree, head):
        return _surface_subject(tree, head, seen | {i})
    return _agent(tree, head)


def _controller(tree: Tree, i: int, head: int, rel: str, seen: frozenset[int]) -> int:
    """Who a clause without a subject is about: the object of the governing verb ("accused X of ...", "allow X to
    ..."), else its subject."""
    governed = tree.kid(head, "obj", "iobj")
    cue = VERB_FORMS.get(tree.lower[head])
    if governed >= 0 and cue is not None and cue[1] == "accuses":
        return governed
    if governed >= 0 and (rel == "xcomp" or (tree.kids(i, "mark", "case") and governed < i and _of_marked(tree, i))):
        return governed
    if is_passive(tree, head):
        return _surface_subject(tree, head, seen | {i})
    return _logical(tree, head, True, seen | {i})


def _of_marked(tree: Tree, i: int) -> bool:
    return any(tree.lower[k] in ("of", "from") for k in tree.kids(i, "mark", "case"))


def _after_particle(tree: Tree, i: int) -> int:
    """ "laid down their arms", with the particle read as a preposition, or the noun as a bare oblique: the noun is the
    object all the same."""
    for noun in tree.kids(i, "obl"):
        cases = [tree.lower[c] for c in tree.kids(noun, "case")]
        if label_at(tree, noun) == "Date" or "period" in classes(tree.lower[noun]):
            continue
        bare = not cases
        known = len(cases) == 1 and f"{tree.lower[i]} {cases[0]}" in VERB_FRAMES and tree.lower[i + 1] == cases[0]
        if noun > i and tree.rel(noun) == "obl" and (bare or known or cases in (["down"], ["up"], ["off"], ["over"])):
            return noun
    return -1


def _shared_object(tree: Tree, i: int) -> int:
    """ "surrounding and isolating the town": the object of a verb coordinated right after it."""
    return next((o for k in tree.kids(i, "conj") if k - i == 2 for o in tree.kids(k, "obj")), -1)


def _relative_object(tree: Tree, i: int) -> int:
    """Of "the fighters the army captured": the antecedent, when the clause has a subject of its own and no object."""
    if (
        tree.rel(i) == "acl:relcl"
        and tree.kids(i, "nsubj")
        and not any(tree.lower[k] in RELATIVE for k in tree.kids(i, "nsubj"))
    ):
        return tree.head(i)
    return -1


def _closes(tree: Tree, start: int, k: int) -> bool:
    """A closing bracket whose opening one stands in the phrase."""
    return tree.lower[k] == ")" and "(" in tree.lower[start:k]


def _leads(tree: Tree, start: int, k: int) -> bool:
    """True when only other prepositions stand between the start of the phrase and k ("more than" is none)."""
    return (
        all(tree.tag(j) in ("ADP", "SCONJ", "PUNCT", "ADV") for j in range(start, k + 1))
        and tree.lower[start] != "more"
    )


@remembered
def phrase(tree: Tree, i: int) -> tuple[int, int]:
    """The half-open run of tokens of the phrase headed by i: its preposition, relative clause and possessive mark
    left out, a comma-separated apposition kept."""
    i = antecedent(tree, i)
    start, end = tree.run(i, ("acl:relcl", "parataxis", "advcl"), ("cc:preconj", "mark", "ccomp", "cop", "aux"))
    start = max(
        [
            start,
            *(
                k + 1
                for c in tree.kids(i, "case")
                if c < i
                for k in (c, *tree.kids(c, "fixed"))
                if k <= i - 1 and _leads(tree, start, k)
            ),
        ]
    )
    while end - start > 1 and tree.tag(end - 1) in ("PUNCT", "CCONJ") and not _closes(tree, start, end - 1):
        end -= 1
    while end - start > 1 and (tree.tag(start) in ("PUNCT", "CCONJ", "ADP") or tree.lower[start] in _LEADING):
        start += 1
    return start, end
