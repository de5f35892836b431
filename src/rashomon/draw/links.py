"""Where each view lies: a URL of the server, or a file of a site on disk. Rule: names in, addresses out; ids are
quoted, so that no id can leave its place."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol
from urllib.parse import quote, urlencode

LISTS = ("events", "timeline", "map", "sources", "pages", "review")
"""Views that show many things; the others show one."""


class Links(Protocol):
    """A scheme of addresses."""

    @property
    def live(self) -> bool:
        """True where a server answers: filters and reviews work."""
        ...

    def to(self, view: str, pairs: Iterable[tuple[str, str]] = ()) -> str:
        """A list, with what is asked of it."""
        ...

    def event(self, event_id: str, page: int = 1) -> str:
        """An event's page."""
        ...

    def page(self, document_id: str, claim_id: str = "") -> str:
        """A document's page, at the words of a claim where one is given."""
        ...

    def source(self, source_id: str) -> str:
        """A source's page."""
        ...

    def asset(self, path: str) -> str:
        """A style, script or font."""
        ...


class ServerLinks:
    """Addresses that `rashomon serve` answers."""

    live = True

    def to(self, view: str, pairs: Iterable[tuple[str, str]] = ()) -> str:
        """A list, with what is asked of it."""
        asked = urlencode(list(pairs))
        return f"/{'' if view == 'events' else view}" + (f"?{asked}" if asked else "")

    def event(self, event_id: str, page: int = 1) -> str:
        """An event's page."""
        return f"/event/{quote(event_id, safe='')}" + (f"?page={page}" if page > 1 else "")

    def page(self, document_id: str, claim_id: str = "") -> str:
        """A document's page, at the words of a claim where one is given."""
        at = f"?claim={quote(claim_id, safe='')}#words" if claim_id else ""
        return f"/page/{quote(document_id, safe='')}{at}"

    def source(self, source_id: str) -> str:
        """A source's page."""
        return f"/source/{quote(source_id, safe='')}"

    def asset(self, path: str) -> str:
        """A style, script or font."""
        return f"/static/{path}"


class FileLinks:
    """Names of files that lie in one folder, so that every link is relative."""

    live = False

    def to(self, view: str, pairs: Iterable[tuple[str, str]] = ()) -> str:
        """A list, and which page of it; all else that is asked stands after "#", where the page's script reads it."""
        told = list(pairs)
        page = dict(told).get("page", "1")
        asked = urlencode([pair for pair in told if pair[0] != "page"])
        file = f"{'index' if view == 'events' else view}{f'-{page}' if page != '1' else ''}.html"
        return file + (f"#{asked}" if asked else "")

    def event(self, event_id: str, page: int = 1) -> str:
        """An event's file."""
        return f"{_file_name(event_id)}{f'-{page}' if page > 1 else ''}.html"

    def page(self, document_id: str, claim_id: str = "") -> str:
        """A document's file, at the words of a claim where one is given."""
        return f"{_file_name(document_id)}.html" + (f"#{quote(claim_id, safe='')}" if claim_id else "")

    def source(self, source_id: str) -> str:
        """A source's file."""
        return f"{_file_name(source_id)}.html"

    def asset(self, path: str) -> str:
        """A style, script or font."""
        return f"static/{path}"


def _file_name(record_id: str) -> str:
    """Ids are made of letters, digits and "-"; anything else is written as "_", so that it names a file anywhere."""
    return "".join(c if c.isascii() and (c.isalnum() or c == "-") else "_" for c in record_id)
