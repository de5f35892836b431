"""Web archives for the tests: written by warcio, which the package itself does not use, and cut or altered by hand."""

from __future__ import annotations

import io
import zipfile

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from rashomon.intake import open_paths
from rashomon.record import Page, Refusal
from rashomon.settings import Settings

HTML = "<!doctype html><html><body><p>A convoy left the town of Tarsan on page {}.</p></body></html>"
URL = "https://valley.example/{}"


def warc(pages: int = 3, gzip: bool = True, kind: str = "text/html; charset=utf-8", bodies: list[bytes] | None = None,
         headers: list[tuple[str, str]] | None = None, revisit: bool = False) -> bytes:  # fmt: skip
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=gzip)
    for number, body in enumerate(bodies or [HTML.format(n).encode() for n in range(pages)]):
        http = StatusAndHeaders("200 OK", [("Content-Type", kind), *(headers or [])], protocol="HTTP/1.1")
        made = writer.create_warc_record(URL.format(number), "response", payload=io.BytesIO(body), http_headers=http)
        writer.write_record(made)
        if revisit:
            digest = made.rec_headers.get_header("WARC-Payload-Digest")
            again = writer.create_revisit_record(URL.format(number), digest, URL.format(number), "2031-01-01T00:00:00Z")
            writer.write_record(again)
    return out.getvalue()


def wacz(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def opened(tmp_path, content: bytes, name: str = "a", cap: int = 1 << 20) -> tuple[list[Page], list[Refusal]]:
    """Pages, and refusals without the accounts of archives."""
    found = all_of(tmp_path, content, name, cap)
    refusals = [f for f in found if isinstance(f, Refusal) and f.code != "account"]
    return [f for f in found if isinstance(f, Page)], refusals


def accounts(tmp_path, content: bytes) -> list[str]:
    """What each archive says became of its records."""
    return [f.detail for f in all_of(tmp_path, content) if isinstance(f, Refusal) and f.code == "account"]


def all_of(tmp_path, content: bytes, name: str = "a", cap: int = 1 << 20) -> list[Page | Refusal]:
    path = tmp_path / name
    path.write_bytes(content)
    return list(open_paths([str(path)], Settings(page_bytes=cap)))


def codes(refusals: list[Refusal]) -> list[str]:
    return [refusal.code for refusal in refusals]
