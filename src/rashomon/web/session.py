"""Who may look: a launch token that works once, sessions in this process's memory, a password beyond this machine.
Rule: secrets are compared in constant time, never logged, and never leave the memory of this process."""

from __future__ import annotations

import getpass
import hashlib
import hmac
import secrets
import threading

TOKEN_BYTES = 32
"""256 bits: beyond guessing, whatever the rate."""
TRIES = 10
"""Wrong passwords before the server takes no more: it is restarted by whoever knows the right one."""

NAME = 80
"""Characters of a reviewer's name."""


class Sessions:
    """The sessions of one server; made anew at each start, so that an old cookie opens nothing."""

    def __init__(self, password: str | None = None) -> None:
        self.launch_token = secrets.token_urlsafe(TOKEN_BYTES)
        self._password = _hashed(password) if password else None
        self._open: set[str] = set()
        self._unused, self._wrong = True, 0
        self._names: dict[str, str] = {}
        self._lock = threading.Lock()

    @property
    def asks_password(self) -> bool:
        """True when a password opens a session."""
        return self._password is not None

    def enter(self, token: str) -> str | None:
        """A new session for the launch token; None for a wrong one, and for the right one the second time."""
        with self._lock:
            if not (self._unused and hmac.compare_digest(_hashed(token), _hashed(self.launch_token))):
                return None
            self._unused = False
            return self._new()

    def log_in(self, password: str) -> str | None:
        """A new session for the password; None for a wrong one, and for any after too many wrong ones."""
        with self._lock:
            if self._password is None or self._wrong >= TRIES:
                return None
            if not hmac.compare_digest(_hashed(password), self._password):
                self._wrong += 1
                return None
            return self._new()

    def knows(self, session: str | None) -> bool:
        """True for a session that this server opened."""
        return session is not None and _hashed(session).hex() in self._open

    def name(self, session: str | None) -> str:
        """The reviewer's name of a session: as given, or the one the server's user is logged in by."""
        return self._names.get(_hashed(session or "").hex(), "") or ("" if self.asks_password else _user())

    def rename(self, session: str | None, name: str) -> None:
        """Decisions of this session carry this name from now on."""
        self._names[_hashed(session or "").hex()] = " ".join(name.split())[:NAME]

    def _new(self) -> str:
        session = secrets.token_urlsafe(TOKEN_BYTES)
        self._open.add(_hashed(session).hex())
        return session


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _hashed(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).digest()
