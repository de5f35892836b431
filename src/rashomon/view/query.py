"""What a reader has asked to see: a filter, an order and a page of it, as a URL says it. Rule: pure; whatever a URL
holds gives a Query, and unknown or unusable parts are left out; `pairs` gives the same Query back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

SORTS = {
    "time": "earliest first",
    "accounts": "most accounts first",
    "disputed": "most disputed first",
    "independent": "most independent origins first",
}
LONGEST = 200
"""Characters of one value that are looked at: no name of a case is longer, and a URL stays readable."""


@dataclass(frozen=True, slots=True)
class Query:
    """ "" = any. q: words in the quotes; type: "movement" or "movement.evacuation"; grade, status as in the records;
    place: a name; source: a Source id; kind: a relation kind among the accounts; since, until: ISO days, inclusive;
    sort: a key of SORTS; page: from 1."""

    q: str = ""
    type: str = ""
    grade: str = ""
    status: str = ""
    place: str = ""
    source: str = ""
    kind: str = ""
    since: str = ""
    until: str = ""
    sort: str = "time"
    page: int = 1

    def pairs(self, **changes: str | int) -> list[tuple[str, str]]:
        """Name and value of everything that is asked, after `changes`; a change of anything but the page asks for the
        first page."""
        if changes and "page" not in changes:
            changes["page"] = 1
        told = ((name, changes.get(name, getattr(self, name)), default) for name, default in _DEFAULTS)
        return [(name, str(value)) for name, value, default in told if value != default]

    @property
    def filters(self) -> tuple[tuple[str, str], ...]:
        """(name, value) of what narrows the list: neither order nor page."""
        return tuple((name, value) for name, value in self.pairs() if name not in ("sort", "page"))


_DEFAULTS: tuple[tuple[str, object], ...] = tuple((field.name, field.default) for field in fields(Query))


def read_query(pairs: Iterable[tuple[str, str]]) -> Query:
    """The Query of a URL's pairs; later ones win."""
    told = {name: value.strip()[:LONGEST] for name, value in pairs}
    known = {f.name: told[f.name] for f in fields(Query) if f.name in told and f.name not in ("page", "sort")}
    for name in ("since", "until"):
        if not _is_day(known.get(name, "")):
            known.pop(name, None)
    sort = told.get("sort", "time")
    return Query(**known, sort=sort if sort in SORTS else "time", page=_page(told.get("page", "1")))


def _page(value: str) -> int:
    return max(1, int(value)) if value.isascii() and value.isdigit() and len(value) < 7 else 1


def _is_day(value: str) -> bool:
    parts = value.split("-")
    if not (value.isascii() and [len(p) for p in parts] == [4, 2, 2] and all(p.isdigit() for p in parts)):
        return False
    return 1 <= int(parts[1]) <= 12 and 1 <= int(parts[2]) <= 31
