"""What a denial, a refusal to comment, a non-acknowledgement or a bare confirmation answers.

Rule: one page. The claim stage may have said it already; here the rest is found: the nearest claims before the act
that accuse the one who answers, else the nearest claim before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.lexicon.type_pairs import kinship
from rashomon.lexicon.wording import content_set
from rashomon.link.profile import sentence_at
from rashomon.record import Claim, Document, Mention

REACH_SENTENCES = 4
"""How far back an answer is taken to reach."""
_ACCUSATION = re.compile(r"\b(accusations?|allegations?|charges?)\b", re.I)
_POINTS_BACK = re.compile(r"\b(this|that|these|those|such|the alleged)\s+(\w+\s+)?$", re.I)
_ON_THE = re.compile(r"^\s+(?:on\s+)?(?:the|this|that|these|those|any|such)\s+((?:\w+\s*){1,3})", re.I)
_REPORT = r"(reports?|statements?|accounts?|claims?|version|announcement|story)"
_REPORT_NOUN = re.compile(rf"^(?:['’]s?)?\s+(?:\w+\s+){{0,2}}{_REPORT}\b", re.I)
_REPORT_OF = re.compile(rf"\b{_REPORT}\s+(made\s+)?(by|from|of|in)\s+(the\s+)?$", re.I)


def with_answers(document: Document, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The page's claims, each act with the ids of the claims it answers; an act that answers nothing keeps (). An act
    on an accusation is aimed at the accusing claim even where the claim stage took the nearest one."""
    events = sorted((claim for claim in claims if claim.type), key=lambda claim: claim.trigger.start)
    return tuple(claim if claim.type else _answered(document, claim, events) for claim in claims)


def _answered(document: Document, act: Claim, events: Sequence[Claim]) -> Claim:
    here = sentence_at(document, act.trigger.start)
    earlier = [
        c for c in events if c.voice == act.voice and (c.trigger.start < act.trigger.start or c.id in act.answers)
    ]
    before = [c for c in earlier if here - sentence_at(document, c.trigger.start) <= REACH_SENTENCES]
    accusing = [c for c in earlier if c.attribution and c.attribution[-1].act in ("accuses", "alleges")]
    if accusing and _ACCUSATION.search(act.quote.text) and not {claim.id for claim in accusing} & set(act.answers):
        return replace(act, answers=(accusing[-1].id,))
    called = _called_so(act, earlier)
    if called:
        return replace(act, answers=(called.id,))
    referred = _referred_to(document, act, before)
    if referred:
        return replace(act, answers=tuple(sorted({*act.answers, *(claim.id for claim in referred)})))
    if not before or act.answers:
        return act
    answering = {step.source for step in act.attribution if step.source}
    accused = [claim for claim in before if answering & {source for _, source in claim.parties}]
    pool = accused or before
    nearest = sentence_at(document, pool[-1].trigger.start)
    return replace(act, answers=tuple(sorted(c.id for c in pool if sentence_at(document, c.trigger.start) == nearest)))


def _called_so(act: Claim, earlier: Sequence[Claim]) -> Claim | None:
    """ "Declined to comment on the evacuation": the last claim whose event is called by that word."""
    match = _ON_THE.search(act.quote.text[act.trigger.end - act.quote.start :])
    if match is None:
        return None
    words = content_set(match.group(1))
    named = [c for c in earlier if content_set(c.trigger.text) & words and not act.quote.contains(c.trigger)]
    return named[-1] if named else None


def _referred_to(document: Document, act: Claim, before: Sequence[Claim]) -> list[Claim]:
    """The claims of the sentence before, where the act answers no more than a word for them ("these operations")."""
    here = sentence_at(document, act.trigger.start)
    own = [claim for claim in before if act.quote.contains(claim.trigger) and claim.id in act.answers]
    words_before = [document.text[act.quote.start : claim.trigger.start] for claim in own]
    if not own or not all(_POINTS_BACK.search(words) for words in words_before):
        return []
    earlier = [c for c in before if sentence_at(document, c.trigger.start) < here]
    kin = [c for c in earlier if any(kinship(c.type or "", word.type or "") for word in own)]
    earlier = kin or earlier
    nearest = max((sentence_at(document, c.trigger.start) for c in earlier), default=here)
    return [claim for claim in earlier if sentence_at(document, claim.trigger.start) == nearest]


def confirmed_report(claim: Claim, mentions: Sequence[Mention], names: dict[int, str]) -> str | None:
    """The source whose report a claim is said to confirm ("confirmed the Agency's report that ..."), by its id; None
    when the words name none. `names`: chain -> source id."""
    if not any(step.act == "confirms" for step in claim.attribution):
        return None
    own = {step.source for step in claim.attribution}
    for mention in mentions:
        if claim.quote.contains(mention.span) and names.get(mention.chain) not in (None, *own):
            after = claim.quote.text[mention.span.end - claim.quote.start :]
            before = claim.quote.text[: mention.span.start - claim.quote.start]
            if _REPORT_NOUN.match(after) or _REPORT_OF.search(before):
                return names[mention.chain]
    return None
