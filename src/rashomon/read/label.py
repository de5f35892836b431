"""Which line is what: the labels of a page without tags.

Lives here: the order in which title, thread, furniture, related boxes, captions and running text are told apart.
Must not know: offsets, blocks, HTML.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.lexicon import furniture
from rashomon.read.dates import is_date_line, is_day_line
from rashomon.read.line import OVERFLOW, Line
from rashomon.read.masthead import Masthead, find_masthead
from rashomon.read.posts import find_posts
from rashomon.read.shape import content_words, furniture_reason, is_prose, matches, words
from rashomon.read.thread import Thread, find_thread
from rashomon.record.document import BlockKind

HEADLINE_WORDS = (4, 28)
"""Words of a headline, fewest and most; in 2,668 collected news pages 99 of 100 lie within."""

FOREIGN_SHARE = 0.2
"""Share of a line's content words that the article uses below which it is as good as a slogan for a headline."""

SHORT_HEADLINE = 2
"""Words of the shortest headline, asked for where no longer line looks like one."""

TITLE_SHARE = 0.5
"""Share of a line's content words that the article uses from which the first such line is the headline."""

STANDFIRST_SHARE = 0.3
"""Share of a short line's content words that the article must use for it to be a standfirst and no slogan."""

LONG = 20
"""Words from which a line that the model takes for article is article, whatever furniture it resembles."""

LONGEST_HEADLINE = 500
"""Characters in which two lines are compared as headlines."""

CAPTION_REACH = 4
"""Lines around the title, or around furniture, within which a photo's caption is looked for."""

_DATED_CAPTION = re.compile(
    rf"(?:{furniture.MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}} {furniture.MONTH},? \d{{4}})\s?[-–—:]\s.{{10,500}}?"
    rf"\b(?:{furniture.CAPTION_VERBS})\b.{{3,500}}",
    re.IGNORECASE,
)


class Label(NamedTuple):
    """kind of a line; why, in a word or two; node: index of the comment it belongs to, -1 = none; author of
    the embedded post it belongs to."""

    kind: BlockKind
    reason: str
    node: int = -1
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Labelled:
    """One Label a line, the thread, the index of the title's line (-1 = the page has none), and the masthead."""

    labels: tuple[Label, ...]
    thread: Thread
    title: int
    masthead: Masthead


@dataclass(frozen=True, slots=True)
class Place:
    """The landmarks of a page: indexes of the title (-1 = none), of the first and the last line of the article, the
    comments' lines, the content words of the article, the line model's zones (() = it was not asked), the masthead."""

    title: int
    body: int
    body_end: int
    thread: Thread
    node_of: dict[int, int]
    spoken: frozenset[str]
    zones: tuple[str, ...]
    masthead: Masthead


def label_lines(lines: Sequence[Line], zones: tuple[str, ...] = ()) -> Labelled:
    """One label for each line of a page whose tags are gone; `zones` are the line model's, () = rules alone."""
    zones = zones if "article" in zones else ()
    place = _place(lines, zones)
    labels = [_label(lines, i, place) for i in range(len(lines))]
    mark_related(lines, labels, place.thread.first)
    mark_posts(lines, labels, place.body + 1, place.body_end + POST_REACH)
    return Labelled(tuple(labels), place.thread, place.title, place.masthead)


def _place(lines: Sequence[Line], zones: tuple[str, ...]) -> Place:
    started = next((i for i, line in enumerate(lines) if _is_running(line) and _may_be(zones, i)), len(lines))
    thread = find_thread(lines, min(started + 1, len(lines)), zones)
    node_of = {i: n for n, node in enumerate(thread.nodes) for i in range(node.first, node.last + 1)}
    zones = zones if thread.nodes else _without_comments(lines, zones)
    article = [i for i, zone in enumerate(zones) if zone == "article" and i not in node_of]
    article = article[: 1 + max((k for k, i in enumerate(article) if _can_end(lines[i])), default=-1)]
    body = next((i for i in article if _is_running(lines[i])), min(article, default=started))
    body_end = max(article) if article else _body_end(lines, started, thread.first)
    above = min(body, thread.first) if not zones else body
    masthead = find_masthead(lines, above, lines[body : body_end + 1])
    title = find_title(lines, above, body_end, masthead.line)
    spoken = content_words(*(line.words for line in lines[body : body_end + 1]))
    return Place(title, body, body_end, thread, node_of, frozenset(spoken), zones, masthead)


