"""The libraries of the extra [timestamp]. Rule: imported where they are used; where they are missing, the way out is
told."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from rashomon.errors import MissingExtra


def library(name: str) -> Any:
    """A module of the extra; raises MissingExtra."""
    try:
        return import_module(name)
    except (ImportError, OSError) as error:  # OSError: a library of the system's that it loads is missing
        raise MissingExtra(f"proofs of time need {name} ({error}): pip install 'rashomon[timestamp]'") from error
