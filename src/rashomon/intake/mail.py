"""MHTML pages and e-mails: one message, of which one part is the page.

Lives here: choosing the part, its address and its day. Must not know: what a page says.
"""

from __future__ import annotations

import email
from datetime import UTC
from email.message import Message
from email.utils import parsedate_to_datetime

from rashomon.intake.refuse import printable, refuse
from rashomon.intake.sniff import HEAD_BYTES, sniff
from rashomon.record import Page, Refusal, page_id

MOST_PARTS = 2000
"""Parts of a message that are looked at; saved pages with all their pictures have some hundreds."""


def open_message(raw: bytes, name: str, cap: int) -> list[Page | Refusal]:
    """The page of an MHTML file or an e-mail, and a refusal beside it where the message is damaged."""
    try:
        found = email.message_from_bytes(raw)
        part = _page_part(found)
        body = part.get_payload(decode=True) if part is not None else None
    except Exception as error:  # the parser of a hostile message raises whatever its parts raise, RecursionError too
        return [refuse("broken", name, f"the message cannot be taken apart ({type(error).__name__})")]
    if part is None or not isinstance(body, bytes) or not body.strip():
        return [refuse("empty", name, "the message has no part with text")]
    if len(body) > cap:
        return [refuse("too-large", name, f"the page has more than {cap} bytes, the limit for one page")]
    damage = sorted({type(defect).__name__ for each in (found, part) for defect in each.defects})
    notes = [refuse("truncated", name, f"the message is damaged ({', '.join(damage)})")] if damage else []
    return [*notes, _page(found, part, body, name)]


def _page_part(found: Message) -> Message | None:
    texts = []
    for number, part in enumerate(found.walk()):
        if number >= MOST_PARTS:
            break
        if part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment":
            texts.append(part)
    kinds = ("text/html", "text/plain")
    return next((part for kind in kinds for part in texts if part.get_content_type() == kind), None)


def _page(found: Message, part: Message, body: bytes, name: str) -> Page:
    kind = sniff(body[:HEAD_BYTES])
    kind = part.get_content_type() if kind.startswith("text/") else "text/plain"
    url = str(found.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    meta = {key: " ".join(str(found[header]).split())[:300] for key, header in _KEPT if found.get(header)}
    charset = part.get_content_charset()
    if charset:
        meta["charset"] = charset
    pairs = tuple(sorted((key, printable(value)) for key, value in meta.items()))
    address = url if url.startswith(("http://", "https://")) else None
    return Page(page_id(body), name, address, _sent(found), kind, body, pairs)


_KEPT = (("subject", "Subject"), ("from", "From"), ("message-id", "Message-ID"))


def _sent(found: Message) -> str | None:
    try:
        sent = parsedate_to_datetime(str(found.get("Date") or ""))
        # "-0000" is UTC from somewhere unknown (RFC 5322, 3.3), which Python gives without a zone
        return (sent if sent.tzinfo else sent.replace(tzinfo=UTC)).isoformat()
    except (TypeError, ValueError, IndexError):
        return None