def _without_comments(lines: Sequence[Line], zones: tuple[str, ...]) -> tuple[str, ...]:
    """The zones of a page that has no thread: a paragraph taken for a comment belongs to the article it follows."""
    found = list(zones)
    for i, zone in enumerate(zones):
        if zone == "comment":
            follows = i > 0 and found[i - 1] == "article" and is_prose(lines[i].words)
            found[i] = "article" if follows else "boilerplate"
    return tuple(found)


def _can_end(line: Line) -> bool:
    """True of a line that an article can end with: no furniture, and no stray short line."""
    long = words(line.words) >= PARAGRAPH_WORDS or is_prose(line.words)
    return (long or bool(line.bullet)) and not furniture_reason(line.words)


def _may_be(zones: tuple[str, ...], i: int) -> bool:
    return not zones or zones[i] == "article"


def find_title(lines: Sequence[Line], body: int, body_end: int, masthead: int = -1) -> int:
    """Index of the headline above the line `body`: the first that stands twice, else the first whose words the text
    below uses; -1 when none looks like a headline."""
    heads = [i for i in range(body) if i != masthead and _can_be_title(lines[i], HEADLINE_WORDS[0])]
    spoken = content_words(*(line.words for line in lines[body : body_end + 1]))
    twice = [i for i in heads if any(j != i and same_words(lines[i].words, lines[j].words) for j in heads)]
    shares = {i: share_of(lines[i].words, spoken) for i in twice or heads}
    best = max(shares.values(), default=0.0)
    if best >= FOREIGN_SHARE or twice:
        return next(i for i, share in shares.items() if share >= min(best, TITLE_SHARE))
    # "Tarsan stands": two or three words make a headline where no longer line speaks of what the text does; else a line
    # that says it in words of its own stands next above the text, and slogans higher
    short = [i for i in range(body) if i != masthead and _can_be_title(lines[i], SHORT_HEADLINE)]
    return next((i for i in short if share_of(lines[i].words, spoken) >= TITLE_SHARE), max(heads, default=-1))


def share_of(line: str, spoken: Set[str]) -> float:
    """Share of a line's content words that are among `spoken`."""
    own = content_words(line)
    return len(own & spoken) / max(len(own), 1)


def same_words(a: str, b: str) -> bool:
    """True when two lines differ in nothing but case, dashes and punctuation."""
    return _bare(a) == _bare(b) != ""


def _bare(line: str) -> str:
    return " ".join(re.findall(r"\w+", line[:LONGEST_HEADLINE].casefold()))


def _is_running(line: Line) -> bool:
    return is_prose(line.words) and not furniture_reason(line.words) and not _is_caption(line.words)


def _can_be_title(line: Line, fewest: int) -> bool:
    most = HEADLINE_WORDS[1]
    return (
        not line.bullet
        and fewest <= words(line.words) <= most
        and not line.words.endswith(".")
        and not furniture_reason(line.words)
        and not is_date_line(line.words)
        and not is_day_line(line.words)
        and not _is_caption(line.words)
        and not any(matches(table, line.words) for table in ("BYLINES", "RELATED_HEADS", "RELATED_LINES"))
    )


def _body_end(lines: Sequence[Line], body: int, thread: int) -> int:
    """The last line of running text before the thread."""
    return next((i for i in range(thread - 1, body, -1) if _is_running(lines[i])), min(body, len(lines) - 1))


