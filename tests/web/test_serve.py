"""`rashomon serve` from the outside: one line on stdout, one use of it, an end without a traceback. The site on
disk: the same case gives the same bytes."""

from __future__ import annotations

import signal
import subprocess
import sys
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from rashomon.case import Case
from rashomon.engine import SingleEngine
from rashomon.export import write
from rashomon.record import Accounts
from tests.standin import StandInReader, write_pages
from tests.web.fixture import CASE


def test_the_address_is_the_only_line_on_stdout(tmp_path: Path) -> None:
    with Case.create(tmp_path / "case") as made:
        made.build([write_pages(tmp_path / "pages")], engine=SingleEngine(), read=StandInReader())
    command = [sys.executable, "-m", "rashomon", "serve", str(tmp_path / "case"), "--no-open"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert running.stdout is not None
        address = running.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:")
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        assert b"as told by 3 pages" in browser.open(address, timeout=60).read()
        with pytest.raises(urllib.error.HTTPError, match="403"):
            urllib.request.urlopen(address, timeout=60)
    finally:
        running.send_signal(signal.SIGINT)
        rest, talk = running.communicate(timeout=60)
    assert rest == ""
    assert "Traceback" not in talk


def test_the_same_case_gives_the_same_site(tmp_path: Path) -> None:
    def site(folder: Path, told: Accounts) -> dict[str, bytes]:
        files = write("html", told, folder / "case")
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}

    assert site(tmp_path / "a", CASE) == site(tmp_path / "b", CASE)


def test_a_site_of_an_empty_case_opens(tmp_path: Path) -> None:
    assert any(path.name == "index.html" for path in write("html", Accounts(), tmp_path / "empty"))
