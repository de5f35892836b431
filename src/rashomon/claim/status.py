"""Status and polarity: is the event asserted, possible, planned, denied, failed, as the innermost source puts it?

Rule: one tree, one trigger, the acts of its cues. Order of the signs, strongest first: negation, a governing word
that undoes or plans, a doubting cue, a modal, a condition. What is not marked is asserted.
Terms: factuality (Saurí & Pustejovsky 2009, FactBank).
"""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.lexicon.cues import NOUN_FORMS, UNCOMMITTED
from rashomon.lexicon.hedges import (
    ASIDE,
    BASELESS,
    CONDITIONS,
    EVIDENCE,
    GOVERNORS,
    HEDGES,
    MODALS,
    NEGATIONS,
    NOT_TRUE,
    PREDICATES,
    SUPPOSED,
    TALK_OF,
    TRIED,
    UNTRUE,
)
from rashomon.record.claim import Status
from rashomon.record.tree import Tree, remembered

_RANK: dict[Status, int] = {
    "denied": 5,
    "failed": 4,
    "possible": 3,
    "planned": 2,
    "asserted": 0,
    "ongoing": 0,
    "completed": 0,
}
CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "acl", "parataxis", "conj", "csubj", "obj", "nsubj", "nmod", "obl"})


def negated(tree: Tree, i: int) -> bool:
    """True when predicate i is negated itself, or one of its arguments is none ("nobody was allowed to leave")."""
    if _own(tree, i) != "denied":
        return False
    return not any(tree.lower[k] == "not" and tree.lower[k + 1] in ("all", "every") for k in range(i))


def find_status(
    tree: Tree, head: int, carrier: int, cues: frozenset[int], acts: Iterable[str], by_negation: bool = False
) -> tuple[Status, int]:
    """(status, polarity) of the event at `head`; `cues` are the tokens of the reporting words that carry it, at
    which the walk ends; `acts` their acts. `by_negation`: what is negated is itself the event ("not let through")."""
    found: list[Status] = [_own(tree, node) for node in ([head, carrier] if carrier >= 0 else [head])]
    found = [] if by_negation else found
    beside = _beside(tree, head)
    if beside:
        found = [_own(tree, head)]
    else:
        found += _governed(tree, carrier if carrier >= 0 else head, cues)
    if carrier >= 0 and carrier not in cues and not beside:
        found.append(_governor(tree, carrier) or PREDICATES.get(tree.lower[carrier], "asserted"))
    found += ["denied"] if _called_false(tree, head) or _without_evidence(tree, head) else []
    acts = tuple(acts)
    told = any(act in ("says", "alleges", "confirms", "announces") for act in acts) and not UNCOMMITTED & set(acts)
    if told and found[:1] == ["possible"] and _would(tree, head):
        found = ["planned", *found[1:]]
    if found[:1] == ["planned"] and _conditional(tree, head):
        found = ["possible", *found[1:]]
    if "denies" in acts:
        found.append("denied")
    if UNCOMMITTED & set(acts):
        found.append("possible")
    if "announces" in acts and _future_progressive(tree, head):
        found.append("planned")
    if "announces" in acts and any(tree.lower[k] == "would" for k in tree.kids(head, "aux")):
        found = [*(s for s in found if s != "possible"), "planned"]
    status: Status = max(found, key=lambda s: _RANK[s], default="asserted")
    return status, -1 if status in ("denied", "failed") else 1


def _beside(tree: Tree, head: int) -> bool:
    """ "agreed on a truce after talks", "both sides agreed at the meeting": an event noun that only tells when or where
    something else was done is under nothing that is made of the other."""
    aside = any(tree.lower[k] in ASIDE for k in tree.kids(head, "case"))
    return aside and tree.base_rel(head) in ("obl", "nmod", "advcl") and tree.tag(head) in ("NOUN", "PROPN")


