"""Status and polarity: is the event asserted, possible, planned, denied, failed, as the innermost source puts it?

Rule: one tree, one trigger, the acts of its cues. Order of the signs, strongest first: negation, a governing word
that undoes or plans, a doubting cue, a modal, a condition. What is not marked is asserted.
Terms: factuality (Saurí & Pustejovsky 2009, FactBank).
"""

from __future__ import annotations

from collections.abc import Iterable

from rashomon.lexicon.cues import NOUN_FORMS, UNCOMMITTED
from rashomon.lexicon.hedges import (
    BASELESS,
    CONDITIONS,
    GOVERNORS,
    HEDGES,
    MODALS,
    NEGATIONS,
    NOT_TRUE,
    PREDICATES,
    TALK_OF,
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
    found += _governed(tree, carrier if carrier >= 0 else head, cues)
    if carrier >= 0 and carrier not in cues:
        found.append(_governor(tree, carrier) or PREDICATES.get(tree.lower[carrier], "asserted"))
    found += ["denied"] if _called_false(tree, head) else []
    acts = tuple(acts)
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
    if any(w in NEGATIONS for w in words):
        return "possible" if any(w in ("may", "might") for w in words) else "denied"
    if any(w in CONDITIONS for w in words) and tree.base_rel(node) == "advcl":
        return "possible"
    if _is_to(tree, node):
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
            status = _governor(tree, above)
            if status is not None:
                found.append(status)
            if rel == "xcomp" or (rel in ("obj", "nsubj") and below == node) or rel == "advcl":
                found.append(_own(tree, above))
        elif rel == "conj" and not tree.kids(below, "nsubj"):
            found.append(_own(tree, above))
        if rel == "advcl" and not tree.marked(below, "to"):
            break  # "trying to retake it since rebels seized it": the other clause says nothing of this one
        if rel == "acl" and tree.lower[above] in ("time", "occasion"):
            break  # "this was not the first time that ...": it has happened before
        if rel == "acl" and tree.kids(above, "cop"):
            found.append(_own(tree, above))  # "may be a preparation for ..."
        below = above
    return [s for s in found if s != "asserted"]


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
