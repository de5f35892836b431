"""The package as a user gets it. `python -m tests.package` builds the sdist, the wheel from that sdist, installs the
wheel in an environment of its own with no npm on its PATH, and looks whether everything that a page loads is served.
Then the same from sources without npm and without built files: it must install, serve more plainly, and say what to do.

Takes some minutes and fetches the dependencies, so that it is a step of .ci/run and no test of the suite.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILT = "src/rashomon/draw/static/built"
PAGE = "The Orlim Courier\n\nThe ferry Alda arrived at Orlim on 4 May 2031 with 212 people, the harbour office said.\n"
LOADED = re.compile(r'(?:href|src)="(/static/[^"]+)"')
FETCHED = re.compile(r'url\("([^"]+)"\)')


def main() -> int:
    """0 when all holds; raises AssertionError or CalledProcessError with what does not."""
    with tempfile.TemporaryDirectory() as made:
        work = Path(made)
        python = environment(work / "env")
        wheel = wheel_of(python, sdist(python, work), work / "wheel")
        run(python, "-m", "pip", "install", "--quiet", wheel)
        case = work / "case"
        (work / "page.txt").write_text(PAGE, "utf-8")
        run(python, "-m", "rashomon", "build", work / "page.txt", "--case", case)
        with served(python, case) as (base, talk, opened):
            assert not talk, f"nothing is missing, and yet: {talk}"
            names = assets(base, opened)
        assert len([name for name in names if name.endswith(".js")]) >= 3, names
        assert any(name.endswith(".woff2") for name in names), names
        print(f"the wheel of the sdist serves {len(names)} files that its pages load")
        plain = wheel_of(python, bare_sources(work / "sources"), work / "plain")
        run(python, "-m", "pip", "install", "--quiet", "--force-reinstall", "--no-deps", plain)
        with served(python, case) as (base, talk, opened):
            assert "were not built" in talk, talk
            assert "npm" in talk, talk
            plainly = assets(base, opened)
        assert plainly, "the style and the icon are there without npm"
        assert not [name for name in plainly if "/built/" in name], plainly
        print(f"sources without npm serve {len(plainly)} files, and say: {talk.strip().splitlines()[0]}")
    return 0


def run(python: Path, *arguments: object) -> str:
    """What a command prints; its PATH holds the environment alone: no npm, no node."""
    command = [str(python), *map(str, arguments)]
    print(f"{time.strftime('%H:%M:%S')} {' '.join(command[1:])}", file=sys.stderr, flush=True)
    done = subprocess.run(command, capture_output=True, text=True, env=clean(python), cwd=python.parent, check=False)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def clean(python: Path) -> dict[str, str]:
    """The environment variables of a machine without npm."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("npm_", "PYTHON", "VIRTUAL_ENV"))}
    found = {**kept, "PATH": str(python.parent), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    assert shutil.which("npm", path=found["PATH"]) is None
    return found


def environment(folder: Path) -> Path:
    """The Python of a new environment."""
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    return folder / "bin" / "python"


def sdist(python: Path, work: Path) -> Path:
    """The sdist of this tree, made where npm may be: it carries the built files."""
    tools = environment(work / "tools")
    run(tools, "-m", "pip", "install", "--quiet", "hatchling")
    command = [str(tools), "-m", "hatchling", "build", "-t", "sdist", "-d", str(work / "dist")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (found,) = (work / "dist").glob("*.tar.gz")
    return found


def wheel_of(python: Path, source: Path, folder: Path) -> Path:
    """The wheel that pip makes of a source, without npm."""
    run(python, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, source)
    (found,) = folder.glob("*.whl")
    return found


def bare_sources(folder: Path) -> Path:
    """This tree without what npm makes: what a checkout holds."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, listed.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, folder / name)
    assert not (folder / BUILT).exists()
    return folder


@contextmanager
def served(python: Path, case: Path) -> Iterator[tuple[str, str, urllib.request.OpenerDirector]]:
    """(address, what was said on stderr before it, a browser with the session) of a running `rashomon serve`."""
    command = [str(python), "-m", "rashomon", "serve", str(case), "--no-open"]
    talk_file = case.parent / "talk.txt"
    with talk_file.open("w") as talk:
        server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=talk, text=True, env=clean(python), cwd=case)
    try:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        assert address.startswith("http://127.0.0.1:"), talk_file.read_text()
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        assert b"as told by 1 page" in browser.open(address, timeout=60).read()
        said = [line for line in talk_file.read_text().splitlines() if "until you press" not in line]
        yield address.partition("/enter/")[0], "\n".join(said), browser
    finally:
        server.send_signal(signal.SIGINT)
        server.communicate(timeout=60)


def assets(base: str, browser: urllib.request.OpenerDirector) -> set[str]:
    """Everything that the views load, and that their styles load; each is fetched, and none is empty."""
    found: set[str] = set()
    for view in ("/", "/timeline", "/map", "/sources", "/pages", "/review"):
        found |= set(LOADED.findall(browser.open(base + view, timeout=60).read().decode()))
    for name in sorted(name for name in found if name.endswith(".css")):
        style = browser.open(base + name, timeout=60).read().decode()
        found |= {f"{name.rpartition('/')[0]}/{part}" for part in FETCHED.findall(style)}
    for name in sorted(found):
        try:
            assert browser.open(base + name, timeout=60).read(), f"{name} is empty"
        except urllib.error.HTTPError as error:
            raise AssertionError(f"{name}: {error}") from error
    return found


if __name__ == "__main__":
    sys.exit(main())
