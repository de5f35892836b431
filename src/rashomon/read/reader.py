"""One page to one document. The order of reading stands here and nowhere else:

    decode → lines (text or HTML) → zones → labels → blocks → facts, language, coverage

Rule: order only; each step lives in its own file.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from rashomon.read.assemble import blocks_of, coverage
from rashomon.read.dates import address_day, markup_day, page_days
from rashomon.read.decode import decode
from rashomon.read.dom import is_small, parse_html
from rashomon.read.facts import byline_of, dateline_of, outlet_of
from rashomon.read.head import Head, read_head
from rashomon.read.html_label import label_html
from rashomon.read.label import Labelled, label_lines
from rashomon.read.language import mark_foreign, page_language
from rashomon.read.line import MOST_LINES, Line, split_lines
from rashomon.read.main_text import main_lines
from rashomon.read.render import render
from rashomon.read.told import merged, told_beside
from rashomon.read.wrapped import joined
from rashomon.read.zones import zones
from rashomon.record import Dated, Document, Page, Refusal, identify
from rashomon.settings import Settings

Reading = tuple[Document | None, tuple[Refusal, ...]]


def read(page: Page, settings: Settings) -> Reading:
    """The page's document, or None with the refusals that say why; refusals beside a document say what was guessed."""
    decoded = decode(page.raw, dict(page.meta).get("charset"))
    notes = (_refusal(page, "not-utf8", f"{decoded.guess}; check the page's encoding"),) if decoded.guess else ()
    is_html = page.content_type in ("text/html", "application/xhtml+xml")
    document = _read_html(page, decoded.text) if is_html else _read_text(page, decoded.text)
    if document is None:
        return None, (*notes, _refusal(page, "empty", "the page has no visible character; collect it again"))
    return document, (*notes, *_overflow(page, document), *_foreign(page, document, settings))


def _overflow(page: Page, document: Document) -> tuple[Refusal, ...]:
    if len(document.blocks) <= MOST_LINES:
        return ()
    why = f"the page has more than {MOST_LINES} lines; what follows them is kept as one block and not read"
    return (_refusal(page, "too-many-lines", why),)


def _foreign(page: Page, document: Document, settings: Settings) -> tuple[Refusal, ...]:
    """A page in a language that is not read is kept and named, and not read as English; so are parts of a page."""
    if document.language in settings.languages:
        return _foreign_parts(page, document)
    told = f"its language is {document.language or 'not told'}, and {', '.join(settings.languages)} is read"
    return (_refusal(page, "language", f"{told}; the page is kept and can be searched, no claim was looked for"),)


def _foreign_parts(page: Page, document: Document) -> tuple[Refusal, ...]:
    told = Counter(
        value for b in document.blocks if b.kind != "boilerplate" for key, value in b.meta if key == "language"
    )
    if not told:
        return ()
    parts = ", ".join(f"{code} {count}" for code, count in sorted(told.items()))
    what = f"parts of it are in another language than {document.language} (blocks: {parts})"
    return (_refusal(page, "language-of-part", f"{what}; they are kept and can be searched, no claim was looked for"),)


def _read_text(page: Page, text: str) -> Document | None:
    lines = joined(text, split_lines(text))
    return _document(page, text, lines, label_lines(lines, zones(lines)), told_beside(page)) if lines else None


def _read_html(page: Page, text: str) -> Document | None:
    root = parse_html(text)
    rendered = render(root) if root is not None else None
    if root is None or rendered is None or not rendered.lines:
        return None
    head = read_head(root)
    main = main_lines(root, rendered.lines) if is_small(text) else None
    labelled = label_html(rendered, main, head.titles)
    document = _document(page, rendered.text, rendered.lines, labelled, merged(head, told_beside(page)))
    undated = document.published.basis == "none" and is_small(text)
    return replace(document, published=markup_day(root)) if undated else document


def _document(page: Page, text: str, lines: tuple[Line, ...], labelled: Labelled, head: Head) -> Document:
    blocks = blocks_of(text, lines, labelled)
    language = page_language(text, blocks) or head.language
    blocks = mark_foreign(text, blocks, language)
    published, updated = page_days(text, blocks)
    return Document(
        id=identify("doc", page.id),
        page=page.id,
        file=page.file,
        text=text,
        blocks=blocks,
        title=lines[labelled.title].words if labelled.title >= 0 else next(iter(head.titles), None),
        outlet=head.outlet if head.outlet.name else outlet_of(text, blocks, labelled.masthead, head.url),
        byline=head.byline if head.byline.name else byline_of(text, blocks),
        dateline=dateline_of(text, blocks),
        published=_first_known(head.published, published, address_day(head.url)),
        updated=_first_known(head.updated, updated),
        language=language,
        url=head.url,
        coverage=coverage(text, blocks),
    )


def _first_known(*dates: Dated) -> Dated:
    return next((found for found in dates if found.earliest or found.latest), Dated())


def _refusal(page: Page, code: str, why: str) -> Refusal:
    return Refusal("read", code, f"{page.file or page.url or page.id[:12]}: {why}", page.file, page.id)
