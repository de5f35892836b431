"""Paper: templates bound to a link scheme and a case's name. Rule: autoescape is on for every template, an unknown name
in a template is an error, and what a template is given are view records."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup, escape

from rashomon.draw.links import Links
from rashomon.view import glossary
from rashomon.view.document import PageView
from rashomon.view.spoken import AGGREGATIONS, KINDS, slot_word

HERE = Path(__file__).parent
_SURROGATES = re.compile("[\ud800-\udfff]")
"""Halves of a pair, which no encoding of a page can carry."""
FILE_POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; font-src 'self' file:; img-src 'self' file:; "
    "base-uri 'none'; form-action 'none'"
)
"""The policy of pages on disk: what lies beside them, and no address of any machine."""


class Paper:
    """Draws pages of one case.

    links  where views lie; name  of the case, as its pages head it; version  of rashomon
    """

    def __init__(self, links: Links, name: str, version: str) -> None:
        self._environment = _environment()
        self._always = {
            "links": links,
            "case": name,
            "version": version,
            "islands": frozenset(built_assets()),
            "file_policy": FILE_POLICY,
        }

    def draw(self, template: str, **given: Any) -> str:
        """The page of a template, as HTML text."""
        text = self._environment.get_template(f"{template}.html").render(**self._always, **given)
        return _SURROGATES.sub("�", text)


@lru_cache(maxsize=1)
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(verbatim=verbatim, by_kind=by_kind, slot=slot_word, data=data_block, plural=plural)
    environment.globals.update(
        kind_words=KINDS, aggregation_words=AGGREGATIONS, grade_words=glossary.GRADES, kind_meanings=glossary.KINDS
    )
    return environment


def verbatim(text: str) -> Markup:
    """Text that an HTML parser gives back to the character: a bare carriage return would become a line feed, and a NUL
    or a lone surrogate cannot stand in HTML at all, so that U+FFFD, one code point too, stands for it."""
    kept = "".join("�" if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in text)
    return Markup(str(escape(kept)).replace("\r", "&#13;"))


def by_kind(marks: Iterable[Any]) -> list[tuple[Any, list[Any]]]:
    """Marks by kind and word, each with its marks; the order of kinds is that of the words a page knows."""
    order = {kind: position for position, kind in enumerate(reversed(KINDS))}
    ranked = sorted(marks, key=lambda m: (-order.get(m.kind, 0), m.word, m.number))
    groups = [list(group) for _, group in groupby(ranked, key=attrgetter("kind", "word"))]
    return [(group[0], group) for group in groups]


def data_block(page: PageView) -> Markup:
    """What the highlighting script needs, as JSON that cannot end a script element."""
    marks = [[m.layer, m.start, m.end, m.record, m.label] for m in page.marks]
    told = json.dumps({"marks": marks, "claims": [[c.id, c.start, c.end] for c in page.claims]}, ensure_ascii=True)
    return Markup(told.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def plural(number: int, one: str, many: str = "") -> str:
    """ "1 page", "12 pages", with separators."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def static_folder() -> Path:
    """Styles that ship as they are, and `built/`, which a package build makes."""
    return HERE / "static"


def built_assets() -> tuple[str, ...]:
    """Names of what a package build made, sorted; () in a source install without npm."""
    folder = static_folder() / "built"
    return tuple(sorted(path.name for path in folder.iterdir() if path.is_file())) if folder.is_dir() else ()


__all__ = ["Paper", "built_assets", "static_folder"]
