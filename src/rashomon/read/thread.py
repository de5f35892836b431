"""Threads of reader comments in a page without tags: where they begin, who wrote each, what answers what.

Lives here: bulleted threads told by their indentation, and plain ones told by the lines that open them. Must not
know: which lines are article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rashomon.read.line import Line
from rashomon.read.marks import LONGEST_AUTHOR, author_at, is_button, is_head, is_mark, is_stamp, named_author
from rashomon.read.shape import furniture_reason, is_name_like, is_prose, matches, words


@dataclass(frozen=True, slots=True)
class Node:
    """A comment: lines first..last (both in it, indexes), its author as printed, its depth, and the index of the node
    it answers."""

    first: int
    last: int
    author: str | None
    depth: int
    parent: int | None


@dataclass(frozen=True, slots=True)
class Thread:
    """nodes in order; `first` is the index of the thread's first line, the line count where there is no thread;
    lines from there on that lie in no node are furniture; `doubtful`: lines that nothing but the model takes for
    comments."""

    first: int
    nodes: tuple[Node, ...] = ()
    doubtful: frozenset[int] = frozenset()


NEAR = 6
"""Lines between a thread's head and its first comment, or between two stretches of it: sorting, a form, an advert."""

FEWEST_MARKS = 3
"""Marks of comments (authors with a time, buttons, "ago") that make a thread where no head stands over it."""

MARKED_SHARE = 0.2
"""Marks a running line from which a stretch without a head is a thread: every comment has its author and its time."""


def find_thread(lines: Sequence[Line], body: int, zones: Sequence[str] = ()) -> Thread:
    """The reader comments among `lines`, searched for after the index `body`, where the article has begun; `zones` are
    the line model's, () where it was not asked."""
    bulleted = _bulleted(lines, body)
    if bulleted.nodes and _is_believed(lines, bulleted, zones):
        return bulleted
    if zones:
        return _zoned(lines, body, zones)
    head = next((i for i in range(body, len(lines)) if matches("THREAD_HEADS", lines[i].words)), len(lines))
    return _grouped(lines, list(range(head, len(lines)))) if head < len(lines) else Thread(len(lines))


def _zoned(lines: Sequence[Line], body: int, zones: Sequence[str]) -> Thread:
    """The comments that the model tells, where something else on the page tells them, too."""
    among: list[int] = []
    for first, last in _stretches(lines, zones):
        start = _start(lines, max(body, _after_article(lines, zones, first)), first, last, bool(among))
        if start <= last:
            among += _inside(zones, _first(lines, zones, start), _last(lines, zones, last))
    doubtful = frozenset(i for i, zone in enumerate(zones) if zone == "comment") - set(among)
    return replace(_grouped(lines, among), doubtful=doubtful)


def _first(lines: Sequence[Line], zones: Sequence[str], start: int) -> int:
    """The line of the author above the first comment, where the model takes it for furniture."""
    above = (i for i in (start - 1, start - 2) if i >= 0 and zones[i] == "boilerplate" and author_at(lines, i))
    return min(above, default=start)


def _last(lines: Sequence[Line], zones: Sequence[str], last: int) -> int:
    """The last line of the comments that go on below with authors and times, which the model takes for furniture."""
    end = last
    for i in range(last + 1, len(lines)):
        if i - end > 3 or zones[i] != "boilerplate" or matches("RELATED_HEADS", lines[i].words):
            break
        end = i if author_at(lines, i) or is_stamp(lines[i].words) or is_button(lines[i].words) else end
    return end


def _inside(zones: Sequence[str], start: int, last: int) -> list[int]:
    return [i for i in range(start, last + 1) if zones[i] != "article"]


