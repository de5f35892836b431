"""`lines FILE`: pages without tags; records {id, lines[[label, line]]}, labels article, comment, boilerplate, related.

Each page is read as one text file. A line counts as article where the block it fell in has a kind that the article is
made of (captions too, as score_ledger.py has it). article_f1 is weighted by words, over all pages together;
comment_leak and related_leak are the shares of the words of comments and of related links that became article. The same
is told for the third of the pages that the shipped line model never saw, where FILE is the one it was learned from
(`python -m training.lines`).
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import Counter
from pathlib import Path

from bench.reading import records
from rashomon.read import read
from rashomon.record import ARTICLE_KINDS, Page, page_id
from rashomon.settings import Settings

PEERS = (
    'a rule "80 characters or more is article": article_f1 .42, comment_leak .78 (MEASURED); Dragnet itself and other '
    "extractors need the tags that are gone here"
)
KINDS = frozenset((*ARTICLE_KINDS, "caption"))


def score(path: Path) -> dict[str, float]:
    """The figures of one file."""
    whole, unseen = Counter[str](), Counter[str]()
    for row in records(path):
        counts = _count(row["lines"])
        whole.update(counts)
        if int(hashlib.sha256(row["id"].encode()).hexdigest(), 16) % 3 == 0:
            unseen.update(counts)
    held_out = _figures(unseen)
    return _figures(whole) | {f"{name}_unseen_third": held_out[name] for name in ("article_f1", "comment_leak")}


def _count(labelled: list[list[str]]) -> Counter[str]:
    kept = [(label, line) for label, line in labelled if line.strip()]
    counts: Counter[str] = Counter()
    for (label, line), is_article in zip(kept, article_lines([line for _, line in kept]), strict=True):
        counts[f"{label} {'in' if is_article else 'out'}"] += len(line.split())
    return counts


def article_lines(lines: list[str]) -> list[bool]:
    """For each line of a page, whether the reader takes it for article."""
    text = "\n".join(lines)
    raw = text.encode()
    document, _ = read(Page(page_id(raw), "page.txt", None, None, "text/plain", raw), Settings())
    if document is None:
        return [False] * len(lines)
    starts = [block.start for block in document.blocks]
    found, position = [], 0
    for line in lines:
        middle = position + len(line) - len(line.lstrip()) + len(line.strip()) // 2
        at = bisect_right(starts, middle) - 1
        found.append(at >= 0 and document.blocks[at].kind in KINDS)
        position += len(line) + 1
    return found


def _figures(counts: Counter[str]) -> dict[str, float]:
    right = counts["article in"]
    told = sum(count for key, count in counts.items() if key.endswith(" in"))
    wanted = right + counts["article out"]
    return {
        "article_f1": 2 * right / max(told + wanted, 1),
        "comment_leak": _leak(counts, "comment"),
        "related_leak": _leak(counts, "related"),
    }


def _leak(counts: Counter[str], label: str) -> float:
    return counts[f"{label} in"] / max(counts[f"{label} in"] + counts[f"{label} out"], 1)
