"""`python -m tests.read.hostile NAME`: reads one hostile input in a process of its own and prints, as JSON, what became
of it and the most memory the process ever held (Linux)."""

from __future__ import annotations

import gzip
import io
import json
import random
import re
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from rashomon.intake import open_paths
from rashomon.read import read
from rashomon.record import Page, page_id
from rashomon.settings import Settings

SAID = "The mayor of Tarsan said that twelve lorries left the town on Monday. "
LAST = "The last words of all."
RAISED = Settings(page_bytes=64 << 20)
"""Above the default, so that what is refused at sixteen megabytes is read, and must stay small."""

PAGES: dict[str, Callable[[], tuple[str, str]]] = {
    "a line of 50 MB": lambda: ("text/plain", SAID * 700_000 + LAST),
    "a word of 50 MB": lambda: ("text/plain", "a" * 50_000_000 + f"\n{LAST}"),
    "a paragraph of 50 MB": lambda: ("text/html", f"<p>{SAID * 700_000}{LAST}"),
    "50 MB of empty lines": lambda: ("text/plain", "\n" * 50_000_000 + LAST),
    "8 million lines": lambda: ("text/plain", "ab cd\n" * 8_000_000 + LAST),
    "5,000 deep": lambda: ("text/html", "<div>" * 5000 + f"<p>{SAID}</p>" + "</div>" * 5000 + f"<p>{LAST}</p>"),
    "100,000 deep": lambda: ("text/html", "<div>" * 100_000 + f"<p>{LAST}</p>"),
    "a million tags": lambda: ("text/html", "<p>a" * 1_000_000 + f"<p>{LAST}"),
    "a million empty tags": lambda: ("text/html", "<i></i>" * 1_000_000 + f"<p>{LAST}</p>"),
    "a million tags with attributes": lambda: ("text/html", "<p class=a id=b>" * 1_000_000 + f"<p>{LAST}"),
    "broken tags": lambda: ("text/html", "<" * 2_000_000 + "&amp" * 2_000_000 + f"<p>{LAST}"),
}


def read_page(name: str) -> dict[str, object]:
    """One hostile page through the reader."""
    kind, text = PAGES[name]()
    raw = text.encode()
    document, refusals = read(Page(page_id(raw), "page", None, None, kind, raw), RAISED)
    if document is None:
        return {"codes": [refusal.code for refusal in refusals], "lost": -1, "end": ""}
    counts = document.coverage
    return {
        "codes": [refusal.code for refusal in refusals],
        "lost": counts.visible - counts.article - counts.other,
        "end": document.text[-len(LAST) - 1 :].strip(),
    }


def open_bomb() -> dict[str, object]:
    """Half a gigabyte of blanks in half a megabyte of gzip."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb") as file:
        for _ in range(512):
            file.write(b" " * (1 << 20))
    return {"codes": _codes(packed.getvalue()), "growth": (512 << 20) / len(packed.getvalue())}


def open_cut_crawls() -> dict[str, object]:
    """A crawl of some hundred kilobytes, cut at each of them: how many cuts there were, and how many were silent."""
    from tests.intake.archives import warc

    chance = random.Random(0)
    bodies = [chance.randbytes(9000).hex().encode() for _ in range(12)]
    whole = warc(gzip=False, bodies=[b"<p>" + body for body in bodies])
    cuts = range(1024, len(whole), 1024)
    # a cut between two records leaves a whole file behind
    borders = {match.start() for match in re.finditer(rb"WARC/1\.", whole)}
    silent = [cut for cut in cuts if not _codes(whole[:cut]) and not borders & set(range(cut, cut + 5))]
    return {"codes": [], "cuts": len(cuts), "silent": len(silent)}


def _codes(content: bytes) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "file")
        path.write_bytes(content)
        found = [found.code for found in open_paths([str(path)], Settings()) if not isinstance(found, Page)]
        return [code for code in found if code != "account"]


ARCHIVES: dict[str, Callable[[], dict[str, object]]] = {
    "a gzip bomb of 1,000 to 1": open_bomb,
    "a crawl cut at every kilobyte": open_cut_crawls,
}


def main() -> None:
    """Runs one input and prints what became of it."""
    name = sys.argv[1]
    found = ARCHIVES[name]() if name in ARCHIVES else read_page(name)
    status = Path("/proc/self/status").read_text("ascii")
    peak = re.search(r"VmHWM:\s+(\d+) kB", status)
    print(json.dumps(found | {"peak_mib": int(peak[1]) / 1024 if peak else 0}))


if __name__ == "__main__":
    main()
