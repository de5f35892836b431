"""EDGE: runs the per-page half over many pages, under caps of time and memory.

Rule: knows how to run a function over pages, not what the function does; results come back in the order of the pages.
"""

from __future__ import annotations

from rashomon.engine.local import LocalEngine
from rashomon.engine.single import SingleEngine

__all__ = ["LocalEngine", "SingleEngine"]
