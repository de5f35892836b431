"""Binds, prints one address, and answers until it is stopped. Rule: the only file of web that opens a socket."""

from __future__ import annotations

import ipaddress
import socket
import webbrowser
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import uvicorn

from rashomon.draw import built_assets
from rashomon.errors import InputError
from rashomon.web.app import make_app
from rashomon.web.desk import Desk, Held
from rashomon.web.guard import door
from rashomon.web.session import Sessions


@dataclass(frozen=True, slots=True)
class Where:
    """Where to serve. port 0: any that is free; password: asked for from other machines, needed beyond loopback."""

    host: str = "127.0.0.1"
    port: int = 0
    password: str | None = None
    open_browser: bool = True


def serve(case: Held, name: str, where: Where, tell: Callable[[str], None]) -> None:
    """Serves a case until it is interrupted. `tell` is told the one address that opens it. Raises InputError when the
    address cannot be had, or is open to others without a password."""
    if not is_loopback(where.host) and not where.password:
        raise InputError(
            f"{where.host} can be reached from other machines; give a password with --password-file, or serve 127.0.0.1"
        )
    listening = _bound(where)
    port = listening.getsockname()[1]
    sessions = Sessions(where.password)
    app = make_app(Desk(case, name), door(where.host, port), sessions)
    address = f"http://{_printed(where.host)}:{port}/enter/{sessions.launch_token}"
    tell(address)
    if where.open_browser:
        webbrowser.open(address)
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, proxy_headers=False, ws="none", lifespan="off",
        timeout_keep_alive=5, limit_concurrency=200,
    )  # fmt: skip
    uvicorn.Server(config).run(sockets=[listening])


def what_is_missing(built: Sequence[str] | None = None) -> tuple[str, ...]:
    """What to say where the package was installed from its sources without npm: () when nothing is missing. `built` are
    the files that the package build made, looked up when not given."""
    if built_assets() if built is None else built:
        return ()
    return (
        "The page's scripts, fonts and outline map were not built; the page works without them, more plainly.",
        "To have them: install Node.js with npm, then install rashomon again from its sources.",
    )


def is_loopback(host: str) -> bool:
    """True for addresses that only this machine can reach."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _bound(where: Where) -> socket.socket:
    family = socket.AF_INET6 if ":" in where.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((where.host, where.port))
        listening.listen(128)  # before the address is told: a browser that is quicker than the server waits in line
    except (OSError, OverflowError) as error:
        listening.close()
        raise InputError(f"{where.host}:{where.port} cannot be served ({error}); choose another with --port") from error
    return listening


def _printed(host: str) -> str:
    return f"[{host}]" if ":" in host else host
