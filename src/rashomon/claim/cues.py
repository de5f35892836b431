"""Cues of one sentence: the words that report, who reports by them, and what they carry.

Rule: one tree; grammar and lexicon/cues.py first, the encoder's learned attributions where they find a cue that the
tables do not hold. Chains are built in attribution.py.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from rashomon.claim.arguments import antecedent, is_passive, label_at, nature, phrase, subject
from rashomon.lexicon.cues import (
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
    WITH_RECIPIENT,
)
from rashomon.lexicon.descriptions import KINDS_BY_FORM, singular
from rashomon.lexicon.hedges import GOVERNORS
from rashomon.lexicon.inflect import verb_forms
from rashomon.lexicon.nouns import classes
from rashomon.record.tree import Tree

_REPORTERS = frozenset(["reporters", "journalists", "media", "press", "reporter", "journalist", "correspondents"])


_CLOSERS = frozenset({",", "”", '"', "''", "’"})
_CITING = RELAYING | {"cites", "cited", "quotes", "quoted"}
_TELLING = frozenset({"tell", "inform", "brief"})
_SPEAKING_CLASSES = frozenset({"people", "force", "speaker", "medium", "captive", "report"})


@dataclass(frozen=True, slots=True)
class Cue:
    """head: the reporting word, start..end its run; lemma and act from the table ("says" for a learned cue);
    source: head token of who reports, -1 where none is named; recipient: head token of the medium told, -1;
    relayed: head tokens of whom the source cites, and whom they cite in turn; scope: tokens whose events it carries; noun: a nominal cue."""

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
    cue = _verb_cue(tree, i, hint) or _phrase_cue(tree, i) or _noun_cue(tree, i)
    if cue is None or hint is None:
        return cue
    return replace(cue, scope=(cue.scope | hint.scope) - {cue.head})


# ---------------------------------------------------------------- verbs ("X said that ...")


def _verb_cue(tree: Tree, i: int, hint: Cue | None) -> Cue | None:
    if tree.tag(i) not in ("VERB", "AUX") or tree.base_rel(i) in ("aux", "cop", "compound", "amod"):
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
    if hint is not None and (source < 0 or not tree.kids(i, "nsubj") or (source > i and lemma in _TELLING)):
        source = hint.source if hint.source >= 0 else source
    scope = _verb_scope(tree, i, lemma, act, source)
    if not _can_speak(tree, source, lemma):
        return None
    return Cue(i, i, i + 1, lemma, act, source, scope, _recipient(tree, i, lemma), _relayed(tree, i), negated)


def _other_verb(tree: Tree, i: int) -> tuple[str, str] | None:
    """Verbs that report only with certain words: "speaks of", "put the number at"."""
    if tree.lower[i] in PUTTING and any(tree.lower[k] in FIGURES for k in tree.kids(i, "obj")):
        return "put", "says"
    for lemma, prepositions in SPEAKING_OF.items():
        if tree.lower[i] in verb_forms(lemma) and any(p in prepositions for p, _ in _spoken_of(tree, i)):
            return lemma, "says"
    return None


def _spoken_of(tree: Tree, i: int) -> list[tuple[str, int]]:
    """Phrases of a verb with their prepositions, "instead of" counted as "of"."""
    fixed = [("of", n) for n in tree.kids(i, "obl") for a in tree.kids(n, "advmod") if tree.kids(a, "fixed")]
    return [*tree.obliques(i), *fixed]


def _relays(tree: Tree, i: int) -> bool:
    return tree.base_rel(i) in ("advcl", "acl", "case") and tree.kid(i, "obj") >= 0


def _verb_scope(tree: Tree, i: int, lemma: str, act: str, source: int) -> frozenset[int]:
    """Tokens of what is said: clausal complements and objects below the verb, and the main clause where the verb
    itself hangs on it ("..., X said")."""
    inside: set[int] = set()
    for kid in tree.kids(i, "ccomp", "xcomp", "obj", "parataxis", "advcl", "csubj", "nsubj:pass", "obl"):
        if _is_content(tree, kid, lemma, act):
            inside |= set(tree.subtree(kid))
    if not inside:
        inside |= _before_comma(tree, i, source)
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
        return (act == "accuses" and _of_event(tree, kid)) or lemma in SPEAKING_OF
    if rel == "parataxis":
        return not _is_cue_verb(tree, kid)
    if rel in ("obj", "nsubj"):
        return lemma in NOMINAL_CONTENT or lemma == "put" or (bool(tree.kids(kid, "acl")) and act in ("says", "alleges", "accuses"))
    return rel != "xcomp" or act in INFINITIVE_CONTENT or act == "accuses"


def _of_event(tree: Tree, kid: int) -> bool:
    """ "accused X of the bombing", "blamed X for the attack"."""
    return any(tree.lower[c] in ("of", "for") for c in tree.kids(kid, "case"))


def _as_clause(tree: Tree, i: int) -> bool:
    return (
        tree.base_rel(i) == "advcl" and tree.head(i) >= 0 and any(tree.lower[m] == "as" for m in tree.kids(i, "mark"))
    )


def _is_cue_verb(tree: Tree, i: int) -> bool:
    return tree.lower[i] in VERB_FORMS


def _verb_source(tree: Tree, i: int) -> int:
    if is_passive(tree, i) and not tree.kids(i, "nsubj"):
        return next((noun for preposition, noun in tree.obliques(i) if preposition == "by"), -1)
    found = subject(tree, i)
    return speaker_of(tree, found, i) if found >= 0 else -1


def _can_speak(tree: Tree, source: int, lemma: str) -> bool:
    """False for a subject that is nobody: "this explains why ...", "the figures suggest that ..."."""
    if source < 0:
        return True
    if tree.lower[source] == "it":
        return lemma not in NEED_A_SPEAKER and tree.base_rel(source) == "nsubj" and not tree.rel(source).endswith("pass")
    if tree.lower[source] in NEVER_SPEAK or singular(tree.lower[source]) in NEVER_SPEAK:
        return False
    if tree.tag(source) in ("ADJ", "ADV", "VERB", "SCONJ", "CCONJ", "PUNCT") and not label_at(tree, source):
        return False
    if lemma not in NEED_A_SPEAKER or label_at(tree, source) or tree.tag(source) in ("PROPN", "PRON"):
        return True
    return bool(nature(tree, source) & _SPEAKING_CLASSES) or tree.lower[source] in KINDS_BY_FORM


def speaker_of(tree: Tree, i: int, cue: int = -1) -> int:
    """Who speaks when a report is the subject: the report's owner, or who released it; i itself for a speaker."""
    i = antecedent(tree, i)
    if "report" not in classes(tree.lower[i]):
        return i
    owner = tree.kid(i, "nmod:poss")
    governor = tree.head(i)
    if governor >= 0 and tree.base_rel(i) == "obj" and governor != cue:
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


