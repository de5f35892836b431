"""`dates FILE`: publication days of HTML pages; records {id, html, date: YYYY-MM-DD, null where it has none}.

accuracy is over all pages; of_answered is over those for which a day was told: a wrong day is worse than none. htmldate
alone is measured in the same run.
"""

from __future__ import annotations

from pathlib import Path

from bench.reading import records
from rashomon.read import read
from rashomon.record import Page, page_id
from rashomon.settings import Settings

PEERS = "none published on this file; htmldate alone stands beside (htmldate_accuracy)"


def score(path: Path) -> dict[str, float]:
    """The figures of one file."""
    right = answered = right_answers = pages = theirs = 0
    for row in records(path):
        told, wanted = published(row["html"], row.get("url")), (row["date"] or "")[:10] or None
        pages += 1
        theirs += alone(row["html"], row.get("url")) == wanted
        right += told == wanted
        answered += told is not None
        right_answers += told is not None and told == wanted
    return {
        "accuracy": right / max(pages, 1),
        "of_answered": right_answers / max(answered, 1),
        "answered": answered / max(pages, 1),
        "htmldate_accuracy": theirs / max(pages, 1),
    }


def alone(html: str, url: str | None = None) -> str | None:
    """What htmldate gives by itself."""
    from htmldate import find_date

    try:
        found: str | None = find_date(html, original_date=True, url=url)
    except Exception:  # the library raises whatever its parts raise
        return None
    return found


def published(html: str, url: str | None = None) -> str | None:
    """The publication day that rashomon reads off a page, None when it tells none."""
    raw = html.encode("utf-8", "replace")
    document, _ = read(Page(page_id(raw), "page.html", url, None, "text/html", raw), Settings())
    return document.published.earliest if document else None
