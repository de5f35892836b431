"""A tree to visible lines, each with what the elements around it say.

Lives here: which elements end a line, which text no browser shows, hints from tags, roles and class names, comment
elements. Must not know: labels, the words of furniture.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree, html

from rashomon.lexicon import markup
from rashomon.read.dom import parse_html
from rashomon.read.line import MOST_LINES, Line, overflow
from rashomon.read.space import count_visible, squeezed

_TOKENS = re.compile(r"[^a-z0-9]+")
_HIDDEN_STYLE = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.I)
_COMMENT_ID = re.compile(r"(?:li-|div-)?comment-?\d+", re.I)
HINT_SHARE = 0.5
"""Share of a page's characters above which an element's class names are about the page, not about a part of it."""


LARGEST_FRAME, FRAME_LINES = 500_000, 200
"""Characters of a frame's saved page that is read; lines of it that are kept. Posts have a few, advertisements more."""

_NETWORKS = re.compile(
    r"twitter|tweet|instagram|facebook|telegram|\bt\.me\b|tiktok|bsky|\bvk\.com|reddit|mastodon", re.I
)
HIDDEN, LARGE = 1, 2
"""What the survey of a page says of an element."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """text: the lines, an empty line between two; lines, in order; comments: for each line the index of the comment
    element it lies in, -1 = none; parents: for each comment element the one around it, -1 = none."""

    text: str
    lines: tuple[Line, ...]
    comments: tuple[int, ...]
    parents: tuple[int, ...]


@dataclass(slots=True)
class _State:
    """What is open while the tree is walked."""

    pieces: list[str] = field(default_factory=list)
    length: int = 0
    lines: list[Line] = field(default_factory=list)
    comments: list[int] = field(default_factory=list)
    parents: list[int] = field(default_factory=list)
    open_comments: list[int] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    lists: int = 0
    item_open: bool = False
    links: int = 0
    run: list[str] = field(default_factory=list)
    linked: int = 0
    overflow: int = -1
    frames: bool = True


def render(root: html.HtmlElement, frames: bool = True) -> Rendered:
    """Every visible line of a page, with those of frames whose page is saved within it (`frames`; frames within frames
    are left out). Walks without recursion, so that no nesting is too deep."""
    body = root.find("body")
    root = body if body is not None else root
    state = _State(frames=frames)
    _walk(root, state, _survey(root))
    _flush(state)
    text = "".join(state.pieces)
    if state.overflow >= 0:
        state.lines.append(overflow(text, state.overflow))
        state.comments.append(-1)
    return Rendered(text, tuple(state.lines), tuple(state.comments), tuple(state.parents))


def _walk(root: html.HtmlElement, state: _State, survey: bytearray) -> None:
    opened: list[tuple[int, int]] = []
    walker = etree.iterwalk(root, events=("start", "end", "comment"))
    number = 0
    for event, element in walker:
        if event == "comment":
            _write(state, element.tail)
        elif event == "start":
            opened.append(_open(element, state, survey[number]))
            if survey[number] == HIDDEN:
                _frame(element, state)
                walker.skip_subtree()
            number += 1
        else:
            _close(element, state, *opened.pop())
            if element is not root:
                _write(state, element.tail)


def _frame(element: html.HtmlElement, state: _State) -> None:
    """The lines of a page saved in a frame, as SingleFile saves them: a post where a network's name stands in it."""
    saved = element.get("srcdoc") if element.tag == "iframe" and state.frames else None
    inner = parse_html(saved) if saved and len(saved) <= LARGEST_FRAME else None
    if inner is None or saved is None:
        return
    hint = "embedded" if _NETWORKS.search(f"{element.get('src') or ''} {saved}") else "aside"
    for line in render(inner, frames=False).lines[:FRAME_LINES]:
        state.hints.append(hint)
        _write(state, line.words)
        _flush(state)
        state.hints.pop()


