"""Relaying: who was told, who cites whom, and phrases that name a source ("according to X", "citing Y").

Rule: one tree; cues out, or the heads that a cue of cues.py is joined with.
"""

from __future__ import annotations

from dataclasses import dataclass

from rashomon.claim.arguments import phrase, subject
from rashomon.claim.nature import antecedent, label_at, nature
from rashomon.lexicon.cues import FIGURES, PUTTING, RELAYING, VERB_FORMS, WITH_RECIPIENT
from rashomon.lexicon.inflect import verb_forms
from rashomon.lexicon.nouns import classes
from rashomon.record.tree import Tree

_REPORTERS = frozenset(["reporters", "journalists", "media", "press", "reporter", "journalist", "correspondents"])
_CITING = RELAYING | {"cites", "cited", "quotes", "quoted"}
LEARNING = frozenset(form for lemma in ("learn", "hear", "understand") for form in verb_forms(lemma))
""" "The paper has learned from X": verbs whose "from" names the inner source."""
TELLING = frozenset({"tell", "inform", "brief"})
PHRASES = RELAYING | {"according"}
"""Words that a fixed phrase may begin with."""


@dataclass(frozen=True, slots=True)
class Cue:
    """head: the reporting word, start..end its run; lemma and act from the table ("says" for a learned cue);
    source: head token of who reports, -1 where none is named; recipient: head token of the medium told, -1;
    relayed: head tokens of whom the source cites, and whom they cite in turn; scope: tokens whose events it carries;
    noun: a nominal cue."""

    head: int
    start: int
    end: int
    lemma: str
    act: str
    source: int
    scope: frozenset[int]
    recipient: int = -1
    relayed: tuple[int, ...] = ()
    negated: bool = False
    noun: bool = False


def speaker_of(tree: Tree, i: int, cue: int = -1) -> int:
    """Who speaks when a report is the subject: the report's owner, or who released it; i itself for a speaker."""
    i = antecedent(tree, i)
    if "report" not in classes(tree.lower[i]):
        return i
    owner = tree.kid(i, "nmod:poss")
    governor = tree.head(i)
    reported = tree.base_rel(i) == "obj" or (tree.base_rel(i) == "nsubj" and i > governor)
    if governor >= 0 and reported and governor != cue:
        above = subject(tree, governor)
        if above >= 0 and above != i:
            return above
    if owner >= 0:
        return owner
    for preposition, noun in tree.obliques(i):
        if preposition in ("by", "from", "of"):
            return noun
    named = [k for k in tree.kids(i, "compound", "amod", "nmod") if label_at(tree, k) in ("Organization", "Person")]
    return named[0] if named else i


def recipient(tree: Tree, i: int, lemma: str) -> int:
    """The medium that was told ("told the agency", "confirmed to X"): the outer link of the chain."""
    if lemma not in WITH_RECIPIENT:
        return -1
    heard = [*tree.kids(i, "iobj"), *(tree.kids(i, "obj") if lemma in TELLING else ())]
    heard += [noun for preposition, noun in tree.obliques(i) if preposition in ("to", "with")]
    for noun in [*heard, *_next_phrase(tree, i, lemma)]:
        owner = tree.kid(noun, "nmod:poss")
        for medium in (owner, noun):
            if medium >= 0 and _is_medium(tree, medium):
                return medium
    return -1


def _is_medium(tree: Tree, i: int) -> bool:
    if tree.lower[i] in _REPORTERS or label_at(tree, i) in ("Person", "Location", "NORP", "Date"):
        return False
    return label_at(tree, i) == "Organization" or "medium" in nature(tree, i) or _unlabelled_name(tree, i)


def _next_phrase(tree: Tree, i: int, lemma: str) -> list[int]:
    """The name right after "told" or "... to", by position: what a hearer is in any parse."""
    k = i + 1
    if lemma not in TELLING:
        if k >= len(tree) or tree.lower[k] != "to":
            return []
        k += 1
    while k < len(tree) and tree.tag(k) in ("DET", "ADJ"):
        k += 1
    end = k
    while end < len(tree) and tree.tag(end) == "PROPN":
        end += 1
    return [end - 1] if end > k else []


def _unlabelled_name(tree: Tree, i: int) -> bool:
    return tree.tag(i) == "PROPN" and label_at(tree, i) in ("", "Misc", "Product")


def relayed(tree: Tree, i: int) -> tuple[int, ...]:
    """Whom the source cites, and so on ("X, citing Y, said", "X writes, citing Y, which cites Z")."""
    if tree.lower[i] in LEARNING:
        return in_turn(tree, next((noun for p, noun in tree.obliques(i) if p == "from"), -1))
    first = _cited(tree, i)
    return in_turn(tree, first if first >= 0 else _cited_beside(tree, i))


def in_turn(tree: Tree, noun: int) -> tuple[int, ...]:
    """A cited source, whom it cites in its own clause, and so on, outermost first."""
    found: list[int] = []
    while noun >= 0 and noun not in found:
        found.append(noun)
        noun = _cited_by(tree, noun)
    return tuple(found)


def _cited_beside(tree: Tree, i: int) -> int:
    """ "..., the agency reported, citing Y": by position, whatever the participle was hung on; -1 when another cue or
    more than a name stands between."""
    for k in range(i + 1, min(i + 8, len(tree) - 1)):
        if tree.lower[k] in RELAYING and tree.lower[k].endswith("ing"):
            return _phrase_object(tree, k)
        if tree.tag(k) not in ("PUNCT", "PROPN", "DET", "ADJ", "NOUN", "ADV"):
            return -1
    return -1


