"""What the head of an HTML page says: title, outlet, author, dates, language, address, each with its basis.

Lives here: JSON-LD, meta elements, the title element. Must not know: visible lines.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import html

from rashomon.read.dates import iso_day
from rashomon.record import Dated, Named

LARGEST_JSON = 1 << 20
"""Bytes of a JSON-LD block that is still read."""

ARTICLE_TYPES = re.compile(r"(?:Article|Posting|Report|Blog|WebPage|NewsItem)\Z|\AArticle")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued",
    "dcterms.created", "dcterms.date", "dcterms.issued", "pubdate", "publishdate", "publish-date", "publication_date",
    "sailthru.date", "parsely-pub-date", "article.published", "citation_publication_date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time", "og:updated_time", "datemodified", "lastmod", "last-modified", "dcterms.modified",
    "dc.date.modified", "article.updated",
)  # fmt: skip
_OUTLET = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "publisher")
_AUTHOR = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl", "twitter:creator")
_TITLE = ("og:title", "twitter:title", "dc.title", "headline", "title")
_UNNAMED, _UNDATED = Named(), Dated()


@dataclass(frozen=True, slots=True)
class Head:
    """What a page's head says; None and "none" where it says nothing. `titles`: every form of the title, best first."""

    titles: tuple[str, ...] = ()
    outlet: Named = _UNNAMED
    byline: Named = _UNNAMED
    published: Dated = _UNDATED
    updated: Dated = _UNDATED
    url: str | None = None
    language: str | None = None


def read_head(root: html.HtmlElement) -> Head:
    """The head of a page; broken JSON-LD is passed over."""
    objects = [item for item in _json_ld(root) if _is_article(item)]
    metas = _metas(root)
    return Head(
        titles=_titles(root, objects, metas),
        outlet=_named(_publisher(objects), _first(metas, _OUTLET)),
        byline=_named(_author(objects), _name_only(_first(metas, _AUTHOR))),
        published=_dated(_value(objects, "datePublished"), _first(metas, _PUBLISHED)),
        updated=_dated(_value(objects, "dateModified"), _first(metas, _UPDATED)),
        url=_address(root, metas),
        language=(root.get("lang") or "").split("-")[0].lower() or None,
    )


def _titles(root: html.HtmlElement, objects: list[dict[str, Any]], metas: dict[str, str]) -> tuple[str, ...]:
    named = [_value(objects, "headline"), *(metas.get(key, "") for key in _TITLE), root.findtext(".//title") or ""]
    return tuple(dict.fromkeys(" ".join(title.split()) for title in named if title and title.strip()))


def _json_ld(root: html.HtmlElement) -> Iterator[dict[str, Any]]:
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and len(script.text or "") <= LARGEST_JSON:
            try:
                yield from _objects(json.loads(script.text or "null", strict=False), 0)
            except (ValueError, RecursionError):
                continue


def _objects(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph", []), depth + 1)


def _is_article(item: dict[str, Any]) -> bool:
    types = item.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and ARTICLE_TYPES.search(name) for name in names)


def _value(objects: list[dict[str, Any]], key: str) -> str:
    return next((item[key] for item in objects if isinstance(item.get(key), str) and item[key].strip()), "")


def _publisher(objects: list[dict[str, Any]]) -> str:
    return next((name for item in objects if (name := _name(item.get("publisher")))), "")


def _author(objects: list[dict[str, Any]]) -> str:
    return next((name for item in objects if (name := _name(item.get("author")))), "")


def _name(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value[:8])))
    if isinstance(value, dict):
        value = value.get("name")
    return _name_only(value.strip()) if isinstance(value, str) else ""


def _name_only(text: str) -> str:
    return "" if text.startswith(("http:", "https:", "//")) else text


def _metas(root: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = (meta.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content[:1000])
    return found


def _first(metas: dict[str, str], names: tuple[str, ...]) -> str:
    return next((metas[name] for name in names if name in metas), "")


def _named(json_ld: str, meta: str) -> Named:
    return Named(json_ld, "json-ld") if json_ld else Named(meta, "meta") if meta else Named()


def _dated(json_ld: str, meta: str) -> Dated:
    for text, basis in ((json_ld, "json-ld"), (meta, "meta")):
        day = iso_day(text)
        if day:
            return Dated(day, day, basis)
    return Dated()


def _address(root: html.HtmlElement, metas: dict[str, str]) -> str | None:
    canonical = next((link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"), None)
    given = (canonical, metas.get("og:url"))
    return next((url for url in given if url and url.startswith(("http://", "https://"))), None)
