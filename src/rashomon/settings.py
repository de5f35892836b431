"""One frozen Settings. Rule: no environment is read here, nothing is read at import; a TOML file or a caller gives
it."""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rashomon.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Settings:
    """Every limit carries its unit and its reason.

    workers          processes that read pages; 0 = as many as there are cores
    page_bytes       a page larger than this is refused ("too-large"); 16 MiB: the largest article page in the
                     public benchmarks has 4 MiB
    page_seconds     processor time a page may take before it is refused ("time-cap"); by the clock it may take ten
                     times as long, so that a busy machine refuses no honest page
    page_memory_mib  memory a worker may take before the page is refused ("memory-cap")
    languages        languages that are read; pages in others are kept, named and listed
    vague            vague number words with their least and most, in place of rows of lexicon/vague.py
    """

    workers: int = 1
    page_bytes: int = 16 * 1024 * 1024
    page_seconds: float = 60.0
    page_memory_mib: int = 2048
    languages: tuple[str, ...] = ("en",)
    vague: tuple[tuple[str, int, int], ...] = ()

    @classmethod
    def from_toml(cls, path: Path) -> Settings:
        """Settings from the [rashomon] table of a TOML file; raises SettingsError naming the key and both types."""
        try:
            table = tomllib.loads(path.read_text("utf-8")).get("rashomon", {})
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise SettingsError(f"{path}: cannot be read as TOML ({error}); see docs/settings.md") from error
        return cls(**{key: _checked(path, key, value) for key, value in table.items()})


_DEFAULTS = {field.name: field.default for field in dataclasses.fields(Settings)}


def _checked(path: Path, key: str, value: object) -> Any:
    if key not in _DEFAULTS:
        raise SettingsError(f"{path}: no setting is called {key!r}; known are {', '.join(sorted(_DEFAULTS))}")
    wanted = _DEFAULTS[key]
    if key == "vague":
        return _vague(path, value)
    if isinstance(wanted, tuple) and isinstance(value, list):
        return tuple(value)
    if isinstance(wanted, float) and isinstance(value, int):
        return float(value)
    if type(value) is not type(wanted):
        raise SettingsError(f"{path}: {key} is {type(value).__name__} {value!r}, and must be {type(wanted).__name__}")
    return value


def _vague(path: Path, value: object) -> tuple[tuple[str, int, int], ...]:
    return tuple(_bounded(path, row) for row in (value if isinstance(value, list) else [value]))


def _bounded(path: Path, row: object) -> tuple[str, int, int]:
    match row:
        case [str() as word, int() as low, int() as high] if word.strip() and 0 <= low <= high:
            return word, low, high
    raise SettingsError(f"{path}: vague holds {row!r}, and must hold rows such as ['several', 3, 9]")
