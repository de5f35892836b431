"""What common crawlers write beside a page, by the names they give it.

Rule: data and one reading of it; a field that is no text is passed over.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

NAMES: dict[str, tuple[str, ...]] = {
    "url": ("url", "uri", "link", "source_url", "canonical_url", "original_url", "target_uri", "page_url"),
    "html": ("html", "raw_html", "content_html", "rawHtml", "page_html"),
    "text": ("text", "content", "body", "maintext", "raw_text", "article", "article_text", "fulltext", "markdown"),
    "published": ("published", "date_publish", "publish_date", "datePublished", "published_at", "pubDate", "date"),
    "updated": ("updated", "date_modify", "dateModified", "updated_at", "modified"),
    "retrieved": (
        "retrieved_at", "retrieved", "date_download", "fetched", "fetched_at", "crawl_date", "crawled_at", "timestamp",
        "saved_at", "archived_at", "scraped_at",
    ),
    "title": ("title", "headline"),
    "outlet": ("outlet", "publisher", "sitename", "site_name", "source", "website", "source_domain", "hostname"),
    "author": ("author", "authors", "byline"),
    "language": ("language", "lang"),
}  # fmt: skip
"""Our name -> theirs (news-please, trafilatura, Scrapy feeds, newspaper, browsertrix pages, common dumps)."""

LONGEST = 2000
"""Characters of a field beside the page that are kept."""


def field(record: Mapping[str, Any], name: str) -> str:
    """The first of the field's names that holds text, stripped, "" when none does; a list is joined."""
    for key in NAMES[name]:
        value = record.get(key)
        if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
            value = ", ".join(value[:20])
        if isinstance(value, str) and value.strip():
            return value.strip()
    return ""


def beside(record: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    """What the record tells beside the page itself, as the sorted pairs of `Page.meta`."""
    kept = ("published", "updated", "title", "outlet", "author", "language")
    return tuple(sorted((name, field(record, name)[:LONGEST]) for name in kept if field(record, name)))


def web_address(record: Mapping[str, Any]) -> str | None:
    """The record's address, None when it tells none that a browser could open."""
    url = field(record, "url")[:LONGEST]
    return url if url.startswith(("http://", "https://")) else None