def _open(element: html.HtmlElement, state: _State, seen: int) -> tuple[int, int]:
    tag = element.tag
    if tag in markup.BLOCKS or tag == "br":
        _flush(state)
    if tag in markup.BLOCKS:
        state.tags.append(tag)
    state.lists += tag in ("ul", "ol")
    state.item_open = state.item_open or tag == "li"
    state.links += tag == "a"
    if seen == HIDDEN:
        return 0, 0
    hints = () if seen == LARGE else _hints(tag, element.get("class"), element.get("id"), element.get("role"))
    state.hints.extend(hints)
    comment = _is_comment(element, state.hints)
    if comment:
        state.parents.append(state.open_comments[-1] if state.open_comments else -1)
        state.open_comments.append(len(state.parents) - 1)
    _write(state, element.text)
    return len(hints), int(comment)


def _close(element: html.HtmlElement, state: _State, hints: int, comment: int) -> None:
    tag = element.tag
    if tag in markup.BLOCKS:
        _flush(state)
        state.tags.pop()
    if hints:
        del state.hints[-hints:]
    if comment:
        state.open_comments.pop()
    state.lists -= tag in ("ul", "ol")
    state.links -= tag == "a"


def _write(state: _State, text: str | None) -> None:
    if text:
        state.run.append(text)
        if state.links:
            state.linked += count_visible(text)


def _flush(state: _State) -> None:
    words = squeezed("".join(state.run))
    linked, state.linked = state.linked, 0
    state.run.clear()
    if not words:
        return
    separator = "\n\n" if state.lines else ""
    start = state.length + len(separator)
    state.pieces += [separator, words]
    state.length = start + len(words)
    state.item_open, is_item = False, state.item_open
    if len(state.lines) == MOST_LINES:
        state.overflow = start if state.overflow < 0 else state.overflow
        return
    state.lines.append(_line(state, words, start, linked, is_item))
    state.comments.append(state.open_comments[-1] if state.open_comments else -1)


def _line(state: _State, words: str, start: int, linked: int, is_item: bool) -> Line:
    return Line(
        start=start,
        end=start + len(words),
        words=words,
        indent=2 * max(state.lists - 1, 0),
        bullet="*" if is_item and state.lists else "",
        gap=1,
        tag=state.tags[-1] if state.tags else "",
        hints=tuple(sorted(set(state.hints))) if state.hints else (),
        linked=min(1.0, linked / (len(words) - words.count(" "))),
    )


def _is_hidden(element: html.HtmlElement) -> bool:
    if element.tag in markup.SKIPPED or element.get("hidden") is not None:
        return True
    style = element.get("style")
    return style is not None and _HIDDEN_STYLE.search(style[:500]) is not None


@lru_cache(maxsize=4096)
def _hints(tag: str, classes: str | None, name: str | None, role: str | None) -> tuple[str, ...]:
    if tag in ("html", "body"):
        return ()
    found = {markup.TAG_HINTS.get(tag, ""), markup.ROLE_HINTS.get(role or "", "")}
    named = f"{classes or ''} {name or ''}"[:400].lower()
    found.update(markup.TOKEN_HINTS.get(token, "") for token in (*named.split(), *_TOKENS.split(named)))
    return tuple(sorted(found - {""}))


def _is_comment(element: html.HtmlElement, hints: list[str]) -> bool:
    """True of the element of one comment: by its id, its class, or its schema.org type."""
    if element.tag in ("a", "span", "ul", "ol", "form", "h2", "h3", "section", "p"):
        return False
    if (element.get("itemtype") or "").rstrip("/").endswith(("schema.org/Comment", "schema.org/UserComments")):
        return True
    if "comment" not in hints:
        return False
    return "comment" in (element.get("class") or "").lower().split() or bool(
        _COMMENT_ID.fullmatch(element.get("id") or "")
    )


def _survey(root: html.HtmlElement) -> bytearray:
    """For each element that is walked, in order of its start: HIDDEN, LARGE where it holds more than HINT_SHARE of
    the text, else 0."""
    sizes: list[int] = []
    hidden = bytearray()
    opened: list[int] = []
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            opened.append(len(sizes))
            hidden.append(_is_hidden(element))
            sizes.append(0 if hidden[-1] else len((element.text or "").strip()))
            if hidden[-1]:
                walker.skip_subtree()
        else:
            size = sizes[opened.pop()]
            if opened:
                sizes[opened[-1]] += size + len((element.tail or "").strip())
    least = HINT_SHARE * sizes[0]
    return bytearray(HIDDEN if hid else LARGE * (size > least) for hid, size in zip(hidden, sizes, strict=True))
