"""Threads of reader comments in a page without tags: where they begin, who wrote each, what answers what.

Lives here: bulleted threads told by their indentation, and plain ones told by the lines that open them. Must not
know: which lines are article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rashomon.read.line import Line
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
    lines from there on that lie in no node are furniture."""

    first: int
    nodes: tuple[Node, ...] = ()


LONGEST_AUTHOR = 60
"""Characters of the longest line that can open a comment as its author's name."""


def find_thread(lines: Sequence[Line], body: int, zones: Sequence[str] = ()) -> Thread:
    """The reader comments among `lines`, searched for after the index `body`, where the article has begun; `zones` are
    the line model's, () where it was not asked."""
    bulleted = _bulleted(lines, body)
    if bulleted.nodes and _is_believed(lines, bulleted, zones):
        return bulleted
    heads = [i for i in range(body, len(lines)) if matches("THREAD_HEADS", lines[i].words)]
    zoned = _grouped(lines, [i for i, zone in enumerate(zones) if zone == "comment"])
    if zones:
        return zoned if _is_evident(lines, zoned, bool(heads)) else Thread(len(lines))
    return _grouped(lines, list(range(heads[0], len(lines)))) if heads else Thread(len(lines))


def _is_evident(lines: Sequence[Line], thread: Thread, headed: bool) -> bool:
    """True of comments of which one at least is running text, and that are several or stand under a thread's head."""
    said = any(is_prose(lines[i].words) for node in thread.nodes for i in range(node.first, node.last + 1))
    return said and (headed or len(thread.nodes) > 1)


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
    """The lines `among` which are comments, parted where a name, a button or a wide gap stands."""
    nodes: list[Node] = []
    for i in among:
        if _is_form(lines[i].words):
            continue
        if not nodes or _begins_comment(lines, i, nodes[-1]):
            nodes.append(Node(i, i, _author(lines, i), 0, None))
        else:
            last = nodes[-1]
            nodes[-1] = Node(last.first, i, last.author, 0, None)
    return Thread(among[0] if among else len(lines), tuple(node for node in nodes if _says_something(lines, node)))


def _is_form(line: str) -> bool:
    return bool(matches("THREAD_HEADS", line) or matches("THREAD_TAILS", line) or furniture_reason(line))


def _author(lines: Sequence[Line], i: int) -> str | None:
    follows = i + 1 < len(lines) and not _is_form(lines[i + 1].words)
    return lines[i].words if follows and is_name_like(lines[i].words) else None


def _begins_comment(lines: Sequence[Line], i: int, last: Node) -> bool:
    """A name, a button between, or more empty lines than stand between two paragraphs of one comment."""
    has_body = last.last > last.first or last.author is None
    return has_body and (_author(lines, i) is not None or lines[i].gap > 1 or last.last < i - 1)


def _says_something(lines: Sequence[Line], node: Node) -> bool:
    """Names alone are no comments where nothing but order holds the thread together."""
    return any(is_prose(line.words) or words(line.words) > 2 for line in lines[node.first : node.last + 1])
