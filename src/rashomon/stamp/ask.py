"""Asks an authority or a calendar over the network. Rule: only the address that the caller named; what goes out is one
SHA-256, and a nonce."""

from __future__ import annotations

import urllib.error
import urllib.request
from urllib.parse import urlsplit

from rashomon.errors import InputError
from rashomon.stamp import proof, token
from rashomon.stamp.imprint import imprint

SECONDS = 60
"""An authority answers within two or three; a calendar may wait for others to come along."""
LARGEST = 1024 * 1024
"""Bytes of an answer: a token with its certificates has about 6 kB, a proof less."""


def ask_authority(url: str, head: str) -> bytes:
    """The token (.tsr) of a time-stamping authority over a sealed record. Raises InputError naming the address."""
    asked, nonce = token.asked(head)
    raw = _told(url, asked, {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"})
    try:
        return token.answer(head, raw, nonce)
    except InputError as error:
        raise InputError(f"{url}: {error}") from error


def ask_calendar(url: str, head: str) -> bytes:
    """The proof (.ots) of an OpenTimestamps calendar: for some hours a promise, see `complete`."""
    raw = _told(f"{url.rstrip('/')}/digest", imprint(head), {"Accept": "application/vnd.opentimestamps.v1"})
    try:
        return proof.first(head, raw)
    except InputError as error:
        raise InputError(f"{url}: {error}") from error


def complete(url: str, raw: bytes) -> bytes:
    """A proof with what a calendar's promises in it have become. Raises InputError where it knows nothing new."""
    whole, said = raw, "the proof holds no promise of a calendar"
    for message, _ in proof.promises(raw):
        address = f"{url.rstrip('/')}/timestamp/{message.hex()}"
        try:
            whole = proof.grown(whole, message, _told(address, None, {"Accept": "application/vnd.opentimestamps.v1"}))
        except InputError as error:
            said = str(error)
    if whole == raw:
        raise InputError(f"{said}; nothing new was learnt: ask again in some hours, or the calendar that promised it")
    return whole


def _told(url: str, body: bytes | None, headers: dict[str, str]) -> bytes:
    if urlsplit(url).scheme not in ("http", "https"):
        raise InputError(f"{url}: is no http:// or https:// address")
    try:
        asked = urllib.request.Request(url, data=body, headers={"User-Agent": "rashomon", **headers})
        with urllib.request.urlopen(asked, timeout=SECONDS) as answer:
            raw: bytes = answer.read(LARGEST + 1)
    except (urllib.error.URLError, OSError, ValueError) as error:
        raise InputError(f"{url}: gave no answer ({error})") from error
    if len(raw) > LARGEST:
        raise InputError(f"{url}: answered with more than {LARGEST:,} bytes")
    return raw