def _recipient(tree: Tree, i: int, lemma: str) -> int:
    """The medium that was told ("told the agency", "confirmed to X"): the outer link of the chain."""
    if lemma not in WITH_RECIPIENT:
        return -1
    heard = [*tree.kids(i, "iobj"), *(tree.kids(i, "obj") if lemma in _TELLING else ())]
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
    if lemma not in _TELLING:
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


def _relayed(tree: Tree, i: int) -> tuple[int, ...]:
    """Whom the source cites, and so on ("X, citing Y, said", "X writes, citing Y, which cites Z")."""
    first = _cited(tree, i)
    return _in_turn(tree, first if first >= 0 else _cited_beside(tree, i))


def _in_turn(tree: Tree, noun: int) -> tuple[int, ...]:
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
    for kid in (*tree.kids(i, "advcl", "acl", "obl"), *(k for s in tree.kids(i, "nsubj") for k in tree.kids(s, "acl"))):
        if tree.lower[kid] in RELAYING:
            return tree.kid(kid, "obj", "obl")
        for case in tree.kids(kid, "case", "mark"):
            if tree.lower[case] in RELAYING:
                return kid
    return -1


def _negated(tree: Tree, i: int) -> bool:
    return any(
        tree.lower[k] in ("not", "n't", "n’t", "never", "no", "nor", "neither")
        for k in tree.kids(i, "advmod", "det", "cc")
    )


