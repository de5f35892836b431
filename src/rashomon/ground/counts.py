"""Which quantities a claim takes, and whether they are increments, running totals, stocks or plans.

Rule: a claim takes the counts inside its own role spans, the count of its own trigger noun, and, where its roles hold
none, those of its own clause; nothing else of the sentence. A running total keeps its window beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rashomon.ground.nounphrase import Phrase
from rashomon.ground.quantities import Quantity
from rashomon.ground.syntax import clause_of, head_of_run, parsed, relation, token_at
from rashomon.ground.times import Dated
from rashomon.lexicon.units import singular, unit_of
from rashomon.record import Claim, Count, Sentence, Span
from rashomon.record.grounded import Aggregation

_STOCK_TYPES = ("state.presence", "territory.siege")
_STOCK_WORDS = re.compile(
    r"\b(?:remain(?:s|ed|ing)?|still|there\s+(?:are|were|is|was)|left\s+inside|stay(?:s|ed|ing)?|live[sd]?)\b",
    re.IGNORECASE,
)
_TOTAL_WORDS = re.compile(
    r"\b(?:so\s+far|to\s+date|in\s+total|a\s+total\s+of|total|overall|altogether|cumulative|brings?\s+(?:the|to)|bringing|toll)\b",
    re.IGNORECASE,
)
_REMAINING_WORDS = re.compile(r"\b(?:the\s+)?(?:remaining|last|final)\s*$", re.IGNORECASE)
_PART_WORDS = re.compile(
    r"\b(?:including|among\s+(?:them|whom)|of\s+whom|of\s+which|of\s+them|mostly|mainly|among\s+those|counting)\b|:",
    re.IGNORECASE,
)
_MADE_UP_OF = re.compile(r"(?:especially|mostly|mainly|largely|chiefly|most\s+of\s+them|among\s+them)\b", re.IGNORECASE)
_NO_COUNT_UNITS = ("time", "age")
_BEFALLS = ("harm.casualties", "violence.killing", "custody.")
"""Types of what befalls one person at a time."""
_SUPERLATIVE = re.compile(
    r"\s+of\s+(?:the|its|their|his|her|our|my)\s+(?:most|least|best|worst|few|main|first|last|only|\w{3,}est)\b",
    re.IGNORECASE,
)
"""After "one": names a rank, counts nothing."""
LOCATIVE_ROLES = ("time", "place", "origin", "destination", "via")


def with_counts(
    text: str, sentence: Sentence, claim: Claim, quantities: Sequence[Quantity], dated: Sequence[Dated]
) -> Claim:
    """The claim with its counts, in text order."""
    mine = [q for q in quantities if q.unit not in _NO_COUNT_UNITS and _is_mine(text, sentence, claim, q)]
    if not mine and not claim.roles:
        mine = [q for q in quantities if q.unit not in _NO_COUNT_UNITS]
    windows = [d for d in dated if _is_window(d) and sentence.start <= d.expression.start < sentence.end]
    mine = mine or list(_single(text, sentence, claim))
    counts = tuple(_count(text, sentence, claim, q, windows) for q in mine)
    return replace(claim, counts=_with_parts(text, counts))


def _single(text: str, sentence: Sentence, claim: Claim) -> Iterator[Quantity]:
    """ "A farmer was killed": one person, where the article stands first in the words for whom it befell, and nobody is
    coordinated with them."""
    if claim.polarity < 0 or not (claim.type or "").startswith(_BEFALLS):
        return
    parse, tokens = sentence.parse, sentence.tokens
    for span in [s for role in ("victim", "taken", "released") for s in claim.role(role)][:1]:
        run = token_at(sentence, span.start, span.end)
        if not parsed(sentence) or run is None or tokens[run[0]].text.casefold() not in ("a", "an"):
            continue
        head = parse.heads[run[0]]
        if not run[0] < head < run[1] or parse.upos[head] != "NOUN" or unit_of(tokens[head].text) != "person":
            continue
        if singular(tokens[head].text) != tokens[head].text.casefold() or _with_others(sentence, head, run[1]):
            continue
        article, noun = tokens[run[0]], tokens[head]
        counted = Phrase(noun.start, noun.end, noun.text, head)
        ends = (article.start, article.end)
        yield Quantity(*ends, *ends, 1, 1, (1,), "exact", "person", counted, noun.text)


def _with_others(sentence: Sentence, head: int, end: int) -> bool:
    return any(sentence.parse.heads[k] == head and relation(sentence, k) in ("conj", "cc") for k in range(head, end))


def _is_window(dated: Dated) -> bool:
    return dated.expression.shape in ("since", "last") and dated.expression.kind in ("date", "duration")


def _is_mine(text: str, sentence: Sentence, claim: Claim, quantity: Quantity) -> bool:
    if quantity.values == (1,) and _SUPERLATIVE.match(text, quantity.number_end):
        return False
    for role, spans in claim.roles:
        inside = any(s.start <= quantity.number_start and quantity.number_end <= s.end for s in spans)
        if quantity.of is not None and not inside:
            inside = any(_names(quantity.of, s) or _of_whom(text, quantity.of.end, s) for s in spans)
        if inside and (role not in LOCATIVE_ROLES or quantity.unit in ("person", "household", "vehicle")):
            return True
    if quantity.of is not None and claim.trigger.start <= quantity.of.start < claim.trigger.end:
        return True
    if quantity.of is not None and quantity.of.start <= claim.trigger.start < quantity.of.end:
        return True
    if quantity.number_end <= claim.trigger.start and not text[quantity.number_end : claim.trigger.start].strip():
        return True
    return parsed(sentence) and _in_clause(sentence, claim, quantity)


def _names(counted: Phrase, span: Span) -> bool:
    """A role's words begin within the counted phrase: the number stands before ("dozens of [fighters]") or after it."""
    return counted.start <= span.start < counted.end


