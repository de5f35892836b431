"""A PostgreSQL server for the tests: Debian's own, started in a folder of its own, on a socket nobody else sees."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path


def programs() -> Path | None:
    """The folder with initdb and postgres; None where PostgreSQL is not installed."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    found = installed[-1] if installed else shutil.which("initdb")
    return Path(found).parent if found else None


def runuser() -> str | None:
    """The program by which root becomes another user: it stands where a user's PATH may not look."""
    return shutil.which("runuser") or shutil.which("runuser", path="/usr/sbin:/sbin")


@contextlib.contextmanager
def server(bin_folder: Path) -> Iterator[str]:
    """Starts a server; yields the URL of an empty database `postgres`. As root it runs as the user postgres, since it
    refuses to run as root."""
    folder = Path(tempfile.mkdtemp(prefix="rashomon-pg-"))
    become = [str(runuser()), "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if become:
        shutil.chown(folder, "postgres")

    def run(*command: str) -> None:
        subprocess.run([*become, *command], check=True, capture_output=True, cwd="/")

    data, options = str(folder / "data"), f"-k {folder} -c listen_addresses='' -c fsync=off"
    run(
        f"{bin_folder}/initdb",
        "-D",
        data,
        "-A",
        "trust",
        "-U",
        "postgres",
        "-E",
        "UTF8",
        "--no-sync",
        "--locale=C.UTF-8",
    )
    run(f"{bin_folder}/pg_ctl", "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql://postgres@/postgres?host={folder}"
    finally:
        run(f"{bin_folder}/pg_ctl", "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)
