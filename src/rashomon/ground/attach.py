"""Which of a sentence's times is the event's, which the saying's, and which neither's.

Rule: syntax decides where there is any: the claim's own "time" words, the frames' temporal arguments, the dependency
path to the trigger or to the reporting words; otherwise the order of the words and the borders between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from rashomon.ground.syntax import head_of_run, is_verb, parsed, relation, token_at, upward
from rashomon.ground.times import Dated
from rashomon.record import Claim, Sentence, Span

Owner = Literal["event", "saying", "other"]
_BORDER = re.compile(r"\b(?:that|which|who|where|while|but|although|whether|claiming|saying|adding)\b|[,;:“”\"–—]")
_QUOTE = re.compile(r"[“”\"]")
_CLAUSE = re.compile(r"\bthat\b|[“”\":]")
CUE_REACH = 4
"""Words between reporting words and their own date at most ("told reporters in Cairo on Friday")."""
BORDER_COST = 6
"""Tokens that a clause border between two words counts for, when there is no parse."""
SIDE_COST = 2
"""Tokens that standing before the word counts for: temporal adverbials of news follow their verb more often."""


def owner(sentence: Sentence, text: str, claim: Claim, dated: Dated) -> Owner:
    """Whose time an expression is."""
    one = dated.expression
    cues = [
        step.cue_span for step in claim.attribution if step.cue_span is not None and _within(sentence, step.cue_span)
    ]
    if any(_dates_the_saying(text, cue, claim.trigger, one.start, one.end) for cue in cues):
        return "saying"
    if any(span.start < one.end and one.start < span.end for span in claim.role("time")):
        return "event"
    by_frame = _by_frame(sentence, claim, cues, one.start, one.end)
    if by_frame:
        return by_frame
    if parsed(sentence):
        by_tree = _by_tree(sentence, claim, cues, one.start, one.end)
        if by_tree:
            return by_tree
    return _by_order(sentence, text, claim, cues, one.start, one.end)


def _dates_the_saying(text: str, cue: Span, trigger: Span, start: int, end: int) -> bool:
    """ "On Friday, X said that ... left" and "X said on Friday that ... left"; not "On Friday, X said, ... left", where
    the reporting words are put in between."""
    if cue.start >= trigger.start:
        return False
    if end <= cue.start:
        put_in = text[cue.end : cue.end + 2].lstrip().startswith(",") and "," in text[end : cue.start]
        return not put_in and not _QUOTE.search(text[end : cue.start])
    if cue.end <= start and end <= trigger.start:
        return len(text[cue.end : start].split()) <= CUE_REACH and not _CLAUSE.search(text[cue.end : start])
    return False


def _within(sentence: Sentence, span: Span) -> bool:
    return sentence.start <= span.start < sentence.end


def _tokens(sentence: Sentence, spans: Sequence[Span]) -> set[int]:
    runs = [token_at(sentence, span.start, span.end) for span in spans]
    return {i for run in runs if run for i in range(*run)}


def _by_frame(sentence: Sentence, claim: Claim, cues: Sequence[Span], start: int, end: int) -> Owner | None:
    run = token_at(sentence, start, end)
    if run is None:
        return None
    trigger, said = _tokens(sentence, [claim.trigger]), _tokens(sentence, cues)
    for frame in sentence.parse.frames:
        timed = any(
            a.label == "ARGM-TMP"
            and a.start < run[1]
            and run[0] < a.end
            and a.end - a.start <= 3 * (run[1] - run[0]) + 4
            for a in frame.arguments
        )
        if timed and frame.index in trigger:
            return "event"
        if timed and frame.index in said:
            return "saying"
    return None


def _by_tree(sentence: Sentence, claim: Claim, cues: Sequence[Span], start: int, end: int) -> Owner | None:
    run = token_at(sentence, start, end)
    if run is None:
        return None
    trigger, said = _tokens(sentence, [claim.trigger]), _tokens(sentence, cues)
    bearers = _bearers(sentence, trigger) - said
    head = head_of_run(sentence, *run)
    if head in trigger:
        return "event"
    for above in upward(sentence, head):
        if above in trigger or above in bearers:
            return "event"
        if above in said:
            return "saying"
        if is_verb(sentence, above):
            return "event" if _shares(sentence, above, trigger) else "other"
    return None


def _bearers(sentence: Sentence, trigger: set[int]) -> set[int]:
    """Verbs that carry the trigger's time for it: the verb a noun trigger hangs on ("launched an offensive"), the verb
    whose infinitive it is ("continued to shell"), the verbs it is coordinated with."""
    found: set[int] = set()
    for index in trigger:
        at = index
        for above in upward(sentence, index):
            plain = relation(sentence, at).split(":")[0]
            if (
                plain not in ("obj", "nsubj", "obl", "xcomp", "compound", "nmod", "conj")
                or relation(sentence, at) == "acl:relcl"
            ):
                break
            found.add(above)
            if is_verb(sentence, above) and plain not in ("xcomp", "conj"):
                break
            at = above
    return found


def _shares(sentence: Sentence, verb: int, trigger: set[int]) -> bool:
    """True when the verb is coordinated after the trigger ("evacuated ... and moved ... on Friday")."""
    at = verb
    for above in upward(sentence, verb):
        if relation(sentence, at).split(":")[0] != "conj":
            return False
        if above in trigger:
            return True
        at = above
    return False


def _by_order(sentence: Sentence, text: str, claim: Claim, cues: Sequence[Span], start: int, end: int) -> Owner:
    to_event = _distance(text, claim.trigger, start, end)
    to_cues = [_distance(text, cue, start, end) for cue in cues]
    if to_cues and min(to_cues) < to_event:
        return "saying"
    return "event"


def _distance(text: str, word: Span, start: int, end: int) -> int:
    between = text[end : word.start] if end <= word.start else text[word.end : start]
    before = SIDE_COST if end <= word.start else 0
    return len(between.split()) + BORDER_COST * len(_BORDER.findall(between)) + before