def _of_whom(text: str, end: int, span: Span) -> bool:
    """ "40 people, mostly children": a role that holds the part alone is of the whole too."""
    return bool(_MADE_UP_OF.match(span.text)) and not text[end : span.start].strip(" ,")


def _in_clause(sentence: Sentence, claim: Claim, quantity: Quantity) -> bool:
    """True when the number's clause is the trigger's own."""
    at, run = (
        token_at(sentence, quantity.number_start, quantity.number_end),
        token_at(sentence, claim.trigger.start, claim.trigger.end),
    )
    if at is None or run is None or quantity.unit in ("length", "area", "money", "share", "mass", "volume"):
        return False
    trigger = head_of_run(sentence, *run)
    return clause_of(sentence, head_of_run(sentence, *at)) == clause_of(
        sentence, trigger
    ) and claim.trigger.start not in range(at[0], at[1])


def _count(text: str, sentence: Sentence, claim: Claim, quantity: Quantity, windows: Sequence[Dated]) -> Count:
    span = Span.of(text, quantity.start, max(quantity.end, quantity.number_end))
    window = windows[0] if windows else None
    aggregation, words = _aggregation(text, sentence, claim, quantity, window)
    of = quantity.of_text or (text[quantity.of.start : quantity.of.end] if quantity.of else "")
    return Count(
        span.text, span, of, quantity.low, quantity.high, quantity.quantifier, quantity.unit, aggregation, words
    )


def _aggregation(
    text: str, sentence: Sentence, claim: Claim, quantity: Quantity, window: Dated | None
) -> tuple[Aggregation, str]:
    before = text[max(sentence.start, quantity.start - 24) : quantity.start]
    if claim.status == "planned":
        return "planned", ""
    if window is not None:
        one = window.expression
        return "cumulative", text[one.lead : one.end]
    if _REMAINING_WORDS.search(before):
        return "remaining", ""
    total = _TOTAL_WORDS.search(text[sentence.start : sentence.end])
    if total:
        return "cumulative", total[0]
    if claim.type in _STOCK_TYPES or (
        _STOCK_WORDS.search(text[quantity.number_end : min(sentence.end, quantity.number_end + 60)])
        and claim.type == "state.presence"
    ):
        return "stock", ""
    return "increment", ""


def _with_parts(text: str, counts: tuple[Count, ...]) -> tuple[Count, ...]:
    """A count after "including", "of whom" is a part of the count of people before it."""
    out: list[Count] = []
    for count in counts:
        whole = next((w for w in reversed(out) if w.part_of is None and _is_part(text, w, count)), None)
        out.append(
            replace(count, part_of=f"{whole.text} {whole.of}".strip() if whole.of not in whole.text else whole.text)
            if whole
            else count
        )
    return tuple(out)


def _is_part(text: str, whole: Count, part: Count) -> bool:
    between = text[whole.span.end : part.span.start]
    smaller = whole.high is None or part.low is None or part.low <= whole.high
    return (
        len(between) < 120
        and smaller
        and bool(_PART_WORDS.search(between))
        and part.unit in (whole.unit, "thing")
        and "." not in between
    )


def same_noun(a: str, b: str) -> bool:
    """True when two counted phrases have one head noun."""
    return bool(a and b) and singular(a.split()[-1]) == singular(b.split()[-1])
