"""The guard before every route: which hosts, origins, methods and bodies are let in, and the headers of every answer.

Rule: it looks at the request alone, never at the case; what it refuses gets a plain text that says why. The headers
stand here as written and a test holds them to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rashomon.web.session import Sessions

MAX_BODY = 64 * 1024
"""Bytes of a request's body. The largest form of the page is a comment of a few thousand characters."""
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
# Referrer-Policy is not no-referrer: with that, browsers send the page's own forms with "Origin: null".
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}
SAFE = ("GET", "HEAD")
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True)
class Door:
    """Where the server stands. hosts: values of the Host header it answers to; cookie: the session cookie's name, which
    holds the port because browsers share cookies between the ports of a host."""

    hosts: frozenset[str]
    cookie: str


def door(host: str, port: int) -> Door:
    """The door of a server bound to host and port."""
    names = LOOPBACK if host in ("127.0.0.1", "localhost", "::1") else (*LOOPBACK, host)
    return Door(frozenset(f"{name}:{port}" for name in names), f"rashomon-{port}")


class Guard:
    """Middleware around all routes; `/enter` alone is open to those without a session."""

    def __init__(self, app: ASGIApp, door: Door, sessions: Sessions) -> None:
        self.app, self.door, self.sessions = app, door, sessions

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lets a request through, or says why not."""
        if scope["type"] != "http":
            return
        headers = Headers(scope=scope)
        refused = self._refusal(scope, headers)

        async def sealed(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        if refused is not None:
            await PlainTextResponse(refused[1] + "\n", refused[0])(scope, receive, sealed)
            return
        await self.app(scope, _capped(receive), sealed)

    def _refusal(self, scope: Scope, headers: Headers) -> tuple[int, str] | None:
        if headers.getlist("host") not in ([host] for host in self.door.hosts):
            return 421, "This server answers to its own address only."
        if scope["method"] not in (*SAFE, "POST"):
            return 405, "Only GET, HEAD and POST are known here."
        if scope["method"] not in SAFE and not self._own(headers):
            return 403, "This request comes from another site."
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > MAX_BODY:
            return 413, f"A request may hold {MAX_BODY} bytes."
        if not scope["path"].startswith("/enter") and not self.sessions.knows(session_of(headers, self.door.cookie)):
            return 401, _CLOSED
        return None

    def _own(self, headers: Headers) -> bool:
        """True for a request that a page of this server made: both headers are set by browsers, and by no page."""
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if site not in (None, "same-origin"):
            return False
        if origin is None:
            return site == "same-origin"
        parts = urlsplit(origin)
        return parts.scheme == "http" and parts.netloc in self.door.hosts and origin == f"http://{headers['host']}"


_CLOSED = "This page is closed. Open it with the address that `rashomon serve` printed; it works once."


def session_of(headers: Headers, name: str) -> str | None:
    """The session that a request carries."""
    try:
        morsel = SimpleCookie(headers.get("cookie", "")).get(name)
    except CookieError:
        return None
    return morsel.value if morsel else None


class TooLarge(Exception):
    """A body without a length went beyond MAX_BODY."""


def _capped(receive: Receive) -> Receive:
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > MAX_BODY:
            raise TooLarge
        return message

    return counted
