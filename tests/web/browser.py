"""Chromium for tests: Debian's package, driven by playwright; where either is missing tests say so and skip."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
AXE = Path(__file__).parents[2] / "src/rashomon/draw/islands/node_modules/axe-core/axe.min.js"


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser that is closed afterwards."""
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.skip("chromium is not installed; apt-get install chromium")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


class Watched:
    """A page whose every request, dialog, error and refused script is kept. Nothing but `home` is reached."""

    def __init__(self, browser: Browser, home: str, cookie: str = "", **context: Any) -> None:
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context})
        if cookie:
            name, _, value = cookie.partition("=")
            self.context.add_cookies([{"name": name, "value": value, "url": home}])
        self.home, self.away, self.said = home, [], []  # type: tuple[str, list[str], list[str]]
        self.page: Page = self.context.new_page()
        self.page.route("**/*", self._route)
        self.page.on("dialog", self._dialog)
        self.page.on("pageerror", lambda error: self.said.append(f"error {error}"))
        self.page.on("console", self._console)

    def _route(self, route: Any) -> None:
        if route.request.url.startswith((self.home, "data:")):
            route.continue_()
        else:
            self.away.append(route.request.url)
            route.abort()

    def _dialog(self, dialog: Any) -> None:
        self.said.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _console(self, message: Any) -> None:
        if message.type == "error" and "401" not in message.text:
            self.said.append(message.text)

    def open(self, path: str) -> Page:
        """Goes to a path of the home."""
        self.page.goto(self.home + path)
        self.page.wait_for_load_state("load")
        return self.page

    def faults(self) -> list[str]:
        """What axe-core finds wrong: rule, and where."""
        if not AXE.exists():
            pytest.skip("axe-core is not installed; npm ci in src/rashomon/draw/islands")
        self.page.evaluate(AXE.read_text("utf-8"))
        # preload would have axe fetch the styles, which the policy of a page on disk forbids
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations'], preload: false})")
        return [f"{v['id']}: {n['target']} {n['failureSummary']}" for v in found["violations"] for n in v["nodes"][:3]]

    def close(self) -> None:
        """Lets go of the page."""
        self.context.close()
