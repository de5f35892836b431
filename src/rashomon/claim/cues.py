"""Cues of one sentence: the words that report, who reports by them, and what they carry.

Rule: one tree; grammar and lexicon/cues.py first, the encoder's learned attributions where they find a cue that the
tables do not hold. Chains are built in attribution.py.
"""

from __future__ import annotations

from dataclasses import replace

from rashomon.claim.arguments import is_passive, phrase, subject
from rashomon.claim.nature import label_at, nature
from rashomon.claim.relaying import PHRASES, TELLING, Cue, phrase_cue, recipient, relayed, speaker_of
from rashomon.lexicon.cues import (
    DOCUMENTS,
    FIGURES,
    INFINITIVE_CONTENT,
    NEED_A_SPEAKER,
    NEVER_SPEAK,
    NOMINAL_CONTENT,
    NOUN_FORMS,
    PUTTING,
    RELAYING,
    SPEAKING_OF,
    VERB_FORMS,
)
from rashomon.lexicon.descriptions import KINDS_BY_FORM, singular
from rashomon.lexicon.hedges import GOVERNORS
from rashomon.record.tree import Tree

_CLOSERS = frozenset({",", "”", '"', "''", "’"})
_SO = frozenset({"so", "thus"})
_SPEAKING_CLASSES = frozenset({"people", "force", "speaker", "medium", "captive", "report"})


def find_cues(tree: Tree) -> list[Cue]:
    """Every cue of the sentence, by position. What grammar and table find is widened by what the encoder learnt of the
    same cue: its content joins the scope, its source stands in where grammar names none."""
    learned = _learned(tree)
    hints = {i: q for q in reversed(learned) for i in range(q.start, q.end)}
    found = [c for i in range(len(tree)) if (c := _grammar_cue(tree, i, hints.get(i)))]
    taken = {i for c in found for i in range(c.start, c.end)}
    found += [q for q in learned if q.scope and q.source >= 0 and not taken & set(range(q.start, q.end))]
    return sorted(found, key=lambda c: (c.head, c.end))


def _grammar_cue(tree: Tree, i: int, hint: Cue | None) -> Cue | None:
    tag = tree.tag(i)
    cue = _verb_cue(tree, i, hint) if tag in ("VERB", "AUX") else None
    if cue is None and tree.lower[i] in PHRASES:
        cue = phrase_cue(tree, i)
    if cue is None and tag == "NOUN":
        cue = _noun_cue(tree, i)
    if cue is None or hint is None:
        return cue
    return replace(cue, scope=(cue.scope | hint.scope) - {cue.head})


# ---------------------------------------------------------------- verbs ("X said that ...")


def _verb_cue(tree: Tree, i: int, hint: Cue | None) -> Cue | None:
    if tree.base_rel(i) in ("aux", "cop", "compound", "amod"):
        return None
    particle = tree.kid(i, "compound:prt")
    entry = VERB_FORMS.get(f"{tree.lower[i]} {tree.lower[particle]}") if particle >= 0 else None
    entry = entry or VERB_FORMS.get(tree.lower[i])
    known = entry[:2] if entry is not None else _other_verb(tree, i)
    if known is None or (known[0] in RELAYING and _relays(tree, i)):
        return None
    lemma, act = known
    negated = _negated(tree, i)
    act = "says" if act == "denies" and negated else act
    source = _verb_source(tree, i)
    unsaid = not tree.kids(i, "nsubj") and tree.base_rel(i) != "acl"
    if hint is not None and hint.source in _acted_on(tree, i):
        hint = replace(hint, source=-1)
    if source in _acted_on(tree, i):
        source = -1
    if hint is not None and _inverted(tree, i) < 0 and (source < 0 or unsaid or (source > i and lemma in TELLING)):
        source = hint.source if hint.source >= 0 else source
    scope = _verb_scope(tree, i, lemma, act, source)
    if not _can_speak(tree, source, lemma):
        return None
    return Cue(i, i, i + 1, lemma, act, source, scope, recipient(tree, i, lemma), relayed(tree, i), negated)


def _acted_on(tree: Tree, i: int) -> tuple[int, ...]:
    """ "X has been accused of": the subjects of a passive report, who are spoken of or spoken to and say nothing."""
    return tree.kids(i, "nsubj:pass") if tree.kids(i, "aux:pass") else ()


def _other_verb(tree: Tree, i: int) -> tuple[str, str] | None:
    """Verbs that report only with certain words: "speaks of", "put the number at"."""
    if tree.lower[i] in PUTTING and any(tree.lower[k] in FIGURES for k in tree.kids(i, "obj")):
        return "put", "says"
    lemma = SPEAKING_OF.get(tree.lower[i])
    return (lemma, "says") if lemma and any(p == "of" for p, _ in _spoken_of(tree, i)) else None


