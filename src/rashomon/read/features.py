"""What the line model looks at: numbers about each line and about the lines around it.

Lives here: the table of features, own and of the neighbourhood, in the one order that training and reading share.
Must not know: weights, labels. Empty lines and their count are left out on purpose: pages lose them on the way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from rashomon.lexicon import furniture
from rashomon.read.line import Line
from rashomon.read.shape import (
    FUNCTION_WORDS,
    LOOKED_AT,
    content_words,
    ends_sentence,
    furniture_reason,
    is_name_like,
    is_prose,
    matches,
    words,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

_FIRST = frozenset("i i'm i'd i've i'll me my mine i’m i’d i’ve i’ll imo imho lol btw thx".split())
_SECOND = frozenset("you your you're you’re yours u ur yourself thanks thank please".split())
_TOKEN = re.compile(r"[\w'’]+")
_DIGIT = re.compile(r"\d")
_UPPER = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-ΩЀ-Я]")
_AGO = re.compile(r"\b(?:a|an|\d{1,3}) (?:second|minute|hour|day|week|month|year)s? ago\b", re.I)
_CLOCK = re.compile(r"\b\d{1,2}[:.]\d{2}(?::\d{2})? ?(?:[ap]\.?m\b\.?|gmt|utc|est|pst)?", re.I)
_DATE = re.compile(
    rf"\b(?:{furniture.MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{furniture.MONTH}\b"
    r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b)",
    re.I,
)
_SAYS = re.compile(r"\b(?:says?|said|wrote|writes|replied|commented|posted)\b[^.]{0,40}[:.…]*\Z", re.I)
_ACTION = re.compile(r"\b(?:reply|permalink|flag|report (?:abuse|comment|post)|quote|rate|vote|like this|spam)\b", re.I)
_ADDRESS = re.compile(r"https?://|www\.|\.com\b", re.I)
_POSTED = re.compile(r"\b(?:posted|by|filed|published|written)\b", re.I)
_COMMENTS = re.compile(r"\b(?:comments?|responses?|replies|thoughts|discussion|feedback)\b", re.I)
_ALLOWED_TAGS = re.compile(r"<\w+|html tags|captcha|required|e-?mail|subscribe|rss|cancel", re.I)
_REASONS = ("meter", "navigation", "share", "legal", "buttons", "tags", "newsletter")

WINDOWS = (1, 2, 4, 8, 16)
"""Lines to either side over which neighbourhood sums are taken."""


def features(lines: Sequence[Line]) -> Matrix:
    """One row a line: its own features, its neighbours', and the sums around it; float32, always the same columns."""
    import numpy as np

    if not lines:
        return np.zeros((0, 0), np.float32)
    repeats = Counter(line.words for line in lines)
    own = np.array([[*_own(line), min(repeats[line.words], 20)] for line in lines], np.float32)
    page = _page(lines, own)
    return np.concatenate([own, _beside(own), _around(own), page], axis=1).astype(np.float32)


def _own(line: Line) -> list[float]:
    text = line.words[:LOOKED_AT]
    tokens = _TOKEN.findall(text.casefold())
    spoken = text.split()
    n = max(len(tokens), 1)
    size = max(len(text), 1)
    first = len([token for token in tokens if token in _FIRST])
    second = len([token for token in tokens if token in _SECOND])
    digits = len(_DIGIT.findall(text))
    reason = furniture_reason(text)
    return [
        len(tokens),
        len(text),
        len(text) / n,
        ends_sentence(text),
        text[:1].isupper(),
        text[:1].islower(),
        len([token for token in tokens if token in FUNCTION_WORDS]) / n,
        first / n,
        first > 0,
        second / n,
        second > 0,
        digits / size,
        len(_UPPER.findall(text)) / size,
        len([word for word in spoken if word[0].isupper()]) / max(len(spoken), 1),
        text.count(",") / n,
        text.count("?"),
        text.count("!"),
        text.count("...") + text.count("…"),
        text.count('"') + text.count("“") + text.count("”"),
        text.count("|") + text.count("»") + text.count("·"),
        text.count(". "),
        text.endswith(":"),
        text.endswith("?"),
        text.startswith(("@", "#", "Re:", "re:")),
        bool(line.bullet),
        min(line.indent, 16),
        is_name_like(text),
        is_prose(text),
        bool(reason),
        *(reason == known for known in _REASONS),
        matches("THREAD_HEADS", text) is not None,
        matches("THREAD_TAILS", text) is not None,
        matches("RELATED_HEADS", text) is not None,
        matches("BYLINES", text) is not None,
        matches("CAPTIONS", text) is not None,
        " ago" in text and _AGO.search(text) is not None,
        digits > 0 and _CLOCK.search(text) is not None,
        digits > 0 and _DATE.search(text) is not None,
        len(tokens) < 25 and _SAYS.search(text) is not None,
        len(tokens) < 15 and _ACTION.search(text) is not None,
        _ADDRESS.search(text) is not None,
        len(tokens) < 20 and _POSTED.search(text) is not None,
        len(tokens) < 12 and _COMMENTS.search(text) is not None,
        len(tokens) < 60 and _ALLOWED_TAGS.search(text) is not None,
    ]