def _governor(tree: Tree, i: int) -> Status | None:
    """What a governing word makes of the event, by its particle too ("ruled out talks")."""
    particles = [tree.lower[k] for k in tree.kids(i, "compound:prt")]
    pairs = [GOVERNORS.get(f"{tree.lower[i]} {particle}") for particle in particles]
    return next((s for s in pairs if s is not None), GOVERNORS.get(tree.lower[i]))


def _of_a_part(tree: Tree, k: int) -> bool:
    """ "Seven buses and not nine took part": the negation is of the nine alone."""
    after = k + 1 < len(tree) and tree.tag(k + 1) in ("NUM", "DET", "NOUN", "PROPN", "ADP")
    return tree.lower[k] == "not" and k > 0 and tree.lower[k - 1] in ("and", "but") and after


def _not_alone(tree: Tree, k: int) -> bool:
    """ "not only burned the houses but ...": what is not alone has happened."""
    return tree.lower[k] == "not" and tree.lower[k + 1 : k + 2] in (("only",), ("just",), ("merely",), ("simply",))


def _is_to(tree: Tree, node: int) -> bool:
    """ "are to open", "is to resume"."""
    be = any(tree.lower[k] in ("is", "are", "was", "were") for k in tree.kids(node, "cop", "aux"))
    return be and tree.marked(node, "to")


def _no_more_than(tree: Tree, node: int) -> bool:
    """ "No more than 60 had left", "no longer": a bound on what happened, whose only "no" stands there."""
    below = [k for k in tree.subtree(node) if tree.lower[k] == "no"]
    bounds = ("more", "fewer", "less", "later", "longer", "sooner")
    return bool(below) and all(tree.lower[k + 1 : k + 2] and tree.lower[k + 1] in bounds for k in below)


def _at_no_time(tree: Tree, k: int) -> bool:
    """ "At no time was the boat towed": never."""
    no = any(tree.lower[d] == "no" for d in tree.kids(k, "det"))
    return no and tree.lower[k] in ("time", "point", "moment", "stage")


def _about_to(tree: Tree, node: int) -> bool:
    """ "was about to hand them over", by position, whatever the parse made of "about"."""
    return any(tree.lower[k] == "to" and k > 0 and tree.lower[k - 1] == "about" for k in tree.kids(node, "mark"))


@remembered
def _own(tree: Tree, node: int) -> Status:
    """What the predicate's own auxiliaries, adverbs and marks say."""
    own = tree.kids(node, "aux", "advmod", "mark", "det", "cc", "amod")
    words = [tree.lower[k] for k in own if not _of_a_part(tree, k) and not _not_alone(tree, k)]
    around = tree.kids(node, "nsubj", "obj")
    if tree.tag(node) == "ADV" and tree.head(node) >= 0:  # "no fighter left", left read as an adverb
        around = (*around, tree.head(node))
    near = [d for k in around for d in (k, *tree.kids(k, "det", "advmod", "nummod"))]
    near += [d for k in around for number in tree.kids(k, "nummod") for d in tree.kids(number, "advmod")]
    words += [tree.lower[d] for d in near if tree.lower[d] in NEGATIONS and not _of_a_part(tree, d)]
    words = [w for w in words if w != "no" or not _no_more_than(tree, node)]
    words += ["never" for k in tree.kids(node, "obl", "advmod") if _at_no_time(tree, k)]
    if any(w in NEGATIONS for w in words):
        return "possible" if any(w in ("may", "might") for w in words) else "denied"
    if any(w in CONDITIONS for w in words) and tree.base_rel(node) == "advcl":
        return "possible"
    if _is_to(tree, node) or _about_to(tree, node):
        return "planned"
    statuses: list[Status] = [s for w in words if (s := MODALS.get(w) or HEDGES.get(w)) is not None]
    if (
        "have" in words
        and "would" not in words
        and "may" not in words
        and "might" not in words
        and "could" not in words
    ):
        statuses = [s for s in statuses if s != "planned"]
    return max(statuses, key=lambda s: _RANK[s], default="asserted")


