"""A server on a free port, and a client that speaks plain HTTP to it."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest
import uvicorn

from rashomon.web.app import make_app
from rashomon.web.desk import Desk, Held
from rashomon.web.guard import door
from rashomon.web.session import Sessions
from tests.web.browser import chromium
from tests.web.fixture import HeldCase

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@dataclass
class Answer:
    """What the server said."""

    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Site:
    """A running server. `get` and `ask` carry the session of its launch token."""

    port: int
    sessions: Sessions
    cookie: str = ""
    held: Held = field(default_factory=HeldCase)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes | None = None) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        sent = {"Cookie": self.cookie} if self.cookie else {}
        sent |= headers or {}
        connection.request(method, path, body=body, headers={k: v for k, v in sent.items() if v})
        answer = connection.getresponse()
        told = Answer(
            answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode("utf-8", "replace")
        )
        connection.close()
        return told

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, headers)

    def enter(self) -> None:
        answer = self.get(f"/enter/{self.sessions.launch_token}")
        self.cookie = answer.headers["set-cookie"].partition(";")[0]


@contextmanager
def running(held: Held | None = None, password: str | None = None) -> Iterator[Site]:
    """A server that stops when the test ends."""
    import socket

    held = held or HeldCase()
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    sessions = Sessions(password)
    app = make_app(Desk(held, "a case"), door("127.0.0.1", port), sessions)
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off", ws="none", server_header=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    try:
        yield Site(port, sessions, held=held)
    finally:
        server.should_exit = True
        thread.join(5)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """The invented case, opened."""
    with running() as found:
        found.enter()
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A real Chromium."""
    with chromium() as found:
        yield found


@pytest.fixture
def serving() -> Callable[..., object]:
    """Starts a server of its own for a test."""
    return running
