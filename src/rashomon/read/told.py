"""What lies beside a page, as the intake found it: a crawler's fields, an e-mail's header.

Lives here: `Page.meta` to the facts of a document, each with the basis "sidecar" or "e-mail header". Must not know:
where the fields came from.
"""

from __future__ import annotations

import re

from rashomon.read.dates import iso_day
from rashomon.read.head import Head
from rashomon.record import Dated, Named, Page

SIDECAR, MAIL = "sidecar", "e-mail header"
_ADDRESS = re.compile(r"\s*<[^<>]*>\s*\Z")


def told_beside(page: Page) -> Head:
    """The facts that stand beside the page; the page's own head goes before them where it has them."""
    meta = dict(page.meta)
    sender = _ADDRESS.sub("", meta.get("from", "")).strip(' "')
    return Head(
        titles=tuple(filter(None, (meta.get("title"), meta.get("subject")))),
        outlet=_named(meta.get("outlet"), SIDECAR) or _named(sender, MAIL) or Named(),
        byline=_named(meta.get("author"), SIDECAR) or Named(),
        published=_dated(meta.get("published"), SIDECAR) or _mailed(page) or Dated(),
        updated=_dated(meta.get("updated"), SIDECAR) or Dated(),
        url=page.url,
        language=meta.get("language"),
    )


def merged(own: Head, beside: Head) -> Head:
    """The page's own facts, and those beside it where it tells none."""
    return Head(
        titles=(*own.titles, *beside.titles),
        outlet=own.outlet if own.outlet.name else beside.outlet,
        byline=own.byline if own.byline.name else beside.byline,
        published=own.published if own.published.earliest else beside.published,
        updated=own.updated if own.updated.earliest else beside.updated,
        url=beside.url or own.url,
        language=own.language or beside.language,
    )


def _named(name: str | None, basis: str) -> Named | None:
    return Named(name, basis) if name else None


def _dated(text: str | None, basis: str) -> Dated | None:
    day = iso_day(text or "")
    return Dated(day, day, basis) if day else None


def _mailed(page: Page) -> Dated | None:
    # a newsletter is published by being sent
    return _dated(page.retrieved_at, MAIL) if "message-id" in dict(page.meta) else None
