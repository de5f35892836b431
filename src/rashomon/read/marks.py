"""Marks that give a thread of reader comments away: who wrote, when, and the buttons around it.

Lives here: predicates over one line and the line below it. Must not know: threads, zones, labels.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rashomon.read.dates import is_date_line, is_day_line
from rashomon.read.line import Line
from rashomon.read.shape import is_name_like, is_prose, matches, words

STAMP_WORDS = 12
"""Words of the longest line that tells when a comment was written: "Posted on Tuesday, 4 March 2031 at 10:00 am"."""

LONGEST_AUTHOR = 60
"""Characters of the longest line that can open a comment as its author's name."""

_LETTER = re.compile(r"[^\W\d_]")
_CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?![\d./])(?::\d{2})?|\b\d{1,2} ?[ap]\.?m\b", re.I)
_DAY = re.compile(r"\d")


def is_stamp(line: str) -> bool:
    """True of a line that says when something was written, and nothing else."""
    if words(line) > STAMP_WORDS:
        return False
    return matches("AGO", line) is not None or is_date_line(line) or is_day_line(line)


def is_moment(line: str) -> bool:
    """True of a stamp that gives the day and the hour, or how long ago: diaries give the day, tickers the hour."""
    if not is_stamp(line):
        return False
    return matches("AGO", line) is not None or bool(_CLOCK.search(line) and _DAY.search(_CLOCK.sub(" ", line)))


def is_head(line: str) -> bool:
    """True of a line that names the comments below it."""
    return matches("THREAD_HEADS", line) is not None and matches("THREAD_WORDS", line) is not None


def is_button(line: str) -> bool:
    """True of a button that stands under a comment, or among those of a form."""
    return matches("COMMENT_BUTTONS", line) is not None


def named_author(line: str) -> str | None:
    """The author whom a line names as such: "Anna says:", "Anna, 3 days ago", "Posted by Anna on 4 March"."""
    if len(line) > 3 * LONGEST_AUTHOR or (is_prose(line) and not line.endswith(":")):
        return None
    told = matches("COMMENT_AUTHORS", line)
    if told and _is_name(told["name"]):
        when = told.groupdict().get("when")
        return told["name"].strip(" ,-–—") if when is None or is_stamp(when) else None
    return None


def _is_name(name: str) -> bool:
    """False of weekdays and months, and of what has no letters."""
    return bool(_LETTER.search(name)) and len(name) <= LONGEST_AUTHOR and not is_day_line(f"1 {name}")


def author_at(lines: Sequence[Line], i: int) -> str | None:
    """The author whom the line `i` names, by its own words or by the time that stands below it."""
    line = lines[i].words
    if is_button(line):
        return None
    below = i + 1 < len(lines) and not is_stamp(line) and is_stamp(lines[i + 1].words)
    return named_author(line) or (line if below and is_name_like(line) else None)


def is_mark(lines: Sequence[Line], i: int) -> bool:
    """True of a line that only a thread has: an author named as one, the moment, a button."""
    line = lines[i].words
    return author_at(lines, i) is not None or is_button(line) or is_moment(line)
