"""Words that make an event less, or other, than asserted.

Rule: tables of written forms, read by claim/status.py. Statuses are those of the design.
"""

from __future__ import annotations

import re

from rashomon.lexicon.inflect import noun_forms, verb_forms
from rashomon.record.claim import Status

NEGATIONS = frozenset("not n't n’t never no neither nor nobody nothing none without".split())

MODALS: dict[str, Status] = {
    "may": "possible",
    "might": "possible",
    "could": "possible",
    "would": "possible",
    "should": "possible",
    "can": "possible",
    "must": "possible",
    "ca": "possible",
    "will": "planned",
    "wo": "planned",
    "shall": "planned",
    "'ll": "planned",
    "’ll": "planned",
}

HEDGES: dict[str, Status] = {
    "possibly": "possible",
    "perhaps": "possible",
    "maybe": "possible",
    "probably": "possible",
    "likely": "possible",
    "presumably": "possible",
    "apparently": "possible",
    "potentially": "possible",
}

PREDICATES: dict[str, Status] = {
    "close": "possible",
    "near": "possible",
    "possible": "possible",
    "likely": "possible",
    "imminent": "possible",
    "expected": "planned",
    "due": "planned",
}
"""What is said of an event noun ("an agreement is close")."""

CONDITIONS = frozenset(["if", "unless", "whether", "should", "lest", "provided"])

OPENINGS = frozenset("chance chances opportunity opportunities odds means way ways route routes".split())
"""Nouns for what would let something happen ("a chance of escape")."""

UNTRUE = frozenset(
    "false untrue baseless unfounded fabricated groundless wrong incorrect inaccurate lies lie fake invented nonsense "
    "absurd fantasy fantasies fairy tale propaganda fabrication fabrications invention inventions fiction fictitious myth slander "
    "ridiculous laughable preposterous hysteria hysterical shameless insulting concocted hoax disinformation misinformation "
    "farce libel rubbish unsubstantiated provocation falsehood falsehoods fable fables exaggerated".split()
)
"""What a report is called when it is denied ("allegations that ... are false")."""
_CALLED_UNTRUE = (
    rf"(?:\w+ly |also |likewise |simply |just )?(?:(?:an? |pure )?(?:{'|'.join(sorted(UNTRUE))})|not (?:true|correct|accurate)|"
    r"without (?:any )?(?:foundation|basis|substance))\b"
)
NOT_TRUE = re.compile(
    rf"\b(?:it|this|that) (?:is|was) (?:also |likewise |equally )?{_CALLED_UNTRUE},?(?: [\w ]+,)? that\b[^;]*$", re.I
)
""" "It is untrue that": what stands before words that are said not to hold."""
TALK_OF = re.compile(
    r"\b(?:reports?|claims?|allegations?|rumou?rs?|stories|statements?|assertions?|accusations?|figures?|talk|news)\b"
    r"(?: [\w ]{0,30})?\b(?:that|of|about)\b[^.;]*$",
    re.I,
)
BASELESS = re.compile(rf"^(?:(?!,| sa(?:id|ys) )[^.;])*?\b(?:is|are|was|were) {_CALLED_UNTRUE}", re.I)
""" "Reports that ... are without foundation": what stands before and after the words that are said not to hold."""

ASIDE = frozenset("after at before during following since amid despite".split())
"""Prepositions whose noun tells when or where something else was done ("agreed on a truce after talks")."""

EVIDENCE = frozenset("evidence sign signs indication indications proof trace traces".split())
"""What, with "no", says that something is not held to have happened ("no evidence that they fired")."""

SUPPOSED = frozenset("thought believed presumed assumed suspected feared rumoured rumored".split())
"""Participles that, passive and with an infinitive, tell what is not known ("are thought to be hiding there")."""

TRIED = frozenset(["tried", "attempted", "tries", "attempts"])
"""Verbs that tell of an attempt made: what was only tried has failed."""

CALLED_FALSE = re.compile(
    r"\b(?:reports?|claims?|allegations?|rumou?rs?|story|stories|statements?|assertions?|accusations?|versions?|figures?|news)\b"
    rf"[^.;]{{0,200}}? (?:is|are|was|were) (?P<said>(?:also |likewise |simply )?{_CALLED_UNTRUE})",
)
""" "Reports that ... are untrue", in lower case: a report, and what it is called."""

GOVERNING: dict[Status, str] = {
    "planned": "plan prepare intend aim seek agree promise pledge vow expect schedule decide set poise propose offer",
    "possible": "threaten hope fear risk allow let enable permit consider urge call demand ask try attempt likely able "
    "ready possible unlikely want order allege",
    "failed": "fail refuse decline thwart foil avert",
    "denied": "deny rule_out prevent",
}
"""status -> lemmas of the words that govern the event ("plans to deploy", "failed to capture")."""

GOVERNING_NOUNS: dict[Status, str] = {
    "planned": "plan preparation intention decision order proposal promise pledge readiness",
    "possible": "attempt threat possibility chance risk danger fear hope option bid effort cover call demand request",
    "failed": "failure refusal",
    "denied": "denial",
}


def _governors() -> dict[str, Status]:
    found: dict[str, Status] = {}
    for status, words in GOVERNING.items():
        for lemma in words.split():
            found.update(dict.fromkeys(verb_forms(lemma.replace("_", " ")), status))
    for status, words in GOVERNING_NOUNS.items():
        for lemma in words.split():
            for form in noun_forms(lemma):
                found.setdefault(form, status)
    return found


GOVERNORS: dict[str, Status] = _governors()
