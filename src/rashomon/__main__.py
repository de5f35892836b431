"""`python -m rashomon`: the same as the command `rashomon`."""

from __future__ import annotations

from rashomon.cli import main

if __name__ == "__main__":
    main()
