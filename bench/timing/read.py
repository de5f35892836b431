"""`read`: a folder of 2,000 pages through intake and two reading processes; and the reader beside other libraries.

The pages are made up (bench/made.py), two thirds with their tags and one third without. Of the folder: pages by the
second of processor time (of all processes together) and by the clock, and what all of them hold in memory after 200
pages and at the end. Beside trafilatura, newspaper4k and resiliparse alone, on the same pages with tags and in one
process: milliseconds of processor time a page, and the f1 of `bench.quality pages`. A peer that is not installed (extra
`bench`) is left out and named. The reader does more than the peers: every line of a page labelled, comments threaded,
days and names found, the language told.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from bench.made import Made, made
from bench.tasks.pages import Mean, alone, body, runs
from rashomon.engine import LocalEngine
from rashomon.engine.local import resident_mib
from rashomon.intake import open_paths
from rashomon.read import read
from rashomon.record import Page, PageReading, Refusal
from rashomon.settings import Settings

PAGES = 2000
EARLY = 200
"""Pages after which memory is looked at first: models and tables are loaded by then."""

COMPARED = 120
"""Pages with tags that the peers read, too: the slowest takes a third of a second for each."""

WORKERS = 2


@dataclass(frozen=True)
class Reader:
    """The read stage alone, for the engine."""

    settings: Settings

    def __call__(self, page: Page) -> PageReading:
        """One page to its document, nothing more."""
        document, refusals = read(page, self.settings)
        return PageReading(page.id, document, refusals=refusals)


def measure(pages: int = PAGES) -> dict[str, float]:
    """Figures of the folder, then of each library."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(pages):
            page = made(number)
            Path(folder, page.name).write_bytes(page.raw)
        figures = _folder(folder, pages)
    compared = [page for number in range(3 * COMPARED) if (page := made(number)).is_html][:COMPARED]
    figures["page_kb"] = sum(len(page.raw) for page in compared) / len(compared) / 1000
    for name, extract in _extractors().items():
        figures.update(_measured(name, extract, compared))
    return figures


def _folder(folder: str, pages: int) -> dict[str, float]:
    settings = Settings(workers=WORKERS)
    found = (each for each in open_paths([folder], settings) if not isinstance(each, Refusal))
    engine = LocalEngine(WORKERS, settings.page_seconds, settings.page_memory_mib)
    start, spent = time.perf_counter(), _cpu()
    documents = 0
    held: list[float] = []
    for number, reading in enumerate(engine.map(Reader(settings), found), 1):
        documents += reading.document is not None
        if number in (min(EARLY, pages), pages):
            held.append(_held_mib())
    seconds, cpu = time.perf_counter() - start, _cpu() - spent
    return {
        "pages": float(documents),
        "pages_per_cpu_s": documents / cpu,
        "cpu_ms_per_page": 1000 * cpu / documents,
        "pages_per_s": documents / seconds,
        f"held_mib_{EARLY}": held[0],
        "held_mib_end": held[-1],
    }


def _cpu() -> float:
    """Seconds of processor time of this process and of its ended children."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def _held_mib() -> float:
    """Resident memory of this process and its children together (Linux)."""
    own = os.getpid()
    try:
        told = Path(f"/proc/{own}/task/{own}/children").read_text("ascii")
    except OSError:
        told = ""
    return sum(resident_mib(pid) for pid in (own, *map(int, told.split())))


def _measured(name: str, extract: Callable[[str], str], pages: list[Made]) -> dict[str, float]:
    texts = [page.raw.decode() for page in pages]
    extract(texts[0])
    start = time.process_time()
    told = [extract(text) for text in texts]
    spent = time.process_time() - start
    mean = Mean()
    for text, page in zip(told, pages, strict=True):
        mean.add(runs(text), runs(page.article))
    return {f"{name}_cpu_ms_per_page": 1000 * spent / len(pages), f"{name}_f1": mean.f1}


def _extractors() -> dict[str, Callable[[str], str]]:
    found: dict[str, Callable[[str], str]] = {"rashomon": body, "trafilatura": alone}
    for module, extract in (("resiliparse", _resiliparse), ("newspaper", _newspaper)):
        if find_spec(module):
            found[module] = extract
        else:
            print(f"{module} is not installed and left out (pip install 'rashomon[bench]')", file=sys.stderr)
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