def _label(lines: Sequence[Line], i: int, place: Place) -> Label:
    line, title = lines[i], place.title
    if OVERFLOW in line.hints:
        return Label("boilerplate", "beyond the lines that are told apart")
    if i in place.node_of:
        return Label("comment", "thread", place.node_of[i])
    if i == title or (title >= 0 and i < place.body and same_words(line.words, lines[title].words)):
        return Label("title", "headline" if i == title else "headline again")
    if not place.zones and i >= place.thread.first:
        return Label("boilerplate", "thread furniture")
    reason = furniture_reason(line.words) or ("date" if is_date_line(line.words) else "")
    inside = bool(place.zones) and _is_article(i, place) and words(line.words) >= LONG
    if reason and not inside:
        return Label("boilerplate", reason)
    return _by_place(line, i, place)


def _by_place(line: Line, i: int, place: Place) -> Label:
    title, body = place.title, place.body
    if matches("BYLINES", line.words) and i < body + 2 and not is_prose(line.words):
        return Label("byline", "names the author")
    near = title <= i <= title + CAPTION_REACH
    inside = _is_article(i, place)
    if (near or inside) and (_is_caption(line.words) or (near and _DATED_CAPTION.fullmatch(line.words))):
        return Label("caption", "tells what is to be seen")
    if i < body and title <= i and title >= 0:
        return _between_title_and_body(line, place.spoken)
    return _in_body(line) if inside else Label("boilerplate", "outside the article")


def _is_article(i: int, place: Place) -> bool:
    """By the model where it was asked, within the landmarks; short lines above the title lead elsewhere."""
    if i > place.body_end or (i < place.title and i < place.body):
        return False
    return place.zones[i] == "article" if place.zones else place.body <= i


def _between_title_and_body(line: Line, spoken: frozenset[str]) -> Label:
    said = share_of(line.words, spoken) >= STANDFIRST_SHARE
    if words(line.words) >= HEADLINE_WORDS[0] and not line.bullet and said:
        return Label("paragraph", "standfirst")
    return Label("boilerplate", "short line above the article")


def _in_body(line: Line) -> Label:
    if line.bullet and line.bullet != "-":
        return Label("list", "bulleted")
    if is_prose(line.words) or words(line.words) >= PARAGRAPH_WORDS:
        return Label("paragraph", "running text")
    return Label("paragraph", "short line in the article")


PARAGRAPH_WORDS = 12
"""Words from which a line within the article is running text even without a full stop."""


def _is_caption(line: str) -> bool:
    return matches("CAPTIONS", line) is not None


def mark_related(lines: Sequence[Line], labels: list[Label], thread: int) -> None:
    """Relabels, in place and up to the line `thread`, what leads to other stories: boxes, single lines, and headlines
    over a button."""
    for i in range(thread):
        line = lines[i]
        if matches("RELATED_HEADS", line.words):
            labels[i] = Label("boilerplate", "head of related links")
            _mark_box(lines, labels, i + 1, thread)
        elif matches("READ_MORE", line.words) and i and lines[i].gap == 0:
            labels[i] = Label("boilerplate", "button")
            labels[i - 1] = Label("related", "headline over a button")
        elif matches("RELATED_LINES", line.words) and not is_prose(line.words):
            labels[i] = Label("related", "leads to another story")


def mark_posts(lines: Sequence[Line], labels: list[Label], first: int, end: int) -> None:
    """Relabels, in place, the posts of social networks among the lines first..end-1, and names their authors."""
    for i, author in find_posts(lines, first, end).items():
        if labels[i].kind not in ("comment", "title"):
            labels[i] = Label("embedded", labels[i].reason if labels[i].kind == "embedded" else "post", author=author)


POST_REACH = 4
"""Lines below the last running text among which a post of a social network is looked for."""


def _mark_box(lines: Sequence[Line], labels: list[Label], first: int, end: int) -> None:
    for i in range(first, end):
        if is_prose(lines[i].words) or labels[i].kind == "boilerplate":
            return
        labels[i] = Label("related", "in a box of related links")