# ---------------------------------------------------------------- phrases ("according to X")


def _phrase_cue(tree: Tree, i: int) -> Cue | None:
    if tree.lower[i] == "according" and i + 1 < len(tree) and tree.lower[i + 1] == "to":
        source = _phrase_object(tree, i)
        relayed = _in_turn(tree, source)[1:]
        return Cue(i, i, i + 2, "according to", "says", source, _phrase_scope(tree, i, source), relayed=relayed)
    if tree.lower[i] in RELAYING and (tree.tag(i) in ("VERB", "ADP", "SCONJ")) and tree.lower[i].endswith("ing"):
        host = tree.head(i)
        if host >= 0 and tree.lower[host] in VERB_FORMS and tree.lower[i] not in ("cite", "quote"):
            return None
        if any(tree.lower[k] in VERB_FORMS for k in range(max(0, i - 6), i) if _cited_beside(tree, k) >= 0):
            return None
        source = tree.kid(i, "obj") if tree.kid(i, "obj") >= 0 else _phrase_object(tree, i)
        citing = _citing_subject(tree, i)
        if citing >= 0:
            scope = frozenset(set(tree.subtree(tree.head(citing))) - set(tree.subtree(citing)))
            return Cue(i, i, i + 1, tree.lower[i], "says", citing, scope, relayed=_in_turn(tree, source))
        return Cue(i, i, i + 1, tree.lower[i], "says", source, _phrase_scope(tree, i, source))
    return None


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
    return host if _is_medium(tree, host) or "medium" in nature(tree, host) else -1


def _cited_by(tree: Tree, source: int) -> int:
    """ "according to X, which cites Y": Y."""
    below = tree.subtree(source) if source >= 0 else ()
    clauses = [k for n in below for k in tree.kids(n, "acl") if tree.lower[k] in _CITING]
    return next((o for k in clauses for o in tree.kids(k, "obj", "obl")), -1)


def _phrase_object(tree: Tree, i: int) -> int:
    """The noun whose preposition the phrase is; else the next noun that closes its own phrase."""
    head = tree.head(i)
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
    return frozenset(set(tree.subtree(host) if host >= 0 else range(len(tree))) - own)


# ---------------------------------------------------------------- nouns ("the announcement that ...")


def _noun_cue(tree: Tree, i: int) -> Cue | None:
    entry = NOUN_FORMS.get(tree.lower[i]) if tree.tag(i) == "NOUN" else None
    if entry is None or tree.base_rel(i) == "compound":
        return None
    content = [
        k
        for k in tree.kids(i, "acl", "ccomp", "appos", "acl:relcl")
        if tree.kids(k, "mark") and tree.rel(k) != "acl:relcl"
    ]
    content = [k for k in content if any(tree.lower[m] in ("that", "of") for m in tree.kids(k, "mark"))]
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
        source = speaker_of(tree, _top(tree, *quoting.source[0])) if quoting.source else -1
        scope = frozenset(i for a, b in quoting.content for i in range(a, b)) - set(range(start, end))
        word = tree.lower[head]
        lemma, act = (VERB_FORMS.get(word) or NOUN_FORMS.get(word) or (word, "says", "base"))[:2]
        if _can_speak(tree, source, lemma):
            found.append(Cue(head, start, end, lemma, act, source, scope, _recipient(tree, head, lemma)))
    return found


def _top(tree: Tree, start: int, end: int) -> int:
    """The token of a run whose head stands outside it."""
    return next((i for i in range(start, end) if not start <= tree.head(i) < end), start)


def covers(cue: Cue, i: int) -> bool:
    """True when the cue carries the event at token i."""
    return i in cue.scope and i != cue.head


__all__ = ["Cue", "covers", "find_cues", "speaker_of"]
