"""One page to one document. The order of reading stands here and nowhere else:

    decode → lines (text or HTML) → labels → blocks → facts, language, coverage

Rule: order only; each step lives in its own file.
"""

from __future__ import annotations

from rashomon.read.assemble import blocks_of, coverage
from rashomon.read.decode import decode
from rashomon.read.facts import byline_of, dateline_of, outlet_of
from rashomon.read.label import label_lines
from rashomon.read.language import language_of
from rashomon.read.line import split_lines
from rashomon.record import ARTICLE_KINDS, Block, Document, Page, Refusal, identify
from rashomon.settings import Settings

Reading = tuple[Document | None, tuple[Refusal, ...]]


def read(page: Page, settings: Settings) -> Reading:
    """The page's document, or None with the refusals that say why; refusals beside a document say what was guessed."""
    decoded = decode(page.raw, dict(page.meta).get("charset"))
    text = decoded.text
    if not text.strip():
        return None, (_refusal(page, "empty", "the page has no visible character; collect it again"),)
    notes = (_refusal(page, "not-utf8", f"{decoded.guess}; check the page's encoding"),) if decoded.guess else ()
    return _read_text(page, text), notes


def _read_text(page: Page, text: str) -> Document:
    lines = split_lines(text)
    labelled = label_lines(lines)
    blocks = blocks_of(text, lines, labelled)
    title = lines[labelled.title].words if labelled.title >= 0 else None
    return Document(
        id=identify("doc", page.id),
        page=page.id,
        file=page.file,
        text=text,
        blocks=blocks,
        title=title,
        outlet=outlet_of(text, blocks),
        byline=byline_of(text, blocks),
        dateline=dateline_of(text, blocks),
        language=language_of(_article(text, blocks) or text),
        url=page.url,
        coverage=coverage(text, blocks),
    )


def _article(text: str, blocks: tuple[Block, ...]) -> str:
    return "\n\n".join(text[b.start : b.end] for b in blocks if b.kind in ARTICLE_KINDS)


def _refusal(page: Page, code: str, why: str) -> Refusal:
    return Refusal("read", code, f"{page.file or page.url or page.id[:12]}: {why}", page.file, page.id)
