"""The entrance of the stage: blocks to parsed sentences, then to mentions.

Rule: order only; words are cut in tokens.py and sentences.py, mentions found in mentions.py and joined in chains.py.
"""

from __future__ import annotations

import re

from rashomon.annotate.labels import consistent
from rashomon.annotate.mentions import find_mentions
from rashomon.annotate.sentences import split
from rashomon.annotate.tokens import token_spans
from rashomon.ports import Encoder
from rashomon.record import Annotation, Block, Document, Parse, Sentence, Token

READ_KINDS = frozenset({"title", "paragraph", "quote", "list", "caption", "related", "comment", "embedded"})
"""Kinds of blocks whose sentences are read. Bylines, datelines and boilerplate hold no claims."""
MAX_DATELINE = 120
_DATELINE = re.compile(
    r"(?:[A-Z][\w.'’-]+[ ,]*){1,4}"
    r"(?:[A-Z]?[a-z]{2,8}\.? \d{1,2},? *(?:\d{4})? *)?"
    r"(?:[(/][^()/]{2,40}[)/] *)?"
    r"(?:--|[-–—])\s+(?=[A-Z“\"])"
)
"""Place, perhaps a day, perhaps an agency in parentheses or between strokes, a dash."""
MAX_TOKENS = 400
"""Longest sentence handed to the encoder, in tokens; a longer one (a table, a list without stops) is cut there."""


def annotate(document: Document, encoder: Encoder) -> Annotation:
    """The document's sentences with their parses, in text order, and its mentions joined into chains.

    Blocks that stand twice on the page are read once, where they stand first; blocks in another language than the
    page's are not read."""
    cut = [
        (index, tokens)
        for index, block in enumerate(document.blocks)
        if block.kind in READ_KINDS and not _left_out(block)
        for tokens in _sentences(document.text, block)
    ]
    parses = encoder.parse([[token.text for token in tokens] for _, tokens in cut])
    parses = consistent([tokens for _, tokens in cut], parses)
    sentences = tuple(_sentence(index, tokens, parse) for (index, tokens), parse in zip(cut, parses, strict=True))
    return Annotation(document.id, sentences, find_mentions(document, sentences))


def _left_out(block: Block) -> bool:
    return any(key in ("duplicate_of", "language") for key, _ in block.meta)


def _sentences(text: str, block: Block) -> list[tuple[Token, ...]]:
    found = []
    begin = block.start + _dateline(text[block.start : block.start + MAX_DATELINE])
    body = text[begin : block.end]
    if block.kind != "comment":
        # any other block is one paragraph: a line that ends within it was broken at a column
        body = body.replace("\n", " ").replace("\r", " ")
    spans = token_spans(body)
    for first, last in split(body, spans):
        own = spans[first:last]
        if "\n" in body:  # a stop at the end of a broken line is read as at the end of a text
            at = own[0][0]
            own = token_spans(body[at : own[-1][1]])
            own = [(at + a, at + b) for a, b in own]
        tokens = [Token(begin + a, begin + b, body[a:b]) for a, b in own]
        found += [tuple(tokens[i : i + MAX_TOKENS]) for i in range(0, len(tokens), MAX_TOKENS)]
    return found


def _dateline(head: str) -> int:
    """Length of a dateline before the first sentence ("ORLIM, March 18 (MNA) - "), 0 when there is none: no part of
    what the sentence says, and a stumbling block for any parser."""
    found = _DATELINE.match(head)
    return found.end() if found else 0


def _sentence(block: int, tokens: tuple[Token, ...], parse: Parse) -> Sentence:
    return Sentence(block, tokens[0].start, tokens[-1].end, tokens, parse)
