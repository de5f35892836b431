"""The entrance of the stage: sentences to claims, in reading order.

Rule: order only. Triggers, roles, status, chains and answers are found in their own files; here they become records.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rashomon.claim.answers import REACH_SENTENCES, Answer, find_answers
from rashomon.claim.attribution import Attributor, Read
from rashomon.claim.cues import Cue, covers
from rashomon.claim.once import Trigger
from rashomon.claim.roles import find_roles
from rashomon.claim.status import find_status
from rashomon.claim.triggers import find_triggers
from rashomon.record import Annotation, Claim, Document, Method, Refusal, Span, Step, identify
from rashomon.record.claim import Voice
from rashomon.record.tree import Tree

VERSION = "frames-1"
"""Version of the written rules; raised when a rule or table changes what is found."""
VOICES: dict[str, Voice] = {
    "title": "title",
    "caption": "caption",
    "comment": "comment",
    "related": "related",
    "embedded": "embedded",
}


def find_claims(document: Document, annotation: Annotation) -> tuple[tuple[Claim, ...], tuple[Refusal, ...]]:
    """The document's claims in text order, answers attached to what they answer; and what was declined."""
    attributor = Attributor(document, annotation)
    events: list[tuple[Read, Claim]] = []
    answers: list[tuple[Read, Answer]] = []
    for read in attributor.sentences:
        events += [(read, _event_claim(document, attributor, read, t)) for t in find_triggers(read.tree)]
        answers += [(read, answer) for answer in find_answers(read.tree, read.cues)]
    claims = _with_answers(document, attributor, events, answers)
    return tuple(sorted(claims, key=lambda c: (c.trigger.start, c.trigger.end, c.type or "", c.id))), ()


def _event_claim(document: Document, attributor: Attributor, read: Read, trigger: Trigger) -> Claim:
    tree = read.tree
    chain, cues = attributor.chain(read, trigger.head)
    acts = [step.act for step in chain] + [cue.act for cue in cues]
    heads, by_negation = frozenset(c.head for c in cues), any(slot == "not" for slot, _ in trigger.frame.conditions)
    quiet = frozenset(c.head for c in read.cues if c.negated and c.act == "confirms")
    carrier = -1 if trigger.carrier in quiet else trigger.carrier
    status, polarity = find_status(tree, trigger.head, carrier, heads | quiet, acts, by_negation)
    span = tree.span(trigger.start, trigger.end)
    voice = _voice(document, read)
    return Claim(
        id=identify("claim", document.id, trigger.frame.type, span.start, span.end, voice),
        document=document.id,
        quote=_quote(read),
        trigger=span,
        type=trigger.frame.type,
        voice=voice,
        status=status,
        polarity=polarity,
        roles=find_roles(tree, trigger),
        attribution=chain,
        method=Method("rashomon.claim", VERSION),
        confidence=_confidence(tree, trigger),
    )


def _voice(document: Document, read: Read) -> Voice:
    return VOICES.get(document.blocks[read.block].kind, "article")


def _quote(read: Read) -> Span:
    return read.tree.span(0, len(read.tree))


def _confidence(tree: Tree, trigger: Trigger) -> float:
    """0.9 for a verb that the encoder takes for a predicate too, 0.7 for one it does not, 0.6 for a noun: the order
    is meant, the distances are not calibrated."""
    if trigger.carrier >= 0:
        return 0.6
    return 0.9 if trigger.head in tree.frames else 0.7


# ---------------------------------------------------------------- answers


def _with_answers(
    document: Document,
    attributor: Attributor,
    events: list[tuple[Read, Claim]],
    answers: list[tuple[Read, Answer]],
) -> list[Claim]:
    claims = {claim.id: claim for _, claim in events}
    for read, answer in answers:
        about = _answered(attributor, read, answer, events)
        if not about:
            continue
        if answer.act == "confirms" and any(r is read for r, _ in events):
            _confirm(claims, read, answer, events, about)
        else:
            claim = _answer_claim(document, attributor, read, answer, about)
            claims[claim.id] = claim
    return list(claims.values())


def _confirm(
    claims: dict[str, Claim], read: Read, answer: Answer, events: list[tuple[Read, Claim]], about: Sequence[Claim]
) -> None:
    """A confirmation that goes on to tell the event itself: its own claims answer the earlier ones."""
    mine = [c for r, c in events if r is read]
    earlier = tuple(sorted(c.id for c in about if c not in mine))
    for claim in mine:
        same = tuple(i for i in earlier if claims[i].type == claim.type) or earlier
        claims[claim.id] = replace(claims[claim.id], answers=same)


def _answered(attributor: Attributor, read: Read, answer: Answer, events: list[tuple[Read, Claim]]) -> list[Claim]:
    """The claims an answer is about: those in its own content, else those of the nearest earlier sentence that has
    any, the ones attributed to whom it names first."""
    voice = _voice(attributor.document, read)
    inside = [
        c for r, c in events if r is read and any(read.tree.tokens[i].start == c.trigger.start for i in answer.about)
    ]
    if inside and answer.act != "confirms":
        return inside
    for back in range(1, REACH_SENTENCES + 1):
        near = [c for r, c in events if r.index == read.index - back and c.voice == voice]
        if near:
            return near
    return []


def _answer_claim(
    document: Document, attributor: Attributor, read: Read, answer: Answer, about: Sequence[Claim]
) -> Claim:
    span = read.tree.span(answer.cue.start, answer.cue.end)
    voice = _voice(document, read)
    outer: list[Step] = []
    for cue in sorted((c for c in read.cues if _carries(c, answer.cue)), key=lambda c: -len(c.scope)):
        outer += attributor.steps_of(read, cue)
    own = [replace(step, act=answer.act) for step in attributor.steps_of(read, answer.cue)[-1:]]
    return Claim(
        id=identify("claim", document.id, answer.act, span.start, span.end, voice),
        document=document.id,
        quote=_quote(read),
        trigger=span,
        type=None,
        voice=voice,
        status="denied" if answer.act in ("denies", "no_acknowledgement") else "asserted",
        polarity=-1 if answer.act == "denies" else 1,
        attribution=(*outer, *own),
        act=answer.act,
        answers=tuple(sorted(c.id for c in about)),
        method=Method("rashomon.claim", VERSION),
        confidence=0.7,
    )


def _carries(cue: Cue, inner: Cue) -> bool:
    return cue is not inner and cue.source >= 0 and covers(cue, inner.head)
