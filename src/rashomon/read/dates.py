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
_MONTH_DAY = re.compile(
    rf"\b(?P<mon>{furniture.MONTH})[ /](?P<d>\d{{1,2}}){_ORDINAL}(?:,? |/)(?P<y>\d{{4}}){_YEAR_ENDS}", re.I
)
_FIGURES = re.compile(r"(?<!\d)(?P<a>\d{1,2})(?P<mark>[/.-])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{4})(?!\d)")
_SHORT = re.compile(
    r"(?<![\d.])(?P<a>\d{1,2})(?P<mark>[.-])(?P<b>\d{1,2})(?P=mark)(?P<y>\d{2})(?=\s+(?:\d{1,2}[:.]\d\d|\d{4}\s?(?:GMT|UTC|Z))\b)"
)
"""A slug's day, which the hour behind it tells from other figures: "06.02.03 11:40", "KTA-20-03-96 1910GMT"."""
_FIRST_SHORT = 85
"""Years of two figures from here on are of the last century: no page is older than EARLIEST_YEAR."""
_DIGITS = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d{2})(?P<m>\d{2})(?P<d>\d{2})(?!\d)")
_OPEN_DAY = re.compile(
    rf"\b(?P<mon>{furniture.MONTH}) (?P<d>\d{{1,2}})\b|\b(?P<d2>\d{{1,2}}) (?P<mon2>{furniture.MONTH})\b", re.I
)
_NOT_ITS_OWN = re.compile(
    rf"\b(?:since|until|till|before|after|from|events? of|attacks? of)\s+(?:the\s+)?$"
    rf"|\b{furniture.MONTH}(?: \d{{1,2}})?\s*[-–—]\s*$",
    re.I,
)
"""Words before a date that is another's: a count's first day, the day of the events, the end of a period they took."""
_APPEARED = re.compile(r"\b(?:appeared in|issue|edition|no\.) [\w ]{1,20},? $", re.I)
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
    for pattern in (_ISO, _SLASHED, _DAY_MONTH, _MONTH_DAY, _FIGURES, _SHORT, _COMPACT):
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
    for pattern in (_ISO, _SLASHED, _DAY_MONTH, _MONTH_DAY, _FIGURES, _SHORT):
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
            elif is_day_line(line) or not _NOT_ITS_OWN.search(line[:position]):
                published = published or day
    published = published or _headed_day(text, blocks)
    return _seen(published) or _dateline_day(text, blocks), _seen(updated) or Dated()


def _headed_day(text: str, blocks: Sequence[Block]) -> str | None:
    """The end of the last day or period that stands alone above the article, however far ("29 June - 5 July 2010")."""
    article = next((i for i, block in enumerate(blocks) if block.kind == "paragraph"), 0)
    above = (text[b.start : b.end] for b in blocks[:article] if b.kind == "boilerplate" and _tells_day(text, b))
    own = (line for line in above if is_day_line(line) and not _TODAY.search(line) and not _UPDATED.search(line))
    days = [days_in(line) for line in own]
    return next((found[-1][1] for found in reversed(days) if found), None)


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
    reason = dict(block.meta).get("reason")
    if reason == "service line":
        line = text[block.start : block.end]
        return any(_APPEARED.search(line[:position]) for position, _ in days_in(line))
    return reason == "date" or (reason in _MAY_TELL_DAY and any(map(is_date_line, parts)))


def _says(this: re.Pattern[str], other: re.Pattern[str], before: str) -> bool:
    mine = max((m.end() for m in this.finditer(before)), default=-1)
    return mine >= 0 and mine > max((m.end() for m in other.finditer(before)), default=-1)


def _seen(day: str | None) -> Dated | None:
    return Dated(day, day, "visible text") if day else None


def _dateline_day(text: str, blocks: Sequence[Block]) -> Dated:
    lines = (text[block.start : block.end] for block in blocks if block.kind == "dateline")
    day = next((day for line in lines if (day := iso_day(line) or _with_year(line, text, blocks))), None)
    return Dated(day, day, "dateline") if day else Dated()


def _with_year(line: str, text: str, blocks: Sequence[Block]) -> str | None:
    """A dateline's day without a year, in the year that a line of furniture gives the same day ("ID: 20190112-3")."""
    found = _OPEN_DAY.search(line)
    if found is None:
        return None
    month = _MONTHS.index((found["mon"] or found["mon2"])[:3].lower()) + 1
    ending = f"-{month:02d}-{int(found['d'] or found['d2']):02d}"
    told = {day for b in blocks if b.kind == "boilerplate" for day in _figures_in(text[b.start : b.end])}
    fitting = {day for day in told if day.endswith(ending)}
    return fitting.pop() if len(fitting) == 1 else None


def _figures_in(line: str) -> set[str]:
    compact = {day for match in _DIGITS.finditer(line) if (day := _day(match))}
    return compact | {day for _, day in days_in(line)}


def _day(match: re.Match[str]) -> str | None:
    parts = match.groupdict()
    if "a" in parts:
        month, day = _figures(int(parts["a"]), int(parts["b"]), parts["mark"])
    else:
        month = _MONTHS.index(parts["mon"][:3].lower()) + 1 if "mon" in parts else int(parts["m"])
        day = int(parts["d"])
    year = int(parts["y"])
    if year < 100:
        year += 1900 if year >= _FIRST_SHORT else 2000
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