def _spoken_of(tree: Tree, i: int) -> list[tuple[str, int]]:
    """Phrases of a verb with their prepositions, "instead of" counted as "of"."""
    fixed = [("of", n) for n in tree.kids(i, "obl") for a in tree.kids(n, "advmod") if tree.kids(a, "fixed")]
    return [*((p.rpartition("_")[2], noun) for p, noun in tree.obliques(i)), *fixed]


def _relays(tree: Tree, i: int) -> bool:
    return tree.base_rel(i) in ("advcl", "acl", "case") and tree.kid(i, "obj") >= 0


def _verb_scope(tree: Tree, i: int, lemma: str, act: str, source: int) -> frozenset[int]:
    """Tokens of what is said: clausal complements and objects below the verb, and the main clause where the verb
    itself hangs on it ("..., X said")."""
    inside: set[int] = set()
    for kid in tree.kids(i, "ccomp", "xcomp", "obj", "parataxis", "advcl", "csubj", "nsubj:pass", "obl"):
        if kid != source and _is_content(tree, kid, lemma, act):
            inside |= set(tree.subtree(kid))
    if not inside and tree.rel(i) != "acl:relcl":
        inside |= _before_comma(tree, i, source)
    if source > i and tree.lower[i - 1] in _SO and tree.lower[i - 2] == ",":
        inside |= set(range(len(tree))) - set(range(i - 1, phrase(tree, source)[1]))
    if (tree.base_rel(i) == "parataxis" and tree.head(i) >= 0) or _as_clause(tree, i):
        host = tree.head(i)
        own = set(tree.subtree(i))
        inside |= set(tree.subtree(host)) - own
    return frozenset(inside - {i})


def _before_comma(tree: Tree, i: int, source: int) -> set[int]:
    """Of "..., the head of the group, NAME, told the agency": all before the comma that opens the reporting clause, if
    that clause reports nothing after it. Position decides, whatever the parser made of the clause."""
    start = min((phrase(tree, k)[0] for k in (*tree.kids(i, "nsubj"), source) if 0 <= k < i), default=i)
    comma = start - 1
    while comma > 0 and tree.lower[comma] in _CLOSERS:
        if tree.lower[comma] == "," and comma > 1 and any(tree.tag(k) in ("VERB", "AUX") for k in range(comma)):
            return set(range(comma))
        comma -= 1
    return set()


def _is_content(tree: Tree, kid: int, lemma: str, act: str) -> bool:
    rel = tree.base_rel(kid)
    if rel == "advcl":
        return any(tree.lower[m] in ("of", "for", "that") for m in tree.kids(kid, "mark", "case"))
    if rel == "obl":
        return (act == "accuses" and _of_event(tree, kid)) or lemma in SPEAKING_OF.values()
    if rel == "parataxis":
        return not _is_cue_verb(tree, kid)
    if rel in ("obj", "nsubj"):
        return (
            lemma in NOMINAL_CONTENT
            or lemma == "put"
            or (bool(tree.kids(kid, "acl")) and act in ("says", "alleges", "accuses"))
        )
    return rel != "xcomp" or act in INFINITIVE_CONTENT or act == "accuses"


def _of_event(tree: Tree, kid: int) -> bool:
    """ "accused X of the bombing", "blamed X for the attack"."""
    return any(tree.lower[c] in ("of", "for") for c in tree.kids(kid, "case"))


def _as_clause(tree: Tree, i: int) -> bool:
    return tree.base_rel(i) == "advcl" and tree.head(i) >= 0 and tree.marked(i, "as")


def _is_cue_verb(tree: Tree, i: int) -> bool:
    return tree.lower[i] in VERB_FORMS


def _verb_source(tree: Tree, i: int) -> int:
    if is_passive(tree, i) and not tree.kids(i, "nsubj"):
        return next((noun for preposition, noun in tree.obliques(i) if preposition == "by"), -1)
    found = subject(tree, i)
    found = found if found >= 0 else _inverted(tree, i)
    return speaker_of(tree, found, i) if found >= 0 else -1


def _inverted(tree: Tree, i: int) -> int:
    """ "..., adds the newspaper", "so writes the Herald": who speaks, read as the object of a verb after its content;
    -1 elsewhere."""
    spoken = i > 0 and (tree.lower[i - 1] in _CLOSERS or tree.lower[i - 1] in _SO)
    after = next((k for k in tree.kids(i, "obj") if k > i), -1)
    if not spoken or after < 0 or tree.kids(i, "mark"):
        return -1
    return after if tree.tag(after) == "PROPN" or nature(tree, after) & _SPEAKING_CLASSES else -1


