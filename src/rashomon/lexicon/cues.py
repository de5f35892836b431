"""Reporting cues and the act each performs on what it reports.

Rule: a table, read by claim/attribution.py and by the docs. A user adds a cue by adding a word to a row. The acts are
the claim acts of the design; `weight` of a cue is nobody's business here: no act says whether the content is true.
"""

from __future__ import annotations

from rashomon.lexicon.inflect import Form, noun_forms, verb_forms

VERBS: dict[str, str] = {
    "says": "say tell report state add note write explain describe recount relate mention remark declare read observe post "
    "tweet comment point out reply respond indicate reveal disclose show learn hear understand brief inform document "
    "clarify specify elaborate respond answer address recall stress emphasise emphasize testify cite communicate notify "
    "underline underscore highlight lament complain boast assure confide repeat conclude establish",
    "announces": "announce proclaim pledge promise vow",
    "confirms": "confirm acknowledge admit concede verify corroborate affirm reiterate reaffirm",
    "estimates": "estimate calculate reckon",
    "alleges": "allege claim assert maintain insist contend argue purport swear",
    "argues": "argue",
    "believes": "believe think suspect assume feel consider expect predict anticipate hope speculate",
    "suggests": "suggest imply hint signal",
    "accuses": "accuse blame denounce condemn criticise criticize",
    "denies": "deny dismiss reject refute dispute rebut contradict disown",
    "fears": "fear worry",
    "warns": "warn caution threaten",
    "demands": "demand urge call for ask request order plead appeal",
}
"""act -> verb lemmas. A verb that stands in several rows takes the last one."""

NOUNS: dict[str, str] = {
    "says": "statement report account testimony comment remark dispatch bulletin post tweet press release briefing "
    "interview information news",
    "announces": "announcement declaration pledge promise",
    "confirms": "confirmation admission acknowledgement acknowledgment",
    "estimates": "estimate",
    "alleges": "claim allegation assertion",
    "believes": "belief suspicion hope prediction",
    "suggests": "suggestion",
    "accuses": "accusation charge",
    "denies": "denial",
    "fears": "fear concern worry",
    "warns": "warning threat",
    "demands": "demand call request",
}
"""act -> nouns that carry content ("the announcement that ...", "reports of ...")."""

PHRASES: dict[str, str] = {
    "according to": "says",
    "in the words of": "says",
    "as per": "says",
    "citing": "says",
    "quoting": "says",
}
"""Fixed phrases whose object is the source."""

WITH_RECIPIENT = frozenset("tell inform brief reveal confirm say explain disclose report announce speak admit".split())
"""Verbs whose hearer, when it is a medium, is the outer link of the chain ("told the agency", "confirmed to ...")."""

RELAYING = frozenset(["cite", "quote", "citing", "quoting"])
"""Verbs whose object is the inner source: "X, citing Y"."""

SPEAKING_OF: dict[str, str] = {form: lemma for lemma in ("speak", "talk") for form in verb_forms(lemma)}
"""Verbs that report by a phrase with "of": form -> lemma ("speaks of a forced removal")."""

PUTTING = frozenset(form for form in verb_forms("put"))
FIGURES = frozenset("number figure toll total count dead casualties strength losses tally share".split())
""" "put the number of dead at 30": a verb and the objects that make it a report."""

UNCOMMITTED = frozenset(["fears", "believes", "suggests", "warns", "demands"])
"""Acts that put their content as not asserted: the claim's status is "possible" (or "planned", for a pledge)."""

NON_ANSWER_VERBS = frozenset(
    "acknowledge comment confirm respond reply react answer recognise recognize admit concede address".split()
)
"""Verbs that, negated, say that somebody left a claim without an answer."""

NOMINAL_CONTENT = frozenset(
    (
        "report announce confirm deny reveal claim acknowledge describe allege disclose predict fear document mention "
        "admit dismiss reject condemn denounce verify corroborate"
    ).split()
)
"""Verbs whose plain object may be what is reported ("reported airstrikes on ...", "denied the attack")."""

INFINITIVE_CONTENT = frozenset(["alleges", "announces", "demands", "warns"])
"""Acts whose infinitive is what is said ("vowed to ...", "urged residents to ..."); "expects to" says what is planned."""

NEED_A_SPEAKER = frozenset(
    "show indicate suggest imply signal explain reveal mean read learn hear observe note threaten see feel estimate record "
    "document stress mark point_out establish".split()
)
"""Verbs that report only when a person or body is their subject ("this explains why ..." quotes nobody)."""

