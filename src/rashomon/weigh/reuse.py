"""Text reuse between two texts: the runs of words they share, how far the order of their words is the same, a verdict.

Rule: two texts in, runs, shares and a verdict in words out; no page, no outlet, no date. Two measures, since each sees
what the other misses: runs of the same words (greedy string tiling, Wise 1993) give the spans to show, and pairs of
content words in the same order (skip-bigrams, as in ROUGE-S, Lin 2004) survive where a rewriter swaps, drops and
shuffles words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.lexicon.wording import FUNCTION_WORDS, fold, stem

SEED = 4
"""Words that a run must share before it is looked at; shorter ones are phrases of the language."""
LEAST_RUN = 6
"""Words of a run that counts as reuse: names with titles ("the ministry of ... said on ...") reach five."""
SKIP = 3
"""A content word is paired with the next three."""
LEAD_WORDS = 80
"""The opening tells the event; agencies end reports on other events with the same background."""
VERBATIM = 0.85
"""Share of the shorter text's words in shared runs: a copy."""
EDITED = 0.35
"""The same share: an edited reprint; the two bars of the order measure and of the opening stand beside it."""
SAME_ORDER = 0.36
"""Share of the shorter text's ordered word pairs found in the other: 98 in 100 pairs of reports on one subject but
other events stay below 0.31, 95 in 100 texts rewritten by swapping, dropping and shuffling lie above 0.38
(bench.linking.echo_set)."""
LEAD_SHARE = 0.18
"""Share of an opening that must stand in shared runs, where the whole text does not tell."""
BOTH, BOTH_LEAD = 0.28, 0.25
"""Where the two measures and the opening agree, less of each is enough: a shortened and lightly reworded report."""
NAMES_KEPT, LEAST_NAMES = 0.6, 4
"""Share of the shorter text's names that an echo keeps: 0.75 and more in all of 577 edited texts and near-copies, 0.44
in an agency's report of another rocket attack in its own set phrases (bench.linking.echo_set)."""
LEAST_WORDS = 12
"""Shorter texts share their words by chance."""
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word and where it stands in the text, half-open; `name`: printed with a capital, no function word."""

    folded: str
    start: int
    end: int
    name: bool = False


@dataclass(frozen=True, slots=True)
class Run:
    """A run of shared words: word numbers in both texts, and its length in words."""

    a: int
    b: int
    size: int


@dataclass(frozen=True, slots=True)
class Reuse:
    """shared   share of the shorter text's words that stand in shared runs, in [0, 1]
    order    share of the shorter text's ordered word pairs that the other has too, in [0, 1]
    lead     share of the opening of either text that stands in shared runs, the larger of the two
    longest  words of the longest run
    verdict  "a copy", "an edited reprint", "a rewritten text", or "" for no echo
    """

    shared: float
    order: float
    lead: float
    longest: int
    verdict: str
    runs: tuple[Run, ...] = ()

    @property
    def reason(self) -> str:
        """The verdict with its measures."""
        return (
            f"{self.verdict}: {self.shared:.0%} of the shorter text in the same words (longest run {self.longest}), "
            f"{self.order:.0%} of its word pairs in the same order"
        )


def compare_texts(a: str, b: str) -> Reuse:
    """The reuse between two texts; symmetric but for the sides of the runs."""
    one, other = read_words(a), read_words(b)
    return compare_words(one, other)


def compare_words(one: Sequence[Word], other: Sequence[Word]) -> Reuse:
    """As `compare_texts`, of texts already read."""
    runs = shared_runs(one, other)
    short = min(len(one), len(other))
    shared = sum(run.size for run in runs) / max(1, short)
    lead = max(_lead([(r.a, r.size) for r in runs], len(one)), _lead([(r.b, r.size) for r in runs], len(other)))
    order = _order(word_pairs(one), word_pairs(other))
    longest = max((run.size for run in runs), default=0)
    verdict = _verdict(shared, order, lead) if short >= LEAST_WORDS else ""
    if shared < VERBATIM and not _names_kept(*sorted((one, other), key=len)):
        verdict = ""
    return Reuse(shared, order, lead, longest, verdict, tuple(runs))


def _names_kept(shorter: Sequence[Word], longer: Sequence[Word]) -> bool:
    """False where the formulas of one house tell of another event: its words, other names."""
    names = {word.folded for word in shorter if word.name}
    kept = names & {word.folded for word in longer}
    return len(names) < LEAST_NAMES or len(kept) >= NAMES_KEPT * len(names)


def _verdict(shared: float, order: float, lead: float) -> str:
    if shared >= VERBATIM:
        return "a copy"
    both = min(order, shared) >= BOTH and lead >= BOTH_LEAD
    if not both and (order < SAME_ORDER or (lead < LEAD_SHARE and shared < EDITED)):
        return ""
    return "an edited reprint" if shared >= EDITED else "a rewritten text"


def read_words(text: str) -> list[Word]:
    """The words of a text, folded, with their places."""
    return [_word(match) for match in _WORD.finditer(text)]


def _word(match: re.Match[str]) -> Word:
    folded = fold(match.group())
    return Word(folded, match.start(), match.end(), match.group()[0].isupper() and folded not in FUNCTION_WORDS)


def word_pairs(text: Sequence[Word]) -> frozenset[tuple[str, str]]:
    """Content words paired with each of the next SKIP content words."""
    content = [stem(word.folded) for word in text if word.folded not in FUNCTION_WORDS]
    return frozenset(
        (first, content[position + step])
        for position, first in enumerate(content)
        for step in range(1, min(SKIP, len(content) - position - 1) + 1)
    )


def _order(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _lead(runs: Sequence[tuple[int, int]], size: int) -> float:
    opening = min(LEAD_WORDS, size)
    covered = sum(max(0, min(start + length, opening) - start) for start, length in runs if start < opening)
    return covered / opening if opening else 0.0


def shared_runs(a: Sequence[Word], b: Sequence[Word]) -> list[Run]:
    """Runs of at least LEAST_RUN shared words, no word in two runs, in the order of the first text."""
    places: dict[tuple[str, ...], list[int]] = {}
    for start in range(len(b) - SEED + 1):
        places.setdefault(tuple(word.folded for word in b[start : start + SEED]), []).append(start)
    found = _maximal(a, b, places)
    taken_a, taken_b = bytearray(len(a)), bytearray(len(b))
    kept: list[Run] = []
    for run in sorted(found, key=lambda r: (-r.size, r.a, r.b)):
        for piece in _untaken(run, taken_a, taken_b):
            kept.append(piece)
            taken_a[piece.a : piece.a + piece.size] = b"\1" * piece.size
            taken_b[piece.b : piece.b + piece.size] = b"\1" * piece.size
    return sorted(kept, key=lambda r: (r.a, r.b))


def _maximal(a: Sequence[Word], b: Sequence[Word], places: dict[tuple[str, ...], list[int]]) -> list[Run]:
    found = []
    for i in range(len(a) - SEED + 1):
        for j in places.get(tuple(word.folded for word in a[i : i + SEED]), ()):
            if i and j and a[i - 1].folded == b[j - 1].folded:
                continue
            size = SEED
            while i + size < len(a) and j + size < len(b) and a[i + size].folded == b[j + size].folded:
                size += 1
            if size >= LEAST_RUN:
                found.append(Run(i, j, size))
    return found


def _untaken(run: Run, taken_a: bytearray, taken_b: bytearray) -> list[Run]:
    """The pieces of a run whose words are still free on both sides."""
    pieces, start = [], None
    for step in range(run.size + 1):
        free = step < run.size and not taken_a[run.a + step] and not taken_b[run.b + step]
        if free and start is None:
            start = step
        elif not free and start is not None:
            if step - start >= LEAST_RUN:
                pieces.append(Run(run.a + start, run.b + start, step - start))
            start = None
    return pieces