def _can_speak(tree: Tree, source: int, lemma: str) -> bool:
    """False for a subject that is nobody: "this explains why ...", "the figures suggest that ..."."""
    if source < 0:
        return True
    if tree.lower[source] == "it":
        return (
            lemma not in NEED_A_SPEAKER and tree.base_rel(source) == "nsubj" and not tree.rel(source).endswith("pass")
        )
    if tree.lower[source] in NEVER_SPEAK or singular(tree.lower[source]) in NEVER_SPEAK:
        return False
    if tree.tag(source) in ("ADJ", "ADV", "VERB", "SCONJ", "CCONJ", "PUNCT") and not label_at(tree, source):
        return False
    if lemma not in NEED_A_SPEAKER or label_at(tree, source) or tree.tag(source) in ("PROPN", "PRON"):
        return True
    if tree.lower[source] in DOCUMENTS:
        return True
    return bool(nature(tree, source) & _SPEAKING_CLASSES) or tree.lower[source] in KINDS_BY_FORM


def _negated(tree: Tree, i: int) -> bool:
    return any(
        tree.lower[k] in ("not", "n't", "n’t", "never", "no", "nor", "neither")
        for k in tree.kids(i, "advmod", "det", "cc")
    )


# ---------------------------------------------------------------- phrases ("according to X")


# ---------------------------------------------------------------- nouns ("the announcement that ...")


def _noun_cue(tree: Tree, i: int) -> Cue | None:
    entry = NOUN_FORMS.get(tree.lower[i])
    if entry is None or tree.base_rel(i) == "compound":
        return None
    content = [
        k
        for k in tree.kids(i, "acl", "ccomp", "appos", "acl:relcl")
        if tree.kids(k, "mark") and tree.rel(k) != "acl:relcl"
    ]
    content = [k for k in content if tree.marked(k, "that", "of")]
    if not content:
        return None
    source = _noun_source(tree, i)
    scope = frozenset(k for c in content for k in tree.subtree(c))
    return Cue(i, i, i + 1, entry[0], entry[1], source, scope, noun=True)


def _noun_source(tree: Tree, i: int) -> int:
    owner = tree.kid(i, "nmod:poss")
    if owner >= 0:
        return owner
    for preposition, noun in tree.obliques(i):
        if preposition in ("by", "from"):
            return noun
    governor = tree.head(i)
    if tree.base_rel(i) == "obj" and governor >= 0:
        found = subject(tree, governor)
        return speaker_of(tree, found) if found >= 0 else -1
    named = [k for k in tree.kids(i, "compound", "amod") if label_at(tree, k) in ("Organization", "Person", "NORP")]
    return named[0] if named else -1


# ---------------------------------------------------------------- learned


def _learned(tree: Tree) -> list[Cue]:
    """The encoder's attributions as cues; source -1 or an empty scope where it found none."""
    found = []
    for quoting in tree.parse.quotings:
        if not quoting.cue:
            continue
        start, end = quoting.cue[0]
        head = _top(tree, start, end)
        if tree.lower[head] in ("according", *RELAYING) or (
            tree.lower[head] in GOVERNORS and tree.lower[head] not in VERB_FORMS
        ):
            continue
        if _does_something(tree, head):
            continue
        source = speaker_of(tree, _nearest_top(tree, *quoting.source[0], start)) if quoting.source else -1
        scope = frozenset(i for a, b in quoting.content for i in range(a, b)) - set(range(start, end))
        word = tree.lower[head]
        lemma, act = (VERB_FORMS.get(word) or NOUN_FORMS.get(word) or (word, "says", "base"))[:2]
        if _can_speak(tree, source, lemma):
            found.append(Cue(head, start, end, lemma, act, source, scope, recipient(tree, head, lemma)))
    return found


def _does_something(tree: Tree, head: int) -> bool:
    """ "Police have arrested ten since ...": a verb of no table, with an object and no clause, is no report."""
    known = tree.lower[head] in VERB_FORMS or tree.lower[head] in NOUN_FORMS or tree.lower[head] in PUTTING
    if tree.tag(head) != "VERB" or known or tree.kids(head, "ccomp", "xcomp", "appos"):
        return False
    objects = tree.kids(head, "obj")  # "saw trucks arriving" reports, "saw riots" does not
    return bool(objects) and not any(tree.kids(k, "acl", "appos") for k in objects)


def _nearest_top(tree: Tree, start: int, end: int, cue: int) -> int:
    """The noun of a source's words that stands outside them and nearest to the cue: their head, where the parse hangs
    the words on two."""
    outside = [i for i in range(start, end) if not start <= tree.head(i) < end]
    tops = [i for i in outside if tree.tag(i) in ("NOUN", "PROPN", "PRON")]
    return min(tops, key=lambda i: abs(i - cue), default=_top(tree, start, end))


def _top(tree: Tree, start: int, end: int) -> int:
    """The token of a run whose head stands outside it."""
    return next((i for i in range(start, end) if not start <= tree.head(i) < end), start)


def covers(cue: Cue, i: int) -> bool:
    """True when the cue carries the event at token i."""
    return i in cue.scope and i != cue.head


__all__ = ["Cue", "covers", "find_cues", "speaker_of"]
