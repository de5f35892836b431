"""The package build: with npm the page's scripts are built, without it what lies there is taken, and nothing fails."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

from rashomon.draw import built_assets, static_folder
from rashomon.web.server import what_is_missing

ROOT = Path(__file__).parents[2]


@pytest.fixture
def hook() -> ModuleType:
    pytest.importorskip("hatchling", reason="hatchling is not installed")
    found = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert found
    assert found.loader
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module


def sources(root: Path, *built: str) -> Path:
    """A tree with sources of scripts, and built files that are newer."""
    islands, static = root / "src/rashomon/draw/islands", root / "src/rashomon/draw/static/built"
    (islands / "parts").mkdir(parents=True)
    for path in (islands / "map.ts", islands / "parts/brush.ts", islands / "build.mjs"):
        path.write_text("export {};")
        os.utime(path, (1000, 1000))
    if built:
        static.mkdir(parents=True)
    for name in built:
        (static / name).write_text("built")
        os.utime(static / name, (2000, 2000))
    return root


def test_without_npm_the_reason_is_told_and_nothing_fails(
    hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert hook._build(sources(tmp_path)) == "npm is not installed"


def test_what_an_sdist_carries_is_not_built_again(
    hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = sources(tmp_path, "fonts.css")
    assert hook._is_fresh(root)
    os.utime(root / "src/rashomon/draw/islands/parts/brush.ts", (3000, 3000))
    monkeypatch.setenv("PATH", str(tmp_path))
    assert hook._is_fresh(root), "without npm there is nothing better"


def test_a_changed_script_is_built_again(hook: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bin").mkdir()
    npm = tmp_path / "bin/npm"
    npm.write_text("#!/bin/sh\nexit 3\n")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{npm.parent}:/bin:/usr/bin")
    root = sources(tmp_path / "tree", "fonts.css")
    assert hook._is_fresh(root)
    os.utime(root / "src/rashomon/draw/islands/parts/brush.ts", (3000, 3000))
    assert not hook._is_fresh(root)
    assert hook._build(root / "src/rashomon/draw/islands").startswith("npm ci gave 3")


def test_serve_says_what_to_do_where_nothing_was_built() -> None:
    assert what_is_missing(()) != ()
    assert "npm" in " ".join(what_is_missing(()))
    assert what_is_missing(("fonts.css",)) == ()


@pytest.mark.skipif(not built_assets(), reason="the page's scripts were not built")
def test_every_script_that_a_template_asks_for_is_built() -> None:
    templates = (static_folder().parent / "templates").glob("*.html")
    asked = {part.split("'")[0] for path in templates for part in path.read_text("utf-8").split("'built/")[1:]}
    assert asked <= set(built_assets())
    assert {f"{path.stem}.js" for path in (static_folder().parent / "islands").glob("*.ts")} <= asked