def _governed(tree: Tree, node: int, cues: frozenset[int]) -> list[Status]:
    """What the words above the predicate, up to its cue, make of it ("plans to", "failed to", "may allow X to")."""
    found: list[Status] = []
    below = node
    for above in tree.ancestors(node):
        rel = tree.base_rel(below)
        if above in cues or rel not in CLAUSES:
            break
        if rel in ("xcomp", "ccomp", "obj", "nsubj", "csubj", "acl", "obl") or (
            rel == "advcl" and tree.marked(below, "to")
        ):
            status = "failed" if _tried(tree, above, rel) else _governor(tree, above)
            if status is None and rel == "xcomp" and tree.lower[above] in SUPPOSED and tree.passive(above):
                status = "possible"
            if status is not None:
                found.append(status)
            if rel == "xcomp" or (rel in ("obj", "nsubj") and below == node) or rel == "advcl":
                found.append(_own(tree, above))
        elif rel == "conj" and not tree.kids(below, "nsubj"):
            found.append(_own(tree, above))
        if rel == "advcl" and not tree.marked(below, "to"):
            break  # "trying to retake it since rebels seized it": the other clause says nothing of this one
        if tree.rel(below) == "acl:relcl" and tree.lower[above] not in GOVERNORS:
            break  # "families who were stranded are expected home": what tells who they are is under nothing
        if rel == "conj" and _finite_beside_infinitive(tree, below, above):
            break  # "tried to hide and burned a car"
        if rel == "acl" and tree.lower[above] in ("time", "occasion"):
            break  # "this was not the first time that ...": it has happened before
        if rel == "acl" and tree.kids(above, "cop"):
            found.append(_own(tree, above))  # "may be a preparation for ..."
        below = above
    return [s for s in found if s != "asserted"]


def _tried(tree: Tree, i: int, rel: str) -> bool:
    """ "tried to break out": what somebody is said to have tried, and no more, was not brought about."""
    over = tree.lower[i] in TRIED and rel == "xcomp"
    return over and not any(tree.lower[k] in MODALS or tree.lower[k] == "to" for k in tree.kids(i, "aux", "mark"))


def _finite_beside_infinitive(tree: Tree, below: int, above: int) -> bool:
    past = tree.lower[below].endswith("ed") and not tree.kids(below, "aux")
    return past and tree.marked(above, "to") and not tree.lower[above].endswith("ed")


def _would(tree: Tree, head: int) -> bool:
    """ "said the convoy would leave": what is to come, as reported; not "would have left", nor under a condition."""
    words = [tree.lower[k] for k in tree.kids(head, "aux")]
    return "would" in words and "have" not in words and not _conditional(tree, head)


def _conditional(tree: Tree, head: int) -> bool:
    """ "If they do not leave, we will ...": the event has a condition of its own."""
    return any(tree.marked(k, "if", "unless") for k in tree.kids(head, "advcl"))


def _without_evidence(tree: Tree, head: int) -> bool:
    """ "found no evidence that they were fired on", "there is no sign that the army struck the camp"."""
    return any(
        tree.lower[above] in EVIDENCE and any(tree.lower[k] == "no" for k in tree.kids(above, "det"))
        for above in tree.ancestors(head)
    )


def _called_false(tree: Tree, head: int) -> bool:
    """ "Allegations that ... are false": the clause hangs on a noun that is called untrue. "It is untrue that",
    "reports that ... are without foundation": words before and after it say so, whatever the parse."""
    token = tree.tokens[head]
    before, after = tree.text[tree.sentence.start : token.start], tree.text[token.end : tree.sentence.end]
    if NOT_TRUE.search(before) or (TALK_OF.search(before) and BASELESS.search(after)):
        return True
    for above in tree.ancestors(head):
        if tree.lower[above] in NOUN_FORMS and tree.base_rel(above) == "nsubj":
            return tree.lower[tree.head(above)] in UNTRUE
    return False


def _future_progressive(tree: Tree, head: int) -> bool:
    words = [tree.lower[k] for k in tree.kids(head, "aux")]
    return tree.lower[head].endswith("ing") and any(w in ("is", "are", "am", "'s", "’s", "'re", "’re") for w in words)
