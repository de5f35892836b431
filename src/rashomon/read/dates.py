"""Days that a page gives itself: when it was published and when it was updated.

Lives here: absolute dates in words, figures and addresses, and which lines may carry them. Must not know: the dates
inside an article, which are ground's.

A widget's month, a caption's day and a copyright year are never taken: only lines of furniture next to the title or
the end of the article, that are a date and little else, or that say "published" or "updated".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from datetime import date

from lxml import html

from rashomon.lexicon import furniture
from rashomon.read.shape import words
from rashomon.record import Block, Dated

EARLIEST_YEAR, LATEST_YEAR = 1985, 2100
"""Years a web page can have been published in; before 1985 there was no address to publish at."""

DATE_LINE_WORDS = 14
"""Words of the longest line that is a date line: weekday, day, time, zone, and a byline in front."""

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDINAL = r"(?:st|nd|rd|th)?"
_YEAR_ENDS = r"(?!\d(?!\d?:\d\d))"
"""No further digit, but for an hour that markup left glued to the year: "April 2, 20248:41 AM"."""
_ISO = re.compile(r"(?<!\d)(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?!\d)")
_SLASHED = re.compile(r"(?<!\d)(?P<y>\d{4})[/.](?P<m>\d{1,2})[/.](?P<d>\d{1,2})(?!\d)")
_DAY_MONTH = re.compile(
    rf"(?<!\d)(?P<d>\d{{1,2}}){_ORDINAL}(?: of)?[ -]+(?P<mon>{furniture.MONTH})[ ,-]+(?P<y>\d{{4}}){_YEAR_ENDS}",
    re.I,
)
_MONTH_DAY = re.compile(rf"\b(?P<mon>{furniture.MONTH}) (?P<d>\d{{1,2}}){_ORDINAL},? (?P<y>\d{{4}}){_YEAR_ENDS}", re.I)
_FIGURES = re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4})(?!\d)")
_IN_ADDRESS = re.compile(r"/(?P<y>(?:19|20)\d{2})[/-](?P<m>\d{1,2})[/-](?P<d>\d{1,2})(?=[/-]|\Z)")
_COMPACT = re.compile(r"\A(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})(?:T?\d{4,6}.{0,10})?\Z")
_PUBLISHED = re.compile(rf"\b{furniture.PUBLISHED_HEADS}\b", re.I)
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W\d_]")
_DAY_WORDS = re.compile(
    rf"\b(?:{furniture.PUBLISHED_HEADS}|{furniture.UPDATED_HEADS}|{furniture.MONTH}|{furniture.WEEKDAY}|st|nd|rd|th|at|on|the|of|today|yesterday|hrs|gmt|utc|[ap]\.?m)(?!\w)"
    r"|(?<=\d)(?:st|nd|rd|th|[ap]m)\b",
    re.I,
)
SHORTEST_DATE = 8
"""Characters of "1/13/2030", nearly: no shorter line holds a full date."""

_MAY_TELL_DAY = ("meter", "newsletter", "outside the article", "short line above the article")
"""Why else a line is no article that may hold the page's day beside other words; a side column or a footer may not."""
_BARS = re.compile(r"\s[|·•]\s")
_TODAY = re.compile(r"\b(?:today|now)\b|©", re.I)
"""A clock's words: such a line tells when the page was looked at."""

_UPDATED = re.compile(rf"\b{furniture.UPDATED_HEADS}\b", re.I)


def iso_day(text: str) -> str | None:
    """The first full date in `text` as an ISO day, None when there is none, or when figures leave it open which is
    the month."""
    days = days_in(text[:200])
    return days[0][1] if days else None


def days_in(text: str) -> list[tuple[int, str]]:
    """Every full date with the position it stands at, in order."""
    found: dict[int, str] = {}
    for pattern in (_ISO, _SLASHED, _DAY_MONTH, _MONTH_DAY, _FIGURES, _COMPACT):
        for match in pattern.finditer(text):
            day = _day(match)
            if day:
                found.setdefault(match.start(), day)
    return sorted(found.items())


def is_date_line(line: str) -> bool:
    """True of a short line that holds a full date and little else: at most six words more."""
    if len(line) < SHORTEST_DATE or not _DIGIT.search(line) or words(line) > DATE_LINE_WORDS:
        return False
    rest = line
    for pattern in (_ISO, _SLASHED, _DAY_MONTH, _MONTH_DAY, _FIGURES):
        rest = pattern.sub(" ", rest)
    return rest != line and len(re.findall(r"[^\W\d_]{2,}", rest)) <= BESIDE_DATE


