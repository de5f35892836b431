"""How slow this machine is just now: bounds on processor time hold for the machine they were measured on, and shared
cores take up to three times as long for the same work when their neighbours are busy."""

from __future__ import annotations

import json
import time

REFERENCE = 0.055
"""Processor seconds that one piece took on the two shared cores on which the bounds were measured, at rest."""


def slowness() -> float:
    """How many times longer one piece of work takes now than at rest; never below 1."""
    before = time.process_time()
    _piece()
    return max(1.0, (time.process_time() - before) / REFERENCE)


def _piece() -> None:
    """Strings, tables and small objects, as a server that writes pages handles them."""
    rows = [{"id": f"claim-{n}", "words": f"<b>{n} people left</b>", "at": [n, n * 2]} for n in range(16000)]
    text = "\n".join(f"{row['id']}: {str(row['words']).replace('<', '&lt;')}" for row in rows)
    assert len(json.loads(json.dumps(rows))) == len(rows) <= len(text)
