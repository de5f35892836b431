"""Where the fuzzers start: one invented, well-formed input a target."""

from __future__ import annotations

from tests.intake.archives import HTML, wacz, warc
from tests.read.pages import PARAGRAPHS, TITLE

_TEXT = "\n\n".join(["12 $", TITLE, *PARAGRAPHS, "  • Ann\n\n    No.\n\n    • Bo\n\n      Yes!"]).encode()
_SAID = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
_HTML = f"<html><body><nav>Home</nav><h1>{TITLE}</h1>{_SAID}</body></html>".encode()
_MHTML = (
    b"MIME-Version: 1.0\r\nSubject: x\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    b"Content-Type: text/html\r\n\r\n" + HTML.encode() + b"\r\n--b--\r\n"
)
SEEDS: dict[str, bytes] = {
    "text": _TEXT,
    "html": _HTML,
    "warc": warc(2, gzip=False),
    "wacz": wacz({"archive/data.warc.gz": warc(1), "datapackage.json": b'{"resources": []}'}),
    "mhtml": _MHTML,
}