DOCUMENTS = frozenset(
    "document documents record records examination examinations autopsy autopsies inquiry investigation information letter "
    "letters list lists file files transcript transcripts log logs register registers ruling verdict images imagery".split()
)
"""What shows, indicates or records something by being read: a source, where a verb needs a speaker."""

NEVER_SPEAK = frozenset(
    "this that which these those there what presence fact move development situation number figure step time way "
    "case thing event attack evidence result footage picture map".split()
)
"""Subjects that speak for nobody, whatever the verb."""

ANSWERABLE_NOUNS = frozenset(
    "claim report allegation accusation account charge story rumour rumor statement figure number term version suggestion "
    "assertion responsibility involvement wrongdoing role part something everything anything complicity".split()
)
"""Nouns that refer back to claims ("denied these claims")."""


_REPLY = r"(?:comments?|repl(?:y|ies)|responses?|answers?|reaction)"
NON_ANSWERS: tuple[tuple[str, str], ...] = (
    ("no_comment", rf"\b(?:received|had|got|offered|gave|made|was|were|been|is)\b (?:still )?no (?:\w+ )?{_REPLY}\b"),
    ("no_comment", rf"\bno (?:immediate |official |public )?{_REPLY}\b(?= (?:from|by|was|were|has|could|on)\b)"),
    ("no_comment", r"\b(?:could|can) ?not (?:\w+ )?be (?:reached|contacted)\b"),
    ("no_comment", r"\b(?:unavailable|not (?:\w+ )?(?:available|reachable)) for comment\b"),
    ("no_comment", r"\b(?:went|gone|remained|left) unanswered\b"),
    ("no_comment", r"\b(?:not|never) (?:yet |so far )?(?:issued?|made?|released?|given?|published?) (?:a|any) (?:\w+ )?"
                   r"(?:statement|comment|response)\b"),
    ("no_comment", r"\bnot (?:\w+ )?return(?:ed)? (?:\w+ ){0,3}(?:calls?|messages?|emails?|requests?)\b"),
    ("no_comment", r"\b(?:has|have|had) yet to (?:comment|respond|reply|react)\b"),
    ("no_comment", r"\bdeclin\w+ (?:\w+ )?comment\b"),
    ("no_comment", r"\brefrain\w* from comment\w*"),
    ("no_comment", r"\bneither confirm\w* (?:it )?nor den\w+"),
    ("no_acknowledgement", r"\b(?:stop\w* short of|without) (?:confirming|acknowledging|admitting)\b"),
    ("no_acknowledgement", r"\b(?:has|have|had) yet to (?:confirm|acknowledge|admit)\b"),
    ("no_acknowledgement", r"\b(?:never|not) (?:\w+ )?(?:spoken|speak|spoke) (?:of|about) (?:it|this|that)\b"),
    ("no_acknowledgement", r"\bma(?:de|kes?|king) no mention of\b"),
    ("no_acknowledgement", r"\b(?:remain\w*|kept?|stay\w*) (?:silent|quiet|mum) (?:on|about|over)\b"),
    ("denies", r"\bnothing of the (?:kind|sort)\b"),
)  # fmt: skip
"""(act, pattern over a sentence in lower case): fixed words for leaving a claim unanswered, or for denying it."""


def _by_form(table: dict[str, str], inflected: bool) -> dict[str, tuple[str, str, Form]]:
    forms: dict[str, tuple[str, str, Form]] = {}
    for act, words in table.items():
        for lemma in _lemmas(words):
            made = verb_forms(lemma) if inflected else noun_forms(lemma)
            for form, kind in made.items():
                forms[form] = (lemma, act, kind)
    return forms


_PAIRS = (("point", "out"), ("call", "for"), ("go", "on"), ("press", "release"))


def _lemmas(words: str) -> list[str]:
    found: list[str] = []
    for word in words.split():
        if found and (found[-1], word) in _PAIRS:
            found[-1] = f"{found[-1]} {word}"
        else:
            found.append(word)
    return found


VERB_FORMS: dict[str, tuple[str, str, Form]] = _by_form(VERBS, inflected=True)
"""written form -> (lemma, act, form)."""
NOUN_FORMS: dict[str, tuple[str, str, Form]] = _by_form(NOUNS, inflected=False)
"""written form -> (lemma, act, form)."""
