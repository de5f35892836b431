"""Which line is what: the labels of an HTML page.

Lives here: how the library's choice, the elements around a line and its words are weighed. Must not know: the tree.
"""

from __future__ import annotations

from collections.abc import Sequence

from rashomon.lexicon import markup
from rashomon.read.dates import is_date_line
from rashomon.read.label import (
    POST_REACH,
    STANDFIRST_SHARE,
    Label,
    Labelled,
    label_lines,
    mark_posts,
    mark_related,
    same_words,
    share_of,
)
from rashomon.read.line import OVERFLOW, Line
from rashomon.read.masthead import find_masthead
from rashomon.read.render import Rendered
from rashomon.read.shape import content_words, furniture_reason, is_name_like, is_prose, matches, words
from rashomon.read.thread import Node, Thread
from rashomon.read.zones import zones

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
LONG = 20
"""Words from which a line that the extractor takes for article is article, whatever furniture it resembles."""


def label_html(rendered: Rendered, main: frozenset[int] | None, titles: Sequence[str]) -> Labelled:
    """One label for each line of an HTML page; `main` are the lines an extractor takes for the article, None = no
    opinion; `titles` are the forms of its title that the head gives."""
    lines = rendered.lines
    if main is None:
        guessed = label_lines(lines, zones(lines))
        main = frozenset(i for i, label in enumerate(guessed.labels) if label.kind in ("paragraph", "list", "quote"))
    thread = _thread(rendered)
    title = _title(lines, main, titles)
    span = (min(main, default=0), max(main, default=-1))
    main = main - _slogans(lines, main, title)
    labels = [_label(lines, i, i in main, title, span) for i in range(len(lines))]
    for n, node in enumerate(thread.nodes):
        for i in range(node.first, node.last + 1):
            labels[i] = Label("comment", "comment element", n)
    mark_related(lines, labels, len(lines))
    mark_posts(lines, labels, span[0] + 1, span[1] + POST_REACH)
    masthead = find_masthead(lines, title if title >= 0 else span[0], [lines[i] for i in sorted(main)])
    return Labelled(tuple(labels), thread, title, masthead)


def _slogans(lines: Sequence[Line], main: frozenset[int], title: int) -> frozenset[int]:
    """Short lines between the title and the first running text whose words the article does not use."""
    first = min((i for i in main if is_prose(lines[i].words)), default=0)
    spoken = content_words(*(lines[i].words for i in main if i >= first))
    between = (i for i in main if title < i < first and lines[i].tag not in HEADINGS)
    return frozenset(i for i in between if share_of(lines[i].words, spoken) < STANDFIRST_SHARE)


def _title(lines: Sequence[Line], main: frozenset[int], titles: Sequence[str]) -> int:
    """The heading that the head's title holds, else the last h1 before the article."""
    heads = [i for i, line in enumerate(lines) if line.tag in HEADINGS and words(line.words) > 1]
    for title in titles:
        named = [i for i in heads if same_words(lines[i].words, title)] or [
            i for i in heads if lines[i].words.casefold() in title.casefold() and words(lines[i].words) > 3
        ]
        if named:
            return named[0]
    first = min(main, default=len(lines))
    before = [i for i in heads if i <= first and lines[i].tag == "h1"]
    return before[-1] if before else -1


def _label(lines: Sequence[Line], i: int, in_main: bool, title: int, span: tuple[int, int]) -> Label:
    line = lines[i]
    if OVERFLOW in line.hints:
        return Label("boilerplate", "beyond the lines that are told apart")
    if i == title or (title >= 0 and line.tag in HEADINGS and same_words(line.words, lines[title].words)):
        return Label("title", "headline" if i == title else "headline again")
    # a caption within an embedded picture is the site's own
    for hint, kind in (("caption", "caption"), ("embedded", "embedded")):
        if hint in line.hints:
            return Label(kind, "element")  # type: ignore[arg-type]
    if "comment" in line.hints and not in_main:
        return Label("boilerplate", "comment furniture")
    if "related" in line.hints and not in_main:
        return Label("related" if words(line.words) > 3 else "boilerplate", "element")
    reason = furniture_reason(line.words) or _date(line)
    if reason and not (in_main and words(line.words) >= LONG):
        return Label("boilerplate", reason)
    return _by_choice(line, in_main, title <= i <= span[1])


def _date(line: Line) -> str:
    """ "date" for a date line that does not stand in a side column, a footer or a menu."""
    return "date" if is_date_line(line.words) and not markup.FURNITURE_HINTS.keys() & set(line.hints) else ""


def _by_choice(line: Line, in_main: bool, within: bool) -> Label:
    if within and matches("BYLINES", line.words) and not is_prose(line.words):
        return Label("byline", "names the author")
    if matches("CAPTIONS", line.words) and within:
        return Label("caption", "tells what is to be seen")
    furniture = next((markup.FURNITURE_HINTS[hint] for hint in line.hints if hint in markup.FURNITURE_HINTS), "")
    if in_main and not (furniture and not is_prose(line.words)):
        return _article(line)
    if within and "byline" in line.hints and is_name_like(line.words):
        return Label("byline", "element")
    return Label("boilerplate", furniture or "outside the article")


def _article(line: Line) -> Label:
    if line.tag in HEADINGS:
        return Label("paragraph", "heading")
    if "quote" in line.hints:
        return Label("quote", "element")
    return Label("list", "element") if line.bullet else Label("paragraph", "main text")


def _thread(rendered: Rendered) -> Thread:
    """The comments that elements of the page tell apart, each with the lines that say something."""
    nodes: list[Node] = []
    of_element: dict[int, int] = {}
    lines_of: dict[int, list[int]] = {}
    for i, element in enumerate(rendered.comments):
        lines_of.setdefault(element, []).append(i)
    for element in range(len(rendered.parents)):
        run = _run(rendered, lines_of.get(element, []))
        if run is None:
            continue
        parent = _outer(rendered.parents, element, of_element)
        depth = nodes[parent].depth + 1 if parent is not None else 0
        of_element[element] = len(nodes)
        nodes.append(Node(run[0], run[-1], _author(rendered.lines, run), depth, parent))
    first = min((node.first for node in nodes), default=len(rendered.lines))
    return Thread(first, tuple(nodes))


def _run(rendered: Rendered, own: list[int]) -> list[int] | None:
    """The first run of neighbouring lines of a comment element that ends with words of its author."""
    run = [i for k, i in enumerate(own) if i - own[0] == k]
    while run and _is_button(rendered.lines[run[-1]]):
        run.pop()
    return run or None


def _is_button(line: Line) -> bool:
    return bool(furniture_reason(line.words) or matches("THREAD_TAILS", line.words) or "time" in line.hints)


def _author(lines: Sequence[Line], run: list[int]) -> str | None:
    named = [lines[i].words for i in run if "byline" in lines[i].hints] or [lines[run[0]].words]
    return named[0] if len(named[0]) <= 60 and (is_name_like(named[0]) or words(named[0]) <= 3) else None


def _outer(parents: Sequence[int], element: int, of_element: dict[int, int]) -> int | None:
    outer = parents[element]
    while outer >= 0 and outer not in of_element:
        outer = parents[outer]
    return of_element[outer] if outer >= 0 else None
