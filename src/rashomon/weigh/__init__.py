"""weigh: slot by slot agreement and contradiction, echoes, independence, grades. Entered by `weigh` alone."""

from __future__ import annotations

from rashomon.weigh.weighing import weigh

__all__ = ["weigh"]