def _cited(tree: Tree, i: int) -> int:
    for kid in (
        *tree.kids(i, "advcl", "acl", "obl"),
        *(k for s in tree.kids(i, "nsubj") for k in tree.kids(s, "acl", "parataxis")),
    ):
        if tree.lower[kid] in RELAYING:
            return tree.kid(kid, "obj", "obl")
        for case in tree.kids(kid, "case", "mark"):
            if tree.lower[case] in RELAYING:
                return kid
    return -1


def phrase_cue(tree: Tree, i: int) -> Cue | None:
    """The cue of a fixed phrase that begins at token i ("according to X", "citing Y"); None where none begins."""
    if tree.lower[i] == "according" and i + 1 < len(tree) and tree.lower[i + 1] == "to":
        source = _phrase_object(tree, i)
        relayed = in_turn(tree, source)[1:]
        return Cue(i, i, i + 2, "according to", "says", source, _phrase_scope(tree, i, source), relayed=relayed)
    if tree.lower[i] in RELAYING and (tree.tag(i) in ("VERB", "ADP", "SCONJ")) and tree.lower[i].endswith("ing"):
        host = tree.head(i)
        verb = tree.head(host) if host >= 0 and tree.base_rel(host) == "nsubj" else host
        if verb >= 0 and (tree.lower[verb] in VERB_FORMS or _puts_a_figure(tree, verb)) and _cited(tree, verb) >= 0:
            return None
        if host >= 0 and tree.lower[host] in VERB_FORMS:
            return None
        if any(tree.lower[k] in VERB_FORMS for k in range(max(0, i - 6), i) if _cited_beside(tree, k) >= 0):
            return None
        source = tree.kid(i, "obj") if tree.kid(i, "obj") >= 0 else _phrase_object(tree, i)
        citing = _citing_subject(tree, i)
        if citing >= 0:
            own = range(phrase(tree, citing)[0], phrase(tree, source)[1] if source >= 0 else i + 1)
            scope = frozenset(set(tree.subtree(tree.head(citing))) - set(own))
            return Cue(i, i, i + 1, tree.lower[i], "says", citing, scope, relayed=in_turn(tree, source))
        return Cue(i, i, i + 1, tree.lower[i], "says", source, _phrase_scope(tree, i, source))
    return None


def _puts_a_figure(tree: Tree, i: int) -> bool:
    """ "The station, quoting a monk, put the toll at 21": a cue of its own."""
    return tree.lower[i] in PUTTING and any(tree.lower[k] in FIGURES for k in tree.kids(i, "obj"))


def _citing_subject(tree: Tree, i: int) -> int:
    """ "The paper, quoting Y, has dozens of fighters leaving": who quotes, where its verb is no cue; -1 otherwise."""
    host = tree.head(i)
    if host < 0 or tree.base_rel(i) not in ("acl", "advcl"):
        return -1
    if tree.tag(host) in ("VERB", "AUX"):
        host = next((k for k in tree.kids(host, "nsubj") if k < i), -1)
    verb = tree.head(host) if host >= 0 else -1
    if verb < 0 or tree.base_rel(host) != "nsubj" or host > i or tree.lower[verb] in VERB_FORMS:
        return -1
    named = host > 0 and tree.tokens[host].text[:1].isupper()
    return host if named or _is_medium(tree, host) or "medium" in nature(tree, host) else -1


def _cited_by(tree: Tree, source: int) -> int:
    """ "according to X, which cites Y": Y."""
    below = tree.subtree(source) if source >= 0 else ()
    clauses = [k for n in below for k in tree.kids(n, "acl") if tree.lower[k] in _CITING]
    cited = [o for k in clauses for o in (*tree.kids(k, "obj"), *tree.kids(k, "obl")) if tree.lower[o] != "turn"]
    return cited[0] if cited else -1


def _phrase_object(tree: Tree, i: int) -> int:
    """The noun whose preposition the phrase is; else the next noun that closes its own phrase."""
    head = tree.head(i)
    if head > i and tree.rel(head) == "nmod:poss":
        head = tree.head(head) if tree.head(head) > head else head  # "according to the miners' union"
    if head > i and tree.tag(head) in ("NOUN", "PROPN", "PRON"):
        return speaker_of(tree, head)
    for kid in tree.kids(i, "obl", "nmod", "pobj", "obj"):
        if kid > i:
            return speaker_of(tree, kid)
    for k in range(i + 1, min(i + 12, len(tree))):
        if tree.tag(k) in ("NOUN", "PROPN") and not (k + 1 < len(tree) and tree.tag(k + 1) in ("NOUN", "PROPN")):
            return speaker_of(tree, k)
    return -1


def _phrase_scope(tree: Tree, i: int, source: int) -> frozenset[int]:
    top = source if source >= 0 and tree.head(i) == source else i
    host = tree.head(top)
    own = set(tree.subtree(top)) | {i, i + 1}
    scope = frozenset(set(tree.subtree(host) if host >= 0 else range(len(tree))) - own)
    return scope | _all_before(tree, i, source)


def _all_before(tree: Tree, i: int, source: int) -> frozenset[int]:
    """ "..., according to X." at the end of a sentence without another report carries the whole of it."""
    if source < 0 or i < 2 or tree.lower[i - 1] != "," or any(word in VERB_FORMS for word in tree.lower[:i]):
        return frozenset()
    last = phrase(tree, source)[1]
    return frozenset(range(i - 1)) if all(tree.tag(k) == "PUNCT" for k in range(last, len(tree))) else frozenset()
