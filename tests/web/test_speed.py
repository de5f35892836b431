"""How long a large case keeps a reader waiting: processor time at the server for 10,000 claims, and frames in the
browser while 2,000 marks are moved. Other work on the machine is kept out as far as may be: both are measured in
processor time, the server by the best of several, and held against a yardstick taken beside them."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from rashomon.draw import built_assets
from rashomon.record import Accounts
from tests.web.browser import Watched, chromium
from tests.web.conftest import Site, running
from tests.web.fixture import HeldCase
from tests.web.made import made_case
from tests.yardstick import slowness

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.slow
SECONDS = 0.3
"""Processor time one view may take at the server, for 10,000 claims (issue: loads < 300 ms). Measured on two shared
cores: 0.22 for the map of 2,000 places, 0.10 at most for the others."""
FRAME_MS = 25.0
"""Processor time of the page's own thread for one frame, while the map is dragged or the timeline scrolled with 2,000
marks: room for forty frames a second. Measured: 14 for the map, 2 for the timeline."""
TRIES = 4
VIEWS = (
    "/",
    "/?sort=disputed",
    "/?q=convoy",
    "/?type=movement&kind=contradicts",
    "/?source=source-1&since=2031-02-01",
    "/timeline",
    "/timeline?page=3",
    "/map",
    "/sources",
    "/source/source-1",
    "/pages",
    "/event/event-000010",
    "/progress",
)


@pytest.fixture(scope="module")
def large() -> Accounts:
    """10,000 claims of 5,000 events in 2,000 places on 1,000 pages."""
    made = made_case(events=5000, accounts=2, towns=2000)
    assert len(made.claims) == 10_000
    return made


@pytest.fixture(scope="module")
def site(large: Accounts) -> Iterator[Site]:
    with running(HeldCase(large)) as found:
        found.enter()
        found.get("/")
        yield found


@pytest.mark.parametrize("path", [*VIEWS, "page"])
def test_a_view_of_ten_thousand_claims_is_quick(site: Site, large: Accounts, path: str) -> None:
    """The whole process is measured, so that the client's own work counts against it too."""
    asked = f"/page/{large.documents[3].id}" if path == "page" else path
    took = []
    for _ in range(TRIES):
        before = time.process_time()
        assert site.get(asked).status == 200
        took.append((time.process_time() - before) / slowness())
    assert min(took) < SECONDS


WATCH = """() => {
  window.frames_ = [];
  window.long_ = [];
  new PerformanceObserver((list) => list.getEntries().forEach((one) => window.long_.push(one.duration)))
    .observe({type: 'longtask'});
  let last = performance.now();
  const step = (now) => { window.frames_.push(now - last); last = now; requestAnimationFrame(step); };
  requestAnimationFrame(step);
}"""


class Moving:
    """What a page's thread does while something is moved, in its own processor time."""

    def __init__(self, page: Page) -> None:
        self.page, self.devtools = page, page.context.new_cdp_session(page)
        self.devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.evaluate(WATCH)
        self.slow, self.before = slowness(), self._busy()

    def _busy(self) -> float:
        told = self.devtools.send("Performance.getMetrics")["metrics"]
        return next(float(one["value"]) for one in told if one["name"] == "TaskDuration") * 1000

    def stop(self, name: str, least: int, marks: str) -> None:
        """Held against the bound; what a reader sees on a shared machine is printed and not judged."""
        busy = self._busy() - self.before
        frames, long = sorted(self.page.evaluate("window.frames_")), self.page.evaluate("window.long_")
        drawn, median = self.page.locator(marks).count(), frames[len(frames) // 2]
        print(
            f"{name}: {drawn} marks, {len(frames)} frames, {busy / len(frames):.1f} ms of processor time each, "
            f"{median:.0f} ms apart, {len(long)} long tasks, the longest {max(long, default=0):.0f} ms"
        )
        assert drawn >= least
        assert len(frames) > 10
        assert busy / len(frames) / max(self.slow, slowness()) < FRAME_MS


@pytest.mark.skipif("map.js" not in built_assets(), reason="the page's scripts were not built")
def test_two_thousand_marks_move_smoothly(site: Site) -> None:
    """The map is dragged and enlarged, the timeline is scrolled."""
    with chromium() as browser:
        watched = Watched(browser, site.base, site.cookie)
        page = watched.open("/map")
        moving = Moving(page)
        box = page.locator(".map-svg").bounding_box()
        assert box
        page.mouse.move(box["x"] + 300, box["y"] + 300)
        page.mouse.down()
        for n in range(40):
            page.mouse.move(box["x"] + 300 + 4 * n, box["y"] + 300 + 2 * n)
        page.mouse.up()
        for _ in range(3):
            page.get_by_role("button", name="Closer").click()
        moving.stop("map", 2000, ".map-svg .spot")
        page = watched.open("/timeline")
        moving = Moving(page)
        for _ in range(40):
            page.mouse.wheel(0, 300)
            page.wait_for_timeout(16)
        moving.stop("timeline", 1500, ".lane-drawing line")
        assert watched.said == []
        watched.close()
