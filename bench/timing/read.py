"""`read`: reading HTML pages beside trafilatura, resiliparse and newspaper4k alone, speed and quality in one run.

The pages are invented and made from tables, the same at each run: menu, article, captions, related links, a thread of
comments, footer, about 40 kB each. Quality is the f1 of `bench.quality pages`. A peer that is not installed is left out
and named. The reader does more than the peers: every line of a page labelled, comments threaded, days and names found.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec

from bench.tasks.pages import Mean, alone, body, runs

PAGES = 60
SEED = 7
_WHO = ("The mayor of Tarsan", "A spokesman for the council", "Two residents", "The monitor", "A driver of the convoy")
_SAID = ("said on Monday that", "denied that", "told reporters that", "confirmed in a statement that", "wrote that")
_WHAT = (
    "twelve lorries with several hundred people had left the town before dawn",
    "the road to the regional capital had been closed since the first week of the month",
    "nobody had been hurt when shells fell on the market and the two schools beside it",
    "an agreement between both sides had been reached after nine days of talks",
)
_TALK = ("I do not believe a word of it.", "And who paid for the lorries?", "My cousin saw them pass. It is true!")


def measure() -> dict[str, float]:
    """Pages per second and f1 of each, and the memory of the whole run in MiB."""
    made = [_page(random.Random(SEED + n)) for n in range(PAGES)]
    figures: dict[str, float] = {"page_kb": sum(len(html) for html, _ in made) / PAGES / 1000}
    for name, extract in _extractors().items():
        figures.update(_measured(name, extract, made))
    figures["max_rss_mib"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return figures


def _measured(name: str, extract: Callable[[str], str], made: list[tuple[str, str]]) -> dict[str, float]:
    extract(made[0][0])
    start = time.perf_counter()
    texts = [extract(html) for html, _ in made]
    seconds = time.perf_counter() - start
    mean = Mean()
    for text, (_, wanted) in zip(texts, made, strict=True):
        mean.add(runs(text), runs(wanted))
    return {f"{name}_pages_per_s": PAGES / seconds, f"{name}_f1": mean.f1}


def _extractors() -> dict[str, Callable[[str], str]]:
    found: dict[str, Callable[[str], str]] = {"rashomon": body, "trafilatura": alone}
    for module, extract in (("resiliparse", _resiliparse), ("newspaper", _newspaper)):
        if find_spec(module):
            found[module] = extract
        else:
            print(f"{module} is not installed and left out", file=sys.stderr)
    return found


def _resiliparse(html: str) -> str:
    from resiliparse.extract.html2text import extract_plain_text

    return str(extract_plain_text(html, main_content=True, alt_texts=False))


def _newspaper(html: str) -> str:
    import newspaper

    article = newspaper.Article("https://valley.example/1", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return str(article.text)


def _page(chance: random.Random) -> tuple[str, str]:
    """An HTML page and its article's text."""
    said = [" ".join(_sentence(chance) for _ in range(chance.randint(2, 5))) for _ in range(chance.randint(6, 24))]
    links = "".join(f'<li class="menu-item"><a href="/s/{n}">Section {n} of the paper</a></li>' for n in range(220))
    related = "".join(f'<li><a href="/r/{n}">Bridge number {n} near Tarsan reopens</a></li>' for n in range(30))
    thread = "".join(
        f'<li class="comment" id="comment-{n}"><cite class="fn">Reader {n}</cite><p>{chance.choice(_TALK)}</p>'
        f'<a class="reply" href="#r{n}">Reply</a></li>'
        for n in range(chance.randint(0, 120))
    )
    html = (
        '<!doctype html><html lang="en"><head><title>Lorries leave - Valley Post</title>'
        f"<style>{'.a{b:c}' * 600}</style>"
        f'<meta property="article:published_time" content="2031-03-04"></head><body><nav><ul>{links}</ul></nav>'
        f"<main><article><h1>Lorries leave Tarsan</h1>{''.join(f'<p>{p}</p>' for p in said)}</article></main>"
        f'<aside class="related"><h3>Related stories</h3><ul>{related}</ul></aside><section id="comments">'
        f'<h3>Comments</h3><ol class="commentlist">{thread}</ol></section><footer>© Valley Post</footer></body></html>'
    )
    return html, "\n".join(said)


def _sentence(chance: random.Random) -> str:
    return f"{chance.choice(_WHO)} {chance.choice(_SAID)} {chance.choice(_WHAT)}."