def _stretches(lines: Sequence[Line], zones: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last index of each run of lines that the model takes for comments, furniture between them let pass."""
    first = last = -1
    for i, zone in enumerate(zones):
        if zone == "comment":
            if first >= 0 and i - last > NEAR:
                yield first, last
                first = i
            first, last = (i if first < 0 else first), i
        elif zone == "article" and first >= 0 and is_prose(lines[i].words):
            yield first, last
            first = -1
    if first >= 0:
        yield first, last


def _after_article(lines: Sequence[Line], zones: Sequence[str], first: int) -> int:
    """The index after the last running text before `first` that the model takes for article."""
    told = (i for i in range(first - 1, max(first - 1 - 3 * NEAR, -1), -1) if zones[i] == "article")
    return next((i + 1 for i in told if is_prose(lines[i].words)), max(first - 3 * NEAR, 0))


def _start(lines: Sequence[Line], after: int, first: int, last: int, is_open: bool) -> int:
    """Where in first..last the comments begin, last + 1 where nothing but the model tells any: under a head, or with
    the first of several marks. What stands above may be the article's own."""
    spoken = [i for i in range(first, last + 1) if is_prose(lines[i].words)]
    if not spoken:
        return last + 1 if not is_open else first
    heads = [i for i in range(after, spoken[-1]) if is_head(lines[i].words)]
    near = [i for i in heads if first - i <= NEAR]
    marks = [i for i in range(first, min(last + 3, len(lines))) if is_mark(lines, i)]
    if near and (marks or len(spoken) > 1 or all(_opens(lines[i].words) for i in range(near[-1], first))):
        return max(first, near[0] + 1)
    enough = FEWEST_MARKS if not (is_open or heads) else 1
    if len(marks) >= max(enough, MARKED_SHARE * len(spoken)):
        return min(max(first, marks[0]), _with_author(lines, first, marks[0]))
    return last + 1


def _opens(line: str) -> bool:
    """True of what stands between a thread's head and its first words: sorting, a name."""
    return bool(matches("THREAD_HEADS", line) or furniture_reason(line) or is_name_like(line))


def _with_author(lines: Sequence[Line], first: int, mark: int) -> int:
    """The line of the first comment, where its mark stands below it: a button, and only words of its own between."""
    return first if is_button(lines[mark].words) and mark - first <= NEAR else mark


def _is_believed(lines: Sequence[Line], thread: Thread, zones: Sequence[str]) -> bool:
    """True where the model takes some of the running text under the bullets for comments: lists of links look alike."""
    inside = (i for node in thread.nodes for i in range(node.first, node.last + 1))
    told = [zones[i] for i in inside if is_prose(lines[i].words)] if zones else []
    return told.count("comment") >= BELIEVED * len(told)


BELIEVED = 0.3
"""Share of a bulleted thread's running lines that the line model must take for comments, too."""


def _bulleted(lines: Sequence[Line], body: int) -> Thread:
    first = next((i for i in range(body, len(lines)) if _opens_bulleted(lines, i)), len(lines))
    if first == len(lines) or sum(_is_author(line) for line in lines[first:]) < 2:
        return Thread(len(lines))
    last = _last_of_bulleted(lines, first)
    starts = [i for i in range(first, last + 1) if lines[i].bullet]
    ends = [*(start - 1 for start in starts[1:]), last]
    return Thread(first, _nested(lines, list(zip(starts, ends, strict=True))))


def _opens_bulleted(lines: Sequence[Line], i: int) -> bool:
    """An author's bullet with indented words under it: no list of an article looks so."""
    following = lines[i + 1] if i + 1 < len(lines) else None
    return _is_author(lines[i]) and following is not None and following.indent > lines[i].indent


def _is_author(line: Line) -> bool:
    return bool(line.bullet) and len(line.words) <= LONGEST_AUTHOR and words(line.words) <= 8


def _last_of_bulleted(lines: Sequence[Line], first: int) -> int:
    """Indented lines and bullets belong to the thread; it ends before the first line that is neither."""
    outer = lines[first].indent
    for i in range(first, len(lines)):
        if not lines[i].bullet and lines[i].indent <= outer:
            return i - 1
    return len(lines) - 1


def _nested(lines: Sequence[Line], runs: list[tuple[int, int]]) -> tuple[Node, ...]:
    nodes: list[Node] = []
    open_nodes: list[int] = []
    for first, last in runs:
        while open_nodes and lines[nodes[open_nodes[-1]].first].indent >= lines[first].indent:
            open_nodes.pop()
        parent = open_nodes[-1] if open_nodes else None
        author = lines[first].words if _is_author(lines[first]) else None
        nodes.append(Node(first, last, author, len(open_nodes), parent))
        open_nodes.append(len(nodes) - 1)
    return tuple(nodes)


def _grouped(lines: Sequence[Line], among: Sequence[int]) -> Thread:
    """The lines `among` which are comments, parted where an author, a button or a wide gap stands."""
    nodes: list[Node] = []
    named = sum(author_at(lines, i) is not None for i in among) >= FEWEST_NAMED
    in_form = False
    for i in among:
        author = author_at(lines, i) if named else _author(lines, i)
        in_form = named and author is None and (in_form or matches("THREAD_TAILS", lines[i].words) is not None)
        if in_form or _is_form(lines[i].words):
            continue
        if not nodes or _begins_comment(lines, i, nodes[-1], author, named):
            nodes.append(Node(i, i, author, 0, None))
        else:
            nodes[-1] = replace(nodes[-1], last=i)
    return Thread(among[0] if among else len(lines), tuple(node for node in nodes if _says_something(lines, node)))


FEWEST_NAMED = 2
"""Comments that name their author with a time or with "says": from two on, all of the page's do."""


def _is_form(line: str) -> bool:
    reason = furniture_reason(line)
    form = matches("THREAD_HEADS", line) or matches("THREAD_TAILS", line) or is_button(line) or reason == "legal"
    return bool(form or (reason and named_author(line) is None))


def _author(lines: Sequence[Line], i: int) -> str | None:
    """The author as a line tells it that stands over another, alone."""
    told = author_at(lines, i)
    follows = i + 1 < len(lines) and not _is_form(lines[i + 1].words)
    alone = follows and is_name_like(lines[i].words) and not is_stamp(lines[i].words)
    return told or (lines[i].words if alone else None)


def _begins_comment(lines: Sequence[Line], i: int, last: Node, author: str | None, named: bool) -> bool:
    """An author; where the page names none so, a button between, or more empty lines than stand between two paragraphs
    of one comment."""
    if named:
        return author is not None
    has_body = last.last > last.first or last.author is None
    return has_body and (author is not None or lines[i].gap > 1 or last.last < i - 1)


def _says_something(lines: Sequence[Line], node: Node) -> bool:
    """Names alone are no comments where nothing but order holds the thread together."""
    own = [line.words for line in lines[node.first : node.last + 1]]
    return any(is_prose(line) or (words(line) > 2 and not is_stamp(line)) for line in own)
