"""What is wrong with what is kept. Rule: a noun."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Where ("entry 12", "page 3f29…", "table claim") and how, in words."""

    where: str
    what: str