def is_day_line(line: str) -> bool:
    """True of a line that is nothing but a day or an hour, the year left out: "Thursday 7 February - 20:15"."""
    if len(line) > LONGEST_DAY or not _DIGIT.search(line):
        return False
    return not _LETTER.search(_DAY_WORDS.sub(" ", line))


LONGEST_DAY = 80
"""Characters of the longest line that is nothing but a day and an hour."""

BESIDE_DATE = 6
"""Words that stand beside the day in a date line: "published on Tuesday at noon local time" has six."""


def address_day(url: str | None) -> Dated:
    """The day that an address carries ("/2019/01/12/"), basis "url"."""
    match = _IN_ADDRESS.search(url or "")
    day = _day(match) if match else None
    return Dated(day, day, "url") if day else Dated()


def markup_day(root: html.HtmlElement) -> Dated:
    """The day that htmldate finds in the markup without guessing, basis "markup"."""
    from htmldate import find_date

    try:
        found: str | None = find_date(deepcopy(root), extensive_search=False, original_date=True)
    except Exception:  # the library raises whatever its parts raise; its failure only costs us its opinion
        return Dated()
    day = iso_day(found or "")
    # the library fills what a copyright line leaves open with the first of January
    return Dated(day, day, "markup") if day and not day.endswith("-01-01") else Dated()


def page_days(text: str, blocks: Sequence[Block]) -> tuple[Dated, Dated]:
    """(published, updated) as the page's visible lines say; basis "visible text" or "dateline"."""
    published = updated = None
    for block in _date_lines(text, blocks):
        line = text[block.start : block.end]
        for position, day in days_in(line):
            if _says(_UPDATED, _PUBLISHED, line[:position]):
                updated = updated or day
            else:
                published = published or day
    return _seen(published) or _dateline_day(text, blocks), _seen(updated) or Dated()


def _date_lines(text: str, blocks: Sequence[Block]) -> list[Block]:
    """Short lines that are not article, above the end of the running text and below the title, or next above it."""
    article = [i for i, block in enumerate(blocks) if block.kind in ("title", "paragraph", "list", "quote")]
    if not article:
        return []
    first, last = article[0] - 3, article[-1] + 2
    near = [b for i, b in enumerate(blocks) if first <= i <= last]
    dated = [b for b in near if b.kind == "byline" or (b.kind == "boilerplate" and _tells_day(text, b))]
    return [b for b in dated if not _TODAY.search(text[b.start : b.end])]


def _tells_day(text: str, block: Block) -> bool:
    """True of furniture that is a date line, as a whole or between two bars ("By A. B. | 9 November 2017 | Filed")."""
    parts = _BARS.split(text[block.start : block.end])
    return dict(block.meta).get("reason") == "date" or (
        dict(block.meta).get("reason") in _MAY_TELL_DAY and any(map(is_date_line, parts))
    )


def _says(this: re.Pattern[str], other: re.Pattern[str], before: str) -> bool:
    mine = max((m.end() for m in this.finditer(before)), default=-1)
    return mine >= 0 and mine > max((m.end() for m in other.finditer(before)), default=-1)


def _seen(day: str | None) -> Dated | None:
    return Dated(day, day, "visible text") if day else None


def _dateline_day(text: str, blocks: Sequence[Block]) -> Dated:
    lines = (text[block.start : block.end] for block in blocks if block.kind == "dateline")
    day = next((day for line in lines if (day := iso_day(line))), None)
    return Dated(day, day, "dateline") if day else Dated()


def _day(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    if "a" in parts:
        month, day = _figures(int(parts["a"]), int(parts["b"]), parts["mark"])
    else:
        month = _MONTHS.index(parts["mon"][:3].lower()) + 1 if "mon" in parts else int(parts["m"])
        day = int(parts["d"])
    year = int(parts["y"])
    try:
        return date(year, month, day).isoformat() if EARLIEST_YEAR <= year <= LATEST_YEAR else None
    except ValueError:
        return None


def _figures(a: int, b: int, mark: str) -> tuple[int, int]:
    """(month, day) of "a/b": only where one of them can be no month, or both are the same. With stops between them the
    day comes first wherever dates are so written."""
    if mark == ".":
        return b, a
    return (b, a) if a > 12 or a == b else (a, b) if b > 12 else (0, 0)
