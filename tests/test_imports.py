"""Who may import whom, read from the sources: stages know records, edges know no edge, only case chooses."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "rashomon"
STAGES = {"read", "annotate", "claim", "ground", "link", "weigh", "decide"}
EDGES = {"intake", "models", "gazetteer", "engine", "ledger", "export", "stamp"}
FACES = {"cli", "web"}
SHARED = {"record", "ports", "lexicon", "errors", "settings"}
STDLIB_ONLY = {"record", "errors"}
MAY_CHOOSE = {"case"}
ALLOWED: dict[str, set[str]] = {
    **dict.fromkeys(STAGES, SHARED),
    **dict.fromkeys(EDGES, SHARED),
    "record": set(),
    "lexicon": {"record", "errors"},
    "ports": {"record"},
    "settings": {"errors"},
    "errors": set(),
    "view": {"record", "errors", "lexicon"},
    "pipeline": STAGES | SHARED,
    "case": STAGES | EDGES | SHARED | {"pipeline", "view", "demo", ""},
    "export": SHARED | {"view", "draw", ""},
    "draw": {"view"},
    "cli": {"case", "view", "errors", "settings", "record", "web", ""},
    "web": {"case", "view", "draw", "errors", "settings", "record", "lexicon", ""},
    "demo": {"record", "errors"},
    "__main__": {"cli"},
    "__init__": {"case", "errors", "record", "settings"},
}
"""Room -> rooms it may import, beside itself; "" is the package's face (its version)."""


def room(path: Path) -> str:
    """The first folder under rashomon/, or the name of a file that lies there."""
    parts = path.relative_to(SRC).with_suffix("").parts
    return parts[0]


def imports(path: Path) -> list[tuple[int, str]]:
    """Modules imported anywhere in a file, in functions and under TYPE_CHECKING too, with their lines."""
    found: list[tuple[int, str]] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative imports hide the room they come from"
            assert node.module
            found += [(node.lineno, f"{node.module}.{alias.name}") for alias in node.names]
    return found


def rooms_of(module: str) -> str | None:
    """The room of an imported rashomon module; None for other packages."""
    first, _, rest = module.partition(".")
    if first != "rashomon":
        return None
    name = rest.split(".")[0]
    return name if (SRC / name).is_dir() or (SRC / f"{name}.py").exists() else ""


FILES = sorted(SRC.rglob("*.py"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SRC)))
def test_a_file_imports_only_rooms_it_may(path: Path) -> None:
    mine = room(path)
    assert mine in ALLOWED, f"{mine} is a new room: say in this test what it may import"
    for line, module in imports(path):
        other = rooms_of(module)
        if other is not None and other != mine:
            assert other in ALLOWED[mine], f"{path}:{line}: {mine} may not import {other or 'the face'}"


@pytest.mark.parametrize("path", [p for p in FILES if room(p) in STDLIB_ONLY], ids=str)
def test_records_use_the_standard_library_only(path: Path) -> None:
    import sys

    for line, module in imports(path):
        first = module.split(".")[0]
        assert first in sys.stdlib_module_names | {"rashomon"}, f"{path}:{line}: {first} is a third party's"


@pytest.mark.parametrize("path", [p for p in FILES if room(p) in STAGES | {"view", "lexicon", "record"}], ids=str)
def test_pure_rooms_do_not_touch_the_world(path: Path) -> None:
    """No clock, no randomness, no files, no network, no processes."""
    banned = {
        "time",
        "random",
        "secrets",
        "socket",
        "subprocess",
        "urllib",
        "requests",
        "sqlite3",
        "tempfile",
        "shutil",
    }
    for line, module in imports(path):
        assert module.split(".")[0] not in banned, f"{path}:{line}: a pure room imports {module}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(SRC)))
def test_every_file_opens_with_its_rule(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text("utf-8"))), f"{path} does not say what lives in it"


def test_only_case_chooses_edges() -> None:
    choosers = {room(p) for p in FILES for _, m in imports(p) if rooms_of(m) in EDGES and rooms_of(m) != room(p)}
    assert choosers <= MAY_CHOOSE
