"""stub"""

from typing import Any


def reported(text: str, found: list[Any]) -> tuple[Any, Any, Any]:
    return None, None, None
