"""The public face: listed, sorted, fetched when asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

import rashomon


def test_the_face_is_listed_and_sorted() -> None:
    assert rashomon.__all__ == sorted(rashomon.__all__)
    assert set(rashomon.__all__) == {*rashomon._HOMES, "__version__"}


@pytest.mark.parametrize("name", rashomon.__all__)
def test_every_name_of_the_face_can_be_fetched(name: str) -> None:
    assert getattr(rashomon, name) is not None


def test_an_unknown_name_says_what_there_is() -> None:
    with pytest.raises(AttributeError, match="Case"):
        rashomon.nothing  # noqa: B018


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import rashomon, sys; print(*sorted({m.split('.')[0] for m in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"sqlalchemy", "numpy", "onnxruntime", "lxml", "rich", "click"} & set(loaded)
