"""Who is let in, and what every answer carries."""

from __future__ import annotations

import http.client

import pytest

from rashomon.errors import InputError
from rashomon.web.guard import HEADERS, MAX_BODY
from rashomon.web.server import Where, is_loopback, serve
from tests.web.conftest import Site, running
from tests.web.fixture import HeldCase

EVERY_PATH = ("/", "/pages", "/sources", "/static/page.css", "/nothing", "/enter/wrong")


@pytest.mark.parametrize("path", EVERY_PATH)
def test_every_answer_carries_the_headers(site: Site, path: str) -> None:
    for cookie in (site.cookie, ""):
        headers = site.ask("GET", path, {"Cookie": cookie}).headers
        for name, value in HEADERS.items():
            assert headers[name.lower()] == value
        assert "access-control-allow-origin" not in headers
        assert "server" not in headers


def test_the_header_strings_are_these() -> None:
    assert HEADERS == {
        "Content-Security-Policy": "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self'; "
        "font-src 'self'; connect-src 'self'; object-src 'none'; frame-src 'none'; base-uri 'none'; "
        "form-action 'self'; frame-ancestors 'none'",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
        "Cache-Control": "no-store",
    }


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:{port}", ""])
def test_another_host_is_refused(site: Site, host: str) -> None:
    """DNS rebinding: a foreign name that points to this machine."""
    assert site.get("/", Host=host.format(port=site.port) or " ").status in (400, 421)


def test_two_hosts_are_refused(site: Site) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    connection.putrequest("GET", "/", skip_host=True)
    connection.putheader("Host", f"127.0.0.1:{site.port}")
    connection.putheader("Host", "evil.example")
    connection.putheader("Cookie", site.cookie)
    connection.endheaders()
    assert connection.getresponse().status in (400, 421)
    connection.close()


def test_without_a_session_nothing_is_shown(site: Site) -> None:
    for path in ("/", "/event/event-ferry", "/pages", "/static/page.css"):
        answer = site.get(path, Cookie="")
        assert answer.status == 401
        assert "Alda" not in answer.text
    assert site.get("/", Cookie=f"rashomon-{site.port}=guess").status == 401


def test_the_launch_token_opens_once() -> None:
    with running() as fresh:
        first = fresh.get(f"/enter/{fresh.sessions.launch_token}")
        assert first.status == 303
        cookie = first.headers["set-cookie"]
        assert {"HttpOnly", "SameSite=strict", "Path=/"} <= {part.strip() for part in cookie.split(";")}
        replayed = fresh.get(f"/enter/{fresh.sessions.launch_token}")
        assert replayed.status == 403
        assert "set-cookie" not in replayed.headers
        assert fresh.get("/", Cookie=cookie.partition(";")[0]).status == 200


def test_a_session_of_one_server_opens_no_other(site: Site) -> None:
    with running() as other:
        value = site.cookie.partition("=")[2]
        assert other.get("/", Cookie=f"rashomon-{other.port}={value}").status == 401


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://localhost:{port}"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": "http://127.0.0.1:{port}", "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_post_from_elsewhere_is_refused(site: Site, headers: dict[str, str]) -> None:
    sent = {name: value.format(port=site.port) for name, value in headers.items()}
    assert site.ask("POST", "/enter", sent, b"password=x").status == 403


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(site: Site, method: str) -> None:
    assert site.ask(method, "/").status == 405


def test_a_large_body_is_refused(site: Site) -> None:
    own = {"Origin": site.base}
    assert site.ask("POST", "/enter", own, b"x" * (MAX_BODY + 1)).status == 413


def test_a_large_body_of_no_told_length_is_refused(site: Site) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    chunks = iter([b"x" * 1024] * (MAX_BODY // 1024 + 2))
    headers = {"Origin": site.base, "Transfer-Encoding": "chunked"}
    connection.request("POST", "/enter", body=chunks, headers=headers, encode_chunked=True)
    assert connection.getresponse().status == 413
    connection.close()


def test_a_password_opens_and_a_wrong_one_does_not() -> None:
    with running(password="six ferries") as closed:
        own = {
            "Origin": closed.base,
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        assert "password" in closed.get("/enter").text
        assert closed.ask("POST", "/enter", own, b"password=seven").status == 403
        opened = closed.ask("POST", "/enter", own, b"password=six+ferries")
        assert opened.status == 303
        assert closed.get("/", Cookie=opened.headers["set-cookie"].partition(";")[0]).status == 200


def test_passwords_cannot_be_tried_for_ever() -> None:
    with running(password="six ferries") as closed:
        own = {"Origin": closed.base}
        for _ in range(10):
            assert closed.ask("POST", "/enter", own, b"password=guess").status == 403
        assert closed.ask("POST", "/enter", own, b"password=six+ferries").status == 403


def test_beyond_this_machine_a_password_is_needed() -> None:
    with pytest.raises(InputError, match="--password-file"):
        serve(HeldCase(), "a case", Where(host="0.0.0.0", open_browser=False), print)


def test_a_port_in_use_is_told(site: Site) -> None:
    with pytest.raises(InputError, match="--port"):
        serve(HeldCase(), "a case", Where(port=site.port, open_browser=False), print)


def test_loopback_is_this_machine() -> None:
    assert is_loopback("127.0.0.1")
    assert is_loopback("::1")
    assert is_loopback("localhost")
    assert not is_loopback("0.0.0.0")
    assert not is_loopback("192.168.1.4")
    assert not is_loopback("harbour.example")


def test_a_get_changes_nothing(site: Site) -> None:
    before = site.held.accounts()
    for path in ("/", "/?q=x", "/event/event-ferry", "/pages", "/sources"):
        site.get(path)
    assert site.held.accounts() is before