WORDS, STOPS, FIRST, BULLET, INDENT, NAME, PROSE, REASON = 0, 6, 8, 24, 25, 26, 27, 28
HEAD, TAIL, CLOCK, DATE, SAYS, ACTION, COMMENTS = 36, 37, 42, 43, 44, 45, 48
"""Columns of the table above that the neighbourhood is summed over."""

_BESIDE = (WORDS, STOPS, FIRST, BULLET, INDENT, NAME, PROSE, REASON, HEAD, TAIL, CLOCK, DATE, SAYS, ACTION)
_SUMMED = (WORDS, STOPS, FIRST, BULLET, NAME, PROSE, REASON, CLOCK, DATE, SAYS, ACTION)


def _beside(own: Matrix) -> Matrix:
    """The same columns one and two lines before and after; -1 beyond the page."""
    import numpy as np

    columns = own[:, list(_BESIDE)]
    padded = np.pad(columns, ((2, 2), (0, 0)), constant_values=-1)
    n = len(own)
    return np.concatenate([padded[k : k + n] for k in (0, 1, 3, 4)], axis=1)


def _around(own: Matrix) -> Matrix:
    """Sums over windows before and after each line."""
    import numpy as np

    sums = np.concatenate([np.zeros((1, len(_SUMMED)), np.float32), np.cumsum(own[:, list(_SUMMED)], axis=0)])
    n = len(own)
    at = np.arange(n)
    parts = []
    for width in WINDOWS[1:]:
        parts.append(sums[at] - sums[np.maximum(at - width, 0)])
        parts.append(sums[np.minimum(at + 1 + width, n)] - sums[at + 1])
    return np.concatenate(parts, axis=1)


def _page(lines: Sequence[Line], own: Matrix) -> Matrix:
    """Where in the page a line stands: by lines and by words, and what has been passed before it."""
    import numpy as np

    n = len(lines)
    at = np.arange(n, dtype=np.float32)
    said = np.cumsum(own[:, WORDS])
    prose = own[:, WORDS] * own[:, PROSE]
    told = np.cumsum(prose)
    heads = np.cumsum(own[:, HEAD])
    talk = np.cumsum(own[:, COMMENTS])
    tails = np.cumsum(own[:, TAIL])
    columns = [
        at, n - at, at / n, said - own[:, WORDS], said / max(said[-1], 1), np.full(n, said[-1]),
        told - prose, told[-1] - told, told / max(told[-1], 1), heads, talk, tails, tails[-1] - tails,
        _since(own[:, HEAD]), _since(own[:, TAIL]), _since(own[:, COMMENTS]), _since(own[:, PROSE]),
        _since(own[::-1, PROSE])[::-1], _since(own[::-1, TAIL])[::-1], _since(own[::-1, HEAD])[::-1],
        _since(own[:, DATE]), _since(own[::-1, DATE])[::-1], *_shared(lines, prose),
    ]  # fmt: skip
    return np.stack(columns, axis=1).astype(np.float32)


def _since(flags: Matrix) -> Matrix:
    """Lines since the last flag, capped at 60; 60 where there was none."""
    import numpy as np

    at = np.arange(len(flags), dtype=np.float32)
    last = np.maximum.accumulate(np.where(flags > 0, at, -60.0))
    return np.minimum(at - last, 60)


def _shared(lines: Sequence[Line], prose: Matrix) -> list[Matrix]:
    """Share of a line's content words that stand in the page's first long run, and in the lines above the page's
    first running text (the title is among them)."""
    import numpy as np

    running = [i for i, amount in enumerate(prose) if amount > 0]
    first = running[0] if running else 0
    early = content_words(*(lines[i].words for i in running[:12]))
    head = content_words(*(line.words for line in lines[max(0, first - 5) : first]))
    spoken = [content_words(line.words) for line in lines]
    return [np.array([len(own & known) / max(len(own), 1) for own in spoken], np.float32) for known in (early, head)]


def word_count(line: str) -> int:
    """Words as the benches weigh lines: runs without white space."""
    return words(line)
