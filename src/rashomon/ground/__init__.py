"""STAGE: words become intervals, gazetteer entries and bounds. Entered by `ground`; imports records, ports and
tables only."""

from __future__ import annotations

from rashomon.ground.stage import ground

__all__ = ["ground"]
