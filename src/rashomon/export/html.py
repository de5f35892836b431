"""The case as a site on disk: the views of `rashomon serve` as files that open without a server or a network.

Rule: what is written depends on the accounts alone; every link is relative, and every page carries a policy that
lets it load what lies beside it and nothing else.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from rashomon import __version__
from rashomon.draw import FileLinks, Paper, picture, static_folder
from rashomon.export.files import write_lines
from rashomon.record import Accounts
from rashomon.view.dependence import graph
from rashomon.view.document import page_view
from rashomon.view.events import choices, event_list, totals
from rashomon.view.facets import facets
from rashomon.view.index import Index, index_of
from rashomon.view.map import event_map
from rashomon.view.matrix import matrix
from rashomon.view.pages import page_list
from rashomon.view.query import SORTS, Query
from rashomon.view.sources import source_list, source_view
from rashomon.view.timeline import strip, timeline

ROWS = 500
"""Events in one file of the list: a megabyte, which a browser opens and narrows at once."""
VIEWS = ("events", "timeline", "map", "sources", "pages")

Drawn = tuple[str, str]
"""A file's name and its text."""


def write(accounts: Accounts, folder: Path) -> list[Path]:
    """Writes the site; returns its pages, the first to open first, then what they load."""
    index, links = index_of(accounts), FileLinks()
    paper = Paper(links, folder.resolve().name, __version__)
    pages = [write_lines(folder / name, [text]) for name, text in _drawn(index, links, paper)]
    assets = _assets(folder / "static")
    data = write_lines(folder / "static" / "case.js", [_data(index)])
    return [*pages, *sorted({*assets, data})]


def _data(index: Index) -> str:
    """The script that gives the page's own script what it narrows by: plain ASCII, one event a line."""
    lines = (json.dumps(asdict(event), ensure_ascii=True, separators=(",", ":")) for event in facets(index))
    return f"globalThis.rashomonCase={{page:{ROWS},events:[\n" + ",\n".join(lines) + "\n]};"


def _drawn(index: Index, links: FileLinks, paper: Paper) -> Iterator[Drawn]:
    yield from _lists(index, links, paper)
    for event in index.events:
        view = matrix(index, event)
        for n in range(1, view.pages + 1):
            shown = view if n == 1 else matrix(index, event, n)
            yield links.event(event, n), _draw(paper, "event", "events", view=shown)
    for document in index.documents:
        yield links.page(document), _draw(paper, "page", "pages", view=page_view(index, document), at=None)
    for source in index.sources:
        yield links.source(source), _draw(paper, "source", "sources", view=source_view(index, source))


def _lists(index: Index, links: FileLinks, paper: Paper) -> Iterator[Drawn]:
    told = {"choices": choices(index), "strip": strip(index, Query()), "sorts": SORTS}
    for n in range(1, event_list(index, Query(), ROWS).pages + 1):
        query = Query(page=n)
        found = event_list(index, query, ROWS)
        text = _draw(paper, "events", "events", list=found, totals=totals(index), query=query, **told)
        yield links.to("events", query.pairs()), text
    for n in range(1, timeline(index, Query()).pages + 1):
        query = Query(page=n)
        text = _draw(paper, "timeline", "timeline", view=timeline(index, query), query=query, **told)
        yield links.to("timeline", query.pairs()), text
    placed = event_map(index, Query())
    yield links.to("map"), _draw(paper, "map", "map", view=placed, drawn=picture(placed), query=Query(), **told)
    sources = _draw(paper, "sources", "sources", list=source_list(index), graph=graph(index))
    yield links.to("sources"), sources
    yield links.to("pages"), _draw(paper, "pages", "pages", view=page_list(index))


def _draw(paper: Paper, template: str, here: str, **given: object) -> str:
    return paper.draw(template, here=here, views=VIEWS, carried=(), **given).rstrip("\n")


def _assets(folder: Path) -> list[Path]:
    """What the pages load, but for the outline map's source, which is drawn into them."""
    skipped = shutil.ignore_patterns("countries-*.json", "rivers-*.json")
    shutil.copytree(static_folder(), folder, ignore=skipped, dirs_exist_ok=True)
    return sorted(path for path in folder.rglob("*") if path.is_file())
