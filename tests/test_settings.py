"""Settings from a TOML file: what is unknown or of another type is told by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from rashomon.errors import SettingsError
from rashomon.settings import Settings


def read(tmp_path: Path, line: str) -> Settings:
    (tmp_path / "s.toml").write_text(f"[rashomon]\n{line}\n", "utf-8")
    return Settings.from_toml(tmp_path / "s.toml")


def test_vague_words_are_read_as_rows(tmp_path: Path) -> None:
    assert read(tmp_path, 'vague = [["several", 3, 7]]').vague == (("several", 3, 7),)
    assert Settings().vague == ()


@pytest.mark.parametrize(
    "value", ['[["several", 7, 3]]', '[["", 1, 2]]', "3", '[["several", 3]]', '[["several", 1.5, 2]]']
)
def test_rows_that_bound_nothing_are_told(tmp_path: Path, value: str) -> None:
    with pytest.raises(SettingsError, match="several', 3, 9"):
        read(tmp_path, f"vague = {value}")


@pytest.mark.parametrize(("line", "told"), [("wrokers = 1", "wrokers"), ('workers = "two"', "must be int")])
def test_an_unknown_name_or_type_is_told(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        read(tmp_path, line)
