"""intake: whatever lies in files becomes pages, or a refusal in its place. Entered by `open_paths`."""

from __future__ import annotations

from rashomon.intake.paths import open_paths

__all__ = ["open_paths"]
