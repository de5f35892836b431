"""Which line is what: the labels of a page without tags.

Lives here: the order in which title, thread, furniture, related boxes, captions and running text are told apart.
Must not know: offsets, blocks, HTML.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from rashomon.lexicon import furniture
from rashomon.read.dates import is_date_line, is_day_line
from rashomon.read.line import OVERFLOW, Line
from rashomon.read.marks import is_head
from rashomon.read.masthead import Masthead, find_masthead
from rashomon.read.names import byline_in, is_person_like
from rashomon.read.posts import find_posts
from rashomon.read.shape import content_words, ends_sentence, furniture_reason, is_prose, matches, words
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
    zones = _without_doubt(lines, zones, thread.doubtful)
    article = [i for i, zone in enumerate(zones) if zone == "article" and i not in node_of]
    article = article[: _ended(lines, article)]
    body = next((i for i in article if _is_running(lines[i])), min(article, default=started))
    body_end = max(article) if article else _body_end(lines, started, thread.first)
    above = min(body, thread.first) if not zones else body
    masthead = find_masthead(lines, above, lines[body : body_end + 1])
    title = find_title(lines, above, body_end, masthead.line)
    spoken = content_words(*(line.words for line in lines[body : body_end + 1]))
    return Place(title, body, body_end, thread, node_of, frozenset(spoken), zones, masthead)


def _without_doubt(lines: Sequence[Line], zones: tuple[str, ...], doubtful: Set[int]) -> tuple[str, ...]:
    """The zones with the lines that nothing but the model takes for comments made article, where running text of the
    article goes before them and at most one line of furniture between; the others are furniture."""
    if not doubtful:
        return zones
    found = list(zones)
    since = len(lines)
    for i in range(len(found)):
        if i in doubtful:
            near = since == 0 or (since <= DOUBT_REACH and ends_sentence(lines[i].words))
            found[i] = "article" if near and not leads_on(lines[i].words) else "boilerplate"
        since = 0 if found[i] == "article" else since + (not furniture_reason(lines[i].words))
        since = len(lines) if leads_on(lines[i].words) else since
    return tuple(found)


DOUBT_REACH = 1
"""Lines between the article and a whole sentence that follows it and is doubtful: a question, a heading."""


def leads_on(line: str) -> bool:
    """True of a line after which no article goes on: heads of other stories, of threads, of contacts."""
    return any(matches(table, line) for table in ("RELATED_HEADS", "CLOSING_HEADS")) or is_head(line)


def _ended(lines: Sequence[Line], article: Sequence[int]) -> int:
    """How many of the article's lines are left without what its publisher says of itself below the last paragraph."""
    spoken = Counter(word for i in article for word in content_words(lines[i].words))
    for k in range(len(article) - 1, -1, -1):
        line = lines[article[k]]
        if _can_end(line) and not (k and _is_service(line.words, spoken)):
            return k + 1
    return 0


def _is_service(line: str, spoken: Mapping[str, int]) -> bool:
    """True of a line that can be no article's last: who wrote it, how to reach the publisher, what to read or pay."""
    if matches("SERVICE_LINES", line) or matches("TAIL_LINES", line):
        return True
    own = content_words(line)
    shared = sum(spoken[word] > 1 for word in own) / max(len(own), 1)
    said = any(mark in line for mark in QUOTES)
    spoken_to = any(spoken[word] <= 1 for word in own & furniture.TAIL_WORDS)
    return words(line) <= LONGEST_SERVICE and shared < SERVICE_SHARE and not said and spoken_to


SENTENCE_WORDS = 5
"""Words of the shortest whole sentence that an article can end with."""

QUOTES = ('"', "“", "”", "‘")

LONGEST_SERVICE = 30
"""Words of the longest closing line that its words alone tell to be the publisher's."""

SERVICE_SHARE = 0.34
"""Share of a line's content words that the rest of the article uses from which it is the article's own."""


def _can_end(line: Line) -> bool:
    """True of a line that an article can end with: no furniture, and no stray short line."""
    count = words(line.words)
    long = count >= PARAGRAPH_WORDS or (count >= SENTENCE_WORDS and ends_sentence(line.words))
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
        fit = [i for i, share in shares.items() if share >= min(best, TITLE_SHARE)]
        full = (i for i in fit if len(content_words(lines[i].words) & spoken) >= FULL_HEADLINE)
        return _above(lines, next(full, fit[0]), shares, spoken)
    # "Tarsan stands": two or three words make a headline where no longer line speaks of what the text does; else a line
    # that says it in words of its own stands next above the text, and slogans higher
    short = [i for i in range(body) if i != masthead and _can_be_title(lines[i], SHORT_HEADLINE)]
    return next((i for i in short if share_of(lines[i].words, spoken) >= TITLE_SHARE), max(heads, default=-1))


def _above(lines: Sequence[Line], best: int, shares: Mapping[int, float], spoken: Set[str]) -> int:
    """The line next above the best one where it speaks of the same: the headline over its standfirst."""
    over = best - 1
    told = len(content_words(lines[over].words) & spoken) if over in shares else 0
    shorter = over in shares and len(lines[over].words) < len(lines[best].words)
    return over if shorter and told >= FULL_HEADLINE and shares[over] >= STANDFIRST_SHARE else best


FULL_HEADLINE = 3
"""Content words that a headline shares with its article; slogans and sections share one."""


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
        and not any(matches(table, line.words) for table in ("BYLINES", "RELATED_HEADS", "SERVICE_LINES"))
        and (matches("HEADLINE_KINDS", line.words) is not None or not matches("RELATED_LINES", line.words))
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
    if (
        place.title <= i <= place.body_end
        and reason in ("legal", "buttons")
        and matches("FURTHER_CAPTIONS", line.words)
    ):
        return Label("caption", "tells what is to be seen")
    if reason and not inside:
        return Label("boilerplate", reason)
    if matches("SERVICE_LINES", line.words):
        return Label("boilerplate", "service line")
    return _by_place(lines, i, place)


def _by_place(lines: Sequence[Line], i: int, place: Place) -> Label:
    line, title, body = lines[i], place.title, place.body
    if i < body + 2 and not is_prose(line.words) and byline_in(line.words):
        return Label("byline", "names the author")
    if title < i < body and _is_lone_author(lines, i, place):
        return Label("byline", "a name beside the day")
    near = title <= i <= title + CAPTION_REACH
    inside = _is_article(i, place)
    if (near or inside) and (_is_caption(line.words) or (near and _DATED_CAPTION.fullmatch(line.words))):
        return Label("caption", "tells what is to be seen")
    if i < body and title <= i and title >= 0:
        return _between_title_and_body(line, place.spoken)
    if not inside:
        return Label("boilerplate", "outside the article")
    label = _in_body(line)
    return label._replace(reason=f"{label.reason}, reads like a comment") if i in place.thread.doubtful else label


def _is_lone_author(lines: Sequence[Line], i: int, place: Place) -> bool:
    """True of a person's name beside a date line or an e-mail address, which the text below does not speak of."""
    name = lines[i].words
    if not is_person_like(name) or same_words(name, place.masthead.name) or matches("RELATED_HEADS", name):
        return False
    beside = [lines[k].words for k in (i - 1, i + 1) if place.title < k < len(lines)]
    return any(is_date_line(line) or "@" in line for line in beside) and not share_of(name, place.spoken)


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
    return any(matches(table, line) for table in ("CAPTIONS", "FURTHER_CAPTIONS"))


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
        elif matches("RELATED_LINES", line.words) and not is_prose(line.words) and labels[i].kind != "title":
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
