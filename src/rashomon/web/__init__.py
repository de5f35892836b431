"""EDGE: a case in a browser, on this machine alone. Rule: reads through Case and draws with draw; nothing is decided
here about what a record means, and no request leaves the machine."""

from __future__ import annotations

from rashomon.web.app import make_app
from rashomon.web.desk import Desk, Held
from rashomon.web.server import Where, serve, what_is_missing

__all__ = ["Desk", "Held", "Where", "make_app", "serve", "what_is_missing"]
